import { describe, expect, test } from 'vitest'
import { day, open } from '../../test/support/book.ts'
import { type Fund } from './fund.ts'
import { policyGaps, policyOn } from './policy.ts'

const fundWith = (entries: readonly string[]): Fund => open({ policies: { nav_timing: entries } }).book.fund
const timingOn = (fund: Fund, on: string): string | undefined => policyOn(fund.policies, 'nav_timing', day(on))?.settings.trades

describe('a policy is in force from its date until the next, or through its last day', () => {
  const dated = fundWith(['from: 2024-06-03, trades: T', 'from: 2024-07-01, through: 2024-07-31, trades: T+1', 'from: 2024-08-05, trades: T'])

  test.each([
    ['2024-06-02', undefined],
    ['2024-06-03', 'T'],
    ['2024-06-30', 'T'],
    ['2024-07-01', 'T+1'],
    ['2024-07-31', 'T+1'],
    ['2024-08-01', undefined], // the first entry does not come back
    ['2024-08-04', undefined],
    ['2024-08-05', 'T'],
    ['2035-12-31', 'T'],
  ])('%s: %s', (on, expected) => {
    expect(timingOn(dated, on)).toBe(expected)
  })

  test('the order of the entries in the file says nothing', () => {
    const turned = fundWith(['from: 2024-07-01, trades: T+1', 'from: 2024-06-03, trades: T'])
    expect([timingOn(turned, '2024-06-30'), timingOn(turned, '2024-07-01')]).toEqual(['T', 'T+1'])
  })

  test.each([
    ['2024-07-31', []],
    ['2024-08-01', ['no nav_timing in force on 2024-08-01; this entry ends the day before']],
    ['2024-12-31', ['no nav_timing in force on 2024-08-01; this entry ends the day before']],
  ])('the gap is found where the books are kept through %s', (through, expected) => {
    expect(policyGaps(dated.policies, day('2024-06-03'), day(through)).map(({ found }) => found)).toEqual(expected)
  })
})

describe('which entries cannot stand together', () => {
  const codes = (...entries: readonly string[]): readonly string[] => open({ policies: { nav_timing: entries } }).issues.map(({ code }) => code)
  test.each([
    [['from: 2024-06-03, trades: T', 'from: 2024-06-03, trades: T+1'], ['policy.overlap']],
    [['from: 2024-06-03, through: 2024-07-01, trades: T', 'from: 2024-07-01, trades: T+1'], ['policy.overlap']],
    [['from: 2024-06-03, through: 2024-06-30, trades: T', 'from: 2024-07-01, trades: T+1'], []],
    [['from: 2024-06-03, trades: T', 'from: 2024-07-01, trades: T+1'], []],
    [['from: 2024-06-03, through: 2024-06-02, trades: T'], ['policy.dates', 'policy.none-in-force']],
    [['from: 2024-06-04, trades: T'], ['policy.none-in-force']],
  ])('%j', (entries, expected) => {
    expect(codes(...entries)).toEqual(expected)
  })
})
