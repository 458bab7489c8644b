/**
 * A second book, of two weeks: orders priced at a net asset value, a sale out of two lots and one of a named lot, a sale in the
 * period before, settlement in part, entries by hand, two industries, three countries, a multiplier. Its report has an opening.
 */
import { type BookSource } from '../../src/app/book-source.ts'
import { sourceOf } from '../support/book.ts'

/** A net asset value per share that small changes move. */
export const fourPlaces = { nav_rounding: 'decimals: 4, mode: half-up' }

const instruments = `
  id,   name,       type,         industry, country, currency, income_producing, income_source, multiplier
  acme, Acme Corp., common-stock, Tools,    US,      USD,      yes,              test,
  beta, Beta Inc.,  common-stock, Tools,    CA,      USD,      no,               test,
  coda, Coda Ltd.,  common-stock, Music,    BM,      USD,      no,               test,
  dart, Dart plc,   common-stock, Music,    US,      USD,      yes,              test,          10
`

const events = {
  subscription: `
    id, trade_date, class, amount,    shares,    settlement_date
    s1, 2024-06-03, a,     500000.00, 50000.000, 2024-06-03
    s2, 2024-06-06, a,     12345.67,  ,
    s3, 2024-06-11, a,     ,          1234.567,
  `,
  redemption: `
    id, trade_date, class, amount, shares
    r1, 2024-06-12, a,     ,       432.109
    r2, 2024-06-14, a,     700.13,
  `,
  purchase: `
    id, trade_date, instrument, quantity, price,  commission, fees, net_amount
    p1, 2024-06-03, acme,       1000,     25.01,  9.95,       0.51,
    p2, 2024-06-04, acme,       600,      26.13,  4.95,       ,
    p3, 2024-06-05, beta,       800,      ,       ,           ,     33210.55
    p4, 2024-06-06, coda,       517,      ,       ,           ,     36898.33
    p5, 2024-06-07, dart,       30,       12.345, 1.25,       ,
    p6, 2024-06-13, beta,       120,      41.87,  2.22,       ,
  `,
  sale: `
    id, trade_date, instrument, quantity, price, commission, fees, net_amount, lots
    x1, 2024-06-06, acme,       350,      26.57, 3.33,       ,     ,
    x2, 2024-06-11, acme,       900,      27.81, 5.15,       0.42, ,
    x3, 2024-06-13, beta,       300,      ,      ,           ,     12801.77,   p3:300
  `,
  dividend: `
    id, ex_date,    instrument, rate,  pay_date,   withholding_rate, treaty_rate, withheld, reclaim, fee_rate, capital_gain, informed,   knowable, reverses
    d1, 2024-06-06, acme,       0.37,  2024-06-12, ,                 ,            ,         ,        ,         ,             ,           ,
    d2, 2024-06-12, beta,       0.211, 2024-06-20, 0.25,             0.15,        ,         ,        ,         ,             ,           ,
    d3, 2024-06-11, coda,       0.43,  2024-06-13, ,                 ,            20.11,    7.05,    0.012,    ,             ,           ,
    d4, 2024-06-10, dart,       0.81,  2024-06-14, ,                 ,            ,         ,        ,         ,             ,           ,
    d5, 2024-06-10, dart,       0.77,  2024-06-14, 0.30,             ,            ,         ,        ,         ,             2024-06-12, no,       d4
    d6, 2024-06-13, acme,       0.53,  2024-06-21, ,                 ,            ,         ,        ,         0.12,         ,           ,
  `,
  interest: `
    id, from,       through,    type,      amount, balance,   rate,   pay_date
    i1, 2024-06-03, 2024-06-07, cash,      12.34,  ,          ,       2024-06-11
    i2, 2024-06-10, 2024-06-14, cash,      ,       123456.00, 0.0431, 2024-07-01
    i3, 2024-06-12, 2024-06-12, overdraft, 3.19,   ,          ,       2024-07-01
  `,
  'securities-lending': `
    id, effective_date, instrument, earned, rebate, agent_rate, agent_fee, pay_date
    l1, 2024-06-11,     acme,       50.11,  21.07,  0.2,        ,          2024-06-13
    l2, 2024-06-13,     acme,       49.16,  20.03,  ,           5.83,      2024-07-01
  `,
  'other-income': `
    id, effective_date, description,              amount, pay_date
    o1, 2024-06-12,     class action of Old Corp., 33.17, 2024-06-14
  `,
  reclaim: `
    id, effective_date, of, outcome,     amount
    q1, 2024-06-13,     d3, received,    3.02
    q2, 2024-06-14,     d3, written-off, 1.11
  `,
  settlement: `
    id, settlement_date, of, quantity, amount
    t1, 2024-06-10,      p4, 200,
    t2, 2024-06-12,      p4, ,         9000.01
    t3, 2024-06-14,      p4, 101,
    t4, 2024-06-13,      s3, ,         5000.00
    t5, 2024-06-14,      s3, ,
  `,
  'manual-entry': `
    id, line, effective_date, account, class, currency, debit,  credit, base_amount, reason
    m1, 1,    2024-06-13,     5290,    ,      ,         312.47, ,       ,            audit fee of the year so far
    m1, 2,    2024-06-13,     2560,    ,      ,         ,       312.47, ,
    m2, 1,    2024-06-12,     1000,    ,      ,         71.33,  ,       ,            interest on the account
    m2, 2,    2024-06-12,     4100,    ,      ,         ,       71.33,  ,
  `,
} as const

