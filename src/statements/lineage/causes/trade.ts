/** Purchases and sales: their cash as confirmed, or of quantity, price and charges. */
import { accounts } from '../../../reference/chart-of-accounts.ts'
import { type Instrument } from '../../../reference/instrument.ts'
import { type RecordId } from '../../../values/record-id.ts'
import { type Disposal, isDisposal } from '../../trade-events.ts'
import { fromRows, join, NONE, type Parts, withPart } from '../parts.ts'
import { type FigureBook } from '../../figure-book.ts'
import { multiplierOf, row, type SourceField, unitsRow } from '../source-field.ts'
import { type Cause, type CauseContext, type EventOf } from './cause.ts'

function dollars(event: EventOf<'purchase' | 'sale'>, { figures }: CauseContext): Parts {
  if (event.payload.netAmount !== undefined) return fromRows([row(event, ['net_amount'], figures)])
  const instrument = figures.books.instruments.get(event.payload.instrument) as Instrument
  return fromRows([row(event, ['quantity', 'price', 'commission', 'fees'], figures), multiplierOf(instrument)])
}

export const purchase: Cause<EventOf<'purchase'>> = { dollars }

/** What relieves lots: proceeds, their cost, and the gain between the two. */
export const relieving = <Event extends EventOf<'sale' | 'split'>>(money: Cause<Event>['dollars']): Cause<Event> => ({
  dollars: money,
  entry: (event, { entry: { cause }, accounts: taken, isLocal, part }, context) => {
    if (isLocal) return withPart(money(event, context), part)
    const isProceeds = taken.has(accounts.receivableInvestmentsSold)
    const isCost = taken.has(accounts.investments)
    const isGain = taken.has(accounts.realizedSecurities)
    const lots = cause.by === 'record' ? cause.restsOn : []
    return withPart(join([isProceeds || isGain ? context.counterValueOf(event) : NONE, isCost || isGain ? reliefParts(event, lots, context) : NONE]), part)
  },
})

export const sale = relieving<EventOf<'sale'>>(dollars)

/**
 * The cost that a sale or a delivery relieved, or a split for the fraction that it paid: its quantity, the lots it took from, and
 * what stood of them, which earlier disposals and splits and, first in, first out, earlier purchases decide (R4.2, R4.3).
 */
export function reliefParts(event: Disposal | EventOf<'split'>, lots: readonly RecordId[], { figures, costOf }: CauseContext): Parts {
  const taken = figures.books.tradesOf(event.payload.instrument).filter(({ id }) => lots.includes(id))
  const isNamed = event.kind !== 'split' && event.payload.lots !== undefined
  return join([
    fromRows([event.kind === 'split' ? unitsRow(event, figures) : row(event, ['quantity', 'lots'], figures)]),
    ...taken.flatMap((lot) => [fromRows([row(lot, ['quantity'], figures)]), costOf(lot)]),
    fromRows(unitsBefore(event, figures, isNamed)),
  ])
}

/** The records that made the units of its instrument before a disposal or a split; bought units aside where the lots are named. */
export function unitsBefore(event: Disposal | EventOf<'split'>, figures: FigureBook, isNamed = false): readonly SourceField[] {
  const trades = figures.books.tradesOf(event.payload.instrument)
  const earlier = trades.slice(
    0,
    trades.findIndex(({ id }) => id === event.id),
  )
  return earlier.flatMap((trade) => {
    if (isDisposal(trade)) return [row(trade, ['quantity', 'lots'], figures)]
    if (trade.kind === 'split') return [unitsRow(trade, figures)]
    return isNamed ? [] : [row(trade, ['quantity'], figures)]
  })
}
