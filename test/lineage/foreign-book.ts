/**
 * A book of two weeks across a month end, in dollars, euros and yen: holdings bought with currency that was there, with currency
 * drawn, and sold; open trades at both ends of its second period; settlement in parts; cash in euros bought and sold by hand.
 */
import { type BookSource } from '../../src/app/book-source.ts'
import { type BookText, sourceOf } from '../support/book.ts'
import { fourPlaces } from './rich-book.ts'

const instruments = `
  id,   name,         type,         industry, country, currency, income_producing, income_source
  acme, Acme Corp.,   common-stock, Tools,    US,      USD,      yes,              test
  euro, Euro AG,      common-stock, Tools,    DE,      EUR,      yes,              test
  tora, Tora KK,      common-stock, Music,    JP,      JPY,      no,               test
`
const events = {
  subscription: `
    id, trade_date, class, amount
    s1, 2024-05-28, a,     200000.00
    s2, 2024-06-03, a,     5123.45
  `,
  purchase: `
    id, trade_date, instrument, quantity, price,   commission, fees, net_amount
    p1, 2024-05-28, euro,       300,      41.37,   9.95,       0.51,
    p2, 2024-05-29, acme,       500,      25.01,   4.95,       ,
    p3, 2024-05-29, tora,       200,      ,        ,           ,     431217
    p4, 2024-06-03, euro,       110,      42.03,   4.15,       ,
    p5, 2024-06-07, tora,       70,       2203.5,  311,        ,
  `,
  sale: `
    id, trade_date, instrument, quantity, price,   commission, net_amount
    x1, 2024-05-31, euro,       120,      43.11,   3.33,
    x2, 2024-06-04, tora,       60,       2241.25, 212,
    x3, 2024-06-06, euro,       205,      ,        ,           8917.53
  `,
  settlement: `
    id, settlement_date, of, quantity, amount
    t1, 2024-06-05,      p4, 40,
    t2, 2024-06-06,      p4, ,         1203.17
    t3, 2024-06-10,      p4, ,
  `,
  // Paid in euros while the tax is reclaimed, in a currency of its own, and of shares held in yen; a correction; a reclaim in parts.
  dividend: `
    id, ex_date,    instrument, rate, currency, pay_date,   withholding_rate, treaty_rate, withheld, reclaim, fee_rate, informed,   knowable, reverses
    d1, 2024-05-30, euro,       0.83, ,         2024-06-04, 0.26375,          0.15,        ,         ,        ,         ,           ,
    d2, 2024-06-03, tora,       12.5, ,         2024-06-06, ,                 ,            311,      102,     0.7,      ,           ,
    d3, 2024-06-04, acme,       0.21, EUR,      2024-06-07, ,                 ,            ,         ,        ,         ,           ,
    d4, 2024-06-04, acme,       0.27, EUR,      2024-06-07, ,                 ,            ,         ,        ,         2024-06-05, no,       d3
  `,
  reclaim: `
    id, effective_date, of, amount, outcome
    q1, 2024-06-05,     d1, 3.17,   received
    q2, 2024-06-06,     d1, 1.05,   written-off
    q3, 2024-06-10,     d1, ,       received
  `,
  // Euros for dollars, and yen for euros.
  'currency-exchange': `
    id, value_date, bought_currency, bought,  sold_currency, sold
    c1, 2024-06-04, USD,             2161.37, EUR,           2000.00
    c2, 2024-06-06, JPY,             310417,  EUR,           1830.25
  `,
  'manual-entry': `
    id, line, effective_date, account, currency, debit,    credit,   base_amount, reason
    m1, 1,    2024-05-29,     1010,    EUR,      15000.00, ,         16287.11,    euros bought
    m1, 2,    2024-05-29,     1011,    EUR,      ,         15000.00, 16287.11,
    m1, 3,    2024-05-29,     1012,    ,         16287.11, ,         ,
    m1, 4,    2024-05-29,     1000,    ,         ,         16287.11, ,
    m2, 1,    2024-06-05,     5210,    EUR,      312.47,   ,         339.80,      custodian abroad
    m2, 2,    2024-06-05,     2540,    EUR,      ,         312.47,   339.80,
  `,
} as const

