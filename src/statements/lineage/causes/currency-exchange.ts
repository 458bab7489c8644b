/** Exchanges of currency: the two amounts as stated. */
import { fromRows } from '../parts.ts'
import { row } from '../source-field.ts'
import { type Cause, type EventOf } from './cause.ts'

export const currencyExchange: Cause<EventOf<'currency-exchange'>> = {
  dollars: (event, { figures }) => fromRows([row(event, ['bought', 'sold'], figures)]),
}
