/** The four files of a folder as rows: what a fund publishes each day, in the layout that the README beside this describes. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCsv } from '../../src/book/csv.ts'
import { type CalendarDate } from '../../src/values/calendar-date.ts'
import { USD } from '../../src/values/currency.ts'
import { type Decimal } from '../../src/values/decimal.ts'
import { bad, date, type Field, good, signedDecimal, text } from '../../src/values/field.ts'
import { compareIssues, type Issue } from '../../src/values/issue.ts'
import { type Columns, optional, type ReadRow, readTable, required, type SourceRow } from '../../src/values/table.ts'

/** One line of the holdings: the position after the trades of its day, at the closing prices of that day. */
export type HoldingRow = {
  readonly source: SourceRow
  readonly date: CalendarDate
  readonly company: string
  readonly ticker: string | undefined
  readonly cusip: string | undefined
  readonly shares: Decimal
  /** In dollars, whatever the security trades in. */
  readonly marketValue: Decimal
}

/** Net assets, shares and net asset value per share of a day, after its orders. */
export type NavRow = {
  readonly source: SourceRow
  readonly date: CalendarDate
  readonly netAssets: Decimal
  readonly shares: Decimal
  readonly navPerShare: Decimal
}

/** Dollars of the orders of a day: creations less redemptions. */
export type FlowRow = { readonly source: SourceRow; readonly date: CalendarDate; readonly flow: Decimal }

/** `after` units for `before` old ones, at the open of the day: 10 and 1. */
export type SplitRow = {
  readonly source: SourceRow
  readonly date: CalendarDate
  readonly ticker: string | undefined
  readonly name: string | undefined
  readonly after: Decimal
  readonly before: Decimal
}

export type PublishedFolder = {
  readonly holdings: readonly HoldingRow[]
  readonly navs: readonly NavRow[]
  readonly flows: readonly FlowRow[]
  readonly splits: readonly SplitRow[]
  readonly issues: readonly Issue[]
}

const ratio: Field<{ readonly after: Decimal; readonly before: Decimal }> = {
  describes: 'new units for old ones, as in 10:1',
  example: '10:1',
  read: (value, context) => {
    const [after, before, ...more] = value.split(':').map((part) => signedDecimal.read(part.trim(), context))
    return after?.ok === true && before?.ok === true && more.length === 0 && after.value.units > 0n && before.value.units > 0n
      ? good({ after: after.value, before: before.value })
      : bad('field.number', 'two numbers above zero with a colon between them', 'Write new units for old ones, as in 10:1.')
  },
  schema: {},
}

const holdingColumns = {
  value_date: required(date, 'Day of the position.'),
  company: required(text, 'Name of the security.'),
  ticker: optional(text, 'Ticker.'),
  cusip: optional(text, 'CUSIP; for a foreign security often a SEDOL or ISIN.'),
  shares: required(signedDecimal, 'Units.'),
  market_value: required(signedDecimal, 'Value in dollars.'),
} as const

const navColumns = {
  date: required(date, 'Day.'),
  aum_usd: required(signedDecimal, 'Net assets.'),
  shares_outstanding: required(signedDecimal, 'Shares outstanding.'),
  nav_per_share: required(signedDecimal, 'Net asset value per share.'),
} as const

const flowColumns = { date: required(date, 'Day.'), net_flow_usd: required(signedDecimal, 'Dollars of the orders of the day.') } as const

const splitColumns = {
  value_date: required(date, 'First day in new units.'),
  ticker: optional(text, 'Ticker.'),
  name: optional(text, 'Name.'),
  ratio: required(ratio, 'New units for old ones.'),
} as const

/** Reads the folder; splits.csv may be absent, and columns that are not needed are read over. */
export function readPublishedFolder(folder: string): PublishedFolder {
  const issues: Issue[] = []
  const read = <Specification extends Columns>(file: string, specification: Specification): readonly ReadRow<Specification>[] => {
    const { table, issues: ofForm } = readCsv(file, readFileSync(join(folder, file)))
    // A blank beside a cell is no fault of a file that was not written for this.
    issues.push(...ofForm.filter(({ code }) => code !== 'csv.blanks'))
    if (table === undefined) return []
    const positions = table.header.flatMap((name, position) => (Object.hasOwn(specification, name.trim()) ? [position] : []))
    const pick = (cells: readonly string[]): readonly string[] => positions.map((position) => (cells[position] ?? '').trim())
    const reading = readTable(
      specification,
      { ...table, header: pick(table.header), rows: table.rows.map(({ line, cells }) => ({ line, cells: pick(cells) })), lost: [] },
      { baseCurrency: USD },
    )
    issues.push(...reading.issues)
    return reading.rows
  }
  return {
    holdings: read('holdings.csv', holdingColumns).map(({ source, values }) => ({
      source,
      date: values.value_date,
      company: values.company,
      ticker: values.ticker,
      cusip: values.cusip,
      shares: values.shares,
      marketValue: values.market_value,
    })),
    navs: read('nav-per-share.csv', navColumns).map(({ source, values }) => ({
      source,
      date: values.date,
      netAssets: values.aum_usd,
      shares: values.shares_outstanding,
      navPerShare: values.nav_per_share,
    })),
    flows: read('aum-and-flows.csv', flowColumns).map(({ source, values }) => ({ source, date: values.date, flow: values.net_flow_usd })),
    splits: existsSync(join(folder, 'splits.csv'))
      ? read('splits.csv', splitColumns).map(({ source, values }) => ({
          source,
          date: values.value_date,
          ticker: values.ticker,
          name: values.name,
          ...values.ratio,
        }))
      : [],
    issues: issues.toSorted(compareIssues),
  }
}
