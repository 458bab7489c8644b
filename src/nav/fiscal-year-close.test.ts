import { describe, expect, test } from 'vitest'
import { type BookText, check, checkView, day, keep } from '../../test/support/book.ts'
import { parseCalendarDate } from '../values/calendar-date.ts'
import { fiscalYearEndBefore } from './fiscal-year-close.ts'

const header = 'id, line, effective_date, account, class, currency, debit, credit, base_amount, reason'

/** The year ends on Tuesday 2024-12-31; 2025-01-01 is a holiday. Income of 100.00, an expense of 10.00, a gain of 20.00, a mark of 5.00. */
const text: BookText = {
  inception: '2024-12-27',
  events: {
    subscription: 'id, trade_date, class, amount\nseed, 2024-12-27, a, 1000.00',
    purchase: 'id, trade_date, instrument, quantity, price\nbuy, 2024-12-27, acme, 20, 10.00',
    // In the NAV of 2025-01-02, and of the year before.
    sale: 'id, trade_date, instrument, quantity, price\nsell, 2024-12-31, acme, 10, 12.00',
    'manual-entry': `${header}
      income, 1, 2024-12-30, 1330, , ,  100.00, , , interest
      income, 2, 2024-12-30, 4100, , ,        , 100.00, ,
      charge, 1, 2024-12-31, 5290, , ,   10.00, , , bank charge
      charge, 2, 2024-12-31, 1000, , ,        ,  10.00, ,
      later,  1, 2025-01-02, 5290, , ,    3.00, , , bank charge
      later,  2, 2025-01-02, 1000, , ,        ,   3.00, ,`,
  },
  prices: `date, instrument, price, type, source
    2024-12-27, acme, 10.00, close, x
    2024-12-30, acme, 10.50, close, x
    2024-12-31, acme, 10.50, close, x
    2025-01-02, acme, 11.00, close, x
    2025-01-03, acme, 11.00, close, x`,
}

describe('R2.3: the close of a fiscal year', () => {
  test('income 100 − 10 to 3100, the gain of a trade of the old year to 3200, its appreciation to 3400: in the first NAV after it, behind its last record', () => {
    const { strikes, journal } = check(text, '2025-01-02', {
      // 10 of 20 sold at 12.00 cost 100.00: 20.00 gained. Marked 20 × 0.50 = 10.00 on 2024-12-31.
      entries: `
        fiscal-year-close/2024-12-31 2024-12-31 in 2025-01-02 Dr 4100 100.00 Cr 3100 100.00 Dr 7000 10.00 Cr 3400 10.00 Cr 5290 10.00 Dr 3100 10.00 Dr 6000 20.00 Cr 3200 20.00
      `,
    })
    const ids = journal.map(({ id }) => id as string)
    expect(ids.indexOf('sell')).toBeLessThan(ids.indexOf('fiscal-year-close/2024-12-31'))
    expect(ids.indexOf('later')).toBeGreaterThan(ids.indexOf('fiscal-year-close/2024-12-31'))
    // The close is no movement: a gain of 20.00, a charge of 3.00, a mark from 10.00 on 20 units to 10.00 on 10.
    expect(strikes.at(-1)?.roll).toMatchObject({ opening: 110_000n, capital: 0n, income: 0n, expenses: 300n, realized: 2000n, unrealized: 0n, residual: 0n })
  })

  test('closing entries change no component: NII of the year 90 stands in 3100, and results begin at zero', () => {
    check(text, '2025-01-02', {
      trialBalance: `
        Dr 1000 907.00
        Dr 1100 100.00
        Dr 1190 10.00
        Dr 1330 100.00
        Cr 3000 0.10
        Cr 3010 999.90
        Cr 3100 90.00
        Cr 3200 20.00
        Cr 3400 10.00
        Dr 5290 3.00
      `,
    })
  })

  test('the view of the last day is of the year itself: nothing is closed in it', () => {
    const view = checkView(text, '2025-01-01', { strikes: '2025-01-01 1115.00 / 100 = 11.15' })
    expect(view.entries.some(({ cause }) => cause.by === 'rule' && cause.rule === 'fiscal year close')).toBe(false)
  })

  test('once: no day after it closes again', () => {
    expect(keep(text, '2025-01-03').journal.filter(({ cause }) => cause.by === 'rule' && cause.rule === 'fiscal year close')).toHaveLength(1)
  })
})

describe('which year ends between two days', () => {
  const fund = keep({ inception: '2024-06-03', events: {} }, '2024-06-03').book.fund
  test.each([
    ['2024-12-30', '2024-12-31', undefined],
    ['2024-12-31', '2025-01-02', '2024-12-31'],
    ['2025-01-02', '2025-01-03', undefined],
    ['2023-06-30', '2025-06-30', '2024-12-31'],
  ])('closed through %s, now %s: %s', (closed, date, end) => {
    expect(fiscalYearEndBefore(day(date), day(closed), fund)).toBe(end === undefined ? undefined : parseCalendarDate(end))
  })

  test('before the first day none ends', () => {
    expect(fiscalYearEndBefore(day('2025-01-02'), undefined, fund)).toBeUndefined()
  })
})
