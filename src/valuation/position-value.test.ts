import { describe, expect, test } from 'vitest'
import { USD } from '../values/currency.ts'
import { type Decimal, parseDecimal } from '../values/decimal.ts'
import { Price, Quantity } from '../values/scaled.ts'
import { positionValue } from './position-value.ts'

const of = (text: string): Decimal => parseDecimal(text) as Decimal

describe('R5.5: market value = quantity × price × multiplier, rounded once to the cent', () => {
  test.each([
    ['3844', '1.08', '1', 415_152n], // 4,151.52
    ['333', '7.33', '1', 244_089n], // R0.4: 2,440.89, not 333 × 7.3
    ['1000000', '99.00', '0.01', 99_000_000n], // bond: face × price × 0.01
    ['0.5', '0.01', '1', 1n], // half a cent, up
    ['0.499999', '0.01', '1', 0n],
    ['123456.789012', '0.000000001', '1', 0n],
  ])('%s × %s × %s', (quantity, price, multiplier, cents) => {
    expect(positionValue(Quantity.from(of(quantity)) as Quantity, Price.from(of(price)) as Price, of(multiplier), USD)).toBe(cents)
  })
})
