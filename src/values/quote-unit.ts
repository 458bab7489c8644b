/**
 * Quote units: what a price is stated in where that is not the currency itself. London quotes most shares in pence, and data
 * suppliers call a penny GBX; it is no currency, has no balance and no rate, and a price in it is worth a hundredth.
 */
import { type Currency, parseCurrency } from './currency.ts'
import { type Decimal, decimal } from './decimal.ts'
import { bad, choice, type Field, good } from './field.ts'

export const quoteUnitCodes = ['GBX', 'ZAc', 'ILA'] as const
export type QuoteUnit = (typeof quoteUnitCodes)[number]

/** Units of the currency that one quote unit is worth. */
type UnitValue = { readonly currency: Currency; readonly worth: Decimal }

const HUNDREDTH = decimal(1n, 2)

/** Pence of sterling, cents of the rand, agorot of the shekel. */
const unitValues: Readonly<Record<QuoteUnit, UnitValue>> = {
  GBX: { currency: 'GBP' as Currency, worth: HUNDREDTH },
  ZAc: { currency: 'ZAR' as Currency, worth: HUNDREDTH },
  ILA: { currency: 'ILS' as Currency, worth: HUNDREDTH },
}

export const unitValueOf = (unit: QuoteUnit): UnitValue => unitValues[unit]

export const quoteUnit: Field<QuoteUnit> = choice(quoteUnitCodes)

/** What the price of a row is in: a currency, or a quote unit of one. */
export const priceUnit: Field<Currency | QuoteUnit> = {
  describes: `an ISO 4217 currency code or a quote unit: ${quoteUnitCodes.join(', ')}`,
  example: 'USD',
  read: (value) => {
    const read = parseCurrency(value) ?? quoteUnitCodes.find((unit) => unit === value)
    return read === undefined
      ? bad('field.currency', `an ISO 4217 currency code, or one of ${quoteUnitCodes.join(', ')}`, 'Write the code as it stands in the list, as in USD or GBX.')
      : good(read)
  },
  schema: { pattern: `^([A-Z]{3}|${quoteUnitCodes.join('|')})$` },
}
