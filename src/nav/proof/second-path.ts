/**
 * The second path: net assets of a day found without a ledger and without lots. What the fund owns is units × price; what
 * it has in cash and owes is the sum of all dollars that events brought in and took out, settled or not. It shares with
 * the first path only values, reference data, events and prices, and must agree with it to the cent every day.
 */
import { type CalendarDate } from '../../values/calendar-date.ts'
import { minorUnitDigits, type Currency } from '../../values/currency.ts'
import { decimal, type Decimal, divideRound, product, round } from '../../values/decimal.ts'
import { unreachable } from '../../values/invariant.ts'
import { type Amount } from '../../values/money.ts'
import { Price, Quantity, Shares } from '../../values/scaled.ts'
import { accountOf } from '../../reference/chart-of-accounts.ts'
import { type Fund } from '../../reference/fund.ts'
import { type Instrument, type InstrumentId } from '../../reference/instrument.ts'
import { policyOn } from '../../reference/policy.ts'
import { type FundEvent } from '../../events/event.ts'
import { type PriceBook } from '../../market/price-book.ts'

export type SecondPathDay = { readonly date: CalendarDate; readonly netAssets: Amount; readonly shares: Shares; readonly navPerShare: Decimal | undefined }

/** The events of each NAV date, in the order of booking, and the days to prove. */
export type SecondPathInput = {
  readonly fund: Fund
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>
  readonly prices: PriceBook
  readonly days: readonly { readonly date: CalendarDate; readonly events: readonly FundEvent[] }[]
}

export function secondPath({ fund, instruments, prices, days }: SecondPathInput): readonly SecondPathDay[] {
  const currency = fund.series.baseCurrency
  const units = new Map<InstrumentId, bigint>()
  const navs = new Map<CalendarDate, Decimal>()
  let dollars = 0n // Cash, receivables and payables together: settlement moves nothing.
  let shares = 0n
  const results: SecondPathDay[] = []

  for (const { date, events } of days) {
    for (const event of events) {
      switch (event.kind) {
        case 'purchase':
          units.set(event.payload.instrument, (units.get(event.payload.instrument) ?? 0n) + event.payload.quantity)
          dollars -= cashOf(event, instruments, currency)
          break
        case 'sale':
          units.set(event.payload.instrument, (units.get(event.payload.instrument) ?? 0n) - event.payload.quantity)
          dollars += cashOf(event, instruments, currency)
          break
        case 'subscription':
        case 'redemption': {
          const price = navs.get(event.effectiveDate) ?? Price.toDecimal((fund.classes[0] as Fund['classes'][number]).issuePrice)
          const sign = event.kind === 'subscription' ? 1n : -1n
          shares += sign * orderShares(event, price, fund)
          dollars += sign * orderDollars(event, price, currency)
          break
        }
        case 'settlement':
          break
        case 'manual-entry':
          for (const { account, side, base } of event.payload.lines) {
            const kind = accountOf(account)?.kind
            if (kind === 'asset' || kind === 'liability') dollars += side === 'debit' ? base : -base
          }
          break
        default:
          unreachable(event)
      }
    }
    const netAssets = (dollars + valueOf(units, date, prices, fund, instruments)) as Amount
    const rounding = policyOn(fund.policies, 'nav_rounding', date)?.settings
    const navPerShare =
      shares === 0n || rounding === undefined
        ? undefined
        : divideRound(decimal(netAssets, minorUnitDigits(currency)), decimal(shares, Shares.scale), rounding.mode, rounding.decimals)
    if (navPerShare !== undefined) navs.set(date, navPerShare)
    results.push({ date, netAssets, shares: shares as Shares, navPerShare })
  }
  return results
}

type Order = Extract<FundEvent, { kind: 'subscription' | 'redemption' }>

function orderShares({ payload }: Order, price: Decimal, { classes, series }: Fund): bigint {
  if (payload.shares !== undefined) return payload.shares
  const places = (classes[0] as Fund['classes'][number]).shareDecimals
  const dealt = divideRound(decimal(payload.amount as Amount, minorUnitDigits(series.baseCurrency)), price, 'half-up', places)
  return round(dealt, 'half-up', Shares.scale).units
}

const orderDollars = ({ payload }: Order, price: Decimal, currency: Currency): bigint =>
  payload.amount ?? round(product(Shares.toDecimal(payload.shares as Shares), price), 'half-up', minorUnitDigits(currency)).units

function cashOf(
  { kind, payload }: Extract<FundEvent, { kind: 'purchase' | 'sale' }>,
  instruments: ReadonlyMap<InstrumentId, Instrument>,
  currency: Currency,
): bigint {
  if (payload.netAmount !== undefined) return payload.netAmount
  const principal = worth(payload.quantity, payload.price as Price, instruments.get(payload.instrument) as Instrument, currency)
  const charges = payload.commission + payload.fees
  return kind === 'purchase' ? principal + charges : principal - charges
}

function valueOf(
  units: ReadonlyMap<InstrumentId, bigint>,
  date: CalendarDate,
  prices: PriceBook,
  fund: Fund,
  instruments: ReadonlyMap<InstrumentId, Instrument>,
): bigint {
  const policy = policyOn(fund.policies, 'valuation', date)?.settings
  let total = 0n
  for (const [id, quantity] of units) {
    if (quantity === 0n || policy === undefined) continue
    const observed = prices.on(id, date)
    const ranked = policy.price_types.flatMap((type) => {
      const ofType = observed.filter((observation) => observation.type === type)
      return policy.price_sources === undefined
        ? ofType
        : policy.price_sources.flatMap((supplier) => ofType.filter((observation) => observation.supplier === supplier))
    })
    const price = ranked[0]
    if (price !== undefined) total += worth(quantity, price.price, instruments.get(id) as Instrument, fund.series.baseCurrency)
  }
  return total
}

const worth = (quantity: bigint, price: Price, { multiplier }: Instrument, currency: Currency): bigint =>
  round(product(decimal(quantity, Quantity.scale), Price.toDecimal(price), multiplier), 'half-up', minorUnitDigits(currency)).units
