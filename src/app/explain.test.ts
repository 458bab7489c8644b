import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { exampleSource, soundReportOf, tablesOf } from '../../test/lineage/changed-book.ts'
import { monthEndBook, monthEndPeriods } from '../../test/lineage/month-end-book.ts'
import { documentOf, examplePath, exampleReport } from '../../test/support/example-report.ts'
import { type FigureId } from '../statements/figure.ts'
import { closureOf, stepOf } from '../statements/lineage/lineage.ts'
import { type SourceField } from '../statements/lineage/source-field.ts'
import { absolute, equals, formatDecimal, formatShortDecimal, isZero, parseDecimal } from '../values/decimal.ts'
import { explainFigure, type Explanation, findFigure, usesOf } from './explain.ts'

const report = exampleReport()
const tables = new Map(tablesOf(exampleSource()).map((table) => [table.file, table]))
const fundLines = readFileSync(`${examplePath}/fund.yaml`, 'utf8').split('\n')

/** The text of a field where the row says it is; undefined where there is no such row or field. */
function textAt({ file, row }: SourceField['source'], field: string): string | undefined {
  if (file === 'fund.yaml') return new RegExp(`^\\s*${field}: (.+)$`).exec(fundLines[row - 1] ?? '')?.[1]
  const table = tables.get(file)
  const line = table?.rows.find((candidate) => candidate.line === row)
  if (table === undefined || line === undefined || (!table.header.includes(field) && field !== 'multiplier')) return undefined
  return line.cells[table.header.indexOf(field)] ?? ''
}

const explained = (asked: string): Explanation => {
  const found = findFigure(report, asked)
  if ('meant' in found || found.figure === undefined) throw new Error(`no figure ${asked}`)
  return explainFigure(report.figures, found.figure, { depth: 20, breadth: 1000 })
}

const leaves = ({ sources, operands }: Explanation): readonly SourceField[] => [...sources, ...operands.flatMap(leaves)]

/** `events/purchase.csv net_amount quantity: 90`: files and fields with the number of different rows. */
function tally(explanation: Explanation): readonly string[] {
  const rows = new Map<string, Set<number>>()
  for (const { source, fields } of leaves(explanation))
    for (const field of fields) rows.set(`${source.file} ${field}`, (rows.get(`${source.file} ${field}`) ?? new Set()).add(source.row))
  return [...rows].map(([key, found]) => `${key}: ${found.size}`).toSorted()
}

/** Every leaf is a row that exists, and where one field is the part, the text that stands there says the number. */
function endsInTheBook(explanation: Explanation): void {
  const found = leaves(explanation)
  expect(found.length).toBeGreaterThan(0)
  for (const { source, fields, part } of found) {
    const texts = fields.map((field) => textAt(source, field))
    expect(texts, `${source.file}:${source.row} ${fields.join(' ')}`).not.toContain(undefined)
    expect(source.sha256).toMatch(/^[0-9a-f]{64}$/)
    // A record that came and went, as a receivable paid on its day, adds nothing to the figure.
    if (part === undefined || fields.length !== 1 || isZero(part)) continue
    // A multiplier that is not given is 1.
    const read = parseDecimal(texts[0] === '' ? '1' : (texts[0] ?? ''))
    expect(read !== undefined && equals(absolute(part), read), `${source.file}:${source.row} says ${texts[0]}, the part is ${formatDecimal(part)}`).toBe(true)
  }
}

