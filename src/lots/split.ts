/** Lots after a split (R3.17): each has its part of the new units, and the cost and the date it had. */
import { type Decimal, divideUnits, powerOfTen } from '../values/decimal.ts'
import { allocate } from '../values/largest-remainder.ts'
import { type Amount } from '../values/money.ts'
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

/**
 * The holding with `quantity` units in all, above zero. What rounding leaves goes to the lots by largest remainder (R0.5); a lot
 * left with nothing is no lot: its cost goes to the largest.
 */
export function splitHolding(holding: Holding, quantity: Quantity): Holding {
  const units = allocate(
    quantity,
    holding.lots.map((lot) => lot.quantity),
  )
  const lots = holding.lots.map((lot, index): OpenLot => ({ ...lot, quantity: units[index] as Quantity }))
  const kept = lots.filter((lot) => lot.quantity > 0n)
  if (kept.length === lots.length) return { ...holding, quantity, lots }
  const largest = kept.reduce((most, lot) => (lot.quantity > most.quantity ? lot : most))
  const emptied = lots.filter((lot) => lot.quantity === 0n)
  return { ...holding, quantity, lots: kept.map((lot) => (lot === largest ? emptied.reduce(withCostOf, lot) : lot)) }
}

const withCostOf = (lot: OpenLot, other: OpenLot): OpenLot => ({
  ...lot,
  cost: (lot.cost + other.cost) as Amount,
  localCost: (lot.localCost + other.localCost) as Amount,
  ...(lot.taxCost === undefined && other.taxCost === undefined ? {} : { taxCost: ((lot.taxCost ?? lot.cost) + (other.taxCost ?? other.cost)) as Amount }),
})
