/**
 * Fund shares (R12.4, R12.5): what the transfer agent has outstanding against the books on trade date, its own day against its
 * day before, and the shares and dollars of the day's orders.
 */
import { minorUnitDigits } from '../values/currency.ts'
import { absolute, decimal, type Decimal, product, sum } from '../values/decimal.ts'
import { type Amount, amountToDecimal } from '../values/money.ts'
import { Shares } from '../values/scaled.ts'
import { type ShareClass } from '../reference/fund.ts'
import { previousBusinessDay } from '../reference/nyse-calendar.ts'
import { dollarTolerance } from '../capital/fund-shares.ts'
import { type BookSide, type Order, shareValue, worth } from './book-side.ts'
import { comparison, type Comparison } from './comparison.ts'
import { asLargeAs } from './compare-cash.ts'
import { type GivenShares } from './given-records.ts'

/** Shares agree to three places: what is left is less than a thousandth of a share (R12.4). */
const SHARES_TOLERANCE = decimal(9n, 4)

const total = (values: readonly Decimal[]): Decimal => sum([decimal(0n, Shares.scale), ...values])

export function compareShares(books: BookSide, given: readonly GivenShares[]): readonly Comparison[] {
  const byDate = Map.groupBy(given, ({ date }) => date)
  return [...byDate].flatMap(([date, rows]) =>
    books.fund.classes.flatMap((shareClass) => {
      const row = rows.find(({ classId }) => classId === shareClass.id)
      const prior = byDate.get(previousBusinessDay(date))?.find(({ classId }) => classId === shareClass.id)
      return [outstanding(books, shareClass, date, row), ...(row === undefined ? [] : [...roll(books, row, prior), ...orders(books, shareClass, row)])]
    }),
  )
}

function outstanding(books: BookSide, { id }: ShareClass, date: GivenShares['date'], row: GivenShares | undefined): Comparison {
  const view = books.viewOn(date)
  const sides = {
    matter: 'shares',
    subject: id,
    date,
    unit: 'shares',
    ours: Shares.toDecimal(view.state.outstanding.get(id) ?? (0n as Shares)),
    theirs: Shares.toDecimal(row?.outstanding ?? (0n as Shares)),
    source: row?.source,
  } as const
  return comparison(sides, SHARES_TOLERANCE, (difference) => ({
    effect: worth(difference, shareValue(view, id)),
    causes: asLargeAs(difference, date, books.orders.get(id) ?? []),
  }))
}

/** Prior + activity = total, all of the agent's own saying but a split of the shares. */
function roll(books: BookSide, row: GivenShares, prior: GivenShares | undefined): readonly Comparison[] {
  if (prior === undefined) return []
  const ofAgent = Shares.toDecimal((prior.outstanding + row.sold.shares - row.redeemed.shares) as Shares)
  // The agent states no split: what the books' split of the day made of the shares stands in for it.
  const rolled = sum([ofAgent, ...(books.splits.get(row.classId) ?? []).filter(({ date }) => date === row.date).map(({ amount }) => amount)])
  const sides = {
    matter: 'agent roll',
    subject: row.classId,
    date: row.date,
    unit: 'shares',
    ours: rolled,
    theirs: Shares.toDecimal(row.outstanding),
    source: row.source,
  } as const
  return [comparison(sides, SHARES_TOLERANCE, (difference) => ({ effect: worth(difference, shareValue(books.viewOn(row.date), row.classId)) }))]
}

/** Shares and dollars, sold and redeemed. The books' own orders are rounded as the agent's are, but fewer. */
function orders(books: BookSide, { id, shareDecimals }: ShareClass, row: GivenShares): readonly Comparison[] {
  const currency = books.fund.series.baseCurrency
  const ofDay = (books.orders.get(id) ?? []).filter(({ date }) => date === row.date)
  const [sold, redeemed] = [ofDay.filter(({ amount }) => amount.units > 0n), ofDay.filter(({ amount }) => amount.units < 0n)]
  const price = books.dealingPrice(id, row.date)
  const side = (word: 'sold' | 'redeemed', booked: readonly Order[], theirs: { readonly shares: Shares; readonly dollars: Amount }): readonly Comparison[] => {
    const shares = absolute(total(booked.map(({ amount }) => amount)))
    const dollars = sum([decimal(0n, minorUnitDigits(currency)), ...booked.map((order) => order.dollars)])
    const each = dollarTolerance(price, shareDecimals, currency)
    const transactions = decimal(BigInt(row.transactions ?? Math.max(1, booked.length)), 0)
    const common = { matter: 'orders', date: row.date, source: row.source } as const
    return [
      comparison(
        { ...common, subject: `${id}/shares-${word}`, unit: 'shares', ours: shares, theirs: Shares.toDecimal(theirs.shares) },
        SHARES_TOLERANCE,
        (difference) => ({
          effect: worth(difference, price),
        }),
      ),
      comparison(
        { ...common, subject: `${id}/dollars-${word}`, unit: currency, ours: dollars, theirs: amountToDecimal(theirs.dollars, currency) },
        product(each, transactions),
        (difference) => ({ effect: difference }),
      ),
    ]
  }
  return [...side('sold', sold, row.sold), ...side('redeemed', redeemed, row.redeemed)]
}