describe('explain: from a printed number to the rows of the book', () => {
  test('net asset value per share, 9.92 = 496,014.73 ÷ 50,000: every row of every file', () => {
    const explanation = explained('sal.nav-per-share/2002')
    endsInTheBook(explanation)
    expect(explanation.operands.map(({ figure: { id, amount } }) => `${id} ${formatShortDecimal(amount)}`)).toEqual([
      'net-assets@2002-12-31 496014.73',
      'shares-outstanding[service]@2002-12-31 50000',
    ])
    expect(tally(explanation)).toEqual([
      'events/purchase.csv net_amount: 90',
      'events/purchase.csv quantity: 90',
      'events/subscription.csv amount: 1',
      'events/subscription.csv shares: 1',
      'instruments.csv multiplier: 90',
      'prices/2002-12-31.csv price: 90',
    ])
  })

  test('Commercial Banks - 24.2%: nineteen holdings, of net assets that rest on all', () => {
    const explanation = explained('industry-percent[commercial-banks]@2002-12-31')
    endsInTheBook(explanation)
    expect(formatDecimal(explanation.figure.amount)).toBe('24.2')
    const [industry, netAssets] = explanation.operands as [Explanation, Explanation]
    // 120,264.10 × 100 ÷ 496,014.73 = 24.246…
    expect(formatDecimal(industry.figure.amount)).toBe('120264.10')
    expect(industry.operands).toHaveLength(19)
    expect(tally(industry)).toEqual(['events/purchase.csv quantity: 19', 'instruments.csv multiplier: 19', 'prices/2002-12-31.csv price: 19'])
    expect(netAssets.figure.id).toBe('net-assets@2002-12-31')
  })

  test.each([
    ['highlights.total-from-operations/2002', '-0.08'],
    ['highlights.gain/2002', '-0.08'],
    ['highlights.total-return/2002', '-0.80'],
  ])('%s is %s: the end from all rows, the beginning from the issue price of fund.yaml', (place, amount) => {
    const explanation = explained(place)
    endsInTheBook(explanation)
    expect(formatDecimal(explanation.figure.amount)).toBe(amount)
    expect(tally(explanation)).toEqual(
      expect.arrayContaining(['events/purchase.csv net_amount: 90', 'fund.yaml issue_price: 1', 'prices/2002-12-31.csv price: 90']),
    )
    expect(leaves(explanation).find(({ source }) => source.file === 'fund.yaml')?.source.row).toBe(
      fundLines.findIndex((line) => line.includes('issue_price')) + 1,
    )
  })

  test('every figure of the report ends in rows that say its numbers', () => {
    for (const { id } of report.figures.all()) {
      const { sources } = stepOf(report.figures, id)
      if (sources.length > 0) endsInTheBook({ figure: report.figures.get(id), sentence: '', operands: [], folded: [], sources, foldedSources: 0 })
    }
  })

  test('a record that came and went adds nothing: 500,000.00 receivable, paid on its day', () => {
    const { figure, sources } = explained('receivable-shares-sold@2002-12-31')
    expect(formatDecimal(figure.amount)).toBe('0.00')
    expect(sources.map(({ record, part }) => `${record} ${part === undefined ? '' : formatDecimal(part)}`)).toEqual(['subscription-0001 0.00'])
  })

  test('without limits every figure is expanded once: a year of strikes stays as long as the book', () => {
    const { figures } = soundReportOf(monthEndBook(), monthEndPeriods[0])
    for (const { id } of figures.all()) {
      const each = (explanation: Explanation): readonly Explanation[] => [explanation, ...explanation.operands.flatMap(each)]
      const all = each(explainFigure(figures, id, { depth: 99, breadth: 1_000_000 }))
      const expanded = all.filter(({ operands, sources }) => operands.length + sources.length > 0).map(({ figure }) => figure.id)
      expect(expanded.length).toBe(new Set(expanded).size)
      expect(new Set(all.map(({ figure }) => figure.id))).toEqual(new Set(closureOf(figures, [id])))
    }
  })

  test('a figure that depth cut short is expanded again where there is more room', () => {
    const { figures } = soundReportOf(monthEndBook(), monthEndPeriods[0])
    const id = 'net-assets@2024-03-28/nav' as FigureId
    expect(closureOf(figures, [`average-net-assets@${monthEndPeriods[0]}/nav` as FigureId])).toContain(id)
    const [investments, others] = explainFigure(figures, id, { depth: 2, breadth: 8 }).operands
    expect(investments?.operands[0]?.folded).toEqual(['change-in-units-held@2024-03-01..2024-03-28/nav'])
    expect(others?.operands[0]?.folded).toEqual(['change-in-other-assets-net@2024-03-01..2024-03-27/nav'])
  })

  test('depth and breadth fold what is beyond them, and count it', () => {
    const shallow = explainFigure(report.figures, 'net-assets@2002-12-31' as FigureId, { depth: 1, breadth: 3 })
    const [assets] = shallow.operands
    expect(shallow.folded).toEqual([])
    expect(assets?.operands).toEqual([])
    expect(assets?.folded).toHaveLength(7)
    const payable = explainFigure(report.figures, 'payable-investments-purchased@2002-12-31' as FigureId, { depth: 1, breadth: 3 })
    expect([payable.sources.length, payable.foldedSources]).toEqual([3, 87])
  })
})

