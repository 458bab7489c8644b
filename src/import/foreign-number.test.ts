import { describe, expect, test } from 'vitest'
import { formatDecimal } from '../values/decimal.ts'
import { type NumberFormat, parseForeignNumber, plainNumbers } from './foreign-number.ts'

const read = (text: string, format: Partial<NumberFormat> = {}): string | undefined => {
  const number = parseForeignNumber(text, { ...plainNumbers, ...format })
  return number && formatDecimal(number)
}
const german = { decimal: ',', thousands: '.' }

describe('a number of a foreign file', () => {
  test.each([
    ['1234.50', {}, '1234.50'],
    ['+0000000000100.00000', {}, '100.00000'],
    ['-0000000000008.00000', {}, '-8.00000'],
    ['.50', {}, '0.50'],
    ['1,234,567.89', { thousands: ',' }, '1234567.89'],
    ['1234567.89', { thousands: ',' }, '1234567.89'],
    ['1.234.567,89', german, '1234567.89'],
    ["1'234.50", { thousands: "'" }, '1234.50'],
    ['(1,234.50)', { thousands: ',', negative: 'parentheses' }, '-1234.50'],
    ['1234.50-', { negative: 'trailing-minus' }, '-1234.50'],
    ['-7', { negative: 'parentheses' }, '-7'],
    ['$ 1,234.50', { thousands: ',', symbols: ['$'] }, '1234.50'],
    ['-$5', { symbols: ['$'] }, '-5'],
    // More digits than a binary fraction holds: 2^53 is 9007199254740992.
    ['9007199254740993.000000001', {}, '9007199254740993.000000001'],
  ] as const)('%s', (text, format, expected) => expect(read(text, format)).toBe(expected))

  test.each<[string, Partial<NumberFormat>, string]>([
    ['1,234.50', {}, 'a separator that the profile does not state'],
    ['1,23', { thousands: ',' }, 'groups of two: perhaps a decimal comma'],
    ['1234,567', { thousands: ',' }, 'a first group of four'],
    ['1.5', german, 'a point where thousands are separated by it'],
    ['(5)', {}, 'parentheses that the profile does not state'],
    ['1e5', {}, 'an exponent'],
    ['1.2.3', {}, 'two points'],
    ['5.', {}, 'a point with nothing behind it'],
    ['', {}, 'nothing'],
    ['-', {}, 'a sign alone'],
    ['USD 5', {}, 'a symbol that the profile does not state'],
  ])('%s is none: %s', (text, format, _reason) => expect(read(text, format)).toBeUndefined())
})
