/** NAV proof (R12.15, T124): net assets yesterday + capital + income − expense + realized + unrealized − distributions = today. */
import { type Amount } from '../values/money.ts'
import { type AccountKind, accountOf } from '../reference/chart-of-accounts.ts'
import { baseBalance, type Balances } from '../ledger/balances.ts'

export type NavRoll = {
  readonly opening: Amount
  /** Fund shares sold less redeemed, and other changes of capital. */
  readonly capital: Amount
  readonly income: Amount
  readonly expenses: Amount
  readonly distributions: Amount
  readonly realized: Amount
  readonly unrealized: Amount
  readonly closing: Amount
  /** closing − (opening + capital + income − expenses − distributions + realized + unrealized): zero, or the books are broken. */
  readonly residual: Amount
}

/** The movement between two sets of balances; opening and closing are assets less liabilities, the terms are the other accounts. */
export function navRoll(before: Balances, after: Balances): NavRoll {
  const movement = (kind: AccountKind): bigint => credit(after, kind) - credit(before, kind)
  const opening = -credit(before, 'asset') - credit(before, 'liability')
  const closing = -credit(after, 'asset') - credit(after, 'liability')
  const [capital, income, expenses, distributions, realized, unrealized] = [
    movement('capital'),
    movement('income'),
    -movement('expense'),
    -movement('distribution'),
    movement('realized'),
    movement('unrealized'),
  ] as const
  return {
    opening: opening as Amount,
    capital: capital as Amount,
    income: income as Amount,
    expenses: expenses as Amount,
    distributions: distributions as Amount,
    realized: realized as Amount,
    unrealized: unrealized as Amount,
    closing: closing as Amount,
    residual: (closing - (opening + capital + income - expenses - distributions + realized + unrealized)) as Amount,
  }
}

const credit = (balances: Balances, kind: AccountKind): bigint => -baseBalance(balances, (code) => accountOf(code)?.kind === kind)
