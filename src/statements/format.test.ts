import { expect, test } from 'vitest'
import { decimal } from '../values/decimal.ts'
import { printPercent, printPerShare, printPrice, printUnits, printWhole } from './format.ts'

test('R8.5: whole dollars have commas, losses parentheses, exactly zero a dash, and what rounds to zero a zero', () => {
  expect(printWhole(984268n, false)).toBe('984,268')
  expect(printWhole(-3985n, false)).toBe('(3,985)')
  expect(printWhole(0n, true)).toBe('--')
  expect(printWhole(0n, false)).toBe('0')
  expect(printWhole(-1234567890n, false)).toBe('(1,234,567,890)')
  expect(printWhole(999n, false)).toBe('999')
})

test('R8.5: per-share amounts have no leading zero', () => {
  expect(printPerShare(decimal(-8n, 2), false)).toBe('(.08)')
  expect(printPerShare(decimal(32n, 2), false)).toBe('.32')
  expect(printPerShare(decimal(120n, 2), false)).toBe('1.20')
  expect(printPerShare(decimal(0n, 2), true)).toBe('--')
  expect(printPerShare(decimal(0n, 2), false)).toBe('.00')
})

test('R8.5: prices keep their leading digits, percentages theirs', () => {
  expect(printPrice(decimal(992n, 2))).toBe('9.92')
  expect(printPrice(decimal(50n, 2))).toBe('0.50')
  expect(printPercent(decimal(-80n, 2))).toBe('(0.80)%')
  expect(printPercent(decimal(242n, 1))).toBe('24.2%')
  expect(printPercent(decimal(0n, 0))).toBe('0%')
})

test('units have the places they have', () => {
  expect(printUnits(decimal(1589000000n, 6))).toBe('1,589')
  expect(printUnits(decimal(1008065n, 3))).toBe('1,008.065')
  expect(printUnits(decimal(100n, 0))).toBe('100')
})
