import { describe, expect, test } from 'vitest'
import { day, hashOf, open, shownIssue } from '../../test/support/book.ts'
import { type Currency } from '../values/currency.ts'
import { formatDecimal } from '../values/decimal.ts'
import { rateKey } from './rate-book.ts'

const [GBP, JPY] = ['GBP', 'JPY'] as Currency[] as [Currency, Currency]
const header = 'date, currency, rate, quote, source, time, against'
const close = '16:00 America/New_York'
const read = (...files: readonly string[]) => open({ rates: files.map((rows) => `${header}\n${rows}`) })
const on = (currency: Currency, ...files: readonly string[]) => read(...files).book.rates.on(currency, day('2024-06-03'))

describe('R5.6: the direction of the quote is an attribute, and the rate stays exact', () => {
  test('base for one foreign is a factor, foreign for one base a divisor', () => {
    const shown = [
      ...on(GBP, `2024-06-03, GBP, 1.60950, base-per-foreign, wm, ${close},`),
      ...on(JPY, `2024-06-03, JPY, 118.79, foreign-per-base, wm, ${close},`),
    ].map(({ rate: { numerator, denominator } }) => `${formatDecimal(numerator)} / ${formatDecimal(denominator)}`)
    expect(shown).toEqual(['1.60950 / 1', '1 / 118.79'])
  })

  test('observations of one day come in one order, whatever the order of rows and files', () => {
    const rows = [
      '2024-06-03, GBP, 1.61, base-per-foreign, wm, 16:00 Europe/London,',
      '2024-06-03, GBP, 1.60, base-per-foreign, bank, 16:00 America/New_York,',
      '2024-06-03, GBP, 1.62, base-per-foreign, bank, 11:00 America/New_York,',
      '2024-06-03, JPY, 118.79, foreign-per-base, wm, 16:00 Europe/London,',
      '2024-06-04, GBP, 1.63, base-per-foreign, wm, 16:00 Europe/London,',
    ]
    const keys = (...files: readonly string[]) => on(GBP, ...files).map((each) => rateKey(each))
    const expected = ['rate~GBP~2024-06-03~bank~11:00 America/New_York', `rate~GBP~2024-06-03~bank~${close}`, 'rate~GBP~2024-06-03~wm~16:00 Europe/London']
    expect(keys(rows.join('\n'))).toEqual(expected)
    expect(keys(rows.toReversed().join('\n'))).toEqual(expected)
    expect(keys(...rows)).toEqual(expected)
    const { rates } = read(...rows).book
    expect([rates.count, rates.lastDate]).toEqual([5, day('2024-06-04')])
  })

  test('a rate between two foreign currencies is kept apart: nothing is translated at it', () => {
    const { rates } = read(`2024-06-03, GBP, 1.18, base-per-foreign, wm, ${close}, EUR\n2024-06-03, GBP, 1.28, base-per-foreign, wm, ${close}, USD`).book
    expect(rates.on(GBP, day('2024-06-03')).map(({ quoted }) => formatDecimal(quoted))).toEqual(['1.28'])
    expect(rates.crossesOn(day('2024-06-03')).map((each) => rateKey(each))).toEqual([`rate~GBP-EUR~2024-06-03~wm~${close}`])
  })

  test('number, direction, source and time are in the book hash, the order of rows is not', () => {
    const hash = (row: string) => hashOf({ rates: `${header}\n${row}` })
    const row = `2024-06-03, GBP, 1.6095, base-per-foreign, wm, ${close},`
    const others = [
      row.replace('1.6095', '1.6096'),
      row.replace('base-per-foreign', 'foreign-per-base'),
      row.replace('wm', 'bank'),
      row.replace('16:00', '11:00'),
    ]
    expect(new Set([row, ...others].map(hash)).size).toBe(5)
    const second = row.replace('GBP', 'EUR')
    expect(hash(`${row}\n${second}`)).toBe(hash(`${second}\n${row}`))
  })
})

describe('an observation has a natural key: pair, date, source, time', () => {
  const row = `2024-06-03, GBP, 1.6095, base-per-foreign, wm, ${close},`
  test.each([
    ['the key twice, with another rate', `${row}\n${row.replace('1.6095', '1.6096')}`, ['rates/rates.csv:3 record.repeated-rate']],
    ['the key twice, quoted the other way round', `${row}\n2024-06-03, GBP, 0.62, foreign-per-base, wm, ${close},`, ['rates/rates.csv:3 record.repeated-rate']],
    ['another source', `${row}\n${row.replace('wm', 'bank')}`, []],
    ['another time', `${row}\n${row.replace('16:00', '11:00')}`, []],
    ['the base currency', row.replace('GBP', 'USD'), ['rates/rates.csv:2 currency valuation.rate-pair']],
    ['a currency against itself', `${row} GBP`, ['rates/rates.csv:2 against valuation.rate-pair']],
    ['a quote unit that is no currency', row.replace('GBP', 'GBX'), ['rates/rates.csv:2 currency field.currency']],
    ['a rate of nothing', row.replace('1.6095', '0.00'), ['rates/rates.csv:2 rate field.sign']],
    ['a negative rate', row.replace('1.6095', '-1.6095'), ['rates/rates.csv:2 rate field.sign']],
    ['a direction that is none', row.replace('base-per-foreign', 'USD/GBP'), ['rates/rates.csv:2 quote field.choice']],
    ['a time without a clock', row.replace(close, '16:00'), ['rates/rates.csv:2 time field.time']],
    ['a Saturday', row.replace('06-03', '06-01'), ['rates/rates.csv:2 date date.not-a-business-day']],
    ['a day no calendar covers', row.replace('2024', '2204'), ['rates/rates.csv:2 date date.outside-calendar']],
    [
      'everything at once',
      '2024-06-01, USD, 1.6O95, base-per-foreign, wm, noon,',
      [
        'rates/rates.csv:2 currency valuation.rate-pair',
        'rates/rates.csv:2 date date.not-a-business-day',
        'rates/rates.csv:2 rate field.number',
        'rates/rates.csv:2 time field.time',
      ],
    ],
  ])('%s', (_name, rows, issues) => {
    expect(read(rows).issues.map(shownIssue)).toEqual(issues)
  })

  test('the second of two is left out, the first stays', () => {
    expect(on(GBP, `${row}\n${row.replace('1.6095', '1.6096')}`).map(({ quoted }) => formatDecimal(quoted))).toEqual(['1.6095'])
  })
})
