/** Relief of lots by a sale (R4.2, R4.3): which lots, how much of each, and at what cost. */
import { divideUnits } from '../values/decimal.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { type Quantity } from '../values/scaled.ts'
import { type Holding, oldestLots, type OpenLot, withLots, withoutOldest } from './lot.ts'

/** A part of a lot taken by a sale. */
export type Relieved = { readonly lot: RecordId; readonly quantity: Quantity; readonly cost: Amount }

export type Relief = { readonly relieved: readonly Relieved[]; readonly holding: Holding; readonly cost: Amount }

export type ReliefFault =
  | { readonly fault: 'insufficient'; readonly missing: Quantity }
  | { readonly fault: 'unknown lot'; readonly lot: RecordId }
  | { readonly fault: 'lot too small'; readonly lot: OpenLot; readonly asked: Quantity }

/** First in, first out. */
export function relieveFifo(holding: Holding, quantity: Quantity): Relief | ReliefFault {
  if (quantity > holding.quantity) return { fault: 'insufficient', missing: (quantity - holding.quantity) as Quantity }
  const relieved: Relieved[] = []
  let rest: OpenLot | undefined
  let wanted: bigint = quantity
  let cost = 0n
  for (const lot of oldestLots(holding)) {
    if (wanted === 0n) break
    const part = partOf(lot, (wanted < lot.quantity ? wanted : lot.quantity) as Quantity)
    relieved.push(part)
    rest = without(lot, part)
    cost += part.cost
    wanted -= part.quantity
  }
  const count = relieved.length - (rest === undefined ? 0 : 1)
  return { relieved, cost: cost as Amount, holding: withoutOldest(holding, count, rest, quantity, cost) }
}

/** Specific identification: the lots that the sale names. */
export function relieveSpecific(holding: Holding, selections: readonly { readonly lot: RecordId; readonly quantity: Quantity }[]): Relief | ReliefFault {
  const taken = new Map<RecordId, Relieved>()
  const byId = new Map(holding.lots.map((lot) => [lot.id, lot]))
  for (const [id, selected] of Map.groupBy(selections, ({ lot }) => lot)) {
    const lot = byId.get(id)
    if (lot === undefined) return { fault: 'unknown lot', lot: id }
    const quantity = selected.reduce((total, selection) => total + selection.quantity, 0n) as Quantity
    if (quantity > lot.quantity) return { fault: 'lot too small', lot, asked: quantity }
    taken.set(id, partOf(lot, quantity))
  }
  const lots = holding.lots.flatMap((lot) => {
    const part = taken.get(lot.id)
    return part === undefined ? [lot] : (without(lot, part) ?? [])
  })
  const relieved = [...taken.values()]
  const quantity = relieved.reduce((total, part) => total + part.quantity, 0n)
  const cost = relieved.reduce((total, part) => total + part.cost, 0n)
  return { relieved, cost: cost as Amount, holding: withLots(lots, holding.quantity - quantity, holding.cost - cost) }
}

const partOf = (lot: OpenLot, quantity: Quantity): Relieved => ({ lot: lot.id, quantity, cost: costOfPart(lot, quantity) })

/** What is left of the lot; undefined where nothing is. */
const without = (lot: OpenLot, part: Relieved): OpenLot | undefined =>
  part.quantity === lot.quantity ? undefined : { ...lot, quantity: (lot.quantity - part.quantity) as Quantity, cost: (lot.cost - part.cost) as Amount }

/** R4.3: round(remaining cost × q ÷ remaining quantity), half up; the last piece takes what is left. */
const costOfPart = (lot: OpenLot, quantity: Quantity): Amount =>
  quantity === lot.quantity ? lot.cost : (divideUnits(lot.cost * quantity, lot.quantity, 'half-up') as Amount)
