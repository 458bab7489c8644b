/** What is said of a trade, an order, a price or a rate of a day on which the exchange was closed, or that no calendar covers. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Issue } from '../values/issue.ts'
import { calendarFrom, calendarThrough, closureReason, isBusinessDay, isCovered, nextBusinessDay, previousBusinessDay } from './nyse-calendar.ts'

/** `date` is covered by the calendar and no business day. */
export const closedDay = (date: CalendarDate): Omit<Issue, 'place'> => ({
  code: 'date.not-a-business-day',
  found: `${formatCalendarDate(date)}, on which the New York Stock Exchange is closed (${closureReason(date) ?? 'holiday'})`,
  needed: 'a day on which the exchange is open',
  remedy: `The business days beside it are ${formatCalendarDate(previousBusinessDay(date))} and ${formatCalendarDate(nextBusinessDay(date))}.`,
})

/** What is wrong with a day of the market; undefined where the exchange was open on it. */
export function notOpenOn(date: CalendarDate): Omit<Issue, 'place'> | undefined {
  if (isCovered(date)) return isBusinessDay(date) ? undefined : closedDay(date)
  return {
    code: 'date.outside-calendar',
    found: formatCalendarDate(date),
    needed: `a date from ${formatCalendarDate(calendarFrom)} to ${formatCalendarDate(calendarThrough)}, which the calendar covers`,
    remedy: 'Correct the date.',
  }
}
