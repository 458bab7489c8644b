/** What a difference is made of, and how large it is in basis points. */
import { type CalendarDate } from '../../values/calendar-date.ts'
import { absolute, add, compare, type Decimal, decimal, divideRound, formatDecimal, product, round, subtract } from '../../values/decimal.ts'

/**
 * rounding: no more than the last published place leaves open. timing: the other side has it on the business day before or
 * after. price, position: a price or a number of units differs. accrual: income or expense recognised differs. dealing: orders
 * of fund shares came with dollars that are not their shares at our net asset value. unexplained: the data say nothing of it.
 */
export const causes = ['rounding', 'timing', 'price', 'position', 'accrual', 'dealing', 'unexplained'] as const
export type Cause = (typeof causes)[number]

/** Part of a difference in basis points: ours less theirs. */
export type Part = { readonly cause: Cause; readonly bp: Decimal; readonly because: string }

/** Places to which basis points are computed: a millionth of one. */
export const bpPlaces = 6

const tenThousand: Decimal = decimal(10_000n, 0)

/** `amount` in basis points of `of`, half up to six places. */
export const basisPoints = (amount: Decimal, of: Decimal): Decimal => divideRound(product(amount, tenThousand), of, 'half-up', bpPlaces)

/** To the hundredth of a basis point, for a sentence. */
export const shownBp = (bp: Decimal): string => formatDecimal(round(bp, 'half-up', 2))

/** How far a figure published to so many places may lie from its exact value: half a unit of its last place. */
export const halfUnit = (places: number): Decimal => decimal(5n, places + 1)

export const isWithin = (value: Decimal, bound: Decimal): boolean => compare(absolute(value), bound) <= 0

/** The most places that any of the figures is written with: those to which the column is published. */
export const placesOf = (figures: readonly (Decimal | undefined)[]): number =>
  figures.reduce((most, figure) => Math.max(most, figure === undefined ? 0 : withoutEmptyPlaces(figure)), 0)

/** Places without the zeros that fill them up: a machine that writes 45.420000 publishes 45.42, unless another row has more. */
function withoutEmptyPlaces({ units, scale }: Decimal): number {
  let [rest, places] = [units, scale]
  while (places > 0 && rest % 10n === 0n) {
    rest /= 10n
    places -= 1
  }
  return places
}

export type Distribution = {
  readonly days: number
  /** Of the absolute daily differences, in basis points. Of an even number of days the mean of the two in the middle. */
  readonly median: Decimal
  /** The least that nine days in ten are at or below (the nearest rank). */
  readonly ninetieth: Decimal
  readonly largest: { readonly bp: Decimal; readonly date: CalendarDate }
}

/** Undefined of no days. */
export function distributionOf(days: readonly { readonly date: CalendarDate; readonly daily: Decimal }[]): Distribution | undefined {
  const sizes = days.map(({ date, daily }) => ({ date, bp: absolute(daily) })).toSorted((left, right) => compare(left.bp, right.bp) || left.date - right.date)
  const at = (rank: number): Decimal | undefined => sizes[rank - 1]?.bp
  const largest = sizes.at(-1)
  const [lower, upper] = [at(Math.floor((sizes.length + 1) / 2)), at(Math.floor(sizes.length / 2) + 1)]
  const ninetieth = at(Math.ceil((sizes.length * 9) / 10))
  if (largest === undefined || lower === undefined || upper === undefined || ninetieth === undefined) return undefined
  return { days: sizes.length, median: product(add(lower, upper), decimal(5n, 1)), ninetieth, largest }
}

/** The parts, and what they leave of the whole as one more: `otherwise`. */
export function withRemainder(whole: Decimal, parts: readonly Part[], otherwise: Omit<Part, 'bp'>): readonly Part[] {
  const rest = parts.reduce((left, { bp }) => subtract(left, bp), whole)
  return rest.units === 0n ? parts : [...parts, { ...otherwise, bp: rest }]
}
