/** Income of no other kind: Dr 1510 / Cr 4300. */
import { accounts } from '../reference/chart-of-accounts.ts'
import { type OtherIncome } from '../events/other-income.ts'
import { type Booked, type BookView } from './booked.ts'
import { bookIncome } from './income-item.ts'

export function bookOtherIncome(event: OtherIncome, view: BookView): Booked {
  const { description, amount, currency, payDate } = event.payload
  return bookIncome({ event, memo: description, receivable: accounts.otherAssets, income: accounts.otherIncome, currency, amount, payDate }, view)
}
