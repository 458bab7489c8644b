import { expect, test } from 'vitest'
import { USD } from '../values/currency.ts'
import type { Price, Quantity, Shares } from '../values/scaled.ts'
import { counted, plainAmount, plainPrice, plainQuantity, shownAmount, shownQuantity, shownShares } from './figures.ts'

test('amounts: all minor-unit places, separators for people only', () => {
  expect([0n, -398_527n, 100n, 99_999n, 100_000n, 48_825_300n, -123_456_789_012n].map((amount) => shownAmount(amount, USD))).toEqual([
    '0.00',
    '-3,985.27',
    '1.00',
    '999.99',
    '1,000.00',
    '488,253.00',
    '-1,234,567,890.12',
  ])
  expect(plainAmount(48_825_300n, USD)).toBe('488253.00')
})

test("the zeros of the engine's scale are not shown", () => {
  expect(plainQuantity(521_000_000n as Quantity)).toBe('521')
  expect(shownQuantity(1_589_250_000n as Quantity)).toBe('1,589.25')
  expect(plainPrice(20_410_000_000n as Price)).toBe('20.41')
  expect(plainPrice(20_500_000_000n as Price)).toBe('20.50')
  expect(plainPrice(20_123_400_000n as Price)).toBe('20.1234')
  expect(shownShares(500_000_000n as Shares, 3)).toBe('50,000.000')
})

test('counts', () => {
  expect([counted(1, 'problem'), counted(0, 'problem'), counted(2, 'entry', 'entries'), counted(1_200, 'problem')]).toEqual([
    '1 problem',
    '0 problems',
    '2 entries',
    '1,200 problems',
  ])
})
