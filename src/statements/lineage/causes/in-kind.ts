/** Orders in kind: cash as stated, securities at the prices of the trade date, and the lots that a delivery relieved. */
import { accounts } from '../../../reference/chart-of-accounts.ts'
import { type Instrument } from '../../../reference/instrument.ts'
import { priceOn } from '../../../valuation/price-selection.ts'
import { type FigureBook } from '../../figure-book.ts'
import { type BasketTrade, isDisposal, tradesIn } from '../../trade-events.ts'
import { fromRows, join, NONE, type Parts, withPart } from '../parts.ts'
import { multiplierOf, priceField, rateFields, row } from '../source-field.ts'
import { type Cause, type CauseContext, type EventOf, type TakenEntry } from './cause.ts'
import { reliefParts } from './trade.ts'

type InKind = EventOf<'creation-in-kind' | 'redemption-in-kind'>

/** The value of a line: its units at the price of the trade date. */
export function lineValueParts(trade: BasketTrade, figures: FigureBook): Parts {
  const { instruments, replay, fund } = figures.books
  const instrument = instruments.get(trade.payload.instrument) as Instrument
  const { found } = priceOn(replay.book.prices, fund.policies, instrument, trade.effectiveDate)
  return fromRows([
    row(trade, ['quantity'], figures),
    ...(found === undefined ? [] : [priceField(found.observation)]),
    multiplierOf(instrument),
    ...rateFields(instrument.currency, trade.effectiveDate, figures),
  ])
}

/** What the capital of an order in kind was read from: its cash component, and the value of each line. */
export const basketParts = (event: InKind, figures: FigureBook): Parts =>
  join([fromRows([row(event, ['cash_component'], figures)]), ...(tradesIn(event) as readonly BasketTrade[]).map((trade) => lineValueParts(trade, figures))])

function entryParts(event: InKind, { entry: { cause }, accounts: taken, part }: TakenEntry, context: CauseContext): Parts {
  const { figures } = context
  if (cause.by !== 'record' || cause.kind === 'transaction-fee') return withPart(fromRows([row(event, ['transaction_fee'], figures)]), part)
  const trades = tradesIn(event) as readonly BasketTrade[]
  const isCapital = taken.has(accounts.par) || taken.has(accounts.paidIn)
  const isGain = taken.has(accounts.realizedSecurities)
  const isCost = taken.has(accounts.investments)
  const isExchange = taken.has(accounts.currencyPositionLocal) || taken.has(accounts.currencyPositionBase)
  const isCash = taken.has(accounts.receivableSharesSold) || taken.has(accounts.payableSharesRedeemed)
  const isValue = isCapital || isGain || isExchange || (isCost && event.kind === 'creation-in-kind')
  return withPart(
    join([
      isCapital || isCash ? fromRows([row(event, ['cash_component'], figures)]) : NONE,
      ...trades.flatMap((trade) => [
        isValue ? lineValueParts(trade, figures) : NONE,
        isDisposal(trade) && (isGain || isCost) ? reliefParts(trade, cause.restsOn, context) : NONE,
      ]),
    ]),
    part,
  )
}

export const inKind: Cause<InKind> = {
  dollars: (event, { figures }) => fromRows([row(event, ['cash_component', 'transaction_fee'], figures)]),
  entry: entryParts,
}
