/** R3.9: Dr 1300 net proceeds / Cr 1100 cost of the lots relieved; the difference is realized gain or loss (R2.5, R4.4). */
import { translateAmount } from '../values/exchange-rate.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { settlementDate } from '../reference/settlement-cycle.ts'
import { type Sale } from '../events/sale.ts'
import { journalEntry, posting, postingsOf } from '../ledger/journal-entry.ts'
import { type Booked, booked, type BookView, refused } from './booked.ts'
import { missingRate } from './missing-rate.ts'
import { relieve } from './relieve.ts'
import { tradeCash } from './trade-cash.ts'

export function bookSale(event: Sale, view: BookView): Booked {
  const { id, effectiveDate, payload, source } = event
  const instrument = view.instrument(payload.instrument)
  const { currency } = instrument
  const cash = tradeCash(event, instrument)
  if (!cash.ok) return refused(cash.issue)
  const relief = relieve({ what: 'sale', effectiveDate, source, ...payload }, view)
  if ('code' in relief) return refused(relief)
  const rate = view.rate(currency, effectiveDate)
  if (rate === undefined) return refused(missingRate(currency, effectiveDate, id))

  const proceeds = translateAmount(cash.amount, currency, rate, view.currency)
  const entry = journalEntry({
    id,
    effectiveDate,
    navDate: view.navDate,
    cause: { by: 'record', record: id, kind: 'sale', restsOn: relief.relieved.map(({ lot }) => lot) },
    memo: `Sale of ${instrument.name}`,
    postings: [
      posting('debit', accounts.receivableInvestmentsSold, currency, cash.amount, proceeds),
      posting('credit', accounts.investments, currency, relief.localCost, relief.cost),
      ...postingsOf('credit', accounts.realizedSecurities, currency, cash.amount - relief.localCost, proceeds - relief.cost),
    ],
  })
  return booked(
    [entry],
    [
      { of: 'holding', instrument: instrument.id, holding: relief.holding },
      {
        of: 'obligation',
        obligation: {
          trade: id,
          account: accounts.receivableInvestmentsSold,
          side: 'receivable',
          classId: undefined,
          currency,
          total: cash.amount,
          open: cash.amount,
          openBase: proceeds,
          undelivered: payload.quantity,
          due: payload.settlementDate ?? settlementDate(effectiveDate),
        },
      },
    ],
    cash.exceptions,
  )
}
