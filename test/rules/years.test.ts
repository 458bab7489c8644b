/**
 * Reports of three fiscal years in a row (R1.6, R6.16, R8.18): a fund of December 2022 that holds at home and abroad, whose
 * first two years end on a Saturday and a Sunday, with trades open over both ends. Each report begins where the last ended.
 */
import { describe, expect, test } from 'vitest'
import { businessDays } from '../../src/reference/nyse-calendar.ts'
import { type Balances, postEntries } from '../../src/ledger/balances.ts'
import { type Posting } from '../../src/ledger/journal-entry.ts'
import { type Period } from '../../src/reference/fund.ts'
import { type Replay } from '../../src/nav/replay.ts'
import { defaultPresentation } from '../../src/statements/presentation.ts'
import { buildReport, type Report } from '../../src/statements/report.ts'
import { type FigureId } from '../../src/statements/figure.ts'
import { statementBooks, viewDates } from '../../src/statements/statement-books.ts'
import { type CalendarDate, formatCalendarDate } from '../../src/values/calendar-date.ts'
import { equals, formatDecimal, subtract, sum } from '../../src/values/decimal.ts'
import { type BookText, day, keep, shownIssue } from '../support/book.ts'

const first = day('2022-12-14')
const through = day('2024-12-31')
const dates = businessDays(first, through)
/** A price or a rate that wanders, the same in every run. */
const wander = (start: number, step: number, at: number): number => start + Math.round(start * 0.08 * Math.sin(at / step)) + ((at * 7919) % 13) - 6
const shown = (units: number, places: number): string => (units / 10 ** places).toFixed(places)

const text: BookText = {
  inception: '2022-12-14',
  instruments: `
    id,   name,       type,         industry, country, currency, income_producing, income_source
    acme, Acme Corp., common-stock, Tools,    US,      USD,      yes,              test
    euro, Euro AG,    common-stock, Tools,    DE,      EUR,      yes,              test
    yama, Yama KK,    common-stock, Music,    JP,      JPY,      no,               test
  `,
  events: {
    subscription: `
      id, trade_date, class, amount
      s1, 2022-12-14, a, 750000.00
      s2, 2022-12-30, a, 12345.67
      s3, 2023-12-29, a, 4321.00
      s4, 2024-06-14, a, 99.99`,
    redemption: `
      id, trade_date, class, amount, shares
      r1, 2023-03-15, a, , 1234.567
      r2, 2023-12-29, a, 777.77,`,
    purchase: `
      id, trade_date, instrument, quantity, price, commission
      p1, 2022-12-15, acme, 2000, 50.11, 9.95
      p2, 2022-12-16, euro, 900, 40.37, 12.50
      p3, 2022-12-19, yama, 700, 1501.5, 900
      p4, 2022-12-30, euro, 150, 41.05, 3.10
      p5, 2023-05-11, yama, 300, 1477, 450
      p6, 2023-12-28, euro, 75, 42.42, 2.20
      p7, 2024-02-01, acme, 120, 49.80, 4.95`,
    sale: `
      id, trade_date, instrument, quantity, price, commission
      x1, 2022-12-29, yama, 100, 1533, 300
      x2, 2023-07-20, euro, 400, 43.21, 5.00
      x3, 2023-12-29, acme, 333, 52.07, 4.95
      x4, 2024-11-07, euro, 600, 39.99, 7.50`,
    'manual-entry': `
      id, line, effective_date, account, currency, debit, credit, base_amount, reason
      m1, 1, 2022-12-31, 5290, , 150.00, , , an expense of the Saturday
      m1, 2, 2022-12-31, 2560, , , 150.00, ,
      m2, 1, 2023-06-30, 1000, , 2345.67, , , dividends
      m2, 2, 2023-06-30, 4000, , , 2345.67, ,
      m3, 1, 2023-09-29, 1010, EUR, 20000.00, , 21170.00, euros bought
      m3, 2, 2023-09-29, 1011, EUR, , 20000.00, 21170.00,
      m3, 3, 2023-09-29, 1012, , 21170.00, , ,
      m3, 4, 2023-09-29, 1000, , , 21170.00, ,
      m4, 1, 2024-10-31, 5250, , 80.05, , , audit
      m4, 2, 2024-10-31, 2560, , , 80.05, ,
      m5, 1, 2023-12-31, 5210, EUR, 33.33, , 36.79, custodian abroad on the Sunday
      m5, 2, 2023-12-31, 2540, EUR, , 33.33, 36.79,`,
  },
  prices: [
    'date,instrument,price,type,source',
    ...dates.flatMap((date, at) => [
      `${formatCalendarDate(date)},acme,${shown(wander(5000, 37, at), 2)},close,x`,
      `${formatCalendarDate(date)},euro,${shown(wander(4100, 53, at), 2)},close,x`,
      `${formatCalendarDate(date)},yama,${shown(wander(15000, 71, at), 1)},close,x`,
    ]),
  ].join('\n'),
  rates: [
    'date,currency,rate,quote,source,time',
    ...dates.flatMap((date, at) => [
      `${formatCalendarDate(date)},EUR,${shown(wander(10700, 61, at), 4)},base-per-foreign,x,16:00 America/New_York`,
      `${formatCalendarDate(date)},JPY,${shown(wander(14100, 83, at), 2)},foreign-per-base,x,16:00 America/New_York`,
    ]),
  ].join('\n'),
}

