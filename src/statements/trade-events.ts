/** What moves the units of an instrument: lots taken on, purchases, sales, splits, and each line of a basket by itself. */
import { type FundEvent } from '../events/event.ts'
import { type BasketLine } from '../events/in-kind.ts'

/** A line of a basket as a trade of one instrument: the record's own id, kind and date, and the row of the line. */
export type BasketTrade = Pick<Extract<FundEvent, { kind: 'creation-in-kind' | 'redemption-in-kind' }>, 'id' | 'kind' | 'effectiveDate' | 'source'> & {
  readonly kind: 'creation-in-kind' | 'redemption-in-kind'
  readonly payload: Pick<BasketLine, 'instrument' | 'quantity' | 'lots'>
}

export type TradeEvent = Extract<FundEvent, { kind: 'opening-lot' | 'purchase' | 'sale' | 'split' }> | BasketTrade

/** What takes units out of a position, and relieves lots. */
export type Disposal = Extract<TradeEvent, { kind: 'sale' }> | BasketTrade

export const isDisposal = (trade: TradeEvent): trade is Disposal => trade.kind === 'sale' || trade.kind === 'redemption-in-kind'

export const isBasketTrade = (trade: TradeEvent): trade is BasketTrade => trade.kind === 'creation-in-kind' || trade.kind === 'redemption-in-kind'

/** The trades that a record is of: none, one, or a line of a basket each. */
export function tradesIn(event: FundEvent): readonly TradeEvent[] {
  if (event.kind === 'opening-lot' || event.kind === 'purchase' || event.kind === 'sale' || event.kind === 'split') return [event]
  if (event.kind !== 'creation-in-kind' && event.kind !== 'redemption-in-kind') return []
  const { id, kind, effectiveDate } = event
  return event.payload.lines.map(({ source, ...payload }) => ({ id, kind, effectiveDate, source, payload }))
}

/** What moves fund shares. */
export type ShareEvent = Extract<
  FundEvent,
  { kind: 'opening-shares' | 'subscription' | 'creation-in-kind' | 'redemption' | 'redemption-in-kind' | 'share-split' }
>

const shareKinds: ReadonlySet<FundEvent['kind']> = new Set<ShareEvent['kind']>([
  'opening-shares',
  'subscription',
  'creation-in-kind',
  'redemption',
  'redemption-in-kind',
  'share-split',
])

export const isShareEvent = (event: FundEvent): event is ShareEvent => shareKinds.has(event.kind)
