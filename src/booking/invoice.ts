/** An invoice (R3.50): what was accrued for its days becomes owed on it, and the difference an expense or prepaid. Its payable waits for its pay date. */
import { accounts } from '../reference/chart-of-accounts.ts'
import { type Fund } from '../reference/fund.ts'
import { type Invoice } from '../events/invoice.ts'
import { billedCharge, payableOf } from '../accruals/charge.ts'
import { type Bill, billExpense } from '../accruals/invoice.ts'
import { journalEntry, signedInBase } from '../ledger/journal-entry.ts'
import { type Booked, booked, type BookView, type Change } from './booked.ts'

export function bookInvoice(event: Invoice, { fund, currency, navDate, accruals }: BookView): Booked {
  const { id, effectiveDate, payload } = event
  const bill = billOf(event, fund)
  const account = payableOf(bill.expense)
  const { state, expense, deferred } = billExpense(accruals(), bill, fund)
  const entry = journalEntry({
    id,
    effectiveDate,
    navDate,
    cause: { by: 'record', record: id, kind: 'invoice', restsOn: [] },
    memo: payload.payee === undefined ? `Invoice ${id}` : `Invoice of ${payload.payee}`,
    postings: [
      signedInBase('debit', bill.expense, currency, expense),
      signedInBase('debit', accounts.deferredExpenses, currency, deferred),
      signedInBase('credit', account, currency, expense + deferred),
    ],
  })
  const changes: readonly Change[] = [
    { of: 'accruals', state },
    {
      of: 'obligation',
      obligation: {
        trade: id,
        account,
        side: 'payable',
        classId: undefined,
        currency,
        total: payload.amount,
        open: payload.amount,
        openBase: payload.amount,
        undelivered: undefined,
        due: payload.payDate,
      },
    },
  ]
  // Billed as accrued: nothing is left to post.
  return booked(entry.postings.length === 0 ? [] : [entry], changes)
}

function billOf({ id, payload }: Invoice, { policies }: Fund): Bill {
  const { against, account, amount, periodFrom: from, periodThrough: through, isFinal } = payload
  const common = { record: id, amount, from, through, isFinal }
  if (account !== undefined) return { ...common, charge: undefined, expense: account, shortfall: 'at-once' }
  return { ...common, ...billedCharge(policies, against as string, through) }
}
