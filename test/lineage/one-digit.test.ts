/**
 * One changed digit (RULES R8.3, DESIGN promise 1): the figures whose exact amount changes are exactly those whose derivation
 * reaches the field. None changes unreached; one that is reached and stands still rounds, or takes the smaller of two, or
 * all it was made of stood still. Cells print something else without their figure only where a footing moved them.
 */
import { describe, expect, test } from 'vitest'
import { usesOf } from '../../src/app/explain.ts'
import { readBookFolder } from '../../src/book/read-book-folder.ts'
import { eventKindNames } from '../../src/events/event.ts'
import { compareText } from '../../src/values/issue.ts'
import { examplePath } from '../support/example-report.ts'
import {
  anyDigitChanged,
  type Baseline,
  baselineOf,
  compareReports,
  type Comparison,
  numberFields,
  oneDigitChanged,
  reportOf,
  shownTarget,
  soundReportOf,
  tablesOf,
  type Target,
  withCell,
  withFundValue,
} from './changed-book.ts'
import { richBook, richPeriods } from './rich-book.ts'

const { folder: source } = readBookFolder(examplePath, eventKindNames)
if (source === undefined) throw new Error('the example cannot be read')
const base = baselineOf(soundReportOf(source, '2002'))

/** Changes one digit of the field, makes the report again and holds the law against the two. */
function changeOneDigit(target: Target, digit: (text: string) => string = oneDigitChanged): Comparison {
  const table = tablesOf(source as NonNullable<typeof source>).find(({ file }) => file === target.file)
  const cells = table?.rows.find(({ line }) => line === target.row)?.cells ?? []
  const text = cells[table?.header.indexOf(target.field) ?? -1] ?? ''
  const changed = soundReportOf(withCell(source as NonNullable<typeof source>, target, digit(text)), '2002')
  return lawHolds(base, compareReports(base, changed, target), target)
}

function lawHolds({ report }: Baseline, comparison: Comparison, target: Target): Comparison {
  const { unreached, unexplained, movedNeighbours } = comparison
  expect.soft(unreached, `${shownTarget(target)}: changed, and not reached`).toEqual([])
  expect.soft(unexplained, `${shownTarget(target)}: reached, and not changed`).toEqual([])
  if (movedNeighbours.length > 0) {
    expect.soft(movedNeighbours.filter(({ footing }) => footing?.by !== 'foot' && footing?.by !== 'cells').map(({ place }) => place)).toEqual([])
    const listed = new Set(usesOf(report, target.file, target.row, target.field).roundingNeighbours.map(({ place }) => place))
    const reachedCells = new Set(report.cells.flatMap(({ place, figure }) => (figure !== undefined && comparison.reached.has(figure) ? [place] : [])))
    expect
      .soft(
        movedNeighbours.map(({ place }) => place).filter((place) => !listed.has(place) && !reachedCells.has(place)),
        `${shownTarget(target)}: moved by footing, and not listed`,
      )
      .toEqual([])
  }
  return comparison
}

const rowsOf = (file: string): readonly number[] =>
  tablesOf(source)
    .find((table) => table.file === file)
    ?.rows.map(({ line }) => line) ?? []

