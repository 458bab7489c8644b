/** A journal entry by hand is posted as it stands; it was balanced when it was read. */
import { type ManualEntry } from '../events/manual-entry.ts'
import { journalEntry } from '../ledger/journal-entry.ts'
import { type Booked, booked, type BookView } from './booked.ts'

export const bookManualEntry = ({ id, effectiveDate, payload }: ManualEntry, { navDate }: BookView): Booked =>
  booked(
    [
      journalEntry({
        id,
        effectiveDate,
        navDate,
        cause: { by: 'record', record: id, kind: 'manual-entry', restsOn: [] },
        memo: payload.reason,
        postings: payload.lines.map(({ account, side, currency, amount, base, classId }) => ({ account, side, currency, amount, base, classId })),
      }),
    ],
    [],
  )
