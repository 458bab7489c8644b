/** What an exception comes to: the change of value it stands for, per share of the fund, and whether it blocks (R5.12). */
import { minorUnitDigits, type Currency } from '../values/currency.ts'
import {
  absolute,
  compare,
  type Decimal,
  decimal,
  divideRound,
  formatDecimal,
  formatShortDecimal,
  powerOfTen,
  product,
  subtract,
  unitsAt,
} from '../values/decimal.ts'
import { type Impact } from '../values/issue.ts'
import { Shares } from '../values/scaled.ts'

/** Places to which the effect on a share is shown. */
const PER_SHARE_PLACES = 4

/** Half a cent of a share: from here on an exception must be cleared before the net asset value is approved. */
const HALF_A_CENT = decimal(5n, 3)

/** `change` in minor units of the base currency, of either sign, over all shares outstanding. 1,223.40 ÷ 50,000 = 0.0245. */
export function impactOf(change: bigint, shares: Shares, base: Currency): Impact {
  const value = decimal(change < 0n ? -change : change, minorUnitDigits(base))
  // Of no shares there is no net asset value per share; any change is then of all there is.
  if (shares === 0n) return { perShare: formatDecimal(decimal(0n, PER_SHARE_PLACES)), isBlocking: change !== 0n }
  const isBlocking = compare(value, product(HALF_A_CENT, Shares.toDecimal(shares))) >= 0
  return { perShare: formatDecimal(divideRound(value, Shares.toDecimal(shares), 'half-up', PER_SHARE_PLACES)), isBlocking }
}

/** A change from `before` to `after`, both above zero, as a fraction kept exact. */
export type Move = { readonly before: Decimal; readonly after: Decimal }

/** Whether the change is larger than `tolerance`, up or down. 10.00 to 10.50 at 0.05 is not; to 10.51 is. */
export function exceeds({ before, after }: Move, tolerance: Decimal): boolean {
  const scale = Math.max(before.scale, after.scale)
  const [from, to] = [unitsAt(before, scale), unitsAt(after, scale)]
  const change = to > from ? to - from : from - to
  return change * powerOfTen(tolerance.scale) > from * tolerance.units
}

/** Whether two changes differ by more than `tolerance`: a ÷ b − c ÷ d against it, without dividing. */
export function differs(one: Move, other: Move, tolerance: Decimal): boolean {
  const gap = absolute(subtract(product(one.after, other.before), product(other.after, one.before)))
  return compare(gap, product(product(one.before, other.before), tolerance)) > 0
}

/** `+10.00%`, `−5.0%`: rounded half up to `places`. */
export function changeText({ before, after }: Move, places = 2): string {
  const percent = divideRound(product(subtract(after, before), decimal(100n, 0)), before, 'half-up', places)
  return `${percent.units < 0n ? '−' : percent.units > 0n ? '+' : ''}${formatDecimal(absolute(percent))}%`
}

/** 0.05 is 5%. */
export const percentText = (fraction: Decimal): string => `${formatShortDecimal(product(fraction, decimal(100n, 0)))}%`

/** The powers of ten by which a price quoted in another unit is off. */
const unitSteps = [10n, 100n, 1_000n].map((step) => decimal(step, 0))

/** How far from a power of ten a change may be and still look like one. */
const UNIT_BAND = decimal(5n, 2)

/** A change of a quarter at most is of no other unit and no split: the nearest is 3 for 2, a fall of 30% at least. */
const isSmall = (move: Move): boolean => !exceeds(move, A_QUARTER)
const A_QUARTER = decimal(25n, 2)

/** Whether the change is, within a twentieth, one by ten, a hundred or a thousand: rather another unit than another price. */
export const looksLikeUnit = ({ before, after }: Move): boolean =>
  !isSmall({ before, after }) &&
  unitSteps.some((step) => !exceeds({ before: product(before, step), after }, UNIT_BAND) || !exceeds({ before, after: product(after, step) }, UNIT_BAND))

/** Ratios at which securities are split, new units for old. */
const splitRatios: readonly (readonly [newUnits: bigint, oldUnits: bigint])[] = [
  [3n, 2n],
  ...[2n, 3n, 4n, 5n, 6n, 7n, 8n, 10n, 15n, 20n, 25n, 30n, 50n, 100n].map((units) => [units, 1n] as const),
]

/** The split that would explain the change within a twentieth, as `2 for 1`; undefined where none would. 76.95 to 38.20 is 2 for 1. */
export function likelySplit({ before, after }: Move): string | undefined {
  if (isSmall({ before, after })) return undefined
  const explains = (newUnits: bigint, oldUnits: bigint): boolean =>
    !exceeds({ before: product(before, decimal(oldUnits, 0)), after: product(after, decimal(newUnits, 0)) }, UNIT_BAND)
  for (const [newUnits, oldUnits] of splitRatios) {
    if (explains(newUnits, oldUnits)) return `${newUnits} for ${oldUnits}`
    if (explains(oldUnits, newUnits)) return `${oldUnits} for ${newUnits}`
  }
  return undefined
}

/** Whether the two are, within `tolerance`, each other's reciprocal: a rate read in the wrong direction. */
export const looksInverted = ({ before, after }: Move, tolerance: Decimal): boolean =>
  !exceeds({ before: decimal(1n, 0), after: product(before, after) }, tolerance)
