import { describe, expect, test } from 'vitest'
import { type BookText, eventsOf, hashOf } from '../../test/support/book.ts'
import { canonicalLine } from './canonical-line.ts'

const purchases = [
  'p1, 2024-06-03, 09:30, acme, 100, 25.00, 4.00, 1.25, 2505.25, 2024-06-05, anna',
  'p2, 2024-06-03, 09:31, beta, 200, 12.50, 0,    0,    2500.00, 2024-06-05, anna',
  'p3, 2024-06-04, 09:32, acme, 300, 26.00, 0,    0,    7800.00, 2024-06-05, anna',
]
const header = 'id, trade_date, time, instrument, quantity, price, commission, fees, net_amount, settlement_date, entered_by'
const manual = ['m1, 1, 2024-06-04, 1000, , , 100.00, , a receipt', 'm1, 2, 2024-06-04, 3010, a, , , 100.00,']
const manualHeader = 'id, line, effective_date, account, class, currency, debit, credit, reason'
const prices = ['2024-06-03, acme, 25.50, close, x', '2024-06-03, beta, 12.75, close, x', '2024-06-03, acme, 25.40, bid, x']
const priceHeader = 'date, instrument, price, type, source'

const textOf = (buys: readonly string[], entries: readonly string[] = manual, observed: readonly string[] = prices): BookText => ({
  events: { purchase: [header, ...buys].join('\n'), 'manual-entry': [manualHeader, ...entries].join('\n') },
  prices: [priceHeader, ...observed].join('\n'),
})

const whole = hashOf(textOf(purchases))

describe('DESIGN 4: one text per record, blind to where it was read', () => {
  test('keys in order, numbers exact, no source', () => {
    expect(eventsOf(textOf(purchases.slice(0, 1), [])).map(canonicalLine)).toEqual([
      '{"actor":"anna","effectiveDate":19877,"id":"p1","kind":"purchase","payload":{"commission":"400n","fees":"125n","instrument":"acme","netAmount":"250525n",' +
        '"price":"25000000000n","quantity":"100000000n","settlementDate":19879,"time":"09:30"},"stream":"example"}',
    ])
  })

  test('a cell left empty is no part of it', () => {
    expect(
      canonicalLine(eventsOf({ events: { purchase: 'id, trade_date, instrument, quantity, net_amount\np1, 2024-06-03, acme, 1, 1.00' } })[0] as never),
    ).not.toContain('time')
  })
})

describe('book hash: the set of records alone', () => {
  test('rows in another order', () => {
    expect(hashOf(textOf(purchases.toReversed(), manual.toReversed(), prices.toReversed()))).toBe(whole)
  })

  test('columns in another order', () => {
    const turned = (row: string): string =>
      row
        .split(',')
        .toReversed()
        .map((cell) => cell.trim())
        .join(',')
    expect(hashOf({ ...textOf(purchases), prices: [priceHeader, ...prices].map(turned).join('\n') })).toBe(whole)
  })

  test('one file or several', () => {
    expect(
      hashOf({
        events: { purchase: purchases.map((row) => `${header}\n${row}`), 'manual-entry': [manualHeader, ...manual].join('\n') },
        prices: prices.map((row) => `${priceHeader}\n${row}`),
      }),
    ).toBe(whole)
  })

  test('a number written with other zeros is the same number', () => {
    expect(hashOf(textOf([(purchases[0] as string).replace('25.00', '25.000'), ...purchases.slice(1)]))).toBe(whole)
  })
})

describe('book hash: any digit of a payload changes it', () => {
  const cells = (row: string): readonly string[] => row.split(',').map((cell) => cell.trim())
  const other: readonly (readonly [column: string, value: string])[] = [
    ['id', 'p9'],
    ['trade_date', '2024-06-04'],
    ['time', '09:33'],
    ['instrument', 'coda'],
    ['quantity', '100.000001'],
    ['price', '25.000000001'],
    ['commission', '4.01'],
    ['fees', '1.24'],
    ['net_amount', '2505.26'],
    ['settlement_date', '2024-06-06'],
    ['entered_by', 'bert'],
  ]

  test.each(other)('%s of a purchase', (column, value) => {
    const position = cells(header).indexOf(column)
    const changed = cells(purchases[0] as string)
      .map((cell, index) => (index === position ? value : cell))
      .join(',')
    expect(hashOf(textOf([changed, ...purchases.slice(1)]))).not.toBe(whole)
  })

  test.each([
    [
      'a manual entry',
      textOf(
        purchases,
        manual.map((row) => row.replace('100.00', '100.01')),
      ),
    ],
    [
      'its reason',
      textOf(
        purchases,
        manual.map((row) => row.replace('receipt', 'Receipt')),
      ),
    ],
    [
      'its account',
      textOf(
        purchases,
        manual.map((row) => row.replace('1000', '1510')),
      ),
    ],
    ['a price', textOf(purchases, manual, [(prices[0] as string).replace('25.50', '25.500000001'), ...prices.slice(1)])],
    ['the type of a price', textOf(purchases, manual, [(prices[0] as string).replace('close', 'ask'), ...prices.slice(1)])],
    ['the source of a price', textOf(purchases, manual, [`${prices[0]}y`, ...prices.slice(1)])],
    ['one record less', textOf(purchases.slice(1))],
    ['a policy', { ...textOf(purchases), policies: { nav_rounding: 'decimals: 3, mode: half-up' } }],
    ['the class', { ...textOf(purchases), shareClass: { issue_price: '10.01' } }],
    ['the inception', { ...textOf(purchases), inception: '2024-05-31' }],
  ])('%s', (_name, text) => {
    expect(hashOf(text)).not.toBe(whole)
  })
})
