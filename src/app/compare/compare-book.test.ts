/** A parallel run on a book of one share: what the incumbent does otherwise is done by hand here, and must be found under its name. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Decimal, decimal, formatDecimal, parseDecimal } from '../../values/decimal.ts'
import { formatCalendarDate } from '../../values/calendar-date.ts'
import { formatPlace } from '../../values/issue.ts'
import { type BookText, open, table } from '../../../test/support/book.ts'
import { compareBook, type CompareRequest, type Comparison } from './compare-book.ts'

/**
 * 10,000 shares for 100,000.00; 1,000 acme at 10.00 on the first day, which are in the NAV from the second (T+1). NAV per share:
 * 10.00; (100,000 + 1,000 × 0.10) ÷ 10,000 = 10.01; 10.03; 10.02; 10.05.
 */
const book: BookText = {
  events: {
    subscription: 'id,trade_date,class,amount\ns1,2024-06-03,a,100000.00',
    purchase: 'id,trade_date,instrument,quantity,price,net_amount\np1,2024-06-03,acme,1000,10.00,10000.00',
  },
  prices: `date,instrument,price,type,source
    2024-06-03,acme,10.00,close,x
    2024-06-04,acme,10.10,close,x
    2024-06-05,acme,10.30,close,x
    2024-06-06,acme,10.20,close,x
    2024-06-07,acme,10.50,close,x`,
}

const request: Omit<CompareRequest, 'files'> = { kind: undefined, accounts: undefined, basis: undefined, from: undefined, through: undefined, tolerances: {} }

function answer(texts: readonly string[], more: Partial<CompareRequest> = {}, of: BookText = book) {
  return compareBook(open(of), { ...request, ...more, files: texts.map((text, index) => table(`theirs-${index + 1}.csv`, text)) })
}

function compared(texts: readonly string[], more: Partial<CompareRequest> = {}, of: BookText = book) {
  const answered = answer(texts, more, of)
  if (!answered.ok) throw new Error(answered.issues.map(({ code, place, found }) => `${formatPlace(place)} ${code} ${found}`).join('; '))
  return answered.compared
}

const issuesOf = (text: string, more: Partial<CompareRequest> = {}, of: BookText = book): readonly string[] => {
  const answered = answer([text], more, of)
  return answered.ok ? [] : answered.issues.map(({ code, place }) => `${formatPlace(place)} ${code}`)
}

/** `2024-06-05 -9.96 price -9.97, rounding 0.01`, days without a difference left out; basis points to two places. */
function dayLines(comparison: Comparison | undefined): readonly string[] {
  if (comparison?.kind !== 'navs') throw new Error('no net asset values')
  const bp = (value: Parameters<typeof formatDecimal>[0]): string => Number(formatDecimal(value)).toFixed(2)
  return comparison.days.flatMap(({ date, daily, parts }) =>
    parts.length === 0 ? [] : [`${formatCalendarDate(date)} ${bp(daily)}: ${parts.map((part) => `${part.cause} ${bp(part.bp)}`).join(', ')}`],
  )
}

const navs = (...rows: readonly string[]): string => ['date,nav_per_share', ...rows].join('\n')
const five = ['10.00', '10.01', '10.03', '10.02', '10.05']
const dates = ['2024-06-03', '2024-06-04', '2024-06-05', '2024-06-06', '2024-06-07']
/** Ours, but for the days given: `{ 2: '10.04' }` is the third. */
const navsBut = (changed: Readonly<Record<number, string>> = {}): string => navs(...dates.map((date, index) => `${date},${changed[index] ?? five[index]}`))

