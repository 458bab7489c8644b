/** Observed exchange rates: what rates/*.csv hold, a row an observation. An observation is a record with a natural key. */
import { anyDecimal, choice, currency, date, text } from '../values/field.ts'
import { optional, required } from '../values/table.ts'
import { timeAtPlace } from '../reference/policy.ts'

/** In which direction a rate is quoted (R5.6). */
export const quoteDirections = ['base-per-foreign', 'foreign-per-base'] as const
export type QuoteDirection = (typeof quoteDirections)[number]

export const rateColumns = {
  date: required(date, 'Day of the rate, on which the exchange is open.'),
  currency: required(currency, 'The foreign currency, ISO 4217; never the base currency.'),
  rate: required(anyDecimal, 'The rate as quoted, above zero, kept with the places it is written with.'),
  quote: required(
    choice(quoteDirections),
    'base-per-foreign: units of the base currency for one of the foreign (1.6095 dollars for a pound); foreign-per-base: the reverse (118.79 yen for a dollar).',
  ),
  source: required(text, 'Who observed or supplied it.'),
  time: required(timeAtPlace, 'When it was observed, and by which clock. All rates of one net asset value have one time (R5.6).'),
  against: optional(
    currency,
    'A currency that stands in place of the base currency in this row. Nothing is translated at such a rate: it checks the other two of its triangle.',
  ),
} as const
