/** Invoices: what they ask for, and in an expense what they add to or take from what was accrued for their days. */
import { invoiceParts } from '../accrual.ts'
import { fromRows, withPart } from '../parts.ts'
import { row } from '../source-field.ts'
import { type Cause, type EventOf } from './cause.ts'

export const invoice: Cause<EventOf<'invoice'>> = {
  dollars: (event, { figures }) => fromRows([row(event, ['amount'], figures)]),
  entry: (event, { part }, { figures }) => withPart(invoiceParts(event, figures), part),
}