describe('net asset values', () => {
  test('that are the same have no difference, and are within any tolerance', () => {
    const { comparisons, verdicts } = compared([navsBut()])
    expect(dayLines(comparisons[0])).toEqual([])
    expect(verdicts).toMatchObject([{ measure: 'differences', value: { units: 0n }, isWithin: true }])
  })

  test('a file of fewer places than the fund publishes is compared to its own', () => {
    expect(dayLines(compared([navs('2024-06-04,10.0', '2024-06-07,10.1')]).comparisons[0])).toEqual([])
    // 10.05 cut to 10.0 lies half a unit from it: rounding by another mode.
    expect(dayLines(compared([navs('2024-06-04,10.1', '2024-06-07,10.0')]).comparisons[0])).toEqual([
      '2024-06-04 -99.01: unexplained -99.01',
      '2024-06-07 199.01: unexplained 199.01',
    ])
    expect(dayLines(compared([navs('2024-06-03,10.1', '2024-06-04,10.0', '2024-06-07,10.0')]).comparisons[0])?.at(-1)).toBe(
      '2024-06-07 100.00: rounding 100.00',
    )
  })

  test('a file of more places is compared with ours unrounded', () => {
    expect(dayLines(compared([navs('2024-06-04,10.010000', '2024-06-05,10.030001')]).comparisons[0])).toEqual(['2024-06-05 -0.00: unexplained -0.00'])
  })

  test('timing: theirs is ours of the business day before, and ends the day after', () => {
    // (10.03 − 10.01) ÷ 10.01 = 19.98 bp.
    expect(dayLines(compared([navsBut({ 2: '10.01' })]).comparisons[0])).toEqual(['2024-06-05 19.98: timing 19.98', '2024-06-06 -19.98: timing -19.98'])
  })

  test('timing: a difference that is taken back on the next business day, and one that is not', () => {
    // (10.03 − 10.08) ÷ 10.08 = −49.60 bp.
    expect(dayLines(compared([navsBut({ 2: '10.08' })]).comparisons[0])).toEqual(['2024-06-05 -49.60: timing -49.60', '2024-06-06 49.60: timing 49.60'])
    // (10.02 − 10.07) ÷ 10.07 = −49.65 bp: the level stays, so the day after has 0.05 bp, which the cents leave open.
    expect(dayLines(compared([navsBut({ 2: '10.08', 3: '10.07', 4: '10.10' })]).comparisons[0])).toEqual([
      '2024-06-05 -49.60: unexplained -49.60',
      '2024-06-06 -0.05: rounding -0.05',
      '2024-06-07 0.15: rounding 0.15',
    ])
  })

  test('the differences of all days add up to the level of the last', () => {
    const [comparison] = compared([navsBut({ 1: '10.02', 2: '10.08', 4: '10.11' })]).comparisons
    if (comparison?.kind !== 'navs') throw new Error('no net asset values')
    const total = comparison.days.reduce((sum, { daily }) => sum + daily.units, 0n)
    expect([total, comparison.cumulative]).toEqual([comparison.days.at(-1)?.level.units, comparison.days.at(-1)?.level])
    // (10.05 − 10.11) ÷ 10.11 = −59.347181 bp.
    expect(formatDecimal(comparison.cumulative)).toBe('-59.347181')
    // Sizes 0, 9.980040, 49.603175 − 9.980040 = 39.623135, 49.603175 and 59.347181: the middle one, the fifth of five, the largest.
    const { median, ninetieth, largest } = comparison.distribution ?? {}
    expect([median, ninetieth, largest?.bp].map((bp) => formatDecimal(bp as Decimal))).toEqual(['39.6231350', '59.347181', '59.347181'])
  })

  test('shares that are ours of the next day are timing; so is the money that they brought', () => {
    const text = {
      ...book,
      events: { ...book.events, subscription: ['id,trade_date,class,amount\ns1,2024-06-03,a,100000.00', 'id,trade_date,class,shares\ns2,2024-06-05,a,1000'] },
    }
    // The order of 06-05 deals at 10.03: 1,000 shares for 10,030.00, in ours on 06-06.
    const file = 'date,net_assets,shares,nav_per_share\n2024-06-05,110330.00,11000,10.03\n2024-06-06,110230.00,11000.5,10.02'
    const { comparisons, verdicts } = compared([file], {}, text)
    const [comparison] = comparisons
    if (comparison?.kind !== 'navs') throw new Error('no net asset values')
    expect(comparison.days.map(({ others }) => others.map(({ figure, cause }) => `${figure} ${cause}`))).toEqual([
      ['shares timing', 'net assets follows'],
      ['shares unexplained'],
    ])
    expect(verdicts).toMatchObject([
      { measure: 'differences', isWithin: true },
      { measure: 'shares', value: { units: 1n }, isWithin: false },
    ])
  })
})

