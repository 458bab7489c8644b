/** Replay: the books from the first day through a date, and the reporting view wherever one is asked for. */
import { addDays, type CalendarDate } from '../values/calendar-date.ts'
import { type Issue } from '../values/issue.ts'
import { businessDays, onOrBefore } from '../reference/nyse-calendar.ts'
import { wholeFolder } from '../events/knowledge.ts'
import { type JournalEntry } from '../ledger/journal-entry.ts'
import { closeDay, type ClosedDay, type DayContext } from './close-day.ts'
import { rateOnDays } from './day-rates.ts'
import { type FundBook } from './fund-book.ts'
import { type FundState, openingState } from './fund-state.ts'
import { type Included, includeEvents } from './inclusion.ts'
import { type ReportingView, reportingView } from './reporting-view.ts'
import { type Basis, type Strike } from './strike.ts'

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
  readonly issues: readonly Issue[]
}

/** Days that are looked at while they go by and not kept: of thousands of them only what is taken then stays. */
export type Watch = {
  readonly days: ReadonlySet<CalendarDate>
  readonly views: ReadonlySet<CalendarDate>
  readonly see: (basis: Basis, day: ClosedDay) => void
}

export type ReplayOptions = {
  /**
   * A checkpoint: the state at the close of a day of the same book, from which to go on; strikes, entries and views are then
   * those after it. It is a cache and nothing else: what follows is what a replay from the first day gives, to the byte.
   */
  readonly from?: FundState | undefined
  readonly watch?: Watch | undefined
  /** Told of each day as it is closed: how many of how many. */
  readonly onDay?: Progress | undefined
}

export type Progress = (date: CalendarDate, done: number, total: number) => void

/** Closes every business day of the books through `through`; `views` are the dates on which the reporting basis is wanted. */
export function replay(
  book: FundBook,
  through: CalendarDate,
  views: readonly CalendarDate[] = [],
  { from = openingState, watch, onDay }: ReplayOptions = {},
): Replay {
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
  const toKeep = new Set(views)
  const wanted = Map.groupBy([...new Set([...views, ...(watch?.views ?? [])])], (date) => onOrBefore(date))
  const pendingAt = pendingIn(included)
  const strikes: Strike[] = []
  const journal: JournalEntry[] = []
  const issues: Issue[] = []
  const reporting = new Map<CalendarDate, ReportingView>()
  let state = from
  let last: ClosedDay | undefined

  const days = businessDays(from.closedThrough === undefined ? book.fund.series.booksFrom : addDays(from.closedThrough, 1), through)
  for (const [index, date] of days.entries()) {
    last = closeDay(state, date, byNavDate.get(date) ?? [], context)
    state = last.state
    strikes.push(last.strike)
    if (watch?.days.has(date) === true) watch.see('nav', last)
    for (const entry of last.entries) journal.push(entry)
    for (const issue of last.issues) issues.push(issue)
    for (const asOf of wanted.get(date) ?? []) {
      const view = reportingView(last, pendingAt(date, asOf), asOf, context)
      if (toKeep.has(asOf)) reporting.set(asOf, view)
      if (watch?.views.has(asOf) === true) watch.see('reporting', view)
      for (const issue of view.issues) issues.push(issue)
    }
    onDay?.(date, index + 1, days.length)
  }
  return { book, included, context, strikes, journal, last, views: reporting, issues: withoutRepeats(issues) }
}

/**
 * Effective on or before `asOf`, and not in the NAV of `closed`. Events are in the order of their effective dates, so the search goes
 * back from `asOf` and ends where no event before is in a later NAV.
 */
function pendingIn(included: readonly Included[]): (closed: CalendarDate, asOf: CalendarDate) => readonly Included[] {
  const latest: CalendarDate[] = []
  for (const { navDate } of included) latest.push(latest.length > 0 && (latest.at(-1) as CalendarDate) > navDate ? (latest.at(-1) as CalendarDate) : navDate)
  return (closed, asOf) => {
    let [from, before] = [0, included.length]
    while (from < before) {
      const middle = (from + before) >>> 1
      if ((included[middle] as Included).event.effectiveDate <= asOf) from = middle + 1
      else before = middle
    }
    const pending: Included[] = []
    for (let index = from - 1; index >= 0 && (latest[index] as CalendarDate) > closed; index -= 1) {
      const each = included[index] as Included
      if (each.navDate > closed) pending.push(each)
    }
    return pending.toReversed()
  }
}

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
