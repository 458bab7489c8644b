// The NAV packs of a book of texts, as they are made for a reader.
import { booksAsOf } from '../../src/app/books-as-of.ts'
import { type NavPack, navPacks } from '../../src/app/nav-pack/nav-pack.ts'
import { shownIssue, type BookText, day, open } from '../support/book.ts'

export function packsOf(text: BookText, asOf: string, from?: string): readonly NavPack[] {
  const first = from === undefined ? undefined : day(from)
  const views = first === undefined ? undefined : 'business days'
  const answer = booksAsOf(open(text), { asOf: day(asOf), basis: 'nav', from: first, views, isReconciled: true, isProved: true })
  if (!answer.ok) throw new Error(answer.issues.map(shownIssue).join('; '))
  return navPacks(answer.books, first, '0123456789abcdef')
}

export const packOf = (text: BookText, asOf: string): NavPack => packsOf(text, asOf)[0] as NavPack

/**
 * A fund of 500,000.00 with two holdings bought on the first day at their close. On the second acme goes from 20.00 to 22.00
 * and beta from 50.00 to 49.00, a fee of 36,500.00 a year (36,600.00 in the leap year, 100.00 a day) accrues, and 10 acme are
 * sold at 22.50, in the net asset value of the third day.
 */
export const twoHoldings: BookText = {
  policies: { expense_budget: 'id: audit, account: 5250, annual_amount: 36600', nav_checks: 'benchmark: BROAD' },
  events: {
    subscription: 'id, trade_date, class, amount, shares, settlement_date\nseed, 2024-06-03, a, 500000.00, 50000, 2024-06-03',
    purchase: 'id, trade_date, instrument, quantity, price\none, 2024-06-03, acme, 1000, 20.00\ntwo, 2024-06-03, beta, 400, 50.00',
    sale: 'id, trade_date, instrument, quantity, price\nout, 2024-06-04, acme, 10, 22.50',
  },
  prices: `
    date,       instrument, price, type,  source
    2024-06-03, acme,       20.00, close, x
    2024-06-03, beta,       50.00, close, x
    2024-06-04, acme,       22.00, close, x
    2024-06-04, beta,       49.00, close, x
    2024-06-05, acme,       22.00, close, x
    2024-06-05, beta,       49.00, close, x
  `,
  benchmarks: 'date, benchmark, level, source\n2024-06-03, BROAD, 1000, x\n2024-06-04, BROAD, 1002, x\n2024-06-05, BROAD, 1002, x',
}
