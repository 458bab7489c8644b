import { describe, expect, test } from 'vitest'
import { type BookText, checkView, day, keep, lotLines, openItemLines, shownIssue, strikeLine, trialBalanceLines } from '../../test/support/book.ts'
import { keepExample } from '../../test/support/example-book.ts'

describe('R6.3, R0.8: the example book, 2002-12-31, on both bases', () => {
  const { replay: kept, issues } = keepExample('2002-12-31', ['2002-12-31'])
  const view = kept.views.get(day('2002-12-31'))

  test('nothing is wrong with it', () => {
    expect(issues.map(shownIssue)).toEqual([])
  })

  test('NAV book: the purchases of the day are not in it: 500,000.00 / 50,000 = 10.00', () => {
    expect(kept.strikes.map(strikeLine)).toEqual(['2002-12-31 500000.00 / 50000 = 10.00'])
    expect(trialBalanceLines(kept.last?.state.balances ?? new Map())).toEqual(['Dr 1000 500000.00', 'Cr 3000 50.00', 'Cr 3010 499950.00'])
  })

  test('reporting basis: 500,000.00 + 484,267.73 − 488,253.00 = 496,014.73; / 50,000 = 9.9202946 → 9.92', () => {
    expect(view === undefined ? '' : strikeLine(view.strike)).toBe('2002-12-31 496014.73 / 50000 = 9.92')
    expect(view?.strike.classes[0]?.unrounded).toEqual({ units: 992_029_460n, scale: 8 })
  })

  test('RULES 14.1: its trial balance, 992,238.27 on each side', () => {
    expect(trialBalanceLines(view?.state.balances ?? new Map())).toEqual([
      'Dr 1000 500000.00',
      'Dr 1100 488253.00',
      'Cr 1190 3985.27',
      'Cr 2100 488253.00',
      'Cr 3000 50.00',
      'Cr 3010 499950.00',
      'Dr 7000 3985.27',
    ])
  })

  test('the bridge: 90 purchases of 488,253.00 at a value of 484,267.73: −3,985.27, nothing left over', () => {
    const { events = [], values = [], navNetAssets = 0n, reportingNetAssets = 0n, residual } = view?.bridge ?? {}
    expect(events.map(({ kind }) => kind)).toEqual(Array.from({ length: 90 }, () => 'purchase'))
    expect(events.reduce((sum, { effect }) => sum + effect, 0n)).toBe(-48_825_300n)
    expect(values.reduce((sum, { change }) => sum + change, 0n)).toBe(48_426_773n)
    expect([navNetAssets, reportingNetAssets - navNetAssets, residual]).toEqual([50_000_000n, -398_527n, 0n])
  })

  test('R6.15: no fee on the first day, on either basis: its fee base is the net assets before it, which are none', () => {
    expect(kept.strikes[0]?.exceptions).toEqual([])
    expect(view?.strike.exceptions).toEqual([])
  })

  test('T+3: the purchases are payable on 2003-01-06', () => {
    expect(new Set(openItemLines(view?.state).map((line) => line.slice(-14)))).toEqual(new Set(['due 2003-01-06']))
    expect(lotLines(view?.state)).toHaveLength(90)
  })
})

const text: BookText = {
  inception: '2024-06-27', // a Thursday; Sunday 2024-06-30 ends a fiscal half-year
  events: {
    subscription: ['id, trade_date, class, amount\nseed, 2024-06-27, a, 10000.00', 'id, trade_date, class, amount\nlate, 2024-06-28, a, 505.00'],
    purchase: 'id, trade_date, instrument, quantity, price\nbuy, 2024-06-27, acme, 100, 25.00\nmore, 2024-06-28, acme, 10, 26.00',
    sale: 'id, trade_date, instrument, quantity, price\nsell, 2024-06-28, acme, 40, 25.50',
    'manual-entry': `
      id,  line, effective_date, account, debit, credit, reason
      fee, 1,    2024-06-30,     5290,    30.00, ,       accrued through the end of the half-year
      fee, 2,    2024-06-30,     2560,    ,      30.00,
    `,
  },
  prices: `
    date,       instrument, price, type,  source
    2024-06-27, acme,       25.00, close, x
    2024-06-28, acme,       26.00, close, x
    2024-07-01, acme,       26.50, close, x
  `,
}

