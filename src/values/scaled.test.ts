import fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { type Decimal, formatDecimal, parseDecimal } from './decimal.ts'
import { Factor, Price, Quantity, Rate, type Scaled, Shares } from './scaled.ts'

const of = (text: string): Decimal => parseDecimal(text) as Decimal

const kinds = [
  ['Quantity', Quantity, 6],
  ['Shares', Shares, 4],
  ['Price', Price, 9],
  ['Factor', Factor, 10],
  ['Rate', Rate, 12],
] as const

describe.each(kinds)('R0.2: %s', (_, branded, scale) => {
  const kind = branded as unknown as Scaled<bigint> // one test serves all brands
  const smallest = `0.${'1'.padStart(scale, '0')}`

  test(`has ${scale} places`, () => {
    expect(kind.scale).toBe(scale)
    expect(kind.from(of('1'))).toBe(10n ** BigInt(scale))
    expect(kind.from(of(smallest))).toBe(1n)
    expect(kind.from(of(`-${smallest}`))).toBe(-1n)
  })

  test('a value with more places is refused, not rounded, unless they are zeros', () => {
    expect(kind.from(of(`${smallest}5`))).toBeUndefined()
    expect(kind.from(of(`-${smallest}5`))).toBeUndefined()
    expect(kind.from(of(`${smallest}000`))).toBe(1n)
  })

  test('every value goes over the border and back', () => {
    fc.assert(
      fc.property(fc.bigInt(), (units) => {
        expect(kind.from(kind.toDecimal(units))).toBe(units)
      }),
    )
  })
})

describe('examples', () => {
  test('1,008.065 shares (R0.2), a price of 20.41, a fee of 0.75%', () => {
    expect(Shares.from(of('1008.065'))).toBe(10_080_650n)
    expect(Price.from(of('20.41'))).toBe(20_410_000_000n)
    expect(Rate.from(of('0.0075'))).toBe(7_500_000_000n)
    expect(formatDecimal(Shares.toDecimal(10_080_650n as Shares))).toBe('1008.0650')
  })

  test('a price cannot stand where a quantity belongs', () => {
    expectTypeOf<Price>().not.toExtend<Quantity>()
    expectTypeOf<bigint>().not.toExtend<Quantity>()
    expectTypeOf<Quantity>().toExtend<bigint>()
  })
})
