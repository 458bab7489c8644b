import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSameData } from './same-data.ts'

describe('plain data', () => {
  test.each([
    [1n, 1n, true],
    [1n, 1, false],
    ['1', 1, false],
    [undefined, null, false],
    [[1, 2], [1, 2], true],
    [[1, 2], [2, 1], false],
    [[1, 2], [1, 2, 3], false],
    [[], {}, false],
    [{ 0: 'a' }, ['a'], false],
    [{ a: 1, b: { c: [2n] } }, { b: { c: [2n] }, a: 1 }, true],
    [{ a: 1, b: { c: [2n] } }, { a: 1, b: { c: [3n] } }, false],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: 1 }, { a: 1, b: undefined }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: 1, b: 2 }, { a: 1 }, false],
    [{ a: undefined }, { b: undefined }, true],
    [new Map([[1, 2]]), new Map([[1, 2]]), false],
    [null, {}, false],
  ])('%o and %o: %s', (left, right, same) => {
    expect(isSameData(left, right)).toBe(same)
    expect(isSameData(right, left)).toBe(same)
  })

  test('agrees with the comparison of the test runner', () => {
    const plain = fc.object({ withBigInt: true, maxDepth: 2, maxKeys: 2, key: fc.constantFrom('a', 'b'), values: [fc.constantFrom(1, 'x', undefined, 0n)] })
    const isEqual = (left: unknown, right: unknown): boolean => {
      try {
        expect(left).toEqual(right)
        return true
      } catch {
        return false
      }
    }
    fc.assert(
      fc.property(plain, plain, (left, right) => {
        expect(isSameData(left, right)).toBe(isEqual(left, right))
      }),
    )
    fc.assert(fc.property(plain, (value) => isSameData(value, structuredClone(value))))
  })
})
