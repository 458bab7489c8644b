/** Halts of trading and delistings: what halts.csv holds. While one lasts, no quotation prices the security (R5.13). */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { date, type FieldContext, text } from '../values/field.ts'
import { type Issue } from '../values/issue.ts'
import { optional, readTable, required, type SourceRow, type SourceTable } from '../values/table.ts'
import { type InstrumentId, instrumentId } from '../reference/instrument.ts'

export const haltColumns = {
  instrument: required(instrumentId, 'What is halted: an id of instruments.csv.'),
  from: required(date, 'First day on which its market does not price it.'),
  through: optional(date, 'Last such day; without it, until further notice.'),
  reason: required(text, 'Why: halted on the filing for bankruptcy, delisted.'),
  source: required(text, 'Who says so.'),
} as const

/** One halt. Instrument and first day are its identity. */
export type Halt = {
  readonly instrument: InstrumentId
  readonly from: CalendarDate
  readonly through: CalendarDate | undefined
  readonly reason: string
  readonly supplier: string
  readonly source: SourceRow
}

export type HaltBook = { readonly on: (instrument: InstrumentId, date: CalendarDate) => Halt | undefined; readonly all: readonly Halt[] }

export const haltKey = ({ instrument, from }: Halt): string => `halt~${instrument}~${formatCalendarDate(from)}`

export const noHalts: HaltBook = { on: () => undefined, all: [] }

/** Reads halts.csv; two halts of one instrument on one day are an issue, and the second is left out. */
export function readHalts(
  table: SourceTable,
  isInstrument: (id: InstrumentId) => boolean,
  context: FieldContext,
): { readonly halts: HaltBook; readonly issues: readonly Issue[] } {
  const reading = readTable(haltColumns, table, context)
  const issues: Issue[] = [...reading.issues]
  const byInstrument = new Map<InstrumentId, Halt[]>()
  for (const { source, values } of reading.rows) {
    const { instrument, from, through, reason } = values
    const place = { file: source.file, row: source.row }
    const own = byInstrument.get(instrument) ?? []
    const clash = own.find((other) => from <= (other.through ?? from) && other.from <= (through ?? other.from))
    const issue = !isInstrument(instrument)
      ? unknownInstrument(place, instrument)
      : through !== undefined && through < from
        ? wrongDates(place, from, through)
        : clash === undefined
          ? undefined
          : overlap(place, clash)
    if (issue !== undefined) issues.push(issue)
    else byInstrument.set(instrument, [...own, { instrument, from, through, reason, supplier: values.source, source }])
  }
  const all = [...byInstrument.values()].flat()
  return {
    halts: {
      on: (instrument, day) => byInstrument.get(instrument)?.find(({ from, through }) => from <= day && (through === undefined || day <= through)),
      all,
    },
    issues,
  }
}

type At = { readonly file: string; readonly row: number }

const unknownInstrument = (place: At, id: InstrumentId): Issue => ({
  code: 'reference.unknown-instrument',
  place: { ...place, column: 'instrument' },
  found: `"${id}"`,
  needed: 'an id of instruments.csv',
  remedy: 'Add the instrument to instruments.csv, or correct the id.',
})

const wrongDates = (place: At, from: CalendarDate, through: CalendarDate): Issue => ({
  code: 'valuation.halt-dates',
  place: { ...place, column: 'through' },
  found: `through ${formatCalendarDate(through)}, from ${formatCalendarDate(from)}`,
  needed: '"through" on or after "from"',
  remedy: 'Correct one of the two dates.',
})

const overlap = (place: At, { source, from }: Halt): Issue => ({
  code: 'valuation.halt-dates',
  place: { ...place, column: 'from' },
  found: `a halt that begins while the one from ${formatCalendarDate(from)} (${source.file}:${source.row}) lasts`,
  needed: 'one halt of an instrument on any day',
  remedy: 'End the earlier halt the day before, or remove one of the two.',
})
