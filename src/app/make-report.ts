/** The report of a period, from an opened book: what `report`, `tie`, `explain` and `uses` all begin with. */
import { compareIssues, type Issue } from '../values/issue.ts'
import { fiscalPeriod, fiscalYearEndOnOrAfter, type Fund, type Period } from '../reference/fund.ts'
import { addDays, formatCalendarDate, parseCalendarDate, yearMonthDay } from '../values/calendar-date.ts'
import { type FundBook } from '../nav/fund-book.ts'
import { calendarFrom, calendarThrough, onOrBefore } from '../reference/nyse-calendar.ts'
import { periodName } from '../statements/figure.ts'
import { readPresentation } from '../statements/presentation.ts'
import { buildReport } from '../statements/report.ts'
import { reportDocument, type ReportDocument } from '../statements/report-document.ts'
import { statementBooks, viewDates } from '../statements/statement-books.ts'
import { type BookSource } from './book-source.ts'
import { keepBooks, lastDayOf } from './keep-books.ts'
import { type OpenedBook } from './open-book.ts'

export type MadeReport = { readonly document: ReportDocument | undefined; readonly issues: readonly Issue[] }

/** Makes the report of `period`, or says everything that stands in its way. `hash` is taken over the book's canonical lines. */
export function makeReport(source: BookSource, opened: OpenedBook & { readonly book: FundBook }, period: Period, bookHash: string): MadeReport {
  const early = beginsBeforeBooks(period, opened.book)
  if (early !== undefined) return { document: undefined, issues: [early] }
  const kept = keepBooks(opened, period.through, viewDates(period))
  const { presentation, issues: presentationIssues } = readPresentation(source.presentation, opened.book.fund, opened.book.instruments)
  const before = [...kept.issues, ...presentationIssues]
  if (before.length > 0) return { document: undefined, issues: before.toSorted(compareIssues) }

  const { report, issues } = buildReport(
    statementBooks(kept.replay, period),
    presentation,
    source.texts.some(({ file }) => file === 'report/notes.md'),
  )
  if (report === undefined) return { document: undefined, issues }
  const { document, issues: documentIssues } = reportDocument(report, source.texts, source.tables, bookHash)
  return documentIssues.length > 0 ? { document: undefined, issues: documentIssues.toSorted(compareIssues) } : { document, issues: [] }
}

/**
 * The period that a word names: `2002`, the fiscal year that ends in 2002, or `2002-12-31..2003-06-30`.
 * The result is undefined where the word names none that the fund lived through any day of.
 */
export function parsePeriod(word: string, { series }: Fund): Period | undefined {
  const year = /^\d{4}$/.exec(word)
  if (year !== null) {
    if (Number(word) < 1991 || Number(word) > 2034) return undefined
    const period = fiscalPeriod(Number(word), series)
    return period.from <= period.through ? period : undefined
  }
  const [first = '', last = '', ...rest] = word.split('..')
  if (rest.length > 0) return undefined
  const from = parseCalendarDate(first)
  const through = parseCalendarDate(last)
  if (from === undefined || through === undefined || from > through || through < series.inception || from < calendarFrom || through > calendarThrough)
    return undefined
  return { from: from < series.inception ? series.inception : from, through }
}

/** The last fiscal year whose end the book has come to; its first, where it has come to none. */
export function lastFiscalYear(book: FundBook): string {
  const { fiscalYearEnd, inception } = book.fund.series
  const first = fiscalYearEndOnOrAfter(inception, fiscalYearEnd)
  let end = first
  for (
    let next = fiscalYearEndOnOrAfter(addDays(end, 1), fiscalYearEnd);
    onOrBefore(next) <= lastDayOf(book);
    next = fiscalYearEndOnOrAfter(addDays(end, 1), fiscalYearEnd)
  )
    end = next
  return String(yearMonthDay(end).year)
}

/**
 * Where the book ends before the period does, and nothing else is wrong: one issue in place of one for each holding
 * without prices. Where something else is wrong, that alone. Undefined where the book reaches the end of the period, or
 * needs no further price to.
 */
export function beyondBook(opened: OpenedBook & { readonly book: FundBook }, period: Period, issues: readonly Issue[]): BeyondBook | undefined {
  const last = lastDayOf(opened.book)
  if (reachesEnd(period, opened.book) || !issues.some(isMissingPrice)) return undefined
  const missingBefore = keepBooks(opened, last, [last]).issues.filter(isMissingPrice)
  const ofBook = [...issues.filter((issue) => !isMissingPrice(issue)), ...missingBefore]
  return ofBook.length > 0 ? { wrong: 'book', issues: ofBook.toSorted(compareIssues) } : { wrong: 'period', issues: [endsAfterBook(period, opened.book)] }
}

/** Whether the book has come to the last business day of the period. */
export const reachesEnd = ({ through }: Period, book: FundBook): boolean => onOrBefore(through) <= lastDayOf(book)

export type BeyondBook = { readonly wrong: 'book' | 'period'; readonly issues: readonly Issue[] }

const isMissingPrice = ({ code }: Issue): boolean => code === 'valuation.price-missing'

/** Says that the book ends before the period, and which period it reaches the end of. */
export function endsAfterBook(period: Period, book: FundBook): Issue {
  const { series } = book.fund
  const last = lastDayOf(book)
  const name = periodName(series.inception, series.fiscalYearEnd)(period)
  const year = fiscalPeriod(yearMonthDay(fiscalYearEndOnOrAfter(last, series.fiscalYearEnd)).year, series)
  const from = period.from <= last ? period.from : year.from
  return {
    code: 'command.period',
    place: { file: '--period' },
    found: `${/^\d{4}$/.test(name) ? `the fiscal year ${name}` : 'a period that'} ends on ${formatCalendarDate(period.through)}, the book on ${formatCalendarDate(last)}`,
    needed: 'a period that the book reaches the end of',
    remedy: `Ask for --period ${formatCalendarDate(from)}..${formatCalendarDate(last)}, or add what happened, and the prices, through ${formatCalendarDate(period.through)}.`,
  }
}

/** Says that a fund was taken on from other books within the period or after it: what moved before is not in these books. */
export function beginsBeforeBooks({ from, through }: Period, { fund: { series } }: FundBook): Issue | undefined {
  const { inception, booksFrom } = series
  if (booksFrom <= inception || from > booksFrom) return undefined
  const first = formatCalendarDate(addDays(booksFrom, 1))
  return {
    code: 'command.period',
    place: { file: '--period' },
    found: `a period that begins on ${formatCalendarDate(from)}, and books from the close of ${formatCalendarDate(booksFrom)}`,
    needed: 'a period that begins after the day on which the fund was taken on',
    remedy: `Ask for --period ${first}..${formatCalendarDate(through > booksFrom ? through : addDays(booksFrom, 1))}; what was before is in the books that the fund came from.`,
  }
}

/** What `parsePeriod` takes, for a message. */
export const periodExamples = ({ series }: Fund): string => {
  const year = formatCalendarDate(series.inception).slice(0, 4)
  return `a fiscal year such as ${year}, or two dates such as ${formatCalendarDate(series.inception)}..${year}-12-31`
}
