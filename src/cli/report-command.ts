/** What `report`, `tie`, `explain` and `uses` have in common: a book, a period, and the report of the two. */
import { type Issue } from '../values/issue.ts'
import { lastFiscalYear, makeReport, type MadeReport, parsePeriod, periodExamples } from '../app/make-report.ts'
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
  answer: (document: ReportDocument) => ExitCode,
): ExitCode {
  const { source, opened } = readBookAndTexts(path)
  const { book } = opened
  if (source === undefined || book === undefined) return refuseBook(terminal, path, command, options, opened.issues)
  const period = parsePeriod(options.period ?? lastFiscalYear(book), book.fund)
  if (period === undefined) return refuseRequest(terminal, [unknownPeriod(options.period ?? '', periodExamples(book.fund))])
  const { document, issues }: MadeReport = makeReport(source, { ...opened, book }, period, bookHashOf(opened))
  return document === undefined ? refuseBook(terminal, path, command, options, issues) : answer(document)
}

const unknownPeriod = (found: string, examples: string): Issue => ({
  code: 'command.period',
  place: { file: '--period' },
  found: `"${found}"`,
  needed: `${examples}, in which the fund existed`,
  remedy: 'Correct the period; without --period, the last fiscal year that the book reaches the end of is meant.',
})
