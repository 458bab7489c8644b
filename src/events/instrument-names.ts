/** What securities are called on a day, and all that they were ever called (R3.65). */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { type FundEvent } from './event.ts'
import { type NameChange, renamed } from './name-change.ts'
import { compareBooking } from './order.ts'

type Named = { readonly events: readonly FundEvent[]; readonly instruments: ReadonlyMap<InstrumentId, Instrument> }

const changesOf = ({ events }: Pick<Named, 'events'>): readonly NameChange[] => events.filter((event) => event.kind === 'name-change').toSorted(compareBooking)

/** The instruments under the names they have on `date`, in the order of the file. */
export function instrumentsOn(book: Named, date: CalendarDate): ReadonlyMap<InstrumentId, Instrument> {
  const changes = changesOf(book).filter(({ effectiveDate }) => effectiveDate <= date)
  if (changes.length === 0) return book.instruments
  const named = new Map(book.instruments)
  for (const { payload } of changes) {
    const instrument = named.get(payload.instrument)
    if (instrument !== undefined) named.set(instrument.id, renamed(instrument, payload))
  }
  return named
}

/** Every instrument under each set of names that it ever had: what another's file may call it. */
export function instrumentsEver(book: Named): readonly Instrument[] {
  const latest = new Map(book.instruments)
  const all = [...book.instruments.values()]
  for (const { payload } of changesOf(book)) {
    const before = latest.get(payload.instrument)
    if (before === undefined) continue
    const after = renamed(before, payload)
    latest.set(after.id, after)
    all.push(after)
  }
  return all
}
