/** Entries by hand: each line on its side, in base currency. */
import { minorUnitDigits } from '../../../values/currency.ts'
import { decimal, negate } from '../../../values/decimal.ts'
import { accountOf } from '../../../reference/chart-of-accounts.ts'
import { fromRows } from '../parts.ts'
import { type Cause, type EventOf } from './cause.ts'

export const manualEntry: Cause<EventOf<'manual-entry'>> = {
  dollars: ({ id, payload: { lines, reason } }) =>
    fromRows(lines.map(({ source, side }) => ({ record: id, source, fields: [side, 'base_amount'], text: reason }))),
  entry: ({ id, payload: { lines, reason } }, { accounts, positive }, { figures: { books } }) => {
    const digits = minorUnitDigits(books.currency)
    const taken = lines.filter(({ account }) => accounts.has(account))
    return fromRows(
      taken.map(({ source, side, base, account }) => ({
        record: id,
        source,
        fields: [side, 'base_amount'],
        text: `${reason} (${side} ${account} ${accountOf(account)?.name ?? ''})`,
        part: side === positive ? decimal(base, digits) : negate(decimal(base, digits)),
      })),
    )
  },
}
