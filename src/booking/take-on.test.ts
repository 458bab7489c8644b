import { describe, expect, test } from 'vitest'
import { type BookText, check, checkView, issuesOf, keep, shownIssue } from '../../test/support/book.ts'

const balances = (...rows: readonly string[]): string => ['id, effective_date, account, class, currency, debit, credit, base_amount, due', ...rows].join('\n')

/**
 * Taken on at the close of Friday 2024-05-31, in the middle of a fiscal year. Lots cost 1,000.00 + 2,100.00 = 3,100.00 and are
 * worth 150 × 25.00 = 3,750.00: 650.00 unrealized, of which 400.00 stood at the beginning of the year. Assets
 * 6,000.00 + 3,750.00 + 300.00 − 50.00 = 10,000.00 of net assets for 1,000 shares: 10.00.
 */
const text: BookText = {
  inception: '2020-03-02',
  booksFrom: '2024-05-31',
  events: {
    'opening-balance': balances(
      'cash,     2024-05-31, 1000,  , , 6000.00,        ,       ,',
      'mark,     2024-05-31, 1190,  , ,  650.00,        ,       ,',
      'sold,     2024-05-31, 1300,  , ,  300.00,        ,       , 2024-06-03',
      'bought,   2024-05-31, 2100,  , ,        ,   50.00,       , 2024-06-04',
      'par,      2024-05-31, 3000, a, ,        ,    1.00,       ,',
      'paid-in,  2024-05-31, 3010, a, ,        , 9249.00,       ,',
      'income,   2024-05-31, 3100, a, ,        ,   60.00,       ,',
      'opened,   2024-05-31, 3400, a, ,        ,  400.00,       ,',
      'dividend, 2024-05-31, 4000,  , ,        ,   40.00,       ,',
      'change,   2024-05-31, 7000, a, ,        ,  250.00,       ,',
    ),
    'opening-lot': `id, effective_date, instrument, acquired, quantity, cost
      lot-1, 2024-05-31, acme, 2021-02-01, 100, 1000.00
      lot-2, 2024-05-31, acme, 2024-03-01,  50, 2100.00`,
    'opening-shares': 'id, effective_date, class, shares, net_asset_value\nshares, 2024-05-31, a, 1000, 10.00',
    sale: 'id, trade_date, instrument, quantity, price\nsell, 2024-06-03, acme, 110, 26.00',
    subscription: 'id, trade_date, class, amount\nin, 2024-05-31, a, 505.00',
  },
  prices: `date, instrument, price, type, source
    2024-05-31, acme, 25.00, close, x
    2024-06-03, acme, 26.00, close, x
    2024-06-04, acme, 26.00, close, x`,
}

