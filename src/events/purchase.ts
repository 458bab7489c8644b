/** Purchase of securities (R3.8): recorded on the trade date, at cost with commission and charges. */
import { type RecordHeader } from './record.ts'
import { type Trade, tradeColumns, tradeIssues, tradeOf } from './trade.ts'
import { eventKind } from './event-kind.ts'

export type Purchase = RecordHeader<'purchase'> & { readonly payload: Trade }

export const purchase = eventKind({
  kind: 'purchase',
  doc: 'A purchase of securities, at cost with commission and charges (R3.8).',
  columns: tradeColumns,
  dateColumn: 'trade_date',
  rank: 'purchase',
  isOfBusinessDay: true,
  issues: tradeIssues,
  payload: tradeOf,
})
