/** Settlement where it differs from the contract: late, early or in part (R3.10, R6.4). It replaces the movement made by rule. */
import { type Decimal } from '../values/decimal.ts'
import { date, quantity, unsignedDecimal } from '../values/field.ts'
import { type RecordId, recordId } from '../values/record-id.ts'
import { type Quantity } from '../values/scaled.ts'
import { optional, required } from '../values/table.ts'
import { eventKind } from './event-kind.ts'
import { headerColumns, type RecordHeader } from './record.ts'

export type Settlement = RecordHeader<'settlement'> & {
  readonly payload: {
    /** The trade, order, invoice or income it settles. */
    readonly of: RecordId
    /** In the currency of what it settles, as written. */
    readonly amount: Decimal | undefined
    readonly quantity: Quantity | undefined
  }
}

export const settlement = eventKind({
  kind: 'settlement',
  doc: 'Cash that moved for a trade or an income otherwise than by contract: late, early or in part (R3.10). All of it is then settled by these records.',
  columns: {
    ...headerColumns,
    settlement_date: required(date, 'Day on which cash moved.'),
    of: required(recordId, 'Id of the purchase, sale, subscription, redemption, invoice, dividend, interest or other income it settles.'),
    quantity: optional(quantity, 'Units delivered; the amount is then their part of the trade.'),
    amount: optional(unsignedDecimal, 'Cash moved, in the currency of the record it settles; all that is open where neither is given.'),
  },
  dateColumn: 'settlement_date',
  rank: 'settlement',
  isOfBusinessDay: false,
  issues: () => [],
  payload: (row): Settlement['payload'] => ({ of: row.of, amount: row.amount, quantity: row.quantity }),
})
