import { describe, expect, test } from 'vitest'
import { day, hashOf, open, shownIssue } from '../../test/support/book.ts'
import { formatCalendarDate } from '../values/calendar-date.ts'
import { type Decimal, parseDecimal } from '../values/decimal.ts'
import { Price } from '../values/scaled.ts'
import { type InstrumentId } from '../reference/instrument.ts'
import { isAdjustedClose } from './judgement.ts'

const acme = 'acme' as InstrumentId
const header = 'date, instrument, price, type, source, level, method, evidence, factor, entered_by, approved_by, reason, next_review, time'
const read = (...rows: readonly string[]) => open({ prices: [header, ...rows].join('\n') })
const memo = (date: string, price: string, review: string) => `${date}, acme, ${price}, fair-value, committee, 3, cash flow, memo 7, , , k.roe, , ${review},`
const override = '2024-06-03, acme, 10.10, override, desk, 1, , , , j.doe, k.roe, the feed is late, ,'
const close = '2024-06-03, acme, 100.00, close, exchange, , , , , , , , ,'
const adjusted = '2024-06-03, acme, 98.75, fair-value, model, , , futures −1.3% after the close, 0.9875, , , , ,'
const price = (text: string): Price => Price.from(parseDecimal(text) as Decimal) as Price

describe('R5.10: every price knows its level', () => {
  test('as the type has it, as the row states it, or as a judgement must', () => {
    const levels = read(
      ...['close', 'official-close', 'last', 'bid', 'ask', 'mean', 'evaluated'].map((type) => `2024-06-03, acme, 100.00, ${type}, x, , , , , , , , ,`),
      '2024-06-03, acme, 100.00, bid, y, 1, , , , , , , ,',
      memo('2024-06-03', '99.00', '2024-07-03'),
      override,
      adjusted.replace('acme', 'beta'),
      close.replace('acme', 'beta'),
    ).book.prices
    const shown = [...levels.all()].map(({ instrument, type, supplier, level }) => `${instrument} ${type} ${supplier} ${level}`)
    expect(shown.toSorted()).toEqual([
      'acme ask x 2',
      'acme bid x 2',
      'acme bid y 1',
      'acme close x 1',
      'acme evaluated x 2',
      'acme fair-value committee 3',
      'acme last x 1',
      'acme mean x 2',
      'acme official-close x 1',
      'acme override desk 1',
      'beta close exchange 1',
      'beta fair-value model 2',
    ])
  })
})

describe('R5.8: a foreign equity adjusted after its close', () => {
  test('100.00 × 0.9875 = 98.75, and the local close stays for reference', () => {
    const { book, issues } = read(close, adjusted)
    expect(issues.map(shownIssue)).toEqual([])
    expect(book.prices.on(acme, day('2024-06-03')).map(({ type, price: at }) => `${type} ${at}`)).toEqual(['close 100000000000', 'fair-value 98750000000'])
  })

  test.each([
    ['98.75', '100.00', '0.9875', true],
    ['98.76', '100.00', '0.9875', false],
    ['98.7', '100.00', '0.987', true], // a price written with one place has two
    ['98.71', '99.99', '0.9872', true], // 98.710128
    ['98.710', '99.99', '0.9873', false], // 98.720127
    ['98.710128', '99.99', '0.9872', true],
  ])('%s is %s × %s: %s', (at, local, factor, expected) => {
    expect(isAdjustedClose(price(at), price(local), parseDecimal(factor) as Decimal)).toBe(expected)
  })

  test.each([
    ['no local close', [adjusted], ['prices/prices.csv:2 factor valuation.fair-value-factor']],
    ['another product', [close, adjusted.replace('98.75', '98.57')], ['prices/prices.csv:3 factor valuation.fair-value-factor']],
    ['no evidence', [close, adjusted.replace('futures −1.3% after the close', '')], ['prices/prices.csv:3 evidence valuation.fair-value-evidence']],
    ['level 1', [close, adjusted.replace('model,', 'model, 1')], ['prices/prices.csv:3 level valuation.fair-value-evidence']],
    ['a factor on a close', [close.replace(/, , , , , , , ,$/, ', , , 0.98, , , , ,')], ['prices/prices.csv:2 factor valuation.fair-value-evidence']],
  ])('%s', (_name, rows, issues) => {
    expect(read(...rows).issues.map(shownIssue)).toEqual(issues)
  })
})

describe('R5.9: a fair value comes with its memo', () => {
  const whole = memo('2024-06-03', '12.00', '2024-07-03')
  test.each([
    ['the whole memo', whole, []],
    ['no level', whole.replace(' 3,', ' ,'), ['level']],
    ['no method', whole.replace('cash flow', ''), ['method']],
    ['no evidence', whole.replace('memo 7', ''), ['evidence']],
    ['no approver', whole.replace('k.roe', ''), ['approved_by']],
    ['no review', whole.replace('2024-07-03', ''), ['next_review']],
    ['level 1', whole.replace(' 3,', ' 1,'), ['level']],
    ['a review before the day', whole.replace('2024-07-03', '2024-06-02'), ['next_review']],
    ['worth nothing', whole.replace('12.00', '0'), []],
  ])('%s', (_name, row, columns) => {
    expect(read(row).issues.map(({ code, place }) => `${place.column} ${code}`)).toEqual(columns.map((column) => `${column} valuation.fair-value-evidence`))
  })

  test('a quotation of nothing is none', () => {
    expect(read(close.replace('100.00', '0.00')).issues.map(shownIssue)).toEqual(['prices/prices.csv:2 price field.sign'])
  })

  test('the latest memo on or before a day is found, reviewed or not', () => {
    const { prices } = read(memo('2024-06-03', '12.00', '2024-06-05'), memo('2024-06-06', '11.00', '2024-07-05')).book
    const found = (on: string) => prices.fairValuesUpTo(acme, day(on)).map(({ date }) => formatCalendarDate(date))
    expect(['2024-05-31', '2024-06-03', '2024-06-05', '2024-06-06', '2024-08-01'].map(found)).toEqual([
      [],
      ['2024-06-03'],
      ['2024-06-03'],
      ['2024-06-06'],
      ['2024-06-06'],
    ])
  })
})

describe('R5.3: an override is by two people', () => {
  test.each([
    ['as it should be', override, []],
    ['by one', override.replace('k.roe', 'j.doe'), ['approved_by']],
    ['entered by nobody', override.replace('j.doe', ''), ['entered_by']],
    ['approved by nobody', override.replace('k.roe', ''), ['approved_by']],
    ['without a reason', override.replace('the feed is late', ''), ['reason']],
    ['without a level', override.replace(' 1,', ' ,'), ['level']],
  ])('%s', (_name, row, columns) => {
    expect(read(row).issues.map(({ code, place }) => `${place.column} ${code}`)).toEqual(columns.map((column) => `${column} valuation.override-evidence`))
  })
})

test('all that a judgement says is in the book hash; a level that the type has anyway is not', () => {
  const hash = (row: string) => hashOf({ prices: `${header}\n${row}` })
  const changes = [
    override,
    ...[
      ['k.roe', 'l.poe'],
      ['j.doe', 'l.poe'],
      ['late', 'wrong'],
      [' 1,', ' 2,'],
    ].map(([from, to]) => override.replace(from as string, to as string)),
  ]
  expect(new Set(changes.map(hash)).size).toBe(5)
  expect(hash(close.replace('exchange,', 'exchange, 1'))).toBe(hash(close))
  expect(hash(close.replace('exchange,', 'exchange, 2'))).not.toBe(hash(close))
})
