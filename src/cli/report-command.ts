/** What `report`, `tie`, `explain` and `uses` have in common: a book, a period, and the report of the two. */
import { type Issue } from '../values/issue.ts'
import {
  beginsBeforeBooks,
  beyondBook,
  endsAfterBook,
  lastFiscalYear,
  makeReport,
  type MadeReport,
  parsePeriod,
  periodExamples,
  reachesEnd,
} from '../app/make-report.ts'
import { type BookSource } from '../app/book-source.ts'
import { type ReportDocument } from '../app/vocabulary.ts'
import { type ExitCode } from './exit-code.ts'
import { bookHashOf, readBookAndTexts } from './read-book.ts'
import { type OutputOptions, refuseBook, refuseRequest } from './reading-command.ts'
import { type Terminal } from './terminal.ts'

export type ReportOptions = OutputOptions & { readonly period?: string }

/** Makes the report and hands it to `answer`; a problem of the book or of the period is printed instead. */
export function withReport(
  terminal: Terminal,
  path: string,
  command: string,
  options: ReportOptions,
  answer: (document: ReportDocument, source: BookSource) => ExitCode,
): ExitCode {
  const { source, opened } = readBookAndTexts(path, terminal)
  const { book } = opened
  if (source === undefined || book === undefined) return refuseBook(terminal, path, command, options, opened.issues)
  const asked = options.period ?? lastFiscalYear(book)
  const period = parsePeriod(asked, book.fund)
  if (period === undefined) return refuseRequest(terminal, [unknownPeriod(asked, periodExamples(book.fund))])
  const early = beginsBeforeBooks(period, book)
  if (early !== undefined) return refuseRequest(terminal, [early])
  const { document, issues }: MadeReport = makeReport(source, { ...opened, book }, period, bookHashOf(opened))
  // A fund without holdings needs no prices: the year that nobody asked for is to have ended all the same.
  if (document !== undefined && (options.period !== undefined || reachesEnd(period, book))) return answer(document, source)
  const beyond = document === undefined ? beyondBook({ ...opened, book }, period, issues) : { wrong: 'period', issues: [endsAfterBook(period, book)] }
  return beyond?.wrong === 'period' ? refuseRequest(terminal, beyond.issues) : refuseBook(terminal, path, command, options, beyond?.issues ?? issues)
}

const unknownPeriod = (found: string, examples: string): Issue => ({
  code: 'command.period',
  place: { file: '--period' },
  found: `"${found}"`,
  needed: `${examples}, in which the fund existed`,
  remedy: 'Correct the period; without --period, the last fiscal year that the book reaches the end of is meant.',
})
