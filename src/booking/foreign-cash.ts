/**
 * Foreign currency has a cost of its own (R3.41): what comes in is taken at the rate of the day, what goes out leaves at
 * average cost. Overdrawn, the two change places: what is drawn is owed at the rate of the day, what repays it at average.
 */
import { type Currency } from '../values/currency.ts'
import { divideUnits } from '../values/decimal.ts'
import { type ExchangeRate, translateAmount } from '../values/exchange-rate.ts'
import { type Amount } from '../values/money.ts'

/** The balance of account 1010 in one currency: minor units of it, and their cost in minor units of the base currency; debits positive. */
export type CurrencyHolding = { readonly local: Amount; readonly base: Amount }

export const noCurrency: CurrencyHolding = { local: 0n as Amount, base: 0n as Amount }

/** The holding after `change` (debits positive), and the base amount at which it moved; undefined where it needs a rate and there is none. */
export function moveCurrency(
  holding: CurrencyHolding,
  change: bigint,
  currency: Currency,
  rateOfDay: () => ExchangeRate | undefined,
  base: Currency,
): { readonly holding: CurrencyHolding; readonly base: bigint } | undefined {
  const isReduction = holding.local !== 0n && change > 0n !== holding.local > 0n
  const fromHolding = isReduction ? smaller(change, -holding.local) : 0n
  const atCost = fromHolding === 0n ? 0n : fromHolding === -holding.local ? -holding.base : divideUnits(holding.base * fromHolding, holding.local, 'half-up')
  const rest = change - fromHolding
  const rate = rest === 0n ? undefined : rateOfDay()
  if (rest !== 0n && rate === undefined) return undefined
  const moved = atCost + (rate === undefined ? 0n : translateAmount(rest, currency, rate, base))
  return { base: moved, holding: { local: (holding.local + change) as Amount, base: (holding.base + moved) as Amount } }
}

/** Of two amounts of one sign, that nearer to zero. */
const smaller = (left: bigint, right: bigint): bigint => (left < 0n === left > right ? left : right)
