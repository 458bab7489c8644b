/** Tax lots (R4.1): what is left of each acquisition, in the order in which they were opened. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { type Quantity } from '../values/scaled.ts'

export type OpenLot = {
  /** The record that opened it is its id. */
  readonly id: RecordId
  readonly acquired: CalendarDate
  /** Units still held, above zero. */
  readonly quantity: Quantity
  /** Cost of the units still held, in minor units of the base currency, at the rate of the trade date (R3.39). */
  readonly cost: Amount
  /** The same in the currency of the instrument; equal to `cost` where that is the base currency. */
  readonly localCost: Amount
  /** Cost for tax where the books before knew another, in minor units of the base currency. */
  readonly taxCost?: Amount | undefined
}

/** The open lots of one instrument, oldest first, with their sums: lots = position, always. */
export type Holding = { readonly quantity: Quantity; readonly cost: Amount; readonly localCost: Amount; readonly lots: readonly OpenLot[] }

export const emptyHolding: Holding = { quantity: 0n as Quantity, cost: 0n as Amount, localCost: 0n as Amount, lots: [] }

/** The holding with one lot more, in a list of its own. */
export const openLot = (holding: Holding, lot: OpenLot): Holding & { readonly lots: OpenLot[] } => ({
  quantity: (holding.quantity + lot.quantity) as Quantity,
  cost: (holding.cost + lot.cost) as Amount,
  localCost: (holding.localCost + lot.localCost) as Amount,
  lots: [...holding.lots, lot],
})
