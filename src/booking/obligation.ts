import { type Branded } from '../values/branded.ts'
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { type Quantity } from '../values/scaled.ts'
import { type AccountCode } from '../reference/chart-of-accounts.ts'
import { type ClassId } from '../reference/fund.ts'

/** Cash still to move for a trade or an income: an open item of a receivable or payable, kept by record until it is paid in full (R3.10). */
export type Obligation = {
  /** The trade, the order or the income that it is for. */
  readonly trade: RecordId
  /** What of it, where cash moves for it more than once: foreign tax comes after the dividend, and by itself (R3.16). */
  readonly item?: 'reclaim' | undefined
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
  /** The contractual settlement date; undefined where only a record moves the cash. */
  readonly due: CalendarDate | undefined
  /** Of an income: the day of which it is income, from which it ages. */
  readonly since?: CalendarDate | undefined
}

export type ObligationKey = Branded<string, 'ObligationKey'>

/** One key for each open item. */
export const obligationKey = (trade: RecordId, item: Obligation['item']): ObligationKey => `${trade}${item === undefined ? '' : `/${item}`}` as ObligationKey
