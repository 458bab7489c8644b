/** What of the day's return each holding made (R12.11): its weight × the move of its price and rate. */
import { type CalendarDate } from '../../values/calendar-date.ts'
import { compare, decimal, type Decimal, divideRound, product } from '../../values/decimal.ts'
import { Rate } from '../../values/scaled.ts'
import { type Fund } from '../../reference/fund.ts'
import { type InstrumentId } from '../../reference/instrument.ts'
import { policyOn } from '../../reference/policy.ts'
import { type DayProof, type ProofTerm } from '../../nav/nav-proof.ts'

/** In percent of net assets yesterday with the capital that came in, to four places: hundredths of a basis point. */
export type DayContributions = {
  readonly byHolding: readonly Contribution[]
  /** Net assets today with distributions, over net assets yesterday with capital, less one. */
  readonly total: Decimal
  /** Σ over all holdings. */
  readonly holdings: Decimal
  /** Currency of cash, receivables and payables. */
  readonly currency: Decimal
  /** Income less expenses. */
  readonly income: Decimal
  /** What was dealt at other than closing prices, with charges. */
  readonly dealing: Decimal
  /** What else was realized, and the rounding of values. */
  readonly rest: Decimal
  /** Whether all but what the policy nav_checks lets be unexplained, else one basis point, is holdings, currency and income. */
  readonly isExplained: boolean
}

/** Weight and move to two places, their product to four. */
export type Contribution = {
  readonly instrument: InstrumentId
  readonly weight: Decimal
  readonly move: Decimal | undefined
  readonly contribution: Decimal
}

const PLACES = 4
const USUAL_UNEXPLAINED = decimal(1n, 4)

/** Largest first, whichever its sign; undefined where there was nothing to have a return on. */
export function dayContributions(proof: DayProof, fund: Fund, date: CalendarDate): DayContributions | undefined {
  const effectOf = (...wanted: readonly ProofTerm[]): bigint =>
    proof.terms.filter(({ term }) => wanted.includes(term)).reduce((sum, { effect }) => sum + effect, 0n)
  const invested = proof.opening + effectOf('capital')
  if (proof.opening <= 0n || invested <= 0n) return undefined
  const percent = (part: bigint, of: bigint = invested, places: number = PLACES): Decimal =>
    divideRound(decimal(part * 100n, 0), decimal(of, 0), 'half-up', places)
  const moved = proof.holdings
    .filter(({ exposed }) => exposed !== 0n)
    .map(({ instrument, exposed, price, currency }) => ({ instrument, exposed, moved: price + currency }))
    .toSorted((left, right) => magnitudeOrder(left.moved, right.moved))
  const holdings = moved.reduce((sum, each) => sum + each.moved, 0n)
  const [currency, income] = [effectOf('cashCurrency'), effectOf('income', 'expenses')]
  const all = proof.closing - effectOf('distributions') - invested
  const unexplained = all - holdings - currency - income
  const dealing = effectOf('dealing')
  const agreed = policyOn(fund.policies, 'nav_checks', date)?.settings.unexplained
  const limit = agreed === undefined ? USUAL_UNEXPLAINED : Rate.toDecimal(agreed)
  return {
    byHolding: moved.map((each) => ({
      instrument: each.instrument,
      weight: percent(each.exposed, invested, 2),
      move: each.exposed === 0n ? undefined : percent(each.moved, each.exposed, 2),
      contribution: percent(each.moved),
    })),
    total: percent(all),
    holdings: percent(holdings),
    currency: percent(currency),
    income: percent(income),
    dealing: percent(dealing),
    rest: percent(unexplained - dealing),
    isExplained: compare(decimal(magnitude(unexplained), 0), product(decimal(invested, 0), limit)) <= 0,
  }
}

const magnitude = (amount: bigint): bigint => (amount < 0n ? -amount : amount)
const magnitudeOrder = (left: bigint, right: bigint): number => (magnitude(left) === magnitude(right) ? 0 : magnitude(left) > magnitude(right) ? -1 : 1)
