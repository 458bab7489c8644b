/** Splits: no dollars but those paid for a fraction. */
import { fromRows } from '../parts.ts'
import { row } from '../source-field.ts'
import { type Cause, type EventOf } from './cause.ts'

export const split: Cause<EventOf<'split'>> = {
  dollars: (event, { figures }) =>
    fromRows([
      row(event, event.payload.cashAmount === undefined ? ['new_units', 'old_units', 'cash_price'] : ['new_units', 'old_units', 'cash_amount'], figures),
    ]),
}
