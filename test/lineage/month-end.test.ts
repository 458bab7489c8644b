/** The law of one digit (one-digit.test.ts) over a month end without a strike, a first day's redemption, and cash that turns. */
import { describe, expect, test } from 'vitest'
import { type FigureId } from '../../src/statements/figure.ts'
import { closureOf, stepOf } from '../../src/statements/lineage/lineage.ts'
import { formatShortDecimal } from '../../src/values/decimal.ts'
import { baselineOf, compareReports, oneDigitChanged, reportOf, shownTarget, soundReportOf, tablesOf, withCell } from './changed-book.ts'
import { monthEndBook, monthEndPeriods } from './month-end-book.ts'

const book = monthEndBook()
const numbers = new Set(['quantity', 'price', 'commission', 'amount', 'shares'])
const targets = tablesOf(book).flatMap(({ file, header, rows }) =>
  rows.flatMap(({ line, cells }) =>
    header.flatMap((field, column) =>
      numbers.has(field) && (cells[column] ?? '') !== '' ? [{ target: { file, row: line, field }, text: cells[column] as string }] : [],
    ),
  ),
)

describe.each(monthEndPeriods)('%s', (period) => {
  const before = baselineOf(soundReportOf(book, period))
  const { figures } = before.report
  const amount = (id: string): string => formatShortDecimal(figures.get(id as FigureId).amount)
  const rowsOf = (id: string): readonly string[] => stepOf(figures, id as FigureId).sources.map(({ record, fields }) => `${record} ${fields.join(' ')}`)

  test('one digit of every number of every row', () => {
    expect(targets).toHaveLength(33)
    for (const { target, text } of targets) {
      const after = reportOf(withCell(book, target, oneDigitChanged(text)), period)
      if (typeof after === 'string') throw new Error(`${shownTarget(target)}: ${after}`)
      const { unreached, unexplained } = compareReports(before, after, target)
      expect.soft(unreached, `${shownTarget(target)}: changed, and not reached`).toEqual([])
      expect.soft(unexplained, `${shownTarget(target)}: reached, and not changed`).toEqual([])
    }
  })

  test('the month that ends on a Sunday has the value of Thursday’s strike, and its prices', () => {
    expect(closureOf(figures, [`monthly-values@${period}` as FigureId])).toContain('investments-at-value@2024-03-28/nav')
    // In that NAV are the trades through Wednesday: 600 − 11 at 25.83, and 50 at 40.72.
    expect(amount('investments-at-value@2024-03-28/nav')).toBe('17249.87')
    expect(rowsOf('investments-at-value@2024-03-28/nav')).toEqual([
      'price~acme~2024-03-28~x~close price',
      'acme multiplier',
      'price~beta~2024-03-28~x~close price',
      'beta multiplier',
    ])
  })

  test('10,000.00 for 20,000.00: cash turns into an overdraft, and both are reached', () => {
    const target = { file: 'events/subscription.csv', row: 2, field: 'amount' }
    const after = soundReportOf(withCell(book, target, '10000.00'), period)
    const { unreached, changed } = compareReports(before, after, target)
    expect(unreached).toEqual([])
    for (const concept of ['cash', 'cash-balance', 'cash-overdrawn', 'overdraft']) expect(changed).toContain(`${concept}@2024-04-03`)
    // Nil cash is made of a balance below zero, and that of records.
    expect(formatShortDecimal(after.figures.get('cash@2024-04-03' as FigureId).amount)).toBe('0')
    expect(stepOf(after.figures, 'cash@2024-04-03' as FigureId).operands).toContain('cash-balance@2024-04-03')
    expect(stepOf(after.figures, 'cash-balance@2024-04-03' as FigureId).sources.length).toBeGreaterThan(4)
  })

  test('on the first day subscriptions deal at the issue price, and a redemption at the value struck that day', () => {
    const reaches = closureOf(figures, [`shares-outstanding[a]@2024-04-03` as FigureId])
    expect(reaches).toContain('nav-per-share[a]@2024-03-25/nav')
    expect(stepOf(figures, 'change-in-shares-outstanding[a]@2024-03-01..2024-03-25/nav' as FigureId)).toMatchObject({
      operands: [],
      sources: [{ record: 's1' }, { record: 'a', fields: ['issue_price'] }],
    })
  })

  test('a strike is investments and all else, and all else the month before and the month’s records, day by day', () => {
    const steps = (id: string): readonly string[] => stepOf(figures, id as FigureId).operands
    expect(steps('net-assets@2024-04-02/nav')).toEqual(['investments-at-value@2024-04-02/nav', 'other-assets-net@2024-04-02/nav'])
    expect(steps('other-assets-net@2024-04-02/nav')).toEqual(['other-assets-net@2024-03-28/nav', 'change-in-other-assets-net@2024-04-01..2024-04-02/nav'])
    expect(steps('change-in-other-assets-net@2024-04-01..2024-04-02/nav')).toEqual(['change-in-other-assets-net@2024-04-01..2024-04-01/nav'])
    // Trades are in the NAV of the next business day (17 CFR 270.2a-4(a)(2)): 7 × 25.93 + .95.
    expect(rowsOf('change-in-other-assets-net@2024-04-01..2024-04-02/nav')).toEqual(['p3 quantity price commission fees', 'acme multiplier'])
    expect(amount('change-in-units-held@2024-04-01..2024-04-02/nav')).toBe('7')
    expect(amount('units-held@2024-04-02/nav')).toBe('646') // 600 − 11 + 50 + 7
  })
})
