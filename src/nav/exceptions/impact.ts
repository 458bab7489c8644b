/**
 * What an exception would move the net asset value per share by, were it wrong (R5.12): |change of net assets| ÷ shares.
 * Where there are several classes it is that of the class it moves most, a change of the fund being borne by net assets.
 */
import { minorUnitDigits, type Currency } from '../../values/currency.ts'
import { absolute, compare, decimal, type Decimal, divideRound, equals, ONE, parseDecimal, product, ZERO } from '../../values/decimal.ts'
import { type Impact as StatedImpact } from '../../values/issue.ts'
import { type Amount } from '../../values/money.ts'
import { Shares } from '../../values/scaled.ts'
import { type ClassStrike } from '../strike.ts'

export type Impact = {
  /** In the base currency a share, not negative, rounded half up to eight places. */
  readonly perShare: Decimal
  /** Whether it is at or above the threshold; held against the exact value. */
  readonly isMaterial: boolean
}

const PLACES = 8

const HALF_A_CENT = decimal(5n, 3)

/** What the issue says that it comes to. It is rounded, so where the fund's threshold is half a cent the issue's own judgement holds. */
export const statedImpact = ({ perShare, isBlocking }: StatedImpact, threshold: Decimal): Impact => {
  const stated = parseDecimal(perShare) ?? ZERO
  return { perShare: stated, isMaterial: equals(threshold, HALF_A_CENT) ? isBlocking : compare(stated, threshold) >= 0 }
}

/** The strike whose shares bear the change. */
export type Borne = { readonly netAssets: Amount; readonly classes: readonly ClassStrike[]; readonly currency: Currency }

/** The impact of a change of net assets, in the base currency; undefined where no class has shares to bear it. */
export function impactOf(change: Decimal, { netAssets, classes, currency }: Borne, threshold: Decimal): Impact | undefined {
  let most: Impact | undefined
  for (const { netAssets: ofClass, outstanding } of classes) {
    if (outstanding === 0n) continue
    const isWhole = netAssets === 0n || ofClass === netAssets
    const [part, whole] = isWhole ? [ONE, ONE] : [ofClass, netAssets].map((amount) => decimal(amount, minorUnitDigits(currency)))
    const borne = absolute(product(change, part as Decimal))
    const shares = absolute(product(whole as Decimal, Shares.toDecimal(outstanding)))
    const perShare = divideRound(borne, shares, 'half-up', PLACES)
    const impact = { perShare, isMaterial: compare(borne, product(threshold, shares)) >= 0 }
    if (most === undefined || compare(perShare, most.perShare) > 0) most = impact
  }
  return most
}
