/** Which part of a year a day is (R7.1), in whole numbers: a year has as many parts as days of both lengths divide. */
import { type CalendarDate, isLeapYear, yearMonthDay } from '../values/calendar-date.ts'

export type DayCount = 'ACT/ACT' | 'ACT/365'

/** Parts of a year: a day is 366 of them in a common year and 365 in a leap year. */
export const YEAR_PARTS = 365n * 366n

/** Parts of a year that a day is. */
export const partsOfYear = (date: CalendarDate, dayCount: DayCount): bigint =>
  YEAR_PARTS / (dayCount === 'ACT/ACT' && isLeapYear(yearMonthDay(date).year) ? 366n : 365n)

/** Parts of a year that the days from `from` through `through` are. */
export function partsOfPeriod(from: CalendarDate, through: CalendarDate, dayCount: DayCount): bigint {
  let parts = 0n
  for (let date = from; date <= through; date = (date + 1) as CalendarDate) parts += partsOfYear(date, dayCount)
  return parts
}
