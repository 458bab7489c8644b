/** Sale of securities (R3.9): net proceeds, with the lots relieved by policy or as the sale names them (R4.2). */
import { optional } from '../values/table.ts'
import { eventKind } from './event-kind.ts'
import { type LotSelection, lotSelections, selectionIssues } from './lot-selection.ts'
import { type RecordHeader } from './record.ts'
import { type Trade, tradeColumns, tradeIssues, tradeOf } from './trade.ts'

export type Sale = RecordHeader<'sale'> & { readonly payload: Trade & { readonly lots: readonly LotSelection[] | undefined } }

const columns = {
  ...tradeColumns,
  lots: optional(lotSelections, 'The lots it relieves, for specific identification; their quantities add to the quantity sold.'),
} as const

export const sale = eventKind({
  kind: 'sale',
  doc: 'A sale of securities, at proceeds net of commission and charges (R3.9).',
  columns,
  dateColumn: 'trade_date',
  rank: 'sale',
  isOfBusinessDay: true,
  issues: (row, source, context) => [...tradeIssues(row, source, context), ...selectionIssues(row, source, 'sold')],
  payload: (row, context): Sale['payload'] => ({ ...tradeOf(row, context), lots: row.lots }),
})
