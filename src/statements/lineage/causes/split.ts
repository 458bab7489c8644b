/** Splits: the cash paid for a fraction, of the units that there were, and its cost as a sale's. */
import { type Instrument } from '../../../reference/instrument.ts'
import { fromRows, NONE } from '../parts.ts'
import { multiplierOf, row, splitFields } from '../source-field.ts'
import { type EventOf } from './cause.ts'
import { relieving, unitsBefore } from './trade.ts'

export const split = relieving<EventOf<'split'>>((event, { figures }) => {
  const { fractions, cashAmount, instrument } = event.payload
  if (fractions !== 'cash') return NONE
  // Whether there is a fraction at all, and with its price how much is paid for it, rests on the units before.
  const units = unitsBefore(event, figures)
  if (cashAmount !== undefined) return fromRows([row(event, [...splitFields, 'cash_amount'], figures), ...units])
  return fromRows([row(event, [...splitFields, 'cash_price'], figures), multiplierOf(figures.books.instruments.get(instrument) as Instrument), ...units])
})
