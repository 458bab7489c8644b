/** Lots after a split (R3.17): each has its part of the new units, and the cost and the date it had. */
import { type Decimal, divideUnits, powerOfTen } from '../values/decimal.ts'
import { allocate } from '../values/largest-remainder.ts'
import { Quantity } from '../values/scaled.ts'
import { type Holding, type OpenLot } from './lot.ts'

/** Units after a split of `newUnits` for `oldUnits`, rounded once, half up, to the places of a quantity. 150 two for one is 300. */
export const unitsAfterSplit = (quantity: Quantity, newUnits: Decimal, oldUnits: Decimal): Quantity =>
  divideUnits(quantity * newUnits.units * powerOfTen(oldUnits.scale), oldUnits.units * powerOfTen(newUnits.scale), 'half-up') as Quantity

/** What of them is held on where a part of a unit is paid in cash. */
export const unitsKept = (
  { newUnits, oldUnits, fractions }: { readonly newUnits: Decimal; readonly oldUnits: Decimal; readonly fractions: 'kept' | 'cash' },
  quantity: Quantity,
): Quantity => {
  const after = unitsAfterSplit(quantity, newUnits, oldUnits)
  return (fractions === 'cash' ? after - (after % powerOfTen(Quantity.scale)) : after) as Quantity
}

/** The holding with `quantity` units in all. What rounding leaves goes to the lots by largest remainder (R0.5); a lot left with nothing gives its cost to the last. */
export function splitHolding(holding: Holding, quantity: Quantity): Holding {
  const units = allocate(
    quantity,
    holding.lots.map((lot) => lot.quantity),
  )
  const lots: OpenLot[] = []
  for (const [index, lot] of holding.lots.entries()) {
    const after = units[index] as Quantity
    const last = lots.at(-1)
    if (after === 0n && last !== undefined)
      lots[lots.length - 1] = { ...last, cost: (last.cost + lot.cost) as OpenLot['cost'], localCost: (last.localCost + lot.localCost) as OpenLot['cost'] }
    else lots.push({ ...lot, quantity: after })
  }
  return { ...holding, quantity, lots }
}
