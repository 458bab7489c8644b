import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, dayOfWeek, formatCalendarDate, parseCalendarDate } from '../values/calendar-date.ts'
import { InvariantFailure } from '../values/invariant.ts'
import {
  addBusinessDays,
  businessDays,
  calendarFrom,
  calendarThrough,
  closureReason,
  isBusinessDay,
  isCovered,
  nextBusinessDay,
  oneOffClosures,
  onOrAfter,
  onOrBefore,
  previousBusinessDay,
} from './nyse-calendar.ts'

const on = (text: string): CalendarDate => parseCalendarDate(text) as CalendarDate
const texts = (dates: readonly CalendarDate[]): string[] => dates.map(formatCalendarDate)

/** The weekdays of a year on which the Exchange is closed, with the reasons. */
const closuresOf = (year: number): string[] => {
  const closures: string[] = []
  for (let date = on(`${year}-01-01`); date <= on(`${year}-12-31`); date = addDays(date, 1)) {
    if (dayOfWeek(date) !== 0 && dayOfWeek(date) !== 6 && !isBusinessDay(date)) closures.push(`${formatCalendarDate(date)} ${closureReason(date)}`)
  }
  return closures
}

describe('NYSE Rule 7.2: the holidays', () => {
  test('of 1997, before Martin Luther King, Jr. Day', () => {
    expect(closuresOf(1997)).toEqual([
      "1997-01-01 New Year's Day",
      "1997-02-17 Washington's Birthday",
      '1997-03-28 Good Friday',
      '1997-05-26 Memorial Day',
      '1997-07-04 Independence Day',
      '1997-09-01 Labor Day',
      '1997-11-27 Thanksgiving Day',
      '1997-12-25 Christmas Day',
    ])
  })

  test('of 2022, with Juneteenth for the first time, and New Year on a Saturday', () => {
    expect(closuresOf(2022)).toEqual([
      '2022-01-17 Martin Luther King, Jr. Day',
      "2022-02-21 Washington's Birthday",
      '2022-04-15 Good Friday',
      '2022-05-30 Memorial Day',
      '2022-06-20 Juneteenth, observed',
      '2022-07-04 Independence Day',
      '2022-09-05 Labor Day',
      '2022-11-24 Thanksgiving Day',
      '2022-12-26 Christmas Day, observed',
    ])
  })

  test.each([
    ['1998-01-19', 'Martin Luther King, Jr. Day'], // its first
    ['1997-01-20', undefined],
    ['2021-06-18', undefined], // the federal Juneteenth of 2021, a Friday: open
    ['2023-06-19', 'Juneteenth'],
    ['2027-06-18', 'Juneteenth, observed'], // 19 June is a Saturday
    ['2021-12-24', 'Christmas Day, observed'], // Saturday to Friday
    ['2020-07-03', 'Independence Day, observed'],
    ['2021-07-05', 'Independence Day, observed'], // Sunday to Monday
    ['2023-01-02', "New Year's Day, observed"],
    ['1999-12-31', undefined], // 1 January 2000 is a Saturday: the Friday ends a year's accounts
    ['2021-12-31', undefined],
    ['2027-12-31', undefined],
    ['2005-01-03', undefined], // nor is it made up on the Monday
    ['2002-10-14', undefined], // Columbus Day: banks closed, Exchange open
    ['2002-11-11', undefined], // Veterans Day
    ['2002-11-29', undefined], // closes early: a business day
    ['2002-11-30', 'a Saturday'],
    ['2002-12-01', 'a Sunday'],
    ['2011-01-01', 'a Saturday'],
  ])('%s: %s', (date, reason) => {
    expect(closureReason(on(date))).toBe(reason)
    expect(isBusinessDay(on(date))).toBe(reason === undefined)
  })

  test.each(['1990-04-13', '2000-04-21', '2008-03-21', '2011-04-22', '2024-03-29', '2026-04-03', '2035-03-23'])('Good Friday %s, by Easter', (date) => {
    expect(closureReason(on(date))).toBe('Good Friday')
  })
})

describe('the closures for an event', () => {
  test('are eleven weekdays, in order', () => {
    expect(oneOffClosures.map(([date, reason]) => `${formatCalendarDate(date)} ${reason}`)).toEqual([
      '1994-04-27 closed in mourning for President Nixon',
      '2001-09-11 closed after the attacks of September 11',
      '2001-09-12 closed after the attacks of September 11',
      '2001-09-13 closed after the attacks of September 11',
      '2001-09-14 closed after the attacks of September 11',
      '2004-06-11 closed in mourning for President Reagan',
      '2007-01-02 closed in mourning for President Ford',
      '2012-10-29 closed for Hurricane Sandy',
      '2012-10-30 closed for Hurricane Sandy',
      '2018-12-05 closed in mourning for President George H. W. Bush',
      '2025-01-09 closed in mourning for President Carter',
    ])
    expect(oneOffClosures.every(([date, reason]) => dayOfWeek(date) % 6 !== 0 && closureReason(date) === reason)).toBe(true)
  })

  test('the four days of September 2001 and the weekend are one gap', () => {
    expect(formatCalendarDate(nextBusinessDay(on('2001-09-10')))).toBe('2001-09-17')
  })
})

