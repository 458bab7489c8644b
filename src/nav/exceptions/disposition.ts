/**
 * Dispositions: what a person decided about an exception, with the reason, the evidence, the name and the time (R5.12).
 * They are given beside the records and change no number: what they change is whether a strike is clear.
 */
import { type CalendarDate, formatCalendarDate } from '../../values/calendar-date.ts'
import { choice, date, type FieldContext, identifier, text, timeOfDay, yesOrNo } from '../../values/field.ts'
import { type Issue } from '../../values/issue.ts'
import { optional, readTable, required, type RowOf, type SourceRow, type SourceTable } from '../../values/table.ts'
import { type ExceptionId, exceptionId, subjectField } from './exception-id.ts'

export const dispositionKinds = ['cleared', 'accepted', 'timing', 'corrected'] as const
export type DispositionKind = (typeof dispositionKinds)[number]

export const dispositionColumns = {
  date: required(date, 'Date of the exception, as "tieout exceptions" prints it: the day it is of, or the first day it stood.'),
  code: required(identifier('the code of an exception', 'trade.amount-rounded'), 'Code of the exception.'),
  subject: required(subjectField, 'What it is about: the record, instrument, currency, class or policy, as printed.'),
  found: required(text, 'The facts decided upon, as printed behind "found". Where they change, the disposition holds no more.'),
  disposition: required(
    choice(dispositionKinds),
    'cleared: looked into, and right as it stands; accepted: left as it is, for the reason given; timing: both sides will agree without an entry; corrected: mended in the records, so that it stands no more.',
  ),
  reason: required(
    identifier('a reason code of the fund’s own', 'vendor-confirmed'),
    'Reason code, from the list that the fund keeps: vendor-confirmed, bank-charge.',
  ),
  evidence: required(text, 'What was looked at: a document, a call, a screen.'),
  by: required(text, 'Who decided.'),
  on: required(date, 'Day of the decision.'),
  time: required(timeOfDay, 'Time of the decision, where the books are kept.'),
  knowable: optional(
    yesOrNo,
    'For a fact learned after the net asset value: yes where it was known or could have been when that was struck, which makes a difference of a cent a share an error; no where it was not (R12.27).',
  ),
} as const

export const dispositionHeader = Object.keys(dispositionColumns)

export type Disposition = {
  readonly source: SourceRow
  readonly exception: ExceptionId
  /** Date of the exception. */
  readonly date: CalendarDate
  readonly code: string
  readonly subject: string
  readonly found: string
  readonly kind: DispositionKind
  readonly reason: string
  readonly evidence: string
  readonly by: string
  readonly on: CalendarDate
  readonly time: string
  /** R12.27; undefined where it was not said. */
  readonly isKnowable: boolean | undefined
}

export type ReadDispositions = { readonly dispositions: readonly Disposition[]; readonly issues: readonly Issue[] }

/** Reads the files; one that was made before its exception arose, or a second one of the same facts, is an issue and left out. */
export function readDispositions(tables: readonly SourceTable[], context: FieldContext): ReadDispositions {
  const issues: Issue[] = []
  const first = new Map<string, Disposition>()
  for (const table of tables) {
    const reading = readTable(dispositionColumns, table, context)
    issues.push(...reading.issues)
    for (const { source, values } of reading.rows) {
      const disposition = dispositionOf(source, values)
      const earlier = first.get(factsKey(disposition.exception, disposition.found))
      if (disposition.on < disposition.date) issues.push(early(disposition))
      else if (earlier !== undefined) issues.push(repeated(disposition, earlier))
      else first.set(factsKey(disposition.exception, disposition.found), disposition)
    }
  }
  return { dispositions: [...first.values()], issues }
}

/** One exception with one set of facts. */
export const factsKey = (exception: ExceptionId, found: string): string => `${exception} ${found}`

const dispositionOf = (source: SourceRow, row: RowOf<typeof dispositionColumns>): Disposition => ({
  source,
  exception: exceptionId(row.code, row.subject, row.date),
  date: row.date,
  code: row.code,
  subject: row.subject,
  found: row.found,
  kind: row.disposition,
  reason: row.reason,
  evidence: row.evidence,
  by: row.by,
  on: row.on,
  time: row.time,
  isKnowable: row.knowable,
})

const early = ({ source, exception, on, date: arose }: Disposition): Issue => ({
  code: 'exception.disposed-early',
  place: { file: source.file, row: source.row, column: 'on' },
  found: `a decision of ${formatCalendarDate(on)} about ${exception}`,
  needed: `${formatCalendarDate(arose)} or a later day: the exception is of that date`,
  remedy: 'Correct one of the two dates.',
})

const repeated = ({ source, exception }: Disposition, earlier: Disposition): Issue => ({
  code: 'exception.repeated-disposition',
  place: { file: source.file, row: source.row, column: 'subject' },
  found: `a second disposition of ${exception} for the same facts`,
  needed: `one; the first is ${earlier.source.file}:${earlier.source.row}`,
  remedy: 'Remove one of the two rows.',
})
