import { describe, expect, test } from 'vitest'
import { type BookText, check, day, issuesOf, keep, keepDespiteIssues, open, shownIssue, strikeLine } from '../../test/support/book.ts'
import { closeDay } from './close-day.ts'
import { openingState } from './fund-state.ts'
import { includeEvents } from './inclusion.ts'

/** Prices of acme, one a business day from 2024-06-03. */
const acmeAt = (...values: readonly string[]): string =>
  ['date, instrument, price, type, source', ...values.map((value, index) => `2024-06-0${index + 3}, acme, ${value}, close, x`)].join('\n')
const seed = 'id, trade_date, class, amount\nseed, 2024-06-03, a, 10000.00'
const buy = 'id, trade_date, instrument, quantity, price\nbuy, 2024-06-03, acme, 100, 25.00'

describe('R6.3: when an event is first in a NAV', () => {
  const navDates = (text: BookText): Record<string, string> => {
    const { book } = open(text)
    return Object.fromEntries(
      includeEvents(book.events, book.fund).map(({ event, navDate }) => [event.id, new Date(navDate * 86_400_000).toISOString().slice(0, 10)]),
    )
  }
  // 2024-06-18 is a Tuesday, the 19th a holiday (Juneteenth), the 21st a Friday.
  const events = {
    subscription: 'id, trade_date, class, amount\nfirst, 2024-06-18, a, 100.00\nfirst-too, 2024-06-18, a, 100.00\nsub, 2024-06-21, a, 100.00',
    redemption: 'id, trade_date, class, amount\nout, 2024-06-18, a, 100.00',
    purchase: 'id, trade_date, instrument, quantity, price\nbuy, 2024-06-18, acme, 1, 1.00\nfriday, 2024-06-21, acme, 1, 1.00',
    sale: 'id, trade_date, instrument, quantity, price\nsell, 2024-06-20, acme, 1, 1.00',
    settlement: 'id, settlement_date, of\nearly, 2024-06-18, buy\nlate, 2024-06-25, sell\nweekend, 2024-06-22, friday',
    'manual-entry':
      'id, line, effective_date, account, debit, credit, reason\nholiday, 1, 2024-06-19, 1000, 1.00, , test\nholiday, 2, 2024-06-19, 4300, , 1.00,',
  }

  test('trades and capital on the next business day, the first shares of a class and manual entries on their own', () => {
    expect(navDates({ inception: '2024-06-18', events })).toEqual({
      first: '2024-06-18',
      'first-too': '2024-06-18',
      out: '2024-06-20', // over the holiday
      buy: '2024-06-20',
      early: '2024-06-20', // cash waits for its trade
      holiday: '2024-06-20',
      sell: '2024-06-21',
      sub: '2024-06-24', // over the weekend
      friday: '2024-06-24',
      weekend: '2024-06-24',
      late: '2024-06-25',
    })
  })

  test('trades: T moves the trades, and not the capital', () => {
    expect(navDates({ inception: '2024-06-18', policies: { nav_timing: 'trades: T' }, events })).toMatchObject({
      buy: '2024-06-18',
      early: '2024-06-18',
      sell: '2024-06-20',
      friday: '2024-06-21',
      sub: '2024-06-24',
      out: '2024-06-20',
    })
  })

  test('the policy is that of the trade date', () => {
    expect(navDates({ inception: '2024-06-18', policies: { nav_timing: ['trades: T', 'from: 2024-06-20, trades: T+1'] }, events })).toMatchObject({
      buy: '2024-06-18',
      sell: '2024-06-21',
    })
  })
})

describe('R2.4, R3.12: the mark is the change to Σ(value − cost)', () => {
  test('120 yesterday, −35 today: Dr 7000 155 / Cr 1190 155', () => {
    check(
      {
        events: { purchase: 'id, trade_date, instrument, quantity, price\nbuy, 2024-06-03, acme, 10, 50.00' },
        prices: acmeAt('50.00', '62.00', '46.50', '46.50'),
      },
      '2024-06-06',
      {
        // 10 × (62.00 − 50.00) = 120.00; 10 × (46.50 − 50.00) = −35.00
        entries: `
        mark/2024-06-04 2024-06-04 in 2024-06-04 Dr 1190 120.00 Cr 7000 120.00
        mark/2024-06-05 2024-06-05 in 2024-06-05 Cr 1190 155.00 Dr 7000 155.00
      `,
        trialBalance: `
        Cr 1000 500.00
        Dr 1100 500.00
        Cr 1190 35.00
        Dr 7000 35.00
      `,
      },
    )
  })

  test('no record can take the id of its entry: an id holds no slash', () => {
    const kept = keep({ events: { purchase: buy.replace('buy,', 'mark-2024-06-04,') }, prices: acmeAt('25.00', '26.00') }, '2024-06-04')
    expect(kept.journal.map(({ id }) => id)).toEqual(['mark-2024-06-04', 'mark-2024-06-04/settled', 'mark/2024-06-04'])
  })

  test('no change, no entry', () => {
    expect(keep({ events: { purchase: buy }, prices: acmeAt('25.00', '25.00', '25.00') }, '2024-06-05').journal.map(({ id }) => id)).toEqual([
      'buy',
      'buy/settled',
    ])
  })
})

