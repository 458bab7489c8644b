/**
 * R3.41: what is bought costs what is given for it; what is sold leaves at its average cost. The exchange is worth its side in
 * the base currency, or where it has none the amount bought at the rate of the day; what that differs from the costs by is
 * realized. Each currency stands against the two halves of an exchange, 1011 and 1012, which cancel in base (R6.9).
 */
import { type Currency } from '../values/currency.ts'
import { amountToDecimal } from '../values/money.ts'
import { type ExchangeRate, translateAmount } from '../values/exchange-rate.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { type CurrencyExchange } from '../events/currency-exchange.ts'
import { journalEntry, type Posting, posting } from '../ledger/journal-entry.ts'
import { type Booked, booked, type BookView, type Change, refused } from './booked.ts'
import { moveCurrency } from './foreign-cash.ts'
import { missingRate } from './missing-rate.ts'

export function bookCurrencyExchange({ id, effectiveDate, payload: { bought, sold } }: CurrencyExchange, view: BookView): Booked {
  const base = view.currency
  const value = worthOf(bought, sold, base, (currency) => view.rate(currency, effectiveDate))
  if (value === undefined) return refused(missingRate(bought.currency, effectiveDate, id))

  const postings: Posting[] = []
  const changes: Change[] = []
  let realized = 0n
  for (const [{ currency, amount }, sign] of [
    [bought, 1n],
    [sold, -1n],
  ] as const) {
    if (currency === base) {
      postings.push(
        posting('debit', accounts.cash, base, sign * amount, sign * amount),
        posting('credit', accounts.currencyPositionBase, base, sign * amount, sign * amount),
      )
      continue
    }
    const dealt: ExchangeRate = { numerator: amountToDecimal(value, base), denominator: amountToDecimal(amount, currency) }
    const moved = moveCurrency(view.foreignCash(currency), sign * amount, currency, () => dealt, base)
    if (moved === undefined) return refused(missingRate(currency, effectiveDate, id))
    postings.push(
      posting('debit', accounts.foreignCurrency, currency, sign * amount, moved.base),
      posting('credit', accounts.currencyPositionLocal, currency, sign * amount, sign * value),
    )
    realized += moved.base - sign * value
    changes.push({ of: 'foreign cash', currency, holding: moved.holding })
  }
  return booked(
    [
      journalEntry({
        id,
        effectiveDate,
        navDate: view.navDate,
        cause: { by: 'record', record: id, kind: 'currency-exchange', restsOn: [] },
        memo: `${bought.currency} bought for ${sold.currency}`,
        postings: [...postings, posting('credit', accounts.realizedCurrency, base, 0n, realized)],
      }),
    ],
    changes,
  )
}

type Side = CurrencyExchange['payload']['bought']

/** In minor units of the base currency. */
function worthOf(bought: Side, sold: Side, base: Currency, rate: (currency: Currency) => ExchangeRate | undefined): bigint | undefined {
  if (bought.currency === base) return bought.amount
  if (sold.currency === base) return sold.amount
  const ofDay = rate(bought.currency)
  return ofDay === undefined ? undefined : translateAmount(bought.amount, bought.currency, ofDay, base)
}
