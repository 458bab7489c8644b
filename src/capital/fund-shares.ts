/** Fund shares and the dollars they are bought and redeemed for (R1.8, R3.1, R3.3, R6.5). */
import { type Currency, minorUnitDigits } from '../values/currency.ts'
import { type Decimal, decimal, divideRound, powerOfTen, product, round } from '../values/decimal.ts'
import { type Amount, roundToAmount } from '../values/money.ts'
import { Shares } from '../values/scaled.ts'

/** Shares for dollars at a net asset value per share, to the class's places, half up: 10,000.00 at 9.92 is 1,008.065. */
export const sharesFor = (amount: Amount, navPerShare: Decimal, shareDecimals: number, currency: Currency): Shares =>
  (divideRound(decimal(amount, minorUnitDigits(currency)), navPerShare, 'half-up', shareDecimals).units * powerOfTen(Shares.scale - shareDecimals)) as Shares

/** Dollars for shares, to the minor unit, half up: 500 at 10.10 is 5,050.00. */
export const dollarsFor = (shares: Shares, navPerShare: Decimal, currency: Currency): Amount =>
  roundToAmount(product(Shares.toDecimal(shares), navPerShare), currency, 'half-up')

/** Shares after a split of `newUnits` for `oldUnits`, to the class's places, half up (R6.24): 50,000 one for four is 12,500. */
export const sharesAfterSplit = (outstanding: Shares, newUnits: Decimal, oldUnits: Decimal, shareDecimals: number): Shares =>
  (divideRound(product(Shares.toDecimal(outstanding), newUnits), oldUnits, 'half-up', shareDecimals).units * powerOfTen(Shares.scale - shareDecimals)) as Shares

/** Par of all shares outstanding (R1.8): 50,000 × 0.001 = 50.00. Par is posted as the change of this, so it never drifts. */
export const parAmount = (outstanding: Shares, parValue: Decimal, currency: Currency): Amount =>
  roundToAmount(product(Shares.toDecimal(outstanding), parValue), currency, 'half-up')

/**
 * How far dollars reported with shares may lie from shares × net asset value (R12.5):
 * half a unit of the share's last place at that price, and half a minor unit.
 */
export const dollarTolerance = (navPerShare: Decimal, shareDecimals: number, currency: Currency): Decimal => {
  const ofShares = product(decimal(5n, shareDecimals + 1), navPerShare)
  const ofDollars = decimal(5n, minorUnitDigits(currency) + 1)
  const scale = Math.max(ofShares.scale, ofDollars.scale)
  return decimal(round(ofShares, 'half-up', scale).units + round(ofDollars, 'half-up', scale).units, scale)
}
