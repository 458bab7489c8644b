import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { USD } from '../values/currency.ts'
import { absolute, compare, decimal, type Decimal, formatDecimal, parseDecimal, product, subtract } from '../values/decimal.ts'
import { type Amount } from '../values/money.ts'
import { Shares } from '../values/scaled.ts'
import { dollarsFor, dollarTolerance, parAmount, sharesFor } from './fund-shares.ts'

const of = (text: string): Decimal => parseDecimal(text) as Decimal
const shares = (text: string): Shares => Shares.from(of(text)) as Shares
const cents = (text: string): Amount => decimalUnits(of(text), 2) as Amount
const decimalUnits = ({ units, scale }: Decimal, at: number): bigint => units * 10n ** BigInt(at - scale)

describe('R3.1, R0.2: shares = amount / NAV, to the places of the class', () => {
  test.each([
    ['10000.00', '9.92', 3, '1008.065'], // 1,008.064516…
    ['10000.00', '9.92', 4, '1008.0645'],
    ['10000.00', '9.92', 0, '1008'],
    ['500000.00', '10.00', 3, '50000'],
    ['0.05', '10.00', 2, '0.01'], // 0.005: half up
    ['12000.00', '9.68', 3, '1239.669'], // R6.6: 12,000.00 reinvested at 9.68
  ])('%s at %s to %i places: %s', (amount, nav, places, expected) => {
    expect(sharesFor(cents(amount), of(nav), places, USD)).toBe(shares(expected))
  })
})

describe('R3.3: dollars = shares × NAV, to the cent', () => {
  test.each([
    ['500', '10.10', '5050.00'],
    ['1008.065', '9.92', '10000.00'], // 10,000.0048
    ['0.0005', '10.00', '0.01'], // half a cent, up
  ])('%s at %s: %s', (count, nav, expected) => {
    expect(dollarsFor(shares(count), of(nav), USD)).toBe(cents(expected))
  })
})

describe('R1.8: par of all shares outstanding', () => {
  test.each([
    ['50000', '0.001', '50.00'],
    ['1008.065', '0.001', '1.01'],
    ['499.9999', '0.001', '0.50'],
    ['50000', '0', '0.00'],
  ])('%s × %s = %s', (count, parValue, expected) => {
    expect(parAmount(shares(count), of(parValue), USD)).toBe(cents(expected))
  })
})

describe('R12.5: how far stated dollars may lie from shares × NAV', () => {
  test('NAV 52.37 at 3 places: 0.0005 × 52.37 + 0.005 = 0.031185', () => {
    expect(formatDecimal(dollarTolerance(of('52.37'), 3, USD))).toBe('0.031185')
  })

  test('dollars from which the shares were computed are always within it', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 12n), fc.bigInt(1n, 100_000n), fc.integer({ min: 0, max: 4 }), (amount, nav, places) => {
        const price = decimal(nav, 2)
        const computed = dollarsFor(sharesFor(amount as Amount, price, places, USD), price, USD)
        expect(compare(absolute(subtract(decimal(amount, 2), decimal(computed, 2))), dollarTolerance(price, places, USD))).toBeLessThanOrEqual(0)
      }),
      { seed: 44 },
    )
  })

  test('shares lie within half of their last place of amount / NAV', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 12n), fc.bigInt(1n, 100_000n), fc.integer({ min: 0, max: 4 }), (amount, nav, places) => {
        const dealt = Shares.toDecimal(sharesFor(amount as Amount, decimal(nav, 2), places, USD))
        const away = absolute(subtract(product(dealt, decimal(nav, 2)), decimal(amount, 2)))
        expect(compare(away, product(decimal(5n, places + 1), decimal(nav, 2)))).toBeLessThanOrEqual(0)
      }),
      { seed: 45 },
    )
  })
})
