/** The reconciliation of a day for a reader: what agrees, and each break with its age, its effect and what was decided. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { controlsOn } from '../reference/policy.ts'
import { isOpen, type StandingException } from '../nav/exceptions/standing.ts'
import { ageOf, type Break } from '../reconciliation/break.ts'
import { type Comparison, isOfOneDay } from '../reconciliation/comparison.ts'
import { type GivenRecords } from '../reconciliation/given-records.ts'
import { type ReconciledItems } from '../reconciliation/reconcile.ts'
import { type BooksAsOf } from './books-as-of.ts'
import { exceptionsOf } from './exceptions.ts'

export type ShownReconciliation = {
  /** Of each matter and subject the last day on which somebody spoke of it. */
  readonly last: readonly Comparison[]
  readonly open: readonly ShownBreak[]
  readonly closed: readonly ShownBreak[]
  readonly items: readonly ReconciledItems[]
  /** Rows of statements of days after the one asked for. */
  readonly later: number
  /** Whether a break is open that nobody explained. */
  readonly isWaiting: boolean
}

export type ShownBreak = {
  readonly broken: Break
  /** Business days. */
  readonly age: number
  /** Older than the fund lets a break be (R12.2). */
  readonly isEscalated: boolean
  /** As it stood last, with its impact and what was decided. */
  readonly exception: StandingException
}

export function showReconciliation(books: BooksAsOf): ShownReconciliation {
  const { reconciliation, ofBreaks } = exceptionsOf(books)
  const { comparisons, breaks, items } = reconciliation
  const { breakDays } = controlsOn(books.book.fund.policies, books.asOf)
  const shown = breaks.flatMap((broken): readonly ShownBreak[] => {
    const exception = ofBreaks.get(broken)
    if (exception === undefined) return []
    const age = ageOf(broken, books.asOf)
    return [{ broken, age, isEscalated: broken.closed === undefined && age > breakDays, exception }]
  })
  const isPast = ({ broken, exception }: ShownBreak): boolean => broken.closed !== undefined || (isOfOneDay(broken.matter) && !isOpen(exception))
  const open = shown.filter((each) => !isPast(each))
  return {
    last: lastOf(comparisons),
    open,
    closed: shown.filter(isPast),
    items,
    later: laterThan(books.evidence.given, books.asOf),
    isWaiting: open.some(({ exception }) => isOpen(exception)),
  }
}

const laterThan = ({ cash, items, positions, shares, trades }: GivenRecords, asOf: CalendarDate): number =>
  [cash, items, positions, shares, trades].flat().filter(({ date }) => date > asOf).length

function lastOf(comparisons: readonly Comparison[]): readonly Comparison[] {
  const lastDay = new Map<string, CalendarDate>()
  for (const { matter, date } of comparisons) lastDay.set(matter, date)
  return comparisons.filter(({ matter, date }) => lastDay.get(matter) === date)
}
