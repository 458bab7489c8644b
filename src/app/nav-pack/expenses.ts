/** The expenses of a day: what each fee and budget accrued, beside the fiscal year so far and its budget (R12.10). */
import { decimal, type Decimal, divideRound } from '../../values/decimal.ts'
import { type Amount } from '../../values/money.ts'
import { type AccountCode } from '../../reference/chart-of-accounts.ts'
import { type Fund } from '../../reference/fund.ts'
import { budgetControls } from '../../accruals/budget-control.ts'
import { chargesOn } from '../../accruals/charge.ts'
import { type ClosedDay } from '../../nav/close-day.ts'
import { type DayProof, type RecordedEffect } from '../../nav/nav-proof.ts'

export type DayExpenses = {
  readonly charges: readonly ChargedExpense[]
  /** Invoices, prepaid expenses and entries by hand; an expense is negative. */
  readonly others: readonly RecordedEffect[]
  /** The fiscal year's fees and budgets so far, for a year of 365 days, in percent of the average fee base; undefined before there is one. */
  readonly ratio: Decimal | undefined
}

/** Minor units of the base currency; an expense is positive. */
export type ChargedExpense = {
  /** The name of the fee or budget in fund.yaml. */
  readonly charge: string
  readonly account: AccountCode
  readonly today: Amount
  /** Charged in the fiscal year so far: accruals, prepaid expense and invoices. */
  readonly year: Amount
  /** What the budget comes to for the same days; undefined for a fee. */
  readonly budgeted: Amount | undefined
  readonly isWithinTenth: boolean
  /** Due but not posted yet, in minor units to four places: what rounding carries to the next day (R0.9). */
  readonly carried: Decimal
}

const DAYS = 365n

export function dayExpenses({ expenses, date }: DayProof, { state: { accruals } }: ClosedDay, fund: Fund): DayExpenses {
  const budgets = new Map(budgetControls(accruals, fund).map((control) => [control.budget as string, control]))
  const charges = chargesOn(fund.policies, date).map(({ id, expense }): ChargedExpense => {
    const today = expenses.filter(({ by, source }) => by === 'accrual' && source === id).reduce((sum, { effect }) => sum - effect, 0n)
    const known = accruals.charges.get(id)
    const budget = budgets.get(id)
    return {
      charge: id,
      account: expense,
      today: today as Amount,
      year: (known?.year.charged ?? 0n) as Amount,
      budgeted: budget?.budgeted,
      isWithinTenth: budget?.isWithinTenth ?? true,
      carried:
        known?.carry === undefined
          ? decimal(0n, 4)
          : divideRound(decimal(known.carry.exact - known.carry.posted * known.carry.denominator, 0), decimal(known.carry.denominator, 0), 'half-up', 4),
    }
  })
  const named = new Set(charges.map(({ charge }) => charge))
  const bases = charges.map(({ charge }) => accruals.charges.get(charge as never)?.year.bases ?? 0n).reduce((most, each) => (each > most ? each : most), 0n)
  const year = charges.reduce((sum, each) => sum + each.year, 0n)
  return {
    charges,
    others: expenses.filter(({ by, source }) => by !== 'accrual' || !named.has(source)),
    // charged ÷ days × 365 over Σ bases ÷ days: the days fall out.
    ratio: bases <= 0n ? undefined : divideRound(decimal(year * DAYS * 100n, 0), decimal(bases, 0), 'half-up', 2),
  }
}
