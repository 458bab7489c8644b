/**
 * The library: what a program can ask of a book. Data flows from the first group to the last, as in the command line, and
 * `examples/library/first-nav.ts` is the whole way in one run. Nothing here writes, reads a clock or throws for wrong data:
 * every problem of the data is an `Issue` in the answer, and where there is any, no result beside it is to be used.
 */

/**
 * Read: the files of a folder, with no meaning yet.
 *
 *     const { folder, issues } = readBookFolder('examples/small-cap-value-2002', eventKindNames)
 */
export { type BookFolder, type BookFolderReading, readBookFolder } from './book/read-book-folder.ts'
export { type EventKind, eventKindNames, type FundEvent } from './events/event.ts'
export { compareIssues, formatPlace, type Issue, type IssueCode, type Place } from './values/issue.ts'
export type { SourceRow, SourceTable } from './values/table.ts'

/**
 * Open: a fund with its instruments, events and prices. A program with rows of its own makes the `BookSource` itself.
 *
 *     const { book, issues } = openBook(folder)
 */
export type { BookSource } from './app/book-source.ts'
export { canonicalLines, openBook, type OpenedBook } from './app/open-book.ts'
export { hashCanonicalLines } from './book/book-hash.ts'
export type { FundBook } from './nav/fund-book.ts'
export type { Fund, Period, Series, ShareClass, Trust } from './reference/fund.ts'
export type { Instrument, InstrumentId } from './reference/instrument.ts'
export type { PriceBook, PriceObservation } from './market/price-book.ts'
export type { RateBook, RateObservation } from './market/rate-book.ts'
export { type ExchangeRate, translate } from './values/exchange-rate.ts'

/**
 * Keep the books: every day closed from inception on, each net asset value found a second way; and the day on trade date
 * wherever a view is asked for.
 *
 *     const { replay, issues } = keepBooks(opened, lastDayOf(book), [lastDayOf(book)])
 */
export { keepBooks, type KeptBooks, lastDayOf } from './app/keep-books.ts'
export type { Replay } from './nav/replay.ts'
export type { ClosedDay } from './nav/close-day.ts'
export type { Basis, ClassStrike, Strike } from './nav/strike.ts'
export type { Bridge, BridgeEvent, ReportingView } from './nav/reporting-view.ts'
export type { NavRoll } from './nav/nav-roll.ts'
export type { Position } from './nav/mark.ts'
export type { Holding, OpenLot } from './lots/lot.ts'
export type { Cause, JournalEntry, Posting } from './ledger/journal-entry.ts'
export { type TrialBalance, trialBalance, type TrialBalanceLine } from './ledger/trial-balance.ts'

/**
 * Judge: the exceptions of each strike with what was decided of them, and the books against what others say of them.
 *
 *     const answer = booksAsOf(opened, { asOf: lastDayOf(book), basis: 'nav', isReconciled: true })
 *     if (answer.ok) exceptionsOf(answer.books).on(lastDayOf(book), 'nav').standing.status // 'clear'
 */
export { type BooksAsOf, booksAsOf } from './app/books-as-of.ts'
export { type Excepted, type Exceptions, exceptionsOf } from './app/exceptions.ts'
export { showReconciliation, type ShownBreak, type ShownReconciliation } from './app/show-reconciliation.ts'
export type { Standing, StandingException } from './nav/exceptions/standing.ts'
export type { Disposition } from './nav/exceptions/disposition.ts'
export type { Break } from './reconciliation/break.ts'
export type { Comparison } from './reconciliation/comparison.ts'

/**
 * Report: the statements of a period as data, footed, with every identity checked.
 *
 *     const { document, issues } = makeReport(folder, opened, period, hashCanonicalLines(canonicalLines(book)))
 */
export { lastFiscalYear, makeReport, type MadeReport, parsePeriod } from './app/make-report.ts'
export type { DocumentPart, ReportDocument } from './statements/report-document.ts'
export { breaksOf, movedCells, type Report } from './statements/report.ts'
export type { Cell, Row, Statement, StatementId } from './statements/statement.ts'
export type { IdentityResult } from './statements/identities/identity.ts'

/**
 * Render: one document, three forms; the digits in all of them are the same.
 *
 *     writeFileSync('report.html', renderHtml(document))
 */
export { renderHtml } from './render/html/render-html.ts'
export { renderJson } from './render/report-json.ts'
export { renderText } from './render/text/render-text.ts'

/**
 * Explain: from a figure down to the rows of the files it came from, and from a row to every figure that used it.
 *
 *     explainFigure(report.figures, 'net-assets@2002-12-31' as FigureId, { depth: 2, breadth: 8 })
 */
export { explainFigure, type Explanation, findFigure, type Found, type Limits, type Use, type Uses, usesOf } from './app/explain.ts'
export type { Derivation, Figure, FigureId, Unit } from './statements/figure.ts'
export type { FigureBook } from './statements/figure-book.ts'
export type { SourceField } from './statements/lineage/source-field.ts'

/**
 * Import: rows of another program's file as records of a book, by a profile. What is to be written is said, not written.
 *
 *     const { profile } = readProfile(readYaml('custodian.yaml', profileBytes).tree)
 *     const { table } = readForeignCsv('trades.csv', bytes, profile.file)
 *     const answer = importTable(folder, table, profile, { name: 'trades', acceptGoodRows: false, isTaken: () => false })
 */
export { readYaml } from './book/yaml.ts'
export { readForeignCsv } from './book/foreign-csv.ts'
export { readForeignOfx } from './book/foreign-ofx.ts'
export { readOfxTable } from './import/ofx-table.ts'
export { readProfile } from './import/read-profile.ts'
export type { Profile } from './import/profile.ts'
export type { ForeignTable } from './values/foreign-table.ts'
export { type ImportAnswer, type ImportOptions, type ImportPart, type ImportPlan, importTable } from './app/import-table.ts'

/**
 * Exact numbers and dates: no amount here is ever a binary fraction.
 *
 *     formatDecimal(amountToDecimal(strike.netAssets, fund.series.baseCurrency)) // '496014.73'
 */
export { add, compare, type Decimal, divideRound, formatDecimal, parseDecimal, product, round, type RoundingMode, subtract, sum } from './values/decimal.ts'
export { addMoney, type Amount, amountToDecimal, money, type Money } from './values/money.ts'
export { type Currency, minorUnitDigits, parseCurrency } from './values/currency.ts'
export { Price, Quantity, Shares } from './values/scaled.ts'
export { addDays, type CalendarDate, calendarDate, formatCalendarDate, parseCalendarDate } from './values/calendar-date.ts'
