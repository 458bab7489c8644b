import { describe, expect, test } from 'vitest'
import { formatPlace } from '../values/issue.ts'
import { csvTable, profileOf, profileReading } from '../../test/support/profile.ts'
import { type NamedInstrument } from './instrument-lookup.ts'
import { mapRows } from './map-rows.ts'

const instruments: readonly NamedInstrument[] = [
  { id: 'ACME', name: 'Acme Corp.', currency: 'USD', cusip: '001ACM105', ticker: 'ACM' },
  { id: 'BOLT', name: 'Bolt Inc.', currency: 'USD', isin: 'US002BLT1078', ticker: 'BLT' },
  { id: 'CORE', name: 'Core Ltd.', currency: 'GBP', ticker: 'COR' },
  { id: 'CORE2', name: 'Core Ltd.', currency: 'USD', ticker: 'COR' },
]

/** A profile for Type,Ref,Date,Symbol,Qty,Price,Total, with changes to its rules. */
const profileWith = (columns: string, rest = '', top = ''): string => `format: 1
name: test
reads: csv
${top}
instruments:
  - { column: Cusip, by: cusip }
  - { column: Symbol, by: ticker }
  - { column: Name, by: name }
rules:
  - rows: purchases
    when: { Type: BUY }
    make:
      - record: purchase
        columns:
          id: Ref
          trade_date: Date
          instrument: { match: instruments }
          quantity: Qty
${columns}
${rest}
`
const header = 'Type,Ref,Date,Cusip,Symbol,Name,Qty,Price,Total,Ccy'

function mapped(profile: string, ...rows: readonly string[]) {
  const read = profileOf(profile)
  const { mapped: result, issues } = mapRows(read, csvTable(read, [header, ...rows].join('\n')), instruments, 'USD')
  expect(issues).toEqual([])
  if (result === undefined) throw new Error('nothing was mapped')
  return {
    cells: result.records.map(({ cells }) => cells),
    issues: result.issues.map(({ issue: { place, code, found, remedy } }) => `${formatPlace(place)} ${code}: ${found} -> ${remedy}`),
    codes: result.issues.map(({ issue: { place, code } }) => `${formatPlace(place)} ${code}`),
    skipped: result.skipped.map(({ rule, rows: of }) => [rule.name, of.map(({ line }) => line)]),
    differences: result.differences.map(({ by, text, inBook, instrument }) => `${instrument} ${by} ${text}/${inBook}`),
    unused: result.unused,
  }
}

const buy = 'BUY,T-1,2024-03-01,001ACM105,,,300,20.05,-6015.00,USD'

