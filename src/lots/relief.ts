/** Relief of lots by a sale (R4.2, R4.3): which lots, how much of each, and at what cost. */
import { divideUnits } from '../values/decimal.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { type Quantity } from '../values/scaled.ts'
import { type Holding, type OpenLot } from './lot.ts'

/** A part of a lot taken by a sale. */
export type Relieved = { readonly lot: RecordId; readonly quantity: Quantity; readonly cost: Amount; readonly localCost: Amount }

export type Relief = { readonly relieved: readonly Relieved[]; readonly holding: Holding; readonly cost: Amount; readonly localCost: Amount }

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
  for (const lot of holding.lots) {
    if (wanted === 0n) break
    const part = partOf(lot, (wanted < lot.quantity ? wanted : lot.quantity) as Quantity)
    relieved.push(part)
    rest = without(lot, part)
    wanted -= part.quantity
  }
  const untouched = holding.lots.slice(relieved.length)
  return reliefOf(holding, relieved, rest === undefined ? untouched : [rest, ...untouched])
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
  return reliefOf(holding, [...taken.values()], lots)
}

function reliefOf(holding: Holding, relieved: readonly Relieved[], lots: readonly OpenLot[]): Relief {
  let [quantity, cost, localCost] = [0n, 0n, 0n]
  for (const part of relieved) {
    quantity += part.quantity
    cost += part.cost
    localCost += part.localCost
  }
  return {
    relieved,
    cost: cost as Amount,
    localCost: localCost as Amount,
    holding: {
      quantity: (holding.quantity - quantity) as Quantity,
      cost: (holding.cost - cost) as Amount,
      localCost: (holding.localCost - localCost) as Amount,
      lots,
    },
  }
}

const partOf = (lot: OpenLot, quantity: Quantity): Relieved => ({
  lot: lot.id,
  quantity,
  cost: costOfPart(lot.cost, lot, quantity),
  localCost: costOfPart(lot.localCost, lot, quantity),
})

/** What is left of the lot; undefined where nothing is. */
const without = (lot: OpenLot, part: Relieved): OpenLot | undefined =>
  part.quantity === lot.quantity
    ? undefined
    : {
        ...lot,
        quantity: (lot.quantity - part.quantity) as Quantity,
        cost: (lot.cost - part.cost) as Amount,
        localCost: (lot.localCost - part.localCost) as Amount,
        ...(lot.taxCost === undefined ? {} : { taxCost: (lot.taxCost - costOfPart(lot.taxCost, lot, part.quantity)) as Amount }),
      }

/** R4.3: round(remaining cost × q ÷ remaining quantity), half up; the last piece takes what is left. */
const costOfPart = (cost: Amount, lot: OpenLot, quantity: Quantity): Amount =>
  quantity === lot.quantity ? cost : (divideUnits(cost * quantity, lot.quantity, 'half-up') as Amount)
