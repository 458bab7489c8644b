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
  /** Cost of the units still held, in minor units of the base currency. */
  readonly cost: Amount
}

/** The open lots of one instrument with their sums: lots = position, always. */
export type Holding = {
  readonly quantity: Quantity
  readonly cost: Amount
  /** Oldest first; a list of its own, made whenever it is read. */
  readonly lots: readonly OpenLot[]
  readonly stretch: Stretch
}

/**
 * The part of a list of lots that a holding sees. A holding and those made from it share one list, which only grows, at its
 * end: a lot is opened and the oldest are relieved at no cost for the lots between, and what a holding sees is never altered.
 */
type Stretch = {
  readonly list: OpenLot[]
  readonly from: number
  readonly before: number
  /** What is left of the first lot, where a part of it was relieved. */
  readonly rest: OpenLot | undefined
}

const holding = (quantity: bigint, cost: bigint, stretch: Stretch): Holding => ({
  quantity: quantity as Quantity,
  cost: cost as Amount,
  stretch,
  get lots() {
    const lots = stretch.list.slice(stretch.from, stretch.before)
    if (stretch.rest !== undefined) lots[0] = stretch.rest
    return lots
  },
})

const whole = (list: OpenLot[]): Stretch => ({ list, from: 0, before: list.length, rest: undefined })

export const emptyHolding: Holding = holding(0n, 0n, whole([]))

export function openLot(held: Holding, lot: OpenLot): Holding {
  const { list, from, before, rest } = held.stretch
  const [quantity, cost] = [held.quantity + lot.quantity, held.cost + lot.cost]
  // Where another holding went on from this one, its lots stand behind; and the empty holding is the beginning of many.
  if (before !== list.length || from === before) return holding(quantity, cost, whole([...held.lots, lot]))
  list.push(lot)
  return holding(quantity, cost, { list, from, before: before + 1, rest })
}

/** Oldest first, for those who read the first few. */
export function* oldestLots({ stretch: { list, from, before, rest } }: Holding): Iterable<OpenLot> {
  for (let at = from; at < before; at += 1) yield at === from && rest !== undefined ? rest : (list[at] as OpenLot)
}

/** Without `quantity` at `cost`: the `count` oldest lots and, where a part of the next goes too, with `rest` in its place. */
export function withoutOldest(held: Holding, count: number, rest: OpenLot | undefined, quantity: bigint, cost: bigint): Holding {
  const { list, from, before } = held.stretch
  const left = holding(held.quantity - quantity, held.cost - cost, { list, from: from + count, before, rest })
  // Relieved lots are let go once they are the greater part of the list.
  return (from + count) * 2 > list.length ? withLots(left.lots, left.quantity, left.cost) : left
}

/** With other lots in place of its own. */
export const withLots = (lots: readonly OpenLot[], quantity: bigint, cost: bigint): Holding => holding(quantity, cost, whole([...lots]))
