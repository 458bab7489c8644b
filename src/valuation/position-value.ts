import { minorUnitDigits, type Currency } from '../values/currency.ts'
import { decimal, rescale, type Decimal } from '../values/decimal.ts'
import { type ExchangeRate, translate } from '../values/exchange-rate.ts'
import { type Amount } from '../values/money.ts'
import { Price, Quantity } from '../values/scaled.ts'

/** Market value (R5.5): quantity × price × multiplier, rounded once, half up, to the minor unit. 3,844 × 1.08 = 4,151.52. */
export const positionValue = (quantity: Quantity, price: Price, multiplier: Decimal, currency: Currency): Amount =>
  rescale(quantity * price * multiplier.units, Quantity.scale + Price.scale + multiplier.scale, minorUnitDigits(currency), 'half-up') as Amount

/** The same in the base currency: quantity × price × multiplier × rate, rounded once, half up (R0.4, R5.5). */
export const translatedValue = (quantity: Quantity, price: Price, multiplier: Decimal, rate: ExchangeRate, base: Currency): Amount =>
  translate(decimal(quantity * price * multiplier.units, Quantity.scale + Price.scale + multiplier.scale), rate, base)
