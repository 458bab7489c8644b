/** The identity of an exception: what it says, what of, and of which day. It is the same however often the books are kept. */
import { type Branded } from '../../values/branded.ts'
import { type CalendarDate, formatCalendarDate } from '../../values/calendar-date.ts'
import { type Field, text } from '../../values/field.ts'
import { type Issue } from '../../values/issue.ts'

/** `CODE~SUBJECT~DATE`: trade.amount-rounded~purchase-0001~2024-06-03. */
export type ExceptionId = Branded<string, 'ExceptionId'>

export const exceptionId = (code: string, subject: string, date: CalendarDate): ExceptionId => `${code}~${subject}~${formatCalendarDate(date)}` as ExceptionId

/** What the issue is about, in one word: its record, its instrument, another thing, or the place of the book that it stands at. */
export const subjectOf = ({ about, place }: Issue): string =>
  about?.record ?? about?.instrument ?? about?.currency ?? about?.item ?? (place.column === undefined ? place.file : `${place.file} ${place.column}`)

export const subjectField: Field<string> = { ...text, describes: 'what an exception is about, as printed', example: 'purchase-0001' }
