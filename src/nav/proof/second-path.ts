/**
 * The second path: net assets of a day found without a ledger and without lots. What the fund owns is units × price; what
 * it has in cash and owes is the sum of all dollars that events brought in and took out, settled or not. It shares with
 * the first path only values, reference data, events and prices, and must agree with it to the cent every day.
 */
import { type CalendarDate } from '../../values/calendar-date.ts'
import { minorUnitDigits, type Currency } from '../../values/currency.ts'
import { decimal, type Decimal, divideRound, powerOfTen, product, round } from '../../values/decimal.ts'
import { type ExchangeRate, parity } from '../../values/exchange-rate.ts'
import { invariant, unreachable } from '../../values/invariant.ts'
import { type Amount } from '../../values/money.ts'
import { type RecordId } from '../../values/record-id.ts'
import { Price, Quantity, Shares } from '../../values/scaled.ts'
import { accountOf, accounts } from '../../reference/chart-of-accounts.ts'
import { type Fund } from '../../reference/fund.ts'
import { type Instrument, type InstrumentId } from '../../reference/instrument.ts'
import { navRoundingOn } from '../../reference/nav-rounding.ts'
import { policyOn } from '../../reference/policy.ts'
import { settlementDate } from '../../reference/settlement-cycle.ts'
import { type FundEvent } from '../../events/event.ts'
import { type PriceBook } from '../../market/price-book.ts'
import { type RateBook } from '../../market/rate-book.ts'
import { type Invoice } from '../../events/invoice.ts'
import { expenseProof } from './expenses.ts'
import { ForeignItems } from './foreign-items.ts'
import { IncomeItems } from './income.ts'
import { type SecondPrice, secondPrices } from './second-price.ts'

export type SecondPathDay = { readonly date: CalendarDate; readonly netAssets: Amount; readonly shares: Shares; readonly navPerShare: Decimal | undefined }

/** The events of each NAV date, in the order of booking, and the days to prove. */
export type SecondPathInput = {
  readonly fund: Fund
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>
  readonly prices: PriceBook
  readonly rates: RateBook
  /** All events of the book: a trade that a later record settles is settled by no rule before. */
  readonly events: readonly FundEvent[]
  readonly days: readonly { readonly date: CalendarDate; readonly events: readonly FundEvent[] }[]
}

