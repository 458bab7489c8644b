import { describe, expect, test } from 'vitest'
import { type BookText, check, checkView, issuesOf, keep, shownIssue } from '../../test/support/book.ts'

// 50,000 shares at 2.50, par 0.001 each, in cash alone.
const at250 = (split: string, events: BookText['events'] = {}): BookText => ({
  shareClass: { issue_price: '2.50' },
  events: {
    subscription: `
      id,   trade_date, class, amount,    shares,    settlement_date
      seed, 2024-06-03, a,     125000.00, 50000.000, 2024-06-03
    `,
    'share-split': `
      id,    effective_date, class, new_units, old_units, shares_after
      split, 2024-06-05,     a,     ${split}
    `,
    ...events,
  },
})

describe('R6.24: a split of fund shares', () => {
  test('one for four: 50,000 / 4 = 12,500 at 10.00; par 50.00 − 12.50 = 37.50 goes to paid-in, and no dollars move', () => {
    check(at250('1, 4,'), '2024-06-06', {
      entries: 'split 2024-06-05 in 2024-06-05 Dr 3000 37.50 Cr 3010 37.50',
      strikes: `
        2024-06-04 125000.00 / 50000 = 2.50
        2024-06-05 125000.00 / 12500 = 10.00
        2024-06-06 125000.00 / 12500 = 10.00
      `,
      trialBalance: `
        Dr 1000 125000.00
        Cr 3000 12.50
        Cr 3010 124987.50
      `,
    })
  })

  test('two for one: par of 50.00 more comes from paid-in', () => {
    check(at250('2, 1,'), '2024-06-05', {
      entries: 'split 2024-06-05 in 2024-06-05 Cr 3000 50.00 Dr 3010 50.00',
      strikes: '2024-06-05 125000.00 / 100000 = 1.25',
    })
  })

  test('orders of the day before are in old units at the old value, those of its day in new units at the new one', () => {
    const events = {
      redemption: `
        id,    trade_date, class, shares
        old,   2024-06-04, a,     10000
        new,   2024-06-05, a,     1000
        later, 2024-06-06, a,     500
      `,
    }
    check(at250('1, 4,', events), '2024-06-07', {
      entries: `
        old   2024-06-04 in 2024-06-05 Dr 3000 10.00 Dr 3010 24990.00 Cr 2110 25000.00
        split 2024-06-05 in 2024-06-05 Dr 3000 30.00 Cr 3010 30.00
        new   2024-06-05 in 2024-06-06 Dr 3000 1.00 Dr 3010 9999.00 Cr 2110 10000.00
        later 2024-06-06 in 2024-06-07 Dr 3000 0.50 Dr 3010 4999.50 Cr 2110 5000.00
      `,
      strikes: `
        2024-06-04 125000.00 / 50000 = 2.50
        2024-06-05 100000.00 / 10000 = 10.00
        2024-06-06 90000.00 / 9000 = 10.00
        2024-06-07 85000.00 / 8500 = 10.00
      `, // (50,000 − 10,000) / 4 = 10,000
    })
    checkView(at250('1, 4,', events), '2024-06-05', { strikes: '2024-06-05 90000.00 / 9000 = 10.00' })
  })

  test('fractions: 50,000 / 3 = 16,666.667 at three places; or as the agent confirms, who rounds each account', () => {
    check(at250('1, 3,'), '2024-06-05', { strikes: '2024-06-05 125000.00 / 16666.667 = 7.50' })
    check(at250('1, 3, 16666.012'), '2024-06-05', { strikes: '2024-06-05 125000.00 / 16666.012 = 7.50' })
  })

  test.each([
    ['16667.666', []],
    ['16667.667', ['16667.667 shares after split']],
    ['16665.667', ['16665.667 shares after split']],
  ])('%s as confirmed: a whole share off the ratio is an exception', (after, found) => {
    const { exceptions } = keep(at250(`1, 3, ${after}`), '2024-06-05').last?.strike ?? { exceptions: [] }
    expect(exceptions.filter(({ code }) => code === 'capital.split-differs').map((issue) => issue.found)).toEqual(found)
  })

  test('a ratio that leaves no share is refused', () => {
    expect(issuesOf(at250('1, 1000000000,'), '2024-06-05').map(shownIssue)).toEqual(['events/share-split.csv:2 new_units split.nothing-left'])
  })
})
