import { describe, expect, test } from 'vitest'
import { type BookText, check, issuesOf, shownIssue } from '../../test/support/book.ts'

const header = 'id, value_date, bought_currency, bought, sold_currency, sold'
const rates = (...quoted: readonly (readonly [date: string, currency: string, rate: string])[]): string =>
  [
    'date, currency, rate, quote, source, time',
    ...quoted.map(([date, currency, rate]) => `${date}, ${currency}, ${rate}, base-per-foreign, x, 16:00 America/New_York`),
  ].join('\n')
const exchanges = (...rows: readonly string[]): BookText => ({
  events: { 'currency-exchange': [header, ...rows].join('\n') },
  rates: rates(['2024-06-03', 'EUR', '1.05'], ['2024-06-04', 'EUR', '1.10'], ['2024-06-04', 'JPY', '0.0064'], ['2024-06-03', 'JPY', '0.0064']),
})

describe('R3.41, R6.9: currency bought and sold at the spot', () => {
  test('R6.9: EUR 10,000 bought at 1.05: 1010 against 1011, 1012 against 1000; net assets stand still', () => {
    check(exchanges('fx, 2024-06-03, EUR, 10000.00, USD, 10500.00'), '2024-06-03', {
      entries: 'fx 2024-06-03 in 2024-06-03 Dr 1010 EUR 10000.00 = 10500.00 Cr 1011 EUR 10000.00 = 10500.00 Cr 1000 10500.00 Dr 1012 10500.00',
      strikes: '2024-06-03 0.00 / 0 = none',
    })
  })

  test('sold for dollars at 1.11: what left at 1.05 gained 0.06 each: 4,000 × 0.06 = 240.00', () => {
    check(exchanges('fx, 2024-06-03, EUR, 10000.00, USD, 10500.00', 'back, 2024-06-04, USD, 4440.00, EUR, 4000.00'), '2024-06-04', {
      entries: 'back 2024-06-04 in 2024-06-04 Dr 1000 4440.00 Cr 1012 4440.00 Cr 1010 EUR 4000.00 = 4200.00 Dr 1011 EUR 4000.00 = 4440.00 Cr 6200 240.00',
      // 4,440.00 − 10,500.00 in dollars, and EUR 6,000 at 1.10 = 6,600.00.
      strikes: '2024-06-04 540.00 / 0 = none',
    })
  })

  test('one foreign currency for another is worth what is bought, at the rate of the day: JPY 700,000 at 0.0064 = 4,480.00', () => {
    check(exchanges('fx, 2024-06-03, EUR, 10000.00, USD, 10500.00', 'cross, 2024-06-04, JPY, 700000, EUR, 4000.00'), '2024-06-04', {
      // EUR 4,000 cost 4,200.00: 280.00 realized.
      entries:
        'cross 2024-06-04 in 2024-06-04 Dr 1010 JPY 700000 = 4480.00 Cr 1011 JPY 700000 = 4480.00 Cr 1010 EUR 4000.00 = 4200.00 Dr 1011 EUR 4000.00 = 4480.00 Cr 6200 280.00',
    })
  })

  test('sold without having it: owed at what was dealt, and repaid at that', () => {
    check(exchanges('short, 2024-06-03, USD, 1050.00, EUR, 1000.00', 'cover, 2024-06-04, EUR, 1000.00, USD, 1090.00'), '2024-06-04', {
      entries: `
        short 2024-06-03 in 2024-06-03 Dr 1000 1050.00 Cr 1012 1050.00 Cr 1010 EUR 1000.00 = 1050.00 Dr 1011 EUR 1000.00 = 1050.00
        cover 2024-06-04 in 2024-06-04 Dr 1010 EUR 1000.00 = 1050.00 Cr 1011 EUR 1000.00 = 1090.00 Cr 1000 1090.00 Dr 1012 1090.00 Dr 6200 40.00
      `,
    })
  })

  test('a currency for itself, and a part of a yen, are refused', () => {
    expect(issuesOf(exchanges('same, 2024-06-03, EUR, 1.00, EUR, 1.00', 'part, 2024-06-03, JPY, 1.50, USD, 1.00'), '2024-06-04').map(shownIssue)).toEqual([
      'events/currency-exchange.csv:2 sold_currency trade.one-currency',
      'events/currency-exchange.csv:3 bought field.too-many-decimals',
    ])
  })
})
