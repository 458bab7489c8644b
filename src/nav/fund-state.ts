/** The books of a fund at the close of a day, and the draft in which the next day is built. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { type Decimal } from '../values/decimal.ts'
import { type Amount } from '../values/money.ts'
import { Price, type Quantity, type Shares } from '../values/scaled.ts'
import { type ClassId, type Fund } from '../reference/fund.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { type AccrualState, noAccruals } from '../accruals/accrual-state.ts'
import { type BookView, type Change } from '../booking/booked.ts'
import { type BookedDividend } from '../booking/booked-dividend.ts'
import { type CurrencyHolding, noCurrency } from '../booking/foreign-cash.ts'
import { type Obligation, obligationKey, type ObligationKey } from '../booking/obligation.ts'
import { type PriceBook } from '../market/price-book.ts'
import { priceOn } from '../valuation/price-selection.ts'
import { type Balances, noBalances } from '../ledger/balances.ts'
import { emptyHolding, type Holding, openLot, type OpenLot } from '../lots/lot.ts'
import { heldBefore, type QuantityChange, type QuantityHistory, withChange } from '../lots/quantity-history.ts'

/** Published net asset values per share: the last day's, and before it those of the days before, which no day copies. */
export type PublishedNavs = { readonly date: CalendarDate; readonly byClass: ReadonlyMap<ClassId, Decimal>; readonly before: PublishedNavs | undefined }

export type FundState = {
  /** The last day closed; undefined before the first. */
  readonly closedThrough: CalendarDate | undefined
  readonly balances: Balances
  readonly holdings: ReadonlyMap<InstrumentId, Holding>
  readonly outstanding: ReadonlyMap<ClassId, Shares>
  /** How each position came about, by effective date: what entitlements are found from (R3.15). */
  readonly quantities: ReadonlyMap<InstrumentId, QuantityHistory>
  /** Trades and income with cash still to move. */
  readonly obligations: ReadonlyMap<ObligationKey, Obligation>
  /** The last dividend booked, and before it the others. */
  readonly dividends: BookedDividend | undefined
  /** Account 1010 by currency, with the cost at which it goes out (R3.41). */
  readonly foreignCash: ReadonlyMap<Currency, CurrencyHolding>
  /** What fees and budgets have come to, posted and exact (R0.9), and what is prepaid. */
  readonly accruals: AccrualState
  /** Undefined where nothing is published yet. */
  readonly navs: PublishedNavs | undefined
}

export const openingState: FundState = {
  closedThrough: undefined,
  balances: noBalances,
  holdings: new Map(),
  outstanding: new Map(),
  quantities: new Map(),
  obligations: new Map(),
  dividends: undefined,
  foreignCash: new Map(),
  accruals: noAccruals,
  navs: undefined,
}

/** A copy to build in: its maps are its own, what stands in them is shared and never altered. */
export type DraftState = {
  readonly holdings: Map<InstrumentId, Holding>
  readonly outstanding: Map<ClassId, Shares>
  readonly quantities: Map<InstrumentId, QuantityHistory>
  readonly obligations: Map<ObligationKey, Obligation>
  dividends: BookedDividend | undefined
  readonly foreignCash: Map<Currency, CurrencyHolding>
  accruals: AccrualState
  /** Lists of lots made in this draft: they alone may grow. */
  readonly ownLots: Map<InstrumentId, OpenLot[]>
}

export const draftOf = (state: FundState): DraftState => ({
  holdings: new Map(state.holdings),
  outstanding: new Map(state.outstanding),
  quantities: new Map(state.quantities),
  obligations: new Map(state.obligations),
  dividends: state.dividends,
  foreignCash: new Map(state.foreignCash),
  accruals: state.accruals,
  ownLots: new Map(),
})

