/**
 * The books of one day on one basis, as every reading command asks for them: a day the book covers, all problems at once,
 * and nothing to show where there is one.
 */
import { addDays, type CalendarDate, endOfMonth, formatCalendarDate } from '../values/calendar-date.ts'
import { type Issue } from '../values/issue.ts'
import { invariant } from '../values/invariant.ts'
import {
  businessDays,
  calendarFrom,
  calendarThrough,
  closureReason,
  isCovered,
  onOrAfter,
  onOrBefore,
  previousBusinessDay,
} from '../reference/nyse-calendar.ts'
import { type ClosedDay } from '../nav/close-day.ts'
import { type FundBook } from '../nav/fund-book.ts'
import { type Replay, type Watch } from '../nav/replay.ts'
import { type ReportingView } from '../nav/reporting-view.ts'
import { type Basis } from '../nav/strike.ts'
import { daysOf } from '../reconciliation/reconcile.ts'
import { type Evidence } from './evidence.ts'
import { keepBooks, lastDayOf } from './keep-books.ts'
import { type OpenedBook } from './open-book.ts'

export type BooksRequest = {
  /** The day asked for; the last day of the book where undefined. Any day, open or not. */
  readonly asOf: CalendarDate | undefined
  readonly basis: Basis
  /** First day of a range that ends on the day asked for. */
  readonly from?: CalendarDate | undefined
  /** Days that need a reporting view besides the day asked for: each business day of the range, or the last day of each month. */
  readonly views?: 'business days' | 'month ends' | undefined
  /** Whether the books are held against what others say of them: that needs a view of each day that they speak of. */
  readonly isReconciled?: boolean
  /** Whether the business days of the range, or the day asked for, are wanted whole with the day before each: to be proved. */
  readonly isProved?: boolean
}

export type BooksAsOf = {
  readonly book: FundBook
  readonly basis: Basis
  readonly asOf: CalendarDate
  /** Why the exchange is closed on `asOf` ('a Saturday'); undefined on a business day. */
  readonly closure: string | undefined
  /** The NAV book of the last business day on or before `asOf`. */
  readonly nav: ClosedDay
  /** The reporting view of `asOf`. */
  readonly reporting: ReportingView
  /** Whichever of the two the basis names. */
  readonly day: ClosedDay
  /** The days to be proved and the one before them, in order; none where none was asked for. */
  readonly days: ReadonlyMap<CalendarDate, ClosedDay>
  readonly replay: Replay
  readonly evidence: Evidence
}

/** The books; or what is wrong with the book, or with the day asked for. */
export type BooksAnswer =
  | { readonly ok: true; readonly books: BooksAsOf }
  | { readonly ok: false; readonly wrong: 'book' | 'request'; readonly issues: readonly Issue[] }

export function booksAsOf(opened: OpenedBook, { asOf: asked, basis, from, views, isReconciled = false, isProved = false }: BooksRequest): BooksAnswer {
  const { book } = opened
  if (book === undefined) return { ok: false, wrong: 'book', issues: opened.issues }
  const unanswerable = asked === undefined ? undefined : dateIssue(asked, book)
  if (unanswerable !== undefined) return { ok: false, wrong: 'request', issues: [unanswerable] }
  const asOf = asked ?? lastDayOf(book)
  if (from !== undefined && from > asOf) return { ok: false, wrong: 'request', issues: [fromAfter(from, asOf)] }

  const first = onOrAfter(book.fund.series.booksFrom)
  const besides =
    views === undefined ? [] : views === 'month ends' ? monthEnds(first, asOf) : businessDays(from === undefined || from < first ? first : from, asOf)
  const spokenOf = isReconciled ? daysOf(opened.evidence.given, asOf) : []
  const days = new Map<CalendarDate, ClosedDay>()
  const watch: Watch = {
    days: new Set(isProved ? businessDays(daysBefore(from ?? asOf, first), asOf) : []),
    views: new Set(),
    see: (_basis, day) => days.set(day.date, day),
  }
  const { replay, issues } = keepBooks({ ...opened, book }, asOf, [...new Set([...besides, ...spokenOf, asOf])], watch)
  if (issues.length > 0) return { ok: false, wrong: 'book', issues: beyondBook(opened, book, asOf, issues) ?? issues }
  const nav = replay.last
  const reporting = replay.views.get(asOf)
  invariant(nav !== undefined && reporting !== undefined, 'a day of the book that is kept has a NAV and a reporting view')
  return {
    ok: true,
    books: { book, basis, asOf, closure: closureReason(asOf), nav, reporting, day: basis === 'nav' ? nav : reporting, days, replay, evidence: opened.evidence },
  }
}

/** The business day before that of `date`, within the books. */
function daysBefore(date: CalendarDate, first: CalendarDate): CalendarDate {
  const day = onOrBefore(date)
  return day <= first ? first : previousBusinessDay(day)
}

/** The last day of each month, open or not: the days on which reports are made. */
function monthEnds(from: CalendarDate, through: CalendarDate): readonly CalendarDate[] {
  const ends: CalendarDate[] = []
  for (let end = endOfMonth(from); end <= through; end = endOfMonth(addDays(end, 1))) ends.push(end)
  return ends
}

/** What is wrong with the day asked for, by itself. */
function dateIssue(date: CalendarDate, { fund }: FundBook): Issue | undefined {
  const place = { file: '--as-of' }
  if (!isCovered(date)) {
    return {
      code: 'command.date-outside-calendar',
      place,
      found: formatCalendarDate(date),
      needed: `a date from ${formatCalendarDate(calendarFrom)} through ${formatCalendarDate(calendarThrough)}, which the calendar covers`,
      remedy: 'Correct the date.',
    }
  }
  const first = onOrAfter(fund.series.booksFrom)
  if (date >= first) return undefined
  return {
    code: 'command.date-before-inception',
    place,
    found: formatCalendarDate(date),
    needed: `${formatCalendarDate(first)} or later: the day of the first net asset value of ${fund.series.name}`,
    remedy: `Ask for ${formatCalendarDate(first)} or a later day; if the fund began earlier, correct the inception in fund.yaml.`,
  }
}

const fromAfter = (from: CalendarDate, asOf: CalendarDate): Issue => ({
  code: 'command.from-after-as-of',
  place: { file: '--from' },
  found: formatCalendarDate(from),
  needed: `${formatCalendarDate(asOf)} or earlier: the last day asked for`,
  remedy: 'Correct one of the two dates; without --as-of, the last day is that of the book.',
})

/** One issue in place of one for each holding, where nothing is wrong but that the book ends before the day asked for. */
function beyondBook(opened: OpenedBook, book: FundBook, asOf: CalendarDate, issues: readonly Issue[]): readonly Issue[] | undefined {
  const last = lastDayOf(book)
  if (asOf <= last || issues.some(({ code }) => code !== 'valuation.price-missing')) return undefined
  if (keepBooks({ ...opened, book }, last, [last]).issues.length > 0) return undefined
  return [
    {
      code: 'valuation.price-missing',
      place: { file: 'prices/' },
      found: `no price after ${formatCalendarDate(last)}, the last day of the book, and ${issues.length === 1 ? 'a holding' : `${issues.length} holdings`} to be valued`,
      needed: `prices of each day through ${formatCalendarDate(asOf)}`,
      remedy: `Add them to prices/, or ask for ${formatCalendarDate(last)} or an earlier day.`,
    },
  ]
}
