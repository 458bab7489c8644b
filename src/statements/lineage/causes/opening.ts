/** What a fund was taken on with: balances, lots and shares as the books before had them. */
import { minorUnitDigits } from '../../../values/currency.ts'
import { decimal, negate } from '../../../values/decimal.ts'
import { accounts } from '../../../reference/chart-of-accounts.ts'
import { type LedgerQuery } from '../../figure.ts'
import { isTaken } from '../../statement-books.ts'
import { fromRows, join, NONE, type Parts, withPart } from '../parts.ts'
import { row } from '../source-field.ts'
import { type Cause, type CauseContext, type EventOf } from './cause.ts'

/** A balance in a foreign currency states its counter-value; no rate of these books made it. */
export const openingBalance: Cause<EventOf<'opening-balance'>> = {
  dollars: (event, { figures }) => fromRows([row(event, [event.payload.side], figures)]),
  counterValue: (event, { figures }) => {
    const { side, currency } = event.payload
    return fromRows([row(event, [currency === figures.books.currency ? side : 'base_amount'], figures)])
  },
}

export const openingLot: Cause<EventOf<'opening-lot'>> = {
  dollars: (event, { figures }) => fromRows([row(event, ['cost', 'base_cost'], figures)]),
  counterValue: (event, { figures }) =>
    fromRows([row(event, figures.books.currencyOf(event) === figures.books.currency ? ['cost', 'base_cost'] : ['base_cost'], figures)]),
}

/** Shares move no dollars: what was paid for them is in the balances of capital. */
export const openingShares: Cause<EventOf<'opening-shares'>> = { dollars: () => NONE }

/** What the entry of the take-on adds to a balance: the balances and the lots that the query takes, each with its part. */
export function takeOnParts({ accounts: codes, positive, measure, ...query }: LedgerQuery, { figures, dollarsOf, counterValueOf }: CauseContext): Parts {
  const { openings, currency: base, currencyOf } = figures.books
  const isLocal = measure === 'local'
  return join(
    openings.flatMap((event) => {
      if (event.kind === 'opening-shares') return []
      const [account, side, value] =
        event.kind === 'opening-lot'
          ? ([accounts.investments, 'debit', isLocal ? event.payload.localCost : event.payload.cost] as const)
          : ([event.payload.account, event.payload.side, isLocal ? event.payload.amount : event.payload.base] as const)
      const currency = currencyOf(event)
      if (!codes.includes(account) || !isTaken({ account, currency }, query, base)) return []
      const amount = decimal(value, minorUnitDigits(isLocal ? currency : base))
      return [withPart(isLocal ? dollarsOf(event) : counterValueOf(event), side === positive ? amount : negate(amount))]
    }),
  )
}
