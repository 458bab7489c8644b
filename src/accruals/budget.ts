/**
 * A budget by days (R7.12, R3.50): a year's cost by the part of the year that each day is. Where it changes within a
 * fiscal year, the change is made good in the days to come: what the new amount leaves for the year is spread over them.
 */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Period } from '../reference/fund.ts'
import { type PolicySettings } from '../reference/policy.ts'
import { type BudgetDay, type ChargeState } from './accrual-state.ts'
import { type BudgetCharge } from './charge.ts'
import { type DayCount, partsOfPeriod, partsOfYear, YEAR_PARTS } from './day-count.ts'

/** The plan for `day`: that of the day before, unless the entry or the fiscal year is another. `charged` is the year's so far, in minor units. */
export function budgetDayOf(
  { policy }: BudgetCharge,
  prior: ChargeState | undefined,
  day: CalendarDate,
  year: Period,
  charged: bigint,
  dayCount: DayCount,
): BudgetDay {
  const before = prior?.budget?.yearFrom === year.from ? prior.budget : undefined
  if (before?.entryFrom === policy.from) return before
  const { annual_amount: annual, share, true_up: trueUp } = policy.settings
  const denominator = YEAR_PARTS * (share?.whole ?? 1n)
  const plan = { entryFrom: policy.from, yearFrom: year.from, since: before?.since ?? day }
  if (before === undefined || trueUp === 'no') return { ...plan, denominator, eachDay: undefined }

  const through = policy.through !== undefined && policy.through < year.through ? policy.through : year.through
  const ofYear = annual * (share?.of ?? 1n) * partsOfPeriod(before.since, through, dayCount)
  return { ...plan, denominator: denominator * BigInt(through - day + 1), eachDay: ofYear - charged * denominator }
}

/** What `day` is, over the plan's denominator. */
export const budgetPart = (
  { eachDay }: BudgetDay,
  { annual_amount: annual, share }: PolicySettings<'expense_budget'>,
  day: CalendarDate,
  dayCount: DayCount,
): bigint => eachDay ?? annual * (share?.of ?? 1n) * partsOfYear(day, dayCount)
