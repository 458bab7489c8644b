import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, apportion } from './largest-remainder.ts'

/** Whole dollars from tenths: [106, −34] are 10.6 and −3.4. */
const inTenths = (tenths: readonly number[], total: number) => {
  const result = apportion(tenths.map(BigInt), 10n, BigInt(total))
  return result.fits ? result.parts.map(Number) : result
}

describe('R8.3: printed lines that add', () => {
  test.each([
    // 10.6 − 3.4 = 7.2 -> 7. Floors 10 and −4 (−3.4 = −4 + .6) are 6; 1 is missing; .6 ties with .6; the larger magnitude has it.
    { why: 'a tie goes to the larger magnitude', tenths: [106, -34], total: 7, printed: [11, -4] },
    // 2.6 − 6.6 − 1.3 = −5.3 -> −5. Turned: −2.6, 6.6, 1.3 to 5. Floors −3, 6, 1 are 4; 1 is missing; .4, .6, .3: 6.6 has it. Turned back.
    { why: 'a negative sum is turned, so that a loss is treated like a gain', tenths: [26, -66, -13], total: -5, printed: [3, -7, -1] },
    // .3 + .3 − .4 = .2 -> 0. Floors 0, 0, −1; 1 is missing; .3, .3, .6: the last has it.
    { why: 'floors go toward minus infinity', tenths: [3, 3, -4], total: 0, printed: [0, 0, 0] },
    // 100.0 -> 100. Floors 10 + 20 + 30 + 38 = 98; 2 are missing; all .5; the largest two have them.
    { why: 'all tied: largest first', tenths: [105, 205, 305, 385], total: 100, printed: [10, 20, 31, 39] },
    // 3 × .5 = 1.5 -> 2: equal fractions, equal magnitudes: in order.
    { why: 'a tie in magnitude goes by order', tenths: [5, 5, 5], total: 2, printed: [1, 1, 0] },
    // 1.7 + 2 + 0 + 1.3 = 5. Floors 1 and 1; 5 − 2 − 0 − 2 = 1 is missing; 1.7 has it. 2 and 0 stand.
    { why: 'exactly zero and exactly whole lines never move', tenths: [17, 20, 0, 13], total: 5, printed: [2, 2, 0, 1] },
    // The exact sum is 7.2; a total of 8 forced by R8.4 lifts both lines: floors 10 − 4 = 6, 2 missing.
    { why: 'a forced total within reach', tenths: [106, -34], total: 8, printed: [11, -3] },
    { why: 'nothing to print', tenths: [], total: 0, printed: [] },
  ])('$why: $tenths tenths to $total', ({ tenths, total, printed }) => {
    expect(inTenths(tenths, total)).toEqual(printed)
    expect(printed.reduce((accumulated, line) => accumulated + line, 0)).toBe(total)
  })

  test.each([
    // Floors 10 − 4 = 6: 9 would lack 3 and two lines may move by one; 5 would lack −1.
    { tenths: [106, -34], total: 9, missing: 3n, movable: 2 },
    { tenths: [106, -34], total: 5, missing: -1n, movable: 2 },
    { tenths: [20, 0], total: 3, missing: 1n, movable: 0 }, // none may move
    { tenths: [], total: 1, missing: 1n, movable: 0 },
  ])('step 5: $tenths tenths cannot be $total, and no line is moved by two', ({ tenths, total, missing, movable }) => {
    expect(inTenths(tenths, total)).toEqual({ fits: false, missing, movable })
  })

  test('the seed: Atmos 136 × 23.32 = 3,171.52 prints as 3,171 where the larger fractions take the units', () => {
    // 3,171.52 + 100.54 + 200.94 = 3,473.00. Floors 3,471; 2 are missing; .94 and .54 have them.
    expect(apportion([317_152n, 10_054n, 20_094n], 100n, 3473n)).toEqual({ fits: true, parts: [3171n, 101n, 201n] })
  })
})

