/** Relief of lots by a sale (R4.2, R4.3): which lots, how much of each, and at what cost. */
import { divideUnits } from '../values/decimal.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { type Quantity } from '../values/scaled.ts'
import { type Holding, type OpenLot } from './lot.ts'

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
  const takes: Take[] = []
  let wanted: bigint = quantity
  for (const lot of holding.lots) {
    if (wanted === 0n) break
    const taken = wanted < lot.quantity ? wanted : lot.quantity
    takes.push({ lot, quantity: taken as Quantity })
    wanted -= taken
  }
  return relieve(holding, takes)
}

/** Specific identification: the lots that the sale names. */
export function relieveSpecific(holding: Holding, selections: readonly { readonly lot: RecordId; readonly quantity: Quantity }[]): Relief | ReliefFault {
  const takes: Take[] = []
  for (const [id, selected] of Map.groupBy(selections, ({ lot }) => lot)) {
    const lot = holding.lots.find((candidate) => candidate.id === id)
    if (lot === undefined) return { fault: 'unknown lot', lot: id }
    const quantity = selected.reduce((total, selection) => total + selection.quantity, 0n) as Quantity
    if (quantity > lot.quantity) return { fault: 'lot too small', lot, asked: quantity }
    takes.push({ lot, quantity })
  }
  return relieve(holding, takes)
}

type Take = { readonly lot: OpenLot; readonly quantity: Quantity }

function relieve(holding: Holding, takes: readonly Take[]): Relief {
  const relieved = takes.map(({ lot, quantity }): Relieved => ({ lot: lot.id, quantity, cost: costOfPart(lot, quantity) }))
  const taken = new Map(relieved.map((part) => [part.lot, part]))
  const lots = holding.lots.flatMap((lot) => {
    const part = taken.get(lot.id)
    if (part === undefined) return [lot]
    if (part.quantity === lot.quantity) return []
    return [{ ...lot, quantity: (lot.quantity - part.quantity) as Quantity, cost: (lot.cost - part.cost) as Amount }]
  })
  const quantity = relieved.reduce((total, part) => total + part.quantity, 0n)
  const cost = relieved.reduce((total, part) => total + part.cost, 0n) as Amount
  return { relieved, cost, holding: { quantity: (holding.quantity - quantity) as Quantity, cost: (holding.cost - cost) as Amount, lots } }
}

/** R4.3: round(remaining cost × q ÷ remaining quantity), half up; the last piece takes what is left. */
const costOfPart = (lot: OpenLot, quantity: Quantity): Amount =>
  quantity === lot.quantity ? lot.cost : (divideUnits(lot.cost * quantity, lot.quantity, 'half-up') as Amount)
