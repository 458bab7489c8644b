import { describe, expect, test } from 'vitest'
import { soundReportOf } from '../../test/lineage/changed-book.ts'
import { monthEndBook, monthEndPeriods } from '../../test/lineage/month-end-book.ts'
import { type CalendarDate, formatCalendarDate, parseCalendarDate } from '../values/calendar-date.ts'
import { type RecordId } from '../values/record-id.ts'
import { lastOn } from './nav-index.ts'

const day = (text: string): CalendarDate => parseCalendarDate(text) as CalendarDate

describe('the last element on or before a date', () => {
  const list = ['2024-03-27', '2024-03-28', '2024-04-01', '2024-04-02', '2024-04-03'].map((text) => ({ date: day(text) }))

  test.each([
    ['2024-03-26', undefined],
    ['2024-03-27', '2024-03-27'],
    ['2024-03-31', '2024-03-28'],
    ['2024-04-02', '2024-04-02'],
    ['2024-12-31', '2024-04-03'],
  ])('%s: %s', (date, expected) => {
    const found = lastOn(list, day(date))
    expect(found === undefined ? undefined : formatCalendarDate(found.date)).toBe(expected)
  })

  test('of nothing is none', () => expect(lastOn([], day('2024-03-28'))).toBeUndefined())
})

describe('what the strikes were made from', () => {
  const { nav } = soundReportOf(monthEndBook(), monthEndPeriods[0]).figures.books

  // p1, p2 and x1 are in the NAV of the day after, Thursday; p3 and x2 in those of Tuesday and Wednesday.
  test.each([
    ['2024-03-26', 0n, []],
    ['2024-03-27', 600n, ['acme']],
    ['2024-03-31', 639n, ['acme', 'beta']],
    ['2024-04-02', 646n, ['acme', 'beta']],
    ['2024-04-03', 606n, ['acme', 'beta']],
  ])('%s: %i units, of %j', (date, units, held) => {
    expect(nav.unitsOn(day(date))).toBe(units * 1_000_000n)
    expect(nav.heldOn(day(date))).toEqual(held)
  })

  test('orders move shares, trades move units, and both move the rest', () => {
    const on = (measure: Parameters<typeof nav.dayOn>[0]): readonly string[] => nav.dayOn(measure, day('2024-04-01'))?.events.map(({ id }) => id) ?? []
    expect([on('shares outstanding'), on('units held'), on('other assets, net')]).toEqual([
      ['r2', 's2'],
      ['p2', 'x1'],
      ['r2', 's2'],
    ])
    expect(nav.dateOf('r1' as RecordId)).toBe(day('2024-03-26'))
  })
})
