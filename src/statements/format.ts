/** Printed forms of numbers (R8.5), as the fund's documents print them. Widths belong to the renderers. */
import { absolute, type Decimal, formatDecimal, signOf } from '../values/decimal.ts'

/** Zero prints as this. */
export const NIL = '--'

/** 984,268; (3,985) for a negative number; `--` for exactly zero, 0 for what only rounds to zero (R8.5). */
export function printWhole(printed: bigint, isExactlyZero: boolean): string {
  if (isExactlyZero) return NIL
  const digits = withSeparators((printed < 0n ? -printed : printed).toString())
  return printed < 0n ? `(${digits})` : digits
}

/** 9.92, 10.00: a price, never in parentheses. */
export const printPrice = (value: Decimal): string => withSeparators(formatDecimal(value))

/** (.08), .32, 1.20: per-share amounts have no leading zero; exactly zero is `--`, what only rounds to zero is .00. */
export function printPerShare(value: Decimal, isExactlyZero: boolean): string {
  if (isExactlyZero) return NIL
  const digits = withSeparators(formatDecimal(absolute(value))).replace(/^0\./, '.')
  return signOf(value) < 0 ? `(${digits})` : digits
}

/** 24.2%. */
export const printPercent = (value: Decimal): string => (signOf(value) < 0 ? `(${formatDecimal(absolute(value))})%` : `${formatDecimal(value)}%`)

/** 521; 1,589; 1,008.065: units with the places they have, and no trailing zeros. */
export const printUnits = (value: Decimal): string => {
  const digits = formatDecimal(value)
  return withSeparators(digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits)
}

/** Commas between thousands of the whole part. */
export function withSeparators(digits: string): string {
  const [whole = '', places] = digits.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return places === undefined ? grouped : `${grouped}.${places}`
}
