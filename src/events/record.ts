/**
 * A record: something that can change a number, as its source stated it. The book is a set of records; everything else
 * is computed from them and can be thrown away (R0.7, R12.12).
 */
import { type Branded } from '../values/branded.ts'
import { type CalendarDate } from '../values/calendar-date.ts'
import { text } from '../values/field.ts'
import { type RecordId, recordId } from '../values/record-id.ts'
import { optional, required, type SourceRow } from '../values/table.ts'

/** Whose records they are: a fund (its series id) or a market source. */
export type StreamId = Branded<string, 'StreamId'>

export type RecordHeader<Kind extends string> = {
  readonly id: RecordId
  readonly stream: StreamId
  readonly kind: Kind
  /** The market's date: trade, ex, accrual or posting date. */
  readonly effectiveDate: CalendarDate
  readonly source: SourceRow
  /** Who entered it; 'book' where the source does not say. */
  readonly actor: string
  /** The record that this one replaces from the moment it is known. */
  readonly corrects?: RecordId | undefined
}

/** The columns that every event file has. */
export const headerColumns = {
  id: required(recordId, 'Identity of the record, unique in the book; "tieout check --assign-ids" fills missing ones.'),
  entered_by: optional(text, 'Who entered the record.'),
} as const

export const UNKNOWN_ACTOR = 'book'
