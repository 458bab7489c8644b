import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, compare, decimal, type Decimal, isZero, negate, parseDecimal, subtract, sum } from '../../values/decimal.ts'
import { distance, foot, halfUp, neighbours, withinTwoUnits } from './foot.ts'

const of = (text: string): Decimal => {
  const read = parseDecimal(text)
  if (read === undefined) throw new Error(`a test names a number that is none: ${text}`)
  return read
}
const footed = (lines: readonly string[], total: bigint): readonly bigint[] | undefined => {
  const result = foot(lines.map(of), total, 0)
  return result.fits ? result.printed : undefined
}

describe('R8.3: the largest fractions go up', () => {
  test.each([
    ['10.6 − 3.4 = 7.2: floors 10 and −4, one more to the larger', ['10.6', '-3.4'], 7n, [11n, -4n]],
    ['2.6 − 6.6 − 1.3 = −5.3: turned, floors −3, 6 and 1, one more to 6.6', ['2.6', '-6.6', '-1.3'], -5n, [3n, -7n, -1n]],
    ['.3 + .3 − .4 = .2: floors 0, 0 and −1, one more to the .6 of −.4', ['0.3', '0.3', '-0.4'], 0n, [0n, 0n, 0n]],
    ['10.5 + 20.5 + 30.5 + 38.5 = 100: ties, the larger first', ['10.5', '20.5', '30.5', '38.5'], 100n, [10n, 20n, 31n, 39n]],
    ['whole lines stand still: 5.00 + .5 + .5 = 6', ['5.00', '0.5', '0.5'], 6n, [5n, 1n, 0n]],
    ['nothing adds to nothing', [], 0n, []],
  ])('%s', (_, lines, total, printed) => {
    expect(footed(lines, total)).toEqual(printed)
  })

  test.each([
    ['a line that is whole takes no unit: 151.00 to 152', ['151.00'], 152n],
    ['a line that is zero takes none: 0 to 1', ['0.00'], 1n],
    ['no line takes two: 1.5 + 1.5 to 5', ['1.5', '1.5'], 5n],
  ])('%s: does not fit', (_, lines, total) => {
    expect(footed(lines, total)).toBeUndefined()
  })

  test('in thousands, and in tenths of a percent', () => {
    expect(foot(['1499.99', '500.01'].map(of), 2n, 3)).toEqual({ fits: true, printed: [1n, 1n] })
    expect(foot(['0.634810', '99.365190'].map(of), 1000n, -1)).toEqual({ fits: true, printed: [6n, 994n] })
  })
})

describe('of any lines', () => {
  const amount = fc
    .oneof(
      fc.constant(0n),
      fc.bigInt(-1000n, 1000n).map((whole) => whole * 100n),
      fc.bigInt(-100_000n, 100_000n),
    )
    .map((cents) => decimal(cents, 2))
  const lists = fc.array(amount, { maxLength: 30 })
  const apart = (lines: readonly Decimal[], printed: readonly bigint[]): boolean =>
    lines.every((line, index) => {
      const { numerator, denominator } = distance(line, printed[index] as bigint, 0)
      return numerator < denominator
    })

  test('an unforced total always fits; the column adds, no line is a unit off, whole lines stand still', () => {
    fc.assert(
      fc.property(lists, (lines) => {
        const total = halfUp(sum(lines), 0)
        const result = foot(lines, total, 0)
        if (!result.fits) return false
        const stand = lines.every((line, index) => line.units % 100n !== 0n || line.units / 100n === result.printed[index])
        return result.printed.reduce((all, value) => all + value, 0n) === total && apart(lines, result.printed) && stand
      }),
    )
  })

  test('a total forced by one or two: it adds as well, or says that it cannot; it never moves a whole line', () => {
    fc.assert(
      fc.property(lists, fc.bigInt(-2n, 2n), (lines, forced) => {
        const total = halfUp(sum(lines), 0) + forced
        const result = foot(lines, total, 0)
        if (!result.fits) return true
        return (
          result.printed.reduce((all, value) => all + value, 0n) === total &&
          apart(lines, result.printed) &&
          lines.every((line, index) => !isZero(line) || result.printed[index] === 0n)
        )
      }),
    )
  })

  test('a loss is footed as a gain: all signs turned give all printed signs turned', () => {
    fc.assert(
      fc.property(lists, (lines) => {
        const movable = sum(lines.filter((line) => line.units % 100n !== 0n))
        fc.pre(!isZero(movable))
        const total = halfUp(sum(lines), 0)
        const [result, turned] = [foot(lines, total, 0), foot(lines.map(negate), -total, 0)]
        return result.fits && turned.fits && result.printed.every((value, index) => value === -(turned.printed[index] as bigint))
      }),
    )
  })

  test('neighbours are the whole units beside a value, and two more within two units', () => {
    fc.assert(
      fc.property(amount, (value) => {
        const near = neighbours(value, 0)
        const wide = withinTwoUnits(value, 0)
        const isNear = (unit: bigint, least: number): boolean =>
          compare(subtract(decimal(unit, 0), value), decimal(BigInt(least), 0)) < 0 && compare(add(decimal(-unit, 0), value), decimal(BigInt(least), 0)) < 0
        return (
          near.every((unit) => isNear(unit, 1)) &&
          wide.every((unit) => isNear(unit, 2)) &&
          near.length === (value.units % 100n === 0n ? 1 : 2) &&
          wide.length === near.length + 2
        )
      }),
    )
  })
})
