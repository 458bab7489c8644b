/**
 * Orders of fund shares that are dealt in securities (R3.6), as those of an exchange-traded fund: several rows with one id
 * are one record. What is of the whole order stands on its first line; each line is one security of the basket.
 */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { formatShortDecimal } from '../values/decimal.ts'
import { amountOrZero, anyAmount, date, quantity, shares, text, wholeNumber } from '../values/field.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { type Quantity, Shares } from '../values/scaled.ts'
import { optional, type ReadRow, required, type RowOf, type SourceRow } from '../values/table.ts'
import { type ClassId } from '../reference/fund.ts'
import { classIdField } from '../reference/fund-file.ts'
import { type InstrumentId, instrumentId } from '../reference/instrument.ts'
import { type BookingRank, type DecodingContext, type EventKindOf } from './event-kind.ts'
import { type LotSelection, lotSelections, selectionIssues } from './lot-selection.ts'
import { headerColumns, type RecordHeader, UNKNOWN_ACTOR } from './record.ts'

export type BasketLine = {
  readonly source: SourceRow
  readonly instrument: InstrumentId
  readonly quantity: Quantity
  /** The lots that are delivered, where the record names them. */
  readonly lots?: readonly LotSelection[] | undefined
}

export type InKindOrder = {
  readonly classId: ClassId
  readonly shares: Shares
  /** In minor units of the base currency. Positive: from the holder into the fund at a creation, from the fund to the holder at a redemption. */
  readonly cashComponent: Amount
  /** Kept by the fund, beside the cash component: the holder pays it, or gets so much less. */
  readonly transactionFee: Amount
  readonly settlementDate: CalendarDate | undefined
  /** In the order of their numbers; no instrument twice. */
  readonly lines: readonly BasketLine[]
}

const columns = {
  ...headerColumns,
  line: required(wholeNumber(1, 99_999), 'Number of the line within the order, from 1.'),
  trade_date: optional(date, 'Day whose net asset value and whose prices price the order; required on the first line.'),
  class: optional(classIdField, 'Share class: an id of fund.yaml; required on the first line.'),
  shareholder: optional(text, 'Who creates or redeems, on the first line; never printed in a statement.'),
  shares: optional(shares, 'Fund shares of the order; required on the first line.'),
  cash_component: optional(
    anyAmount,
    'Cash that balances the basket, on the first line, in the base currency: into the fund at a creation, out of it at a redemption; negative the other way.',
  ),
  transaction_fee: optional(amountOrZero, 'Fee that the fund keeps, on the first line, in the base currency; the cash component is without it.'),
  settlement_date: optional(date, 'Date on which the cash moves, on the first line; by the settlement policy where empty.'),
  instrument: required(instrumentId, 'Security of the line: an id of instruments.csv, once in an order.'),
  quantity: required(quantity, 'Units of it, always positive.'),
} as const

const deliveryColumns = {
  ...columns,
  lots: optional(lotSelections, 'The lots that are delivered, for specific identification; their quantities add to the quantity of the line.'),
} as const

type Row = ReadRow<typeof columns> & { readonly values: { readonly lots?: readonly LotSelection[] | undefined } }

/** What stands on the first line; on the others it is empty, or the same. */
const ofFirstLine = ['trade_date', 'class', 'shareholder', 'shares', 'cash_component', 'transaction_fee', 'settlement_date'] as const
const requiredOfFirst = ['trade_date', 'class', 'shares'] as const

type Common<Kind extends string> = { readonly kind: Kind; readonly doc: string; readonly rank: BookingRank }

/** Securities come into the fund. */
export const creationKind = <const Kind extends string>(common: Common<Kind>): EventKindOf<Kind, typeof columns, InKindOrder> => ({
  ...common,
  columns,
  dateColumn: 'trade_date',
  isOfBusinessDay: true,
  hasLines: true,
  decode: (rows, context) => decode(common.kind, rows, context),
})

/** Securities leave the fund, and the record may name their lots. */
export const deliveryKind = <const Kind extends string>(common: Common<Kind>): EventKindOf<Kind, typeof deliveryColumns, InKindOrder> => ({
  ...common,
  columns: deliveryColumns,
  dateColumn: 'trade_date',
  isOfBusinessDay: true,
  hasLines: true,
  decode: (rows, context) => decode(common.kind, rows, context),
})

function decode<Kind extends string>(kind: Kind, rows: readonly Row[], context: DecodingContext) {
  const issues: Issue[] = []
  const events = [...Map.groupBy(rows, ({ values }) => values.id)].flatMap(([id, lines]) =>
    orderOf(
      kind,
      id,
      lines.toSorted((a, b) => a.values.line - b.values.line),
      context,
      issues,
    ),
  )
  return { events, issues }
}