describe('a column of a record', () => {
  test.each([
    ['a column of the source, exactly as written', 'price: Price', buy, { price: '20.05' }],
    ['zeros behind the second place, and before the number, are left out', 'price: Price', buy.replace('20.05', '0020.050000'), { price: '20.05' }],
    ['reversed: money that leaves the account is positive in the book', 'net_amount: { column: Total, sign: reversed }', buy, { net_amount: '6015.00' }],
    ['without its sign', 'net_amount: { column: Total, sign: absolute }', buy, { net_amount: '6015.00' }],
    ['times an exact factor: pence to pounds', 'price: { column: Price, times: 0.01 }', buy, { price: '0.2005' }],
    // 6015.00 ÷ 300 = 20.05 exactly; 20 ÷ 300 = 0.0666…, half-up at 4 places 0.0667, cut off 0.0666.
    ['a quotient', 'price: { divide: Total, by: Qty, places: 4, rounding: half-up, sign: absolute }', buy, { price: '20.05' }],
    ['a quotient rounded', 'price: { divide: Price, by: Qty, places: 4, rounding: half-up }', buy.replace('20.05', '20'), { price: '0.0667' }],
    ['a quotient cut off', 'price: { divide: Price, by: Qty, places: 4, rounding: truncate }', buy.replace('20.05', '20'), { price: '0.0666' }],
    ['a sum, of which an empty cell is no part', 'fees: { sum: [Price, Name, Qty] }', buy, { fees: '320.05' }],
    ['a constant', 'entered_by: { constant: custodian }', buy, { entered_by: 'custodian' }],
    ['a word for a word', 'entered_by: { column: Ccy, values: { USD: dollars } }', buy, { entered_by: 'dollars' }],
    ['a text that means nothing', 'price: { column: Price, blank: [n/a] }', buy.replace('20.05', 'n/a'), {}],
    ['what is taken where the cell is empty', 'entered_by: { column: Name, if_empty: nobody }', buy, { entered_by: 'nobody' }],
    [
      'a closed day: the business day after Saturday, March 2',
      'settlement_date: { column: Name, closed_day: after }',
      buy.replace(',,,', ',,2024-03-02,'),
      { settlement_date: '2024-03-04' },
    ],
    [
      'a closed day: the business day before',
      'settlement_date: { column: Name, closed_day: before }',
      buy.replace(',,,', ',,2024-03-02,'),
      { settlement_date: '2024-03-01' },
    ],
  ])('%s', (_, columns, row, expected) => {
    const { cells, issues } = mapped(profileWith(`          ${columns}`), row)
    expect(issues).toEqual([])
    expect(cells).toEqual([{ id: 'T-1', trade_date: '2024-03-01', instrument: 'ACME', quantity: '300', ...expected }])
  })

  test.each([
    [
      'a number in another format',
      'price: Price',
      buy.replace('20.05', '"1,000.50"'),
      'trades.csv:2 Price import.number: "1,000.50" -> Correct the cell, or "numbers" of the profile.',
    ],
    [
      'a date in another format',
      'settlement_date: Name',
      buy.replace(',,,', ',,3/4/2024,'),
      'trades.csv:2 Name import.date: "3/4/2024" -> Correct the cell, or "dates" of the profile.',
    ],
    [
      'a word without a meaning',
      'entered_by: { column: Ccy, values: { USX: dollars } }',
      buy,
      'trades.csv:2 Ccy import.unmapped-value: "USD" -> Did you mean "USX"? If not, add it to "values" of the profile.',
    ],
    [
      'a division by zero',
      'price: { divide: Total, by: Price, places: 4, rounding: half-up }',
      buy.replace('20.05', '0.00'),
      'trades.csv:2 Price import.division: 0, by which Total is to be divided -> Skip such rows by a rule of the profile.',
    ],
  ])('%s', (_, columns, row, expected) => expect(mapped(profileWith(`          ${columns}`), row)).toMatchObject({ cells: [], issues: [expected] }))
})

describe('the id of a record', () => {
  const idOf = (id: string, ...rows: readonly string[]) => mapped(profileWith('').replace('id: Ref', `id: ${id}`), ...rows).cells.map((cells) => cells['id'])

  test('a character that ids do not have is written as its code', () => expect(idOf('Ref', buy.replace('T-1', 'T#1 [a]'))).toEqual(['T_231_20_5ba_5d']))
  test('is joined from several columns', () => expect(idOf('{ columns: [Date, Symbol, Ref], prefix: x- }', buy)).toEqual(['x-2024-03-01-T-1']))
  test('what repeats is numbered in the order of the file', () =>
    expect(idOf('{ columns: [Date, Cusip], repeats: number }', buy, buy, buy)).toEqual([
      '2024-03-01-001ACM105',
      '2024-03-01-001ACM105-2',
      '2024-03-01-001ACM105-3',
    ]))
})

