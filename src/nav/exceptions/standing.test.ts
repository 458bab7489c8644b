import { describe, expect, test } from 'vitest'
import { type ClassId } from '../../reference/fund.ts'
import { parseCalendarDate, type CalendarDate } from '../../values/calendar-date.ts'
import { USD } from '../../values/currency.ts'
import { decimal, type Decimal } from '../../values/decimal.ts'
import { type Issue } from '../../values/issue.ts'
import { type Amount } from '../../values/money.ts'
import { type Shares } from '../../values/scaled.ts'
import { type DayOfExceptions, followExceptions, isBlocking, listedExceptions } from './standing.ts'

const date = (text: string): CalendarDate => parseCalendarDate(text) as CalendarDate
const issue = (found: string, about: Issue['about'] = { item: 'cash USD' }): Issue => ({
  code: 'valuation.test',
  place: { file: 'prices/', row: 2 },
  found,
  needed: '',
  remedy: '',
  about,
})
const on = (text: string, basis: DayOfExceptions['basis'], ...issues: readonly Issue[]): DayOfExceptions => ({
  date: date(text),
  basis,
  issues,
  netAssets: 50_000_000n as Amount,
  currency: USD,
  classes: [{ classId: 'a' as ClassId, netAssets: 50_000_000n as Amount, outstanding: 500_000_000n as Shares, navPerShare: undefined, unrounded: undefined }],
  threshold: decimal(5n, 3),
})
const ids = (days: readonly DayOfExceptions[]): readonly string[] =>
  followExceptions(days, []).map(({ exceptions }) => exceptions.map(({ id }) => id.replace('valuation.test~', '')).join())

describe('identity from day to day: code, subject and date', () => {
  test('one that says its day is of that day, and the next day’s is another', () => {
    const stale = (text: string): Issue => issue('unchanged', { instrument: 'acme', date: text })
    expect(ids([on('2024-06-03', 'nav', stale('2024-06-03')), on('2024-06-04', 'nav', stale('2024-06-04'))])).toEqual(['acme~2024-06-03', 'acme~2024-06-04'])
  })

  test('one that says none is of the first day of the run, whatever is found meanwhile; after a break it is another', () => {
    expect(
      ids([on('2024-06-03', 'nav', issue('10.00')), on('2024-06-04', 'nav', issue('15.00')), on('2024-06-05', 'nav'), on('2024-06-06', 'nav', issue('10.00'))]),
    ).toEqual(['cash USD~2024-06-03', 'cash USD~2024-06-03', '', 'cash USD~2024-06-06'])
  })

  test('a reporting view neither begins nor breaks a run, so that identity does not hang on which views were asked for', () => {
    const [first, second] = [on('2024-06-07', 'nav', issue('10.00')), on('2024-06-10', 'nav', issue('10.00'))]
    const expected = ['cash USD~2024-06-07', 'cash USD~2024-06-07']
    expect(ids([first, second])).toEqual(expected)
    expect(ids([first, on('2024-06-08', 'reporting'), second])).toEqual([expected[0], '', expected[1]])
    expect(ids([first, on('2024-06-08', 'reporting', issue('10.00')), second])).toEqual([expected[0], expected[0], expected[1]])
  })

  test('without record, instrument and item, its place without the row is what it is about', () => {
    const { exceptions } =
      followExceptions([on('2024-06-03', 'nav', { ...issue('x', {}), place: { file: 'fund.yaml', row: 4, column: 'policies.advisory_fee' } })], [])[0] ?? {}
    expect(exceptions?.map(({ subject }) => subject)).toEqual(['fund.yaml policies.advisory_fee'])
  })

  test('the list has one line for each set of facts, with the strikes on which they stood', () => {
    const days = followExceptions(
      [
        on('2024-06-03', 'nav', issue('10.00')),
        on('2024-06-04', 'nav', issue('10.00')),
        on('2024-06-05', 'nav', issue('15.00')),
        on('2024-06-05', 'reporting', issue('15.00')),
      ],
      [],
    )
    expect(listedExceptions(days).map(({ id, issue: { found }, from, through, days: count }) => [id, found, from, through, count])).toEqual([
      ['valuation.test~cash USD~2024-06-03', '10.00', date('2024-06-03'), date('2024-06-04'), 2],
      ['valuation.test~cash USD~2024-06-03', '15.00', date('2024-06-05'), date('2024-06-05'), 1],
    ])
  })
})

describe('R5.12: what an exception comes to', () => {
  const judged = (stated: Issue['impact'], threshold: Decimal): string => {
    const [day] = followExceptions([{ ...on('2024-06-03', 'nav', { ...issue('moved'), ...(stated === undefined ? {} : { impact: stated }) }), threshold }], [])
    return JSON.stringify(day?.exceptions.map(({ impact }) => impact?.isMaterial))
  }

  test('stated by the issue, whose own judgement of half a cent is exact and holds', () => {
    // 0.00495 is shown as 0.0050.
    expect(judged({ perShare: '0.0050', isBlocking: false }, decimal(5n, 3))).toBe('[false]')
    expect(judged({ perShare: '0.0245', isBlocking: true }, decimal(5n, 3))).toBe('[true]')
  })

  test('against the threshold of a fund that has another', () => {
    expect(judged({ perShare: '0.0080', isBlocking: true }, decimal(1n, 2))).toBe('[false]')
    expect(judged({ perShare: '0.0040', isBlocking: false }, decimal(1n, 3))).toBe('[true]')
  })

  test('unknown, it blocks', () => {
    const [day] = followExceptions([on('2024-06-03', 'nav', issue('x'))], [])
    expect(day?.exceptions.map(isBlocking)).toEqual([true])
  })
})