function orderOf<Kind extends string>(
  kind: Kind,
  id: RecordId,
  rows: readonly Row[],
  { stream, unreadable }: DecodingContext,
  issues: Issue[],
): (RecordHeader<Kind> & { readonly payload: InKindOrder })[] {
  const first = rows[0] as Row
  // Where a line could not be read, its own issue is enough: it may be the first.
  const isWhole = unreadable?.has(id) !== true
  const found = [
    ...(isWhole ? headerIssues(id, first) : []),
    ...rows.slice(1).flatMap((row) => (isWhole ? sameHeaderIssues(id, first, row) : [])),
    ...repeatedIssues(id, rows),
    ...rows.flatMap(({ values, source }) => selectionIssues({ lots: values.lots, quantity: values.quantity }, source, 'delivered')),
  ]
  for (const issue of found) issues.push(issue)
  const { trade_date: effectiveDate, class: classId, shares: ofOrder, entered_by: actor, ...rest } = first.values
  if (found.length > 0 || !isWhole || effectiveDate === undefined || classId === undefined || ofOrder === undefined) return []
  return [
    {
      id,
      stream,
      kind,
      effectiveDate,
      source: first.source,
      actor: actor ?? UNKNOWN_ACTOR,
      payload: {
        classId,
        shares: ofOrder,
        cashComponent: rest.cash_component ?? (0n as Amount),
        transactionFee: rest.transaction_fee ?? (0n as Amount),
        settlementDate: rest.settlement_date,
        lines: rows.map(({ source, values }) => ({
          source,
          instrument: values.instrument,
          quantity: values.quantity,
          ...(values.lots === undefined ? {} : { lots: values.lots }),
        })),
      },
    },
  ]
}

const issueAt = ({ source: { file, row } }: Row, column: string, code: Issue['code'], found: string, needed: string, remedy: string): Issue => ({
  code,
  place: { file, row, column },
  found,
  needed,
  remedy,
})

function headerIssues(id: RecordId, first: Row): Issue[] {
  const { trade_date: traded, settlement_date: settled, line } = first.values
  const missing = requiredOfFirst.flatMap((column) =>
    first.values[column] === undefined
      ? [
          issueAt(
            first,
            column,
            'basket.no-header',
            `line ${line} of ${id}, its first, without ${column}`,
            `${requiredOfFirst.join(', ')} on the first line of an order`,
            'Fill it in there; the other lines need only instrument and quantity.',
          ),
        ]
      : [],
  )
  if (traded === undefined || settled === undefined || settled >= traded) return missing
  return [
    ...missing,
    issueAt(
      first,
      'settlement_date',
      'settlement.before-trade',
      formatCalendarDate(settled),
      `the trade date, ${formatCalendarDate(traded)}, or later`,
      'Correct one of the two dates.',
    ),
  ]
}

function sameHeaderIssues(id: RecordId, first: Row, row: Row): Issue[] {
  return ofFirstLine.flatMap((column) => {
    const value = row.values[column]
    if (value === undefined || value === first.values[column]) return []
    return [
      issueAt(
        row,
        column,
        'basket.header-differs',
        `another ${column} than on line ${first.values.line} of ${id}`,
        `nothing, or ${shownHeader(first.values, column)}: it is said of the whole order, on its first line`,
        'Correct it, or give the lines of another order an id of their own.',
      ),
    ]
  })
}

function shownHeader(values: RowOf<typeof columns>, column: (typeof ofFirstLine)[number]): string {
  if (column === 'shares' && values.shares !== undefined) return formatShortDecimal(Shares.toDecimal(values.shares))
  if (column === 'trade_date' && values.trade_date !== undefined) return formatCalendarDate(values.trade_date)
  return 'what stands there'
}

function repeatedIssues(id: RecordId, rows: readonly Row[]): Issue[] {
  const seen = new Map<InstrumentId, number>()
  return rows.flatMap((row, index) => {
    const { line, instrument } = row.values
    const issues: Issue[] = []
    if (index > 0 && line === rows[index - 1]?.values.line)
      issues.push(
        issueAt(
          row,
          'line',
          'basket.repeated-line',
          `line ${line} of ${id} twice`,
          'each line number once',
          'Number the lines 1, 2, 3 …, or give the second order another id.',
        ),
      )
    const earlier = seen.get(instrument)
    if (earlier !== undefined)
      issues.push(
        issueAt(
          row,
          'instrument',
          'basket.repeated-instrument',
          `${instrument} on line ${line} of ${id}, and on line ${earlier}`,
          'each security once in an order: its units open or relieve lots together',
          'Add the two quantities on one line.',
        ),
      )
    seen.set(instrument, earlier ?? line)
    return issues
  })
}
