import { type CalendarDate, formatCalendarDate } from '../../values/calendar-date.ts'
import { csvLine } from '../../book/csv-write.ts'
import { type Gate } from '../../app/gates.ts'
import { listExceptions, type ListedExceptions } from '../../app/list-exceptions.ts'
import { dispositionHeader, type ListedException } from '../../app/vocabulary.ts'
import { countedExceptions, idleText, listedJson, listedLines, standingJson, standingText } from '../exception-lines.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { answerQuestion, type ReadingOptions } from '../reading-command.ts'
import { indented, table } from '../table.ts'
import { type Outlet, type Terminal } from '../terminal.ts'

export type ExceptionsOptions = ReadingOptions & { readonly from?: CalendarDate; readonly all?: boolean; readonly rows?: boolean }

/** `tieout exceptions BOOK`: what is open and what was decided; fails where something is open that blocks. */
export const runExceptions = (terminal: Terminal, path: string, options: ExceptionsOptions): ExitCode =>
  answerQuestion(terminal, path, options, {
    command: 'exceptions',
    title: 'exceptions',
    basis: 'nav',
    isReconciled: true,
    from: options.from,
    asOf: () => options.asOf,
    ask: (books) => listExceptions(books, options.from),
    json: ({ open, disposed, idle, last, gates }) => ({
      standing: standingJson(last.standing),
      gates: gates.map(({ statement, ...gate }) => ({ ...gate, statement: statement === undefined ? null : formatCalendarDate(statement) })),
      open: open.map(listedJson),
      disposed: disposed.map(listedJson),
      idleDispositions: idle,
    }),
    text: (listed, { nav }, outlet) => (options.rows ? rowsText(listed) : listedText(listed, formatCalendarDate(nav.date), options, outlet)),
    problems: ({ open, idle }, outlet) => [...open.flatMap((exception) => listedLines(exception, outlet)), ...idleText(idle, outlet)],
    isBare: options.rows === true,
    exitCode: ({ isWaiting }) => (isWaiting ? exitCodes.open : exitCodes.allWell),
  })

function listedText({ open, disposed, idle, last, gates }: ListedExceptions, navDate: string, { all }: ExceptionsOptions, outlet: Outlet): string[] {
  const group = (title: string, exceptions: readonly ListedException[]): string[] =>
    exceptions.length === 0 ? [] : [outlet.bold(title), ...exceptions.flatMap((exception) => [...listedLines(exception, outlet), ''])]
  const total = [...open, ...disposed]
  return [
    ...group('Open', open),
    ...(all ? group('Disposed', disposed) : []),
    ...idleText(idle, outlet),
    ...(total.length === 0 ? [] : [`In all, ${countedExceptions(total)}.${all || disposed.length === 0 ? '' : ' --all prints what was decided.'}`, '']),
    outlet.bold(`Gates of the NAV of ${navDate}`),
    ...indented(gatesText(gates)),
    '',
    `NAV of ${navDate}: ${standingText(last.standing)}`,
  ]
}

const gatesText = (gates: readonly Gate[]): string[] =>
  table(
    [
      { heading: '', align: 'right' },
      { heading: '', align: 'left' },
      { heading: '', align: 'left' },
    ],
    gates.map(({ step, name, state, open, statement }) => [
      String(step),
      name,
      `${state === 'open' ? `${open} open` : state}${statement === undefined ? '' : `, statement of ${formatCalendarDate(statement)}`}`,
    ]),
  )

/** The open ones as rows of exceptions.csv, to be filled in. */
const rowsText = ({ open }: ListedExceptions): string[] => [
  csvLine(dispositionHeader),
  ...open.map(({ date, issue, subject }) => {
    const cells: Readonly<Record<string, string>> = { date: formatCalendarDate(date), code: issue.code, subject, found: issue.found }
    return csvLine(dispositionHeader.map((name) => cells[name] ?? ''))
  }),
]
