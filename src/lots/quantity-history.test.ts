import { describe, expect, test } from 'vitest'
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Quantity } from '../values/scaled.ts'
import { heldBefore, type QuantityChange, type QuantityHistory, withChange } from './quantity-history.ts'

const change = (date: number, units: number, isAtOpen = false): QuantityChange => ({ date: date as CalendarDate, change: BigInt(units) as Quantity, isAtOpen })
const historyOf = (...changes: readonly QuantityChange[]): QuantityHistory | undefined =>
  changes.reduce<QuantityHistory | undefined>((history, each) => withChange(history, each), undefined)
const held = (exDate: number, ...changes: readonly QuantityChange[]): bigint =>
  heldBefore(exDate as CalendarDate, changes.reduce((total, each) => total + each.change, 0n) as Quantity, historyOf(...changes))

describe('R3.15: units held at the close before an ex-date', () => {
  test('trades of the ex-date and after it do not count', () => {
    const trades = [change(1, 100), change(2, 50), change(2, -30), change(3, -120)]
    expect([1, 2, 3, 4].map((exDate) => held(exDate, ...trades))).toEqual([0n, 100n, 120n, 0n])
  })

  test('R6.4: a split of the ex-date counts, trades of that day do not', () => {
    // 100 held; on day 2 two for one, then 10 sold and 5 bought.
    expect(held(2, change(1, 100), change(2, 100, true), change(2, -10), change(2, 5))).toBe(200n)
    expect(held(3, change(1, 100), change(2, 100, true), change(2, -10), change(2, 5))).toBe(195n)
  })

  test('before a split, the units are those of then', () => expect(held(2, change(1, 100), change(3, 100, true))).toBe(100n))

  test('a change that becomes known late takes its place', () => {
    const late = historyOf(change(1, 100), change(4, -60), change(2, 100, true))
    expect([2, 3, 4, 5].map((exDate) => heldBefore(exDate as CalendarDate, 140n as Quantity, late))).toEqual([200n, 200n, 200n, 140n])
  })

  test('the history given is not altered', () => {
    const first = historyOf(change(1, 100), change(3, 50))
    const copy = structuredClone(first)
    withChange(first, change(2, 7))
    expect(first).toEqual(copy)
  })
})
