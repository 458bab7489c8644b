/** What is said of a trade, an order or a price of a day on which the exchange was closed. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Issue } from '../values/issue.ts'
import { closureReason, nextBusinessDay, previousBusinessDay } from './nyse-calendar.ts'

/** `date` is covered by the calendar and no business day. */
export const closedDay = (date: CalendarDate): Omit<Issue, 'place'> => ({
  code: 'date.not-a-business-day',
  found: `${formatCalendarDate(date)}, on which the New York Stock Exchange is closed (${closureReason(date) ?? 'holiday'})`,
  needed: 'a day on which the exchange is open',
  remedy: `The business days beside it are ${formatCalendarDate(previousBusinessDay(date))} and ${formatCalendarDate(nextBusinessDay(date))}.`,
})
