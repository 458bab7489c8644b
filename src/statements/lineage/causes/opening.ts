/** What a fund was taken on with: balances, lots and shares as the books before had them. */
import { minorUnitDigits } from '../../../values/currency.ts'
import { decimal, negate } from '../../../values/decimal.ts'
import { accounts } from '../../../reference/chart-of-accounts.ts'
import { type FigureBook } from '../../figure-book.ts'
import { fromRows, join, NONE, type Parts, withPart } from '../parts.ts'
import { row } from '../source-field.ts'
import { type Cause, type EventOf } from './cause.ts'

export const openingBalance: Cause<EventOf<'opening-balance'>> = {
  dollars: (event, { figures }) => {
    const { side, currency } = event.payload
    return fromRows([row(event, currency === figures.books.currency ? [side] : [side, 'base_amount'], figures)])
  },
}

export const openingLot: Cause<EventOf<'opening-lot'>> = {
  dollars: (event, { figures }) => fromRows([row(event, ['cost', 'base_cost'], figures)]),
}

/** Shares move no dollars: what was paid for them is in the balances of capital. */
export const openingShares: Cause<EventOf<'opening-shares'>> = { dollars: () => NONE }

/** What the entry of the take-on adds to a balance of some accounts: the balances and the lots on them, each with its part. */
export function takeOnParts(
  taken: ReadonlySet<string>,
  positive: 'debit' | 'credit',
  figures: FigureBook,
  dollarsOf: (event: EventOf<'opening-balance' | 'opening-lot'>) => Parts,
): Parts {
  const { openings, currency } = figures.books
  return join(
    openings.flatMap((event) => {
      if (event.kind === 'opening-shares') return []
      const [account, side, base] =
        event.kind === 'opening-lot' ? [accounts.investments, 'debit', event.payload.cost] : [event.payload.account, event.payload.side, event.payload.base]
      if (!taken.has(account)) return []
      const amount = decimal(base, minorUnitDigits(currency))
      return [withPart(dollarsOf(event), side === positive ? amount : negate(amount))]
    }),
  )
}
