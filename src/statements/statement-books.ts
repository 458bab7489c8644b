/** What statements are made from: the books of a period on the reporting basis, opening and closing. */
import { type CalendarDate, addDays } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { invariant } from '../values/invariant.ts'
import { type RecordId } from '../values/record-id.ts'
import { accountOf, accounts } from '../reference/chart-of-accounts.ts'
import { type Fund, type Period, type ShareClass } from '../reference/fund.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { onOrBefore } from '../reference/nyse-calendar.ts'
import { type FundEvent, isOpening, type OpeningEvent } from '../events/event.ts'
import { type JournalEntry, type Posting, signedAmount, signedBase } from '../ledger/journal-entry.ts'
import { type RateObservation } from '../market/rate-book.ts'
import { rateSelection } from '../nav/day-rates.ts'
import { isTranslated, type Position } from '../nav/mark.ts'
import { instrumentsOn } from '../events/instrument-names.ts'
import { type Replay } from '../nav/replay.ts'
import { type ReportingView } from '../nav/reporting-view.ts'
import { type LedgerQuery } from './figure.ts'
import { foreignItems, type ForeignItems } from './foreign-items.ts'
import { type NavIndex, navIndex } from './nav-index.ts'
import { shareHistory, type ShareHistory } from './share-history.ts'
import { type TradeEvent, tradesIn } from './trade-events.ts'

export type SettlementEvent = Extract<FundEvent, { kind: 'settlement' }>
export type ReclaimEvent = Extract<FundEvent, { kind: 'reclaim' }>

export type StatementBooks = {
  readonly fund: Fund
  readonly shareClass: ShareClass
  readonly currency: Currency
  readonly period: Period
  readonly replay: Replay
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>
  readonly eventOf: (id: RecordId) => FundEvent
  /** The view of the day before the period; none where the fund had not begun. */
  readonly opening: ReportingView | undefined
  readonly closing: ReportingView
  /** Positions on the reporting basis, in the order of the instruments' file. */
  readonly positions: (date: CalendarDate) => readonly Position[]
  readonly position: (date: CalendarDate, instrument: InstrumentId) => Position | undefined
  /** What the fund was taken on with; nothing where its books begin with it. */
  readonly openings: readonly OpeningEvent[]
  /** What moved the units of an instrument, and settlements of a trade, in the order of booking. */
  readonly tradesOf: (instrument: InstrumentId) => readonly TradeEvent[]
  readonly settlementsOf: (trade: RecordId) => readonly SettlementEvent[]
  /** What came of the tax reclaimed of a dividend, in the order of booking. */
  readonly reclaimsOf: (dividend: RecordId) => readonly ReclaimEvent[]
  /** What the strikes of the NAV book were made from. */
  readonly nav: NavIndex
  /** Fund shares of the class, in the units of the end of the period. */
  readonly shares: ShareHistory
  /** What is owned and owed in foreign currencies, and the rate that translates one on a day: that of the last business day where it is none. */
  readonly foreign: ForeignItems
  readonly rateOn: (currency: Currency, date: CalendarDate) => RateObservation | undefined
  /** The currency that the money of a record is in. */
  readonly currencyOf: (event: FundEvent) => Currency
  /** All entries of the reporting basis: the NAV book's, and those of events not yet in it. */
  readonly entries: readonly JournalEntry[]
}

/** The dates on which a report of the period needs the reporting view. */
export const viewDates = (period: Period): readonly CalendarDate[] => [addDays(period.from, -1), period.through]

