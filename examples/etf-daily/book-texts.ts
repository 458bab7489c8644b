/** The texts of a made book: fund.yaml, instruments.csv, and the README that says what was done and what the data leave open. */
import { csvCell } from '../../src/book/csv-write.ts'
import { type CalendarDate, formatCalendarDate } from '../../src/values/calendar-date.ts'
import { type Decimal, formatDecimal, withoutTrailingZeros } from '../../src/values/decimal.ts'
import { type NavRow } from './read-folder.ts'
import { type Security } from './securities.ts'

/** A security on a day without a row of it: its price is that of the day before. */
export type Carried = { readonly date: CalendarDate; readonly security: string; readonly isDayMissing: boolean }

/** What was found in the folder, and what was made of it. */
export type Facts = {
  readonly name: string
  readonly takenOn: CalendarDate
  readonly last: CalendarDate
  readonly opening: NavRow
  /** Net assets less the values of all positions at the take-on: below zero where more is owed than held in cash. */
  readonly cash: Decimal
  readonly fee: Decimal | undefined
  readonly securities: readonly Security[]
  readonly moneyFunds: ReadonlySet<string>
  readonly cashRows: ReadonlyMap<string, number>
  readonly worthless: ReadonlyMap<string, number>
  readonly missingDays: readonly CalendarDate[]
  /** Securities held at the close before and without a row on the day: sold on it at the price before. */
  readonly carried: readonly Carried[]
  readonly doubts: readonly string[]
  readonly closedRows: number
  readonly unknownSplits: readonly string[]
  readonly trades: number
  readonly orders: number
  /** Places of the net asset value per share, and of shares. */
  readonly places: number
  readonly sharePlaces: number
}

export const CLASS_ID = 'shares'

/** Dollars a share: par is not in the data, and net assets do not depend on it. */
export const PAR_VALUE = '0.001'

export function fundFile({ name, takenOn, opening, fee, places, sharePlaces }: Facts): string {
  const from = formatCalendarDate(takenOn)
  const policy = (kind: string, ...settings: readonly string[]): readonly string[] => [
    `  ${kind}:`,
    `    - from: ${from}`,
    ...settings.map((setting) => `      ${setting}`),
  ]
  return [
    '# Made from published daily data; README.md says what of it is in the data and what is not.',
    'format: 1',
    '',
    'trust:',
    `  name: ${JSON.stringify(name)}`,
    '',
    'series:',
    '  id: fund',
    `  name: ${JSON.stringify(name)}`,
    '  base_currency: USD',
    `  inception: ${from} # its own is not in the data`,
    `  books_from: ${from}`,
    '  fiscal_year_end: 12-31 # not in the data',
    '',
    'classes:',
    `  - id: ${CLASS_ID}`,
    '    name: Shares',
    `    par_value: ${PAR_VALUE} # not in the data`,
    `    issue_price: ${formatDecimal(opening.navPerShare)}`,
    `    share_decimals: ${sharePlaces}`,
    '',
    'policies:',
    ...policy('nav_timing', 'trades: T+1'),
    ...policy('nav_rounding', `decimals: ${places} # as the data publish it`, 'mode: half-up'),
    ...policy('settlement', 'method: contractual', 'capital_days: 1'),
    ...policy('lot_relief', 'method: fifo'),
    ...policy('valuation', 'price_types: close last # last: carried from the day before, where the data have none'),
    ...policy('income_per_share', 'method: average-shares'),
    ...(fee === undefined
      ? []
      : [
          ...policy('advisory_fee', `rate: ${formatDecimal(fee)}`),
          ...policy('expense_accrual', 'weekend: friday', 'day_count: ACT/365', 'base_includes_capital: yes'),
        ]),
    '',
  ].join('\n')
}

const header = ['id', 'name', 'type', 'industry', 'country', 'currency', 'income_producing', 'income_source', 'ticker', 'cusip', 'isin', 'sedol', 'remark']

