import { describe, expect, test } from 'vitest'
import { type BookText, check, issuesOf, shownIssue } from '../../test/support/book.ts'

const instruments = `
  id,   name,       type,         industry, country, currency, income_producing, income_source
  euro, Euro Corp., common-stock, Tools,    DE,      EUR,      yes,              test
`
const rates = (...quoted: readonly (readonly [date: string, rate: string])[]): string =>
  ['date, currency, rate, quote, source, time', ...quoted.map(([date, rate]) => `${date}, EUR, ${rate}, base-per-foreign, x, 16:00 America/New_York`)].join(
    '\n',
  )
const prices = (...quoted: readonly (readonly [date: string, price: string])[]): string =>
  ['date, instrument, price, type, source', ...quoted.map(([date, price]) => `${date}, euro, ${price}, close, x`)].join('\n')
/** EUR 10,000 that cost 10,500.00. */
const eurosBought = `id, line, effective_date, account, currency, debit, credit, base_amount, reason
  fx, 1, 2024-06-03, 1010, EUR, 10000.00, ,         10500.00, euros bought at 1.05
  fx, 2, 2024-06-03, 1011, EUR, ,         10000.00, 10500.00,
  fx, 3, 2024-06-03, 1012, ,    10500.00, ,         ,
  fx, 4, 2024-06-03, 1000, ,    ,         10500.00, ,`

/** RULES 3.E: EUR 10,000 of stock bought at 1.10, paid at 1.11, sold for EUR 10,500 at 1.12, paid for at 1.13. */
const text: BookText = {
  instruments,
  events: {
    'manual-entry': eurosBought,
    purchase: 'id, trade_date, instrument, quantity, price\nbuy, 2024-06-03, euro, 100, 100.00',
    sale: 'id, trade_date, instrument, quantity, price\nsell, 2024-06-05, euro, 100, 105.00',
  },
  prices: prices(['2024-06-03', '100.00'], ['2024-06-04', '100.00'], ['2024-06-05', '105.00']),
  rates: rates(['2024-06-03', '1.10'], ['2024-06-04', '1.11'], ['2024-06-05', '1.12'], ['2024-06-06', '1.13']),
}

