/** The accruals of calendar days (R6.4 step 9, R7.8): each charge in force, and what was paid or deferred ahead. Pure. */
import { addDays, type CalendarDate } from '../values/calendar-date.ts'
import { divideUnits } from '../values/decimal.ts'
import { type Amount } from '../values/money.ts'
import { type Fund } from '../reference/fund.ts'
import { type AccrualState, type ChargedYear, type ChargeState, type Spread } from './accrual-state.ts'
import { budgetDayOf, budgetPart } from './budget.ts'
import { accrue, accrueByDay, type Accrued, type Carry, carryFrom, trueUpOf } from './carry.ts'
import { type AccrualSettings, accrualSettingsOn, anchorOf, type Charge, chargesOn, type FeeCharge, fiscalYearOf } from './charge.ts'
import { type ChargeDay } from './charge-days.ts'
import { partsOfYear } from './day-count.ts'
import { annualFee, FEE_DENOMINATOR, RATE_ONE } from './fee.ts'

/** An amount to post: an expense and what it is owed or was paid from. Signed; never zero. */
export type Accrual = ChargeAccrual | SpreadAccrual
export type ChargeAccrual = {
  readonly of: 'charge'
  readonly charge: Charge
  readonly effectiveDate: CalendarDate
  readonly days: Days
  readonly amount: Amount
}
export type SpreadAccrual = {
  readonly of: 'spread'
  readonly spread: Spread
  readonly effectiveDate: CalendarDate
  readonly days: Days
  readonly amount: Amount
}

/** The calendar days that an amount is of. */
export type Days = { readonly from: CalendarDate; readonly through: CalendarDate }

export type AccruedDays = { readonly state: AccrualState; readonly accruals: readonly Accrual[] }

/** Accrues the days in their order; amounts of one charge with one effective date are one. */
export function accrueDays(state: AccrualState, days: readonly ChargeDay[], fund: Fund): AccruedDays {
  const accruals = new Map<string, Accrual>()
  let next = state
  for (const day of days) {
    const accrued = accrueDay(next, day, fund)
    next = accrued.state
    for (const accrual of accrued.accruals) {
      const key = `${accrual.effectiveDate}/${accrual.of === 'charge' ? accrual.charge.id : `${accrual.spread.record}/${accrual.spread.from}`}`
      const same = accruals.get(key)
      accruals.set(key, same === undefined ? accrual : joined(same, accrual))
    }
  }
  return { state: next, accruals: [...accruals.values()].filter(({ amount }) => amount !== 0n) }
}

const joined = (first: Accrual, { amount, days }: Accrual): Accrual => ({
  ...first,
  amount: (first.amount + amount) as Amount,
  days: { from: first.days.from, through: days.through },
})

function accrueDay(state: AccrualState, charged: ChargeDay, fund: Fund): AccruedDays {
  const { day, effectiveDate } = charged
  const settings = accrualSettingsOn(fund.policies, day)
  const charges = new Map(state.charges)
  const accruals: Accrual[] = []
  const days = { from: day, through: day }

  for (const charge of chargesOn(fund.policies, day)) {
    const isPrepaid = state.spreads.some((spread) => spread.replacesBudget && spread.charge === charge.id && spread.from <= day && day <= spread.through)
    const { state: next, amount } = accrueCharge(charge, charges.get(charge.id), charged, isPrepaid, settings, fund)
    charges.set(charge.id, next)
    if (amount !== 0n) accruals.push({ of: 'charge', charge, effectiveDate, days, amount })
  }

  const spreads = state.spreads.flatMap((spread): Spread[] => {
    const amount = partDue(spread, day)
    if (amount !== 0n) accruals.push({ of: 'spread', spread, effectiveDate, days, amount })
    if (spread.charge !== undefined) charges.set(spread.charge, withExpense(charges.get(spread.charge), amount, day, fund))
    return day >= spread.through ? [] : [{ ...spread, posted: spread.posted + amount }]
  })
  return { state: { chargedThrough: day, charges, spreads }, accruals }
}

type AccruedCharge = { readonly state: ChargeState; readonly amount: Amount }

