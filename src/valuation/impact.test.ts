import { describe, expect, test } from 'vitest'
import { USD } from '../values/currency.ts'
import { type Decimal, parseDecimal } from '../values/decimal.ts'
import { Shares } from '../values/scaled.ts'
import { changeText, differs, exceeds, impactOf, likelySplit, looksInverted, looksLikeUnit, percentText } from './impact.ts'

const of = (text: string): Decimal => parseDecimal(text) as Decimal
const move = (before: string, after: string) => ({ before: of(before), after: of(after) })
const shares = (text: string) => Shares.from(of(text)) as Shares

describe('R5.12: NAV impact = |ΔMV| ÷ shares, and half a cent blocks', () => {
  test.each([
    [122_340n, '50000', '0.0245', true], // 12,234.00 × 10% = 1,223.40 ÷ 50,000 = 0.024468
    [-122_340n, '50000', '0.0245', true],
    [25_000n, '50000', '0.0050', true], // 250.00 ÷ 50,000 = half a cent exactly
    [24_999n, '50000', '0.0050', false], // 249.99 ÷ 50,000 = 0.0049998: shown as half a cent, and less
    [0n, '50000', '0.0000', false],
    [1n, '0', '0.0000', true],
  ])('%s over %s shares: %s', (change, outstanding, perShare, isBlocking) => {
    expect(impactOf(change, shares(outstanding), USD)).toEqual({ perShare, isBlocking })
  })
})

describe('moves are compared exactly', () => {
  test.each([
    ['10.00', '10.50', '0.05', false],
    ['10.00', '10.500000001', '0.05', true],
    ['10.00', '9.50', '0.05', false],
    ['10.00', '9.49', '0.05', true],
    ['3', '3', '0', false],
  ])('%s to %s exceeds %s: %s', (before, after, tolerance, expected) => {
    expect(exceeds(move(before, after), of(tolerance))).toBe(expected)
  })

  test.each([
    [move('10', '10.4'), move('100', '101'), '0.03', false], // 4% and 1%: three points apart
    [move('10', '10.41'), move('100', '101'), '0.03', true],
    [move('10', '9.9'), move('100', '102.1'), '0.03', true], // −1% and +2.1%
    [move('3', '4'), move('9', '12'), '0', false], // a third each
  ])('%o and %o differ by more than %s: %s', (one, other, tolerance, expected) => {
    expect(differs(one, other, of(tolerance))).toBe(expected)
  })

  test.each([
    ['155', '1.55', true],
    ['1.55', '158', true],
    ['10', '100.4', true],
    ['10', '0.01', true],
    ['10', '20', false],
    ['10', '110', false],
    ['10', '10', false],
  ])('%s to %s looks like another unit: %s', (before, after, expected) => {
    expect(looksLikeUnit(move(before, after))).toBe(expected)
  })

  test.each([
    ['10', '7', '3 for 2'], // Two thirds and a twentieth of them: 30%, the least fall that is a split.
    ['10', '7.01', undefined],
    ['10', '14.25', '2 for 3'], // 10 × 1.5 less a twentieth.
    ['10', '14.24', undefined],
    ['10', '12.5', undefined],
    ['10', '7.5', undefined],
    ['300', '3.15', '100 for 1'],
    ['3', '285', '1 for 100'],
  ])('%s to %s as a split: %s', (before, after, expected) => {
    expect(likelySplit(move(before, after))).toBe(expected)
  })

  test('1.60 and 0.62 are about each other’s reciprocal, 1.60 and 1.50 are not', () => {
    expect([looksInverted(move('1.60', '0.62'), of('0.015')), looksInverted(move('1.60', '1.50'), of('0.015'))]).toEqual([true, false])
  })

  test('in words', () => {
    expect([changeText(move('12234', '13457.4')), changeText(move('12.00', '11.40'), 1), changeText(move('3', '2')), percentText(of('0.0025'))]).toEqual([
      '+10.00%',
      '−5.0%',
      '−33.33%',
      '0.25%',
    ])
  })
})
