import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Currency, currencyCodes, parseCurrency, USD } from './currency.ts'
import { type Decimal, formatDecimal, parseDecimal, product } from './decimal.ts'
import { addMoney, amountToDecimal, exactAmount, money, roundToAmount } from './money.ts'

const JPY = parseCurrency('JPY') as Currency
const KWD = parseCurrency('KWD') as Currency
const of = (text: string): Decimal => parseDecimal(text) as Decimal

describe('R0.2: amounts are minor units of their currency', () => {
  test.each([
    ['12.34', USD, 1234n],
    ['12', USD, 1200n],
    ['-0.01', USD, -1n],
    ['12.3400', USD, 1234n], // more places, but zeros: nothing is lost
    ['1234', JPY, 1234n],
    ['1234.0', JPY, 1234n],
    ['1.234', KWD, 1234n],
    ['1.2', KWD, 1200n],
  ])('%s %s is %s units', (text, currency, units) => {
    expect(exactAmount(of(text), currency)).toBe(units)
  })

  test.each([
    ['12.345', USD],
    ['-0.001', USD],
    ['0.5', JPY],
    ['1.2345', KWD],
  ])('%s %s has too many places and is not rounded', (text, currency) => {
    expect(exactAmount(of(text), currency)).toBeUndefined()
  })

  test.each([
    [1234n, USD, '12.34'],
    [-5n, USD, '-0.05'],
    [1234n, JPY, '1234'],
    [1234n, KWD, '1.234'],
  ])('%s units of %s are %s', (units, currency, text) => {
    expect(formatDecimal(amountToDecimal(units, currency))).toBe(text)
  })

  test('every amount of every currency goes over the border and back', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.constantFrom(...currencyCodes), (units, code) => {
        const currency = parseCurrency(code) as Currency
        expect(exactAmount(amountToDecimal(units, currency), currency)).toBe(units)
      }),
    )
  })
})

describe('R0.3, R0.4: rounded once, to the minor unit', () => {
  test('333 × 7.33 is 2,440.89 exactly', () => {
    expect(roundToAmount(product(of('333'), of('7.33')), USD, 'half-up')).toBe(244_089n)
  })

  test.each([
    ['2.345', USD, 235n, 234n, 234n],
    ['-2.345', USD, -235n, -234n, -234n],
    ['0.5', JPY, 1n, 0n, 0n],
    ['0.0005', KWD, 1n, 0n, 0n],
    ['0.0015', KWD, 2n, 2n, 1n],
  ])('%s %s is %s half-up, %s half-even, %s truncated', (text, currency, halfUp, halfEven, truncated) => {
    expect((['half-up', 'half-even', 'truncate'] as const).map((mode) => roundToAmount(of(text), currency, mode))).toEqual([halfUp, halfEven, truncated])
  })
})

describe('two currencies never add', () => {
  test('12.34 + 0.66 is 13.00', () => {
    expect(addMoney(money(USD, 1234n), money(USD, 66n))).toEqual(money(USD, 1300n))
  })

  test('USD and JPY do not', () => {
    expect(() => addMoney(money(USD, 1n), money(JPY, 1n))).toThrow('USD and JPY do not add')
  })
})
