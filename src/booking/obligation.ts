import { type CalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { type Quantity } from '../values/scaled.ts'
import { type AccountCode } from '../reference/chart-of-accounts.ts'
import { type ClassId } from '../reference/fund.ts'

/** Cash still to move for a trade: an open item of a receivable or payable, kept by trade until it is paid in full (R3.10). */
export type Obligation = {
  readonly trade: RecordId
  /** The receivable or payable that holds it. */
  readonly account: AccountCode
  readonly side: 'receivable' | 'payable'
  readonly classId: ClassId | undefined
  /** In which the cash moves. */
  readonly currency: Currency
  /** Cash of the whole trade, and what of it is still open; minor units of `currency`. */
  readonly total: Amount
  readonly open: Amount
  /** What is open at the rate of the trade date: its balance in the ledger, in minor units of the base currency (R3.39). */
  readonly openBase: Amount
  /** Units not yet delivered; none where nothing is delivered. */
  readonly undelivered: Quantity | undefined
  /** The contractual settlement date. */
  readonly due: CalendarDate
}
