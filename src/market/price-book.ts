/** All price observations of a book, found by instrument and day; each knows its row. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type FieldContext } from '../values/field.ts'
import { type Issue, mostLike } from '../values/issue.ts'
import { type Price } from '../values/scaled.ts'
import { readTable, type RowOf, type SourceRow, type SourceTable, type UnreadableRow } from '../values/table.ts'
import { notOpenOn } from '../reference/closed-day.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { type Halt, type HaltBook, noHalts } from './halt.ts'
import { factorIssue, isAdjustedClose, judgementFaults, type Judgement, judgementOf, levelOf } from './judgement.ts'
import { type Level, priceColumns, type PriceType } from './price.ts'

/** One observation. Its natural key (instrument, date, source, type) is its identity. */
export type PriceObservation = {
  readonly instrument: InstrumentId
  readonly date: CalendarDate
  readonly price: Price
  readonly type: PriceType
  readonly supplier: string
  /** Of the fair value hierarchy, as stated or as the type has it (R5.10). */
  readonly level: Level
  /** `16:00 America/New_York`, where the row gives one. */
  readonly time?: string | undefined
  /** Of a fair value or an override: who stands for it, and why. */
  readonly judgement?: Judgement | undefined
  readonly source: SourceRow
}

export type PriceBook = {
  /** Observations of one instrument on one day, in order of supplier and type. */
  readonly on: (instrument: InstrumentId, date: CalendarDate) => readonly PriceObservation[]
  /** Fair values with a memo of the latest day on or before `date` that has any, whether their review is due or not (R5.9). */
  readonly fairValuesUpTo: (instrument: InstrumentId, date: CalendarDate) => readonly PriceObservation[]
  /** The latest day with any observation, or undefined where there is none. */
  readonly lastDate: CalendarDate | undefined
  readonly count: number
  /** The halt of trading that lasts on a day (R5.13). */
  readonly haltOn: HaltBook['on']
  readonly halts: readonly Halt[]
  readonly all: () => Iterable<PriceObservation>
}

const none: readonly PriceObservation[] = []

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
  halts: HaltBook = noHalts,
): ReadPrices {
  const issues: Issue[] = []
  const unreadable: NamedCells[] = []
  const likely = new Map<string, string | undefined>() // A misspelt name may stand on every day.
  const days = new Map<CalendarDate, Map<InstrumentId, PriceObservation | PriceObservation[]>>()
  const judged: PriceObservation[] = []
  let lastDate: CalendarDate | undefined
  let count = 0

  /** Reports what is wrong with the values by themselves; `values` are those that could be read. True where nothing is. */
  const isSound = (place: { readonly file: string; readonly row: number }, values: Partial<RowOf<typeof priceColumns>>): boolean => {
    const before = issues.length
    const { date, instrument: id, currency } = values
    const closed = date === undefined ? undefined : notOpenOn(date)
    if (closed !== undefined) issues.push({ place: { ...place, column: 'date' }, ...closed })
    const instrument = id === undefined ? undefined : instruments.get(id)
    const unit = instrument?.quoteUnit ?? instrument?.currency
    if (instrument !== undefined && currency !== undefined && currency !== unit) {
      issues.push({
        code: 'valuation.price-currency',
        place: { ...place, column: 'currency' },
        found: currency,
        needed: `${unit}, ${instrument.quoteUnit === undefined ? 'the currency' : 'in which prices'} of ${instrument.id}${instrument.quoteUnit === undefined ? '' : ' are quoted'}`,
        remedy: `Give the price in the ${instrument.quoteUnit === undefined ? 'currency' : 'quote unit'} of the instrument, or correct instruments.csv.`,
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
      const faults = judgementFaults(place, values)
      for (const fault of faults) issues.push(fault)
      if (!isSound(place, values) || faults.length > 0) {
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
        level: levelOf(values),
        time: values.time,
        judgement: judgementOf(values),
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
      if (observation.judgement !== undefined) judged.push(observation)
      count += 1
      if (lastDate === undefined || values.date > lastDate) lastDate = values.date
    }
  }

  const on = (instrument: InstrumentId, date: CalendarDate): readonly PriceObservation[] => {
    const found = days.get(date)?.get(instrument)
    return found === undefined ? none : Array.isArray(found) ? found : [found]
  }
  const memos = new Map<InstrumentId, PriceObservation[]>()
  for (const observation of judged) {
    const { instrument, type, price, judgement, source } = observation
    if (judgement?.factor !== undefined) {
      const close = localCloseAmong(on(instrument, observation.date))
      if (close === undefined || !isAdjustedClose(price, close.price, judgement.factor))
        issues.push(factorIssue({ file: source.file, row: source.row }, price, close?.price, judgement.factor))
    } else if (type === 'fair-value') memos.set(instrument, [...(memos.get(instrument) ?? []), observation])
  }
  for (const ofInstrument of memos.values()) ofInstrument.sort((left, right) => right.date - left.date || (priceKey(left) < priceKey(right) ? -1 : 1))

  const prices: PriceBook = {
    on,
    fairValuesUpTo: (instrument, date) => {
      const known = memos.get(instrument)?.filter((memo) => memo.date <= date)
      return known === undefined ? none : known.filter((memo) => memo.date === known[0]?.date)
    },
    lastDate,
    count,
    haltOn: halts.on,
    halts: halts.all,
    *all() {
      for (const day of days.values()) for (const found of day.values()) yield* Array.isArray(found) ? found : [found]
    },
  }
  return { prices, unreadable, issues }
}

/** The quotation of the local market that a factor adjusts; it stays in the book for reference (R5.8). */
export const localCloseAmong = (observations: readonly PriceObservation[]): PriceObservation | undefined =>
  (['official-close', 'close', 'last'] as const).flatMap((type) => observations.filter((each) => each.type === type))[0]

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
