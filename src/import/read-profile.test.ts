import { describe, expect, test } from 'vitest'
import { formatPlace } from '../values/issue.ts'
import { profileOf, profileReading } from '../../test/support/profile.ts'

const whole = `format: 1
name: Trades of a custodian
reads: csv
dates: DD.MM.YYYY
file:
  encoding: windows-1252
  delimiter: ";"
  header_row: 3
numbers:
  decimal: ","
  thousands: "."
  negative: trailing-minus
  symbols: [EUR]
instruments:
  - { column: ISIN, by: isin }
rules:
  - rows: purchases
    when:
      Type: [BUY, B]
      Qty: { sign: positive }
    make:
      - record: purchase
        amounts_in: Ccy
        columns:
          id: { columns: [Account, Ref], between: ".", prefix: c- }
          trade_date: Date
          settlement_date: { column: Settle, date: YYYY-MM-DD, closed_day: after }
          instrument: { match: instruments }
          quantity: { column: Qty, sign: absolute, blank: ["-"] }
          price: { divide: Value, by: Qty, places: 6, rounding: half-even }
          fees: { sum: [Tax, Levy] }
          entered_by: { constant: custodian }
  - rows: totals
    when: { Type: "" }
    skip: A line of totals.
`

/** The profile with a change in one place, and what is wrong with it. */
function faults(from: string, to: string): readonly string[] {
  const changed = whole.replace(from, to)
  if (changed === whole) throw new Error(`nothing changed: ${from}`)
  return profileReading(changed).issues.map(({ place, code, found, remedy }) => `${formatPlace(place)} ${code}: ${found} -> ${remedy}`)
}