const years = [
  { name: '2022', from: first, through: day('2022-12-31') },
  { name: '2023', from: day('2023-01-01'), through: day('2023-12-31') },
  { name: '2024', from: day('2024-01-01'), through: day('2024-12-31') },
] as const
const replayOf = ({ from, through: end }: Period): Replay => keep(text, formatCalendarDate(end), viewDates({ from, through: end }).map(formatCalendarDate))
const replays = years.map(replayOf)

function reportOf(replay: Replay, period: Period): Report {
  const { report, issues } = buildReport(statementBooks(replay, period), defaultPresentation(replay.book.fund), true)
  expect(issues.map(shownIssue)).toEqual([])
  if (report === undefined) throw new Error('no report')
  return report
}
const reports = years.map((period, at) => reportOf(replays[at] as Replay, period))
const [of2022, of2023, of2024] = reports as [Report, Report, Report]
const pairs = [
  ['2023', of2022, of2023, '2022-12-31'],
  ['2024', of2023, of2024, '2023-12-31'],
] as const

const printed = ({ cells }: Report, line: string): string | undefined => cells.find(({ place }) => place.startsWith(`${line}/`))?.printed
const amount = ({ figures }: Report, id: string): string => formatDecimal(figures.get(id as FigureId).amount)

test('the periods are those of the fiscal years: a short first one, then whole years', () => {
  expect(reports.map(({ periodName }) => periodName)).toEqual(['2022', '2023', '2024'])
  const stubs = reports.map(({ statements }) => statements.find(({ id }) => id === 'soo')?.stub[0])
  expect(stubs).toEqual([
    'For the period ended December 31, 2022',
    'For the fiscal year ended December 31, 2023',
    'For the fiscal year ended December 31, 2024',
  ])
  expect(reports.map(({ statements }) => statements.at(-1)?.columns[0]?.heading.at(-1))).toEqual(['2022(1)', '2023', '2024'])
})

test.each(reports.map((report) => [report.periodName, report] as const))('%s: all identities tie', (_, report) => {
  expect(report.identities.filter(({ result }) => result === 'breaks')).toEqual([])
})

describe.each(pairs)('%s begins where the year before ended', (_name, last, next, end) => {
  test('printed: net assets, shares, net asset value per share', () => {
    expect(printed(next, 'socna.net-assets-at-beginning')).toBe(printed(last, 'socna.net-assets'))
    expect(printed(next, 'socna.shares-outstanding-at-beginning')).toBe(printed(last, 'socna.shares-outstanding'))
    expect(printed(next, 'highlights.nav-at-beginning')).toBe(printed(last, 'highlights.nav-at-end'))
  })

  test('exact: every figure of that day that both reports have', () => {
    const shared = last.figures.all().filter(({ id, context }) => 'at' in context.when && context.when.at === day(end) && next.figures.has(id))
    expect(shared.length).toBeGreaterThan(20)
    const differ = shared.filter(({ id, amount: before }) => !equals(before, next.figures.get(id).amount))
    expect(differ.map(({ id }) => id)).toEqual([])
  })

  test('R8.13: components roll: opening and the flows of the year, exact and as printed', () => {
    const at = formatCalendarDate(next.period.through)
    const change = (concept: string) =>
      subtract(next.figures.get(`${concept}@${at}` as FigureId).amount, last.figures.get(`${concept}@${end}` as FigureId).amount)
    const flow = (concept: string) => next.figures.get(`${concept}@${next.periodName}` as FigureId).amount
    expect(equals(change('undistributed-net-investment-income'), flow('net-investment-income'))).toBe(true)
    expect(equals(change('undistributed-net-realized-gain'), flow('net-realized-gain'))).toBe(true)
    expect(equals(change('unrealized-appreciation'), flow('change-in-unrealized'))).toBe(true)
    expect(equals(change('paid-in-capital'), flow('net-capital-share-transactions'))).toBe(true)
    const value = ({ cells }: Report, line: string) => cells.find(({ place }) => place.startsWith(`${line}/`))?.value ?? { units: 0n, scale: 0 }
    for (const [component, line] of [
      ['undistributed-net-realized-gain', 'socna.net-realized-gain'],
      ['unrealized-appreciation', 'socna.change-in-unrealized'],
    ] as const) {
      expect(equals(subtract(value(next, `socna.${component}`), value(last, `socna.${component}`)), value(next, line)), line).toBe(true)
    }
  })
})