describe('finding what was asked for', () => {
  test('by id, by place, and by an id that only an explanation names', () => {
    expect(findFigure(report, 'net-assets@2002-12-31')).toMatchObject({ figure: 'net-assets@2002-12-31' })
    expect(findFigure(report, 'sal.total-assets/2002')).toMatchObject({ figure: 'total-assets@2002-12-31', cell: { printed: '984,268' } })
    expect(findFigure(report, 'sal.total-assets')).toEqual(findFigure(report, 'sal.total-assets/2002'))
    // The strike behind average net assets is made when it is asked for: also by the first question of all.
    expect(findFigure(exampleReport(), 'net-assets@2002-12-31/nav')).toMatchObject({ figure: 'net-assets@2002-12-31/nav', cell: undefined })
  })

  test('what is not there: the one most like it', () => {
    expect(findFigure(report, 'sal.total-asets/2002')).toEqual({ meant: 'sal.total-assets/2002' })
    expect(findFigure(report, 'sal.total-asets')).toEqual({ meant: 'sal.total-assets' })
  })
})

describe('uses: from a row of the book to every number it reaches', () => {
  /** The brute force: from the figures that read the row, forward over every edge until nothing is added. */
  function forward(file: string, row: number): ReadonlySet<FigureId> {
    const { figures } = documentOf(examplePath, '2002').report
    const ids = figures.all().map(({ id }) => id)
    const steps = new Map(ids.map((id) => [id, stepOf(figures, id)]))
    // Lineage makes further figures as it goes: they are walked through, and not part of the answer.
    for (const [, { operands }] of steps) for (const operand of operands) if (!steps.has(operand)) steps.set(operand, stepOf(figures, operand))
    const found = new Set([...steps].flatMap(([id, { sources }]) => (sources.some(({ source }) => source.file === file && source.row === row) ? [id] : [])))
    for (let before = -1; before < found.size;) {
      before = found.size
      for (const [id, { operands }] of steps) if (operands.some((operand) => found.has(operand))) found.add(id)
    }
    return new Set(ids.filter((id) => found.has(id)))
  }

  test.each([
    ['events/purchase.csv', 2],
    ['events/purchase.csv', 91],
    ['prices/2002-12-31.csv', 40],
    ['events/subscription.csv', 2],
    ['instruments.csv', 7],
  ])('%s:%i: as a walk forward over every derivation finds', (file, row) => {
    const uses = usesOf(report, file, row)
    expect(new Set(uses.figures.map(({ figure }) => figure.id))).toEqual(forward(file, row))
    expect(uses.figures.length).toBeGreaterThan(10)
  })

  test('the first purchase: 521 Delta and Pine; its quantity moves what is at value, its cost what is owed', () => {
    const uses = (field: string): readonly string[] => usesOf(report, 'events/purchase.csv', 2, field).figures.map(({ figure }) => figure.id)
    expect(usesOf(report, 'events/purchase.csv', 2).fields).toEqual(['net_amount', 'quantity'])
    expect(uses('quantity')).toContain('industry-value[agricultural-operations]@2002-12-31')
    expect(uses('quantity')).not.toContain('payable-investments-purchased@2002-12-31')
    expect(uses('net_amount')).toContain('payable-investments-purchased@2002-12-31')
    expect(uses('net_amount')).not.toContain('investments-at-value@2002-12-31')
    expect(uses('settlement_date')).toEqual([])
  })

  test('the same question has the same answer, whatever was asked before', () => {
    const first = usesOf(report, 'events/subscription.csv', 2)
    expect(usesOf(report, 'events/subscription.csv', 2)).toEqual(first)
    expect(first.figures.map(({ figure }) => figure.id)).toEqual(usesOf(exampleReport(), 'events/subscription.csv', 2).figures.map(({ figure }) => figure.id))
  })

  test('rounding neighbours: every other holding is footed with this one, and is listed apart', () => {
    const { figures, roundingNeighbours } = usesOf(report, 'prices/2002-12-31.csv', 2)
    const holdings = roundingNeighbours.filter(({ place }) => place.startsWith('soi.holding.'))
    expect(holdings).toHaveLength(89)
    const reached = new Set(figures.map(({ figure }) => figure.id))
    expect(roundingNeighbours.filter(({ figure }) => figure !== undefined && reached.has(figure))).toEqual([])
  })
})
