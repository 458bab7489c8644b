import { describe, expect, test } from 'vitest'
import { type CalendarDate, formatCalendarDate, parseCalendarDate } from '../values/calendar-date.ts'
import { InvariantFailure } from '../values/invariant.ts'
import { settlementCycle, settlementCycles, settlementDate } from './settlement-cycle.ts'

const on = (text: string): CalendarDate => parseCalendarDate(text) as CalendarDate

describe('R1.14: the trade date decides the cycle', () => {
  test.each([
    ['1990-01-02', 5],
    ['1995-06-06', 5],
    ['1995-06-07', 3],
    ['2017-09-01', 3],
    ['2017-09-05', 2],
    ['2024-05-24', 2],
    ['2024-05-28', 1],
    ['2026-03-10', 1],
  ])('%s: T+%i', (tradeDate, days) => {
    expect(settlementCycle(on(tradeDate)).days).toBe(days)
  })

  test('the cycles are in order, and each names its source', () => {
    expect(settlementCycles.map(({ from }) => from)).toEqual(settlementCycles.map(({ from }) => from).toSorted((left, right) => left - right))
    expect(settlementCycles.every(({ source }) => source !== '')).toBe(true)
  })

  test('before the calendar there is none', () => {
    expect(() => settlementDate(on('1989-12-29'))).toThrow(InvariantFailure)
  })
})

describe('settlement dates', () => {
  test.each([
    // R1.14.
    ['2002-12-31', '2003-01-06'],
    // NASD Notice to Members 94-49, T+5 around Independence Day.
    ['1994-06-24', '1994-07-01'],
    ['1994-06-27', '1994-07-05'],
    ['1994-07-01', '1994-07-11'],
    ['1994-07-05', '1994-07-12'],
    // Notice 97-93, T+3 around Martin Luther King Day and Good Friday.
    ['1998-01-13', '1998-01-16'],
    ['1998-01-14', '1998-01-20'],
    ['1998-01-16', '1998-01-22'],
    ['1998-04-07', '1998-04-13'],
    ['1998-04-09', '1998-04-15'],
    // Notice 99-94: Christmas Day 1999 is observed on Friday the 24th, New Year's Day 2000 not at all.
    ['1999-12-23', '1999-12-29'],
    ['1999-12-27', '1999-12-30'],
    // Notice 00-82.
    ['2000-12-21', '2000-12-27'],
    ['2000-12-27', '2001-01-02'],
    ['2000-12-29', '2001-01-04'],
    // The changes: two days' trades fall on one settlement date.
    ['2017-09-01', '2017-09-07'],
    ['2017-09-05', '2017-09-07'],
    ['2024-05-24', '2024-05-29'],
    ['2024-05-28', '2024-05-29'],
  ])('%s settles on %s', (tradeDate, expected) => {
    expect(formatCalendarDate(settlementDate(on(tradeDate)))).toBe(expected)
  })

  // Where R1.14 (the calendar of the NYSE) and the market (days on which banks settle) part, as the module says.
  test.each([
    ['1995-10-05', '1995-10-10', '1995-10-11'], // Columbus Day, NASD Notice to Members 95-77
    ['1999-10-06', '1999-10-11', '1999-10-12'], // Columbus Day, Notice 99-83
  ])('%s settles on %s by the NYSE calendar, though the banks’ was %s', (tradeDate, here) => {
    expect(formatCalendarDate(settlementDate(on(tradeDate)))).toBe(here)
  })
})
