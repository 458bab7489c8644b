// R12.2, R12.26: cash of the custodian against the books, movement by movement, and the life of a break.
import { describe, expect, test } from 'vitest'
import { type BookText } from '../support/book.ts'
import { agreed, closedBreaks, onNav, openBreaks, reconciled } from './reconciled.ts'

const header = 'date, code, subject, found, disposition, reason, evidence, by, on, time, knowable'

/** 500,000.00 and 50,000 shares on the first day; the custodian takes 10.00 on the second, which the books learn on the third. */
const seed = { subscription: 'id, trade_date, class, amount, shares, settlement_date\nseed, 2024-06-03, a, 500000.00, 50000.000, 2024-06-03' }
const wireFee: BookText = {
  events: {
    ...seed,
    'manual-entry': `
      id,  line, effective_date, account, class, currency, debit, credit, base_amount, reason
      fee, 1,    2024-06-05,     5290,    ,      ,         10.00, ,       ,            Wire fee of 4 June
      fee, 2,    2024-06-05,     1000,    ,      ,         ,      10.00,  ,
    `,
  },
  recon: {
    'custodian-cash': `
      date,       currency, balance
      2024-06-03, USD,      500000.00
      2024-06-04, USD,      499990.00
      2024-06-05, USD,      499990.00
    `,
    'custodian-items': `
      date,       currency, amount,    reference, description
      2024-06-03, USD,      500000.00, seed,
      2024-06-04, USD,      -10.00,    W-77,      wire fee
    `,
  },
}

describe('R12.2 and R12.26: a wire fee of 10.00, adjusted the next day', () => {
  test('500,000.00 at the custodian less 500,000.00 in the books = 0', () => {
    expect(agreed(wireFee, '2024-06-03')).toEqual(['2024-06-03 cash USD: USD 500000.00 = USD 500000.00'])
    expect(openBreaks(wireFee, '2024-06-03')).toEqual([])
  })

  test('499,990.00 less 500,000.00 = −10.00; 10.00 / 50,000 = $0.0002 a share, which does not block', () => {
    expect(openBreaks(wireFee, '2024-06-04')).toEqual([
      `cash USD: USD -10.00 since 2024-06-04, age 0, 0.0002 a share, open
  W-77, wire fee of 2024-06-04, USD -10.00 (recon/custodian-items.csv:3): at the custodian, not booked`,
    ])
    expect(reconciled(wireFee, '2024-06-04').isWaiting).toBe(true)
    const { standing, exceptions } = onNav(wireFee, '2024-06-04')
    expect(standing).toEqual({ status: 'clear', open: 1, blocking: 0, disposed: 0 })
    expect(exceptions.map(({ id, issue: { place, found, needed, remedy } }) => [id, place, found, needed, remedy])).toEqual([
      [
        'reconciliation.cash~cash-USD~2024-06-04',
        { file: 'recon/custodian-cash.csv', row: 3 },
        'USD 10.00 less at the custodian than in the books',
        'both alike; the custodian: USD 499990.00, the books: USD 500000.00',
        'W-77, wire fee of 2024-06-04, USD -10.00 (recon/custodian-items.csv:3): at the custodian, not booked. Book what the books lack, or say why in exceptions.csv.',
      ],
    ])
  })

  test('explained by a code, and by whom', () => {
    const text = {
      ...wireFee,
      exceptions: `${header}
        2024-06-04, reconciliation.cash, cash-USD, USD 10.00 less at the custodian than in the books, timing, bank-charge, advice of charge W-77, J. Doe, 2024-06-04, 18:05,`,
    }
    expect(openBreaks(text, '2024-06-04')[0]).toContain('0.0002 a share, timing')
    expect(reconciled(text, '2024-06-04').isWaiting).toBe(false)
    expect(onNav(text, '2024-06-04').standing).toEqual({ status: 'clear', open: 0, blocking: 0, disposed: 1 })
  })

  test('closed on the day both agree: the entry of the 5th is the movement of the 4th', () => {
    expect(openBreaks(wireFee, '2024-06-05')).toEqual([])
    expect(closedBreaks(wireFee, '2024-06-05')).toEqual([
      `cash USD: USD -10.00 since 2024-06-04, age 1, 0.0002 a share, closed 2024-06-05
  timing: fee, USD -10.00, booked 2024-06-05, at the custodian 2024-06-04
  W-77, wire fee of 2024-06-04, USD -10.00 (recon/custodian-items.csv:3): at the custodian, not booked`,
    ])
    expect(onNav(wireFee, '2024-06-05').standing.status).toBe('clear')
    expect(onNav(wireFee, '2024-06-05').exceptions).toEqual([])
  })
})

