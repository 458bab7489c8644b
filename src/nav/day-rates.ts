/** The rates at which the books translate: one set a day, each from one observation (R5.6). */
import { type CalendarDate, parseCalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { type ExchangeRate, parity } from '../values/exchange-rate.ts'
import { compareText, type Issue, type Subject } from '../values/issue.ts'
import { type Fund } from '../reference/fund.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { onOrBefore } from '../reference/nyse-calendar.ts'
import { policyOn } from '../reference/policy.ts'
import { type Balances } from '../ledger/balances.ts'
import { type RateBook } from '../market/rate-book.ts'
import { ambiguousRate, type RateSelection, selectRate, severalTimes } from '../valuation/rate-selection.ts'

/** Base units for one unit of the currency on the day, or on the business day before a day that is none. */
export type RateOn = (currency: Currency, date: CalendarDate) => ExchangeRate | undefined

export const rateOnDays = (rates: RateBook, fund: Fund): RateOn => {
  const { baseCurrency } = fund.series
  return (currency, date) => (currency === baseCurrency ? parity : rateSelection(rates, fund, currency, onOrBefore(date)).found?.rate)
}

/** The observation that translates a foreign currency on a business day, or why there is none. */
export const rateSelection = (rates: RateBook, fund: Fund, currency: Currency, date: CalendarDate): RateSelection =>
  selectRate(rates.on(currency, date), policyOn(fund.policies, 'exchange_rates', date)?.settings)

type RateContext = { readonly rates: RateBook; readonly fund: Fund; readonly instruments: ReadonlyMap<InstrumentId, Instrument> }

/** The foreign currencies in which anything is held, owned or owed. */
export function currenciesOf(held: Iterable<InstrumentId>, balances: Balances, { fund, instruments }: RateContext): ReadonlySet<Currency> {
  const found = new Set<Currency>()
  for (const id of held) found.add((instruments.get(id) as Instrument).currency)
  for (const { currency, local } of balances.values()) if (local !== 0n) found.add(currency)
  found.delete(fund.series.baseCurrency)
  return found
}

/** What keeps the rates of a day from being one set of one time (R5.6). */
export function rateTimeFaults(currencies: ReadonlySet<Currency>, date: CalendarDate, { rates, fund }: RateContext): readonly Issue[] {
  const selected = [...currencies].toSorted(compareText).map((currency) => rateSelection(rates, fund, currency, onOrBefore(date)).found)
  return severalTimes(selected.filter((rate) => rate !== undefined))
}

/** The issue, or, where it says that there is no rate and there are several without an order, that. */
export function exactRateFault(issue: Issue, { rates, fund }: Pick<RateContext, 'rates' | 'fund'>): Issue {
  const { currency, date } = issue.about ?? {}
  const day = date === undefined ? undefined : parseCalendarDate(date)
  if (issue.code !== 'valuation.rate-missing' || currency === undefined || day === undefined) return issue
  const selection = rateSelection(rates, fund, currency as Currency, onOrBefore(day))
  return selection.found === undefined && selection.why === 'ambiguous'
    ? { ...ambiguousRate(currency as Currency, onOrBefore(day), selection.candidates), about: issue.about as Subject }
    : issue
}
