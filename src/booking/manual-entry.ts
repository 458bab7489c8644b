/** A journal entry by hand is posted as it stands; it was balanced when it was read. */
import { type Amount } from '../values/money.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { type ManualEntry } from '../events/manual-entry.ts'
import { journalEntry } from '../ledger/journal-entry.ts'
import { type Booked, booked, type BookView, type Change } from './booked.ts'

export const bookManualEntry = ({ id, effectiveDate, payload }: ManualEntry, view: BookView): Booked =>
  booked(
    [
      journalEntry({
        id,
        effectiveDate,
        navDate: view.navDate,
        cause: { by: 'record', record: id, kind: 'manual-entry', restsOn: [] },
        memo: payload.reason,
        postings: payload.lines.map(({ account, side, currency, amount, base, classId }) => ({ account, side, currency, amount, base, classId })),
      }),
    ],
    foreignCashOf(payload, view),
  )

/** What the lines move of foreign currency, at the counter-values that they state. */
function foreignCashOf({ lines }: ManualEntry['payload'], view: BookView): readonly Change[] {
  const moved = lines.filter(({ account }) => account === accounts.foreignCurrency)
  return [...Map.groupBy(moved, ({ currency }) => currency)].map(([currency, ofCurrency]) => {
    let { local, base } = view.foreignCash(currency)
    for (const line of ofCurrency) {
      const sign = line.side === 'debit' ? 1n : -1n
      local = (local + sign * line.amount) as Amount
      base = (base + sign * line.base) as Amount
    }
    return { of: 'foreign cash', currency, holding: { local, base } }
  })
}
