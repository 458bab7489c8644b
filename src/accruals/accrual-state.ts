/** What accruals keep from day to day. Immutable: a day makes a new one. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type RecordId } from '../values/record-id.ts'
import { type AccountCode } from '../reference/chart-of-accounts.ts'
import { type Carry } from './carry.ts'
import { type ChargeId } from './charge.ts'

export type AccrualState = {
  /** Last calendar day charged; undefined before the first. */
  readonly chargedThrough: CalendarDate | undefined
  readonly charges: ReadonlyMap<ChargeId, ChargeState>
  /** What is paid or deferred ahead, until it is charged in full. */
  readonly spreads: readonly Spread[]
}

export const noAccruals: AccrualState = { chargedThrough: undefined, charges: new Map(), spreads: [] }

export type ChargeState = {
  /** The sum that is being posted; undefined where nothing is due by accrual yet. */
  readonly carry: Carry | undefined
  /** Of a budget: the part of a day, by which entry of the policy. */
  readonly budget: BudgetDay | undefined
  readonly year: ChargedYear
  /** The last day accrued, and behind it those before: what an invoice's period is looked up in. */
  readonly days: AccruedDay | undefined
  /** Invoices that took from what is accrued. */
  readonly billed: readonly Billed[]
}

/** How a budget becomes days: by one entry of the policy, within one fiscal year. */
export type BudgetDay = {
  /** First day of the entry, and of the fiscal year. */
  readonly entryFrom: CalendarDate
  readonly yearFrom: CalendarDate
  /** First day of the fiscal year on which the budget was charged. */
  readonly since: CalendarDate
  /** What a day is divided by to give minor units. */
  readonly denominator: bigint
  /** What each day is, after a change within the year; undefined where the day's part of the year decides. */
  readonly eachDay: bigint | undefined
}

/** The fiscal year so far. */
export type ChargedYear = {
  readonly from: CalendarDate
  /** Minor units charged as an expense: accruals, what was prepaid, and what invoices added or took back. */
  readonly charged: bigint
  /** Due on net assets alone, and due as the minimum, over `FEE_DENOMINATOR`: the two sides of an annual test (R7.4). */
  readonly onNetAssets: bigint
  readonly minimum: bigint
  /** Σ of the fee bases of all days, in minor units, and their number: avgFeeBase is their quotient (R7.1). */
  readonly bases: bigint
  readonly days: number
}

/** `total`: minor units accrued to the payable, through the day. */
export type AccruedDay = { readonly day: CalendarDate; readonly total: bigint; readonly before: AccruedDay | undefined }

export type Billed = { readonly record: RecordId; readonly from: CalendarDate; readonly through: CalendarDate; readonly taken: bigint }

/** A prepaid or deferred expense (account 1500), charged in equal parts from day to day. */
export type Spread = {
  readonly record: RecordId
  readonly charge: ChargeId | undefined
  readonly expense: AccountCode
  /** Its days have their cost from here, and not from the budget. */
  readonly replacesBudget: boolean
  readonly from: CalendarDate
  readonly through: CalendarDate
  /** Minor units in all, and those charged. */
  readonly amount: bigint
  readonly posted: bigint
}

/** Minor units accrued to the payable on the days from `from` through `through`. */
export const accruedIn = (state: ChargeState | undefined, from: CalendarDate, through: CalendarDate): bigint =>
  totalThrough(state?.days, through) - totalThrough(state?.days, (from - 1) as CalendarDate)

function totalThrough(days: AccruedDay | undefined, through: CalendarDate): bigint {
  let day = days
  while (day !== undefined && day.day > through) day = day.before
  return day?.total ?? 0n
}