describe('the instrument of a row', () => {
  const row = (cusip: string, symbol = '', name = ''): string => `BUY,T-1,2024-03-01,${cusip},${symbol},${name},300,20.05,,`
  const found = (text: string) => mapped(profileWith(''), text)

  test.each([
    ['by its CUSIP', row('001ACM105'), 'ACME'],
    ['by the CUSIP inside its ISIN', row('002BLT107'), 'BOLT'],
    ['by its ticker, where the CUSIP is of no instrument', row('999999999', 'BLT'), 'BOLT'],
    ['by its name, in any case and spacing', row('', '', 'ACME  corp.'), 'ACME'],
  ])('%s', (_, text, id) => expect(found(text).cells[0]?.['instrument']).toBe(id))

  test('a name that was passed over is told, where the book has another', () =>
    expect(found(row('1ACM105', 'ACM')).differences).toEqual(['ACME cusip 1ACM105/001ACM105']))
  test('a name of none is an issue, with the likely one', () =>
    expect(found(row('1ACM105')).issues).toEqual([
      'trades.csv:2 Cusip import.unknown-instrument: cusip "1ACM105" -> Did you mean cusip 001ACM105 (ACME)? Correct the source, or add the instrument to instruments.csv.',
    ]))
  test('a name of two is an issue', () =>
    expect(found(row('', 'COR')).issues[0]).toContain('import.ambiguous-instrument: ticker "COR", which CORE and CORE2 have'))
  test('names of two instruments are an issue', () =>
    expect(found(row('001ACM105', 'BLT')).issues[0]).toContain(
      'import.ambiguous-instrument: cusip "001ACM105", which is ACME, and ticker "BLT", which is BOLT',
    ))
  test('no name at all is an issue', () => expect(found(row('')).codes).toEqual(['trades.csv:2 Cusip import.unknown-instrument']))
})

describe('the currency of a row', () => {
  const profile = profileWith('').replace('        columns:', '        amounts_in: Ccy\n        columns:')
  test('is that of the instrument', () => expect(mapped(profile, buy).codes).toEqual([]))
  test('is an issue where it is not', () =>
    expect(mapped(profile, buy.replace('USD', 'CAD')).issues).toEqual([
      'trades.csv:2 Ccy import.currency: amounts in "CAD" -> Correct the currency of the instrument, or enter the record by hand from a confirmation in that currency.',
    ]))
  test('is an issue where it is not said', () => expect(mapped(profile, buy.replace('USD', '')).codes).toEqual(['trades.csv:2 Ccy import.currency']))
})

describe('a row', () => {
  const rest = `  - rows: sales
    when: { Qty: { sign: negative } }
    refuse: there are no sales here.
  - rows: totals
    when: { Type: { begins: Total } }
    skip: A line of totals.`

  test('that a rule skips is counted, also where it is shorter than the header', () =>
    expect(mapped(profileWith('', rest), buy, 'Total', 'Total of all,,,,,,300,,,')).toMatchObject({
      cells: [{ id: 'T-1' }],
      issues: [],
      skipped: [['totals', [3, 4]]],
    }))
  test('that is taken has as many cells as the header', () =>
    expect(mapped(profileWith(''), 'BUY,T-1,2024-03-01,001ACM105,,,300').codes).toEqual(['trades.csv:2 csv.cell-count']))
  test('that a rule refuses is an issue', () =>
    expect(mapped(profileWith('', rest), buy.replace('BUY', 'SELL').replace('300', '-300')).codes).toEqual(['trades.csv:2 import.refused-row']))
  test('that no rule fits is an issue that shows what was asked of it', () =>
    expect(mapped(profileWith('', rest), buy.replace('BUY', 'DIV')).issues).toEqual([
      'trades.csv:2 import.no-rule: a row that no rule of the profile fits: Type "DIV", Qty "300" -> Add a rule to the profile that makes a record of such rows, or skips them and says why.',
    ]))
  test('that two rules fit is an issue', () =>
    expect(mapped(profileWith('', rest), buy.replace('300', '-300')).codes).toEqual(['trades.csv:2 import.two-rules']))
  test('with one bad cell makes none of its records', () => {
    const both = profileWith('', '').replace(
      '    make:',
      '    make:\n      - record: price\n        columns: { date: Date, instrument: { match: instruments }, price: Price, type: { constant: close }, source: Name }',
    )
    expect(mapped(both, buy).cells).toHaveLength(2)
    expect(mapped(both, buy.replace('300', 'x'))).toMatchObject({ cells: [], codes: ['trades.csv:2 Qty import.number'] })
  })
  test('whose two records miss the same instrument has one issue', () => {
    const both = profileWith('').replace(
      '    make:',
      '    make:\n      - record: price\n        columns: { date: Date, instrument: { match: instruments }, price: Price, type: { constant: close }, source: Ref }',
    )
    expect(mapped(both, buy.replace('001ACM105', '999999999')).codes).toEqual(['trades.csv:2 Cusip import.unknown-instrument'])
  })
  test('names columns that no rule uses', () => expect(mapped(profileWith(''), buy).unused).toEqual(['Price', 'Total', 'Ccy']))
})