test('R6.16: a year that ends on a Saturday has its own last day’s entry, and Friday’s prices and rates', () => {
  expect(amount(of2022, 'miscellaneous-expenses@2022')).toBe('150.00')
  expect(amount(of2023, 'miscellaneous-expenses@2023')).toBe('0.00')
  const friday = of2022.figures.books.rateOn('EUR' as never, day('2022-12-31'))
  expect(friday && formatCalendarDate(friday.date)).toBe('2022-12-30')
  // Bought on Friday, in no net asset value yet, and owed at the rate of its own day.
  expect(amount(of2022, 'position-quantity[euro]@2022-12-31')).toBe('1050.000000')
  // EUR 33.33 of Sunday, 31 December 2023, are in the year that it ends, as booked and as translated.
  expect(amount(of2023, 'custodian-fees@2023')).toBe('36.79')
  expect(amount(of2023, 'foreign-item[EUR.2540]@2023-12-31')).toBe('33.33')
})

test('the years add: what was ever realized is what the three reports say', () => {
  const flows = reports.map(({ figures, periodName }) => figures.get(`net-realized-gain@${periodName}` as FigureId).amount)
  expect(formatDecimal(sum(flows))).toBe(amount(of2024, 'undistributed-net-realized-gain@2024-12-31'))
})

describe('R2.3: the close of a fiscal year', () => {
  test.each([
    ['2023', 1],
    ['2024', 2],
  ] as const)('no figure of %s asks it: with the closes undone in the ledger the report is the same', (_name, at) => {
    const replay = replays[at] as Replay
    const closes = replay.journal.filter(({ cause }) => cause.by === 'rule' && cause.rule === 'fiscal year close')
    expect(closes.map(({ effectiveDate }) => formatCalendarDate(effectiveDate))).toEqual(['2022-12-31', '2023-12-31'].slice(0, at))
    expect(closes.every(({ postings }) => postings.length > 4)).toBe(true)

    const undone = (balances: Balances, date: CalendarDate): Balances =>
      postEntries(
        balances,
        closes.flatMap((entry) => (entry.navDate <= date ? [{ ...entry, postings: entry.postings.map(reversed) }] : [])),
      )
    const views = new Map([...replay.views].map(([date, view]) => [date, { ...view, state: { ...view.state, balances: undone(view.state.balances, date) } }]))
    const report = reportOf({ ...replay, journal: replay.journal.filter((entry) => !closes.includes(entry)), views }, years[at])
    const before = reports[at] as Report
    expect(report.identities).toEqual(before.identities)
    expect(report.cells).toEqual(before.cells)
    expect(report.figures.all()).toEqual(before.figures.all())
  })

  test('a period over the end of a year has the flows of both its parts', () => {
    const period = { name: '2022-12-14..2023-12-31', from: first, through: day('2023-12-31') } as const
    const both = reportOf(replayOf(period), period)
    for (const concept of ['net-realized-gain', 'net-investment-income', 'change-in-unrealized', 'net-capital-share-transactions']) {
      const parts = [of2022, of2023].map(({ figures, periodName }) => figures.get(`${concept}@${periodName}` as FigureId).amount)
      expect(formatDecimal(sum(parts)), concept).toBe(amount(both, `${concept}@${both.periodName}`))
    }
    expect(both.identities.filter(({ result }) => result === 'breaks')).toEqual([])
  })
})

const reversed = (posting: Posting): Posting => ({ ...posting, side: posting.side === 'debit' ? 'credit' : 'debit' })
