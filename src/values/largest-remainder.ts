/**
 * Whole numbers that add to a total, each within one of its exact value (R8.3, R0.5).
 * A part that is exactly zero or exactly whole never moves; the others are floored, and the units still missing go to
 * the largest fractions (tie: larger magnitude, then order). Where the exact parts add to less than zero, all signs
 * are turned first and turned back at the end, so that a loss is treated like a gain.
 */
import { divideUnits } from './decimal.ts'
import { invariant } from './invariant.ts'

export type Apportioned =
  | { readonly fits: true; readonly parts: readonly bigint[] }
  /** `total` cannot be reached without moving a part by two units, or a part that may not move. */
  | { readonly fits: false; readonly missing: bigint; readonly movable: number }

/** The exact parts are `numerators[i]` ÷ `denominator` (positive), in the units of `total`. */
export function apportion(numerators: readonly bigint[], denominator: bigint, total: bigint): Apportioned {
  invariant(denominator > 0n, 'a denominator is positive')
  const fractional = numerators.map((numerator, index) => ({ numerator, index })).filter(({ numerator }) => numerator % denominator !== 0n)
  const exactSum = fractional.reduce((accumulated, { numerator }) => accumulated + numerator, 0n)
  const sign = exactSum < 0n ? -1n : 1n

  const parts = numerators.map((numerator) => numerator / denominator)
  const wholeSum = numerators.reduce((accumulated, numerator) => (numerator % denominator === 0n ? accumulated + numerator / denominator : accumulated), 0n)
  const rows = fractional.map(({ numerator, index }) => {
    const floor = floorDivide(sign * numerator, denominator)
    return { index, floor, fraction: sign * numerator - floor * denominator, magnitude: numerator < 0n ? -numerator : numerator }
  })

  const missing = rows.reduce((left, { floor }) => left - floor, sign * (total - wholeSum))
  if (missing < 0n || missing > BigInt(rows.length)) return { fits: false, missing, movable: rows.length }

  const byFraction = rows.toSorted((a, b) => order(b.fraction, a.fraction) || order(b.magnitude, a.magnitude) || a.index - b.index)
  for (const [rank, { index, floor }] of byFraction.entries()) parts[index] = sign * (BigInt(rank) < missing ? floor + 1n : floor)
  return { fits: true, parts }
}

/** Shares of `total` in proportion to `weights` (none negative, not all zero), adding to it exactly: 100.00 by 1, 1, 1 is 33.34, 33.33, 33.33. */
export function allocate(total: bigint, weights: readonly bigint[]): readonly bigint[] {
  const weightSum = weights.reduce((accumulated, weight) => accumulated + weight, 0n)
  invariant(weightSum > 0n && weights.every((weight) => weight >= 0n), 'weights are not negative and not all zero')
  const result = apportion(
    weights.map((weight) => total * weight),
    weightSum,
    total,
  )
  invariant(result.fits, 'exact shares of a total always add to it')
  return result.parts
}

function floorDivide(numerator: bigint, denominator: bigint): bigint {
  const quotient = divideUnits(numerator, denominator, 'truncate')
  return numerator % denominator !== 0n && numerator < 0n ? quotient - 1n : quotient
}

const order = (left: bigint, right: bigint): number => (left < right ? -1 : left > right ? 1 : 0)