describe('a fund taken on in mid-life', () => {
  test('one entry balances: cost of lots and balances; nothing moves on the day, for the marks stand where they should', () => {
    const kept = check(text, '2024-05-31', {
      entries: `
        take-on/2024-05-31 2024-05-31 in 2024-05-31 Dr 1000 6000.00 Dr 1100 1000.00 Dr 1100 2100.00 Dr 1190 650.00 Dr 1300 300.00 Cr 2100 50.00 Cr 3000 1.00 Cr 3010 9249.00 Cr 3100 60.00 Cr 3400 400.00 Cr 4000 40.00 Cr 7000 250.00
      `,
      lots: `
        acme lot-1 2021-02-01 100 1000.00
        acme lot-2 2024-03-01 50 2100.00
      `,
      openItems: `
        bought payable 50.00 of 50.00 due 2024-06-04
        sold receivable 300.00 of 300.00 due 2024-06-03
      `,
      strikes: '2024-05-31 10000.00 / 1000 = 10.00',
    })
    expect(kept.strikes[0]?.exceptions).toEqual([])
    expect(kept.journal.map(({ id }) => id)).toEqual(['take-on/2024-05-31', 'shares'])
  })

  test('goes on from there: open items settle, lots are relieved in their order, orders of the day deal at the value published', () => {
    check(text, '2024-06-04', {
      entries: `
        in 2024-05-31 in 2024-06-03 Dr 1310 505.00 Cr 3000 0.05 Cr 3010 504.95
        sold/settled 2024-06-03 in 2024-06-03 Dr 1000 300.00 Cr 1300 300.00
        sell 2024-06-03 in 2024-06-04 Dr 1300 2860.00 Cr 1100 1420.00 Cr 6000 1440.00
        bought/settled 2024-06-04 in 2024-06-04 Dr 2100 50.00 Cr 1000 50.00
      `,
      // 100 of lot-1 for 1,000.00, and 10 of 50 of lot-2: 2,100.00 × 10/50 = 420.00.
      lots: 'acme lot-2 2024-03-01 40 1680.00',
      // 10,000.00 + 505.00 + 150 × 1.00 = 10,655.00; 1,000 + 505.00/10.00 = 1,050.5 shares.
      strikes: `
        2024-06-03 10655.00 / 1050.5 = 10.14
        2024-06-04 10655.00 / 1050.5 = 10.14
      `,
    })
  })

  test('the reporting view of the day has the order of that day', () => {
    checkView(text, '2024-05-31', { strikes: '2024-05-31 10505.00 / 1050.5 = 10.00' })
  })

  test('foreign balances and lots stand against the two halves of an exchange: EUR 1,000 at 1.05 and a lot of EUR 200 at 1.10', () => {
    const foreign: BookText = {
      booksFrom: '2024-06-03',
      instruments: `id, name, type, industry, country, currency, income_producing, income_source
        euro, Euro Corp., common-stock, Tools, DE, EUR, yes, test`,
      events: {
        'opening-balance': balances('cash,    2024-06-03, 1010,  , EUR, 1000.00, , 1050.00,', 'paid-in, 2024-06-03, 3010, a, ,    , 1270.00, ,'),
        'opening-lot': 'id, effective_date, instrument, acquired, quantity, cost, base_cost\nlot, 2024-06-03, euro, 2023-01-03, 10, 200.00, 220.00',
      },
      prices: 'date, instrument, price, type, source\n2024-06-03, euro, 20.00, close, x',
      rates: 'date, currency, rate, quote, source, time\n2024-06-03, EUR, 1.05, base-per-foreign, x, 16:00 America/New_York',
    }
    // 10 × 20.00 × 1.05 = 210.00, 10.00 less than it cost, which no balance of 1190 said.
    const { strikes } = check(foreign, '2024-06-03', {
      trialBalance: `
        Dr 1010 1050.00
        Cr 1011 1270.00
        Dr 1012 1270.00
        Dr 1100 220.00
        Cr 1190 10.00
        Cr 3010 1270.00
        Dr 7000 10.00
      `,
    })
    expect(strikes[0]?.exceptions).toMatchObject([{ code: 'take-on.unrealized-differs', found: 'unrealized appreciation of 0.00 taken on' }])
  })
})

describe('a take-on that does not fit', () => {
  const withBalance = (from: string, to: string): BookText => ({
    ...text,
    events: { ...text.events, 'opening-balance': String(text.events?.['opening-balance']).replace(from, to) },
  })

  test('a cent too much is refused whole, and what follows from it is not said', () => {
    const issues = issuesOf(withBalance('6000.00', '6000.01'), '2024-06-04')
    expect(issues.map(shownIssue)).toEqual(['events/opening-balance.csv:2 take-on.unbalanced'])
    expect(issues[0]).toMatchObject({ found: 'debits of 10050.01 (of them 3100.00 cost of the lots) and credits of 10050.00 in USD' })
    expect(issues[0]?.remedy).toContain('they differ by 0.01. Nothing was taken on.')
  })

  test('appreciation, net asset value and par that the lots and shares do not give are exceptions of the first strike', () => {
    const wrong = withBalance(' 650.00', ' 640.00')
    const other: BookText = {
      ...wrong,
      events: {
        ...wrong.events,
        'opening-balance': String(wrong.events?.['opening-balance']).replace('    1.00', '    2.00').replace('9249.00', '9238.00'),
        'opening-shares': 'id, effective_date, class, shares, net_asset_value\nshares, 2024-05-31, a, 1000, 9.99',
      },
    }
    expect(keep(other, '2024-05-31').strikes[0]?.exceptions.map(({ code, found, needed }) => `${code}: ${found}; ${needed}`)).toEqual([
      'take-on.unrealized-differs: unrealized appreciation of 640.00 taken on; 650.00: what the lots are worth at the prices and rates of the day, less their cost',
      'take-on.nav-differs: 9.99 a share published; 10.00: net assets of 10000.00 ÷ 1000 shares',
      'take-on.par-differs: par of 2.00 taken on; 1.00 = 1000 shares × 0.001 (R1.8)',
    ])
  })

  test('books that begin later than the fund, with nothing', () => {
    expect(issuesOf({ inception: '2020-03-02', booksFrom: '2024-05-31' }, '2024-05-31').map(shownIssue)).toEqual([
      'fund.yaml:7 series.books_from take-on.missing',
    ])
  })
})
