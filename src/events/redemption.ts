/** Fund shares redeemed (R3.3): priced at the net asset value next computed after the order. */
import { type CapitalActivity, capitalActivityOf, capitalColumns, capitalIssues } from './capital-activity.ts'
import { eventKind } from './event-kind.ts'
import { type RecordHeader } from './record.ts'

export type Redemption = RecordHeader<'redemption'> & { readonly payload: CapitalActivity }

export const redemption = eventKind({
  kind: 'redemption',
  doc: 'Fund shares redeemed at the net asset value next computed (R3.3).',
  columns: capitalColumns,
  dateColumn: 'trade_date',
  rank: 'capital',
  isOfBusinessDay: true,
  issues: capitalIssues,
  payload: capitalActivityOf,
})