describe('the example: one digit of every quantity, net amount and price', () => {
  test.each([
    ['events/purchase.csv', 'quantity', 90],
    ['events/purchase.csv', 'net_amount', 90],
    ['prices/2002-12-31.csv', 'price', 90],
  ])('%s, %s: %i fields', (file, field, count) => {
    const comparisons = rowsOf(file).map((row) => changeOneDigit({ file, row, field }))
    expect(comparisons).toHaveLength(count)
    // No quantity works through another's amount here, and none of the changes is without effect.
    expect(comparisons.every(({ changed, throughOthers }) => changed.size > 0 && throughOthers.length === 0)).toBe(true)
    // Prices and quantities move holdings, and with them neighbours that only footing moves; a cost moves no holding.
    const moved = comparisons.flatMap(({ movedNeighbours }) => movedNeighbours)
    if (field === 'net_amount') expect(moved.filter(({ place }) => place.startsWith('soi.holding'))).toEqual([])
    else expect(moved.length).toBeGreaterThan(0)
  })

  test.each([
    ['events/purchase.csv', 'quantity'],
    ['events/purchase.csv', 'net_amount'],
    ['prices/2002-12-31.csv', 'price'],
  ])('%s, %s: any other digit, by any amount', (file, field) => {
    const comparisons = rowsOf(file).map((row) => changeOneDigit({ file, row, field }, (text) => anyDigitChanged(text, row * 7 + field.length)))
    expect(comparisons.every(({ changed }) => changed.size > 0)).toBe(true)
  })

  test('one purchase by hand: 521 Delta and Pine at 20.41, become 522', () => {
    const { changed } = changeOneDigit({ file: 'events/purchase.csv', row: 2, field: 'quantity' })
    const of = (concept: string): readonly string[] => [...changed].filter((id) => id.startsWith(`${concept}[`) || id.startsWith(`${concept}@`))
    expect(of('position-quantity')).toEqual(['position-quantity[delta-and-pine-land]@2002-12-31'])
    expect(of('position-value')).toEqual(['position-value[delta-and-pine-land]@2002-12-31'])
    expect(of('position-cost')).toEqual([])
    expect(of('industry-value')).toEqual(['industry-value[agricultural-operations]@2002-12-31'])
    expect(of('net-assets')).toEqual(['net-assets@2002-12-31'])
    expect(of('purchases-of-securities')).toEqual([])
  })
})

describe('the example: other numbers', () => {
  const row = rowsOf('events/subscription.csv')[0] as number

  test('the dollars of the subscription, its shares unchanged', () => {
    // 500,000.01 for 50,000 shares at 10.00 lies within a cent of rounding; 500,001.00 would be an exception beside the report.
    const { changed } = changeOneDigit({ file: 'events/subscription.csv', row, field: 'amount' })
    expect([...changed].toSorted(compareText)).toEqual([
      'average-net-assets@2002/nav',
      'cash-balance@2002-12-31',
      'cash@2002-12-31',
      'change-in-other-assets-net@2002-12-01..2002-12-31/nav',
      'components-of-net-assets@2002-12-31',
      'net-assets@2002-12-31',
      'net-assets@2002-12-31/nav',
      'net-capital-share-transactions@2002',
      'net-increase-in-net-assets@2002',
      'other-assets-net@2002-12-31',
      'other-assets-net@2002-12-31/nav',
      'paid-in-capital@2002-12-31',
      'shares-sold@2002',
      'total-assets@2002-12-31',
    ])
  })

  test('the shares of the subscription, its dollars unchanged', () => {
    const { changed } = changeOneDigit({ file: 'events/subscription.csv', row, field: 'shares' })
    expect(changed).toContain('shares-outstanding[service]@2002-12-31')
    expect(changed).not.toContain('net-assets@2002-12-31')
  })

  test('par: it splits capital in the ledger, and moves no figure of the report but itself', () => {
    const { classes } = base.report.fund
    const target = { file: 'fund.yaml', row: classes[0]?.statedAt.parValue.row ?? 0, field: 'par_value' }
    const comparison = lawHolds(base, compareReports(base, soundReportOf(withFundValue(source, 'par_value', '0.002'), '2002'), target), target)
    expect([...comparison.changed]).toEqual(['par-value[service]@2002-12-31'])
    expect([...comparison.reached]).toEqual(['par-value[service]@2002-12-31'])
  })

  test('the issue price: NAV at the beginning, and what is measured from it', () => {
    const target = { file: 'fund.yaml', row: base.report.fund.classes[0]?.statedAt.issuePrice.row ?? 0, field: 'issue_price' }
    const comparison = lawHolds(base, compareReports(base, soundReportOf(withFundValue(source, 'issue_price', '10.01'), '2002'), target), target)
    expect([...comparison.changed].toSorted(compareText)).toEqual([
      'change-in-nav-per-share[service]@2002',
      'gain-per-share[service]@2002',
      'issue-price[service]@2002-12-31',
      'total-from-operations-per-share[service]@2002',
      'total-return[service]@2002',
    ])
  })
})