/** `at` is when it happened to the positions. */
export function applyChanges(draft: DraftState, changes: readonly Change[], at: Moment): void {
  for (const change of changes) {
    switch (change.of) {
      case 'lot opened':
        openLotIn(draft, change.instrument, change.lot)
        note(draft, change.instrument, change.lot.quantity, at)
        break
      case 'holding':
        note(draft, change.instrument, change.holding.quantity - (draft.holdings.get(change.instrument)?.quantity ?? 0n), at)
        if (change.holding.quantity === 0n) draft.holdings.delete(change.instrument)
        else draft.holdings.set(change.instrument, change.holding)
        break
      case 'shares':
        draft.outstanding.set(change.classId, change.outstanding)
        break
      case 'obligation':
        if (change.obligation.open === 0n) draft.obligations.delete(keyOf(change.obligation))
        else draft.obligations.set(keyOf(change.obligation), change.obligation)
        break
      case 'dividend':
        draft.dividends = { ...change.dividend, before: draft.dividends }
        break
      case 'foreign cash':
        draft.foreignCash.set(change.currency, change.holding)
        break
      case 'accruals':
        draft.accruals = change.state
        break
    }
  }
}

export type Moment = Pick<QuantityChange, 'date' | 'isAtOpen'>

const keyOf = ({ trade, item }: Obligation): ObligationKey => obligationKey(trade, item)

function note({ quantities }: DraftState, instrument: InstrumentId, change: bigint, at: Moment): void {
  if (change !== 0n) quantities.set(instrument, withChange(quantities.get(instrument), { ...at, change: change as Quantity }))
}

/** A list of lots is copied on the first purchase of the day, and after a sale; then it grows in place. */
function openLotIn({ holdings, ownLots }: DraftState, instrument: InstrumentId, lot: OpenLot): void {
  const held = holdings.get(instrument) ?? emptyHolding
  const own = ownLots.get(instrument)
  if (own === undefined || own !== held.lots) {
    const opened = openLot(held, lot)
    ownLots.set(instrument, opened.lots)
    holdings.set(instrument, opened)
    return
  }
  own.push(lot)
  holdings.set(instrument, {
    quantity: (held.quantity + lot.quantity) as Quantity,
    cost: (held.cost + lot.cost) as Amount,
    localCost: (held.localCost + lot.localCost) as Amount,
    lots: own,
  })
}

/** What does not change from day to day. */
export type ViewContext = {
  readonly fund: Fund
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>
  readonly prices: PriceBook
  readonly rateOn: BookView['rate']
}

/** What booking may read of the draft. Orders of a day on which the class has no shares yet deal at its issue price (R6.15). */
export function viewOf(
  draft: DraftState,
  navs: PublishedNavs | undefined,
  { fund, instruments, prices, rateOn }: ViewContext,
  navDate: CalendarDate,
): BookView {
  const shareClass = (id: ClassId) => fund.classes.find((candidate) => candidate.id === id) as Fund['classes'][number]
  return {
    fund,
    currency: fund.series.baseCurrency,
    navDate,
    instrument: (id) => instruments.get(id) as Instrument,
    shareClass,
    holding: (id) => draft.holdings.get(id) ?? emptyHolding,
    outstanding: (id) => draft.outstanding.get(id) ?? (0n as Shares),
    obligation: (trade, item) => draft.obligations.get(obligationKey(trade, item)),
    heldBefore: (id, exDate) => heldBefore(exDate, draft.holdings.get(id)?.quantity ?? (0n as Quantity), draft.quantities.get(id)),
    dividend: (id) => {
      let dividend = draft.dividends
      while (dividend !== undefined && dividend.record !== id) dividend = dividend.before
      return dividend
    },
    accruals: () => draft.accruals,
    foreignCash: (currency) => draft.foreignCash.get(currency) ?? noCurrency,
    rate: rateOn,
    price: (instrument, date) => priceOn(prices, fund.policies, instrument, date),
    dealingPrice: (id, tradeDate) => {
      // From the last day back: an order deals at a value published a day or two before.
      let wasPublished = false
      for (let day = navs; day !== undefined; day = day.before) {
        const published = day.byClass.get(id)
        if (published === undefined) continue
        if (day.date === tradeDate) return published
        wasPublished = true
        if (day.date < tradeDate) break
      }
      // Before the first strike there is no published value; the first orders, all of one day, deal at the issue price.
      return wasPublished ? undefined : Price.toDecimal(shareClass(id).issuePrice)
    },
  }
}