describe('R6.3: the reporting view of a day takes in what is effective and not yet in a NAV', () => {
  test('Friday: NAV book 10,000.00 + 100 × 1.00 = 10,100.00 at 10.10; the trades and the order of the day come to it', () => {
    // more: 10 × 26.00 at 26.00, nothing. sell: 40 × 25.50 = 1,020.00 for 40 × 26.00 = 1,040.00: −20.00. late: 505.00 / 10.10 = 50 shares.
    // 10,100.00 − 20.00 + 505.00 = 10,585.00 / 1,050 = 10.0809…
    const view = checkView(text, '2024-06-28', {
      entries: `
        late 2024-06-28 in 2024-07-01 Dr 1310 505.00 Cr 3000 0.05 Cr 3010 504.95
        more 2024-06-28 in 2024-07-01 Dr 1100 260.00 Cr 2100 260.00
        sell 2024-06-28 in 2024-07-01 Dr 1300 1020.00 Cr 1100 1000.00 Cr 6000 20.00
        mark/2024-06-28/reporting 2024-06-28 in 2024-06-28 Cr 1190 40.00 Dr 7000 40.00
      `, // 60 × (26.00 − 25.00) = 60.00, where 1190 stood at 100.00
      strikes: '2024-06-28 10585.00 / 1050 = 10.08',
      lots: `
        acme buy  2024-06-27 60 1500.00
        acme more 2024-06-28 10 260.00
      `,
    })
    expect(view.bridge.events.map(({ record, effect }) => [record, effect])).toEqual([
      ['late', 50_500n],
      ['more', -26_000n],
      ['sell', 102_000n],
    ])
    expect(view.bridge.values).toEqual([{ instrument: 'acme', change: -78_000n }]) // 70 × 26.00 − 100 × 26.00
  })

  test('R6.16: Sunday: what is effective through it, at the prices of Friday', () => {
    const view = checkView(text, '2024-06-30', {
      entries: 'fee 2024-06-30 in 2024-07-01 Dr 5290 30.00 Cr 2560 30.00',
      strikes: '2024-06-30 10555.00 / 1050 = 10.05', // 10,585.00 − 30.00; 10.0523…
    })
    expect(view.positions.map(({ price }) => price.date)).toEqual([day('2024-06-28')])
  })

  test('and Saturday without the entry of Sunday', () => {
    checkView(text, '2024-06-29', { strikes: '2024-06-29 10585.00 / 1050 = 10.08' })
  })

  test('a trade that its source has settle on Saturday is paid in the view of Sunday, and open in that of Friday', () => {
    const paid: BookText = {
      ...text,
      events: { purchase: 'id, trade_date, instrument, quantity, price, settlement_date\nbuy, 2024-06-27, acme, 100, 25.00, 2024-06-29' },
    }
    expect(openItemLines(checkView(paid, '2024-06-28', {}).state)).toEqual(['buy payable 2500.00 of 2500.00 100 due 2024-06-29'])
    expect(openItemLines(checkView(paid, '2024-06-30', { entries: 'buy/settled 2024-06-29 in 2024-06-30 Dr 2100 2500.00 Cr 1000 2500.00' }).state)).toEqual([])
  })

  test('a view changes nothing in the NAV book', () => {
    const views = ['2024-06-27', '2024-06-28', '2024-06-29', '2024-06-30', '2024-07-01']
    const [without, with_] = [keep(text, '2024-07-01'), keep(text, '2024-07-01', views)]
    expect(with_.journal).toEqual(without.journal)
    expect(with_.strikes).toEqual(without.strikes)
    expect([...with_.views.keys()]).toEqual(views.map(day))
  })

  test('trades: T: the NAV has the trades of its day, and the view only the capital', () => {
    const view = checkView({ ...text, policies: { nav_timing: 'trades: T' } }, '2024-06-28', { strikes: '2024-06-28 10585.00 / 1050.099 = 10.08' })
    // NAV book: 10,100.00 − 20.00 = 10,080.00, so the order deals at 10.08: 505.00 / 10.08 = 50.0992 → 50.099.
    expect(view.bridge.events.map(({ record }) => record)).toEqual(['late'])
  })

  test('settlements due on the day of a pending trade are made in the view', () => {
    const today = {
      ...text,
      events: { purchase: 'id, trade_date, instrument, quantity, price, settlement_date\nbuy, 2024-06-27, acme, 100, 25.00, 2024-06-27' },
    }
    checkView(today, '2024-06-27', { entries: 'buy/settled 2024-06-27 in 2024-06-27 Dr 2100 2500.00 Cr 1000 2500.00' })
  })
})
