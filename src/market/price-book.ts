/** All price observations of a book, found by instrument and day; each knows its row. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type FieldContext } from '../values/field.ts'
import { type Issue, mostLike } from '../values/issue.ts'
import { type Price } from '../values/scaled.ts'
import { readTable, type RowOf, type SourceRow, type SourceTable, type UnreadableRow } from '../values/table.ts'
import { notOpenOn } from '../reference/closed-day.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { priceColumns, type PriceType } from './price.ts'

/** One observation. Its natural key (instrument, date, source, type) is its identity. */
export type PriceObservation = {
  readonly instrument: InstrumentId
  readonly date: CalendarDate
  readonly price: Price
  readonly type: PriceType
  readonly supplier: string
  readonly source: SourceRow
}

export type PriceBook = {
  /** Observations of one instrument on one day, in order of supplier and type. */
  readonly on: (instrument: InstrumentId, date: CalendarDate) => readonly PriceObservation[]
  /** The latest day with any observation, or undefined where there is none. */
  readonly lastDate: CalendarDate | undefined
  readonly count: number
  readonly all: () => Iterable<PriceObservation>
}

/** `price~INSTRUMENT~DATE~SOURCE~TYPE`: how a derivation names an observation. */
export const priceKey = ({ instrument, date, supplier, type }: PriceObservation): string =>
  `price~${instrument}~${formatCalendarDate(date)}~${supplier}~${type}`

export type ReadPrices = { readonly prices: PriceBook; readonly unreadable: readonly NamedCells[]; readonly issues: readonly Issue[] }

/** Of a row that gave no observation, the cells that may name its instrument. */
type NamedCells = Pick<UnreadableRow, 'cells'>

/**
 * Reads the price files; a repeated natural key, an unknown instrument, another currency or a day on which the exchange was closed
 * is an issue, and the row is left out. An instrument that `isUnreadInstrument` is left out without one, for it has its own.
 */
export function readPrices(
  tables: readonly SourceTable[],
  instruments: ReadonlyMap<InstrumentId, Instrument>,
  context: FieldContext,
  isUnreadInstrument: (id: string) => boolean = () => false,
): ReadPrices {
  const issues: Issue[] = []
  const unreadable: NamedCells[] = []
  const likely = new Map<string, string | undefined>() // A misspelt name may stand on every day.
  const days = new Map<CalendarDate, Map<InstrumentId, PriceObservation | PriceObservation[]>>()
  let lastDate: CalendarDate | undefined
  let count = 0

  /** Reports what is wrong with the values by themselves; `values` are those that could be read. True where nothing is. */
  const isSound = (place: { readonly file: string; readonly row: number }, values: Partial<RowOf<typeof priceColumns>>): boolean => {
    const before = issues.length
    const { date, instrument: id, currency } = values
    const closed = date === undefined ? undefined : notOpenOn(date)
    if (closed !== undefined) issues.push({ place: { ...place, column: 'date' }, ...closed })
    const instrument = id === undefined ? undefined : instruments.get(id)
    if (instrument !== undefined && currency !== undefined && currency !== instrument.currency) {
      issues.push({
        code: 'valuation.price-currency',
        place: { ...place, column: 'currency' },
        found: currency,
        needed: `${instrument.currency}, the currency of ${instrument.id}`,
        remedy: 'Give the price in the currency of the instrument, or correct instruments.csv.',
      })
    }
    if (id !== undefined && instrument === undefined && !isUnreadInstrument(id)) {
      if (!likely.has(id)) likely.set(id, mostLike(id, instruments.keys()))
      const meant = likely.get(id)
      issues.push({
        code: 'reference.unknown-instrument',
        place: { ...place, column: 'instrument' },
        found: `"${id}"`,
        needed: 'an id of instruments.csv',
        remedy: meant === undefined ? 'Add the instrument to instruments.csv, or correct the id.' : `Did you mean "${meant}"?`,
      })
    }
    return issues.length === before
  }

  for (const table of tables) {
    const reading = readTable(priceColumns, table, context)
    // One by one: a file of a million rows can have as many, too many for the arguments of a call.
    for (const issue of reading.issues) issues.push(issue)
    for (const row of reading.unreadable) {
      unreadable.push(row)
      isSound(row.place, row.values)
    }
    for (const { source, values } of reading.rows) {
      const place = { file: source.file, row: source.row }
      const instrument = instruments.get(values.instrument)
      if (!isSound(place, values)) {
        unreadable.push({ cells: { instrument: values.instrument } })
        continue
      }
      if (instrument === undefined) continue
      const observation: PriceObservation = {
        instrument: instrument.id,
        date: values.date,
        price: values.price,
        type: values.type,
        supplier: values.source,
        source,
      }
      const clash = add(days, observation)
      if (clash !== undefined) {
        issues.push({
          code: 'record.repeated-price',
          place,
          found: `a second ${values.type} price of ${instrument.id} on ${formatCalendarDate(values.date)} from ${values.source}`,
          needed: `one; the first is ${clash.source.file}:${clash.source.row}`,
          remedy: 'Remove one of the two rows, or name its own source.',
        })
        unreadable.push({ cells: { instrument: values.instrument } })
        continue
      }
      count += 1
      if (lastDate === undefined || values.date > lastDate) lastDate = values.date
    }
  }

  const prices: PriceBook = {
    on: (instrument, date) => {
      const found = days.get(date)?.get(instrument)
      return found === undefined ? [] : Array.isArray(found) ? found : [found]
    },
    lastDate,
    count,
    *all() {
      for (const day of days.values()) for (const found of day.values()) yield* Array.isArray(found) ? found : [found]
    },
  }
  return { prices, unreadable, issues }
}

/** Files the observation, or returns the one that has its key already. */
function add(days: Map<CalendarDate, Map<InstrumentId, PriceObservation | PriceObservation[]>>, observation: PriceObservation): PriceObservation | undefined {
  let day = days.get(observation.date)
  if (day === undefined) days.set(observation.date, (day = new Map()))
  const present = day.get(observation.instrument)
  if (present === undefined) {
    day.set(observation.instrument, observation)
    return undefined
  }
  const others = Array.isArray(present) ? present : [present]
  const clash = others.find(({ supplier, type }) => supplier === observation.supplier && type === observation.type)
  if (clash === undefined)
    day.set(
      observation.instrument,
      [...others, observation].toSorted((a, b) => (priceKey(a) < priceKey(b) ? -1 : 1)),
    )
  return clash
}
