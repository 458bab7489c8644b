/**
 * What all reading commands have in common: they read a book, ask one question of its books on a day and a basis, and
 * print the answer as text or as JSON. Where the book has a problem they print that and nothing else.
 */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Issue } from '../values/issue.ts'
import { type BooksAsOf, booksAsOf, type BooksRequest } from '../app/books-as-of.ts'
import { type OpenedBook } from '../app/open-book.ts'
import { type Basis } from '../app/vocabulary.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { issueLines, issueReport } from './issue-report.ts'
import { readBook } from './read-book.ts'
import { type Outlet, type Terminal } from './terminal.ts'

/** Version of the shape of all `--json` output; a change that could break a reader of it raises it. */
export const JSON_FORMAT = 1

export type OutputOptions = { readonly json?: boolean; readonly quiet?: boolean }
export type ReadingOptions = OutputOptions & { readonly asOf?: CalendarDate; readonly basis?: Basis }

/** How a command asks and answers. What `json` returns holds no bigint and no brand: texts, counts, lists. */
export type Question<Answer> = {
  readonly command: string
  /** As the title of the printed answer. */
  readonly title: string
  /** Where the user names none. */
  readonly basis: Basis
  readonly asOf: (opened: OpenedBook) => CalendarDate | undefined
  readonly from?: CalendarDate | undefined
  readonly views?: BooksRequest['views']
  /** Whether the answer speaks of exceptions or breaks. */
  readonly isReconciled?: boolean
  readonly ask: (books: BooksAsOf) => Answer
  readonly json: (answer: Answer, books: BooksAsOf) => Readonly<Record<string, unknown>>
  readonly text: (answer: Answer, books: BooksAsOf, outlet: Outlet) => readonly string[]
  /** What of the answer is a problem: all that is said under --quiet. */
  readonly problems?: (answer: Answer, outlet: Outlet) => readonly string[]
  /** Whether the text stands without the heading: it is for another program, or for a file. */
  readonly isBare?: boolean
  /** How the command ends once it has answered; all well where not given. */
  readonly exitCode?: (answer: Answer) => ExitCode
}

export function answerQuestion<Answer>(terminal: Terminal, path: string, options: ReadingOptions, question: Question<Answer>): ExitCode {
  const basis = options.basis ?? question.basis
  const opened = readBook(path, terminal)
  const result = booksAsOf(opened, {
    asOf: question.asOf(opened),
    basis,
    from: question.from,
    views: question.views,
    isReconciled: question.isReconciled ?? false,
  })
  if (!result.ok) return result.wrong === 'book' ? refuseBook(terminal, path, question.command, options, result.issues) : refuseRequest(terminal, result.issues)

  const { books } = result
  const answer = question.ask(books)
  if (options.json) {
    writeJson(terminal, { ...jsonHeader(question.command, path, []), ...booksJson(books), ...question.json(answer, books) })
  } else if (!options.quiet) {
    const text = question.text(answer, books, terminal.out)
    terminal.out.write(question.isBare ? text : [...heading(question.title, path, books, terminal.out), '', ...text])
  } else terminal.err.write(question.problems?.(answer, terminal.err) ?? [])
  return question.exitCode?.(answer) ?? exitCodes.allWell
}

/** The problems of a book: to stderr for a person, to stdout as JSON for a program. */
export function refuseBook(terminal: Terminal, path: string, command: string, { json }: OutputOptions, issues: readonly Issue[]): ExitCode {
  if (json) writeJson(terminal, jsonHeader(command, path, issues))
  else terminal.err.write(issueReport(issues, terminal.err))
  return exitCodes.issues
}

/** What was asked for cannot be answered by any book of this shape: the command line is to be corrected. */
export function refuseRequest({ err }: Terminal, issues: readonly Issue[]): ExitCode {
  err.write(issues.flatMap((issue) => issueLines(issue, err)))
  return exitCodes.usage
}

export const jsonHeader = (command: string, path: string, issues: readonly Issue[]) => ({ format: JSON_FORMAT, command, path, issues })

export const writeJson = ({ out }: Terminal, value: unknown): void => out.write([JSON.stringify(value, undefined, 2)])

const booksJson = ({ book: { fund }, basis, asOf, nav }: BooksAsOf) => ({
  fund: { id: fund.series.id, name: fund.series.name, currency: fund.series.baseCurrency },
  basis,
  asOf: formatCalendarDate(asOf),
  navDate: formatCalendarDate(nav.date),
})

function heading(title: string, path: string, { book: { fund }, basis, asOf, closure, nav }: BooksAsOf, { bold, faint }: Outlet): string[] {
  const [day, struck] = [formatCalendarDate(asOf), formatCalendarDate(nav.date)]
  const onBasis = basis === 'nav' ? `NAV basis, ${struck}` : `Reporting basis, ${day}`
  const closed = `the exchange was closed on ${day} (${closure})`
  const note =
    closure === undefined
      ? []
      : [basis === 'nav' ? `The last net asset value on or before ${day}: ${closed}.` : `Marked at the prices of ${struck}: ${closed}.`]
  return [bold(`${fund.series.name}: ${title}`), `${onBasis}, ${fund.series.baseCurrency}. ${faint(`Book ${path}.`)}`, ...note]
}
