/** R3.65: another name moves nothing; an entry of no dollars links the old and the new where the security is held. */
import { type NameChange } from '../events/name-change.ts'
import { journalEntry } from '../ledger/journal-entry.ts'
import { type Booked, booked, type BookView } from './booked.ts'

export function bookNameChange({ id, effectiveDate, payload }: NameChange, view: BookView): Booked {
  if (view.holding(payload.instrument).quantity === 0n) return booked([], [])
  const { instrument, ...names } = payload
  const given = Object.entries(names).flatMap(([what, name]) => (name === undefined ? [] : [`${what} ${name}`]))
  return booked(
    [
      journalEntry({
        id,
        effectiveDate,
        navDate: view.navDate,
        cause: { by: 'record', record: id, kind: 'name-change', restsOn: [] },
        memo: `${instrument} is now called: ${given.join(', ')}`,
        postings: [],
      }),
    ],
    [],
  )
}
