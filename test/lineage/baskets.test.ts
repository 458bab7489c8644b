/** The law of one digit where baskets come in and go out in kind, with cash of either sign and fees that the fund keeps. */
import { describe, expect, test } from 'vitest'
import { type Figure } from '../../src/statements/figure.ts'
import { stepOf } from '../../src/statements/lineage/lineage.ts'
import { breaksOf } from '../../src/statements/report.ts'
import { formatDecimal } from '../../src/values/decimal.ts'
import { baselineOf, compareReports, oneDigitChanged, reportOf, shownTarget, soundReportOf, tablesOf, withCell } from './changed-book.ts'
import { basketBook, richPeriods } from './rich-book.ts'

const numbers = ['quantity', 'price', 'shares', 'cash_component', 'transaction_fee', 'redemption_fee']
const book = basketBook()
const targets = tablesOf(book).flatMap(({ file, header, rows }) =>
  rows.flatMap(({ line, cells }) =>
    header.flatMap((field, column) =>
      numbers.includes(field) && (cells[column] ?? '') !== '' ? [{ target: { file, row: line, field }, text: cells[column] as string }] : [],
    ),
  ),
)

describe('a book with baskets', () => {
  test.each(richPeriods)('%s: what changes is reached, and what is reached changes or has its reason', (period) => {
    const report = soundReportOf(book, period)
    expect(breaksOf(report)).toEqual([])
    const before = baselineOf(report)
    const refused: string[] = []
    for (const { target, text } of targets) {
      const after = reportOf(withCell(book, target, oneDigitChanged(text)), period)
      if (typeof after === 'string') {
        refused.push(`${shownTarget(target)}: ${after}`)
        continue
      }
      const { unreached, unexplained } = compareReports(before, after, target)
      expect(unreached, shownTarget(target)).toEqual([])
      expect(unexplained, shownTarget(target)).toEqual([])
    }
    // Where lots are named, their quantities do not change with that of the row.
    expect(refused).toEqual([
      'events/sale.csv:4 quantity: events/sale.csv:4 lots lots.selection-differs',
      'events/redemption-in-kind.csv:3 quantity: events/redemption-in-kind.csv:3 lots lots.selection-differs',
    ])
  })

  test('R8.15, R9.12: purchases and sales are without baskets; R8.14: shares sold and repurchased are with them', () => {
    const { figures } = soundReportOf(book, '2024-06-03..2024-06-14')
    const named = (concept: string): Figure => figures.all().find((each) => each.concept === concept) as Figure
    const recordsOf = (concept: string): readonly string[] => stepOf(figures, named(concept).id).sources.map(({ record }) => record)
    expect(['purchases-of-securities', 'sales-of-securities'].flatMap(recordsOf).filter((record) => record.startsWith('k'))).toEqual([])
    expect(recordsOf('share-count-sold')).toContain('k1')
    expect(recordsOf('shares-sold')).toContain('k1')
    expect(recordsOf('share-count-repurchased')).toContain('k2')
    expect(recordsOf('shares-repurchased')).toContain('k2')
    expect(formatDecimal(named('transaction-fees').amount)).toBe('135.00') // 75.00 + 60.00
  })
})
