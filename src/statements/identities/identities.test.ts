/**
 * Identities that cannot fail prove nothing: each printed number of the example is changed by one unit of its last place,
 * and some identity must break. What no identity guards is listed by name.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { add, decimal } from '../../values/decimal.ts'
import { type Report, tieOut } from '../report.ts'
import { type Cell, type Row, type Statement } from '../statement.ts'
import { type Examined } from './identity.ts'
import { exampleReport } from '../../../test/support/example-report.ts'

let report: Report

beforeAll(() => {
  report = exampleReport()
})

const results = (examined: Examined, result: string): string[] =>
  tieOut(examined)
    .filter((identity) => identity.result === result)
    .map(({ id }) => id)

describe('the example’s report', () => {
  test('ties in all of T01–T71, T73, T75 and T76 that apply', () => {
    expect(results(report.examined, 'breaks')).toEqual([])
    // RULES 13.2: 69 tie; T68 ties here on the exact figure, T76 on the ledger; the ratios and 6-05 do not apply.
    expect(results(report.examined, 'ties')).toHaveLength(71)
    expect(results(report.examined, 'not applicable')).toEqual(['T69', 'T70', 'T75'])
    expect(results(report.examined, 'observation')).toEqual(['T72', 'T74'])
  })

  test('shows both sides as RULES 13.2 has them', () => {
    const sides = new Map(report.identities.map(({ id, left, right }) => [id, [left, right]]))
    expect(sides.get('T01')).toEqual(['484268', '484268'])
    expect(sides.get('T13')).toEqual(['11747', '11747'])
    expect(sides.get('T19')).toEqual(['3074', '3074'])
    expect(sides.get('T29')).toEqual(['496015', '496015'])
    expect(sides.get('T31')).toEqual(['496000.00', '496015'])
    expect(sides.get('T64')).toEqual(['-0.0797', '-0.08'])
    expect(sides.get('T72')).toEqual(['7', '0'])
    expect(sides.get('T74')).toEqual(['484275', '484268'])
  })
})

/** The same report with one cell's number changed by one unit of its last place, wherever the cell stands. */
function tampered(examined: Examined, cell: Cell): Examined {
  const value = cell.value ?? decimal(0n, 0)
  const changed: Cell = { ...cell, value: add(value, decimal(1n, value.scale)) }
  const swap = (each: Cell): Cell => (each.place === cell.place ? changed : each)
  const inRow = (row: Row): Row => (row.row === 'line' ? { ...row, cells: row.cells.map(swap) } : row)
  const statements = new Map([...examined.statements].map(([id, statement]): [typeof id, Statement] => [id, { ...statement, rows: statement.rows.map(inRow) }]))
  return { ...examined, statements, cells: new Map([...examined.cells].map(([name, each]) => [name, swap(each)])) }
}

describe('one unit more in a printed number', () => {
  test('breaks an identity, quantities and four lines aside', () => {
    const unguarded = report.cells
      .filter((cell) => cell.value !== undefined && results(tampered(report.examined, cell), 'breaks').length === 0)
      .map(({ place }) => place)
    const [quantities, others] = [
      unguarded.filter((place) => place.startsWith('soi.quantity.')),
      unguarded.filter((place) => !place.startsWith('soi.quantity.')),
    ]
    // The printed quantity is checked by T73 through the figure behind it, not by its digits.
    expect(quantities).toHaveLength(90)
    expect(others).toEqual([
      // Lines of a note that no other statement repeats; zero in this period.
      'socna.sales-of-securities/2002',
      'socna.purchases-of-governments/2002',
      'socna.sales-of-governments/2002',
      // Printed as nil by the presentation; T68 checks the figure.
      'highlights.average-net-assets/2002',
    ])
  })
})
