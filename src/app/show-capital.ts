/** The roll of fund shares and capital of each class over a range of days, on the basis asked for. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { onOrAfter } from '../reference/nyse-calendar.ts'
import { type CapitalRoll, capitalRoll } from '../nav/capital-roll.ts'
import { type BooksAsOf } from './books-as-of.ts'

export type { CapitalMove, CapitalRoll, CapitalStock, CapitalTerm } from '../nav/capital-roll.ts'

export type ShownCapital = { readonly from: CalendarDate; readonly rolls: readonly CapitalRoll[] }

/** From the first day of the books where no other is given. On the NAV basis an order counts in the net asset value that it is in first. */
export function showCapital({ book, basis, day, replay }: BooksAsOf, from: CalendarDate | undefined): ShownCapital {
  const first = onOrAfter(book.fund.series.booksFrom)
  const begin = from === undefined || from < first ? first : from
  const rolled = {
    entries: basis === 'nav' ? replay.journal : [...replay.journal, ...day.entries],
    dateOf:
      basis === 'nav'
        ? ({ navDate }: { readonly navDate: CalendarDate }) => navDate
        : ({ effectiveDate }: { readonly effectiveDate: CalendarDate }) => effectiveDate,
    from: begin,
    balances: day.state.balances,
    outstanding: day.state.outstanding,
  }
  return { from: begin, rolls: book.fund.classes.map(({ id }) => capitalRoll(id, rolled)) }
}
