/** Exchanges of currency: the two amounts as stated. */
import { type Currency } from '../../../values/currency.ts'
import { type FigureBook } from '../../figure-book.ts'
import { fromRows, NONE, type Parts } from '../parts.ts'
import { row } from '../source-field.ts'
import { type Cause, type EventOf } from './cause.ts'

export const currencyExchange: Cause<EventOf<'currency-exchange'>> = {
  dollars: (event, { figures }) => fromRows([row(event, ['bought', 'sold'], figures)]),
}

/** What it moves of one currency. */
export function sideIn(event: EventOf<'currency-exchange'>, currency: Currency, figures: FigureBook): Parts {
  const { bought, sold } = event.payload
  const side = bought.currency === currency ? 'bought' : sold.currency === currency ? 'sold' : undefined
  return side === undefined ? NONE : fromRows([row(event, [side], figures)])
}
