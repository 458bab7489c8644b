/** Accrual against budget (R12.10): what the fiscal year was charged so far beside what its budgets come to for the same days. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Amount } from '../values/money.ts'
import { type Fund } from '../reference/fund.ts'
import { type BudgetId } from '../reference/expense-policy.ts'
import { budgetsOn } from '../reference/policy.ts'
import { type AccrualState } from './accrual-state.ts'
import { roundedToUnits } from './carry.ts'
import { accrualSettingsOn } from './charge.ts'
import { partsOfYear, YEAR_PARTS } from './day-count.ts'

export type BudgetControl = {
  readonly budget: BudgetId
  /** First day of the fiscal year on which it was charged, and the last day charged. */
  readonly from: CalendarDate
  readonly through: CalendarDate
  /** Accruals, prepaid expenses and what invoices added or took back; minor units. */
  readonly charged: Amount
  readonly budgeted: Amount
  readonly isWithinTenth: boolean
}

export function budgetControls({ chargedThrough: through, charges }: AccrualState, fund: Fund): readonly BudgetControl[] {
  if (through === undefined) return []
  return budgetsOn(fund.policies, through).flatMap(({ settings: { id } }): BudgetControl[] => {
    const state = charges.get(id)
    if (state?.budget === undefined) return []
    const { since: from } = state.budget
    const budgeted = budgetedFor(id, from, through, fund)
    const charged = state.year.charged as Amount
    const off = charged - budgeted
    return [{ budget: id, from, through, charged, budgeted, isWithinTenth: (off < 0n ? -off : off) * 10n <= budgeted }]
  })
}

/** Each day at the entry in force on it, half up to the minor unit. */
function budgetedFor(id: BudgetId, from: CalendarDate, through: CalendarDate, fund: Fund): Amount {
  const totals = new Map<bigint, bigint>()
  for (let date = from; date <= through; date = (date + 1) as CalendarDate) {
    const entry = budgetsOn(fund.policies, date).find(({ settings }) => settings.id === id)
    if (entry === undefined) continue
    const { annual_amount: annual, share } = entry.settings
    const whole = share?.whole ?? 1n
    totals.set(whole, (totals.get(whole) ?? 0n) + annual * (share?.of ?? 1n) * partsOfYear(date, accrualSettingsOn(fund.policies, date).dayCount))
  }
  return [...totals].reduce((sum, [whole, parts]) => sum + roundedToUnits(parts, whole * YEAR_PARTS), 0n) as Amount
}