describe('a profile', () => {
  test('is read whole', () => {
    const profile = profileOf(whole)
    expect(profile).toMatchObject({
      name: 'Trades of a custodian',
      file: { format: 'csv', encoding: 'windows-1252', delimiter: ';', headerRow: 3 },
      numbers: { decimal: ',', thousands: '.', negative: 'trailing-minus', symbols: ['EUR'] },
      dates: { written: 'DD.MM.YYYY' },
    })
    const [purchases, totals] = profile.rules
    expect(totals?.outcome).toEqual({ of: 'skip', reason: 'A line of totals.' })
    expect(purchases?.when.map(({ column, test: condition }) => [column.name, condition])).toEqual([
      ['Type', { of: 'is', texts: ['BUY', 'B'] }],
      ['Qty', { of: 'sign', signs: ['positive'] }],
    ])
    const columns = purchases?.outcome.of === 'make' ? purchases.outcome.records[0]?.columns : undefined
    expect(columns?.get('id')).toMatchObject({ of: 'joined', between: '.', prefix: 'c-' })
    expect(columns?.get('instrument')).toMatchObject({ of: 'instrument', names: [{ column: { name: 'ISIN' }, by: 'isin' }] })
    expect(columns?.get('price')).toMatchObject({ of: 'quotient', places: 6, mode: 'half-even' })
    expect(columns?.get('settlement_date')).toMatchObject({ dates: { written: 'YYYY-MM-DD' }, closedDay: 'after' })
  })

  test.each([
    ['a key that is not known', 'dates:', 'date:', ['profile.yaml:4 date yaml.unknown-key: key "date" -> Did you mean "dates"?']],
    [
      'a record that there is not',
      'record: purchase',
      'record: purchse',
      ['profile.yaml:22 rules.0.make.0.record field.choice: "purchse" -> Did you mean "purchase"?'],
    ],
    [
      'a column that the record does not have',
      'trade_date: Date',
      'tradedate: Date',
      [
        'profile.yaml:26 rules.0.make.0.columns.tradedate import.unknown-target: column "tradedate" of purchase -> Did you mean "trade_date"?',
        'profile.yaml:25 rules.0.make.0.columns import.unfilled-column: no "trade_date" -> Name the column of the source that holds it, or a constant.',
      ],
    ],
    [
      'a constant that the column does not take',
      'trade_date: Date',
      'trade_date: { constant: 1 March }',
      ['profile.yaml:26 rules.0.make.0.columns.trade_date.constant field.date: "1 March" -> Write it as in 2002-12-31.'],
    ],
    [
      'a word that does nothing',
      '{ constant: custodian }',
      '{ constant: custodian, sign: absolute }',
      [
        'profile.yaml:32 rules.0.make.0.columns.entered_by import.value: "sign" beside "constant", where it does nothing -> Write it as in "price: Price", "price: { column: Price, times: 0.01 }" or "type: { constant: close }".',
      ],
    ],
    [
      'a word that a column of this kind does nothing with',
      'trade_date: Date',
      'trade_date: { column: Date, sign: absolute }',
      [
        'profile.yaml:26 rules.0.make.0.columns.trade_date import.value: "sign" in a column of dates -> Write it as in "price: Price", "price: { column: Price, times: 0.01 }" or "type: { constant: close }".',
      ],
    ],
    [
      'what is taken where a cell is empty, and cannot be',
      'trade_date: Date',
      'trade_date: { column: Date, if_empty: never }',
      ['profile.yaml:26 rules.0.make.0.columns.trade_date field.date: "never" -> Write it as in 2002-12-31.'],
    ],
    [
      'a division without its rounding',
      ', rounding: half-even',
      '',
      [
        'profile.yaml:30 rules.0.make.0.columns.price import.value: a division that does not say by what, to how many places, or how it is rounded -> Write it as in "price: Price", "price: { column: Price, times: 0.01 }" or "type: { constant: close }".',
      ],
    ],
    [
      'a match without anything to match by',
      'instruments:\n  - { column: ISIN, by: isin }\n',
      '',
      [
        'profile.yaml:26 rules.0.make.0.columns.instrument import.value: an instrument to be matched, and nothing to match it by -> Add it, as in "instruments: [{ column: CUSIP, by: cusip }]".',
      ],
    ],
    [
      'a rule that does two things',
      'skip: A line of totals.',
      'skip: A line of totals.\n    refuse: it is.',
      [
        'profile.yaml:33 rules.1 import.rule: rule "totals" with skip and refuse -> Say what the rows become (make), why they are no records (skip), or why the book has no place for them (refuse).',
      ],
    ],
    [
      'a rule that does nothing',
      '    skip: A line of totals.\n',
      '',
      [
        'profile.yaml:33 rules.1 import.rule: rule "totals" that does nothing with its rows -> Say what the rows become (make), why they are no records (skip), or why the book has no place for them (refuse).',
      ],
    ],
    [
      'a condition that is not understood',
      '{ sign: positive }',
      '{ above: 0 }',
      [
        'profile.yaml:20 rules.0.when.Qty.above import.condition: a condition that is not understood -> Write it as in "when: { Type: [BUY, B], Quantity: { sign: positive } }".',
      ],
    ],
    [
      'a format of dates without a year',
      'dates: DD.MM.YYYY',
      'dates: DD.MM.',
      ['profile.yaml:4 dates import.date-format: "DD.MM." -> Write it as in DD.MM.YYYY, M/D/YYYY or YYYYMMDD*.'],
    ],
    [
      'one sign for decimals and thousands',
      'thousands: "."',
      'thousands: ","',
      [
        'profile.yaml:10 numbers import.number-format: "," before decimals and between thousands -> State both: decimal: "," and thousands: ".", or the reverse.',
      ],
    ],
  ])('%s', (_, from, to, expected) => expect(faults(from, to)).toEqual(expected))

  test('of OFX has no layout of a file', () => expect(faults('reads: csv', 'reads: ofx')[0]).toContain('import.value: a layout of the file, for OFX'))
  test('has rules', () => expect(profileReading('format: 1\nname: x\nreads: csv\n').issues.map(({ code }) => code)).toEqual(['import.rule']))
})