describe('R6.5, R6.7: net assets ÷ shares, published to the cent, half up', () => {
  // 10,000 shares at 10.00; 40,000 acme at 0.01 apart move a share by 0.04: prices that end a share at the wanted ten-thousandths.
  const at = (price: string, rounding = 'decimals: 2, mode: half-up'): string => {
    const kept = keep(
      {
        policies: { nav_rounding: rounding },
        shareClass: { issue_price: '10.00', share_decimals: '3' },
        events: {
          subscription: 'id, trade_date, class, amount\nseed, 2024-06-03, a, 1000000.00',
          purchase: 'id, trade_date, instrument, quantity, price\nbuy, 2024-06-03, acme, 100000, 10.00',
        },
        prices: acmeAt('10.00', price),
      },
      '2024-06-04',
    )
    return strikeLine(kept.last?.strike as Parameters<typeof strikeLine>[0])
  }

  test.each([
    ['9.925', undefined, '2024-06-04 992500.00 / 100000 = 9.93'],
    ['9.9249999', undefined, '2024-06-04 992499.99 / 100000 = 9.92'],
    ['9.92', undefined, '2024-06-04 992000.00 / 100000 = 9.92'],
    ['9.925', 'decimals: 2, mode: half-even', '2024-06-04 992500.00 / 100000 = 9.92'],
    ['9.9299', 'decimals: 2, mode: truncate', '2024-06-04 992990.00 / 100000 = 9.92'],
    ['9.92505', 'decimals: 4, mode: half-up', '2024-06-04 992505.00 / 100000 = 9.9251'],
  ])('acme at %s, %s', (price, rounding, expected) => {
    expect(at(price, rounding)).toBe(expected)
  })
})

describe('R5.3: nothing is carried over silently', () => {
  test('a holding without a price of the day: the day says so, and says it once', () => {
    const text = { events: { purchase: buy }, prices: acmeAt('25.00', '25.00') }
    expect(issuesOf(text, '2024-06-06').map(shownIssue)).toEqual(['prices/ acme valuation.price-missing'])
  })

  test('a price of a day on which it is not held is not needed', () => {
    expect(issuesOf({ events: { purchase: buy }, prices: acmeAt('24.00', '25.00') }, '2024-06-04')).toEqual([])
    expect(issuesOf({ events: { purchase: buy }, prices: 'date, instrument, price, type, source\n2024-06-04, acme, 25.00, close, x' }, '2024-06-04')).toEqual(
      [],
    )
  })

  test('two sources and no order between them: the day says so; with one, the first of the policy that has a price', () => {
    const text: BookText = {
      events: { purchase: buy },
      prices: 'date, instrument, price, type, source\n2024-06-04, acme, 26.00, close, x\n2024-06-04, acme, 27.00, close, y',
    }
    expect(issuesOf(text, '2024-06-04').map(shownIssue)).toEqual(['prices/prices.csv:2 source valuation.price-ambiguous'])
    check({ ...text, policies: { valuation: 'price_types: close, price_sources: z y x' } }, '2024-06-04', {
      entries: 'mark/2024-06-04 2024-06-04 in 2024-06-04 Dr 1190 200.00 Cr 7000 200.00',
    })
  })

  test('a policy that lapses stops the day; no value is then at cost, no NAV unrounded', () => {
    for (const [kind, settings] of [
      ['valuation', 'price_types: close'],
      ['nav_rounding', 'decimals: 2, mode: half-up'],
      ['nav_timing', 'trades: T'],
      ['settlement', 'method: actual, capital_days: 1'],
      ['lot_relief', 'method: fifo'],
    ] as const) {
      const text: BookText = {
        policies: { [kind]: `from: 2024-06-03, through: 2024-06-04, ${settings}` },
        events: { subscription: seed, purchase: buy },
        prices: acmeAt('24.00', '25.00', '26.00', '27.00'),
      }
      expect(issuesOf(text, '2024-06-04')).toEqual([])
      expect(issuesOf(text, '2024-06-06').map(({ code, place }) => [code, place.column])).toEqual([['policy.none-in-force', `policies.${kind}`]])
    }
  })
})

