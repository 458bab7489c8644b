import { describe, expect, test } from 'vitest'
import { type BookText, check, issuesOf, keep, shownIssue } from '../../test/support/book.ts'

const bought = (row: string, inception = '2024-06-03'): BookText => ({
  inception,
  events: {
    purchase: `
    id,  trade_date, instrument, quantity, price, commission, fees, net_amount, settlement_date
    buy, ${row}
  `,
  },
  prices: `
    date,       instrument, price, type,  source
    2002-12-31, acme,       25.00, close, x
    2003-01-02, acme,       25.00, close, x
    2003-01-03, acme,       25.00, close, x
    2003-01-06, acme,       25.00, close, x
    2024-06-03, acme,       25.00, close, x
    2024-06-04, acme,       25.00, close, x
    2024-06-05, acme,       25.00, close, x
  `,
})

describe('R3.8: a purchase is at cost with commission and charges, on the trade date', () => {
  test('100 @ 25.00 + 4.00 = 2,504.00; in the next NAV (Rule 2a-4), and paid on the settlement date', () => {
    check(bought('2024-06-03, acme, 100, 25.00, 4.00, , ,'), '2024-06-04', {
      entries: `
        buy         2024-06-03 in 2024-06-04 Dr 1100 2504.00 Cr 2100 2504.00
        buy/settled 2024-06-04 in 2024-06-04 Dr 2100 2504.00 Cr 1000 2504.00
      `,
      lots: 'acme buy 2024-06-03 100 2504.00',
      openItems: '',
    })
  })

  test('commission and stamp duty: 100 × 25.00 + 4.00 + 1.25 = 2,505.25', () => {
    check(bought('2024-06-03, acme, 100, 25.00, 4.00, 1.25, ,'), '2024-06-04', { lots: 'acme buy 2024-06-03 100 2505.25' })
  })

  test('the confirmed net amount prevails, and no price is needed', () => {
    check(bought('2024-06-03, acme, 100, , , , 2504.00,'), '2024-06-04', { lots: 'acme buy 2024-06-03 100 2504.00' })
  })

  test('rounded once: 3.333333 × 7.123456789 = 23.744853… → 23.74', () => {
    check(bought('2024-06-03, acme, 3.333333, 7.123456789, , , ,'), '2024-06-04', { lots: 'acme buy 2024-06-03 3.333333 23.74' })
  })

  test('R1.14: bought Tuesday 2002-12-31 it settles T+3, Monday 2003-01-06', () => {
    const text = bought('2002-12-31, acme, 100, 25.00, 4.00, , ,', '2002-12-31')
    check(text, '2003-01-03', { openItems: 'buy payable 2504.00 of 2504.00 100 due 2003-01-06' })
    check(text, '2003-01-06', { openItems: '', entries: 'buy/settled 2003-01-06 in 2003-01-06 Dr 2100 2504.00 Cr 1000 2504.00' })
  })

  test('a settlement date of the source goes before the cycle', () => {
    check(bought('2024-06-03, acme, 100, 25.00, 4.00, , , 2024-06-05'), '2024-06-04', { openItems: 'buy payable 2504.00 of 2504.00 100 due 2024-06-05' })
  })

  test('R1.13: a multiplier is part of the cost: 2 × 25.00 × 10 = 500.00', () => {
    const instruments = `
      id,   name,       type,         industry, country, currency, income_producing, income_source, multiplier
      acme, Acme Corp., common-stock, Tools,    US,      USD,      yes,              test,          10
    `
    check({ ...bought('2024-06-03, acme, 2, 25.00, , , ,'), instruments }, '2024-06-04', {
      lots: 'acme buy 2024-06-03 2 500.00',
      strikes: '2024-06-04 0.00 / 0 = none',
    })
  })
})

describe('a net amount beside a price is compared with it: an average price is a rounded one', () => {
  const codes = (row: string) => issuesOf(bought(`2024-06-03, acme, ${row},`), '2024-06-04').map(shownIssue)
  const refused = ['events/purchase.csv:2 net_amount trade.amount-differs']

  // Half of the last place on the whole quantity, and the cent of rounding: 100 × 0.01 / 2 + 0.01 = 0.51.
  test.each([
    ['100, 25.01, 4.00, , 2505.00', []],
    ['100, 25.01, 4.00, , 2505.51', []],
    ['100, 25.01, 4.00, , 2505.52', refused],
    ['100, 25.01, 4.00, , 2504.49', []],
    ['100, 25.01, 4.00, , 2504.48', refused],
    ['100, 25.0123, 4.00, , 2505.24', []], // 100 × 25.0123 + 4 = 2,505.23; 100 × 0.0001 / 2 + 0.01 = 0.015
    ['100, 25.0123, 4.00, , 2505.26', refused],
    // A round price is not a rough one: it is good to the cent.
    ['100, 25.00, 4.00, , 2504.51', []],
    ['100, 25.00, 4.00, , 2540.00', refused], // 2,504.00 with two digits changed over
    ['100, 20, , , 2050.00', refused],
  ])('%s', (row, expected) => {
    expect(codes(row)).toEqual(expected)
  })

  // Accepted and not passed over: a strike says what lies between the two beyond a cent.
  test.each([
    ['100, 25.01, 4.00, , 2505.00', []],
    ['100, 25.01, 4.00, , 2505.01', []],
    ['100, 25.01, 4.00, , 2505.02', ['net amount 2505.02 for buy, and 2505.00 = quantity × price plus commission and fees']],
    ['1000000, 50.00, , , 50004999.00', ['net amount 50004999.00 for buy, and 50000000.00 = quantity × price plus commission and fees']],
    ['1000000, 50.00, , , 49995001.00', ['net amount 49995001.00 for buy, and 50000000.00 = quantity × price plus commission and fees']],
    ['1000000, 50.00, , , ', []],
  ])('%s: exceptions of the strike', (row, expected) => {
    const { last } = keep(bought(`2024-06-03, acme, ${row},`), '2024-06-04')
    expect(last?.strike.exceptions.map(({ found }) => found)).toEqual(expected)
    expect(last?.strike.exceptions.every(({ code }) => code === 'trade.amount-rounded')).toBe(true)
  })
})