describe('evidence', () => {
  const positions = (quantity: string, prices: readonly string[]): string =>
    ['date,ticker,name,quantity,price', ...dates.map((date, index) => `${date},,Acme Corp.,${quantity},${prices[index]}`)].join('\n')

  test('price: theirs is another, and the day after it is not', () => {
    // 10.40 for 10.30: their NAV is (100,000 + 1,000 × 0.40) ÷ 10,000 = 10.04. −0.01 ÷ 10.04 = −9.96 bp; 1,000 × −0.10 ÷ 100,300 = −9.97 bp.
    const { comparisons } = compared([navsBut({ 2: '10.04' }), positions('1000', ['10.00', '10.10', '10.40', '10.20', '10.50'])])
    expect(dayLines(comparisons[0])).toEqual(['2024-06-05 -9.96: price -9.97, rounding 0.01', '2024-06-06 9.96: price 9.98, rounding -0.02'])
    expect(comparisons[1]).toMatchObject({ differences: [{ figure: 'price', cause: 'price', effect: { units: -10_000n, scale: 2 } }] })
  })

  test('position: theirs is twice ours, so the price moves twice as much', () => {
    // Theirs: 10.00, 10.02, 10.06, 10.04, 10.10. On 06-04 −1,000 × 0.10 ÷ 100,100 = −9.99 bp.
    const { comparisons } = compared([
      navsBut({ 1: '10.02', 2: '10.06', 3: '10.04', 4: '10.10' }),
      positions('2000', ['10.00', '10.10', '10.30', '10.20', '10.50']),
    ])
    expect(dayLines(comparisons[0])).toEqual([
      '2024-06-04 -9.98: position -9.99, rounding 0.01',
      '2024-06-05 -19.84: position -19.94, rounding 0.10',
      '2024-06-06 9.90: position 9.98, rounding -0.08',
      '2024-06-07 -29.58: position -29.85, rounding 0.27',
    ])
  })

  test('accrual: theirs has an expense of 50.00 from the third day on', () => {
    // 50 ÷ 100,300 = 4.99 bp; theirs is 10.0250, and stays 0.0050 below.
    const balances = ['date,account,balance', ...dates.map((date, index) => `${date},5290,${index < 2 ? '0' : '50.00'}`)].join('\n')
    const { comparisons } = compared([navsBut({ 2: '10.0250', 3: '10.0150', 4: '10.0450' }), balances])
    expect(dayLines(comparisons[0])).toEqual([
      '2024-06-05 4.99: accrual 4.99, rounding 0.00',
      '2024-06-06 0.00: rounding 0.00',
      '2024-06-07 -0.01: rounding -0.01',
    ])
  })

  test('dealing: an order whose dollars are not its shares at our net asset value', () => {
    // 1,000 shares of 06-05 for 10,050.00, at our 10.03 worth 10,030.00: 20.00 ÷ 110,250 = 1.81 bp of the next day.
    const text = {
      ...book,
      events: {
        ...book.events,
        subscription: ['id,trade_date,class,amount\ns1,2024-06-03,a,100000.00', 'id,trade_date,class,amount,shares\ns2,2024-06-05,a,10050.00,1000'],
      },
    }
    const theirs = navs('2024-06-05,10.0300', '2024-06-06,10.0209')
    expect(dayLines(compared([theirs], {}, text).comparisons[0])).toEqual(['2024-06-06 1.80: dealing 1.81, rounding -0.02'])
  })
})

