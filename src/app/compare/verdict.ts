/** Whether the differences are within what was asked for: the tolerances are the user's, none is assumed. */
import { absolute, compare, type Decimal } from '../../values/decimal.ts'
import { type BalanceComparison } from './compare-balances.ts'
import { type NavComparison } from './compare-navs.ts'
import { type PositionComparison } from './compare-positions.ts'
import { type Cause } from './difference.ts'

/** In basis points; what is undefined is not judged. */
export type Tolerances = {
  /** The largest difference of a day; the largest of a position or account, in basis points of net assets. */
  readonly largest?: Decimal | undefined
  readonly median?: Decimal | undefined
  readonly ninetieth?: Decimal | undefined
  /** Level of the last day. */
  readonly cumulative?: Decimal | undefined
  /** The largest level of any day. */
  readonly level?: Decimal | undefined
}

export type Verdict = {
  readonly file: string
  readonly measure: 'largest' | 'median' | 'ninetieth' | 'cumulative' | 'level' | 'differences' | 'shares' | 'unmatched'
  /** In basis points for the first five, else a count of what is beyond the tolerance. */
  readonly value: Decimal
  readonly tolerance: Decimal
  readonly isWithin: boolean
}

/** Causes that need no tolerance: the two sides say the same. */
const harmless: ReadonlySet<Cause | 'follows'> = new Set<Cause | 'follows'>(['rounding', 'timing', 'follows'])

export const verdictsOf = (comparisons: readonly (NavComparison | PositionComparison | BalanceComparison)[], tolerances: Tolerances): readonly Verdict[] =>
  comparisons.flatMap((each) => (each.kind === 'navs' ? navVerdicts(each, tolerances) : itemVerdicts(each, tolerances)))

const none: Decimal = { units: 0n, scale: 0 }
const counted = (count: number): Decimal => ({ units: BigInt(count), scale: 0 })

function navVerdicts({ file, days, distribution, cumulative, largestLevel }: NavComparison, tolerances: Tolerances): readonly Verdict[] {
  const values = { largest: distribution?.largest.bp, median: distribution?.median, ninetieth: distribution?.ninetieth, cumulative, level: largestLevel }
  const judged = (['median', 'ninetieth', 'largest', 'cumulative', 'level'] as const).flatMap((measure): Verdict[] => {
    const [value, tolerance] = [values[measure], tolerances[measure]]
    if (value === undefined || tolerance === undefined) return []
    return [{ file, measure, value, tolerance, isWithin: compare(absolute(value), tolerance) <= 0 }]
  })
  // Without a tolerance, days may differ by rounding alone: a difference of timing is one of net asset value all the same.
  const differing = days.filter(({ daily, parts }) => daily.units !== 0n && parts.some(({ cause }) => cause !== 'rounding')).length
  const exact: Verdict[] = judged.length > 0 ? [] : [{ file, measure: 'differences', value: counted(differing), tolerance: none, isWithin: differing === 0 }]
  const shares = days.filter(({ others }) => others.some(({ figure, cause }) => figure === 'shares' && !harmless.has(cause))).length
  return [...judged, ...exact, ...(shares === 0 ? [] : [{ file, measure: 'shares' as const, value: counted(shares), tolerance: none, isWithin: false }])]
}

function itemVerdicts(comparison: PositionComparison | BalanceComparison, { largest }: Tolerances): readonly Verdict[] {
  const { file } = comparison
  const items: readonly { readonly cause: Cause; readonly bp: Decimal | undefined }[] = comparison.differences
  const beyond = items.filter(
    ({ cause, bp }) => !harmless.has(cause) && (bp === undefined || largest === undefined || compare(absolute(bp), largest) > 0),
  ).length
  const unmatched =
    comparison.kind === 'positions'
      ? comparison.unmatched.filter(({ isHeld }) => isHeld).length
      : comparison.unmatched.filter(({ hasBalance }) => hasBalance).length
  return [
    { file, measure: 'differences', value: counted(beyond), tolerance: none, isWithin: beyond === 0 },
    ...(unmatched === 0 ? [] : [{ file, measure: 'unmatched' as const, value: counted(unmatched), tolerance: none, isWithin: false }]),
  ]
}