describe('R12.15, T124: the roll from one NAV to the next', () => {
  test('10,000.00 + 500.00 capital + 3.00 income − 1.00 expense + 40.00 realized + 60.00 unrealized = 10,602.00', () => {
    const kept = keep(
      {
        events: {
          subscription: [seed, 'id, trade_date, class, amount\nmore, 2024-06-04, a, 500.00'],
          purchase: buy,
          sale: 'id, trade_date, instrument, quantity, price\nsell, 2024-06-04, acme, 40, 26.00',
          'manual-entry': `
          id, line, effective_date, account, debit, credit, reason
          m1, 1,    2024-06-05,     1000,    3.00,  ,       interest on cash
          m1, 2,    2024-06-05,     4100,    ,      3.00,
          m2, 1,    2024-06-05,     5290,    1.00,  ,       bank charge
          m2, 2,    2024-06-05,     1000,    ,      1.00,
        `,
        },
        prices: acmeAt('25.00', '25.00', '26.00'),
      },
      '2024-06-05',
    )
    expect(kept.last?.strike.roll).toEqual({
      opening: 1_000_000n,
      capital: 50_000n,
      income: 300n,
      expenses: 100n,
      distributions: 0n,
      realized: 4000n,
      unrealized: 6000n,
      closing: 1_060_200n,
      residual: 0n,
    })
  })
})

describe('wrong data stops itself and nothing else', () => {
  test('a refused sale: its issue, and the strikes as without it', () => {
    const text: BookText = { events: { subscription: seed, purchase: buy }, prices: acmeAt('25.00', '26.00', '27.00') }
    const wrong: BookText = { ...text, events: { ...text.events, sale: 'id, trade_date, instrument, quantity, price\nsell, 2024-06-04, acme, 101, 26.00' } }
    expect(issuesOf(wrong, '2024-06-05').map(shownIssue)).toEqual(['events/sale.csv:2 quantity lots.insufficient'])
    expect(keepDespiteIssues(wrong, '2024-06-05').journal).toEqual(keep(text, '2024-06-05').journal)
    expect(keepDespiteIssues(wrong, '2024-06-05').strikes).toEqual(keep(text, '2024-06-05').strikes)
  })

  test('a view of a day before the fund began is none', () => {
    expect([...keep({ events: { subscription: seed } }, '2024-06-04', ['2024-06-02', '2024-06-04']).views.keys()]).toEqual([day('2024-06-04')])
  })
})

test('a day is closed once', () => {
  const { context, last } = keep({ events: { subscription: seed } }, '2024-06-04')
  const state = last?.state ?? openingState
  expect(() => closeDay(state, day('2024-06-04'), [], context)).toThrow('2024-06-04 is closed already')
  expect(() => closeDay(state, day('2024-06-03'), [], context)).toThrow('2024-06-03 is closed already')
})

describe("R0.2: a fund in another currency keeps that currency's minor units", () => {
  const fundIn = (currency: string, seedAmount: string, price: string): BookText => ({
    baseCurrency: currency,
    shareClass: { issue_price: '10000.00' },
    instruments: `
      id,   name, type,         industry, country, currency,    income_producing, income_source
      acme, Acme, common-stock, Tools,    JP,      ${currency}, yes,              test
    `,
    events: {
      subscription: `id, trade_date, class, amount\nseed, 2024-06-03, a, ${seedAmount}`,
      purchase: `id, trade_date, instrument, quantity, price\nbuy, 2024-06-03, acme, 3, ${price}`,
      sale: 'id, trade_date, instrument, quantity, net_amount\nsell, 2024-06-04, acme, 1, 2600',
    },
    prices: 'date, instrument, price, type, source\n2024-06-04, acme, 2600.5, close, x\n2024-06-05, acme, 2600.4995, close, x',
  })

  test('yen: 3 × 2,500.5 = 7,501.5 → 7,502; a third of it relieved is 2,500.67 → 2,501; 2 × 2,600.4995 = 5,200.999 → 5,201', () => {
    const kept = keep(fundIn('JPY', '1000000', '2500.5'), '2024-06-05')
    expect(kept.last?.positions).toMatchObject([{ quantity: 2_000_000n, cost: 5001n, value: 5201n }])
    // 1,000,000 − 7,502 + 2,600 + 5,201 = 1,000,299; / 100 = 10,002.99
    expect(kept.last?.strike).toMatchObject({ netAssets: 1_000_299n, classes: [{ navPerShare: { units: 1_000_299n, scale: 2 } }] })
  })

  test('Kuwaiti dinars: 3 × 2,500.5 = 7,501.500; a third is 2,500.500; 2 × 2,600.4995 = 5,200.999', () => {
    const kept = keep(fundIn('KWD', '1000000.000', '2500.5'), '2024-06-05')
    expect(kept.last?.positions).toMatchObject([{ cost: 5_001_000n, value: 5_200_999n }])
    // 1,000,000.000 − 7,501.500 + 2,600.000 + 5,200.999 = 1,000,299.499; / 100 = 10,002.99499 → 10,002.99
    expect(kept.last?.strike).toMatchObject({ netAssets: 1_000_299_499n, classes: [{ navPerShare: { units: 1_000_299n, scale: 2 } }] })
  })
})
