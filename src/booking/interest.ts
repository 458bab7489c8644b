/** R3.66: interest on cash is Dr 1330 / Cr 4100; on an overdraft, and the fee for an undrawn line, Dr 5310 / Cr 2580. */
import { accounts } from '../reference/chart-of-accounts.ts'
import { type Interest } from '../events/interest.ts'
import { type Booked, type BookView } from './booked.ts'
import { bookIncome } from './income-item.ts'

export function bookInterest(event: Interest, view: BookView): Booked {
  const { type, amount, currency, payDate } = event.payload
  return type === 'cash'
    ? bookIncome({ event, memo: memos[type], receivable: accounts.receivableInterest, income: accounts.interestIncome, currency, amount, payDate }, view)
    : bookIncome({ event, memo: memos[type], receivable: accounts.payableInterest, income: accounts.interestExpense, currency, amount: -amount, payDate }, view)
}

const memos = { cash: 'Interest on cash', overdraft: 'Interest on an overdraft', 'commitment-fee': 'Fee for an undrawn line of credit' } as const
