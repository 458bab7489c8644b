/** What came of foreign tax reclaimed (R3.16): cash, or nothing, and then what was withheld is the tax. */
import { type Decimal } from '../values/decimal.ts'
import { choice, date, positiveDecimal, text } from '../values/field.ts'
import { type RecordId, recordId } from '../values/record-id.ts'
import { optional, required } from '../values/table.ts'
import { eventKind } from './event-kind.ts'
import { headerColumns, type RecordHeader } from './record.ts'

export type Reclaim = RecordHeader<'reclaim'> & {
  readonly payload: {
    /** The dividend whose tax it is. */
    readonly of: RecordId
    readonly outcome: 'received' | 'written-off'
    /** In the currency of the dividend, as written; all that is open where undefined. */
    readonly amount: Decimal | undefined
    readonly reason: string | undefined
  }
}

export const reclaim = eventKind({
  kind: 'reclaim',
  doc: 'What came of a reclaim of foreign tax: cash received, or written off because it will not come (R3.16).',
  columns: {
    ...headerColumns,
    effective_date: required(date, 'Day on which cash came, or the reclaim was given up.'),
    of: required(recordId, 'Id of the dividend whose tax was reclaimed.'),
    outcome: required(choice(['received', 'written-off']), 'received, or written-off.'),
    amount: optional(positiveDecimal, 'What came or was given up, in the currency of the dividend; all that is open where empty.'),
    reason: optional(text, 'Why it was given up.'),
  },
  dateColumn: 'effective_date',
  rank: 'settlement',
  isOfBusinessDay: false,
  issues: () => [],
  payload: (row): Reclaim['payload'] => ({ of: row.of, outcome: row.outcome, amount: row.amount, reason: row.reason }),
})
