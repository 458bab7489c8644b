/** The rates at which the books translate: one set a day, each from one observation (R5.6). */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { type ExchangeRate, parity } from '../values/exchange-rate.ts'
import { type Fund } from '../reference/fund.ts'
import { onOrBefore } from '../reference/nyse-calendar.ts'
import { policyOn } from '../reference/policy.ts'
import { type RateBook } from '../market/rate-book.ts'
import { type RateSelection, selectRate } from '../valuation/rate-selection.ts'

/** Base units for one unit of the currency on the day, or on the business day before a day that is none. */
export type RateOn = (currency: Currency, date: CalendarDate) => ExchangeRate | undefined

export const rateOnDays = (rates: RateBook, fund: Fund): RateOn => {
  const { baseCurrency } = fund.series
  return (currency, date) => (currency === baseCurrency ? parity : rateSelection(rates, fund, currency, onOrBefore(date)).found?.rate)
}

/** The observation that translates a foreign currency on a business day, or why there is none. */
export const rateSelection = (rates: RateBook, fund: Fund, currency: Currency, date: CalendarDate): RateSelection =>
  selectRate(rates.on(currency, date), policyOn(fund.policies, 'exchange_rates', date)?.settings)
