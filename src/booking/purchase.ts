/** R3.8: Dr 1100 cost / Cr 2100 on the trade date; one lot is opened. Settlement pays the payable. */
import { translateAmount } from '../values/exchange-rate.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { settlementDate } from '../reference/settlement-cycle.ts'
import { type Purchase } from '../events/purchase.ts'
import { journalEntry, posting } from '../ledger/journal-entry.ts'
import { type Booked, booked, type BookView, refused } from './booked.ts'
import { missingRate } from './missing-rate.ts'
import { tradeCash } from './trade-cash.ts'

export function bookPurchase(event: Purchase, view: BookView): Booked {
  const { id, effectiveDate, payload } = event
  const instrument = view.instrument(payload.instrument)
  const { currency } = instrument
  const cash = tradeCash(event, instrument)
  if (!cash.ok) return refused(cash.issue)
  const rate = view.rate(currency, effectiveDate)
  if (rate === undefined) return refused(missingRate(currency, effectiveDate, id))

  const cost = translateAmount(cash.amount, currency, rate, view.currency)
  const entry = journalEntry({
    id,
    effectiveDate,
    navDate: view.navDate,
    cause: { by: 'record', record: id, kind: 'purchase', restsOn: [] },
    memo: `Purchase of ${instrument.name}`,
    postings: [
      posting('debit', accounts.investments, currency, cash.amount, cost),
      posting('credit', accounts.payableInvestmentsPurchased, currency, cash.amount, cost),
    ],
  })
  return booked(
    [entry],
    [
      { of: 'lot opened', instrument: instrument.id, lot: { id, acquired: effectiveDate, quantity: payload.quantity, cost, localCost: cash.amount } },
      {
        of: 'obligation',
        obligation: {
          trade: id,
          account: accounts.payableInvestmentsPurchased,
          side: 'payable',
          classId: undefined,
          currency,
          total: cash.amount,
          open: cash.amount,
          openBase: cost,
          undelivered: payload.quantity,
          due: payload.settlementDate ?? settlementDate(effectiveDate),
        },
      },
    ],
    cash.exceptions,
  )
}
