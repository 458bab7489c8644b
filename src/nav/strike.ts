/** A strike: net assets, shares and net asset value per share of one day on one basis (R6.5, R6.7). */
import { type CalendarDate } from '../values/calendar-date.ts'
import { minorUnitDigits } from '../values/currency.ts'
import { decimal, type Decimal, divideRound } from '../values/decimal.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { Shares } from '../values/scaled.ts'
import { accountOf } from '../reference/chart-of-accounts.ts'
import { type ClassId, type Fund } from '../reference/fund.ts'
import { navRoundingOn } from '../reference/nav-rounding.ts'
import { type Knowledge } from '../events/knowledge.ts'
import { baseBalance, type Balances } from '../ledger/balances.ts'
import { type NavRoll } from './nav-roll.ts'

/** nav: trades and capital by the NAV date (Rule 2a-4); reporting: all by the effective date (R0.8). */
export type Basis = 'nav' | 'reporting'

export type ClassStrike = {
  readonly classId: ClassId
  readonly netAssets: Amount
  readonly outstanding: Shares
  /** Published: rounded by the policy. Undefined where the class has no shares. */
  readonly navPerShare: Decimal | undefined
  /** To eight places, for the audit of returns (R0.2). */
  readonly unrounded: Decimal | undefined
}

export type Strike = {
  readonly date: CalendarDate
  readonly basis: Basis
  /** Minor units of the base currency. */
  readonly netAssets: Amount
  /** Value of all securities, in minor units of the base currency. */
  readonly investments: Amount
  readonly classes: readonly ClassStrike[]
  /** From the last strike to this one; residual zero. */
  readonly roll: NavRoll
  /** What was known: the evidence of which records are in it. */
  readonly readThrough: Knowledge
  /** What a reader of this figure must know; whether it is clear of them is told by their dispositions (see `src/nav/exceptions`). */
  readonly exceptions: readonly Issue[]
}

const UNROUNDED_PLACES = 8

/** Σ assets − Σ liabilities, in minor units: debit balances of the 1000s and 2000s (R2.2, R6.5). */
export const netAssetsOf = (balances: Balances): Amount =>
  baseBalance(balances, (code) => {
    const kind = accountOf(code)?.kind
    return kind === 'asset' || kind === 'liability'
  }) as Amount

export function strikeClasses(netAssets: Amount, outstanding: ReadonlyMap<ClassId, Shares>, fund: Fund, date: CalendarDate): readonly ClassStrike[] {
  const rounding = navRoundingOn(fund.policies, date)
  // One class (fund.several-classes is refused on reading): the class's net assets are the fund's.
  return fund.classes.map(({ id }) => {
    const shares = outstanding.get(id) ?? (0n as Shares)
    if (shares === 0n || rounding === undefined) return { classId: id, netAssets, outstanding: shares, navPerShare: undefined, unrounded: undefined }
    const dollars = decimal(netAssets, minorUnitDigits(fund.series.baseCurrency))
    return {
      classId: id,
      netAssets,
      outstanding: shares,
      navPerShare: divideRound(dollars, Shares.toDecimal(shares), rounding.mode, rounding.scale),
      unrounded: divideRound(dollars, Shares.toDecimal(shares), 'half-up', UNROUNDED_PLACES),
    }
  })
}
