import { describe, expect, test } from 'vitest'
import { type BookText, check, day, issuesOf, keep, sharesText, shownIssue } from '../../test/support/book.ts'

// 50,000 shares at 10.00, and a purchase that is worth 3,998.00 less than it cost from the next day on: 496,002.00 / 50,000 = 9.92004.
const at992: BookText = {
  events: {
    subscription: `
      id,   trade_date, class, amount,    shares,    settlement_date
      seed, 2024-06-03, a,     500000.00, 50000.000, 2024-06-03
    `,
    purchase: `
      id,  trade_date, instrument, quantity, price
      buy, 2024-06-03, acme,       1000,     13.998
    `,
  },
  prices: `
    date,       instrument, price, type,  source
    2024-06-03, acme,       10.00, close, x
    2024-06-04, acme,       10.00, close, x
    2024-06-05, acme,       10.00, close, x
    2024-06-06, acme,       10.00, close, x
  `,
}

const withOrders = (kind: 'subscription' | 'redemption', rows: string, text: BookText = at992): BookText => ({
  ...text,
  events: { ...text.events, [kind]: kind === 'subscription' ? [text.events?.['subscription'] as string, rows] : rows },
})

describe('R3.1: shares sold at the net asset value next computed (17 CFR 270.22c-1)', () => {
  const text = withOrders(
    'subscription',
    `
    id,    trade_date, class, amount
    order, 2024-06-04, a,     10000.00
  `,
  )

  test('10,000.00 / 9.92 = 1,008.0645… → 1,008.065 shares; par 51.01 − 50.00 = 1.01, paid-in 10,000.00 − 1.01 = 9,998.99', () => {
    check(text, '2024-06-05', {
      entries: `
        seed          2024-06-03 in 2024-06-03 Dr 1310 500000.00 Cr 3000 50.00 Cr 3010 499950.00
        seed/settled  2024-06-03 in 2024-06-03 Dr 1000 500000.00 Cr 1310 500000.00
        order         2024-06-04 in 2024-06-05 Dr 1310 10000.00 Cr 3000 1.01 Cr 3010 9998.99
        order/settled 2024-06-05 in 2024-06-05 Dr 1000 10000.00 Cr 1310 10000.00
      `,
      strikes: `
        2024-06-04 496002.00 / 50000 = 9.92
        2024-06-05 506002.00 / 51008.065 = 9.92
      `, // 506,002.00 / 51,008.065 = 9.9200391
    })
  })

  test('the entry names the day whose net asset value priced it', () => {
    const entry = keep(text, '2024-06-05').journal.find(({ id }) => id === 'order')
    expect(entry?.cause).toMatchObject({ by: 'record', record: 'order', restsOn: [], pricedOn: day('2024-06-04') })
  })

  test('the price is that of its own trade date, not of the day before or of the day it is booked', () => {
    const moved = withOrders(
      'subscription',
      `
      id,    trade_date, class, amount
      order, 2024-06-04, a,     10000.00
    `,
      {
        ...at992,
        prices: `
      date,       instrument, price, type,  source
      2024-06-03, acme,       10.00, close, x
      2024-06-04, acme,       63.998, close, x
      2024-06-05, acme,       13.998, close, x
    `,
      },
    )
    // 2024-06-04: 500,000.00 − 13,998.00 + 63,998.00 = 550,000.00 / 50,000 = 11.00; 10,000 / 11.00 = 909.0909 → 909.091
    // 2024-06-05: 550,000.00 − 50,000.00 + 10,000.00 = 510,000.00 / 50,909.091 = 10.0178…
    check(moved, '2024-06-05', {
      strikes: `
      2024-06-03 500000.00 / 50000 = 10.00
      2024-06-04 550000.00 / 50000 = 11.00
      2024-06-05 510000.00 / 50909.091 = 10.02
    `,
    })
  })

  test.each([
    [0, '1008'],
    [1, '1008.1'],
    [3, '1008.065'],
    [4, '1008.0645'],
  ])('R0.2: a class that deals in %i places gives %s shares', (places, shares) => {
    const kept = keep({ ...text, shareClass: { share_decimals: String(places) } }, '2024-06-05')
    expect(sharesText((kept.last?.strike.classes[0]?.outstanding ?? 0n) - 500_000_000n)).toBe(shares)
  })

  test('shares alone: 1,000 × 9.92 = 9,920.00', () => {
    check(
      withOrders(
        'subscription',
        `
      id,    trade_date, class, shares
      order, 2024-06-04, a,     1000
    `,
      ),
      '2024-06-05',
      { entries: 'order 2024-06-04 in 2024-06-05 Dr 1310 9920.00 Cr 3000 1.00 Cr 3010 9919.00' },
    )
  })

  test('shares of a class without par: nothing is posted to 3000', () => {
    check({ ...text, shareClass: { par_value: '0' } }, '2024-06-05', { entries: 'order 2024-06-04 in 2024-06-05 Dr 1310 10000.00 Cr 3010 10000.00' })
  })
})

