/** temporal-polyfill, an implementation of ECMAScript's Temporal by others, is the oracle. */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  type CalendarDate,
  calendarDate,
  dayOfWeek,
  daysInMonth,
  endOfMonth,
  formatCalendarDate,
  formatLongDate,
  isLeapYear,
  parseCalendarDate,
  yearMonthDay,
} from './calendar-date.ts'

const epoch = Temporal.PlainDate.from('1970-01-01')
const oracleOf = (date: CalendarDate): Temporal.PlainDate => epoch.add({ days: date })
const first = epoch.until(Temporal.PlainDate.from('1600-01-01')).days
const last = epoch.until(Temporal.PlainDate.from('9999-12-31')).days

const leapDays = fc
  .integer({ min: 1600, max: 9999 })
  .filter(isLeapYear)
  .map((year) => calendarDate(year, 2, 29))
const dates = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: first, max: last }).map((days) => days as CalendarDate) }, { weight: 1, arbitrary: leapDays })
const on = (text: string): CalendarDate => parseCalendarDate(text) as CalendarDate

describe('against Temporal', () => {
  test('year, month and day of a day number, and the way back', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const { year, month, day } = oracleOf(date)
        expect(yearMonthDay(date)).toEqual({ year, month, day })
        expect(calendarDate(year, month, day)).toBe(date)
      }),
      { numRuns: 1000 },
    )
  })

  test('text, both ways', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(formatCalendarDate(date)).toBe(oracleOf(date).toString())
        expect(parseCalendarDate(oracleOf(date).toString())).toBe(date)
      }),
    )
  })

  test('the day of the week, Sunday being 0 here and 7 there', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(dayOfWeek(date)).toBe(oracleOf(date).dayOfWeek % 7)
      }),
    )
  })

  test('the end of the month, leap years and their lengths', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const oracle = oracleOf(date)
        expect(formatCalendarDate(endOfMonth(date))).toBe(oracle.with({ day: oracle.daysInMonth }).toString())
        expect(daysInMonth(oracle.year, oracle.month)).toBe(oracle.daysInMonth)
        expect(isLeapYear(oracle.year)).toBe(oracle.inLeapYear)
      }),
    )
  })

  test('days later and earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: first + 40_000, max: last - 40_000 }), fc.integer({ min: -40_000, max: 40_000 }), (from, days) => {
        const date = from as CalendarDate
        expect(formatCalendarDate(addDays(date, days))).toBe(oracleOf(date).add({ days }).toString())
      }),
    )
  })

  test('any year, month and day at all is a date or not, as Temporal says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1600, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, day) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        let exists = true
        try {
          Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
        } catch {
          exists = false
        }
        expect(parseCalendarDate(text) !== undefined).toBe(exists)
      }),
    )
  })
})

describe('the whole calendar', () => {
  test('every day of two cycles of 400 years follows the one before, century turns among them', () => {
    let expected = { year: 1600, month: 1, day: 1 }
    for (let date = on('1600-01-01'); date <= on('2399-12-31'); date = addDays(date, 1)) {
      const { year, month, day } = yearMonthDay(date)
      if (year !== expected.year || month !== expected.month || day !== expected.day || calendarDate(year, month, day) !== date) {
        expect({ year, month, day }).toEqual(expected)
        expect(calendarDate(year, month, day)).toBe(date)
      }
      const isLastOfMonth = day === daysInMonth(year, month)
      expected = isLastOfMonth ? (month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 }) : { year, month, day: day + 1 }
    }
    expect(expected).toEqual({ year: 2400, month: 1, day: 1 })
  })
})

describe('worked examples', () => {
  test.each([
    ['1970-01-01', 0, 4], // a Thursday
    ['1969-12-31', -1, 3],
    ['2000-03-01', 11_017, 3], // 30 years × 365 + 7 leap days (1972 … 1996) + 31 + 29
    ['2002-12-31', 12_052, 2], // the seed's date, a Tuesday: 33 years × 365 + 8 leap days − 1
  ])('%s is day %i, day %i of the week', (text, days, weekday) => {
    expect(on(text)).toBe(days)
    expect(dayOfWeek(on(text))).toBe(weekday)
  })

  test('1600 and 2000 are leap years, 1700, 1900 and 2100 are not', () => {
    expect([1600, 1700, 1900, 2000, 2004, 2100].map(isLeapYear)).toEqual([true, false, false, true, true, false])
  })

  test.each([
    ['2004-02-11', '2004-02-29'],
    ['2003-02-28', '2003-02-28'],
    ['2002-12-01', '2002-12-31'],
    ['2002-09-30', '2002-09-30'],
  ])('the month of %s ends on %s', (text, end) => {
    expect(formatCalendarDate(endOfMonth(on(text)))).toBe(end)
  })

  test('reports print December 31, 2002', () => {
    expect(formatLongDate(on('2002-12-31'))).toBe('December 31, 2002')
    expect(formatLongDate(on('2003-01-01'))).toBe('January 1, 2003')
  })

  test.each([
    '2003-02-29',
    '2003-13-01',
    '2003-00-10',
    '2003-04-31',
    '2003-4-1',
    '03-04-01',
    '2003/04/01',
    '20030401',
    '1599-12-31',
    '2003-04-01T00:00',
    ' 2003-04-01',
    '2003-04-01\n',
    '',
  ])('"%s" is not read', (text) => {
    expect(parseCalendarDate(text)).toBeUndefined()
  })

  test('a date that does not exist is a fault of the program', () => {
    expect(() => calendarDate(2003, 2, 29)).toThrow('no such date: 2003-2-29')
    expect(() => calendarDate(2003, 2, 1.5)).toThrow('no such date')
    expect(() => calendarDate(2003, 1.5, 1)).toThrow('no such date')
    expect(() => calendarDate(2003, Number.NaN, 1)).toThrow('no such date')
  })
})
