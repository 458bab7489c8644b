import { type FieldContext } from '../values/field.ts'
import { type Issue } from '../values/issue.ts'
import { unitValueOf } from '../values/quote-unit.ts'
import { readTable, type RowOf, type SourceRow, type SourceTable, type UnreadableRow } from '../values/table.ts'
import { type Instrument, instrumentColumns, type InstrumentId, instrumentOf } from './instrument.ts'

export type ReadInstruments = {
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>
  readonly unreadable: readonly UnreadableRow[]
  readonly issues: readonly Issue[]
}

/** Reads instruments.csv; a second row with the same id, or one with a quote unit of another currency, is an issue and is left out. */
export function readInstruments(table: SourceTable, context: FieldContext): ReadInstruments {
  const reading = readTable(instrumentColumns, table, context)
  const issues: Issue[] = [...reading.issues]
  const unreadable: UnreadableRow[] = [...reading.unreadable]
  const instruments = new Map<InstrumentId, Instrument>()
  for (const { source, values } of reading.rows) {
    const earlier = instruments.get(values.id)
    const unit = foreignUnit(source, values)
    if (unit !== undefined) {
      issues.push(unit)
      unreadable.push({ place: { file: source.file, row: source.row }, cells: { id: values.id }, values: {} })
    } else if (earlier === undefined) instruments.set(values.id, instrumentOf(source, values))
    else
      issues.push({
        code: 'record.repeated-id',
        place: { file: source.file, row: source.row, column: 'id' },
        found: `id "${values.id}" a second time`,
        needed: `an id of its own; line ${earlier.source.row} has this one`,
        remedy: 'Remove the row if it is the same instrument once more; if not, give one of the two another id.',
      })
  }
  return { instruments, unreadable, issues }
}

function foreignUnit({ file, row }: SourceRow, { quote_unit: unit, currency }: RowOf<typeof instrumentColumns>): Issue | undefined {
  const own = unit === undefined ? currency : unitValueOf(unit).currency
  if (own === currency) return undefined
  return {
    code: 'reference.quote-unit',
    place: { file, row, column: 'quote_unit' },
    found: `${unit}, a unit of ${own}`,
    needed: `a unit of ${currency}, the currency of the instrument, or nothing`,
    remedy: 'Correct one of the two.',
  }
}
