/**
 * How many units were held when: the changes of one position by their effective dates, so that an entitlement that becomes
 * known late finds the position of its own day (R3.15). A list that grows at its head: days share it, and copy nothing.
 */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Quantity } from '../values/scaled.ts'

export type QuantityChange = {
  readonly date: CalendarDate
  /** Before the trades of its day, as a corporate action is (R6.4). */
  readonly isAtOpen: boolean
  /** Units in and, below zero, out. */
  readonly change: Quantity
}

/** The last change by date, and those before it. */
export type QuantityHistory = QuantityChange & { readonly before: QuantityHistory | undefined }

/** The history with one change more; one that is late stands among those of its date. */
export const withChange = (history: QuantityHistory | undefined, change: QuantityChange): QuantityHistory =>
  history === undefined || !isLater(history, change) ? { ...change, before: history } : { ...history, before: withChange(history.before, change) }

const isLater = (left: QuantityChange, right: QuantityChange): boolean =>
  left.date > right.date || (left.date === right.date && !left.isAtOpen && right.isAtOpen)

/** Of the units held now, those that were held at the close before `exDate`, in units as they are after a split of that day. */
export function heldBefore(exDate: CalendarDate, now: Quantity, history: QuantityHistory | undefined): Quantity {
  let units: bigint = now
  for (let each = history; each !== undefined && (each.date > exDate || (each.date === exDate && !each.isAtOpen)); each = each.before) units -= each.change
  return units as Quantity
}
