import { expect, test } from 'vitest'
import { type Decimal, divideRound, parseDecimal } from '../../values/decimal.ts'
import { lateInformation } from './late-information.ts'

const perShare = (dollars: string, shares: string): Decimal => divideRound(parseDecimal(dollars) as Decimal, parseDecimal(shares) as Decimal, 'half-up', 8)

test.each([
  ['a dividend of 600 / 50,000 = $.012, announced before and missed', true, '600', 'error test'],
  ['the same, first published after the NAV', false, '600', 'next net asset value'],
  ['one of 100 / 50,000 = $.002, missed', true, '100', 'next net asset value'],
  ['a cent exactly: 500 / 50,000', true, '500', 'error test'],
  ['not judged', undefined, '600', undefined],
] as const)('R12.27: %s', (_, isKnowable, dollars, expected) =>
  expect(lateInformation({ isKnowable }, { perShare: perShare(dollars, '50000') })).toBe(expected),
)

test('R12.27: knowable, and of no known effect: nothing is said', () => expect(lateInformation({ isKnowable: true }, undefined)).toBeUndefined())
