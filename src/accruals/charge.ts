/** What is charged on a day: the fees and budgets of fund.yaml that are in force, each with its accounts (R7.8, first step). */
import { type CalendarDate, calendarDate, yearMonthDay } from '../values/calendar-date.ts'
import { invariant } from '../values/invariant.ts'
import { accounts, type AccountCode } from '../reference/chart-of-accounts.ts'
import { type Fund, fiscalPeriod, fiscalYearEndOnOrAfter, type Period } from '../reference/fund.ts'
import { type BudgetId } from '../reference/expense-policy.ts'
import {
  budgetEntryFor,
  budgetsOn,
  feePolicyKinds,
  type FeePolicyKind,
  type Policy,
  type PolicyBook,
  policyOn,
  type PolicySettings,
} from '../reference/policy.ts'

/** The kind of a fee, or the id of a budget. */
export type ChargeId = FeePolicyKind | BudgetId

export type FeeCharge = {
  readonly of: 'fee'
  readonly id: FeePolicyKind
  readonly policy: Policy<FeePolicyKind>
  readonly expense: AccountCode
  readonly payable: AccountCode
}
export type BudgetCharge = {
  readonly of: 'budget'
  readonly id: BudgetId
  readonly policy: Policy<'expense_budget'>
  readonly expense: AccountCode
  readonly payable: AccountCode
}
export type Charge = FeeCharge | BudgetCharge

const expenseOfFee: Readonly<Record<FeePolicyKind, AccountCode>> = {
  advisory_fee: accounts.advisoryFee,
  distribution_fee: accounts.distributionFee,
  administrative_fee: accounts.administrativeServicesFee,
}

const payables: ReadonlyMap<AccountCode, AccountCode> = new Map([
  [accounts.advisoryFee, accounts.payableAdvisoryFee],
  [accounts.performanceAdjustment, accounts.payableAdvisoryFee],
  [accounts.distributionFee, accounts.payableDistributionFee],
  [accounts.administrativeServicesFee, accounts.payableAdministrativeServices],
  [accounts.transferAgentFee, accounts.payableTransferAgent],
  [accounts.custodianFee, accounts.payableCustodian],
  [accounts.trusteesFees, accounts.payableTrustees],
  [accounts.interestExpense, accounts.payableInterest],
  [accounts.recoupment, accounts.payableRecoupment],
])

/** The liability in which an expense waits for its payment. */
export const payableOf = (expense: AccountCode): AccountCode => payables.get(expense) ?? accounts.payableOtherExpenses

/** Fees first, then budgets in the order of their entries; a rate that is only a maximum charges nothing. */
export function chargesOn(policies: PolicyBook, date: CalendarDate): readonly Charge[] {
  const fees = feePolicyKinds.flatMap((id): Charge[] => {
    const policy = policyOn(policies, id, date)
    if (policy === undefined || policy.settings.up_to === 'yes') return []
    const expense = expenseOfFee[id]
    return [{ of: 'fee', id, policy, expense, payable: payableOf(expense) }]
  })
  const budgets = budgetsOn(policies, date).map((policy): Charge => {
    const { id, account } = policy.settings
    return { of: 'budget', id, policy, expense: account, payable: payableOf(account) }
  })
  return [...fees, ...budgets]
}

/** What an invoice is against: its id, its account, and what becomes of a shortfall. The name is of a fee or budget that fund.yaml has. */
export function billedCharge(
  policies: PolicyBook,
  against: string,
  date: CalendarDate,
): { readonly charge: ChargeId; readonly expense: AccountCode; readonly shortfall: 'at-once' | 'spread' } {
  const fee = feePolicyKinds.find((kind) => kind === against)
  if (fee !== undefined) return { charge: fee, expense: expenseOfFee[fee], shortfall: 'at-once' }
  const entry = budgetEntryFor(policies, against, date)
  invariant(entry !== undefined, `no budget ${against}: it was checked when the book was read`)
  return { charge: entry.settings.id, expense: entry.settings.account, shortfall: entry.settings.shortfall ?? 'at-once' }
}

/** The settings of all accruals on a day, each where it is empty with its default. */
export type AccrualSettings = {
  readonly policy: Policy<'expense_accrual'> | undefined
  readonly rounding: 'carry' | 'daily'
  readonly dayCount: 'ACT/ACT' | 'ACT/365'
  readonly weekend: 'monday' | 'friday'
  readonly includesCapital: boolean
}

export function accrualSettingsOn(policies: PolicyBook, date: CalendarDate): AccrualSettings {
  const policy = policyOn(policies, 'expense_accrual', date)
  const settings: Partial<PolicySettings<'expense_accrual'>> = policy?.settings ?? {}
  return {
    policy,
    rounding: settings.rounding ?? 'carry',
    dayCount: settings.day_count ?? 'ACT/ACT',
    weekend: settings.weekend ?? 'monday',
    includesCapital: settings.base_includes_capital === 'yes',
  }
}

/** The fiscal year that holds the date, begun no earlier than inception. */
export function fiscalYearOf(date: CalendarDate, { series }: Fund): Period {
  return fiscalPeriod(yearMonthDay(fiscalYearEndOnOrAfter(date, series.fiscalYearEnd)).year, series)
}

/**
 * The first day of the sum that a day's accrual is a part of (R0.9): of the fiscal year or of the policies it is made by,
 * whichever is later; of the month, too, where each day is rounded by itself and trued up at the month's end (R7.2).
 */
export function anchorOf({ policy }: Charge, { policy: settings, rounding }: AccrualSettings, date: CalendarDate, fund: Fund): CalendarDate {
  const { year, month } = yearMonthDay(date)
  const starts = [fiscalYearOf(date, fund).from, policy.from, settings?.from ?? policy.from]
  if (rounding === 'daily') starts.push(calendarDate(year, month, 1))
  return Math.max(...starts) as CalendarDate
}
