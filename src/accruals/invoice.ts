/**
 * An invoice against what was accrued for its period (R3.50, R6.14). The part of it for days gone by is owed already as
 * far as it was accrued; what is missing is an expense at once or spread, and what was accrued too much is taken back.
 * The part for days to come is prepaid (account 1500), and those days have their cost from it and not from the budget.
 */
import { addDays, type CalendarDate } from '../values/calendar-date.ts'
import { divideUnits } from '../values/decimal.ts'
import { invariant } from '../values/invariant.ts'
import { type RecordId } from '../values/record-id.ts'
import { type AccountCode } from '../reference/chart-of-accounts.ts'
import { type Fund, fiscalYearEndOnOrAfter } from '../reference/fund.ts'
import { accruedIn, type AccrualState, type Spread } from './accrual-state.ts'
import { withExpense } from './accrue.ts'
import { type ChargeId, fiscalYearOf } from './charge.ts'

export type Bill = {
  readonly record: RecordId
  /** What accrued for it; undefined for an expense that nothing was accrued for. */
  readonly charge: ChargeId | undefined
  readonly expense: AccountCode
  /** Minor units of the base currency. */
  readonly amount: bigint
  /** The days it is for. */
  readonly from: CalendarDate
  readonly through: CalendarDate
  /** No other invoice is to come for these days: what was accrued for them and is not billed is taken back. */
  readonly isFinal: boolean
  readonly shortfall: 'at-once' | 'spread'
}

export type BilledExpense = {
  readonly state: AccrualState
  /** Accrued before, and owed on this invoice from now on: already in the payable. */
  readonly taken: bigint
  /** An expense of the day; negative where more was accrued than billed. */
  readonly expense: bigint
  /** Prepaid or deferred. */
  readonly deferred: bigint
}

/** `taken` + `expense` + `deferred` is the amount of a final invoice, and of any other, too: none takes more than it bills. */
export function billExpense(state: AccrualState, bill: Bill, fund: Fund): BilledExpense {
  const { chargedThrough } = state
  invariant(chargedThrough !== undefined, 'the day of an invoice is charged before the invoice is booked')
  const { record, charge, amount, from, through } = bill
  const prior = charge === undefined ? undefined : state.charges.get(charge)
  const lastGone = through < chargedThrough ? through : chargedThrough
  const gone = lastGone < from ? 0n : partFor(amount, BigInt(lastGone - from + 1), BigInt(through - from + 1))
  const earlier = (prior?.billed ?? []).filter((other) => other.from <= lastGone && other.through >= from)
  const open = larger(accruedIn(prior, from, lastGone) - earlier.reduce((total, { taken }) => total + taken, 0n), 0n)

  const difference = gone - open
  const tomorrow = addDays(chargedThrough, 1)
  const year = fiscalYearOf(chargedThrough, fund)
  const isSpread = bill.shortfall === 'spread' && difference > 0n && tomorrow <= year.through
  const expense = isSpread || (difference < 0n && !bill.isFinal) ? 0n : difference
  const common = { record, charge, expense: bill.expense, posted: 0n }
  const spreads: Spread[] = []
  if (isSpread) spreads.push({ ...common, replacesBudget: false, from: tomorrow, through: year.through, amount: difference })
  if (amount > gone) spreads.push({ ...common, replacesBudget: true, from: from > tomorrow ? from : tomorrow, through, amount: amount - gone })

  const taken = difference < 0n && !bill.isFinal ? gone : open
  const charges = new Map(state.charges)
  if (charge !== undefined) {
    // An invoice for an earlier year is no part of what this year's budget is for.
    const next = withExpense(prior, fiscalYearEndOnOrAfter(through, fund.series.fiscalYearEnd) < year.through ? 0n : expense, chargedThrough, fund)
    charges.set(charge, { ...next, billed: [...next.billed, { record, from, through: lastGone, taken }] })
  }
  return {
    state: { ...state, charges, spreads: [...state.spreads, ...spreads] },
    taken,
    expense,
    deferred: spreads.reduce((total, spread) => total + spread.amount, 0n),
  }
}

/** Half up to the minor unit. */
const partFor = (amount: bigint, days: bigint, allDays: bigint): bigint => divideUnits(amount * days, allDays, 'half-up')

const larger = (left: bigint, right: bigint): bigint => (left > right ? left : right)
