/**
 * Carry (R0.9): an amount posted in parts over time. What is due since the anchor is kept exactly, as a whole number over
 * a fixed denominator; a posting is that, rounded half up to the minor unit, less what is posted already. So the sum of
 * the postings is never more than half a unit from what is due.
 */
import { type CalendarDate } from '../values/calendar-date.ts'
import { divideUnits } from '../values/decimal.ts'

export type Carry = {
  /** First day of the sum. */
  readonly anchor: CalendarDate
  /** Due from the anchor on: `exact` ÷ `denominator` minor units of the base currency. */
  readonly exact: bigint
  readonly denominator: bigint
  /** Minor units posted from the anchor on. */
  readonly posted: bigint
}

/** The carry after a posting, and the posting. */
export type Accrued = { readonly carry: Carry; readonly amount: bigint }

export const carryFrom = (anchor: CalendarDate, denominator: bigint): Carry => ({ anchor, exact: 0n, denominator, posted: 0n })

/** Posts what `part` ÷ denominator more is due. Signed: what is due may fall, and the posting is then negative (R6.14). */
export function accrue(carry: Carry, part: bigint): Accrued {
  const exact = carry.exact + part
  return postTo(carry, exact, roundedToUnits(exact, carry.denominator))
}

/** Posts the part by itself, rounded, as an incumbent does that keeps no fractions (R7.1). */
export function accrueByDay(carry: Carry, part: bigint): Accrued {
  return postTo(carry, carry.exact + part, carry.posted + roundedToUnits(part, carry.denominator))
}

/** R7.2: what rounding by the day left between what is posted and what is due. */
export const trueUpOf = ({ exact, denominator, posted }: Carry): bigint => roundedToUnits(exact, denominator) - posted

export const roundedToUnits = (exact: bigint, denominator: bigint): bigint => divideUnits(exact, denominator, 'half-up')

const postTo = (carry: Carry, exact: bigint, posted: bigint): Accrued => ({ carry: { ...carry, exact, posted }, amount: posted - carry.posted })