describe('a wide row', () => {
  const wide = `format: 1
name: rates
reads: csv
dates: DD.MM.YYYY
rules:
  - rows: days
    when: { Date: { exchange: open } }
    make:
      - record: rate
        each: [JPY, GBP]
        columns:
          date: Date
          currency: { each: name }
          rate: { each: cell, blank: [N/A] }
          quote: { constant: foreign-per-base }
          source: { constant: bank }
          time: { constant: 14:15 Europe/Berlin }
  - rows: closed days
    when: { Date: { exchange: closed } }
    skip: No net asset value is struck on them.
`
  const profile = profileOf(wide)
  const read = (...rows: readonly string[]) => mapRows(profile, csvTable(profile, ['Date,JPY,GBP', ...rows].join('\n')), [], 'EUR').mapped

  test('makes a record of each column that is not empty; the exchange was closed on Saturday, March 2', () => {
    const result = read('01.03.2024,162.61,0.8554', '02.03.2024,1,1', '04.03.2024,N/A,0.8553')
    expect(result?.records.map(({ cells }) => `${cells['date']} ${cells['currency']} ${cells['rate']}`)).toEqual([
      '2024-03-01 JPY 162.61',
      '2024-03-01 GBP 0.8554',
      '2024-03-04 GBP 0.8553',
    ])
    expect(result?.skipped.map(({ rule, rows }) => [rule.name, rows.length])).toEqual([['closed days', 1]])
  })
  test('that makes none is an issue, and so is a date that is none', () =>
    expect(read('01.03.2024,N/A,', '2024-03-01,1,1')?.issues.map(({ issue }) => issue.code)).toEqual(['import.no-record', 'import.no-rule']))
  test('with a name that the column does not take is an issue of the profile, said once', () =>
    expect(profileReading(wide.replace('[JPY, GBP]', '[JPY, GPB, GPB]')).issues.map(({ code, found }) => `${code} ${found}`)).toEqual(['field.currency "GPB"']))
  test('is said to be one', () =>
    expect(profileReading(wide.replace('        each: [JPY, GBP]\n', '')).issues.map(({ found }) => found)).toEqual([
      '"each" in a record that has no list of that name',
      '"each" in a record that has no list of that name',
    ]))
})

describe('an instrument that a file brings', () => {
  const profile = profileWith('').replace(
    '    make:',
    '    make:\n      - record: instrument\n        columns: { id: Symbol, name: Name, ticker: Symbol, cusip: Cusip, type: { constant: common-stock }, industry: { constant: Tools }, country: { constant: US }, currency: Ccy, income_producing: { constant: no }, income_source: { constant: x } }',
  )
  const newOne = 'BUY,T-2,2024-03-01,,NEW,New Inc.,1,1,,USD'
  test('is made once, and rows before and behind it may name it', () => {
    const { cells, issues } = mapped(profile, newOne, newOne.replace('T-2', 'T-3'))
    expect(issues).toEqual([])
    expect(cells.map((each) => each['name'] ?? each['instrument'])).toEqual(['New Inc.', 'NEW', 'NEW'])
  })
  test('is not made of names that are two instruments', () =>
    expect(mapped(profile, 'BUY,T-4,2024-03-01,001ACM105,BLT,Some Inc.,1,1,,USD')).toMatchObject({
      cells: [],
      codes: ['trades.csv:2 Cusip import.ambiguous-instrument'],
    }))
  test('is not made where the book has it, whatever the file says of it', () => expect(mapped(profile, buy).cells).toHaveLength(1))
})

test('a column that the file does not have is an issue of the profile', () => {
  const profile = profileOf(profileWith('          price: Pric'))
  const { mapped: result, issues } = mapRows(profile, csvTable(profile, `${header}\n${buy}\n`), instruments, 'USD')
  expect(result).toBeUndefined()
  expect(issues).toMatchObject([{ code: 'import.unknown-column', place: { file: 'profile.yaml' }, remedy: 'Did you mean "Price"?' }])
})