describe('counting', () => {
  test('strictly after and strictly before; on or after and on or before', () => {
    const newYear = on('2003-01-01')
    expect(formatCalendarDate(nextBusinessDay(newYear))).toBe('2003-01-02')
    expect(formatCalendarDate(previousBusinessDay(newYear))).toBe('2002-12-31')
    expect(formatCalendarDate(onOrAfter(newYear))).toBe('2003-01-02')
    expect(formatCalendarDate(onOrBefore(newYear))).toBe('2002-12-31')
    const open = on('2002-12-31')
    expect(formatCalendarDate(nextBusinessDay(open))).toBe('2003-01-02')
    expect(formatCalendarDate(previousBusinessDay(open))).toBe('2002-12-30')
    expect(onOrAfter(open)).toBe(open)
    expect(onOrBefore(open)).toBe(open)
  })

  test.each([
    ['2002-12-31', 3, '2003-01-06'],
    ['2003-01-06', -3, '2002-12-31'],
    ['2002-12-31', 0, '2002-12-31'],
    ['2003-01-04', 0, '2003-01-06'], // a Saturday
    ['2003-01-04', 1, '2003-01-06'],
    ['2003-01-04', -1, '2003-01-03'],
    ['2002-12-31', 252, '2003-12-31'], // 2003 had 252 trading days
  ])('%s and %i business days is %s', (from, days, expected) => {
    expect(formatCalendarDate(addBusinessDays(on(from), days))).toBe(expected)
  })

  test('the days of a range include both ends where they are open, and none where it is empty', () => {
    expect(texts(businessDays(on('2002-12-31'), on('2003-01-06')))).toEqual(['2002-12-31', '2003-01-02', '2003-01-03', '2003-01-06'])
    expect(businessDays(on('2003-01-04'), on('2003-01-05'))).toEqual([])
    expect(businessDays(on('2003-01-06'), on('2002-12-31'))).toEqual([])
  })

  test('each way of asking agrees with each other, on every day of the span', () => {
    const all = businessDays(calendarFrom, calendarThrough)
    const open = new Set(all)
    for (let date = addDays(calendarFrom, 7); date <= addDays(calendarThrough, -7); date = addDays(date, 1)) {
      expect(isBusinessDay(date)).toBe(open.has(date))
      expect(closureReason(date) === undefined).toBe(open.has(date))
      expect(previousBusinessDay(nextBusinessDay(date))).toBe(onOrBefore(date))
      expect(nextBusinessDay(previousBusinessDay(date))).toBe(onOrAfter(date))
    }
  })
})

describe('the span', () => {
  test('is 1990 through 2035; outside it there is an answer to isCovered alone', () => {
    expect([isCovered(on('1989-12-31')), isCovered(on('1990-01-01')), isCovered(on('2035-12-31')), isCovered(on('2036-01-01'))]).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(() => isBusinessDay(on('1989-12-31'))).toThrow(InvariantFailure)
    expect(() => isBusinessDay(on('2036-01-01'))).toThrow('2036-01-01 is outside the NYSE calendar, 1990-01-01 through 2035-12-31')
    expect(() => businessDays(on('1989-12-29'), on('1990-01-05'))).toThrow(InvariantFailure)
  })

  test('a day beyond its ends is not answered either', () => {
    expect(() => previousBusinessDay(on('1990-01-01'))).toThrow(InvariantFailure)
    expect(() => nextBusinessDay(on('2035-12-31'))).toThrow(InvariantFailure)
    expect(() => addBusinessDays(on('2035-12-28'), 2)).toThrow(InvariantFailure)
    expect(formatCalendarDate(addBusinessDays(on('2035-12-28'), 1))).toBe('2035-12-31')
  })
})

describe('against the days that traded', () => {
  // Years before the file below: weekdays less holidays, 1994 less President Nixon's funeral too.
  test.each([
    [1990, 261 - 8],
    [1991, 261 - 8],
    [1992, 262 - 8],
    [1993, 261 - 8],
    [1994, 260 - 7 - 1], // New Year's Day was a Saturday
    [1995, 260 - 8],
    [1996, 262 - 8],
    [1997, 261 - 8],
    [1998, 261 - 9],
  ])('%i had %i', (year, count) => {
    expect(businessDays(on(`${year}-01-01`), on(`${year}-12-31`))).toHaveLength(count)
  })

  test('every day of 1999-01-04 through 2026-03-10, both ways', ({ skip }) => {
    const file = join(import.meta.dirname, '../../../shared/cases/calendar/nyse-trading-days.csv')
    if (!existsSync(file)) skip('../shared/cases/calendar/nyse-trading-days.csv is not beside this repository, so no day was compared')
    const traded = readFileSync(file, 'utf8')
      .split(/\r?\n/)
      .filter((line) => /^\d/.test(line))
    expect(traded.length).toBeGreaterThan(6000)
    expect(texts(businessDays(on('1999-01-04'), on('2026-03-10')))).toEqual(traded)
  })
})
