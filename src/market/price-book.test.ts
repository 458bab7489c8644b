import { describe, expect, test } from 'vitest'
import { day, open, shownIssue } from '../../test/support/book.ts'
import { type InstrumentId } from '../reference/instrument.ts'

const acme = 'acme' as InstrumentId
const read = (...files: readonly string[]) => open({ prices: files.map((rows) => `date, instrument, price, type, source, currency\n${rows}`) })

describe('R5.3: every observation is kept, by instrument and day', () => {
  test('those of one day come in one order, whatever the order of rows and files', () => {
    const rows = ['2024-06-03, acme, 10.10, bid, y,', '2024-06-03, acme, 10.30, ask, x,', '2024-06-03, acme, 10.20, bid, x,']
    const keys = (...files: readonly string[]) =>
      read(...files)
        .book.prices.on(acme, day('2024-06-03'))
        .map(({ supplier, type }) => `${supplier} ${type}`)
    expect(keys(rows.join('\n'))).toEqual(['x ask', 'x bid', 'y bid'])
    expect(keys(rows.toReversed().join('\n'))).toEqual(['x ask', 'x bid', 'y bid'])
    expect(keys(...rows)).toEqual(['x ask', 'x bid', 'y bid'])
  })

  test('nothing of another day or instrument is found', () => {
    const { prices } = read('2024-06-03, acme, 10.10, close, x,').book
    expect(prices.on(acme, day('2024-06-04'))).toEqual([])
    expect(prices.on('beta' as InstrumentId, day('2024-06-03'))).toEqual([])
    expect([prices.count, prices.lastDate, [...prices.all()].length]).toEqual([1, day('2024-06-03'), 1])
  })

  test('nine places are held exactly, and a tenth is refused', () => {
    expect(read('2024-06-03, acme, 10.123456789, close, x,').book.prices.on(acme, day('2024-06-03'))[0]?.price).toBe(10_123_456_789n)
    expect(read('2024-06-03, acme, 10.1234567891, close, x,').issues.map(shownIssue)).toEqual(['prices/prices.csv:2 price field.too-many-decimals'])
  })
})

describe('an observation has a natural key: instrument, date, source, type', () => {
  test.each([
    [
      'the key twice, with another price',
      '2024-06-03, acme, 10.10, close, x,\n2024-06-03, acme, 10.20, close, x,',
      ['prices/prices.csv:3 record.repeated-price'],
    ],
    [
      'the key twice, with the same price',
      '2024-06-03, acme, 10.10, close, x,\n2024-06-03, acme, 10.10, close, x,',
      ['prices/prices.csv:3 record.repeated-price'],
    ],
    ['another type', '2024-06-03, acme, 10.10, close, x,\n2024-06-03, acme, 10.20, bid, x,', []],
    ['another source', '2024-06-03, acme, 10.10, close, x,\n2024-06-03, acme, 10.20, close, y,', []],
    ['an instrument that is not there', '2024-06-03, acne, 10.10, close, x,', ['prices/prices.csv:2 instrument reference.unknown-instrument']],
    ['another currency', '2024-06-03, acme, 10.10, close, x, EUR', ['prices/prices.csv:2 currency valuation.price-currency']],
    ['its own currency', '2024-06-03, acme, 10.10, close, x, USD', []],
    ['a price of nothing', '2024-06-03, acme, 0, close, x,', ['prices/prices.csv:2 price field.sign']],
    ['a price of a Saturday', '2024-06-01, acme, 10.10, close, x,', ['prices/prices.csv:2 date date.not-a-business-day']],
    ['a quote of a holiday', '2024-07-04, acme, 10.10, bid, x,', ['prices/prices.csv:2 date date.not-a-business-day']],
    [
      'everything at once',
      '2024-06-01, acne, 10.1O, close, x, \n2024-06-01, acme, 10.10, close, x, EUR',
      [
        'prices/prices.csv:2 date date.not-a-business-day',
        'prices/prices.csv:2 instrument reference.unknown-instrument',
        'prices/prices.csv:2 price field.number',
        'prices/prices.csv:3 currency valuation.price-currency',
        'prices/prices.csv:3 date date.not-a-business-day',
      ],
    ],
    ['a date that no calendar covers', '2204-06-03, acme, 10.10, close, x,', ['prices/prices.csv:2 date date.outside-calendar']],
  ])('%s', (_name, rows, issues) => {
    expect(read(rows).issues.map(shownIssue)).toEqual(issues)
  })

  test('the second of two is left out, the first stays', () => {
    const { prices } = read('2024-06-03, acme, 10.10, close, x,\n2024-06-03, acme, 10.20, close, x,').book
    expect(prices.on(acme, day('2024-06-03')).map(({ price }) => price)).toEqual([10_100_000_000n])
  })
})
