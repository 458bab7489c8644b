/** Levels of indices and other benchmarks: what benchmarks/*.csv hold. Moves of prices and of the NAV are compared with theirs. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Decimal } from '../values/decimal.ts'
import { anyDecimal, date, type FieldContext, text } from '../values/field.ts'
import { type Issue } from '../values/issue.ts'
import { readTable, required, type SourceRow, type SourceTable } from '../values/table.ts'
import { notOpenOn } from '../reference/closed-day.ts'
import { benchmarkId } from '../reference/policy.ts'

export const benchmarkColumns = {
  date: required(date, 'Day of the level, on which the exchange is open.'),
  benchmark: required(benchmarkId, 'Short name of the benchmark, as policies name it.'),
  level: required(anyDecimal, 'Its level at the close, above zero, as published. Moves are ratios of levels, so any base will do.'),
  source: required(text, 'Who publishes or supplied it.'),
} as const

/** One level. Benchmark and day are its identity. */
export type BenchmarkLevel = {
  readonly benchmark: string
  readonly date: CalendarDate
  readonly level: Decimal
  readonly supplier: string
  readonly source: SourceRow
}

export type BenchmarkBook = {
  readonly on: (benchmark: string, date: CalendarDate) => BenchmarkLevel | undefined
  readonly count: number
  readonly all: () => Iterable<BenchmarkLevel>
}

export const benchmarkKey = ({ benchmark, date: on }: Pick<BenchmarkLevel, 'benchmark' | 'date'>): string => `benchmark~${benchmark}~${formatCalendarDate(on)}`

/** Reads the benchmark files; a second level of one day, a level of zero or a day on which the exchange was closed is an issue, and the row is left out. */
export function readBenchmarks(
  tables: readonly SourceTable[],
  context: FieldContext,
): { readonly benchmarks: BenchmarkBook; readonly issues: readonly Issue[] } {
  const issues: Issue[] = []
  const byKey = new Map<string, BenchmarkLevel>()
  for (const table of tables) {
    const reading = readTable(benchmarkColumns, table, context)
    for (const issue of reading.issues) issues.push(issue)
    for (const { source, values } of reading.rows) {
      const place = { file: source.file, row: source.row }
      const closed = notOpenOn(values.date)
      const first = byKey.get(benchmarkKey(values))
      if (closed !== undefined) issues.push({ place: { ...place, column: 'date' }, ...closed })
      if (values.level.units === 0n) issues.push(zeroLevel(place))
      else if (closed !== undefined) continue
      else if (first !== undefined) issues.push(repeated(place, first))
      else byKey.set(benchmarkKey(values), { benchmark: values.benchmark, date: values.date, level: values.level, supplier: values.source, source })
    }
  }
  return { benchmarks: { on: (benchmark, on) => byKey.get(benchmarkKey({ benchmark, date: on })), count: byKey.size, all: () => byKey.values() }, issues }
}

type At = { readonly file: string; readonly row: number }

const zeroLevel = (place: At): Issue => ({
  code: 'field.sign',
  place: { ...place, column: 'level' },
  found: '"0"',
  needed: 'a number above zero',
  remedy: 'Give the level as published, or leave the row out.',
})

const repeated = (place: At, { benchmark, date: on, source }: BenchmarkLevel): Issue => ({
  code: 'record.repeated-benchmark',
  place,
  found: `a second level of ${benchmark} on ${formatCalendarDate(on)}`,
  needed: `one; the first is ${source.file}:${source.row}`,
  remedy: 'Remove one of the two rows.',
})