describe('R3.39–R3.41: a stock bought and sold in euros', () => {
  test('cost at the rate of the trade date; what is paid leaves at its own cost of 1.05; what is received comes at the rate of the day', () => {
    check(text, '2024-06-06', {
      entries: `
        buy 2024-06-03 in 2024-06-04 Dr 1100 EUR 10000.00 = 11000.00 Cr 2100 EUR 10000.00 = 11000.00
        buy/settled 2024-06-04 in 2024-06-04 Dr 2100 EUR 10000.00 = 11000.00 Cr 1010 EUR 10000.00 = 10500.00 Cr 6200 500.00
        sell 2024-06-05 in 2024-06-06 Dr 1300 EUR 10500.00 = 11760.00 Cr 1100 EUR 10000.00 = 11000.00 Cr 6000 EUR 500.00 = 760.00
        sell/settled 2024-06-06 in 2024-06-06 Dr 1010 EUR 10500.00 = 11865.00 Cr 1300 EUR 10500.00 = 11760.00 Cr 6200 105.00
      `,
    })
  })

  test('the mark in two parts: EUR 10,500 × 1.12 − 11,000 = 760 = currency 10,000 × (1.12 − 1.10) + price 500 × 1.12', () => {
    check(text, '2024-06-05', {
      // Of the day: the currency moved from 1.11 to 1.12 on a cost of 10,000, the price from 10,000 × 1.11 to 10,500 × 1.12.
      entries: `
        mark/2024-06-05 2024-06-05 in 2024-06-05 Dr 1190/currency EUR 0.00 = 100.00 Cr 7000/currency EUR 0.00 = 100.00 Dr 1190/price EUR 0.00 = 560.00 Cr 7000/price EUR 0.00 = 560.00
      `,
      // 10,500 paid in dollars; realized 500; marked 760 on a cost of 11,000.
      trialBalance: `
        Cr 1000 10500.00
        Cr 1011 10500.00
        Dr 1012 10500.00
        Dr 1100 11000.00
        Dr 1190 760.00
        Cr 6200 500.00
        Cr 7000 760.00
      `,
    })
  })

  test('R3.40: foreign cash is translated against 1192: EUR 10,000 that cost 10,500.00 is worth 11,000.00 at 1.10', () => {
    check({ instruments, events: { 'manual-entry': eurosBought }, rates: rates(['2024-06-03', '1.10'], ['2024-06-04', '1.12']) }, '2024-06-04', {
      entries: `
        translation/2024-06-03 2024-06-03 in 2024-06-03 Dr 1192/1010 EUR 0.00 = 500.00 Cr 7200/1010 EUR 0.00 = 500.00
        translation/2024-06-04 2024-06-04 in 2024-06-04 Dr 1192/1010 EUR 0.00 = 200.00 Cr 7200/1010 EUR 0.00 = 200.00
      `,
    })
  })

  test('R3.40: a receivable of EUR 1,000 booked at 1.10, now 1.12: Dr 1192 20.00 / Cr 7200 20.00', () => {
    const sold: BookText = {
      ...text,
      policies: { nav_timing: 'trades: T' },
      events: {
        purchase: 'id, trade_date, instrument, quantity, price\nbuy, 2024-06-03, euro, 10, 100.00',
        sale: 'id, trade_date, instrument, quantity, price, settlement_date\nsell, 2024-06-03, euro, 10, 100.00, 2024-06-10',
        settlement: 'id, settlement_date, of\npaid, 2024-06-10, buy',
      },
    }
    check(sold, '2024-06-05', {
      // The payable of the purchase, of the same EUR 1,000, moves the other way.
      entries: `
        translation/2024-06-04 2024-06-04 in 2024-06-04 Cr 1192/2100 EUR 0.00 = 10.00 Dr 7200/2100 EUR 0.00 = 10.00 Dr 1192/1300 EUR 0.00 = 10.00 Cr 7200/1300 EUR 0.00 = 10.00
        translation/2024-06-05 2024-06-05 in 2024-06-05 Cr 1192/2100 EUR 0.00 = 10.00 Dr 7200/2100 EUR 0.00 = 10.00 Dr 1192/1300 EUR 0.00 = 10.00 Cr 7200/1300 EUR 0.00 = 10.00
      `,
      strikes: '2024-06-05 0.00 / 0 = none',
    })
  })

  test('R3.40: an account is translated as a whole, some of it of a class and some of none: EUR 0.10 at 1.15 is 0.12, not twice 0.06', () => {
    const accrued = ['fee, 1, 2024-06-03, 5100, EUR, 0.05, , 0.05, a fee, a', 'fee, 2, 2024-06-03, 2510, EUR, , 0.05, 0.05, , a']
    const corrected = ['more, 1, 2024-06-03, 5100, EUR, 0.05, , 0.05, more of it, a', 'more, 2, 2024-06-03, 2510, EUR, , 0.05, 0.05, ,']
    const rows = ['id, line, effective_date, account, currency, debit, credit, base_amount, reason, class', ...accrued, ...corrected].join('\n')
    // 0.10 × 1.15 = 0.115, half up 0.12; by itself each half is 0.0575, 0.06.
    check({ events: { 'manual-entry': rows }, rates: rates(['2024-06-03', '1.15']) }, '2024-06-03', { strikes: '2024-06-03 -0.12 / 0 = none' })
  })

  test('R3.41: paid with currency that is not there: drawn at the rate of the day, repaid at the average of what was drawn', () => {
    const drawn: BookText = { ...text, events: { purchase: text.events?.['purchase'] ?? '', sale: text.events?.['sale'] ?? '' } }
    check(drawn, '2024-06-06', {
      // Drawn EUR 10,000 at 1.11 = 11,100 against a payable of 11,000: −100. EUR 10,000 of the 10,500 received repay it at 11,100, 500 come at 1.13.
      entries: `
        buy/settled 2024-06-04 in 2024-06-04 Dr 2100 EUR 10000.00 = 11000.00 Cr 1010 EUR 10000.00 = 11100.00 Dr 6200 100.00
        sell/settled 2024-06-06 in 2024-06-06 Dr 1010 EUR 10500.00 = 11665.00 Cr 1300 EUR 10500.00 = 11760.00 Dr 6200 95.00
      `,
    })
  })

  test('a gain in euros that is a loss in dollars stands on both sides', () => {
    const falling: BookText = { ...text, rates: rates(['2024-06-03', '1.10'], ['2024-06-04', '1.00'], ['2024-06-05', '1.00'], ['2024-06-06', '1.00']) }
    check(falling, '2024-06-06', {
      // EUR 10,500 − 10,000 = 500; 10,500.00 − 11,000.00 = −500.00.
      entries: `sell 2024-06-05 in 2024-06-06 Dr 1300 EUR 10500.00 = 10500.00 Cr 1100 EUR 10000.00 = 11000.00 Cr 6000 EUR 500.00 = 0.00 Dr 6000 EUR 0.00 = 500.00`,
    })
  })

  test('a day without a rate is one issue, however much is held in the currency', () => {
    const issues = issuesOf({ ...text, rates: rates(['2024-06-03', '1.10'], ['2024-06-04', '1.11']) }, '2024-06-05')
    expect(issues.map(shownIssue)).toEqual(['rates/ EUR valuation.rate-missing'])
    expect(issues[0]?.found).toBe('no rate of EUR on 2024-06-05, which the value of what is held in it needs')
  })
})