/** Bought on Wednesday the 5th for 2,504.00, due on Thursday; the custodian pays on Friday. */
const late: BookText = {
  events: { ...seed, purchase: 'id, trade_date, instrument, quantity, net_amount\nbuy, 2024-06-05, acme, 100, 2504.00' },
  prices: `
    date,       instrument, price, type,  source
    2024-06-05, acme,       25.00, close, test
    2024-06-06, acme,       25.00, close, test
    2024-06-07, acme,       25.00, close, test
    2024-06-10, acme,       25.00, close, test
  `,
  recon: {
    'custodian-cash': `
      date,       currency, balance
      2024-06-05, USD,      500000.00
      2024-06-06, USD,      500000.00
      2024-06-07, USD,      497496.00
    `,
    'custodian-items': `
      date,       currency, amount,    reference
      2024-06-03, USD,      500000.00, seed
      2024-06-07, USD,      -2504.00,  buy
    `,
  },
}

describe('a trade settled a day later than its contract', () => {
  test('is not at the custodian yet, and moves no net assets: what was paid is owed instead', () => {
    expect(openBreaks(late, '2024-06-06')).toEqual([
      `cash USD: USD 2504.00 since 2024-06-06, age 0, 0.0000 a share, open
  buy of 2024-06-06, USD -2504.00: settled, not at the custodian yet`,
    ])
  })

  test('is matched by amount and reference when it comes, and named as timing', () => {
    expect(closedBreaks(late, '2024-06-07')).toEqual([
      `cash USD: USD 2504.00 since 2024-06-06, age 1, 0.0000 a share, closed 2024-06-07
  timing: buy, USD -2504.00, booked 2024-06-06, at the custodian 2024-06-07
  buy of 2024-06-06, USD -2504.00: settled, not at the custodian yet`,
    ])
    expect(reconciled(late, '2024-06-07').items).toMatchObject([{ currency: 'USD', matched: 2, unmatched: [] }])
  })

  test('without movements, the difference is said to be as large as that of the trade', () => {
    const text = { ...late, recon: { 'custodian-cash': late.recon?.['custodian-cash'] ?? '' } }
    expect(openBreaks(text, '2024-06-06')).toEqual([
      `cash USD: USD 2504.00 since 2024-06-06, age 0, 0.05008 a share, open
  as large as buy of 2024-06-06, USD -2504.00: perhaps not at the custodian yet`,
    ])
    // 2,504.00 / 50,000 = 0.05008: not proved to be timing, it blocks.
    expect(onNav(text, '2024-06-06').standing.status).toBe('calculated')
  })

  test('older than a business day it escalates; over the weekend it is a day older, not three', () => {
    const never = {
      ...late,
      recon: { 'custodian-cash': 'date, currency, balance\n2024-06-06, USD, 500000.00\n2024-06-10, USD, 500000.00' },
    }
    expect(openBreaks(never, '2024-06-07')[0]).toContain('since 2024-06-06, age 1, ')
    expect(openBreaks(never, '2024-06-10')[0]).toContain('since 2024-06-06, age 2 escalates, ')
    expect(openBreaks({ ...never, policies: { controls: 'break_days: 2' } }, '2024-06-10')[0]).toContain('age 2, ')
  })
})

describe('the same break with another amount', () => {
  const two: BookText = {
    events: seed,
    recon: {
      'custodian-cash': `
        date,       currency, balance
        2024-06-04, USD,      499990.00
        2024-06-05, USD,      499975.00
        2024-06-06, USD,      499975.00
      `,
    },
  }
  test('keeps its opening, its identity and its history', () => {
    const [broken] = reconciled(two, '2024-06-06').open
    expect(broken?.exception.id).toBe('reconciliation.cash~cash-USD~2024-06-04')
    expect(broken?.broken.history.map(({ difference }) => difference.units)).toEqual([-1000n, -2500n])
  })

  test('is open again where it was explained with the amount before', () => {
    const explained = (amount: string): string =>
      `2024-06-04, reconciliation.cash, cash-USD, USD ${amount} less at the custodian than in the books, accepted, bank-charge, letter, J. Doe, 2024-06-04, 18:05,`
    const once = { ...two, exceptions: `${header}\n${explained('10.00')}` }
    expect(onNav(once, '2024-06-04').standing.open).toBe(0)
    expect(onNav(once, '2024-06-05').standing.open).toBe(1)
    const twice = { ...two, exceptions: `${header}\n${explained('10.00')}\n${explained('25.00')}` }
    expect(onNav(twice, '2024-06-05').standing.open).toBe(0)
    expect(reconciled(twice, '2024-06-06').isWaiting).toBe(false)
  })
})

