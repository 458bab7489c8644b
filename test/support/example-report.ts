/** The report of an example book, made the way the command line makes it. */
import { fileURLToPath } from 'node:url'
import { hashCanonicalLines } from '../../src/book/book-hash.ts'
import { readBookFolder } from '../../src/book/read-book-folder.ts'
import { type MadeReport, makeReport, parsePeriod } from '../../src/app/make-report.ts'
import { canonicalLines, openBook } from '../../src/app/open-book.ts'
import { eventKindNames } from '../../src/events/event.ts'
import { type ReportDocument } from '../../src/statements/report-document.ts'
import { type Report } from '../../src/statements/report.ts'

export const examplePath = fileURLToPath(new URL('../../examples/small-cap-value-2002', import.meta.url))

export function documentOf(path: string, period: string): ReportDocument {
  const { document, issues } = made(path, period)
  if (document === undefined) throw new Error(`no report: ${JSON.stringify(issues)}`)
  return document
}

export const reportOf = (path: string, period: string): Report => documentOf(path, period).report

/** Why there is no report: codes with what was found. */
export const issuesOfReport = (path: string, period: string): readonly (readonly [code: string, found: string])[] =>
  made(path, period).issues.map(({ code, found }) => [code, found])

function made(path: string, period: string): MadeReport {
  const { folder, issues } = readBookFolder(path, eventKindNames)
  if (folder === undefined || issues.length > 0) return { document: undefined, issues }
  const opened = openBook(folder)
  if (opened.book === undefined) return { document: undefined, issues: opened.issues }
  const named = parsePeriod(period, opened.book.fund)
  if (named === undefined) throw new Error(`no period ${period}`)
  return makeReport(folder, { ...opened, book: opened.book }, named, hashCanonicalLines(canonicalLines(opened.book)))
}

export const exampleDocument = (): ReportDocument => documentOf(examplePath, '2002')
export const exampleReport = (): Report => exampleDocument().report
