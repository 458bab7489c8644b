/**
 * The unitised roll (R12.15): from the published net asset value per share of yesterday to that of today, by the terms of
 * the proof over the shares of today. Orders move it only by what they dealt for above or below the unrounded value of a
 * share: dilution. The rounding of both published values is a term; what is left after it is nothing but the places kept.
 */
import { type Currency } from '../values/currency.ts'
import { absolute, compare, decimal, type Decimal, divideRound, isZero, product, subtract, sum } from '../values/decimal.ts'
import { invariant } from '../values/invariant.ts'
import { amountToDecimal } from '../values/money.ts'
import { Shares } from '../values/scaled.ts'
import { type ClassId } from '../reference/fund.ts'
import { type DayProof, type ProofTerm } from './nav-proof.ts'
import { type ClassStrike } from './strike.ts'

export type UnitisedTerm = Exclude<ProofTerm, 'capital'> | 'dilution' | 'publishedRounding'

/** In the base currency a share; terms to `PLACES` places. */
export type UnitisedRoll = {
  readonly classId: ClassId
  /** Published, of yesterday and of today; where fund shares were split in between, that of yesterday a share of today, to eight places. */
  readonly opening: Decimal
  readonly closing: Decimal
  /** Those that move it. */
  readonly terms: readonly { readonly term: UnitisedTerm; readonly perShare: Decimal }[]
  /** closing − opening − terms. */
  readonly unexplained: Decimal
}

const PLACES = 8
/** R12.15: more than half a thousandth of a unit of currency blocks. */
const LARGEST_UNEXPLAINED = decimal(5n, 4)

/** Of the one class of the fund; undefined where it had no net asset value on one of the two days. */
export function unitisedRoll(before: ClassStrike | undefined, after: ClassStrike, proof: DayProof, base: Currency): UnitisedRoll | undefined {
  const [published, closing] = [before?.navPerShare, after.navPerShare]
  if (before === undefined || published === undefined || closing === undefined) return undefined
  const opening = inValueOfToday(published, proof.shareSplits)
  const shares = Shares.toDecimal(after.outstanding)
  const perShare = (amount: bigint): Decimal => divideRound(amountToDecimal(amount, base), shares, 'half-up', PLACES)
  const effectOf = (term: ProofTerm): bigint => proof.terms.find((each) => each.term === term)?.effect ?? 0n
  // (A + C) ÷ S' − A ÷ S, in one division: net assets of yesterday with the capital that came, over today's shares.
  const [s0, s1] = [inSharesOfToday(before.outstanding, proof.shareSplits), after.outstanding]
  const spread = (proof.opening + effectOf('capital')) * s0 - proof.opening * s1
  const dilution = divideRound(amountToDecimal(spread * 10n ** BigInt(Shares.scale), base), decimal(s0 * s1, 0), 'half-up', PLACES)
  const rounding = (nav: Decimal, netAssets: bigint, outstanding: bigint): Decimal =>
    subtract(nav, divideRound(amountToDecimal(netAssets, base), Shares.toDecimal(outstanding as Shares), 'half-up', PLACES))
  const terms = [
    ...proof.terms.flatMap(({ term, effect }) => (term === 'capital' ? [] : [{ term, perShare: perShare(effect) }])),
    { term: 'dilution' as const, perShare: dilution },
    { term: 'publishedRounding' as const, perShare: subtract(rounding(closing, after.netAssets, s1), rounding(opening, before.netAssets, s0)) },
  ]
  const unexplained = subtract(subtract(closing, opening), sum(terms.map((each) => each.perShare)))
  invariant(compare(absolute(unexplained), LARGEST_UNEXPLAINED) <= 0, 'R12.15: the roll of the net asset value per share leaves more than 0.0005')
  return { classId: after.classId, opening, closing, terms: terms.filter((each) => !isZero(each.perShare)), unexplained }
}

/** A value of yesterday a share of today, through the splits of fund shares between; without one as it was published. */
export const inValueOfToday = (nav: Decimal, splits: DayProof['shareSplits']): Decimal =>
  splits.reduce((value, { newUnits, oldUnits }) => divideRound(product(value, oldUnits), newUnits, 'half-up', PLACES), nav)

/** What the transfer agent rounds beyond the ratio is dilution. */
const inSharesOfToday = (shares: bigint, splits: DayProof['shareSplits']): bigint =>
  splits.reduce((total, { newUnits, oldUnits }) => divideRound(product(decimal(total, 0), newUnits), oldUnits, 'half-up', 0).units, shares)
