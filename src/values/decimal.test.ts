/** decimal.js at 60 digits is the oracle: it was written by others, and its own precision is far beyond what is asked here. */
import { Decimal as Oracle } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  divideRound,
  divideUnits,
  equals,
  formatDecimal,
  isZero,
  negate,
  parseDecimal,
  powerOfTen,
  product,
  rescale,
  round,
  type RoundingMode,
  signOf,
  subtract,
  sum,
} from './decimal.ts'

Oracle.set({ precision: 60, toExpNeg: -100, toExpPos: 100 })

const oracleModes = { 'half-up': Oracle.ROUND_HALF_UP, 'half-even': Oracle.ROUND_HALF_EVEN, truncate: Oracle.ROUND_DOWN } as const
const modes = Object.keys(oracleModes) as readonly RoundingMode[]

const of = (text: string): Decimal => parseDecimal(text) as Decimal
const oracleOf = (value: Decimal): Oracle => new Oracle(formatDecimal(value))
/** Both as plain digits with `scale` places; the oracle's −0 is 0. */
const oracleText = (value: Oracle, scale: number): string => (value.isZero() ? new Oracle(0) : value).toFixed(scale)

const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.nat(12)).map(([units, scale]) => decimal(units, scale))
const anyMode = fc.constantFrom(...modes)
const places = fc.nat(14)

describe('against decimal.js', () => {
  test('add and subtract are exact', () => {
    fc.assert(
      fc.property(decimals, decimals, (left, right) => {
        const scale = Math.max(left.scale, right.scale)
        expect(formatDecimal(add(left, right))).toBe(oracleText(oracleOf(left).plus(oracleOf(right)), scale))
        expect(formatDecimal(subtract(left, right))).toBe(oracleText(oracleOf(left).minus(oracleOf(right)), scale))
      }),
    )
  })

  test('sum is exact for any number of parts', () => {
    fc.assert(
      fc.property(fc.array(decimals), (values) => {
        const expected = values.reduce((total, value) => total.plus(oracleOf(value)), new Oracle(0))
        expect(formatDecimal(sum(values))).toBe(oracleText(expected, Math.max(0, ...values.map(({ scale }) => scale))))
      }),
    )
  })

  test('product is exact and carries the summed scale', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) => {
        const scale = a.scale + b.scale + c.scale
        expect(product(a, b, c).scale).toBe(scale)
        expect(formatDecimal(product(a, b, c))).toBe(oracleText(oracleOf(a).times(oracleOf(b)).times(oracleOf(c)), scale))
      }),
    )
  })

  test('divideRound is the quotient rounded once', () => {
    fc.assert(
      fc.property(
        decimals,
        decimals.filter((value) => !isZero(value)),
        anyMode,
        places,
        (numerator, denominator, mode, scale) => {
          // The oracle's own 60 digits hold the quotient beyond any tie: two 19-digit integers cannot come nearer to one.
          const expected = oracleOf(numerator).div(oracleOf(denominator)).toDecimalPlaces(scale, oracleModes[mode])
          expect(formatDecimal(divideRound(numerator, denominator, mode, scale))).toBe(oracleText(expected, scale))
        },
      ),
    )
  })

  test('round agrees in every mode', () => {
    fc.assert(
      fc.property(decimals, anyMode, places, (value, mode, scale) => {
        expect(formatDecimal(round(value, mode, scale))).toBe(oracleText(oracleOf(value).toDecimalPlaces(scale, oracleModes[mode]), scale))
      }),
    )
  })

  test('round agrees on ties, which chance rarely meets', () => {
    const ties = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.nat(8)).map(([units, scale]) => decimal(units * 10n + 5n, scale + 1))
    fc.assert(
      fc.property(ties, anyMode, (tie, mode) => {
        const scale = tie.scale - 1
        expect(formatDecimal(round(tie, mode, scale))).toBe(oracleText(oracleOf(tie).toDecimalPlaces(scale, oracleModes[mode]), scale))
      }),
    )
  })

  test('compare orders as the oracle does', () => {
    fc.assert(
      fc.property(decimals, decimals, (left, right) => {
        expect(compare(left, right)).toBe(oracleOf(left).cmp(oracleOf(right)))
      }),
    )
  })
})

describe('properties', () => {
  test('what is written is read back, scale and all', () => {
    fc.assert(
      fc.property(decimals, (value) => {
        expect(parseDecimal(formatDecimal(value))).toEqual(value)
      }),
    )
  })

  test('rounding moves less than one unit of the stated scale, and at most half of one unless it truncates', () => {
    fc.assert(
      fc.property(decimals, anyMode, places, (value, mode, scale) => {
        const moved = absolute(subtract(round(value, mode, scale), value))
        const unit = decimal(1n, scale)
        expect(compare(moved, unit)).toBe(-1)
        if (mode !== 'truncate') expect(compare(add(moved, moved), unit)).not.toBe(1)
      }),
    )
  })

  test('every mode treats a number and its negative alike', () => {
    fc.assert(
      fc.property(decimals, anyMode, places, (value, mode, scale) => {
        expect(round(negate(value), mode, scale)).toEqual(negate(round(value, mode, scale)))
      }),
    )
  })
})