/** All in dollars, as the data value them. What a schedule of investments needs beside is not in the data and says so. */
export function instrumentsFile({ securities, moneyFunds }: Facts): string {
  const rows = securities.map(({ id, companies, tickers, codes }) => {
    const code = (scheme: string): string => codes.findLast((each) => each.scheme === scheme)?.text ?? ''
    const earlier = [
      ...companies.slice(0, -1),
      ...tickers.slice(0, -1),
      ...codes.filter(({ scheme, text }) => code(scheme) !== text || scheme === 'other').map(({ text }) => text),
    ]
    const remark = [
      ...(moneyFunds.has(id) ? ['Money market fund, kept at one dollar a unit.'] : []),
      ...(earlier.length === 0 ? [] : [`Also in the data as ${earlier.join(', ')}.`]),
    ].join(' ')
    return [
      id,
      companies.at(-1) ?? id,
      'common-stock',
      'Not in the data',
      'US',
      'USD',
      'no',
      'not in the data',
      tickers.at(-1) ?? '',
      code('cusip'),
      code('isin'),
      code('sedol'),
      remark,
    ]
  })
  return [header, ...rows].map((row) => row.map(csvCell).join(',')).join('\n') + '\n'
}

/** The README of the book. */
export function noteFile(facts: Facts): string {
  const { name, takenOn, last, opening, cash, fee, securities, cashRows, worthless, missingDays, carried, doubts, closedRows, unknownSplits, trades, orders } =
    facts
  const renamed = securities.filter(
    ({ companies, tickers, codes }) => companies.length + tickers.length + codes.length > [companies, tickers, codes].filter(({ length }) => length > 0).length,
  )
  const list = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines.map((line) => `- ${line}`)]
  const money = (value: Decimal): string => formatDecimal(value).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
  return [
    `# ${name}`,
    '',
    `Made from published daily holdings, flows and net asset values. Taken on at the close of ${formatCalendarDate(takenOn)}, kept through ${formatCalendarDate(last)}: ${securities.length} securities, ${trades} trades, ${orders} orders.`,
    '',
    `- Positions of ${formatCalendarDate(takenOn)} are opening lots at their value: their cost is not in the data, so gains count from that day.`,
    `- Opening net assets are ${money(opening.netAssets)} and ${formatDecimal(withoutTrailingZeros(opening.shares))} shares. What the positions leave of net assets, ${money(cash)}, is opening cash: cash, receivables and payables are not in the data.`,
    '- A price is the one with the fewest places that gives the published value to the cent. Foreign securities are valued in dollars by the data, and kept as instruments in dollars.',
    '- The change of a position, splits apart, is a purchase or sale at the close of its day; commissions and settlement dates are not in the data.',
    '- An order has the dollars of the flow and the change of shares. Both are stated, so an order deals at the published net asset value, and a difference of ours to it is an exception of the day and spreads over the orders.',
    `- ${fee === undefined ? 'No fee is charged.' : `An advisory fee of ${formatDecimal(fee)} a year is accrued on net assets, ÷ 365, on Friday for the weekend, and never paid.`} Dividends, interest and other expenses are not in the data.`,
    '- Type, industry and country of a security are not in the data: do not read a schedule of investments from this book.',
    ...list(
      'Days without holdings',
      missingDays.map(
        (date) =>
          `${formatCalendarDate(date)}: prices of the day before are carried, as type "last"; trades until then are at the close of the next day with holdings`,
      ),
    ),
    ...list(
      'Sold on a day without a price',
      carried.map(
        ({ date, security }) => `${security} on ${formatCalendarDate(date)}: no row any more, so the price of the day before is carried and it is sold at that`,
      ),
    ),
    ...list(
      'Identifiers that changed',
      renamed.map(
        ({ id, companies, tickers, codes }) =>
          `${id}: ${[companies, tickers, codes.map(({ text }) => text)]
            .filter(({ length }) => length > 1)
            .map((names) => names.join(' → '))
            .join('; ')}`,
      ),
    ),
    ...list(
      'Rows of cash, part of the cash left over',
      [...cashRows].map(([company, count]) => `${company}: ${count} rows`),
    ),
    ...list(
      'Units without a value, at a billionth of a dollar',
      [...worthless].map(([id, count]) => `${id}: ${count} days`),
    ),
    ...list('Splits of what is not held', unknownSplits),
    ...list('Rows of days on which the exchange was closed, left out', closedRows === 0 ? [] : [String(closedRows)]),
    ...list('Orders in doubt', doubts),
    '',
  ].join('\n')
}
