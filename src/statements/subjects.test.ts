import { expect, test } from 'vitest'
import { subjectsOf } from './subjects.ts'

test('names become words of ids', () => {
  expect([...subjectsOf(['Real Estate Investment Trusts - Health Care', 'Savings/Loan/Thrifts', '銀行', '&'])]).toEqual([
    ['&', 'unnamed'],
    ['Real Estate Investment Trusts - Health Care', 'real-estate-investment-trusts-health-care'],
    ['Savings/Loan/Thrifts', 'savings-loan-thrifts'],
    ['銀行', '銀行'],
  ])
})

test('names that come out alike are numbered, whatever order they come in', () => {
  const expected = new Map([
    ['Banks', 'banks'],
    ['Oil & Gas', 'oil-gas'],
    ['Oil Gas', 'oil-gas-2'],
    ['Oil-Gas 2', 'oil-gas-2-2'],
    ['banks', 'banks-2'],
  ])
  expect(subjectsOf(expected.keys())).toEqual(expected)
  expect(subjectsOf([...expected.keys()].toReversed())).toEqual(expected)
})
