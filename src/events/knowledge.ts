/**
 * What was known when (R0.7). `effectiveDate` is the market's; the position in the log is the only axis of knowledge.
 * A folder has one knowledge time, the whole of it, now. A log has one per position: replaying it through an earlier
 * position gives the book as it was known then, whatever was added or corrected since.
 */
import { type Branded } from '../values/branded.ts'
import { invariant } from '../values/invariant.ts'
import { type RecordId } from '../values/record-id.ts'
import { type FundEvent } from './event.ts'
import { type LotSelection } from './lot-selection.ts'
import { type RecordHeader } from './record.ts'

/** Place in the order of arrival, from 1; given by a store on append, never by a source. */
export type LogPosition = Branded<number, 'LogPosition'>

/** A moment of the store's clock, ISO 8601 in UTC: evidence, never an axis of computation by itself. */
export type Instant = Branded<string, 'Instant'>

/** A record with the two things that only a store can say of it. */
export type Logged<Entry extends RecordHeader<string>> = { readonly record: Entry; readonly position: LogPosition; readonly recordedAt: Instant }

/** Through which point of the log the book is read. */
export type Knowledge = { readonly of: 'folder' } | { readonly of: 'log'; readonly through: LogPosition }

export const wholeFolder: Knowledge = { of: 'folder' }

/** The records as known through `through`: later arrivals are not there, and what a known record corrects is replaced by it. */
export function recordsKnownAt<Entry extends RecordHeader<string>>(log: readonly Logged<Entry>[], through: LogPosition): readonly Entry[] {
  const known = log.filter(({ position }) => position <= through).toSorted((a, b) => a.position - b.position)
  const current = new Map<RecordId, Entry>()
  for (const { record } of known) {
    if (record.corrects !== undefined) {
      invariant(current.has(record.corrects), `${record.id} corrects ${record.corrects}, which is not known before it or was corrected already`)
      current.delete(record.corrects)
    }
    current.set(record.id, record)
  }
  return [...current.values()]
}

/** The same for events: what names a record that was corrected (a settlement its trade, a sale or a delivery its lots, a reclaim its dividend) means the record that corrects it. */
export function eventsKnownAt(log: readonly Logged<FundEvent>[], through: LogPosition): readonly FundEvent[] {
  const correctedBy = new Map(
    log.flatMap(({ record, position }) => (record.corrects === undefined || position > through ? [] : [[record.corrects, record.id] as const])),
  )
  const current = (id: RecordId): RecordId => {
    const next = correctedBy.get(id)
    return next === undefined ? id : current(next)
  }
  const currentLots = (lots: readonly LotSelection[] | undefined) => lots?.map(({ lot, quantity }) => ({ lot: current(lot), quantity }))
  return recordsKnownAt(log, through).map((event) => {
    if (event.kind === 'settlement') return { ...event, payload: { ...event.payload, of: current(event.payload.of) } }
    if (event.kind === 'reclaim') return { ...event, payload: { ...event.payload, of: current(event.payload.of) } }
    if (event.kind === 'dividend' && event.payload.reverses !== undefined)
      return { ...event, payload: { ...event.payload, reverses: current(event.payload.reverses) } }
    if (event.kind === 'sale') return { ...event, payload: { ...event.payload, lots: currentLots(event.payload.lots) } }
    if (event.kind !== 'redemption-in-kind') return event
    return { ...event, payload: { ...event.payload, lines: event.payload.lines.map((line) => ({ ...line, lots: currentLots(line.lots) })) } }
  })
}
