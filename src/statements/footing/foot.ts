/** One column of lines that must add to a printed total (R8.3). */
import { type Decimal, divideUnits, powerOfTen } from '../../values/decimal.ts'
import { apportion } from '../../values/largest-remainder.ts'

/**
 * The unit that figures are printed in, as a power of ten of the base currency or share: 0 prints whole dollars,
 * 3 thousands, −1 tenths.
 */
export type PrintedUnit = number

/** `value` in printed units, rounded half up on its magnitude. */
export const halfUp = (value: Decimal, unit: PrintedUnit): bigint => {
  const { numerator, denominator } = inUnits(value, unit)
  return divideUnits(numerator, denominator, 'half-up')
}

export type Footed = { readonly fits: true; readonly printed: readonly bigint[] } | { readonly fits: false }

/** The lines as printed, adding to `total`, each within one unit of its exact value; or that it cannot be. */
export function foot(lines: readonly Decimal[], total: bigint, unit: PrintedUnit): Footed {
  const scale = lines.reduce((most, line) => (line.scale > most ? line.scale : most), Math.max(0, -unit))
  const denominator = powerOfTen(scale + unit)
  const result = apportion(
    lines.map((line) => line.units * powerOfTen(scale - line.scale)),
    denominator,
    total,
  )
  return result.fits ? { fits: true, printed: result.parts } : { fits: false }
}

/** How far a printed figure lies from its exact value, in printed units, as an exact fraction times `scale10`. */
export function distance(value: Decimal, printed: bigint, unit: PrintedUnit): { readonly numerator: bigint; readonly denominator: bigint } {
  const { numerator, denominator } = inUnits(value, unit)
  const difference = numerator - printed * denominator
  return { numerator: difference < 0n ? -difference : difference, denominator }
}

/** The whole units beside an exact value: itself alone where it is whole. */
export function neighbours(value: Decimal, unit: PrintedUnit): readonly bigint[] {
  const { numerator, denominator } = inUnits(value, unit)
  const below = numerator / denominator - (numerator % denominator !== 0n && numerator < 0n ? 1n : 0n)
  return numerator % denominator === 0n ? [below] : [below, below + 1n]
}

/** The whole units less than two from an exact value. */
export function withinTwoUnits(value: Decimal, unit: PrintedUnit): readonly bigint[] {
  const near = neighbours(value, unit)
  const [first, last] = [near[0] as bigint, near.at(-1) as bigint]
  return [first - 1n, ...near, last + 1n]
}

function inUnits(value: Decimal, unit: PrintedUnit): { readonly numerator: bigint; readonly denominator: bigint } {
  const exponent = value.scale + unit
  return exponent >= 0 ? { numerator: value.units, denominator: powerOfTen(exponent) } : { numerator: value.units * powerOfTen(-exponent), denominator: 1n }
}
