/** Money at the borders of rooms: an amount in minor units that knows its currency (R0.2). */
import type { Branded } from './branded.ts'
import { type Currency, minorUnitDigits } from './currency.ts'
import { type Decimal, decimal, powerOfTen, rescale, type RoundingMode } from './decimal.ts'
import { invariant } from './invariant.ts'

/** Minor units of the currency of the account it stands in: USD 12.34 is 1234n. */
export type Amount = Branded<bigint, 'Amount'>

export type Money = { readonly currency: Currency; readonly amount: Amount }

export const money = (currency: Currency, amount: bigint): Money => ({ currency, amount: amount as Amount })

/** The sum; adding two currencies is a fault of the program. */
export function addMoney(left: Money, right: Money): Money {
  invariant(left.currency === right.currency, `${left.currency} and ${right.currency} do not add`)
  return money(left.currency, left.amount + right.amount)
}

export const amountToDecimal = (amount: bigint, currency: Currency): Decimal => decimal(amount, minorUnitDigits(currency))

/** An exact value as an amount, rounded once to the currency's minor unit. */
export const roundToAmount = (value: Decimal, currency: Currency, mode: RoundingMode): Amount =>
  rescale(value.units, value.scale, minorUnitDigits(currency), mode) as Amount

/** An exact value as an amount, or undefined where it has more places than the currency: it is never rounded. */
export function exactAmount(value: Decimal, currency: Currency): Amount | undefined {
  const digits = minorUnitDigits(currency)
  if (value.scale <= digits) return (value.units * powerOfTen(digits - value.scale)) as Amount
  const surplus = powerOfTen(value.scale - digits)
  return value.units % surplus === 0n ? ((value.units / surplus) as Amount) : undefined
}