function accrueCharge(
  charge: Charge,
  prior: ChargeState | undefined,
  { day, base }: ChargeDay,
  isPrepaid: boolean,
  settings: AccrualSettings,
  fund: Fund,
): AccruedCharge {
  const fiscal = fiscalYearOf(day, fund)
  const year = yearOf(prior, fiscal.from)
  const anchor = anchorOf(charge, settings, day, fund)
  const budget = charge.of === 'budget' ? budgetDayOf(charge, prior, day, fiscal, year.charged, settings.dayCount) : undefined
  const carry = prior?.carry?.anchor === anchor ? prior.carry : carryFrom(anchor, budget?.denominator ?? FEE_DENOMINATOR)

  const fee = charge.of === 'fee' ? feeYear(charge, year, base, partsOfYear(day, settings.dayCount)) : undefined
  const part = charge.of === 'budget' && budget !== undefined ? (isPrepaid ? 0n : budgetPart(budget, charge.policy.settings, day, settings.dayCount)) : 0n
  const accrued = post(carry, fee?.part ?? part, settings, () => isLastOf(anchor, charge, day, fund))
  const amount = accrued.amount as Amount
  return {
    amount,
    state: {
      carry: accrued.carry,
      budget,
      year: { ...(fee?.year ?? year), charged: year.charged + amount },
      days: amount === 0n ? prior?.days : { day, total: (prior?.days?.total ?? 0n) + amount, before: prior?.days },
      billed: prior?.billed ?? [],
    },
  }
}

function post(carry: Carry, part: bigint, { rounding }: AccrualSettings, isLast: () => boolean): Accrued {
  if (rounding === 'carry') return accrue(carry, part)
  const accrued = accrueByDay(carry, part)
  if (!isLast()) return accrued
  const trueUp = trueUpOf(accrued.carry)
  return { carry: { ...accrued.carry, posted: accrued.carry.posted + trueUp }, amount: accrued.amount + trueUp }
}

/** Whether the sum ends with the day: the month, the fiscal year or the policy does. */
function isLastOf(anchor: CalendarDate, charge: Charge, day: CalendarDate, fund: Fund): boolean {
  const tomorrow = addDays(day, 1)
  const next = chargesOn(fund.policies, tomorrow).find(({ id }) => id === charge.id)
  return next === undefined || anchorOf(next, accrualSettingsOn(fund.policies, tomorrow), tomorrow, fund) !== anchor
}

/** What the day adds to the fee, over `FEE_DENOMINATOR`: what is due on net assets, or as the minimum if that is more (R7.4). */
function feeYear({ policy }: FeeCharge, year: ChargedYear, base: Amount, parts: bigint): { readonly part: bigint; readonly year: ChargedYear } {
  const { minimum, minimum_test: test } = policy.settings
  const onNetAssets = annualFee(base, policy.settings) * parts
  const least = (minimum ?? 0n) * RATE_ONE * parts
  const next = {
    ...year,
    onNetAssets: year.onNetAssets + onNetAssets,
    minimum: year.minimum + least,
    bases: year.bases + base,
    days: year.days + 1,
  }
  return {
    year: next,
    part: test === 'annual' ? larger(next.onNetAssets, next.minimum) - larger(year.onNetAssets, year.minimum) : larger(onNetAssets, least),
  }
}

const larger = (left: bigint, right: bigint): bigint => (left > right ? left : right)

/** The year in the state, or a new one where it is another. */
function yearOf(prior: ChargeState | undefined, from: CalendarDate): ChargedYear {
  if (prior?.year.from === from) return prior.year
  return { from, charged: 0n, onNetAssets: 0n, minimum: 0n, bases: 0n, days: 0 }
}

/** The state with an expense that was not accrued: of an invoice, or of what was paid ahead. */
export function withExpense(prior: ChargeState | undefined, amount: bigint, day: CalendarDate, fund: Fund): ChargeState {
  const year = yearOf(prior, fiscalYearOf(day, fund).from)
  const empty = { carry: undefined, budget: undefined, days: undefined, billed: [] }
  return { ...(prior ?? empty), year: { ...year, charged: year.charged + amount } }
}

/** Due through the day, rounded half up, less what is posted: the last day takes what is left. */
function partDue({ from, through, amount, posted }: Spread, day: CalendarDate): Amount {
  if (day < from) return 0n as Amount
  const elapsed = BigInt((day < through ? day : through) - from + 1)
  return (divideUnits(amount * elapsed, BigInt(through - from + 1), 'half-up') - posted) as Amount
}