describe('R1.8: par is that of all shares outstanding, and does not drift', () => {
  test('three orders of 1,004 shares: 51.004, 52.008, 53.012 in all, so 1.00, 1.01 and 1.00 more; each alone is 1.004', () => {
    check(
      withOrders(
        'subscription',
        `
          id, trade_date, class, shares
          o1, 2024-06-03, a,     1004
          o2, 2024-06-04, a,     1004
          o3, 2024-06-05, a,     1004
        `,
        { events: { subscription: at992.events?.['subscription'] as string } },
      ),
      '2024-06-06',
      {
        entries: `
          o1 2024-06-03 in 2024-06-03 Dr 1310 10040.00 Cr 3000 1.00 Cr 3010 10039.00
          o2 2024-06-04 in 2024-06-05 Dr 1310 10040.00 Cr 3000 1.01 Cr 3010 10038.99
          o3 2024-06-05 in 2024-06-06 Dr 1310 10040.00 Cr 3000 1.00 Cr 3010 10039.00
        `,
      },
    )
  })
})

describe('R6.15, R6.3: the first shares of a class', () => {
  test('deal at the issue price and are in the net asset value of their own day, all orders of that day alike', () => {
    check(
      withOrders(
        'subscription',
        `
      id,     trade_date, class, amount
      second, 2024-06-03, a,     2500.00
    `,
      ),
      '2024-06-03',
      { strikes: '2024-06-03 502500.00 / 50250 = 10.00' },
    ) // 2,500.00 / 10.00 = 250
  })

  test('a redemption of the first day deals at its net asset value, in the next', () => {
    check(
      withOrders(
        'redemption',
        `
      id,  trade_date, class, shares
      out, 2024-06-03, a,     500
    `,
      ),
      '2024-06-04',
      { entries: 'out 2024-06-03 in 2024-06-04 Dr 3000 0.50 Dr 3010 4999.50 Cr 2110 5000.00' },
    )
  })

  test('a redemption of a day on which the class has no shares yet has none to redeem', () => {
    const issues = issuesOf(
      {
        events: {
          redemption: `
      id,  trade_date, class, shares
      out, 2024-06-03, a,     500
    `,
        },
      },
      '2024-06-04',
    )
    expect(issues.map(shownIssue)).toEqual(['events/redemption.csv:2 shares capital.insufficient-shares'])
  })
})

