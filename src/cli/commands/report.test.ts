import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { example, tieout } from '../../../test/command-line.ts'
import { exampleReport } from '../../../test/support/example-report.ts'
import { exitCodes } from '../exit-code.ts'
import { breakLines, exitCodeOf, tally, tallyText } from './tie.ts'

const temporary = (): string => join(mkdtempSync(join(tmpdir(), 'tieout-out-')), 'out')

describe('tieout report', () => {
  test('writes the three formats and says where, the net asset value and what was checked', async () => {
    const out = temporary()
    const { code, out: said, err } = await tieout('report', example, '--out', out)
    expect([code, err]).toEqual([0, ''])
    expect(readdirSync(out).toSorted()).toEqual(['annual-report-2002.html', 'annual-report-2002.json', 'annual-report-2002.txt'])
    for (const part of ['$496,015', '496014.73', '$9.92', '(0.80)%', '71 identities tie, 0 break', join(out, 'annual-report-2002.txt')])
      expect(said).toContain(part)
    expect(said).not.toContain('NEITHER')
    expect(readFileSync(join(out, 'annual-report-2002.txt'), 'utf8')).toContain('Total Common Stock (cost $488,253)')
  })

  test('writes only what is asked for, and answers as JSON', async () => {
    const out = temporary()
    const { code, out: said } = await tieout('report', example, '--format', 'json', '--out', out, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(said)).toMatchObject({
      command: 'report',
      issues: [],
      period: '2002',
      basis: 'reporting',
      breaks: [],
      files: [{ format: 'json', file: join(out, 'annual-report-2002.json') }],
    })
    expect(readdirSync(out)).toEqual(['annual-report-2002.json'])
  })

  test('command.format and command.period: what cannot be meant is refused with a suggestion, and nothing is written', async () => {
    const out = temporary()
    const format = await tieout('report', example, '--format', 'txet', '--out', out)
    expect([format.code, format.out]).toEqual([exitCodes.usage, ''])
    expect(format.err).toContain('Did you mean "text"?')
    const period = await tieout('report', example, '--period', '2001', '--out', out)
    expect([period.code, period.out]).toEqual([exitCodes.usage, ''])
    expect(period.err).toContain('command.period')
    expect(() => readdirSync(out)).toThrow()
  })

  test('a book with a problem is refused before anything is written', async () => {
    const out = temporary()
    const { code, out: said, err } = await tieout('report', example, '--period', '2003', '--out', out)
    expect([code, said]).toEqual([exitCodes.issues, ''])
    expect(err).toContain('valuation.price-missing')
    expect(() => readdirSync(out)).toThrow()
  })
})

describe('tieout tie', () => {
  test('lists every identity with both sides and ends well where all hold', async () => {
    const { code, out } = await tieout('tie', example)
    expect(code).toBe(0)
    expect(out).toMatch(/T31 .* 496000\.00 +496015 /)
    expect(out).toContain('11 printed figures moved from their half-up value by footing')
    const { identities } = JSON.parse((await tieout('tie', example, '--json')).out) as { identities: { id: string }[] }
    expect(identities).toHaveLength(76)
  })

  test('a break has an exit code of its own and is said in words', () => {
    const report = exampleReport()
    const broken = {
      ...report,
      identities: report.identities.map((identity) => (identity.id === 'T25' ? { ...identity, left: '496016', result: 'breaks' as const } : identity)),
    }
    expect(exitCodeOf(report)).toBe(0)
    expect(exitCodeOf(broken)).toBe(3)
    const plain = { write: () => undefined, bold: (text: string) => text, faint: (text: string) => text, alarming: (text: string) => text }
    expect(breakLines(broken.identities, plain)).toEqual(['BREAKS T25 Total assets − total liabilities = net assets: 496016 against 496015, tolerance 0'])
    expect(tallyText(tally(broken.identities))).toBe('70 identities tie, 1 breaks; 3 do not apply to this period, 2 are observations')
  })
})

describe('tieout explain and uses', () => {
  test('a figure, a cell and a nil are explained', async () => {
    expect((await tieout('explain', example, 'net-assets@2002-12-31', '--depth', '9')).out).toContain('events/subscription.csv:2 amount 500,000.00')
    expect((await tieout('explain', example, 'soi.holding.atmos-energy/2002')).out).toContain('prints 3,171; footed to its total, -1 from its half-up value')
    expect((await tieout('explain', example, 'highlights.gross-expense-ratio/2002')).out).toContain('R9.11')
  })

  test('command.unknown-figure: the one most like it is named', async () => {
    const { code, err } = await tieout('explain', example, 'net-asets@2002-12-31')
    expect(code).toBe(exitCodes.usage)
    expect(err).toContain('Did you mean "net-assets@2002-12-31"?')
  })

  test('a row lists what it reaches; one column may be asked for', async () => {
    const row = await tieout('uses', example, 'events/purchase.csv:12')
    expect(row.code).toBe(0)
    expect(row.out).toContain('position-cost[1st-source]@2002-12-31')
    const field = await tieout('uses', example, 'events/purchase.csv:12', '--field', 'net_amount')
    expect(field.out).not.toContain('position-value[1st-source]@2002-12-31')
    expect((await tieout('uses', example, 'events/purchase.csv:400')).out).toContain('No figure of the report 2002 was read from')
    expect((await tieout('uses', example, 'fund.yaml:25')).out).toContain('total-return[service]@2002')
  })

  test('command.place: a row is a file and a line', async () => {
    const { code, err } = await tieout('uses', example, 'events/purchase.csv')
    expect(code).toBe(exitCodes.usage)
    expect(err).toContain('command.place')
  })
})
