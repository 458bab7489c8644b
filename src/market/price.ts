/** Observed prices: what prices/*.csv hold, a row an observation. An observation is a record with a natural key. */
import { choice, currency, date, price, text } from '../values/field.ts'
import { optional, required } from '../values/table.ts'
import { instrumentId } from '../reference/instrument.ts'
import { priceTypes, type PriceType } from '../reference/policy.ts'

export { priceTypes, type PriceType }

export const priceColumns = {
  date: required(date, 'Day of the price, on which the exchange is open.'),
  instrument: required(instrumentId, 'What was priced: an id of instruments.csv.'),
  price: required(price, 'Price a unit, in the quote unit of the instrument.'),
  type: required(choice(priceTypes), 'How the price came about.'),
  source: required(text, 'Who observed or supplied it.'),
  currency: optional(currency, 'Currency of the price; that of the instrument where empty, and never another.'),
} as const
