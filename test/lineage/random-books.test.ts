/**
 * The law of one digit over books at random: no figure changes that does not reach the field, and what records add to a
 * balance adds to the balance. Two limits are known, and are the only ones: a holding sold out, or one settlement of 0.00,
 * leaves nothing in the books that could name its row; a digit that brings it back is left out here.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BookSource } from '../../src/app/book-source.ts'
import { stepOf } from '../../src/statements/lineage/lineage.ts'
import { type Report } from '../../src/statements/report.ts'
import { addDays, formatCalendarDate } from '../../src/values/calendar-date.ts'
import { equals, formatDecimal, sum } from '../../src/values/decimal.ts'
import { sourceOf } from '../support/book.ts'
import { type Decisions, decisions, randomBook } from '../support/random-book.ts'
import { usesOf } from '../../src/app/explain.ts'
import { baselineOf, compareReports, numberFields, oneDigitChanged, reportOf, shownTarget, tablesOf, withCell } from './changed-book.ts'

/** Coda trades in euros in every other book. */
const instrumentsOf = (isForeign: boolean): string => `
  id,   name,       type,         industry, country, currency, income_producing, income_source
  acme, Acme Corp., common-stock, Tools,    US,      USD,      yes,              test
  beta, Beta Inc.,  common-stock, Tools,    CA,      USD,      no,               test
  coda, Coda Ltd.,  common-stock, Music,    ${isForeign ? 'DE,      EUR' : 'US,      USD'},      no,               test
`

/** The book as files, and a period that begins half way through it. */
function bookOf(drawn: Decisions): { readonly source: BookSource; readonly period: string } {
  const { first, through, text } = randomBook(drawn)
  return {
    source: sourceOf({ ...text, instruments: instrumentsOf(drawn.isForeign) }),
    period: `${formatCalendarDate(addDays(first, Math.floor((through - first) / 2) + 1))}..${formatCalendarDate(through)}`,
  }
}

/** The holdings at both ends of the period: where they differ, a holding came or went. */
const holdings = ({ figures: { books } }: Report): string =>
  [books.opening, books.closing]
    .map((view) =>
      view?.positions
        .map(({ instrument }) => instrument)
        .toSorted()
        .join(' '),
    )
    .join(' | ')

const drawn = fc.sample(decisions, { numRuns: 28, seed: 2002 }).map((each) => ({ ...each, days: each.days.slice(0, 12) }))

describe('books at random', () => {
  test('one digit: what changes is reached; what only a footing moves is listed', () => {
    let changes = 0
    for (const decided of drawn) {
      const { source, period } = bookOf(decided)
      const report = reportOf(source, period)
      if (typeof report === 'string') continue // A report that cannot be footed is refused: `plan.test.ts` says how seldom.
      const before = baselineOf(report)
      const targets = tablesOf(source).flatMap(({ file, header, rows }) =>
        rows.flatMap(({ line, cells }) =>
          header.flatMap((field, column) =>
            numberFields.includes(field) && (cells[column] ?? '') !== '' ? [{ target: { file, row: line, field }, text: cells[column] as string }] : [],
          ),
        ),
      )
      for (const { target, text } of targets.filter((_, index) => index % 4 === 0)) {
        const after = reportOf(withCell(source, target, oneDigitChanged(text)), period)
        if (typeof after === 'string' || holdings(after) !== holdings(report) || (target.file === 'events/settlement.csv' && Number(text) === 0)) continue
        const { unreached, reached, movedNeighbours } = compareReports(before, after, target)
        expect(unreached, shownTarget(target)).toEqual([])
        const listed = new Set(usesOf(report, target.file, target.row, target.field).roundingNeighbours.map(({ place }) => place))
        expect(
          movedNeighbours.filter(({ place, figure }) => !listed.has(place) && !(figure !== undefined && reached.has(figure))).map(({ place }) => place),
          shownTarget(target),
        ).toEqual([])
        changes += 1
      }
    }
    expect(changes).toBeGreaterThan(400)
  })

  test('what records add to a balance adds to the balance', () => {
    let balances = 0
    for (const decided of drawn) {
      const { source, period } = bookOf(decided)
      const report = reportOf(source, period)
      if (typeof report === 'string') continue
      const records = new Set(report.figures.books.replay.book.events.map(({ id }) => id as string))
      for (const { id, amount, derivation } of report.figures.all()) {
        if (derivation.of !== 'ledger balance' && derivation.of !== 'share count') continue
        const parts = stepOf(report.figures, id).sources.flatMap(({ record, part }) =>
          (records.has(record) || /^(\w+_fee|expense_budget)\//.test(record)) && part !== undefined ? [part] : [],
        )
        expect(equals(sum(parts), amount), `${id}: ${formatDecimal(sum(parts))} of ${formatDecimal(amount)}`).toBe(true)
        balances += 1
      }
    }
    expect(balances).toBeGreaterThan(1000)
  })
})
