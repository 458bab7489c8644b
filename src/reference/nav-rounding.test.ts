import { describe, expect, test } from 'vitest'
import { day, issuesOf, keepDespiteIssues, open, strikeLine } from '../../test/support/book.ts'
import { navRoundingOn, publishedRounding } from './nav-rounding.ts'

// No entry is in force on 2024-06-05.
const text = {
  policies: { nav_rounding: ['from: 2024-06-03, through: 2024-06-04, decimals: 2, mode: truncate', 'from: 2024-06-06, decimals: 4, mode: half-even'] },
  events: { subscription: 'id,trade_date,class,amount,shares,settlement_date\ns1,2024-06-03,a,1000.00,300,2024-06-03' },
}
const { policies } = open(text).book.fund

describe('how the net asset value per share of a day is rounded', () => {
  test.each([
    ['2024-06-04', { mode: 'truncate', scale: 2 }],
    ['2024-06-06', { mode: 'half-even', scale: 4 }],
  ])('%s: %j', (on, rounding) => {
    expect(navRoundingOn(policies, day(on))).toEqual(rounding)
    expect(publishedRounding(policies, day(on))).toEqual(rounding)
  })

  test('a day without the policy: no other rounding is taken, and where there must be one, it is a fault', () => {
    expect(navRoundingOn(policies, day('2024-06-05'))).toBeUndefined()
    expect(() => publishedRounding(policies, day('2024-06-05'))).toThrow('no nav_rounding in force on 2024-06-05')
  })

  test('the gap is an issue, and the replay goes on over it, without a net asset value per share on that day', () => {
    expect(issuesOf(text, '2024-06-06').map(({ found }) => found)).toEqual(['no nav_rounding in force on 2024-06-05; this entry ends the day before'])
    // 1,000.00 ÷ 300 = 3.3333…
    expect(keepDespiteIssues(text, '2024-06-06').strikes.map(strikeLine)).toEqual([
      '2024-06-03 1000.00 / 300 = 3.33',
      '2024-06-04 1000.00 / 300 = 3.33',
      '2024-06-05 1000.00 / 300 = none',
      '2024-06-06 1000.00 / 300 = 3.3333',
    ])
  })
})
