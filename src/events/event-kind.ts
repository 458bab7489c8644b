/** What each kind of event says of itself: its file's columns, and how a row becomes a record. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Issue } from '../values/issue.ts'
import { type Currency } from '../values/currency.ts'
import { type FieldContext } from '../values/field.ts'
import { type Columns, type ReadRow, type RowOf, type SourceRow } from '../values/table.ts'
import { type InstrumentId } from '../reference/instrument.ts'
import { type headerColumns, type RecordHeader, type StreamId, UNKNOWN_ACTOR } from './record.ts'

type EventColumns = Columns & typeof headerColumns

export type EventKindOf<Kind extends string, Specification extends EventColumns, Payload> = {
  readonly kind: Kind
  /** One sentence for the documentation of the book format. */
  readonly doc: string
  readonly columns: Specification
  /** The column that holds the effective date. */
  readonly dateColumn: string
  /** Place in the order of booking inside one effective date (R6.4). */
  readonly rank: BookingRank
  /** Whether it can happen only on a day on which the exchange is open. */
  readonly isOfBusinessDay: boolean
  /** Several rows that share an id are one record. */
  readonly hasLines?: true
  /** The records of one file's readable rows, and what is wrong with them in themselves. */
  readonly decode: (rows: readonly ReadRow<Specification>[], context: DecodingContext) => Decoded<RecordHeader<Kind> & { readonly payload: Payload }>
}

/**
 * R6.4: what a fund is taken on with; corporate actions effective at the open; entitlements by the position at the close
 * before; fund shares; purchases; sales; income and expense; cash that moves; entries by hand.
 */
export const bookingRanks = {
  opening: 0,
  'corporate action': 1,
  entitlement: 2,
  capital: 3,
  purchase: 4,
  sale: 5,
  'income and expense': 6,
  settlement: 7,
  'manual entry': 8,
} as const
export type BookingRank = keyof typeof bookingRanks

/** Whose records the rows are, and the currency of their bare amounts. */
export type DecodingContext = FieldContext & {
  readonly stream: StreamId
  /** The currency in which an instrument trades; undefined where there is no such instrument. */
  readonly currencyOf: (instrument: InstrumentId) => Currency | undefined
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
  readonly rank: BookingRank
  readonly isOfBusinessDay: boolean
  readonly issues: (row: RowOf<Specification>, source: SourceRow, context: DecodingContext) => readonly Issue[]
  /** Called only where there is no issue. */
  readonly payload: (row: RowOf<Specification>, context: DecodingContext) => Payload
}): EventKindOf<Kind, Specification, Payload> {
  const { kind, doc, columns, dateColumn, rank, isOfBusinessDay } = specification
  return {
    kind,
    doc,
    columns,
    dateColumn,
    rank,
    isOfBusinessDay,
    decode: (rows, context) => {
      const issues: Issue[] = []
      const events = rows.flatMap(({ source, values }) => {
        const found = specification.issues(values, source, context)
        for (const issue of found) issues.push(issue)
        if (found.length > 0) return []
        const header = values as RowOf<typeof headerColumns>
        return [
          {
            id: header.id,
            stream: context.stream,
            kind,
            effectiveDate: values[dateColumn] as CalendarDate,
            source,
            actor: header.entered_by ?? UNKNOWN_ACTOR,
            payload: specification.payload(values, context),
          },
        ]
      })
      return { events, issues }
    },
  }
}
