/** Fund shares sold (R3.1): priced at the net asset value next computed after the order. */
import { type CapitalActivity, capitalActivityOf, capitalColumns, capitalIssues } from './capital-activity.ts'
import { eventKind } from './event-kind.ts'
import { type RecordHeader } from './record.ts'

export type Subscription = RecordHeader<'subscription'> & { readonly payload: CapitalActivity }

export const subscription = eventKind({
  kind: 'subscription',
  doc: 'Fund shares sold at the net asset value next computed (R3.1).',
  columns: capitalColumns,
  dateColumn: 'trade_date',
  rank: 'capital',
  isOfBusinessDay: true,
  issues: capitalIssues,
  payload: capitalActivityOf,
})
