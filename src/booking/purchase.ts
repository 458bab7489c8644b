/** R3.8: Dr 1100 cost / Cr 2100 on the trade date; one lot is opened. Settlement pays the payable. */
import { accounts } from '../reference/chart-of-accounts.ts'
import { settlementDate } from '../reference/settlement-cycle.ts'
import { type Purchase } from '../events/purchase.ts'
import { inBase, journalEntry } from '../ledger/journal-entry.ts'
import { type Booked, booked, type BookView, refused } from './booked.ts'
import { tradeCash } from './trade-cash.ts'

export function bookPurchase(event: Purchase, view: BookView): Booked {
  const { id, effectiveDate, payload } = event
  const instrument = view.instrument(payload.instrument)
  const cash = tradeCash(event, instrument, view.currency)
  if (!cash.ok) return refused(cash.issue)

  const entry = journalEntry({
    id,
    effectiveDate,
    navDate: view.navDate,
    cause: { by: 'record', record: id, kind: 'purchase', restsOn: [] },
    memo: `Purchase of ${instrument.name}`,
    postings: [
      inBase('debit', accounts.investments, view.currency, cash.amount),
      inBase('credit', accounts.payableInvestmentsPurchased, view.currency, cash.amount),
    ],
  })
  return booked(
    [entry],
    [
      { of: 'lot opened', instrument: instrument.id, lot: { id, acquired: effectiveDate, quantity: payload.quantity, cost: cash.amount } },
      {
        of: 'obligation',
        obligation: {
          trade: id,
          account: accounts.payableInvestmentsPurchased,
          side: 'payable',
          classId: undefined,
          total: cash.amount,
          open: cash.amount,
          undelivered: payload.quantity,
          due: payload.settlementDate ?? settlementDate(effectiveDate),
        },
      },
    ],
    cash.exceptions,
  )
}