const days = ['2024-06-03', '2024-06-04', '2024-06-05', '2024-06-06', '2024-06-07', '2024-06-10', '2024-06-11', '2024-06-12', '2024-06-13', '2024-06-14']
const closes: Readonly<Record<string, readonly string[]>> = {
  acme: ['25.17', '26.02', '26.31', '26.88', '27.14', '27.43', '27.66', '27.95', '28.12', '27.58'],
  beta: ['41.20', '41.33', '41.72', '41.05', '40.98', '41.44', '42.17', '42.61', '41.91', '42.38'],
  coda: ['70.11', '70.94', '71.23', '71.77', '72.38', '71.09', '70.83', '71.51', '72.26', '73.04'],
  dart: ['12.11', '12.19', '12.27', '12.35', '12.41', '12.28', '12.52', '12.67', '12.49', '12.58'],
}
const prices = [
  'date,instrument,price,type,source',
  ...days.flatMap((day, index) => Object.entries(closes).map(([id, values]) => `${day},${id},${values[index]},close,x`)),
].join('\n')

export const richPeriods = ['2024-06-10..2024-06-14', '2024-06-03..2024-06-14'] as const

export const richBook = (): BookSource => sourceOf({ policies: fourPlaces, instruments, events, prices })

/** What an exchange-traded fund has besides: baskets that come in and go out, with cash of either sign and fees. */
const baskets = {
  redemption: `
    id, trade_date, class, amount, shares,  redemption_fee
    r1, 2024-06-12, a,     ,       432.109, 86.41
    r2, 2024-06-14, a,     700.13, ,
  `,
  'creation-in-kind': `
    id, line, trade_date, class, shares,   cash_component, transaction_fee, instrument, quantity
    k1, 1,    2024-06-05, a,     1871.203, 317.55,         75.00,           acme,       211
    k1, 2,    ,           ,      ,         ,               ,                coda,       179
  `,
  'redemption-in-kind': `
    id, line, trade_date, class, shares,   cash_component, transaction_fee, instrument, quantity, lots
    k2, 1,    2024-06-12, a,     1201.555, -211.08,        60.00,           coda,       101,
    k2, 2,    ,           ,      ,         ,               ,                beta,       113,      p3:113
  `,
} as const

export const basketBook = (): BookSource => sourceOf({ policies: fourPlaces, instruments, events: { ...events, ...baskets }, prices })
