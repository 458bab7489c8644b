/**
 * A third book, of eight days around a month end on a Sunday after Good Friday, whose last strike is that of Thursday. Its
 * class takes a redemption on its first day, and what it pays for shares takes most of its cash.
 */
import { type BookSource } from '../../src/app/book-source.ts'
import { sourceOf } from '../support/book.ts'
import { fourPlaces } from './rich-book.ts'

const instruments = `
  id,   name,       type,         industry, country, currency, income_producing, income_source
  acme, Acme Corp., common-stock, Tools,    US,      USD,      yes,              test
  beta, Beta Inc.,  common-stock, Tools,    CA,      USD,      no,               test
`

const events = {
  subscription: `
    id, trade_date, class, amount
    s1, 2024-03-25, a,     20000.00
    s2, 2024-03-28, a,     512.34
  `,
  redemption: `
    id, trade_date, class, amount, shares
    r1, 2024-03-25, a,     ,       10.000
    r2, 2024-03-28, a,     71.13,
  `,
  purchase: `
    id, trade_date, instrument, quantity, price, commission
    p1, 2024-03-26, acme,       600,      25.01, 4.95
    p2, 2024-03-27, beta,       50,       40.11, 1.95
    p3, 2024-04-01, acme,       7,        25.93, 0.95
  `,
  sale: `
    id, trade_date, instrument, quantity, price, commission
    x1, 2024-03-27, acme,       11,       25.44, 0.95
    x2, 2024-04-02, beta,       40,       41.02, 1.15
  `,
} as const

const days = ['2024-03-25', '2024-03-26', '2024-03-27', '2024-03-28', '2024-04-01', '2024-04-02', '2024-04-03']
const closes: Readonly<Record<string, readonly string[]>> = {
  acme: ['24.91', '25.17', '25.48', '25.83', '25.97', '26.11', '26.02'],
  beta: ['40.02', '40.20', '40.33', '40.72', '40.98', '41.05', '40.98'],
}
const prices = [
  'date,instrument,price,type,source',
  ...days.flatMap((day, at) => Object.entries(closes).map(([id, values]) => `${day},${id},${values[at]},close,x`)),
]

export const monthEndPeriods = ['2024-03-25..2024-04-03', '2024-03-27..2024-04-03'] as const

export const monthEndBook = (): BookSource => sourceOf({ inception: '2024-03-25', policies: fourPlaces, instruments, events, prices: prices.join('\n') })
