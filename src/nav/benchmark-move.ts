/** The move of a benchmark in a day, with which prices and the net asset value are compared (R5.12, R12.11). */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Issue } from '../values/issue.ts'
import { type SourceRow } from '../values/table.ts'
import { type BenchmarkBook } from '../market/benchmark-book.ts'
import { type RateBook } from '../market/rate-book.ts'
import { type Move } from '../valuation/impact.ts'
import { type MarkContext } from './mark.ts'

/** What the checks of a day look into. */
export type CheckContext = MarkContext & { readonly rates: RateBook; readonly benchmarks: BenchmarkBook }

/** The change of a benchmark from the business day before; undefined where one of the two levels is not there. */
export function benchmarkMove(benchmarks: BenchmarkBook, name: string, date: CalendarDate, yesterday: CalendarDate | undefined): Move | undefined {
  const [before, after] = [yesterday === undefined ? undefined : benchmarks.on(name, yesterday), benchmarks.on(name, date)]
  return before === undefined || after === undefined ? undefined : { before: before.level, after: after.level }
}

/** `policy` is the row of the entry that names the benchmark. */
export const missingLevel = (name: string, date: CalendarDate, policy: SourceRow): Issue => ({
  code: 'valuation.benchmark-missing',
  place: { file: 'benchmarks/', column: name },
  found: `no level of ${name} on ${formatCalendarDate(date)} or on the business day before`,
  needed: `both, since a policy compares with it (${policy.file}:${policy.row})`,
  remedy: 'Add the levels to a file in benchmarks/ (date, benchmark, level, source), or take the benchmark out of the policy.',
  about: { date: formatCalendarDate(date) },
})
