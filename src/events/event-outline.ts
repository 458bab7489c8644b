/** What of a record can be checked against the rest of the book, also where no more of it could be read. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type RecordId } from '../values/record-id.ts'
import { type UnreadableRow } from '../values/table.ts'
import { type ClassId } from '../reference/fund.ts'
import { type InstrumentId } from '../reference/instrument.ts'
import { type EventKind, eventKinds, type FundEvent, hasLines } from './event.ts'

/** Each part may be missing: of an event because its kind has no such part, of a row because it could not be read. */
export type EventOutline = {
  readonly kind: EventKind
  readonly source: RowPlace
  readonly id: RecordId | undefined
  readonly effectiveDate: CalendarDate | undefined
  /** Each instrument it names, with the row that does. */
  readonly instruments: readonly NamedInstrument[]
  /** Each class it names, with the row that does. */
  readonly classes: readonly NamedClass[]
  /** The record that a settlement or a reclaim is of. */
  readonly of: RecordId | undefined
}

export type RowPlace = { readonly file: string; readonly row: number }
export type NamedInstrument = { readonly instrument: InstrumentId; readonly source: RowPlace }
export type NamedClass = { readonly classId: ClassId; readonly source: RowPlace }

export function outlineOf(event: FundEvent): EventOutline {
  const { kind, source, id, effectiveDate } = event
  return {
    kind,
    source,
    id,
    effectiveDate,
    instruments: instrumentsOf(event),
    classes: classesOf(event),
    of: 'of' in event.payload ? event.payload.of : undefined,
  }
}

function instrumentsOf({ payload, source }: FundEvent): readonly NamedInstrument[] {
  if ('instrument' in payload) return [{ instrument: payload.instrument, source }]
  return 'lines' in payload ? payload.lines.flatMap((line) => ('instrument' in line ? [line] : [])) : []
}

function classesOf(event: FundEvent): readonly NamedClass[] {
  if ('classId' in event.payload && event.payload.classId !== undefined) return [{ classId: event.payload.classId, source: event.source }]
  if (event.kind !== 'manual-entry') return []
  return event.payload.lines.flatMap(({ classId, source }) => (classId === undefined ? [] : [{ classId, source }]))
}

/** One outline a record: the lines of an entry by hand or of a basket share their id, and the first of them that can be read gives the date. */
export function outlinesOfRows(kind: EventKind, rows: readonly UnreadableRow[]): readonly EventOutline[] {
  const records = hasLines(kind) ? [...Map.groupBy(rows, (row) => row.values['id'] ?? row).values()] : rows.map((row) => [row])
  return records.map((ofRecord) => outlineOfRows(kind, ofRecord))
}

/** The columns are those of the kind, which the compiler does not see here. */
function outlineOfRows(kind: EventKind, ofRecord: readonly UnreadableRow[]): EventOutline {
  const { dateColumn } = eventKinds[kind]
  const rows = ofRecord.toSorted((left, right) => left.place.row - right.place.row) as [UnreadableRow, ...UnreadableRow[]]
  const { place, values } = rows.find((row) => row.values[dateColumn] !== undefined) ?? rows[0]
  return {
    kind,
    source: place,
    id: values['id'] as RecordId | undefined,
    effectiveDate: values[dateColumn] as CalendarDate | undefined,
    instruments: rows.flatMap((row) =>
      row.values['instrument'] === undefined ? [] : [{ instrument: row.values['instrument'] as InstrumentId, source: row.place }],
    ),
    classes: rows.flatMap((row) => (row.values['class'] === undefined ? [] : [{ classId: row.values['class'] as ClassId, source: row.place }])),
    of: values['of'] as RecordId | undefined,
  }
}
