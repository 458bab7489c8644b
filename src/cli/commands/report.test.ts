import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { example, tieout } from '../../../test/command-line.ts'
import { exampleReport } from '../../../test/support/example-report.ts'
import { exitCodes } from '../exit-code.ts'
import { breakLines, exitCodeOf, tally, tallyText } from './tie.ts'

const temporary = (): string => join(mkdtempSync(join(tmpdir(), 'tieout-out-')), 'out')

/** A copy of the book that "tieout init" writes, altered. It ends on 2024-03-08, its fiscal year on 2024-12-31. */
function firstBook(alter: (path: string) => void = () => {}): string {
  const path = join(mkdtempSync(join(tmpdir(), 'tieout-first-')), 'book')
  cpSync('templates/first-book', path, { recursive: true })
  alter(path)
  return path
}

const firstPeriod = '2024-03-01..2024-03-08'

describe('tieout report', () => {
  test('writes the three formats and says where, the net asset value and what was checked', async () => {
    const out = temporary()
    const { code, out: said, err } = await tieout('report', example, '--out', out)
    expect([code, err]).toEqual([0, ''])
    expect(readdirSync(out).toSorted()).toEqual(['annual-report-2002.html', 'annual-report-2002.json', 'annual-report-2002.txt'])
    for (const part of ['$496,015', 'exactly 496,014.73', '$9.92', '(0.80)%', '71 identities tie, 0 break', join(out, 'annual-report-2002.txt')])
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

  test('a book with a problem is refused before anything is written, and of the year that it does not reach the end of nothing is said', async () => {
    const out = temporary()
    const spoilt = firstBook((path) => {
      const prices = join(path, 'prices/2024-03.csv')
      writeFileSync(prices, readFileSync(prices, 'utf8').replace(/2024-03-07,elm-power.*\n/, ''))
    })
    const { code, out: said, err } = await tieout('report', spoilt, '--out', out)
    expect([code, said]).toEqual([exitCodes.issues, ''])
    expect(err).toContain('1 problem; nothing was computed.')
    expect(err).toMatch(/no price of Elm .* on 2024-03-07, and lot \S+ \(events\/purchase\.csv:\d+\) is held\n/)
    expect(() => readdirSync(out)).toThrow()
  })
})

describe('command.period: a period that the book does not reach the end of', () => {
  const said = (found: string): string => `--period  command.period
  found   ${found}
  needed  a period that the book reaches the end of
  to do   Ask for --period ${firstPeriod}, or add what happened, and the prices, through `

  test('the fiscal year, where none is asked for: one problem, with the period to ask for', async () => {
    for (const args of [['report'], ['report', '--period', '2024'], ['tie'], ['explain', 'sal.net-assets'], ['uses', 'events/purchase.csv:2']]) {
      const [command = '', ...rest] = args
      const { code, out, err } = await tieout(command, firstBook(), ...rest)
      expect([args, code, out]).toEqual([args, exitCodes.usage, ''])
      expect(err).toBe(`${said('the fiscal year 2024 ends on 2024-12-31, the book on 2024-03-08')}2024-12-31.\n`)
    }
  })

  test('two dates, and a period wholly after the book', async () => {
    for (const from of ['2024-03-04', '2024-04-01']) {
      const { code, err } = await tieout('tie', firstBook(), '--period', `${from}..2024-04-30`)
      expect(code).toBe(exitCodes.usage)
      expect(err).toContain('a period that ends on 2024-04-30, the book on 2024-03-08')
      expect(err).toContain(`Ask for --period ${from < '2024-03-08' ? from : '2024-03-01'}..2024-03-08, or`)
    }
  })

  test('the period that is proposed is answered', async () => {
    const out = temporary()
    const { code, out: text } = await tieout('report', firstBook(), '--period', firstPeriod, '--out', out)
    expect(code).toBe(0)
    expect(text).toMatch(/^Net assets +\$114,049 +exactly 114,049\.00$/m)
  })

  test('a fund without holdings needs no prices: its year is reported on where it is asked for', async () => {
    const cash = firstBook((path) => {
      for (const file of ['events/purchase.csv', 'events/sale.csv', 'prices']) rmSync(join(path, file), { recursive: true })
    })
    expect((await tieout('tie', cash, '--period', '2024')).code).toBe(0)
    expect((await tieout('tie', cash)).code).toBe(exitCodes.usage)
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

  test('the place of a cell without a period is of the period of the report', async () => {
    const book = firstBook()
    const { code, out } = await tieout('explain', book, 'sal.net-assets', '--period', firstPeriod)
    expect([code, out.split('\n')[0]]).toEqual([0, `sal.net-assets/${firstPeriod} prints $114,049; the sum of printed cells, not moved`])
    expect((await tieout('explain', book, 'sal.net-asets', '--period', firstPeriod)).err).toContain('Did you mean "sal.net-assets"?')
  })

  test('a cell without a figure answers as JSON too', async () => {
    const { code, out } = await tieout('explain', example, 'highlights.gross-expense-ratio', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ command: 'explain', cell: { place: 'highlights.gross-expense-ratio/2002', printed: 'N/A' }, explanation: null })
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
    expect((await tieout('uses', example, 'report/letter.md:1')).out).toContain('No figure of the report 2002 was read from')
    expect((await tieout('uses', example, 'fund.yaml:25')).out).toContain('total-return[service]@2002')
  })

  test('command.place: a row is a file and a line', async () => {
    const { code, err } = await tieout('uses', example, 'events/purchase.csv')
    expect(code).toBe(exitCodes.usage)
    expect(err).toContain('command.place')
  })
  test('command.no-such-row: a file or a line that the book does not have', async () => {
    for (const [place, ...parts] of [
      ['events/purchse.csv:12', '"events/purchse.csv", which is no file of the book', 'Did you mean "events/purchase.csv:12"?'],
      [`${example}/events/purchase.csv:12`, 'Did you mean "events/purchase.csv:12"?'],
      ['events/purchase.csv:400', 'line 400 of events/purchase.csv, which ends at line 91'],
    ] as const) {
      const { code, out, err } = await tieout('uses', example, place)
      expect([place, code, out]).toEqual([place, exitCodes.usage, ''])
      for (const part of ['command.no-such-row', ...parts]) expect(err).toContain(part)
    }
  })
})