describe('movements', () => {
  const items = (rows: string): BookText => ({
    events: { ...seed },
    recon: {
      'custodian-cash': 'date, currency, balance\n2024-06-04, USD, 499000.00',
      'custodian-items': `date, currency, amount, reference, description\n${rows}`,
    },
  })

  test('of two amounts under one reference are named with both', () => {
    expect(openBreaks(items('2024-06-03, USD, 499000.00, seed,'), '2024-06-04')).toEqual([
      `cash USD: USD -1000.00 since 2024-06-04, age 0, 0.0200 a share, open
  seed of 2024-06-03: USD 500000.00 booked, USD 499000.00 at the custodian (recon/custodian-items.csv:2)`,
    ])
  })

  test('that explain a part leave the rest said', () => {
    expect(openBreaks(items('2024-06-03, USD, 500000.00, seed,\n2024-06-04, USD, -400.00, X, fee'), '2024-06-04')).toEqual([
      `cash USD: USD -1000.00 since 2024-06-04, age 0, 0.0200 a share, open
  X, fee of 2024-06-04, USD -400.00 (recon/custodian-items.csv:3): at the custodian, not booked
  USD -600.00 that no movement explains`,
    ])
  })

  test('unmatched are aged in business days', () => {
    const [ofUsd] = reconciled(items('2024-06-03, USD, 500000.00, seed,\n2024-06-04, USD, -1000.00, X, fee'), '2024-06-10').items
    expect(ofUsd?.unmatched.map(({ cause, age }) => [cause.kind, age])).toEqual([['only there', 4]]) // 5, 6, 7 and 10 June.
  })
})

test('two accounts at the custodian are added up, and a currency that only one side has is a break', () => {
  const text: BookText = {
    events: seed,
    recon: {
      'custodian-cash': `
        date,       currency, balance,   account
        2024-06-04, USD,      300000.00, main
        2024-06-04, USD,      200000.00, income
        2024-06-04, JPY,      1500,      main
      `,
    },
  }
  expect(agreed(text, '2024-06-04')).toEqual(['2024-06-04 cash USD: USD 500000.00 = USD 500000.00'])
  expect(openBreaks(text, '2024-06-04')).toEqual(['cash JPY: JPY 1500 since 2024-06-04, age 0, unknown a share, open'])
  // Its effect is not known without a rate, so it blocks.
  expect(onNav(text, '2024-06-04').standing.status).toBe('calculated')
})

test('a fund taken on in mid-life: the balance it came with is no movement, the payment of what it was owed is one', () => {
  const text: BookText = {
    inception: '2020-03-02',
    booksFrom: '2024-05-31',
    events: {
      'opening-balance': `
        id,      effective_date, account, class, currency, debit,   credit,  base_amount, due
        cash,    2024-05-31,     1000,    ,      ,         9700.00, ,        ,
        sold,    2024-05-31,     1300,    ,      ,         300.00,  ,        ,            2024-06-03
        par,     2024-05-31,     3000,    a,     ,         ,        1.00,    ,
        paid-in, 2024-05-31,     3010,    a,     ,         ,        9999.00, ,
      `,
      'opening-shares': 'id, effective_date, class, shares, net_asset_value\nshares, 2024-05-31, a, 1000, 10.00',
    },
    recon: {
      'custodian-cash': 'date, currency, balance\n2024-05-31, USD, 9700.00\n2024-06-03, USD, 9700.00\n2024-06-04, USD, 10000.00',
      'custodian-items': 'date, currency, amount, reference\n2024-05-31, USD, 0.01, X\n2024-05-31, USD, -0.01, X\n2024-06-04, USD, 300.00, sold',
      'transfer-agent': `
        date,       class, shares,   shares_sold, dollars_sold, shares_redeemed, dollars_redeemed
        2024-05-31, a,     1000.000, 0,           0,            0,               0
      `,
    },
  }
  expect(openBreaks(text, '2024-05-31')).toEqual([])
  expect(openBreaks(text, '2024-06-03')).toEqual([
    `cash USD: USD -300.00 since 2024-06-03, age 0, 0.0000 a share, open
  sold of 2024-06-03, USD 300.00: settled, not at the custodian yet
  X of 2024-05-31, USD 0.01 (recon/custodian-items.csv:2): at the custodian, not booked
  X of 2024-05-31, USD -0.01 (recon/custodian-items.csv:3): at the custodian, not booked`,
  ])
  expect(openBreaks(text, '2024-06-04')).toEqual([])
})

test('cash in another currency: its effect at the rate of the day, 100.00 euros × 1.10 / 50,000 = 0.0022 a share', () => {
  const text: BookText = {
    policies: { exchange_rates: 'time: 16:00 America/New_York' },
    events: seed,
    rates: 'date, currency, rate, quote, source, time\n2024-06-04, EUR, 1.10, base-per-foreign, x, 16:00 America/New_York',
    recon: { 'custodian-cash': 'date, currency, balance\n2024-06-04, USD, 500000.00\n2024-06-04, EUR, 100.00' },
  }
  expect(openBreaks(text, '2024-06-04')).toEqual(['cash EUR: EUR 100.00 since 2024-06-04, age 0, 0.0022 a share, open'])
  expect(onNav(text, '2024-06-04').standing).toEqual({ status: 'clear', open: 1, blocking: 0, disposed: 0 })
})
