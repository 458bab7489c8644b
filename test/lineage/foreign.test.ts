/** The law of one digit (one-digit.test.ts) over a book in three currencies: rates too are fields of rows. */
import { expect, test } from 'vitest'
import { type BookSource } from '../../src/app/book-source.ts'
import { breaksOf } from '../../src/statements/report.ts'
import { baselineOf, compareReports, numberFields, oneDigitChanged, reportOf, shownTarget, soundReportOf, tablesOf, withCell } from './changed-book.ts'
import { foreignBook, foreignPeriods, takenOnBook, takenOnPeriod } from './foreign-book.ts'

/** Every number of every row, and of what a fund is taken on with the local amounts: what balances in base cannot change alone. */
const targetsOf = (source: BookSource) =>
  tablesOf(source).flatMap(({ file, header, rows }) =>
    rows.flatMap(({ line, cells }) =>
      header.flatMap((field, column) => {
        const isLocal = file === 'events/opening-balance.csv' && (field === 'debit' || field === 'credit') && cells[header.indexOf('currency')] !== ''
        const text = cells[column] ?? ''
        return (numberFields.includes(field) || isLocal) && text !== '' ? [{ target: { file, row: line, field }, text }] : []
      }),
    ),
  )

test.each([
  ['a fund in three currencies', foreignBook(), foreignPeriods[0], 92],
  ['its second week, after a week’s end with open trades', foreignBook(), foreignPeriods[1], 92],
  ['a fund that was taken on with foreign currency', takenOnBook(), takenOnPeriod, 88],
] as const)('one digit: %s', (_, book, period, count) => {
  const before = baselineOf(soundReportOf(book, period))
  expect(breaksOf(before.report)).toEqual([])
  const targets = targetsOf(book)
  expect(targets).toHaveLength(count)
  for (const { target, text } of targets) {
    const after = reportOf(withCell(book, target, oneDigitChanged(text)), period)
    if (typeof after === 'string') throw new Error(`${shownTarget(target)}: ${after}`)
    const { unreached, unexplained } = compareReports(before, after, target)
    expect.soft(unreached, `${shownTarget(target)}: changed, and not reached`).toEqual([])
    expect.soft(unexplained, `${shownTarget(target)}: reached, and not changed`).toEqual([])
  }
})
