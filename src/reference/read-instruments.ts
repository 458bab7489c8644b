import { type FieldContext } from '../values/field.ts'
import { type Issue } from '../values/issue.ts'
import { readTable, type SourceTable, type UnreadableRow } from '../values/table.ts'
import { type Instrument, instrumentColumns, type InstrumentId, instrumentOf } from './instrument.ts'

export type ReadInstruments = {
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>
  readonly unreadable: readonly UnreadableRow[]
  readonly issues: readonly Issue[]
}

/** Reads instruments.csv; a second row with the same id is an issue and is left out. */
export function readInstruments(table: SourceTable, context: FieldContext): ReadInstruments {
  const reading = readTable(instrumentColumns, table, context)
  const issues: Issue[] = [...reading.issues]
  const instruments = new Map<InstrumentId, Instrument>()
  for (const { source, values } of reading.rows) {
    const earlier = instruments.get(values.id)
    if (earlier === undefined) instruments.set(values.id, instrumentOf(source, values))
    else
      issues.push({
        code: 'record.repeated-id',
        place: { file: source.file, row: source.row, column: 'id' },
        found: `id "${values.id}" a second time`,
        needed: `an id of its own; line ${earlier.source.row} has this one`,
        remedy: 'Remove the row if it is the same instrument once more; if not, give one of the two another id.',
      })
  }
  return { instruments, unreadable: reading.unreadable, issues }
}
