/** The exceptions of a range of days, open ones first of all: what a person must decide before the strikes are clear. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Issue } from '../values/issue.ts'
import { isBlocking, isOpen, type ListedException } from '../nav/exceptions/standing.ts'
import { type BooksAsOf } from './books-as-of.ts'
import { type Gate, gatesOf } from './gates.ts'
import { type Excepted, exceptionsOf } from './exceptions.ts'

export type ListedExceptions = {
  readonly open: readonly ListedException[]
  readonly disposed: readonly ListedException[]
  /** Dispositions that hold for nothing. */
  readonly idle: readonly Issue[]
  /** The NAV of the day asked for. */
  readonly last: Excepted
  readonly gates: readonly Gate[]
  /** Whether a strike of the range is kept from being clear, or a disposition holds for nothing. */
  readonly isWaiting: boolean
}

/** Of the strikes from `from` (the first day where undefined) through the day asked for. */
export function listExceptions(books: BooksAsOf, from: CalendarDate | undefined): ListedExceptions {
  const { on, listed, issues: idle, reconciliation } = exceptionsOf(books)
  const last = on(books.nav.date, 'nav')
  const inRange = from === undefined ? listed : listed.filter(({ through }) => through >= from)
  const open = inRange.filter(isOpen)
  return {
    open,
    disposed: inRange.filter((exception) => !isOpen(exception)),
    idle,
    last,
    gates: gatesOf(books.nav.date, last.exceptions, reconciliation),
    isWaiting: open.some(isBlocking) || idle.length > 0,
  }
}
