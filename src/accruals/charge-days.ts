/**
 * The calendar days that a net asset value is charged for (R7.1, R6.16). Each day is charged once, on the net assets of
 * the last net asset value before the one that it is first in.
 */
import { addDays, type CalendarDate, endOfMonth } from '../values/calendar-date.ts'
import { type Amount } from '../values/money.ts'
import { type Fund } from '../reference/fund.ts'
import { nextBusinessDay } from '../reference/nyse-calendar.ts'
import { accrualSettingsOn, fiscalYearOf } from './charge.ts'

export type ChargeDay = {
  readonly day: CalendarDate
  /** The date of its entries: the day, or the net asset value that it is charged ahead of. */
  readonly effectiveDate: CalendarDate
  /** Net assets that fees are charged on, in minor units of the base currency. */
  readonly base: Amount
}

/** What a net asset value has to charge fees on. */
export type FeeBase = {
  /** Net assets of the last net asset value before; zero on the first day, which so has no fee (R6.15). */
  readonly netAssets: Amount
  /** Capital activity that is first in this one: sold less redeemed. */
  readonly capital: Amount
}

/** The days of the net asset value of `date`. The first begins with the books. */
export function chargeDays(chargedThrough: CalendarDate | undefined, date: CalendarDate, base: FeeBase, fund: Fund): readonly ChargeDay[] {
  const { weekend } = accrualSettingsOn(fund.policies, date)
  const ahead = Math.min(addDays(nextBusinessDay(date), -1), endOfMonth(date), fiscalYearOf(date, fund).through) as CalendarDate
  return daysThrough(chargedThrough, weekend === 'friday' ? ahead : date, date, base, fund)
}

/** The days not yet charged when the books are read as of `through`, which may be no business day (R6.16). */
export const chargeDaysAsOf = (chargedThrough: CalendarDate | undefined, through: CalendarDate, netAssets: Amount, fund: Fund): readonly ChargeDay[] =>
  daysThrough(chargedThrough, through, through, { netAssets, capital: 0n as Amount }, fund)

function daysThrough(
  chargedThrough: CalendarDate | undefined,
  through: CalendarDate,
  date: CalendarDate,
  { netAssets, capital }: FeeBase,
  fund: Fund,
): readonly ChargeDay[] {
  const days: ChargeDay[] = []
  const { includesCapital } = accrualSettingsOn(fund.policies, date)
  for (let day = chargedThrough === undefined ? firstCharged(fund) : addDays(chargedThrough, 1); day <= through; day = addDays(day, 1)) {
    const isFirstIn = day >= date // Earlier days of a weekend had none of this net asset value's capital.
    days.push({ day, effectiveDate: day < date ? day : date, base: (isFirstIn && includesCapital ? netAssets + capital : netAssets) as Amount })
  }
  return days
}

/** Inception, or the day after the one at whose close the fund was taken on: that one the books before have charged. */
const firstCharged = ({ series: { inception, booksFrom } }: Fund): CalendarDate => (booksFrom > inception ? addDays(booksFrom, 1) : booksFrom)