describe('R3.3: shares redeemed', () => {
  // 505,000.00 / 50,000 = 10.10: the 1,000 acme bought for 13,998.00 are worth 18,998.00.
  const at1010: BookText = {
    ...at992,
    prices: `
    date,       instrument, price,  type,  source
    2024-06-03, acme,       10.00,  close, x
    2024-06-04, acme,       18.998, close, x
    2024-06-05, acme,       18.998, close, x
    2024-06-06, acme,       18.998, close, x
  `,
  }
  const out = (cells: string): BookText =>
    withOrders(
      'redemption',
      `
    id,  trade_date, class, shares, amount
    out, 2024-06-04, a,     ${cells}
  `,
      at1010,
    )

  test('500 at 10.10: par 50.00 − 49.50 = 0.50, paid-in 5,049.50, payable 5,050.00; paid on the settlement date', () => {
    check(out('500,'), '2024-06-05', {
      entries: `
        out         2024-06-04 in 2024-06-05 Dr 3000 0.50 Dr 3010 5049.50 Cr 2110 5050.00
        out/settled 2024-06-05 in 2024-06-05 Dr 2110 5050.00 Cr 1000 5050.00
      `,
      strikes: `
        2024-06-04 505000.00 / 50000 = 10.10
        2024-06-05 499950.00 / 49500 = 10.10
      `,
    })
  })

  const withFee = (cells: string): BookText =>
    withOrders(
      'redemption',
      `
    id,  trade_date, class, shares, amount, redemption_fee
    out, 2024-06-04, a,     ${cells}
  `,
      at1010,
    )

  test.each(['500,        , 101.00', '      , 5050.00, 101.00', '500, 5050.00, 101.00'])(
    'a fee that the fund keeps, 2% × 5,050.00 = 101.00: paid-in − 5,049.50 + 101.00, payable and cash 5,050.00 − 101.00 = 4,949.00 (%s)',
    (cells) => {
      check(withFee(cells), '2024-06-05', {
        entries: `
          out         2024-06-04 in 2024-06-05 Dr 3000 0.50 Dr 3010 5049.50 Cr 2110 5050.00
          out/fee     2024-06-04 in 2024-06-05 Dr 2110 101.00 Cr 3010 101.00
          out/settled 2024-06-05 in 2024-06-05 Dr 2110 4949.00 Cr 1000 4949.00
        `,
        strikes: '2024-06-05 500051.00 / 49500 = 10.10',
      }) // 505,000.00 − 4,949.00
    },
  )

  test('R12.5: dollars are compared with shares × NAV before the fee', () => {
    const exceptions = (cells: string) => keep(withFee(cells), '2024-06-05').last?.strike.exceptions.map(({ code }) => code)
    expect(exceptions('500, 5050.00, 101.00')).toEqual([])
    expect(exceptions('500, 4949.00, 101.00')).toEqual(['capital.dollars-differ'])
  })

  test('a fee of all that is redeemed is refused', () => {
    expect(issuesOf(withFee('500, , 5050.00'), '2024-06-05').map(shownIssue)).toEqual(['events/redemption.csv:2 redemption_fee capital.fee-exceeds-amount'])
    check(withFee('500, , 5049.99'), '2024-06-05', { entries: 'out/settled 2024-06-05 in 2024-06-05 Dr 2110 0.01 Cr 1000 0.01' })
  })

  test('dollars alone: 5,050.00 / 10.10 = 500', () => {
    check(out(',5050.00'), '2024-06-05', { strikes: '2024-06-05 499950.00 / 49500 = 10.10' })
  })

  test('capital_days: cash moves that many business days after the trade date', () => {
    check({ ...out('500,'), policies: { settlement: 'method: contractual, capital_days: 2' } }, '2024-06-06', {
      entries: 'out/settled 2024-06-06 in 2024-06-06 Dr 2110 5050.00 Cr 1000 5050.00',
    })
  })

  test('more than all is refused', () => {
    expect(issuesOf(out('50000.001,'), '2024-06-05').map(shownIssue)).toEqual(['events/redemption.csv:2 shares capital.insufficient-shares'])
  })

  test('all of them: no shares, no net asset value per share', () => {
    check(out('50000,'), '2024-06-05', { strikes: '2024-06-05 0.00 / 0 = none' })
  })

  test('an order of a day without a net asset value is refused', () => {
    const text = out('50000,')
    const late = withOrders(
      'subscription',
      `
      id,    trade_date, class, amount
      again, 2024-06-05, a,     100.00
    `,
      text,
    )
    expect(issuesOf(late, '2024-06-06').map(({ code, found }) => [code, found])).toEqual([
      ['capital.no-price', 'a subscription of 2024-06-05, a day on which Class A had no shares outstanding'],
    ])
  })

  test('an order at a net asset value of nothing is refused: no number of shares is worth its dollars', () => {
    const worthless: BookText = {
      events: {
        subscription: [
          `
          id,   trade_date, class, amount
          seed, 2024-06-03, a,     1000.00
        `,
          `
          id,   trade_date, class, amount
          more, 2024-06-04, a,     1000.00
        `,
        ],
        'manual-entry': `
          id,   line, effective_date, account, debit,   credit,  reason
          loss, 1,    2024-06-04,     5290,    1000.00, ,        all is lost
          loss, 2,    2024-06-04,     1000,    ,        1000.00,
        `,
      },
    }
    expect(issuesOf(worthless, '2024-06-05').map(({ code, found }) => [code, found])).toEqual([
      ['capital.price-not-positive', 'a subscription of 2024-06-04, on which the net asset value of Class A was 0.00 a share'],
    ])
  })
})

describe('R12.5: dollars stated beside shares lie within half a share unit × NAV + half a cent', () => {
  // NAV 9.92 at 3 places: 0.0005 × 9.92 + 0.005 = 0.00996, so one cent away from 1,008.065 × 9.92 = 10,000.0048 → 10,000.00 is too far.
  test.each([
    ['10000.00', []],
    ['10000.01', ['capital.dollars-differ']],
    ['9999.99', ['capital.dollars-differ']],
  ])('%s with 1,008.065 shares', (amount, codes) => {
    const kept = keep(
      withOrders(
        'subscription',
        `
      id,    trade_date, class, amount,    shares
      order, 2024-06-04, a,     ${amount}, 1008.065
    `,
      ),
      '2024-06-05',
    )
    expect(kept.last?.strike.exceptions.map(({ code }) => code)).toEqual(codes)
  })
})

describe('R12.16: an order that would dilute the others is refused', () => {
  const of = (cells: string, decimals: string): readonly string[] =>
    issuesOf(
      {
        ...at992,
        shareClass: { share_decimals: decimals },
        events: { subscription: [at992.events?.['subscription'] as string, `id, trade_date, class, amount, shares\norder, 2024-06-03, a, ${cells}`] },
      },
      '2024-06-03',
    ).map(shownIssue)

  test.each([
    ['4.00,', '0', ['amount capital.too-small']], // 4.00 / 10.00 = 0.4 → no share
    ['5.00,', '0', []], // 0.5 → one share
    [', 0.0004', '4', ['shares capital.too-small']], // 0.004 → no cent
    [', 0.0005', '4', []], // 0.005 → a cent
    ['105.00, 10.5', '0', ['shares field.too-many-decimals']],
    ['100.00, 10.0001', '3', ['shares field.too-many-decimals']],
    ['100.01, 10.001', '3', []],
    ['100.00, 10.000', '3', []],
  ])('%s at 10.00, in %s places', (cells, decimals, expected) => {
    expect(of(cells, decimals)).toEqual(expected.map((rest) => `events/subscription-2.csv:2 ${rest}`))
  })
})
