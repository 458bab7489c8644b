/** The books of a fund at the close of a day, and the draft in which the next day is built. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { type Decimal } from '../values/decimal.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { Price, type Quantity, type Shares } from '../values/scaled.ts'
import { type ClassId, type Fund } from '../reference/fund.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { type AccrualState, noAccruals } from '../accruals/accrual-state.ts'
import { type BookView, type Change } from '../booking/booked.ts'
import { type CurrencyHolding, noCurrency } from '../booking/foreign-cash.ts'
import { type Obligation } from '../booking/obligation.ts'
import { type Balances, noBalances } from '../ledger/balances.ts'
import { emptyHolding, type Holding, openLot, type OpenLot } from '../lots/lot.ts'

/** Published net asset values per share: the last day's, and before it those of the days before, which no day copies. */
export type PublishedNavs = { readonly date: CalendarDate; readonly byClass: ReadonlyMap<ClassId, Decimal>; readonly before: PublishedNavs | undefined }

export type FundState = {
  /** The last day closed; undefined before the first. */
  readonly closedThrough: CalendarDate | undefined
  readonly balances: Balances
  readonly holdings: ReadonlyMap<InstrumentId, Holding>
  readonly outstanding: ReadonlyMap<ClassId, Shares>
  /** Trades with cash still to move. */
  readonly obligations: ReadonlyMap<RecordId, Obligation>
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
  obligations: new Map(),
  foreignCash: new Map(),
  accruals: noAccruals,
  navs: undefined,
}

/** A copy to build in: its maps are its own, what stands in them is shared and never altered. */
export type DraftState = {
  readonly holdings: Map<InstrumentId, Holding>
  readonly outstanding: Map<ClassId, Shares>
  readonly obligations: Map<RecordId, Obligation>
  readonly foreignCash: Map<Currency, CurrencyHolding>
  accruals: AccrualState
  /** Lists of lots made in this draft: they alone may grow. */
  readonly ownLots: Map<InstrumentId, OpenLot[]>
}

export const draftOf = (state: FundState): DraftState => ({
  holdings: new Map(state.holdings),
  outstanding: new Map(state.outstanding),
  obligations: new Map(state.obligations),
  foreignCash: new Map(state.foreignCash),
  accruals: state.accruals,
  ownLots: new Map(),
})

export function applyChanges(draft: DraftState, changes: readonly Change[]): void {
  for (const change of changes) {
    switch (change.of) {
      case 'lot opened':
        openLotIn(draft, change.instrument, change.lot)
        break
      case 'holding':
        if (change.holding.quantity === 0n) draft.holdings.delete(change.instrument)
        else draft.holdings.set(change.instrument, change.holding)
        break
      case 'shares':
        draft.outstanding.set(change.classId, change.outstanding)
        break
      case 'obligation':
        if (change.obligation.open === 0n) draft.obligations.delete(change.obligation.trade)
        else draft.obligations.set(change.obligation.trade, change.obligation)
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
  readonly rateOn: BookView['rate']
}

/** What booking may read of the draft. Orders of a day on which the class has no shares yet deal at its issue price (R6.15). */
export function viewOf(draft: DraftState, navs: PublishedNavs | undefined, { fund, instruments, rateOn }: ViewContext, navDate: CalendarDate): BookView {
  const shareClass = (id: ClassId) => fund.classes.find((candidate) => candidate.id === id) as Fund['classes'][number]
  return {
    fund,
    currency: fund.series.baseCurrency,
    navDate,
    instrument: (id) => instruments.get(id) as Instrument,
    shareClass,
    holding: (id) => draft.holdings.get(id) ?? emptyHolding,
    outstanding: (id) => draft.outstanding.get(id) ?? (0n as Shares),
    obligation: (trade) => draft.obligations.get(trade),
    accruals: () => draft.accruals,
    foreignCash: (currency) => draft.foreignCash.get(currency) ?? noCurrency,
    rate: rateOn,
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
