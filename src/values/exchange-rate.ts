/** Translation from one currency to another at a rate that is exact: an inverse quote is a fraction, never a rounded quotient. */
import { type Currency, minorUnitDigits } from './currency.ts'
import { decimal, type Decimal, divideUnits, equals, ONE, powerOfTen, product } from './decimal.ts'
import { type Amount } from './money.ts'

/** Units of the base currency for one unit of the other: `numerator` ÷ `denominator`, both above zero. */
export type ExchangeRate = { readonly numerator: Decimal; readonly denominator: Decimal }

/** The rate of a currency to itself. */
export const parity: ExchangeRate = { numerator: ONE, denominator: ONE }

export const isParity = ({ numerator, denominator }: ExchangeRate): boolean => equals(numerator, denominator)

/** `value`, in units of the other currency, in minor units of `to`: the one rounding is half up. 1,000.00 at 1.6095 is 1,609.50 (R5.6). */
export function translate(value: Decimal, { numerator, denominator }: ExchangeRate, to: Currency): Amount {
  const exact = product(value, numerator)
  return divideUnits(exact.units * powerOfTen(minorUnitDigits(to) + denominator.scale), denominator.units * powerOfTen(exact.scale), 'half-up') as Amount
}

/** Minor units of one currency in minor units of another. */
export const translateAmount = (amount: bigint, from: Currency, rate: ExchangeRate, to: Currency): Amount =>
  from === to ? (amount as Amount) : translate(decimal(amount, minorUnitDigits(from)), rate, to)

/** Whether the two are one rate, however each is quoted: 2 is 1 ÷ 0.5. */
export const equalRates = (left: ExchangeRate, right: ExchangeRate): boolean =>
  equals(product(left.numerator, right.denominator), product(right.numerator, left.denominator))
