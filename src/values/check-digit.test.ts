import { describe, expect, test } from 'vitest'
import { characterValue, digitToTen, doubleAddDouble, expandLetters, luhn } from './check-digit.ts'

describe('the arithmetic of check digits', () => {
  test('0–9, A–Z, *, @ and # have the values 0 to 38', () => {
    expect([...'09AZ*@#'].map(characterValue)).toEqual([0, 9, 10, 35, 36, 37, 38])
    expect(() => characterValue('a')).toThrow('"a" has no value')
    expect(() => characterValue('')).toThrow()
  })

  test('letters expand to two digits each', () => {
    expect(expandLetters('US037')).toBe('3028037') // U 30, S 28
  })

  test('the digit that is missing to ten', () => {
    expect([0, 1, 9, 10, 36].map(digitToTen)).toEqual([0, 9, 1, 0, 4])
  })

  test('double-add-double adds the digits of doubled values', () => {
    // 0, 3×2 = 6, 7, 8×2 = 16: 1+6, 3, 3×2 = 6, 1, 0×2 = 0: 0+6+7+7+3+6+1+0 = 30
    expect(doubleAddDouble('03783310')).toBe(0)
    // Z is 35; doubled 70: 7+0; with A, 10: 1+0. 1 + 7 = 8, 2 are missing to 10
    expect(doubleAddDouble('AZ')).toBe(2)
  })

  test('Luhn doubles from the last digit, whatever the length', () => {
    // 7992739871: 7, 9×2, 9, 2×2, 7, 3×2, 9, 8×2, 7, 1×2: 7+9+9+4+7+6+9+7+7+2 = 67
    expect(luhn('7992739871')).toBe(3)
    expect(luhn('1')).toBe(8) // 1×2 = 2
    expect(luhn('01')).toBe(8)
  })
})
