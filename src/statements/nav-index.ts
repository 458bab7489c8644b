/** What the strikes of the NAV book were made from, found by day: for lineage, which asks for hundreds of days. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { type RecordId } from '../values/record-id.ts'
import { Quantity } from '../values/scaled.ts'
import { type InstrumentId } from '../reference/instrument.ts'
import { type FundEvent } from '../events/event.ts'
import { type JournalEntry } from '../ledger/journal-entry.ts'
import { unitsKept } from '../lots/split.ts'
import { isTranslated } from '../nav/mark.ts'
import { type Replay } from '../nav/replay.ts'
import { type Strike } from '../nav/strike.ts'
import { isDisposal, isShareEvent, tradesIn } from './trade-events.ts'

/**
 * Measures that only the events and accruals of a day move; the value of investments moves with its prices too, and that of
 * items in a foreign currency with its rate: of those the foreign money is cumulative, and the rest of other assets is in base
 * currency.
 */
export type CumulativeMeasure = 'other assets, net' | 'foreign money' | 'shares outstanding' | 'units held'

/** What of one strike moves a measure: events, in the order of booking, and the fees and expenses that accrued. */
export type NavDay = { readonly date: CalendarDate; readonly events: readonly FundEvent[]; readonly accruals: readonly JournalEntry[] }

export type NavIndex = {
  /** The first net asset value that includes the record. */
  readonly dateOf: (record: RecordId) => CalendarDate | undefined
  /** The last strike on or before the date. */
  readonly strikeOn: (date: CalendarDate) => Strike | undefined
  /** The last day on or before the date whose events moved the measure. */
  readonly dayOn: (measure: CumulativeMeasure, date: CalendarDate, currency?: Currency) => NavDay | undefined
  /** Instruments held at the strike of the date, in the order in which they were first traded. */
  readonly heldOn: (date: CalendarDate) => readonly InstrumentId[]
  /** Units of all securities held at the strike of the date, added up. */
  readonly unitsOn: (date: CalendarDate) => Quantity
}

export function navIndex({ included, strikes, journal, book }: Pick<Replay, 'included' | 'strikes' | 'journal' | 'book'>): NavIndex {
  const dates = new Map(included.map(({ event, navDate }) => [event.id, navDate]))
  const eventsOn = Map.groupBy(included, ({ navDate }) => navDate)
  const accrualsOn = Map.groupBy(
    journal.filter(({ cause }) => cause.by === 'rule' && (cause.rule === 'accrual' || cause.rule === 'prepaid expense')),
    ({ navDate }) => navDate,
  )
  const allDates = [...new Set([...eventsOn.keys(), ...accrualsOn.keys()])].toSorted((left, right) => left - right)
  const currenciesOf = currenciesMoved(book)
  const base = book.fund.series.baseCurrency
  const daysOf = (measure: CumulativeMeasure, currency = base): readonly NavDay[] =>
    allDates.flatMap((date) => {
      const events = (eventsOn.get(date) ?? []).flatMap(({ event }) =>
        moves[measure](event) && (isKept[measure] || currenciesOf(event).includes(currency)) ? [event] : [],
      )
      const accruals = measure === 'other assets, net' ? (accrualsOn.get(date) ?? []) : []
      return events.length === 0 && accruals.length === 0 ? [] : [{ date, events, accruals }]
    })
  const days = { 'other assets, net': daysOf('other assets, net'), 'shares outstanding': daysOf('shares outstanding'), 'units held': daysOf('units held') }
  const foreign = new Map<Currency, readonly NavDay[]>()
  const foreignDays = (currency: Currency): readonly NavDay[] => {
    const known = foreign.get(currency) ?? daysOf('foreign money', currency)
    foreign.set(currency, known)
    return known
  }
  const units: Held[] = []
  const holdings = new Map<InstrumentId, Held[]>()
  for (const { date, events } of days['units held']) {
    for (const trade of events.flatMap(tradesIn)) {
      const { instrument } = trade.payload
      const ofInstrument = holdings.get(instrument) ?? []
      holdings.set(instrument, ofInstrument)
      const before = ofInstrument.at(-1)?.quantity ?? (0n as Quantity)
      const change = trade.kind === 'split' ? unitsKept(trade.payload, before) - before : isDisposal(trade) ? -trade.payload.quantity : trade.payload.quantity
      for (const list of [units, ofInstrument]) list.push({ date, quantity: ((list.at(-1)?.quantity ?? 0n) + change) as Quantity })
    }
  }
  return {
    dateOf: (record) => dates.get(record),
    strikeOn: (date) => lastOn(strikes, date),
    dayOn: (measure, date, currency = base) => lastOn(measure === 'foreign money' ? foreignDays(currency) : days[measure], date),
    heldOn: (date) => [...holdings].flatMap(([instrument, held]) => ((lastOn(held, date)?.quantity ?? 0n) === 0n ? [] : [instrument])),
    unitsOn: (date) => lastOn(units, date)?.quantity ?? (0n as Quantity),
  }
}

