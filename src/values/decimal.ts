/**
 * Exact decimal numbers: an integer of units at a stated scale. No binary float stands near money (R0.1).
 * Sums and products are exact; a result is rounded once, at a named point, with mode and scale written (R0.3, R0.4).
 */
import { invariant } from './invariant.ts'

/** `units` × 10^−`scale`. 12.34 is units 1234n at scale 2; the scale is kept as written. */
export type Decimal = { readonly units: bigint; readonly scale: number }

/** half-up: away from zero at .5 of the magnitude (the default of R0.3); half-even: to the even neighbour; truncate: toward zero. */
export type RoundingMode = 'half-up' | 'half-even' | 'truncate'

export const decimal = (units: bigint, scale: number): Decimal => {
  if (!Number.isInteger(scale) || scale < 0) invariant(false, `a scale is a whole number of places, not ${scale}`)
  return { units, scale }
}

export const ZERO: Decimal = decimal(0n, 0)
export const ONE: Decimal = decimal(1n, 0)

const powers: bigint[] = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent))

/** 10^exponent. */
export const powerOfTen = (exponent: number): bigint => powers[exponent] ?? 10n ** BigInt(exponent)

/** The quotient of two integers, rounded to a whole number in the stated mode. The denominator is not zero. */
export function divideUnits(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  invariant(denominator !== 0n, 'division by zero')
  const quotient = numerator / denominator
  const remainder = numerator - quotient * denominator // A second division would cost more.
  if (remainder === 0n || mode === 'truncate') return quotient
  const twice = remainder < 0n ? -2n * remainder : 2n * remainder
  const divisor = denominator < 0n ? -denominator : denominator
  const isUp = twice > divisor || (twice === divisor && (mode === 'half-up' || quotient % 2n !== 0n))
  if (!isUp) return quotient
  return numerator < 0n === denominator < 0n ? quotient + 1n : quotient - 1n
}

/** The same number's units at another scale, rounded in the stated mode where places are lost. */
export function rescale(units: bigint, from: number, to: number, mode: RoundingMode): bigint {
  return to >= from ? units * powerOfTen(to - from) : divideUnits(units, powerOfTen(from - to), mode)
}

/** `value` at `scale` places, rounded in the stated mode. 2.345 half-up at 2 is 2.35; −2.345 is −2.35 (R0.3). */
export const round = (value: Decimal, mode: RoundingMode, scale: number): Decimal => decimal(rescale(value.units, value.scale, scale, mode), scale)

/** The exact product; its scale is the sum of the scales (R0.4). Leave it with `round`. */
export const product = (first: Decimal, ...others: readonly Decimal[]): Decimal => {
  let { units, scale } = first
  for (const other of others) {
    units *= other.units
    scale += other.scale
  }
  return decimal(units, scale)
}

/** `numerator` ÷ `denominator`, rounded once to `scale` places: the only division there is. */
export function divideRound(numerator: Decimal, denominator: Decimal, mode: RoundingMode, scale: number): Decimal {
  // n·10^−a ÷ d·10^−b at s places is n·10^(b+s) ÷ d·10^a, in whole units.
  return decimal(divideUnits(numerator.units * powerOfTen(denominator.scale + scale), denominator.units * powerOfTen(numerator.scale), mode), scale)
}

/** The units of the same number at a scale as large as its own or larger. */
export const unitsAt = (value: Decimal, scale: number): bigint => (scale === value.scale ? value.units : value.units * powerOfTen(scale - value.scale))

/** The exact sum, at the larger scale of its parts; of nothing, zero. */
export const sum = (values: readonly Decimal[]): Decimal => {
  let scale = 0
  for (const value of values) if (value.scale > scale) scale = value.scale
  let units = 0n
  for (const value of values) units += unitsAt(value, scale)
  return decimal(units, scale)
}

export function add(left: Decimal, right: Decimal): Decimal {
  const scale = largerScale(left, right)
  return decimal(unitsAt(left, scale) + unitsAt(right, scale), scale)
}

export function subtract(left: Decimal, right: Decimal): Decimal {
  const scale = largerScale(left, right)
  return decimal(unitsAt(left, scale) - unitsAt(right, scale), scale)
}

const largerScale = (left: Decimal, right: Decimal): number => (left.scale > right.scale ? left.scale : right.scale)

export const negate = (value: Decimal): Decimal => decimal(-value.units, value.scale)
export const absolute = (value: Decimal): Decimal => (value.units < 0n ? negate(value) : value)
export const isZero = (value: Decimal): boolean => value.units === 0n
export const signOf = (value: Decimal): -1 | 0 | 1 => (value.units > 0n ? 1 : value.units < 0n ? -1 : 0)

/** Negative, zero or positive as `left` is below, equal to or above `right`; 1.0 equals 1.00. */
export function compare(left: Decimal, right: Decimal): -1 | 0 | 1 {
  const scale = largerScale(left, right)
  const [first, second] = [unitsAt(left, scale), unitsAt(right, scale)]
  return first > second ? 1 : first < second ? -1 : 0
}

export const equals = (left: Decimal, right: Decimal): boolean => compare(left, right) === 0

/** Plain digits with a decimal point and a leading minus, all places of the scale shown: −0.50. Never an exponent. */
export function formatDecimal(value: Decimal): string {
  const digits = (value.units < 0n ? -value.units : value.units).toString().padStart(value.scale + 1, '0')
  const whole = digits.slice(0, digits.length - value.scale)
  const sign = value.units < 0n ? '-' : ''
  return value.scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(digits.length - value.scale)}`
}

/** The same number without the zeros that end its places, down to `least` of them: 20.410000000 is 20.41. */
export function withoutTrailingZeros({ units, scale }: Decimal, least = 0): Decimal {
  let [shortened, places] = [units, scale]
  while (places > least && shortened % 10n === 0n) {
    shortened /= 10n
    places -= 1
  }
  return decimal(shortened, places)
}

const written = /^(-?)(\d+)(?:\.(\d+))?$/

/** The number a text writes, with the scale it was written with; undefined where it is not a plain decimal number. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = written.exec(text)
  if (match === null) return undefined
  const [, sign = '', whole = '', places = ''] = match
  const units = BigInt(whole + places)
  return decimal(sign === '-' ? -units : units, places.length)
}

/** Without trailing zeros: 100.000000 is 100, and 20.500 is 20.5. For a sentence; a statement prints its own places. */
export const formatShortDecimal = (value: Decimal): string => (value.scale === 0 ? formatDecimal(value) : formatDecimal(value).replace(/\.?0+$/, ''))