describe('a book of two weeks: one digit of every number of every row', () => {
  const rich = richBook()
  const targets = tablesOf(rich).flatMap(({ file, header, rows }) =>
    rows.flatMap(({ line, cells }) =>
      header.flatMap((field, column) =>
        numberFields.includes(field) && (cells[column] ?? '') !== '' ? [{ target: { file, row: line, field }, text: cells[column] as string }] : [],
      ),
    ),
  )

  test.each(richPeriods)('%s', (period) => {
    const before = baselineOf(soundReportOf(rich, period))
    const refused: string[] = []
    const throughOthers = new Set<string>()
    for (const { target, text } of targets) {
      const after = reportOf(withCell(rich, target, oneDigitChanged(text)), period)
      if (typeof after === 'string') {
        refused.push(`${shownTarget(target)}: ${after}`)
        continue
      }
      const comparison = lawHolds(before, compareReports(before, after, target), target)
      for (const id of comparison.throughOthers) throughOthers.add(before.report.figures.get(id).concept)
    }
    expect(targets).toHaveLength(102)
    // The one number that cannot change alone: the sale names its lots with their quantities.
    expect(refused).toEqual(['events/sale.csv:4 quantity: events/sale.csv:4 lots lots.selection-differs'])
    // Reached through another record's amount, which rounded or was paid: orders at a NAV, parts of a lot, settlements.
    expect([...throughOthers].toSorted(compareText)).toEqual(
      expect.arrayContaining(['payable-shares-redeemed', 'position-cost', 'receivable-shares-sold', 'share-count-repurchased']),
    )
    for (const concept of throughOthers) expect(throughOtherRecords).toContain(concept)
  })

  test.each(richPeriods)('%s: an entry by hand, both its lines', (period) => {
    const before = baselineOf(soundReportOf(rich, period))
    const file = 'events/manual-entry.csv'
    for (const [first, text] of [
      [2, '312.48'],
      [4, '71.34'],
    ] as const) {
      const after = soundReportOf(withCell(withCell(rich, { file, row: first, field: 'debit' }, text), { file, row: first + 1, field: 'credit' }, text), period)
      const debit = compareReports(before, after, { file, row: first, field: 'debit' })
      const credit = compareReports(before, after, { file, row: first + 1, field: 'credit' })
      // A figure changes where either line reaches it; the strikes of the NAV book name both.
      expect([...debit.changed].filter((id) => !debit.reached.has(id) && !credit.reached.has(id))).toEqual([])
      expect(debit.unexplained).toEqual([])
      expect(credit.unexplained).toEqual([])
    }
  })

  test('par and issue price', () => {
    const before = baselineOf(soundReportOf(rich, richPeriods[1]))
    const [shareClass] = before.report.fund.classes
    const par = { file: 'fund.yaml', row: shareClass?.statedAt.parValue.row ?? 0, field: 'par_value' }
    expect([...lawHolds(before, compareReports(before, soundReportOf(withFundValue(rich, 'par_value', '0.002'), richPeriods[1]), par), par).changed]).toEqual([
      'par-value[a]@2024-06-14',
    ])
    const price = { file: 'fund.yaml', row: shareClass?.statedAt.issuePrice.row ?? 0, field: 'issue_price' }
    expect(
      lawHolds(before, compareReports(before, soundReportOf(withFundValue(rich, 'issue_price', '10.01'), richPeriods[1]), price), price).changed,
    ).toContain('total-return[a]@2024-06-03..2024-06-14')
  })
})

/** Concepts that a number may reach through the amount of another record. */
const throughOtherRecords = [
  'cash',
  'change-in-other-assets-net', // of a dividend that was reversed
  'net-assets',
  'paid-in-capital',
  'payable-investments-purchased',
  'payable-shares-redeemed',
  'position-cost',
  'realized-securities',
  'receivable-shares-sold',
  'share-count-repurchased',
  'share-count-sold',
  'shares-outstanding',
  'shares-repurchased',
  'shares-sold',
  'undistributed-net-realized-gain',
]