export const foreignDays = [
  '2024-05-28',
  '2024-05-29',
  '2024-05-30',
  '2024-05-31',
  '2024-06-03',
  '2024-06-04',
  '2024-06-05',
  '2024-06-06',
  '2024-06-07',
  '2024-06-10',
] as const
const closes: Readonly<Record<string, readonly string[]>> = {
  acme: ['25.17', '26.02', '26.31', '26.88', '27.14', '27.43', '27.66', '27.95', '28.12', '27.58'],
  euro: ['41.20', '41.33', '41.72', '42.05', '41.98', '42.44', '42.17', '42.61', '41.91', '42.38'],
  tora: ['2151', '2160.5', '2177', '2183', '2211.5', '2239', '2240', '2218.5', '2207', '2231'],
}
/** Dollars for one euro, and yen for one dollar. */
const quoted: Readonly<Record<'EUR' | 'JPY', readonly string[]>> = {
  EUR: ['1.0857', '1.0804', '1.0831', '1.0848', '1.0903', '1.0881', '1.0869', '1.0890', '1.0802', '1.0764'],
  JPY: ['157.17', '157.64', '156.82', '157.31', '156.08', '154.87', '156.10', '155.61', '156.75', '157.04'],
}
const prices = [
  'date,instrument,price,type,source',
  ...foreignDays.flatMap((day, at) => Object.entries(closes).map(([id, values]) => `${day},${id},${values[at]},close,x`)),
]
const rates = [
  'date,currency,rate,quote,source,time',
  ...foreignDays.flatMap((day, at) => [
    `${day},EUR,${quoted.EUR[at]},base-per-foreign,x,16:00 America/New_York`,
    `${day},JPY,${quoted.JPY[at]},foreign-per-base,x,16:00 America/New_York`,
  ]),
]

/** The second begins on a Saturday, after a week's end with open trades. */
export const foreignPeriods = ['2024-05-28..2024-06-10', '2024-06-01..2024-06-07'] as const
export const foreignText: BookText = {
  inception: '2024-05-28',
  policies: fourPlaces,
  instruments,
  events,
  prices: prices.join('\n'),
  rates: rates.join('\n'),
}
export const foreignBook = (): BookSource => sourceOf(foreignText)

/**
 * The same days of a fund that was taken on with euros, a lot in euros and a debt in yen, which is paid in two parts. Its books
 * begin at the close of the first day.
 */
const openings = {
  'opening-balance': `
    id, effective_date, account, class, currency, debit,     credit,    base_amount, due
    o1, 2024-05-28,     1000,    ,      ,         150000.00, ,          ,
    o2, 2024-05-28,     1010,    ,      EUR,      9000.00,   ,          9711.00,
    o3, 2024-05-28,     2100,    ,      JPY,      ,          310217,    1971.33,     2024-05-31
    o4, 2024-05-28,     3000,    a,     ,         ,          17.00,     ,
    o5, 2024-05-28,     3010,    a,     ,         ,          169500.00, ,
    o6, 2024-05-28,     3200,    a,     ,         ,          622.67,    ,`,
  'opening-lot': `
    id, effective_date, instrument, acquired,   quantity, cost,     base_cost
    l1, 2024-05-28,     euro,       2023-11-02, 300,      11700.00, 12400.00`,
  'opening-shares': `
    id, effective_date, class, shares, net_asset_value
    h1, 2024-05-28,     a,     17000,  10.0716`,
} as const

export const takenOnPeriod = '2024-05-29..2024-06-10'
export const takenOnBook = (): BookSource =>
  sourceOf({
    ...foreignText,
    inception: '2020-03-02',
    booksFrom: '2024-05-28',
    events: {
      ...openings,
      subscription: events.subscription.replace('s1, 2024-05-28, a,     200000.00', ''),
      purchase: events.purchase.replace('p1, 2024-05-28, euro,       300,      41.37,   9.95,       0.51,', ''),
      sale: events.sale,
      dividend: events.dividend,
      reclaim: events.reclaim,
      settlement: `${events.settlement}
        t0, 2024-05-30,      o3, ,         100000
        t4, 2024-05-31,      o3, ,`,
      'manual-entry': events['manual-entry'],
    },
  })
