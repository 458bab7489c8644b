import { readFileSync } from 'node:fs'
import { type CalendarDate, formatCalendarDate } from '../../values/calendar-date.ts'
import { type Decimal, formatDecimal, parseDecimal } from '../../values/decimal.ts'
import { type Issue } from '../../values/issue.ts'
import { type SourceRow, type SourceTable } from '../../values/table.ts'
import { type CsvReading, readCsv } from '../../book/csv.ts'
import { compareBook, type Comparison, type ComparedBook } from '../../app/compare/compare-book.ts'
import { type AgainstKind } from '../../app/compare/against-file.ts'
import { type Basis } from '../../app/vocabulary.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { readBook } from '../read-book.ts'
import { jsonHeader, type OutputOptions, refuseBook, writeJson } from '../reading-command.ts'
import { type Terminal } from '../terminal.ts'
import { comparedText, verdictLine } from './compare-text.ts'

export type CompareOptions = OutputOptions & {
  readonly against: readonly string[]
  readonly kind?: AgainstKind
  readonly accounts?: string
  readonly basis?: Basis
  readonly from?: CalendarDate
  readonly through?: CalendarDate
  readonly worst: number
  readonly toleranceBp?: string
  readonly medianBp?: string
  readonly p90Bp?: string
  readonly cumulativeBp?: string
  readonly levelBp?: string
}

/** `tieout compare BOOK --against FILE`: an incumbent's figures beside ours, each difference attributed. */
export function runCompare(terminal: Terminal, path: string, options: CompareOptions): ExitCode {
  const opened = readBook(path)
  const { book } = opened
  if (book === undefined) return refuseBook(terminal, path, 'compare', options, opened.issues)
  const read = (file: string): CsvReading => readCsv(file, readFileSync(file))
  const files = options.against.map(read)
  const accounts = options.accounts === undefined ? undefined : read(options.accounts)
  const unreadable: readonly Issue[] = [...files, ...(accounts === undefined ? [] : [accounts])].flatMap(({ issues }) => issues)
  if (unreadable.length > 0) return refuseBook(terminal, path, 'compare', options, unreadable)

  const answer = compareBook(
    { ...opened, book },
    {
      files: files.flatMap(({ table }): SourceTable[] => (table === undefined ? [] : [table])),
      kind: options.kind,
      accounts: accounts?.table,
      basis: options.basis,
      from: options.from,
      through: options.through,
      tolerances: {
        largest: bpOf(options.toleranceBp),
        median: bpOf(options.medianBp),
        ninetieth: bpOf(options.p90Bp),
        cumulative: bpOf(options.cumulativeBp),
        level: bpOf(options.levelBp),
      },
    },
  )
  if (!answer.ok) return refuseBook(terminal, path, 'compare', options, answer.issues)
  const { compared } = answer
  const beyond = compared.verdicts.filter(({ isWithin }) => !isWithin)
  if (options.json) writeJson(terminal, { ...jsonHeader('compare', path, []), ...comparedJson(compared) })
  else if (!options.quiet) terminal.out.write(comparedText(compared, book, path, options.worst, terminal.out))
  if (!options.json) terminal.err.write(beyond.map((verdict) => `${terminal.err.alarming('BEYOND TOLERANCE')} ${verdictLine(verdict)}`))
  return beyond.length > 0 ? exitCodes.breaks : exitCodes.allWell
}

/** The program has seen to it that it is a number. */
const bpOf = (text: string | undefined): Decimal | undefined => (text === undefined ? undefined : parseDecimal(text))

const rowJson = ({ file, row }: SourceRow) => ({ file, row })
const orNull = (value: Decimal | undefined): string | null => (value === undefined ? null : formatDecimal(value))

const comparedJson = ({ comparisons, unreadColumns, verdicts }: ComparedBook) => ({
  comparisons: comparisons.map((comparison) => ({
    kind: comparison.kind,
    file: comparison.file,
    basis: comparison.basis,
    unreadColumns: unreadColumns.get(comparison.file) ?? [],
    ...partsJson(comparison),
  })),
  verdicts: verdicts.map(({ file, measure, value, tolerance, isWithin }) => ({
    file,
    measure,
    value: formatDecimal(value),
    tolerance: formatDecimal(tolerance),
    isWithin,
  })),
})

function partsJson(comparison: Comparison) {
  switch (comparison.kind) {
    case 'navs':
      return {
        measured: comparison.measured,
        distribution:
          comparison.distribution === undefined
            ? null
            : {
                days: comparison.distribution.days,
                medianBp: formatDecimal(comparison.distribution.median),
                p90Bp: formatDecimal(comparison.distribution.ninetieth),
                largestBp: formatDecimal(comparison.distribution.largest.bp),
                largestOn: formatCalendarDate(comparison.distribution.largest.date),
              },
        cumulativeBp: formatDecimal(comparison.cumulative),
        largestLevelBp: formatDecimal(comparison.largestLevel),
        days: comparison.days.map(({ date, classId, source, ours, theirs, level, daily, parts, others }) => ({
          date: formatCalendarDate(date),
          class: classId,
          source: rowJson(source),
          ours: formatDecimal(ours),
          theirs: formatDecimal(theirs),
          levelBp: formatDecimal(level),
          dailyBp: formatDecimal(daily),
          parts: parts.map(({ cause, bp, because }) => ({ cause, bp: formatDecimal(bp), because })),
          others: others.map((other) => ({ ...other, ours: formatDecimal(other.ours), theirs: formatDecimal(other.theirs) })),
        })),
        notCompared: comparison.notCompared.map(({ source, date, why }) => ({ date: formatCalendarDate(date), source: rowJson(source), why })),
      }
    case 'positions':
      return {
        days: comparison.days.map(formatCalendarDate),
        compared: comparison.compared,
        matchedBy: Object.fromEntries(comparison.matchedBy),
        differences: comparison.differences.map(({ date, instrument, name, sources, figure, ours, theirs, cause, because, effect, bp }) => ({
          date: formatCalendarDate(date),
          instrument,
          name,
          sources: sources.map(rowJson),
          figure,
          ours: formatDecimal(ours),
          theirs: formatDecimal(theirs),
          cause,
          because,
          effect: orNull(effect),
          bp: orNull(bp),
        })),
        unmatched: comparison.unmatched.map(({ names, several, rows, first, isHeld }) => ({
          names: Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined)),
          several,
          rows,
          first: rowJson(first),
          isHeld,
        })),
        notCompared: comparison.notCompared.map(({ date, rows, why }) => ({ date: formatCalendarDate(date), rows, why })),
      }
    case 'trial-balance':
      return {
        days: comparison.days.map(formatCalendarDate),
        compared: comparison.compared,
        differences: comparison.differences.map(({ date, account, sources, ours, theirs, cause, because, bp }) => ({
          date: formatCalendarDate(date),
          account: account.code,
          name: account.name,
          sources: sources.map(rowJson),
          ours: formatDecimal(ours),
          theirs: formatDecimal(theirs),
          cause,
          because,
          bp: orNull(bp),
        })),
        unmatched: comparison.unmatched.map(({ account, name, rows, first, hasBalance }) => ({
          account,
          name: name ?? null,
          rows,
          first: rowJson(first),
          hasBalance,
        })),
        notCompared: comparison.notCompared.map(({ date, rows, why }) => ({ date: formatCalendarDate(date), rows, why })),
      }
  }
}