/** Takes a replay through the period's end that made both views (`viewDates`). */
export function statementBooks(replay: Replay, period: Period): StatementBooks {
  const { fund, events } = replay.book
  // What is printed is what a security is called on the last day.
  const instruments = instrumentsOn(replay.book, period.through)
  const closing = replay.views.get(period.through)
  invariant(closing !== undefined, 'the reporting view of the period end was not made')
  const opening = replay.views.get(addDays(period.from, -1))
  const byId = new Map(events.map((event) => [event.id, event]))
  const order = new Map([...instruments.keys()].map((id, index) => [id, index]))
  const sorted = new Map(
    [closing, opening].flatMap((view) =>
      view === undefined
        ? []
        : [[view.date, view.positions.toSorted((a, b) => (order.get(a.instrument) as number) - (order.get(b.instrument) as number))] as const],
    ),
  )
  const byInstrument = new Map([...sorted].map(([date, positions]) => [date, new Map(positions.map((position) => [position.instrument, position]))]))
  const ordered = replay.included.map(({ event }) => event)
  const trades = Map.groupBy(ordered.flatMap(tradesIn), ({ payload }) => payload.instrument)
  const settlements = Map.groupBy(
    ordered.filter((event) => event.kind === 'settlement'),
    ({ payload }) => payload.of,
  )
  const reclaims = Map.groupBy(
    ordered.filter((event) => event.kind === 'reclaim'),
    ({ payload }) => payload.of,
  )
  const shareClass = fund.classes[0] as ShareClass
  const entries = [...replay.journal, ...closing.entries]
  const eventOf = (id: RecordId): FundEvent => byId.get(id) as FundEvent
  return {
    fund,
    shareClass,
    currency: fund.series.baseCurrency,
    period,
    replay,
    instruments,
    eventOf,
    opening,
    closing,
    positions: (date) => sorted.get(date) ?? [],
    position: (date, instrument) => byInstrument.get(date)?.get(instrument),
    openings: ordered.filter(isOpening),
    tradesOf: (instrument) => trades.get(instrument) ?? [],
    settlementsOf: (trade) => settlements.get(trade) ?? [],
    reclaimsOf: (dividend) => reclaims.get(dividend) ?? [],
    nav: navIndex(replay),
    foreign: foreignItems(replay.journal, closing.entries, replay.last?.date ?? period.through, fund.series.baseCurrency),
    rateOn: (currency, date) => rateSelection(replay.book.rates, fund, currency, onOrBefore(date)).found,
    currencyOf: (event) => currencyOfEvent(event, replay.book, (id) => byId.get(id) as FundEvent),
    shares: shareHistory(entries, shareClass.id, eventOf),
    entries,
  }
}

function currencyOfEvent({ payload }: FundEvent, book: Replay['book'], eventOf: (id: RecordId) => FundEvent): Currency {
  if ('currency' in payload) return payload.currency
  if ('instrument' in payload) return book.instruments.get(payload.instrument)?.currency ?? book.fund.series.baseCurrency
  return 'of' in payload ? currencyOfEvent(eventOf(payload.of), book, eventOf) : book.fund.series.baseCurrency
}

/** One entry's part in a balance. */
export type Contribution = { readonly entry: JournalEntry; readonly postings: readonly Posting[]; readonly amount: bigint }

/**
 * The entries that a query takes, each with the postings it takes and their sum on its positive side, in minor units. The
 * close of a fiscal year is no flow: it moves the balances of the year within each component of capital (R2.3). `base` is the
 * base currency.
 */
export function contributions(entries: readonly JournalEntry[], query: LedgerQuery, base: Currency): readonly Contribution[] {
  const taken = new Set(query.accounts)
  invariant(
    query.accounts.every((code) => accountOf(code)?.controlledBy !== 'marks'),
    'valuation accounts are read through positions, not through their entries',
  )
  return entries.flatMap((entry) => {
    if (entry.effectiveDate > query.through || (query.from !== undefined && entry.effectiveDate < query.from)) return []
    const kind = entry.cause.by === 'record' ? entry.cause.kind : entry.cause.rule
    if (query.kinds !== undefined && !query.kinds.includes(kind)) return []
    if (query.exceptKinds?.includes(kind) === true) return []
    if (query.from !== undefined && kind === ('fiscal year close' satisfies RuleName)) return []
    const postings = entry.postings.filter((posting) => taken.has(posting.account) && isTaken(posting, query, base))
    // A settlement in a foreign currency realizes a difference, and names its rows where that is nothing.
    if (postings.length === 0 && !(taken.has(accounts.realizedCurrency) && settlesForeign(entry, base))) return []
    const signed = query.measure === 'local' ? signedAmount : signedBase
    const debit = postings.reduce((total, posting) => total + signed(posting), 0n)
    return [{ entry, postings, amount: query.positive === 'debit' ? debit : -debit }]
  })
}

type RuleName = Extract<JournalEntry['cause'], { by: 'rule' }>['rule']

/** Whether a query takes what stands on one of its accounts in a currency. */
export const isTaken = (
  posting: Pick<Posting, 'account' | 'currency'>,
  { translated, currency }: Pick<LedgerQuery, 'translated' | 'currency'>,
  base: Currency,
): boolean => (currency === undefined || posting.currency === currency) && (translated === undefined || isTranslated(posting, base) === (translated === 'only'))

/** Whether an entry moves foreign cash for what was open: there the currency realizes (R3.41). */
export const settlesForeign = ({ cause, postings }: JournalEntry, base: Currency): boolean =>
  (cause.by === 'record' ? cause.kind === 'settlement' || cause.kind === 'reclaim' : cause.rule === 'contractual settlement') &&
  postings.some(({ account, currency }) => account === accounts.foreignCurrency && currency !== base)