describe('R0.5: residuals go somewhere named', () => {
  test.each([
    // 100.00 over three equal classes: 33.33⅓ each, floors 99.99; equal fractions and magnitudes: the first has the cent.
    { total: 10_000n, weights: [1n, 1n, 1n], parts: [3334n, 3333n, 3333n] },
    { total: -10_000n, weights: [1n, 1n, 1n], parts: [-3334n, -3333n, -3333n] },
    // R6.10: 1,234.57 by 6,000,000 and 4,000,000: 740.742 and 493.828; floors 740.74 + 493.82; .2 against .8: the second has the cent.
    { total: 123_457n, weights: [6_000_000n, 4_000_000n], parts: [74_074n, 49_383n] },
    // 12.00 by 1 and 2 is whole: 4.00 and 8.00.
    { total: 1200n, weights: [1n, 2n], parts: [400n, 800n] },
    { total: 1n, weights: [0n, 1n, 0n], parts: [0n, 1n, 0n] },
    { total: 0n, weights: [3n, 4n], parts: [0n, 0n] },
    // .01 by 1 and 1: .005 each: the first has it.
    { total: 1n, weights: [1n, 1n], parts: [1n, 0n] },
  ])('$total by $weights is $parts', ({ total, weights, parts }) => {
    expect(allocate(total, weights)).toEqual(parts)
  })

  test('weights are not negative and not all zero', () => {
    expect(() => allocate(1n, [0n, 0n])).toThrow('weights')
    expect(() => allocate(1n, [2n, -1n])).toThrow('weights')
    expect(() => allocate(1n, [])).toThrow('weights')
  })
})

describe('properties', () => {
  const numerators = fc.array(fc.oneof(fc.bigInt({ min: -1_000_000n, max: 1_000_000n }), fc.constant(0n)), { maxLength: 40 })
  const denominators = fc.constantFrom(1n, 3n, 10n, 100n, 997n)

  const checkParts = (exact: readonly bigint[], denominator: bigint, total: bigint, parts: readonly bigint[]): void => {
    expect(parts.reduce((accumulated, part) => accumulated + part, 0n)).toBe(total)
    for (const [index, numerator] of exact.entries()) {
      const moved = (parts[index] as bigint) * denominator - numerator
      expect(moved < denominator && moved > -denominator).toBe(true)
      if (numerator % denominator === 0n) expect(moved).toBe(0n)
    }
  }

  const floorOf = (numerator: bigint, denominator: bigint): bigint => (numerator - (((numerator % denominator) + denominator) % denominator)) / denominator

  test('an unforced total, either neighbour of the exact sum, always fits; every line stays within 1; whole lines stand', () => {
    fc.assert(
      fc.property(numerators, denominators, fc.boolean(), (exact, denominator, isCeiling) => {
        const exactSum = exact.reduce((accumulated, numerator) => accumulated + numerator, 0n)
        const total = floorOf(exactSum, denominator) + (isCeiling && exactSum % denominator !== 0n ? 1n : 0n)
        const result = apportion(exact, denominator, total)
        expect(result.fits).toBe(true)
        if (result.fits) checkParts(exact, denominator, total, result.parts)
      }),
    )
  })

  test('any total at all is met within these bounds, or refused; it is refused only where they cannot be kept', () => {
    fc.assert(
      fc.property(numerators, denominators, fc.bigInt({ min: -60n, max: 60n }), (exact, denominator, forced) => {
        const total =
          floorOf(
            exact.reduce((accumulated, numerator) => accumulated + numerator, 0n),
            denominator,
          ) + forced
        const result = apportion(exact, denominator, total)
        const lowest = exact.reduce((accumulated, numerator) => accumulated + floorOf(numerator, denominator), 0n)
        const movable = exact.filter((numerator) => numerator % denominator !== 0n).length
        expect(result.fits).toBe(total >= lowest && total <= lowest + BigInt(movable))
        if (result.fits) checkParts(exact, denominator, total, result.parts)
      }),
    )
  })

  test('turning every sign turns every part, where the exact sum is not zero', () => {
    fc.assert(
      fc.property(numerators, denominators, (exact, denominator) => {
        const movableSum = exact.reduce((accumulated, numerator) => (numerator % denominator === 0n ? accumulated : accumulated + numerator), 0n)
        if (movableSum === 0n) return
        const total = floorOf(
          exact.reduce((accumulated, numerator) => accumulated + numerator, 0n),
          denominator,
        )
        const one = apportion(exact, denominator, total)
        const other = apportion(
          exact.map((numerator) => -numerator),
          denominator,
          -total,
        )
        expect(one.fits && other.fits && other.parts.map((part) => -part)).toEqual(one.fits && one.parts)
      }),
    )
  })

  test('allocate conserves the total, for either sign, and no share is a unit or more from exact', () => {
    const weightLists = fc
      .array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 20 })
      .filter((weights) => weights.some((weight) => weight > 0n))
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), weightLists, (total, weights) => {
        const weightSum = weights.reduce((accumulated, weight) => accumulated + weight, 0n)
        checkParts(
          weights.map((weight) => total * weight),
          weightSum,
          total,
          allocate(total, weights),
        )
      }),
    )
  })
})
