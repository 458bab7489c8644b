import { describe, expect, test } from 'vitest'
import { soundReportOf } from '../../../test/lineage/changed-book.ts'
import { richBook, richPeriods } from '../../../test/lineage/rich-book.ts'
import { exampleReport } from '../../../test/support/example-report.ts'
import { equals, formatDecimal, formatShortDecimal, sum } from '../../values/decimal.ts'
import { type FigureId } from '../figure.ts'
import { closureOf, reachOf, stepOf } from './lineage.ts'
import { type SourceField } from './source-field.ts'
import { type Report } from '../report.ts'

const example = exampleReport()
const rich = soundReportOf(richBook(), richPeriods[1])
const idsOf = ({ figures }: Report): readonly FigureId[] =>
  closureOf(
    figures,
    figures.all().map(({ id }) => id),
  )
const keyOf = ({ source: { file, row } }: SourceField): string => `${file}:${row}`

/** The rows at the ends of every derivation, gathered from the bottom up: another way than `reachOf`, which asks row by row. */
function rowsOf({ figures }: Report): (id: FigureId) => ReadonlySet<string> {
  const known = new Map<FigureId, ReadonlySet<string>>()
  const rows = (id: FigureId): ReadonlySet<string> => {
    const found = known.get(id)
    if (found !== undefined) return found
    const { operands, sources } = stepOf(figures, id)
    const all = new Set([...sources.map(keyOf), ...operands.flatMap((operand) => [...rows(operand)])])
    known.set(id, all)
    return all
  }
  return rows
}

/** `x1 quantity lots`: record and fields, with its part where it has one. */
const lines = ({ figures }: Report, id: string): readonly string[] =>
  stepOf(figures, id as FigureId).sources.map(
    ({ record, fields, part }) => `${record} ${fields.join(' ')}${part === undefined ? '' : ` = ${formatShortDecimal(part)}`}`,
  )

describe.each([
  ['the example', example],
  ['two weeks', rich],
] as const)('%s', (_, report) => {
  test('round trip: a figure reaches a row exactly where the row is among its ends, for all figures and all rows', () => {
    const ids = idsOf(report)
    const ends = rowsOf(report)
    const rows = new Set(ids.flatMap((id) => [...ends(id)]))
    for (const row of rows) {
      const reaches = reachOf(report.figures, (field) => keyOf(field) === row)
      const differ = ids.filter((id) => reaches(id) !== ends(id).has(row))
      expect(differ, row).toEqual([])
    }
    expect(rows.size).toBeGreaterThan(40)
  })

  test('what records add to a balance adds to the balance', () => {
    const { figures } = report
    const records = new Set(figures.books.replay.book.events.map(({ id }) => id as string))
    let found = 0
    for (const { id, amount, derivation } of figures.all()) {
      if (derivation.of !== 'ledger balance' && derivation.of !== 'share count') continue
      const parts = stepOf(figures, id).sources.flatMap(({ record, part }) => (records.has(record) && part !== undefined ? [part] : []))
      expect(equals(sum(parts), amount), `${id}: ${formatDecimal(sum(parts))} of ${formatDecimal(amount)}`).toBe(true)
      found += parts.length
    }
    expect(found).toBeGreaterThan(20)
  })

  test('no figure is made of itself', () => {
    const ids = idsOf(report)
    for (const id of ids) expect(closureOf(report.figures, stepOf(report.figures, id).operands)).not.toContain(id)
  })

  test('nothing ends nowhere: a figure that is not zero, not a count and not stated has operands or rows', () => {
    for (const id of idsOf(report)) {
      const { derivation, amount } = report.figures.get(id)
      const { operands, sources } = stepOf(report.figures, id)
      if (operands.length + sources.length === 0) expect(derivation.of === 'count' || amount.units === 0n, id).toBe(true)
    }
  })
})

describe('worked examples', () => {
  test('a value: quantity × price × multiplier, 521 × 20.41 = 10,633.61', () => {
    expect(formatDecimal(example.figures.get('position-value[delta-and-pine-land]@2002-12-31' as FigureId).amount)).toBe('10633.61')
    expect(stepOf(example.figures, 'position-value[delta-and-pine-land]@2002-12-31' as FigureId).operands).toEqual([
      'position-quantity[delta-and-pine-land]@2002-12-31',
    ])
    expect(lines(example, 'position-value[delta-and-pine-land]@2002-12-31')).toEqual([
      'price~delta-and-pine-land~2002-12-31~implied~close price = 20.41',
      'delta-and-pine-land multiplier = 1',
    ])
    expect(lines(example, 'position-quantity[delta-and-pine-land]@2002-12-31')).toEqual(['purchase-0001 quantity = 521'])
  })

  test('units held: bought less sold, 1,000 + 600 − 350 − 900 = 350', () => {
    expect(lines(rich, 'position-quantity[acme]@2024-06-14')).toEqual(['p1 quantity = 1000', 'p2 quantity = 600', 'x1 quantity = -350', 'x2 quantity = -900'])
  })

  test('a gain: proceeds, the lots taken, and the earlier sale that left of the first lot what it did', () => {
    // x2: 900 × 27.81 − 5.15 − .42 = 25,023.43. Of p1 (25,020.46) x1 took 350/1,000, 8,757.16, and x2 takes the 16,263.30 left;
    // of p2 (15,682.95) 250/600, 6,534.56: 25,023.43 − 22,797.86. x3, of the lot it names: 12,801.77 − 33,210.55 × 300/800.
    const week = soundReportOf(richBook(), richPeriods[0])
    expect(lines(week, `realized-securities@${richPeriods[0]}`)).toEqual([
      'x2 quantity price commission fees lots = 2225.57',
      'acme multiplier = 1',
      'p1 quantity price commission fees',
      'p2 quantity price commission fees',
      'x1 quantity lots',
      'x3 net_amount quantity lots = 347.81',
      'p3 quantity net_amount',
    ])
  })

  test('an order in dollars: shares at the net asset value of its day', () => {
    const { operands } = stepOf(rich.figures, `share-count-sold[a]@${richPeriods[1]}` as FigureId)
    expect(operands).toEqual(['nav-per-share[a]@2024-06-06/nav'])
  })

  test('settlements: of a part by its units, then as stated, then of what is left by its units', () => {
    // p4 is 517 units for 36,898.33: 200 of 517 pay 14,274.02; 9,000.01 is stated; 101 of the 317 left pay their part of 13,624.30.
    expect(lines(rich, 'payable-investments-purchased@2024-06-14').filter((line) => /^(p4|t)/.test(line))).toEqual([
      'p4 net_amount quantity = 36898.33',
      't1 quantity amount = -14274.02',
      't2 amount quantity = -9000.01',
      't3 quantity = -4340.87',
    ])
  })

  test('an entry by hand: each line on its side', () => {
    expect(lines(rich, 'accrued-expenses@2024-06-14')).toEqual(['m1 credit base_amount = 312.47'])
    expect(lines(rich, `audit-fees@${richPeriods[1]}`)).toEqual([])
    expect(lines(rich, `miscellaneous-expenses@${richPeriods[1]}`)).toEqual(['m1 debit base_amount = 312.47'])
    expect(lines(rich, `interest-income@${richPeriods[1]}`)).toEqual(['m2 credit base_amount = 71.33'])
  })
})
