/** Purchases and sales: their cash as confirmed, or of quantity, price and charges. */
import { accounts } from '../../../reference/chart-of-accounts.ts'
import { type Instrument } from '../../../reference/instrument.ts'
import { type RecordId } from '../../../values/record-id.ts'
import { fromRows, join, NONE, type Parts, withPart } from '../parts.ts'
import { multiplierOf, row, unitsRow } from '../source-field.ts'
import { type Cause, type CauseContext, type EventOf } from './cause.ts'

function dollars(event: EventOf<'purchase' | 'sale'>, { figures }: CauseContext): Parts {
  if (event.payload.netAmount !== undefined) return fromRows([row(event, ['net_amount'], figures)])
  const instrument = figures.books.instruments.get(event.payload.instrument) as Instrument
  return fromRows([row(event, ['quantity', 'price', 'commission', 'fees'], figures), multiplierOf(instrument)])
}

export const purchase: Cause<EventOf<'purchase'>> = { dollars }

export const sale: Cause<EventOf<'sale'>> = {
  dollars,
  entry: (event, { entry: { cause }, accounts: taken, part }, context) => {
    const isProceeds = taken.has(accounts.receivableInvestmentsSold)
    const isCost = taken.has(accounts.investments)
    const isGain = taken.has(accounts.realizedSecurities)
    const lots = cause.by === 'record' ? cause.restsOn : []
    return withPart(join([isProceeds || isGain ? dollars(event, context) : NONE, isCost || isGain ? reliefParts(event, lots, context) : NONE]), part)
  },
}

/**
 * The cost that a sale relieved: its quantity, the lots it took from, and what stood of them, which earlier sales and,
 * first in, first out, earlier purchases decide (R4.2, R4.3).
 */
function reliefParts(event: EventOf<'sale'>, lots: readonly RecordId[], { figures, dollarsOf }: CauseContext): Parts {
  const { books } = figures
  const trades = books.tradesOf(event.payload.instrument)
  const earlier = trades.slice(
    0,
    trades.findIndex(({ id }) => id === event.id),
  )
  const taken = lots.map((lot) => books.eventOf(lot))
  const before = earlier.flatMap((trade) => {
    if (trade.kind === 'sale') return [row(trade, ['quantity', 'lots'], figures)]
    if (trade.kind === 'split') return [unitsRow(trade, figures)]
    return event.payload.lots === undefined ? [row(trade, ['quantity'], figures)] : []
  })
  return join([
    fromRows([row(event, ['quantity', 'lots'], figures)]),
    ...taken.flatMap((lot) => [fromRows([row(lot, ['quantity'], figures)]), dollarsOf(lot)]),
    fromRows(before),
  ])
}
