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
      // 350 held before the ex-date × 0.12 of long-term gains.
      'd6 capital_gain = 42',
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
    expect(lines(rich, 'accrued-expenses@2024-06-14')).toEqual(['i3 amount = 3.19', 'm1 credit base_amount = 312.47'])
    expect(lines(rich, `audit-fees@${richPeriods[1]}`)).toEqual([])
    // The depositary of coda took 517 × 0.012.
    expect(lines(rich, `miscellaneous-expenses@${richPeriods[1]}`)).toEqual(['d3 fee_rate = 6.2', 'p4 quantity', 'm1 debit base_amount = 312.47'])
    // 123,456.00 × 0.0431 × 5 ÷ 360 = 73.9022.
    expect(lines(rich, `interest-income@${richPeriods[1]}`)).toEqual(['i1 amount = 12.34', 'm2 credit base_amount = 71.33', 'i2 balance rate = 73.9'])
  })

  test('R3.15: dividend income ends in the rates, and in the trades before the ex-dates', () => {
    // d1: 1,600 × 0.37; d5 in place of d4, 30 × 0.77; d3: 517 × 0.43; d2: 800 × 0.211; d6: 350 × (0.53 − 0.12).
    const id = `dividend-income@${richPeriods[1]}`
    expect(lines(rich, id).filter((line) => line.startsWith('d'))).toEqual([
      'd1 rate = 592',
      'd3 rate = 222.31',
      'd5 rate = 23.1',
      'd2 rate = 168.8',
      'd6 rate capital_gain = 143.5',
    ])
    const trades = stepOf(rich.figures, id as FigureId).sources.filter(({ fields }) => fields.includes('quantity'))
    expect(trades.map(({ record }) => record).toSorted()).toEqual(['p1', 'p2', 'p3', 'p4', 'p5', 'x1', 'x2'])
  })

  test('R3.16: tax withheld, and what is left of a reclaim', () => {
    // d2: 168.80 × 15% is 25.32; d3: 20.11 − 7.05, and 1.11 of the reclaim written off; d5: 30 × 0.77 × 30%.
    expect(lines(rich, `foreign-tax-withheld@${richPeriods[1]}`).filter((line) => /^[dq]/.test(line))).toEqual([
      'd3 withheld reclaim = -13.06',
      'd5 rate withholding_rate = -6.93',
      'd2 rate treaty_rate = -25.32',
      'q2 amount = -1.11',
    ])
    // d2: 168.80 − 42.20 and 42.20 − 25.32 are open together: what was withheld is in neither. d1 and d5 came and went; of d3 the 7.05 reclaimed are left. d6: 350 × 0.53.
    expect(lines(rich, 'receivable-dividends@2024-06-14').filter((line) => /^[dq]/.test(line))).toEqual([
      'd3 reclaim = 7.05',
      'd2 rate treaty_rate = 143.48',
      'd6 rate = 185.5',
      'q1 amount = -3.02',
      'q2 amount = -1.11',
    ])
  })
})
