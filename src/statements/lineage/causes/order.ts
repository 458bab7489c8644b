/** Subscriptions and redemptions: dollars or fund shares as ordered, the other of the two at the price of the day. */
import { withoutTrailingZeros } from '../../../values/decimal.ts'
import { Price } from '../../../values/scaled.ts'
import { type FigureBook } from '../../figure-book.ts'
import { publishedNav } from '../../strike-figure.ts'
import { type ShareEvent } from '../../trade-events.ts'
import { fromFigures, fromRows, join, type Parts, withPart } from '../parts.ts'
import { row } from '../source-field.ts'
import { type Cause, type EventOf } from './cause.ts'
import { shareSplitFields } from './share-split.ts'

export type OrderEvent = EventOf<'subscription' | 'redemption'>

const gross = (event: OrderEvent, figures: FigureBook): Parts =>
  event.payload.amount !== undefined
    ? fromRows([row(event, ['amount'], figures)])
    : join([fromRows([row(event, ['shares'], figures)]), dealingPriceParts(event, figures)])

export const order: Cause<OrderEvent> = {
  dollars: (event, { figures }) =>
    event.kind === 'redemption' && event.payload.redemptionFee !== undefined
      ? join([gross(event, figures), fromRows([row(event, ['redemption_fee'], figures)])])
      : gross(event, figures),
  entry: (event, { entry: { cause }, part }, { figures }) =>
    withPart(cause.by === 'record' && cause.kind === 'redemption-fee' ? fromRows([row(event, ['redemption_fee'], figures)]) : gross(event, figures), part),
}

/** What the fund shares of an order were read from, or what a split makes of those there are. */
export function shareParts(event: ShareEvent, figures: FigureBook): Parts {
  if (event.kind === 'share-split') return fromRows([row(event, shareSplitFields, figures)])
  return event.payload.shares === undefined
    ? join([fromRows([row(event, ['amount'], figures)]), dealingPriceParts(event as OrderEvent, figures)])
    : fromRows([row(event, ['shares'], figures)])
}

/** The price at which an order dealt: the published NAV of its trade date, or the issue price, as the engine decides (R6.15). */
function dealingPriceParts({ id, effectiveDate }: OrderEvent, figures: FigureBook): Parts {
  const { shareClass, nav, openings } = figures.books
  const takenOn = openings.find((event) => event.kind === 'opening-shares' && event.effectiveDate === effectiveDate)
  if (takenOn !== undefined) return fromRows([row(takenOn, ['net_asset_value'], figures)])
  const strike = nav.strikeOn(effectiveDate)
  const isStruck = strike?.date === effectiveDate && strike.classes.some(({ classId, navPerShare }) => classId === shareClass.id && navPerShare !== undefined)
  // The first orders are themselves in the net asset value of their day, which is not yet published when they deal.
  if (isStruck && nav.dateOf(id) !== effectiveDate) return fromFigures([publishedNav(figures, effectiveDate).id])
  return fromRows([
    {
      record: shareClass.id,
      source: shareClass.statedAt.issuePrice,
      fields: ['issue_price'],
      text: `issue price of ${shareClass.name}`,
      part: withoutTrailingZeros(Price.toDecimal(shareClass.issuePrice), 2),
    },
  ])
}
