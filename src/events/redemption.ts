/** Fund shares redeemed (R3.3): priced at the net asset value next computed after the order. */
import { positiveAmount } from '../values/field.ts'
import { type Amount } from '../values/money.ts'
import { optional } from '../values/table.ts'
import { type CapitalActivity, capitalActivityOf, capitalColumns, capitalIssues } from './capital-activity.ts'
import { eventKind } from './event-kind.ts'
import { type RecordHeader } from './record.ts'

/** `redemptionFee` is kept by the fund, in minor units of the base currency: the shareholder is paid the amount less the fee. */
export type Redemption = RecordHeader<'redemption'> & { readonly payload: CapitalActivity & { readonly redemptionFee: Amount | undefined } }

export const redemption = eventKind({
  kind: 'redemption',
  doc: 'Fund shares redeemed at the net asset value next computed (R3.3).',
  columns: {
    ...capitalColumns,
    redemption_fee: optional(
      positiveAmount,
      'Fee of the order that the fund keeps, in the base currency: part of the amount, taken from what is paid, and added to paid-in capital. A charge that the distributor gets is none.',
    ),
  },
  dateColumn: 'trade_date',
  rank: 'capital',
  isOfBusinessDay: true,
  issues: capitalIssues,
  payload: (row): Redemption['payload'] => ({ ...capitalActivityOf(row), redemptionFee: row.redemption_fee }),
})
