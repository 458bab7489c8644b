/** The cash of a trade: principal with commission and charges added to a cost, or taken from proceeds (R3.8, R3.9). */
import { minorUnitDigits, type Currency } from '../values/currency.ts'
import { decimal, formatDecimal, powerOfTen, rescale } from '../values/decimal.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { type Price, Price as PriceKind, Quantity } from '../values/scaled.ts'
import { type Trade } from '../events/trade.ts'
import { type Purchase } from '../events/purchase.ts'
import { type Sale } from '../events/sale.ts'
import { type Instrument } from '../reference/instrument.ts'
import { positionValue } from '../valuation/position-value.ts'

export type TradeCash = { readonly ok: true; readonly amount: Amount; readonly exceptions: readonly Issue[] } | { readonly ok: false; readonly issue: Issue }

/**
 * Net cash of the trade in minor units of the currency of the instrument, positive. A stated net amount prevails; where a price is stated too, the two may differ by half
 * a unit of the price's last place on the whole quantity, and half a minor unit: an average price is a rounded one. What
 * lies between them beyond a minor unit is an exception, for on a large quantity it is money.
 */
export function tradeCash(event: Purchase | Sale, instrument: Instrument): TradeCash {
  const { payload } = event
  const { currency } = instrument
  const { netAmount, price } = payload
  if (price === undefined) return { ok: true, amount: netAmount as Amount, exceptions: [] }
  const computed = netOf(event, positionValue(payload.quantity, price, instrument.multiplier, currency))
  if (computed <= 0n) return differs(event, currency, computed, 'a trade whose charges do not exceed its value')
  if (netAmount === undefined) return { ok: true, amount: computed, exceptions: [] }
  const difference = netAmount > computed ? netAmount - computed : computed - netAmount
  if (difference > tolerance(payload, price, instrument, currency))
    return differs(event, currency, netAmount, `${printed(computed, currency)} = ${productOf(event)}`)
  return { ok: true, amount: netAmount, exceptions: difference > 1n ? [rounded(event, currency, netAmount, computed)] : [] }
}

const productOf = ({ kind }: Purchase | Sale): string => `quantity × price ${kind === 'purchase' ? 'plus' : 'less'} commission and fees`

const netOf = ({ kind, payload: { commission, fees } }: Purchase | Sale, principal: Amount): Amount =>
  (kind === 'purchase' ? principal + commission + fees : principal - commission - fees) as Amount

/**
 * Half a unit of the price's last place × quantity × multiplier, plus the rounding of the principal itself. No price is
 * taken to be rougher than the minor unit: 25.00 is good to the cent, not to the dollar.
 */
function tolerance({ quantity }: Trade, price: Price, { multiplier }: Instrument, currency: Currency): bigint {
  const minorUnit = powerOfTen(PriceKind.scale - minorUnitDigits(currency))
  let step = 1n
  while (step < minorUnit && price % (step * 10n) === 0n) step *= 10n
  const half = quantity * step * multiplier.units
  return rescale(half, Quantity.scale + PriceKind.scale + multiplier.scale, minorUnitDigits(currency), 'half-up') / 2n + 1n
}

function differs({ source, id }: Purchase | Sale, currency: Currency, amount: bigint, needed: string): TradeCash {
  return {
    ok: false,
    issue: {
      code: 'trade.amount-differs',
      place: { file: source.file, row: source.row, column: 'net_amount' },
      found: `net amount ${printed(amount, currency)} for ${id}`,
      needed,
      remedy: 'Compare quantity, price, commission and fees with the confirmation, and correct the one that is wrong.',
    },
  }
}

const rounded = (event: Purchase | Sale, currency: Currency, stated: bigint, computed: bigint): Issue => ({
  code: 'trade.amount-rounded',
  place: { file: event.source.file, row: event.source.row, column: 'net_amount' },
  found: `net amount ${printed(stated, currency)} for ${event.id}, and ${printed(computed, currency)} = ${productOf(event)}`,
  needed: 'the two equal, or a price with all the places it was dealt at',
  remedy: 'The trade is booked at its net amount. Compare both with the confirmation, and give the price with all its places.',
  about: { effect: printed(stated > computed ? stated - computed : computed - stated, currency) },
})

const printed = (amount: bigint, currency: Currency): string => formatDecimal(decimal(amount, minorUnitDigits(currency)))