describe('positions', () => {
  const instruments = `
    id,   name,       type,         industry, country, currency, income_producing, income_source, ticker, cusip
    acme, Acme Corp., common-stock, Tools,    US,      USD,      yes,              test,          ACME,   037833100
    beta, Beta Inc.,  common-stock, Tools,    US,      USD,      no,               test,          BE JP,  017175100
    coda, Coda Ltd.,  common-stock, Music,    US,      USD,      no,               test,          BE HK,`
  const held = { ...book, instruments }

  const lines = (text: string, more: Partial<CompareRequest> = {}): readonly string[] => {
    const [comparison] = compared([text], more, held).comparisons
    if (comparison?.kind !== 'positions') throw new Error('no positions')
    return [
      ...[...comparison.matchedBy].map(([by, count]) => `${by} ${count}`),
      ...comparison.differences.map(
        ({ date, instrument, figure, ours, theirs, cause }) =>
          `${formatCalendarDate(date)} ${instrument} ${figure} ${formatDecimal(ours)} ${formatDecimal(theirs)} ${cause}`,
      ),
      ...comparison.unmatched.map(({ names, several, rows }) => `unmatched ${Object.values(names).filter(Boolean).join('/')} ${rows} ${several.join('+')}`),
    ]
  }

  test.each([
    ['its id', 'instrument', 'acme', 'id 1'],
    ['its CUSIP', 'cusip', '037833100', 'cusip 1'],
    ['its CUSIP without the zero that a spreadsheet took', 'cusip', '37833100', 'cusip 1'],
    ['its ticker with an exchange', 'ticker', 'ACME UW', 'ticker 1'],
    ['its name in capitals and without points', 'name', 'ACME CORP', 'name 1'],
  ])('are matched by %s', (_, column, name, expected) => {
    expect(lines(`date,${column},quantity,value\n2024-06-04,${name},1000,10100.00`)).toEqual([expected])
  })

  test('a name that fits two is matched to neither, and another exchange is another instrument', () => {
    expect(lines('date,ticker,name,units\n2024-06-04,BE,,1\n2024-06-04,BE,,2\n2024-06-04,ACME,,1000\n2024-06-04,BE LN,,3')).toEqual([
      'ticker 1',
      'unmatched BE 2 beta+coda',
      'unmatched BE LN 1 ',
    ])
  })

  test('a row that the book does not know is found through another of the file that shares a name with it', () => {
    // XX9 is beta by the second row, so OLD is by the first, and the third row too.
    expect(lines('date,instrument,cusip,ticker,quantity\n2024-06-03,,XX9,OLD,0\n2024-06-04,beta,XX9,,0\n2024-06-05,,,OLD,0\n2024-06-06,,YY1,NONE,0')).toEqual(
      expect.arrayContaining(['another row 2', 'id 1', 'unmatched YY1/NONE 1 ']),
    )
  })

  test('rows of one instrument are added up', () => {
    expect(lines('date,ticker,quantity,market value\n2024-06-04,ACME,400,4040.00\n2024-06-04,ACME,600,6060.00')).toEqual(['ticker 2'])
  })

  test.each([
    ['other units', '2024-06-04,acme,900,9090.00', 'quantity 1000 900 position'],
    ['other units at another price', '2024-06-04,acme,900,9000.00', 'quantity 1000 900 position|price 10.100000000 10.000000000 price'],
    ['the same units at another value', '2024-06-04,acme,1000,10000.00', 'value 10100.00 10000.00 price'],
    ['a value in whole dollars', '2024-06-04,acme,1000,10100', ''],
    ['units of the day before, on the NAV basis', '2024-06-03,acme,1000,10000.00', 'quantity 0 1000 timing'],
    ['no row of what we hold', '2024-06-04,beta,5,50.00', 'quantity 1000 0 position|quantity 0 5 position'],
  ])('%s', (_, row, expected) => {
    const basis = row.startsWith('2024-06-03') ? ('nav' as const) : undefined
    const found = lines(`date,instrument,quantity,value\n${row}`, { basis }).filter((line) => line.startsWith('2024'))
    expect(found.map((line) => line.replace(/^\S+ \w+ /, ''))).toEqual(expected === '' ? [] : expected.split('|'))
  })

  test('a price of the day before is said to be one', () => {
    const [comparison] = compared(['date,instrument,quantity,price\n2024-06-05,acme,1000,10.10'], {}, held).comparisons
    expect(comparison).toMatchObject({ differences: [{ cause: 'price', because: 'the prices differ; theirs is our price of 2024-06-04' }] })
  })
})

