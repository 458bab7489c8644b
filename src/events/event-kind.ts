/** What each kind of event says of itself: its file's columns, and how a row becomes a record. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Issue } from '../values/issue.ts'
import { type FieldContext } from '../values/field.ts'
import { type Columns, type ReadRow, type RowOf, type SourceRow } from '../values/table.ts'
import { type headerColumns, type RecordHeader, type StreamId, UNKNOWN_ACTOR } from './record.ts'

type EventColumns = Columns & typeof headerColumns

export type EventKindOf<Kind extends string, Specification extends EventColumns, Payload> = {
  readonly kind: Kind
  /** One sentence for the documentation of the book format. */
  readonly doc: string
  readonly columns: Specification
  /** The column that holds the effective date. */
  readonly dateColumn: string
  /** The records of one file's readable rows, and what is wrong with them in themselves. */
  readonly decode: (rows: readonly ReadRow<Specification>[], context: DecodingContext) => Decoded<RecordHeader<Kind> & { readonly payload: Payload }>
}

/** Whose records the rows are, and the currency of their bare amounts. */
export type DecodingContext = FieldContext & {
  readonly stream: StreamId
  /** What stands in the rows of the file that could not be read: a record with one of these as its id may not be whole. */
  readonly unreadable?: ReadonlySet<string>
}

export type Decoded<Event> = { readonly events: readonly Event[]; readonly issues: readonly Issue[] }

/** A kind whose rows are each one record. */
export function eventKind<const Kind extends string, Specification extends EventColumns, Payload>(specification: {
  readonly kind: Kind
  readonly doc: string
  readonly columns: Specification
  readonly dateColumn: keyof Specification & string
  readonly issues: (row: RowOf<Specification>, source: SourceRow) => readonly Issue[]
  readonly payload: (row: RowOf<Specification>) => Payload
}): EventKindOf<Kind, Specification, Payload> {
  const { kind, doc, columns, dateColumn } = specification
  return {
    kind,
    doc,
    columns,
    dateColumn,
    decode: (rows, { stream }) => {
      const issues: Issue[] = []
      const events = rows.flatMap(({ source, values }) => {
        const found = specification.issues(values, source)
        issues.push(...found)
        if (found.length > 0) return []
        const header = values as RowOf<typeof headerColumns>
        return [
          {
            id: header.id,
            stream,
            kind,
            effectiveDate: values[dateColumn] as CalendarDate,
            source,
            actor: header.entered_by ?? UNKNOWN_ACTOR,
            payload: specification.payload(values),
          },
        ]
      })
      return { events, issues }
    },
  }
}
