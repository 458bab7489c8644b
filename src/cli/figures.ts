/** Numbers as text: with thousands separators for people, plain for machines. Nothing is rounded here. */
import { type Currency } from '../values/currency.ts'
import { type Decimal, formatDecimal } from '../values/decimal.ts'
import { amountToDecimal } from '../values/money.ts'
import { Price, Quantity, Shares } from '../values/scaled.ts'

/** 488253.00: plain digits, all minor-unit places. */
export const plainAmount = (amount: bigint, currency: Currency): string => formatDecimal(amountToDecimal(amount, currency))

/** Without the zeros that fill up the engine's scale: 521, 20.41. */
export const plainQuantity = (quantity: Quantity): string => withoutZeros(formatDecimal(Quantity.toDecimal(quantity)), 0)
export const plainPrice = (price: Price): string => withoutZeros(formatDecimal(Price.toDecimal(price)), 2)

/** Fund shares to the places of the class: 50000.000. */
export const plainShares = (shares: Shares, shareDecimals: number): string => withoutZeros(formatDecimal(Shares.toDecimal(shares)), shareDecimals)

/** 488,253.00 */
export const shownAmount = (amount: bigint, currency: Currency): string => grouped(plainAmount(amount, currency))
export const shownQuantity = (quantity: Quantity): string => grouped(plainQuantity(quantity))
export const shownPrice = (price: Price): string => grouped(plainPrice(price))
export const shownShares = (shares: Shares, shareDecimals: number): string => grouped(plainShares(shares, shareDecimals))
export const shownDecimal = (value: Decimal): string => grouped(formatDecimal(value))
export const shownCount = (count: number): string => grouped(String(count))

/** In the manner of accounts: what is below zero in parentheses. (1,234.00) */
export const accountedAmount = (amount: bigint, currency: Currency): string => accounted(shownAmount(amount, currency))
export const accountedDecimal = (value: Decimal): string => accounted(shownDecimal(value))
const accounted = (figure: string): string => (figure.startsWith('-') ? `(${figure.slice(1)})` : figure)

/** `1 purchase`, `90 purchases`; the plural in full where it is not formed with an s. */
export const counted = (count: number, singular: string, plural = `${singular}s`): string => `${shownCount(count)} ${count === 1 ? singular : plural}`

const grouped = (digits: string): string => {
  const [whole = '', places] = digits.split('.')
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return places === undefined ? separated : `${separated}.${places}`
}

/** Takes trailing zeros off, down to `least` places. */
function withoutZeros(digits: string, least: number): string {
  const [whole = '', places = ''] = digits.split('.')
  const kept = places.replace(/0+$/, '').padEnd(least, '0')
  return kept === '' ? whole : `${whole}.${kept}`
}