test('trial balances: by code or name, and each difference under its cause', () => {
  const file = `date,account,debit,credit
    2024-06-04,1000,89999,
    2024-06-04,Investments in unaffiliated issuers at cost,1,
    2024-06-04,1190,100.00,
    2024-06-04,3010,,99990.00
    2024-06-04,3000,,10.00
    2024-06-04,4000,,7.00
    2024-06-04,7000,,0
    2024-06-04,9999,3.00,`
  const [comparison] = compared([file]).comparisons
  if (comparison?.kind !== 'trial-balance') throw new Error('no balances')
  expect(comparison.differences.map(({ account, cause, ours, theirs }) => `${account.code} ${formatDecimal(ours)} ${formatDecimal(theirs)} ${cause}`)).toEqual([
    '1000 90000.00 89999 unexplained',
    '1100 10000.00 0 unexplained',
    '4000 0.00 -7.00 accrual',
    '7000 -100.00 0 timing',
  ])
  expect(comparison.unmatched.map(({ account }) => account)).toEqual(['Investments in unaffiliated issuers at cost', '9999'])
})

test('trial balances of another chart: each account of theirs under ours, several of them together', () => {
  const file = `date,account,account name,debit,credit
    2024-06-04,A1,Cash at bank,60000.00,
    2024-06-04,A2,Cash at broker,30000.00,
    2024-06-04,B1,Securities,10000.00,
    2024-06-04,B9,Appreciation,100.00,
    2024-06-04,C1,Capital,,100000.00
    2024-06-04,G1,Gains not realized,,100.00`
  // Par of 10,000 × 0.001 is an account of its own in ours.
  const accounts = table('accounts.csv', 'account,ours\nA1,1000\nCash at broker,1000\nB1,1100\nB9,1190\nC1,3010\nG1,7000')
  const [comparison] = compared([file], { accounts }).comparisons
  if (comparison?.kind !== 'trial-balance') throw new Error('no balances')
  expect(comparison.differences.map(({ account, ours, theirs }) => `${account.code} ${formatDecimal(ours)} ${formatDecimal(theirs)}`)).toEqual([
    '3000 -10.00 0',
    '3010 -99990.00 -100000.00',
  ])
  expect(comparison.unmatched).toEqual([])
  expect(issuesOf(file, { accounts: table('accounts.csv', 'account,ours\nA1,1000\nA1,1100\nB1,9') })).toEqual([
    'accounts.csv:3 account compare.two-accounts',
    'accounts.csv:4 ours reference.unknown-account',
  ])
})

test('whatever differs, the parts of a day add up to its difference, and the days to the level of the last', () => {
  const cents = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 5, maxLength: 5 })
  const quoted = ['10.00', '10.10', '10.30', '10.20', '10.50']
  const moved = (figure: string | undefined, gap: number | undefined): string =>
    formatDecimal(decimal((parseDecimal(figure ?? '') as Decimal).units + BigInt(gap ?? 0), 2))
  fc.assert(
    fc.property(cents, cents, fc.integer({ min: 1, max: 2000 }), (navGaps, priceGaps, units) => {
      const theirs = navs(...dates.map((date, index) => `${date},${moved(five[index], navGaps[index])}`))
      const positions = ['date,instrument,quantity,price', ...dates.map((date, index) => `${date},acme,${units},${moved(quoted[index], priceGaps[index])}`)]
      const [comparison] = compared([theirs, positions.join('\n')]).comparisons
      if (comparison?.kind !== 'navs') throw new Error('no net asset values')
      for (const { daily, parts } of comparison.days) expect(parts.reduce((total, { bp }) => total + bp.units, 0n)).toBe(daily.units)
      expect(comparison.days.reduce((total, { daily }) => total + daily.units, 0n)).toBe(comparison.days.at(-1)?.level.units)
    }),
    { numRuns: 60 },
  )
})

