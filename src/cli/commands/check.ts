/** `tieout check BOOK`: reads everything, keeps the books through the last day, and says what was read and what ties. */
import { formatCalendarDate } from '../../values/calendar-date.ts'
import { type Check, type CheckedBook, checkBook } from '../../app/check-book.ts'
import { type ListedException } from '../../app/vocabulary.ts'
import { writeMissingIds } from '../write-missing-ids.ts'
import { countedEvents } from '../event-words.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { counted, plainAmount, shownAmount, shownCount } from '../figures.ts'
import { countedExceptions, idleText, listedJson, listedLines } from '../exception-lines.ts'
import { bookHashOf, readBook } from '../read-book.ts'
import { jsonHeader, type OutputOptions, refuseBook, refuseRequest, writeJson } from '../reading-command.ts'
import { indented, table } from '../table.ts'
import { type Outlet, type Terminal } from '../terminal.ts'

export type CheckOptions = OutputOptions & { readonly assignIds?: boolean }

export function runCheck(terminal: Terminal, path: string, options: CheckOptions): ExitCode {
  const written = options.assignIds ? writeMissingIds(path) : undefined
  if (written !== undefined && !options.json && !options.quiet) terminal.out.write(writtenText(written))

  const opened = readBook(path, terminal)
  const result = checkBook(opened)
  if (!result.ok) return result.wrong === 'book' ? refuseBook(terminal, path, 'check', options, result.issues) : refuseRequest(terminal, result.issues)
  const { checked } = result
  const bookHash = bookHashOf(opened)
  if (options.json)
    writeJson(terminal, { ...jsonHeader('check', path, []), ...checkedJson(checked, bookHash), ...(written === undefined ? {} : { assignedIds: written }) })
  else if (!options.quiet) terminal.out.write(checkedText(checked, bookHash, path, terminal.out))
  return exitCodes.allWell
}

type Written = ReturnType<typeof writeMissingIds>

function writtenText(written: Written): string[] {
  if (written.length === 0) return ['Every record has its id; nothing was written.', '']
  return [
    ...written.map(
      ({ file, assigned }) =>
        `Wrote ${counted(assigned.length, 'id')} into ${file}: ${assigned[0]}${assigned.length === 1 ? '' : ` through ${assigned.at(-1)}`}.`,
    ),
    '',
  ]
}

function checkedText({ book: { fund }, read, checks, exceptions, idle }: CheckedBook, bookHash: string, path: string, outlet: Outlet): string[] {
  const { instruments, events, prices, policies, days, entries } = read
  const eventCount = events.reduce((sum, { count }) => sum + count, 0)
  const kinds = events.map(({ kind, count }) => countedEvents(kind, count)).join(', ')
  const columns = [{ heading: '', align: 'right' } as const, { heading: '', align: 'left' } as const]
  const row = (count: number, singular: string, plural: string, rest = ''): string[] => [shownCount(count), `${count === 1 ? singular : plural}${rest}`]
  const span = (from: string, through: string): string => (from === through ? `, ${from}` : `, ${from} through ${through}`)
  const { from, through } = prices
  return [
    outlet.bold(fund.series.name),
    `A series of ${fund.trust.name}; books in ${fund.series.baseCurrency}. ${outlet.faint(`Book ${path}.`)}`,
    '',
    outlet.bold('Read'),
    ...indented(
      table(columns, [
        row(instruments, 'instrument', 'instruments'),
        row(eventCount, 'event', 'events', kinds === '' ? '' : `: ${kinds}`),
        row(prices.count, 'price', 'prices', from === undefined || through === undefined ? '' : span(formatCalendarDate(from), formatCalendarDate(through))),
        row(policies, 'dated policy', 'dated policies'),
        row(days.count, 'day closed', 'days closed', span(formatCalendarDate(days.from), formatCalendarDate(days.through))),
        row(entries, 'journal entry', 'journal entries', ' in the NAV book'),
      ]),
    ),
    `  Book hash ${bookHash}`,
    '',
    outlet.bold('Checked'),
    ...indented(checksText(checks, fund.series.baseCurrency)),
    '',
    ...exceptionsText(exceptions, outlet),
    ...idleText(idle, outlet),
    exceptions.length === 0 ? 'Everything ties.' : `Everything ties; ${countedExceptions(exceptions)}.`,
  ]
}

function checksText(checks: readonly Check[], currency: CheckedBook['book']['fund']['series']['baseCurrency']): string[] {
  const amount = (value: bigint): string => shownAmount(value, currency)
  return table(
    [
      { heading: '', align: 'left' },
      { heading: '', align: 'right' },
      { heading: '', align: 'left' },
    ],
    checks.map((check) => {
      const days = `on ${counted(check.days, 'day')}`
      switch (check.of) {
        case 'trial balance':
          return ['Debits = credits', amount(check.left), days]
        case 'journal':
          return ['The journal adds up to the trial balance', amount(check.left), days]
        case 'lots':
          return ['Lots = positions = account 1100, at cost', amount(check.left), days]
        case 'values':
          return ['Value less cost = account 1190', amount(check.left), days]
        case 'nav proof':
          return ['Residual of the NAV proof', amount(check.residual), days]
        case 'second path':
          return ['Net assets by the second path', amount(check.netAssets), days]
        case 'bridge':
          return ['Residual of the bridge to the reporting basis', amount(check.residual), days]
        case 'budget':
          return [
            `Charged to the budget ${check.budget}`,
            amount(check.charged),
            `of ${amount(check.budgeted)} for ${counted(check.days, 'day')}${check.isWithinTenth ? '' : ': more than 10% off'}`,
          ]
      }
    }),
  )
}

const exceptionsText = (exceptions: readonly ListedException[], outlet: Outlet): string[] =>
  exceptions.length === 0 ? [] : [outlet.bold('Exceptions'), ...indented(exceptions.flatMap((exception) => listedLines(exception, outlet))), '']

function checkedJson({ book: { fund }, read, checks, exceptions, idle }: CheckedBook, bookHash: string) {
  const { baseCurrency } = fund.series
  const { instruments, events, prices, policies, days, entries } = read
  const date = (value: Parameters<typeof formatCalendarDate>[0] | undefined): string | null => (value === undefined ? null : formatCalendarDate(value))
  return {
    fund: { id: fund.series.id, name: fund.series.name, currency: baseCurrency },
    bookHash,
    read: {
      instruments,
      events: Object.fromEntries(events.map(({ kind, count }) => [kind, count])),
      prices: { count: prices.count, from: date(prices.from), through: date(prices.through) },
      policies,
      days: { count: days.count, from: date(days.from), through: date(days.through) },
      entries,
    },
    checks: checks.map((check) => ({
      ...check,
      ...Object.fromEntries(Object.entries(check).flatMap(([name, value]) => (typeof value === 'bigint' ? [[name, plainAmount(value, baseCurrency)]] : []))),
    })),
    exceptions: exceptions.map(listedJson),
    idleDispositions: idle,
  }
}