type Held = { readonly date: CalendarDate; readonly quantity: Quantity }

/** Lots and shares taken on move no money, nor does a split that pays for no fraction, or a basket without cash beside it. */
function movesMoney(event: FundEvent): boolean {
  if (event.kind === 'split') return event.payload.fractions === 'cash'
  if (event.kind === 'creation-in-kind' || event.kind === 'redemption-in-kind') return event.payload.cashComponent !== 0n || event.payload.transactionFee !== 0n
  return event.kind !== 'opening-lot' && event.kind !== 'opening-shares' && event.kind !== 'share-split' && event.kind !== 'name-change'
}

/**
 * A settlement moves cash for what was owed, and a reclaim that came does: net assets stay; but two items in a foreign currency
 * are rounded each by itself.
 */
const moves: Readonly<Record<CumulativeMeasure, (event: FundEvent) => boolean>> = {
  'other assets, net': (event) => (event.kind === 'reclaim' ? event.payload.outcome === 'written-off' : event.kind !== 'settlement' && movesMoney(event)),
  'foreign money': movesMoney,
  'shares outstanding': isShareEvent,
  'units held': (event) => tradesIn(event).length > 0,
}

/** Measures that no currency divides. */
const isKept: Readonly<Record<CumulativeMeasure, boolean>> = {
  'other assets, net': false,
  'foreign money': false,
  'shares outstanding': true,
  'units held': true,
}

/** The currencies of the items that an event moves: that of its instrument, of the trade it settles, or of the lines of an entry by hand. */
function currenciesMoved({ fund, instruments, events }: Replay['book']): (event: FundEvent) => readonly Currency[] {
  const base = fund.series.baseCurrency
  const byId = new Map(events.map((event) => [event.id, event]))
  const of = (event: FundEvent | undefined): readonly Currency[] => {
    if (event === undefined) return []
    const { payload } = event
    if (event.kind === 'manual-entry') return event.payload.lines.map((line) => (isTranslated(line, base) ? line.currency : base))
    if (event.kind === 'opening-balance') return [isTranslated(event.payload, base) ? event.payload.currency : base]
    if (event.kind === 'currency-exchange') return [event.payload.bought.currency, event.payload.sold.currency]
    if ('currency' in payload) return [payload.currency]
    if ('of' in payload) return of(byId.get(payload.of))
    return ['instrument' in payload ? (instruments.get(payload.instrument)?.currency ?? base) : base]
  }
  return of
}

/** The last element on or before the date of a list in the order of dates, by halving. */
export function lastOn<Dated extends { readonly date: CalendarDate }>(list: readonly Dated[], date: CalendarDate): Dated | undefined {
  let [from, before] = [0, list.length]
  while (from < before) {
    const middle = (from + before) >>> 1
    if ((list[middle] as Dated).date <= date) from = middle + 1
    else before = middle
  }
  return list[from - 1]
}