describe('verdict', () => {
  const bp = (text: string) => parseDecimal(text)
  // Differences 0, 0, −49.60, 49.60 and −59.35 bp: the middle one 49.60, the last level −59.35.
  const file = navsBut({ 2: '10.08', 4: '10.11' })

  test.each([
    [{ median: bp('49.7'), ninetieth: bp('59.4'), largest: bp('59.4'), cumulative: bp('59.4'), level: bp('59.4') }, []],
    [{ median: bp('49.5') }, ['median']],
    [{ ninetieth: bp('59') }, ['ninetieth']],
    [{ largest: bp('59') }, ['largest']],
    [{ cumulative: bp('59') }, ['cumulative']],
    [{ level: bp('59') }, ['level']],
    [{}, ['differences']],
  ])('%#', (tolerances, expected) => {
    const { verdicts } = compared([file], { tolerances })
    expect(verdicts.filter(({ isWithin }) => !isWithin).map(({ measure }) => measure)).toEqual(expected)
  })

  test('a position is judged by its weight in net assets', () => {
    // One unit of 1,000 at 10.10 is 1.01 bp of 100,100.
    const positions = 'date,instrument,quantity\n2024-06-04,acme,999'
    expect(compared([positions], { tolerances: { largest: bp('1.01') } }).verdicts).toMatchObject([{ isWithin: true }])
    expect(compared([positions], { tolerances: { largest: bp('1') } }).verdicts).toMatchObject([{ isWithin: false }])
  })
})

describe('what is wrong with a file', () => {
  const several: BookText = { ...book, shareClass: { ticker: 'AAAAX' } }

  test.each([
    ['no column that is known', 'day,figure\n2024-06-04,1', ['theirs-1.csv:1 compare.unknown-kind']],
    [
      'a figure that is none, in its own heading',
      'value date,NAV\n2024-06-04,"10,01"\n2024-06-0x,10.01',
      ['theirs-1.csv:2 NAV field.number', 'theirs-1.csv:3 value date field.date'],
    ],
    ['nothing stated', 'date,nav,shares\n2024-06-04,,', ['theirs-1.csv:2 compare.nothing-stated']],
    ['no name of an instrument', 'date,cusip,quantity\n2024-06-04,,5', ['theirs-1.csv:2 compare.nothing-stated']],
    ['a balance and a debit', 'date,account,debit,balance\n2024-06-04,1000,5,5', ['theirs-1.csv:2 compare.two-balances']],
    ['a net asset value of zero', 'date,nav\n2024-06-04,0.00', ['theirs-1.csv:2 nav field.sign']],
    ['a class that the fund does not have', 'date,class,nav\n2024-06-04,b,10.01', ['theirs-1.csv:2 class compare.unknown-class']],
    ['a day twice', 'date,class,nav\n2024-06-04,a,10.01\n2024-06-04,AAAAX,10.02', ['theirs-1.csv:3 date compare.repeated-day']],
    ['no day of the book', 'date,nav\n2023-06-04,10.01', ['theirs-1.csv compare.no-common-day']],
  ])('%s', (_, text, expected) => expect(issuesOf(text, {}, several)).toEqual(expected))

  test('days that were not struck are left out with the reason', () => {
    const [comparison] = compared([navs('2024-06-02,9', '2024-06-04,10.01', '2024-06-08,9')]).comparisons
    if (comparison?.kind !== 'navs') throw new Error('no net asset values')
    expect(comparison.notCompared.map(({ why }) => why)).toEqual(['the first net asset value is that of 2024-06-03', 'the book ends on 2024-06-07'])
  })
})
