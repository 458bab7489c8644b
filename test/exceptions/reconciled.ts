// A small book held against what others say of it, and its breaks as lines to compare with.
import { booksAsOf, type BooksAsOf } from '../../src/app/books-as-of.ts'
import { type Excepted, exceptionsOf } from '../../src/app/exceptions.ts'
import { type ShownBreak, type ShownReconciliation, showReconciliation } from '../../src/app/show-reconciliation.ts'
import { causeText, figureText } from '../../src/reconciliation/cause.ts'
import { otherSide } from '../../src/reconciliation/break.ts'
import { isOpen } from '../../src/nav/exceptions/standing.ts'
import { formatCalendarDate } from '../../src/values/calendar-date.ts'
import { formatDecimal, withoutTrailingZeros } from '../../src/values/decimal.ts'
import { formatPlace } from '../../src/values/issue.ts'
import { type BookText, day, open } from '../support/book.ts'

export function booksOf(text: BookText, asOf: string): BooksAsOf {
  const answer = booksAsOf(open(text), { asOf: day(asOf), basis: 'nav', isReconciled: true })
  if (!answer.ok) throw new Error(answer.issues.map(({ place, code, found }) => `${formatPlace(place)} ${code}: ${found}`).join('\n'))
  return answer.books
}

export const reconciled = (text: BookText, asOf: string): ShownReconciliation => showReconciliation(booksOf(text, asOf))

/** The exceptions of the NAV of a day, as known on it. */
export const onNav = (text: BookText, on: string): Excepted => exceptionsOf(booksOf(text, on)).on(day(on), 'nav')

/** `cash USD: USD -10.00 since 2024-06-04, age 0, 0.0002 a share, open`, and under it why. */
export function breakText({ broken, age, isEscalated, exception }: ShownBreak): string {
  const { matter, subject, last, opened, closed, timing } = broken
  const impact = exception.impact === undefined ? 'unknown' : formatDecimal(withoutTrailingZeros(exception.impact.perShare, 4))
  const state = closed !== undefined ? `closed ${formatCalendarDate(closed)}` : isOpen(exception) ? 'open' : exception.disposition?.kind
  return [
    `${matter} ${subject}: ${figureText(last.difference, last.unit)} since ${formatCalendarDate(opened)}, age ${age}${isEscalated ? ' escalates' : ''}, ${impact} a share, ${state}`,
    ...[...timing, ...last.causes].map((cause) => `  ${causeText(cause, last.unit, otherSide[matter])}`),
  ].join('\n')
}

export const openBreaks = (text: BookText, asOf: string): readonly string[] => reconciled(text, asOf).open.map(breakText)
export const closedBreaks = (text: BookText, asOf: string): readonly string[] => reconciled(text, asOf).closed.map(breakText)

/** `2024-06-04 cash USD: 500000.00 = 500000.00`, of the last statements. */
export const agreed = (text: BookText, asOf: string): readonly string[] =>
  reconciled(text, asOf)
    .last.filter(({ agrees }) => agrees)
    .map(
      ({ date, matter, subject, theirs, ours, unit }) =>
        `${formatCalendarDate(date)} ${matter} ${subject}: ${figureText(theirs, unit)} = ${figureText(ours, unit)}`,
    )
