import { describe, expect, test } from 'vitest'
import { day, open } from '../../test/support/book.ts'
import { formatCalendarDate } from '../values/calendar-date.ts'
import { beginsBeforeBooks, beyondBook, endsAfterBook, parsePeriod } from './make-report.ts'

const { fund } = open({ inception: '2024-06-03' }).book

describe('R1.6: the period that a word names', () => {
  test.each([
    ['2024', '2024-06-03..2024-12-31'],
    ['2025', '2025-01-01..2025-12-31'],
    ['2024-07-01..2024-09-30', '2024-07-01..2024-09-30'],
    ['2024-01-01..2024-09-30', '2024-06-03..2024-09-30'],
  ])('%s: %s', (word, expected) => {
    const period = parsePeriod(word, fund)
    expect(period === undefined ? undefined : `${formatCalendarDate(period.from)}..${formatCalendarDate(period.through)}`).toBe(expected)
  })

  test.each([
    ['', 'nothing'],
    ['2023', 'a year before the fund'],
    ['2024-06-03', 'one date'],
    ['2024-09-30..2024-07-01', 'an end before the beginning'],
    ['2024-07-01..2024-09-30..x', 'three parts'],
    ['2024-07-01..2024-09-30..', 'an empty third part'],
    ['2024-07-01..2024-09-31', 'a day that does not exist'],
    ['2023-01-01..2023-12-31', 'dates before the fund'],
  ])('"%s" names none: %s', (word) => expect(parsePeriod(word, fund)).toBeUndefined())
})

describe('a period beyond the book', () => {
  const opened = open({
    events: { subscription: 'id, trade_date, class, amount\nfirst, 2024-06-03, a, 1000.00' },
    prices: 'date, instrument, price, type, source\n2024-06-28, acme, 25.00, close, test',
  })
  const missing = { code: 'valuation.price-missing', place: { file: 'prices/' }, found: '', needed: '', remedy: '' } as const
  const other = { ...missing, code: 'lots.insufficient' } as const

  test('missing prices are the end of the book; any other problem goes before them', () => {
    const period = { from: day('2024-06-03'), through: day('2024-12-31') }
    expect(beyondBook(opened, period, [missing, missing])).toEqual({ wrong: 'period', issues: [endsAfterBook(period, opened.book)] })
    expect(beyondBook(opened, period, [missing, other])).toEqual({ wrong: 'book', issues: [other] })
    expect(beyondBook(opened, period, [other])).toBeUndefined()
  })

  test('a period whose last business day the book reaches is not beyond it: 2024-06-28 is a Friday', () =>
    expect(beyondBook(opened, { from: day('2024-06-03'), through: day('2024-06-30') }, [missing])).toBeUndefined())
})

describe('a period before the books', () => {
  const { book: takenOn } = open({ inception: '2020-03-02', booksFrom: '2024-05-31' })

  test('a fund taken on at the close of a day has no report of a period that begins on it or before', () => {
    for (const from of ['2024-01-01', '2024-05-31']) {
      const { found, remedy } = beginsBeforeBooks({ from: day(from), through: day('2024-12-31') }, takenOn) ?? {}
      expect(found).toBe(`a period that begins on ${from}, and books from the close of 2024-05-31`)
      expect(remedy).toMatch(/^Ask for --period 2024-06-01\.\.2024-12-31;/)
    }
    expect(beginsBeforeBooks({ from: day('2024-06-01'), through: day('2024-12-31') }, takenOn)).toBeUndefined()
  })

  test('a fund whose books begin with it has one of its first period', () => {
    const { book } = open({ inception: '2024-06-03' })
    expect(beginsBeforeBooks({ from: day('2024-06-03'), through: day('2024-12-31') }, book)).toBeUndefined()
  })
})