describe('worked examples', () => {
  test.each([
    // value, places, half-up, half-even, truncate
    ['2.345', 2, '2.35', '2.34', '2.34'], // R0.3; 234.5 lies between 234 (even) and 235
    ['-2.345', 2, '-2.35', '-2.34', '-2.34'], // R0.3
    ['2.355', 2, '2.36', '2.36', '2.35'],
    ['9.9250', 2, '9.93', '9.92', '9.92'],
    ['9.9249999', 2, '9.92', '9.92', '9.92'],
    ['9.9250001', 2, '9.93', '9.93', '9.92'],
    ['-9.9250001', 2, '-9.93', '-9.93', '-9.92'],
    ['0.5', 0, '1', '0', '0'],
    ['-0.5', 0, '-1', '0', '0'],
    ['1.5', 0, '2', '2', '1'],
    ['0.005', 2, '0.01', '0.00', '0.00'],
    ['-0.004', 2, '0.00', '0.00', '0.00'],
    ['99.995', 2, '100.00', '100.00', '99.99'],
    ['7', 2, '7.00', '7.00', '7.00'],
  ] as const)('%s to %i places is %s half-up, %s half-even, %s truncated', (value, scale, halfUp, halfEven, truncated) => {
    expect(modes.map((mode) => formatDecimal(round(of(value), mode, scale)))).toEqual([halfUp, halfEven, truncated])
  })

  test('R0.1: 0.1 + 0.2 is 0.3 and not 0.30000000000000004', () => {
    expect(formatDecimal(add(of('0.1'), of('0.2')))).toBe('0.3')
    expect(formatDecimal(add(of('0.10'), of('0.20')))).toBe('0.30')
  })

  test('R0.4: 333 × 7.33 is 2,440.89', () => {
    expect(formatDecimal(product(of('333'), of('7.33')))).toBe('2440.89')
  })

  test('484,268.00 ÷ 50,000 is divided once, to the places that are asked for', () => {
    // 484268 / 50000 = 9.68536
    expect(formatDecimal(divideRound(of('484268.00'), of('50000.000'), 'half-up', 2))).toBe('9.69')
    expect(formatDecimal(divideRound(of('484268.00'), of('50000.000'), 'half-up', 6))).toBe('9.685360')
  })

  test.each([
    // 7 ÷ 2 = 3.5, and every sign of it
    [7n, 2n, 4n, 4n, 3n],
    [-7n, 2n, -4n, -4n, -3n],
    [7n, -2n, -4n, -4n, -3n],
    [-7n, -2n, 4n, 4n, 3n],
    [5n, 2n, 3n, 2n, 2n],
    [-5n, 2n, -3n, -2n, -2n],
    [1n, 3n, 0n, 0n, 0n],
    [-2n, 3n, -1n, -1n, 0n],
    [0n, 3n, 0n, 0n, 0n],
    [6n, 3n, 2n, 2n, 2n],
  ])('%s ÷ %s in whole units is %s half-up, %s half-even, %s truncated', (numerator, denominator, halfUp, halfEven, truncated) => {
    expect(modes.map((mode) => divideUnits(numerator, denominator, mode))).toEqual([halfUp, halfEven, truncated])
  })

  test('rescale to more places is exact', () => {
    expect(rescale(1234n, 2, 6, 'truncate')).toBe(12_340_000n)
    expect(powerOfTen(70)).toBe(10n ** 70n)
  })

  test('nothing is divided by zero', () => {
    expect(() => divideRound(of('1'), of('0.00'), 'half-up', 2)).toThrow('division by zero')
  })

  test('a scale is a whole number of places', () => {
    expect(() => decimal(1n, -1)).toThrow('a scale is a whole number of places, not -1')
    expect(() => decimal(1n, 0.5)).toThrow()
  })

  test('signs, zero and equality look through the scale', () => {
    expect(['-0.01', '0.00', '3'].map((text) => signOf(of(text)))).toEqual([-1, 0, 1])
    expect(equals(of('1.0'), of('1.00'))).toBe(true)
    expect(isZero(of('-0.00'))).toBe(true)
    expect(formatDecimal(absolute(of('-0.50')))).toBe('0.50')
    expect(formatDecimal(sum([]))).toBe('0')
  })
})

describe('text', () => {
  test.each([
    ['12.34', 1234n, 2],
    ['-0.50', -50n, 2],
    ['0', 0n, 0],
    ['007', 7n, 0],
    ['100.000', 100_000n, 3],
  ])('%s is %s at scale %i', (text, units, scale) => {
    expect(parseDecimal(text)).toEqual({ units, scale })
  })

  test.each([
    [-5n, 2, '-0.05'],
    [-50n, 2, '-0.50'],
    [0n, 3, '0.000'],
    [1234n, 0, '1234'],
    [1n, 12, '0.000000000001'],
  ])('%s at scale %i is %s', (units, scale, text) => {
    expect(formatDecimal(decimal(units, scale))).toBe(text)
  })

  test.each(['', ' ', '1,234.50', '$5', '1e3', '1.', '.5', '+1', '--1', '1 000', '(5.00)', 'NaN', '12.34\n', '١٢', '0x10', '1_000', '−5'])(
    '"%s" is not a plain decimal number',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined()
    },
  )
})
