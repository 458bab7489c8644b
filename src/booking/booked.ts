/** What booking reads and what it answers: a read-only view in, entries and changes out (R6.4). */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Decimal } from '../values/decimal.ts'
import { type ExchangeRate } from '../values/exchange-rate.ts'
import { type Issue } from '../values/issue.ts'
import { type RecordId } from '../values/record-id.ts'
import { type Quantity, type Shares } from '../values/scaled.ts'
import { type Currency } from '../values/currency.ts'
import { type ClassId, type Fund, type ShareClass } from '../reference/fund.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { type AccrualState } from '../accruals/accrual-state.ts'
import { type JournalEntry } from '../ledger/journal-entry.ts'
import { type Holding, type OpenLot } from '../lots/lot.ts'
import { type DaySelection } from '../valuation/price-selection.ts'
import { type BookedDividend } from './booked-dividend.ts'
import { type CurrencyHolding } from './foreign-cash.ts'
import { type Obligation } from './obligation.ts'

/** The books as they stand before the event, and the day in whose net asset value it is booked. */
export type BookView = {
  readonly fund: Fund
  /** The base currency. */
  readonly currency: Currency
  readonly navDate: CalendarDate
  readonly instrument: (id: InstrumentId) => Instrument
  readonly shareClass: (id: ClassId) => ShareClass
  readonly holding: (id: InstrumentId) => Holding
  readonly outstanding: (id: ClassId) => Shares
  /** What is open of a record, or of an item of it that is paid by itself. */
  readonly obligation: (trade: RecordId, item?: Obligation['item']) => Obligation | undefined
  /** Units held at the close before an ex-date, in units of that day (R3.15). */
  readonly heldBefore: (id: InstrumentId, exDate: CalendarDate) => Quantity
  readonly dividend: (id: RecordId) => BookedDividend | undefined
  readonly foreignCash: (currency: Currency) => CurrencyHolding
  readonly accruals: () => AccrualState
  /** Base units for one unit of the currency on the day, or on the business day before a day that is none; undefined where no rate is given. */
  readonly rate: (currency: Currency, date: CalendarDate) => ExchangeRate | undefined
  /** The price of an instrument on a business day, by the valuation policy. */
  readonly price: (instrument: Instrument, date: CalendarDate) => DaySelection
  /** The price at which orders of `tradeDate` deal, or undefined where none was struck. */
  readonly dealingPrice: (id: ClassId, tradeDate: CalendarDate) => Decimal | undefined
}

/** How the books change beside the ledger. */
export type Change =
  | { readonly of: 'lot opened'; readonly instrument: InstrumentId; readonly lot: OpenLot }
  | { readonly of: 'holding'; readonly instrument: InstrumentId; readonly holding: Holding }
  | { readonly of: 'shares'; readonly classId: ClassId; readonly outstanding: Shares }
  | { readonly of: 'obligation'; readonly obligation: Obligation }
  | { readonly of: 'dividend'; readonly dividend: Omit<BookedDividend, 'before'> }
  | { readonly of: 'foreign cash'; readonly currency: Currency; readonly holding: CurrencyHolding }
  | { readonly of: 'accruals'; readonly state: AccrualState }

/** An event is booked whole, or refused whole with all that is wrong with it. */
export type Booked =
  | { readonly ok: true; readonly entries: readonly JournalEntry[]; readonly changes: readonly Change[]; readonly exceptions: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] }

export const booked = (entries: readonly JournalEntry[], changes: readonly Change[], exceptions: readonly Issue[] = []): Booked => ({
  ok: true,
  entries,
  changes,
  exceptions,
})
export const refused = (...issues: readonly Issue[]): Booked => ({ ok: false, issues })
