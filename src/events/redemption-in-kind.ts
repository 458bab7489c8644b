/** Fund shares redeemed for a basket of securities (R3.6). */
import { deliveryKind, type InKindOrder } from './in-kind.ts'
import { type RecordHeader } from './record.ts'

export type RedemptionInKind = RecordHeader<'redemption-in-kind'> & { readonly payload: InKindOrder }

/** It is dealt at the close, so what was bought on its day is there to be delivered: it is booked behind the sales of the day. */
export const redemptionInKind = deliveryKind({
  kind: 'redemption-in-kind',
  doc: 'Fund shares redeemed for securities and a balancing amount of cash, all at the net asset value of the trade date (R3.6). Rows that share an id are the lines of one basket, and stand in one file.',
  rank: 'sale',
})
