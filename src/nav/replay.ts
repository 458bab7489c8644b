/** Replay: the books from the first day through a date, and the reporting view wherever one is asked for. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Issue } from '../values/issue.ts'
import { businessDays, onOrBefore } from '../reference/nyse-calendar.ts'
import { wholeFolder } from '../events/knowledge.ts'
import { type JournalEntry } from '../ledger/journal-entry.ts'
import { closeDay, type ClosedDay, type DayContext } from './close-day.ts'
import { rateOnDays } from './day-rates.ts'
import { type FundBook } from './fund-book.ts'
import { openingState } from './fund-state.ts'
import { type Included, includeEvents } from './inclusion.ts'
import { type ReportingView, reportingView } from './reporting-view.ts'
import { type Strike } from './strike.ts'

export type Replay = {
  readonly book: FundBook
  readonly included: readonly Included[]
  readonly context: DayContext
  /** One a business day, from the first NAV through the last day replayed. */
  readonly strikes: readonly Strike[]
  /** All entries of the NAV book, in the order made. */
  readonly journal: readonly JournalEntry[]
  /** The last day closed; undefined where there is none. */
  readonly last: ClosedDay | undefined
  /** The reporting view of each date that `views` asked for, where the fund had begun. */
  readonly views: ReadonlyMap<CalendarDate, ReportingView>
  /** The NAV books of each date that `days` asked for, where it was struck. */
  readonly days: ReadonlyMap<CalendarDate, ClosedDay>
  readonly issues: readonly Issue[]
}

/**
 * Closes every business day from inception through `through`; `views` are the dates on which the reporting basis is wanted, `days`
 * those whose NAV books are to be kept whole: all others leave their strike and their entries.
 */
export function replay(book: FundBook, through: CalendarDate, views: readonly CalendarDate[] = [], days: readonly CalendarDate[] = []): Replay {
  const included = includeEvents(book.events, book.fund)
  const sources = new Map(book.events.map(({ id, source }) => [id, source]))
  const context: DayContext = {
    sourceOf: (record) => sources.get(record),
    fund: book.fund,
    instruments: book.instruments,
    prices: book.prices,
    rateOn: rateOnDays(book.rates, book.fund),
    rates: book.rates,
    benchmarks: book.benchmarks,
    readThrough: book.readThrough ?? wholeFolder,
    invoices: new Set(book.events.flatMap(({ kind, id }) => (kind === 'invoice' ? [id] : []))),
    settledByRecord: new Set(book.events.flatMap((event) => (event.kind === 'settlement' ? [event.payload.of] : []))),
  }
  const byNavDate = Map.groupBy(included, ({ navDate }) => navDate)
  const wanted = Map.groupBy(views, (date) => onOrBefore(date))
  const strikes: Strike[] = []
  const journal: JournalEntry[] = []
  const issues: Issue[] = []
  const reporting = new Map<CalendarDate, ReportingView>()
  const toKeep = new Set(days)
  const kept = new Map<CalendarDate, ClosedDay>()
  let state = openingState
  let last: ClosedDay | undefined

  for (const date of businessDays(book.fund.series.booksFrom, through)) {
    last = closeDay(state, date, byNavDate.get(date) ?? [], context)
    state = last.state
    strikes.push(last.strike)
    if (toKeep.has(date)) kept.set(date, last)
    for (const entry of last.entries) journal.push(entry)
    for (const issue of last.issues) issues.push(issue)
    for (const asOf of wanted.get(date) ?? []) {
      const view = reportingView(last, pendingAt(included, date, asOf), asOf, context)
      reporting.set(asOf, view)
      for (const issue of view.issues) issues.push(issue)
    }
  }
  return { book, included, context, strikes, journal, last, views: reporting, days: kept, issues: withoutRepeats(issues) }
}

/** Effective on or before `asOf`, and not in the NAV of `closed`. */
const pendingAt = (included: readonly Included[], closed: CalendarDate, asOf: CalendarDate): readonly Included[] =>
  included.filter(({ event, navDate }) => event.effectiveDate <= asOf && navDate > closed)

const unpriced: ReadonlySet<string> = new Set(['valuation.price-missing', 'valuation.fair-value-missing'])

/** The same fault is met by the NAV book and by the reporting view, and a missing price on many days: each is said once. */
function withoutRepeats(issues: readonly Issue[]): readonly Issue[] {
  const alike = Map.groupBy(issues, ({ code, place, found, about }) =>
    unpriced.has(code) ? `${code} ${about?.instrument}` : `${code} ${place.file}:${place.row} ${found}`,
  )
  return [...alike.values()].map((same) => {
    const first = same[0] as Issue
    const days = new Set(same.map(({ about }) => about?.date))
    if (!unpriced.has(first.code) || days.size === 1) return first
    const last = [...days].at(-1)
    return {
      ...first,
      found: `${first.found}; nor on ${days.size === 2 ? last : `${days.size - 1} later days through ${last}`}`,
      remedy: `${first.remedy} Do so for each of the days.`,
    }
  })
}
