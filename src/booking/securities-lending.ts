/** R3.56: Dr 1340 / Cr 4200 with what is left of the income from lending after the rebate and the share of the agent. */
import { accounts } from '../reference/chart-of-accounts.ts'
import { type SecuritiesLending } from '../events/securities-lending.ts'
import { type Booked, type BookView } from './booked.ts'
import { bookIncome } from './income-item.ts'

export function bookSecuritiesLending(event: SecuritiesLending, view: BookView): Booked {
  const { instrument, earned, rebate, agentFee, currency, payDate } = event.payload
  return bookIncome(
    {
      event,
      memo: `Securities lending income${instrument === undefined ? '' : ` of ${view.instrument(instrument).name}`}`,
      receivable: accounts.receivableSecuritiesLending,
      income: accounts.securitiesLendingIncome,
      currency,
      amount: earned - rebate - agentFee,
      payDate,
    },
    view,
  )
}
