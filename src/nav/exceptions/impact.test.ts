import { describe, expect, test } from 'vitest'
import { type ClassId } from '../../reference/fund.ts'
import { USD } from '../../values/currency.ts'
import { decimal, type Decimal, formatDecimal, parseDecimal } from '../../values/decimal.ts'
import { type Amount } from '../../values/money.ts'
import { type Shares } from '../../values/scaled.ts'
import { impactOf } from './impact.ts'

const HALF_A_CENT = decimal(5n, 3)
const read = (text: string): Decimal => parseDecimal(text) as Decimal

/** A strike of classes given as net assets in dollars and shares. */
const strike = (...classes: readonly (readonly [netAssets: bigint, shares: bigint])[]) => ({
  netAssets: classes.reduce((total, [netAssets]) => total + netAssets * 100n, 0n) as Amount,
  currency: USD,
  classes: classes.map(([netAssets, shares], index) => ({
    classId: `class-${index}` as ClassId,
    netAssets: (netAssets * 100n) as Amount,
    outstanding: (shares * 10_000n) as Shares,
    navPerShare: undefined,
    unrounded: undefined,
  })),
})
const impact = (change: string, of: ReturnType<typeof strike>): string => {
  const found = impactOf(read(change), of, HALF_A_CENT)
  return found === undefined ? 'none' : `${formatDecimal(found.perShare)} ${found.isMaterial ? 'material' : 'not material'}`
}

describe('R5.12: NAV impact = |change of value| ÷ shares', () => {
  test.each([
    ['a position of 12,234 that moved by 10%: 1,223.40 / 50,000', '1223.40', '0.02446800 material'],
    ['R12.26, a wire fee of 10.00: 10.00 / 50,000', '-10.00', '0.00020000 not material'],
    ['half a cent: 250.00 / 50,000', '250.00', '0.00500000 material'],
    ['a cent of the fund less: 249.99 / 50,000', '249.99', '0.00499980 not material'],
  ])('%s', (_, change, expected) => expect(impact(change, strike([500_000n, 50_000n]))).toBe(expected))

  test('the threshold is held against the exact value, not the rounded one', () => {
    // 0.004999999 on one share is printed as half a cent and is less.
    expect(impact('0.004999999', strike([10n, 1n]))).toBe('0.00500000 not material')
  })

  test('of several classes, the one that bears most a share', () => {
    // 60% of 100.00 on 1,000 shares is 0.06; 40% on 5,000 shares is 0.008.
    expect(impact('100.00', strike([6_000n, 1_000n], [4_000n, 5_000n]))).toBe('0.06000000 material')
  })

  test('no shares, no impact', () => expect(impact('100.00', strike([0n, 0n]))).toBe('none'))
})