export function secondPath({ fund, instruments, prices, rates, events: all, days }: SecondPathInput): readonly SecondPathDay[] {
  const currency = fund.series.baseCurrency
  const units = new Map<InstrumentId, bigint>()
  const navs = new Map<CalendarDate, Decimal>()
  let dollars = 0n // Cash, receivables and payables together: settlement moves nothing.
  const foreign = new ForeignItems()
  const settledByRecord = new Set(all.flatMap((event) => (event.kind === 'settlement' ? [event.payload.of] : [])))
  const isByRule = (record: RecordId, due: CalendarDate | undefined): boolean =>
    due !== undefined && policyOn(fund.policies, 'settlement', due)?.settings.method !== 'actual' && !settledByRecord.has(record)
  const income = new IncomeItems(currency, foreign, isByRule)
  const rateOn = (of: Currency, date: CalendarDate): ExchangeRate => (of === currency ? parity : foreignRate(rates, fund, of, date))
  const expenses = expenseProof(fund)
  let shares = 0n
  const results: SecondPathDay[] = []
  const priceOf = secondPrices(prices, fund.policies)

  for (const { date, events } of days) {
    let published: Decimal | undefined
    let capital = 0n
    const invoices: Invoice[] = []
    for (const event of events) {
      switch (event.kind) {
        case 'name-change':
          break
        case 'currency-exchange':
          for (const [{ currency: of, amount }, sign] of [
            [event.payload.bought, 1n],
            [event.payload.sold, -1n],
          ] as const) {
            if (of === currency) dollars += sign * amount
            else foreign.move(of, sign * amount)
          }
          break
        case 'split': {
          const { instrument: id, newUnits, oldUnits, fractions, cashPrice, cashAmount, payDate } = event.payload
          const { multiplier, currency: of } = instruments.get(id) as Instrument
          const held = units.get(id) ?? 0n
          const after = divideRound(product(decimal(held, Quantity.scale), newUnits), oldUnits, 'half-up', Quantity.scale).units
          const fraction = fractions === 'cash' ? after % powerOfTen(Quantity.scale) : 0n
          units.set(id, after - fraction)
          income.split(id, event.effectiveDate, after - fraction - held)
          if (fraction === 0n) break
          const cash = cashAmount ?? inBase(worth(fraction, cashPrice as Price, multiplier), parity, of)
          const due = payDate ?? settlementDate(event.effectiveDate)
          if (of === currency) dollars += cash
          else
            foreign.owe(event.id, {
              account: accounts.receivableInvestmentsSold,
              currency: of,
              open: cash,
              undelivered: undefined,
              due,
              isByRule: isByRule(event.id, due),
            })
          break
        }
        case 'share-split': {
          const { newUnits, oldUnits, sharesAfter } = event.payload
          const places = (fund.classes[0] as Fund['classes'][number]).shareDecimals
          const byRatio = divideRound(product(decimal(shares, Shares.scale), newUnits), oldUnits, 'half-up', places)
          if (shares !== 0n) shares = sharesAfter ?? round(byRatio, 'half-up', Shares.scale).units
          break
        }
        case 'opening-lot':
          units.set(event.payload.instrument, (units.get(event.payload.instrument) ?? 0n) + event.payload.quantity)
          income.traded(event.payload.instrument, event.effectiveDate, event.payload.quantity)
          break
        case 'opening-shares':
          shares += event.payload.shares
          published = Price.toDecimal(event.payload.netAssetValue)
          break
        case 'opening-balance': {
          const { account, currency: of, side, amount, base, due } = event.payload
          const kind = accountOf(account)?.kind
          // Valuation accounts are no balance of this path: what is held is worth what it is worth.
          if ((kind !== 'asset' && kind !== 'liability') || accountOf(account)?.controlledBy === 'marks') break
          const sign = side === 'debit' ? 1n : -1n
          if (account === accounts.receivableTaxReclaims) income.openReclaim(event.id, of, sign * amount)
          else if (of === currency) dollars += sign * base
          else if (account === accounts.foreignCurrency) foreign.move(of, sign * amount)
          else if (account === accounts.currencyPositionLocal || account === accounts.currencyPositionBase) dollars += sign * base
          else if (due === undefined) foreign.hold(account, of, sign * amount)
          else foreign.owe(event.id, { account, currency: of, open: sign * amount, undelivered: undefined, due, isByRule: isByRule(event.id, due) })
          break
        }
        case 'purchase':
        case 'sale': {
          const instrument = instruments.get(event.payload.instrument) as Instrument
          const isPurchase = event.kind === 'purchase'
          const moved = isPurchase ? event.payload.quantity : -event.payload.quantity
          units.set(instrument.id, (units.get(instrument.id) ?? 0n) + moved)
          income.traded(instrument.id, event.effectiveDate, moved)
          const cash = isPurchase ? -cashOf(event, instrument) : cashOf(event, instrument)
          const due = event.payload.settlementDate ?? settlementDate(event.effectiveDate)
          if (instrument.currency === currency) dollars += cash
          else
            foreign.owe(event.id, {
              account: isPurchase ? accounts.payableInvestmentsPurchased : accounts.receivableInvestmentsSold,
              currency: instrument.currency,
              open: cash,
              undelivered: event.payload.quantity,
              due,
              isByRule: isByRule(event.id, due),
            })
          break
        }
        case 'subscription':
        case 'redemption': {
          const price = navs.get(event.effectiveDate) ?? Price.toDecimal((fund.classes[0] as Fund['classes'][number]).issuePrice)
          const sign = event.kind === 'subscription' ? 1n : -1n
          shares += sign * orderShares(event, price, fund)
          const paid = sign * orderDollars(event, price, currency)
          capital += paid
          // What a shareholder is not paid for a fee stays in the fund.
          dollars += paid + (event.kind === 'redemption' ? (event.payload.redemptionFee ?? 0n) : 0n)
          break
        }
        case 'creation-in-kind':
        case 'redemption-in-kind': {
          const { lines, shares: dealt, cashComponent, transactionFee } = event.payload
          const sign = event.kind === 'creation-in-kind' ? 1n : -1n
          let worthOfLines = 0n
          for (const { instrument, quantity } of lines) {
            units.set(instrument, (units.get(instrument) ?? 0n) + sign * quantity)
            income.traded(instrument, event.effectiveDate, sign * quantity)
            worthOfLines += valueOf(new Map([[instrument, quantity]]), event.effectiveDate, { priceOf, fund, instruments, rateOn })
          }
          shares += sign * dealt
          capital += sign * (worthOfLines + cashComponent)
          dollars += sign * cashComponent + transactionFee
          break
        }
        case 'dividend':
          dollars += income.dividend(event)
          break
        case 'interest':
        case 'securities-lending':
        case 'other-income':
          dollars += income.income(event)
          break
        case 'reclaim':
          income.reclaim(event)
          break
        case 'settlement': {
          const { of, quantity, amount } = event.payload
          foreign.settle(of, quantity, amount === undefined ? undefined : (ofItem) => round(amount, 'half-up', minorUnitDigits(ofItem)).units)
          break
        }
        case 'invoice':
          invoices.push(event)
          break
        case 'manual-entry':
          for (const line of event.payload.lines) {
            const kind = accountOf(line.account)?.kind
            if (kind !== 'asset' && kind !== 'liability') continue
            const sign = line.side === 'debit' ? 1n : -1n
            if (line.currency === currency) dollars += sign * line.base
            else if (line.account === accounts.foreignCurrency) foreign.move(line.currency, sign * line.amount)
            // The two halves of an exchange are worth what they were dealt for; other items are worth what they translate to.
            else if (line.account === accounts.currencyPositionLocal || line.account === accounts.currencyPositionBase) dollars += sign * line.base
            else foreign.hold(line.account, line.currency, sign * line.amount)
          }
          break
        default:
          unreachable(event)
      }
    }
    dollars -= expenses(date, { netAssets: results.at(-1)?.netAssets ?? 0n, capital }, invoices)
    foreign.settleDue(date)
    let translated = 0n
    for (const { currency: of, local } of foreign.amounts())
      if (local !== 0n) translated += inBase(decimal(local, minorUnitDigits(of)), rateOn(of, date), currency)
    const netAssets = (dollars + translated + valueOf(units, date, { priceOf, fund, instruments, rateOn })) as Amount
    const rounding = navRoundingOn(fund.policies, date)
    const navPerShare =
      shares === 0n || rounding === undefined
        ? undefined
        : divideRound(decimal(netAssets, minorUnitDigits(currency)), decimal(shares, Shares.scale), rounding.mode, rounding.scale)
    // Orders of the day of a take-on deal at what the books before published.
    if (navPerShare !== undefined) navs.set(date, published ?? navPerShare)
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

/** Minor units of the currency of the instrument. */
function cashOf({ kind, payload }: Extract<FundEvent, { kind: 'purchase' | 'sale' }>, { multiplier, currency }: Instrument): bigint {
  if (payload.netAmount !== undefined) return payload.netAmount
  const principal = inBase(worth(payload.quantity, payload.price as Price, multiplier), parity, currency)
  const charges = payload.commission + payload.fees
  return kind === 'purchase' ? principal + charges : principal - charges
}

type Market = {
  readonly priceOf: SecondPrice
  readonly fund: Fund
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>
  readonly rateOn: (currency: Currency, date: CalendarDate) => ExchangeRate
}

function valueOf(units: ReadonlyMap<InstrumentId, bigint>, date: CalendarDate, { priceOf, fund, instruments, rateOn }: Market): bigint {
  const rates = new Map<Currency, ExchangeRate>()
  let total = 0n
  for (const [id, quantity] of units) {
    if (quantity === 0n) continue
    const instrument = instruments.get(id) as Instrument
    const { multiplier, currency } = instrument
    const price = priceOf(instrument, date)
    if (price === undefined) continue
    const rate = rates.get(currency) ?? rateOn(currency, date)
    rates.set(currency, rate)
    total += inBase(worth(quantity, price.price, multiplier), rate, fund.series.baseCurrency)
  }
  return total
}

function foreignRate(rates: RateBook, fund: Fund, currency: Currency, date: CalendarDate): ExchangeRate {
  const policy = policyOn(fund.policies, 'exchange_rates', date)?.settings
  const rank = (supplier: string): number => policy?.sources?.indexOf(supplier) ?? 0
  const [first] = rates
    .on(currency, date)
    .filter(({ time, supplier }) => (policy === undefined || policy.time === time) && rank(supplier) >= 0)
    .toSorted((left, right) => rank(left.supplier) - rank(right.supplier))
  invariant(first !== undefined, 'the first path found a rate for what is held')
  return first.rate
}

const worth = (quantity: bigint, price: Price, multiplier: Decimal): Decimal => product(decimal(quantity, Quantity.scale), Price.toDecimal(price), multiplier)

/** Rounded once, half up, to minor units of `currency`. */
const inBase = (value: Decimal, { numerator, denominator }: ExchangeRate, currency: Currency): bigint =>
  divideRound(product(value, numerator), denominator, 'half-up', minorUnitDigits(currency)).units
