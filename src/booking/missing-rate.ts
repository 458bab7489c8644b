import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { type Issue } from '../values/issue.ts'

/** A foreign record without a rate of its day: `what` is the record and what it needs the rate for. */
export const missingRate = (currency: Currency, date: CalendarDate, what: string): Issue => ({
  code: 'valuation.rate-missing',
  place: { file: 'rates/', column: currency },
  found: `no rate of ${currency} on ${formatCalendarDate(date)}, which ${what} needs`,
  needed: 'a rate of that day, by the policy exchange_rates',
  remedy: `Add the rate of ${currency} to a file in rates/.`,
  about: { currency, date: formatCalendarDate(date) },
})
