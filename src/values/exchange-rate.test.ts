import { describe, expect, test } from 'vitest'
import { type Currency, USD } from './currency.ts'
import { type Decimal, ONE, parseDecimal } from './decimal.ts'
import { isParity, parity, translate } from './exchange-rate.ts'

const of = (text: string): Decimal => parseDecimal(text) as Decimal
const direct = (text: string) => ({ numerator: of(text), denominator: ONE })
const inverse = (text: string) => ({ numerator: ONE, denominator: of(text) })

describe('R5.6: a translation is exact and rounded once, half up', () => {
  test.each([
    ['1000.00', direct('1.60950'), 'USD', 160_950n], // GBP 1,000 × 1.60950 = 1,609.50
    ['-1000.00', direct('1.60950'), 'USD', -160_950n],
    ['1000.00', inverse('0.625'), 'USD', 160_000n], // 1,000 ÷ 0.625 pounds for a dollar = 1,600
    ['3000', inverse('3'), 'USD', 100_000n], // 1/3 rounded to any number of places would give 999.99…
    ['0.05', direct('0.1'), 'USD', 1n], // half a cent
    ['-0.05', direct('0.1'), 'USD', -1n],
    ['0.049', direct('0.1'), 'USD', 0n],
    ['10.00', direct('118.79'), 'JPY', 1_188n], // 1,187.9 yen: no minor unit
  ])('%s', (value, rate, currency, expected) => {
    expect(translate(of(value), rate, currency as Currency)).toBe(expected)
  })

  test('a currency to itself', () => {
    expect(translate(of('12.34'), parity, USD)).toBe(1_234n)
    expect([isParity(parity), isParity(direct('1.0')), isParity(direct('1.01'))]).toEqual([true, true, false])
  })
})
