import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { InvariantFailure } from '../values/invariant.ts'
import { run } from './main.ts'
import { terminalOf } from './terminal.ts'
import { example, root, spawned, tieout } from '../../test/command-line.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tieout-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A copy of the book that "tieout init" writes, altered. */
async function firstBook(name: string, alter: (path: string) => void = () => {}): Promise<string> {
  const path = join(folder, name)
  await tieout('init', path)
  alter(path)
  return path
}

const replaceIn = (file: string, from: string | RegExp, to: string): void => writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))

describe('init', () => {
  test('writes a book that checks, and whose figures are those its README works out by hand', async () => {
    const path = await firstBook('by hand')
    const checked = await tieout('check', path)
    expect([checked.code, checked.err]).toEqual([0, ''])
    expect(checked.out).toContain('Everything ties.\n')

    const worked = [...readFileSync(join(path, 'README.md'), 'utf8').matchAll(/^\| (\d{4}-\d\d-\d\d) \|.*\| ([\d,.]+) \| ([\d,.]+) \| ([\d.]+) \|$/gm)]
    expect(worked).toHaveLength(6)
    const { days } = JSON.parse((await tieout('nav', path, '--from', '2024-03-01', '--json')).out) as {
      days: { date: string; netAssets: string; classes: { shares: string; navPerShare: string }[] }[]
    }
    expect(days.map(({ date, netAssets, classes }) => [date, netAssets, classes[0]?.shares, classes[0]?.navPerShare])).toEqual(
      worked.map(([, date, netAssets, shares, perShare]) => [date, netAssets?.replaceAll(',', ''), shares?.replaceAll(',', ''), perShare]),
    )
    // 24,739.00 − (20,010.00 + 5,205.00 × 50 ÷ 100) = 2,126.50.
    const day = JSON.parse((await tieout('nav', path, '--json')).out) as { proof: unknown; bridge: unknown }
    expect(day.proof).toMatchObject({ previous: '2024-03-07', opening: '113505.00', realized: '2126.50', closing: '114044.00', residual: '0.00' })
    expect(day.bridge).toMatchObject({
      events: [{ kind: 'purchase', count: 1, effect: '-4195.00' }],
      values: { effect: '4200.00' },
      reportingNetAssets: '114049.00',
    })
  })

  test('every command that it proposes is answered', async () => {
    const path = join(folder, 'proposed')
    const { out } = await tieout('init', path)
    const proposed = [...out.matchAll(/^ +tieout (.+?)(?: {2,}.*)?$/gm)].map(([, words = '']) => words.split(' '))
    expect(proposed.map(([command]) => command)).toEqual(['check', 'nav', 'nav', 'positions', 'report'])
    for (const words of proposed) {
      const { code, err } = await tieout(...words, ...(words[0] === 'report' ? ['--out', join(folder, 'proposed out')] : []))
      expect([words, code, err]).toEqual([words, 0, ''])
    }
  })

  test('refuses a folder with anything in it, and writes nothing', async () => {
    const path = await firstBook('twice')
    const before = readdirSync(path)
    const { code, out, err } = await tieout('init', path)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('empty or not there yet')
    expect(readdirSync(path)).toEqual(before)
  })
})

describe('the day asked for', () => {
  test('before the fund began: the command line is wrong', async () => {
    const { code, out, err } = await tieout('nav', example, '--as-of', '2001-12-31')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('2002-12-31 or later')
  })

  test('after the book ends: the book lacks prices, said once and not for each of 90 holdings', async () => {
    const { code, out, err } = await tieout('positions', example, '--as-of', '2003-01-02')
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('no price after 2002-12-31, the last day of the book, and 90 holdings to be valued')
    expect(err).toContain('1 problem; nothing was computed.')
  })

  test('outside the calendar, or after the day a range ends', async () => {
    expect((await tieout('nav', example, '--as-of', '2099-01-04')).code).toBe(2)
    expect((await tieout('nav', example, '--from', '2003-01-02')).code).toBe(2)
    expect((await tieout('nav', example, '--from', '1975-01-02')).code).toBe(0)
  })

  test('a day on which the exchange was closed: the last NAV before it; the reporting basis as of the day itself', async () => {
    const path = await firstBook('sunday')
    const nav = await tieout('nav', path, '--as-of', '2024-03-10')
    expect(nav.out).toContain('NAV basis, 2024-03-08, USD.')
    expect(nav.out).toContain('the exchange was closed on 2024-03-10 (a Sunday)')
    expect((await tieout('trial-balance', path, '--as-of', '2024-03-10')).out).toContain('Reporting basis, 2024-03-10, USD.')
  })
})

describe('a book with problems', () => {
  const spoil = (path: string): void => {
    replaceIn(join(path, 'events/purchase.csv'), 'birch-bank,500', 'brich-bank,500')
    replaceIn(join(path, 'events/purchase.csv'), '2024-03-04', '2024-03-03')
    replaceIn(join(path, 'events/subscription.csv'), '100000.00', '1e5')
    replaceIn(join(path, 'prices/2024-03.csv'), '26.00', '26.0.0')
  }

  test('all are printed in one run, with place, code and remedy; nothing is computed', async () => {
    const path = await firstBook('spoiled', spoil)
    for (const command of ['check', 'nav', 'positions', 'lots', 'journal', 'trial-balance']) {
      const { code, out, err } = await tieout(command, path)
      expect([command, code, out]).toEqual([command, 1, ''])
      expect(err).toContain('events/purchase.csv:3 instrument  reference.unknown-instrument')
      expect(err).toContain('Did you mean "birch-bank"?')
      expect(err).toContain('events/purchase.csv:5 trade_date  date.not-a-business-day')
      expect(err).toContain('events/subscription.csv:2 amount  field.number')
      expect(err).toContain('prices/2024-03.csv:26 price  field.number')
      expect(err).toMatch(/problems in 3 files; nothing was computed\.\n"tieout help CODE" explains each\.\n$/)
    }
  })

  test('--json has them on stdout, all, with the same exit code', async () => {
    const path = await firstBook('spoiled for a program', spoil)
    const { code, out, err } = await tieout('nav', path, '--json')
    expect([code, err]).toEqual([1, ''])
    const { issues } = JSON.parse(out) as { issues: { code: string; place: unknown }[] }
    expect(issues[0]).toMatchObject({ code: 'reference.unknown-instrument', place: { file: 'events/purchase.csv', row: 3, column: 'instrument' } })
  })

  test('what only the books can tell is told by check: more sold than held, a price missing', async () => {
    const path = await firstBook('oversold', (book) => {
      replaceIn(join(book, 'events/sale.csv'), ',450,', ',45000,')
      replaceIn(join(book, 'prices/2024-03.csv'), /2024-03-07,elm-power.*\n/, '')
    })
    const { code, out, err } = await tieout('check', path)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('events/sale.csv:2 quantity  lots.insufficient')
    expect(err).toContain('valuation.price-missing')
    expect(err).toContain('2 problems in 2 files; nothing was computed.')
  })

  test('of very many the first 50 are printed, and the rest counted', async () => {
    const path = await firstBook('unreadable', (book) =>
      writeFileSync(
        join(book, 'events/redemption.csv'),
        `id,trade_date,class,shares\n${Array.from({ length: 70 }, (_, row) => `redemption-${row},someday,investor,1`).join('\n')}\n`,
      ),
    )
    const { err } = await tieout('check', path)
    expect(err.match(/field\.date/g)).toHaveLength(50)
    expect(err).toContain('… and 20 more problems: --json prints them all.\n70 problems; nothing was computed.')
    expect((JSON.parse((await tieout('check', path, '--json')).out) as { issues: unknown[] }).issues).toHaveLength(70)
  })

  test('no book at all', async () => {
    const { code, err } = await tieout('check', 'no/such/book')
    expect(code).toBe(1)
    expect(err).toContain('no/such/book  book.missing-folder')
  })
})

describe('--assign-ids', () => {
  test('writes the missing ids, says which, and then checks; the second time there is nothing to write', async () => {
    const path = await firstBook('without ids', (book) => replaceIn(join(book, 'events/purchase.csv'), 'purchase-0007', ''))
    expect((await tieout('check', path)).code).toBe(1)
    const { code, out } = await tieout('check', path, '--assign-ids')
    expect(code).toBe(0)
    expect(out).toContain('Wrote 1 id into events/purchase.csv: purchase-0007.')
    expect(readFileSync(join(path, 'events/purchase.csv'), 'utf8')).toBe(readFileSync(join(root, 'templates/first-book/events/purchase.csv'), 'utf8'))
    expect((await tieout('check', path, '--assign-ids')).out).toContain('Every record has its id; nothing was written.')
  })

  test('no other command writes', async () => {
    const path = await firstBook('read only', (book) => replaceIn(join(book, 'events/purchase.csv'), 'purchase-0007', ''))
    const before = readFileSync(join(path, 'events/purchase.csv'), 'utf8')
    await tieout('nav', path)
    await tieout('check', path)
    expect(readFileSync(join(path, 'events/purchase.csv'), 'utf8')).toBe(before)
  })
})

describe('words', () => {
  test('an unknown command or option, a date that does not exist: exit 2, and what was meant', async () => {
    const unknown = await tieout('postions', example)
    expect([unknown.code, unknown.out]).toEqual([2, ''])
    expect(unknown.err).toContain('Did you mean positions?')
    expect((await tieout('nav', example, '--asof', '2002-12-31')).err).toContain('Did you mean --as-of?')
    expect((await tieout('nav', example, '--as-of', '2002-02-30')).code).toBe(2)
    expect((await tieout('nav')).code).toBe(2)
    expect((await tieout()).code).toBe(2)
    expect((await tieout('nav', example, '--json', '--quiet')).code).toBe(2)
  })

  test('--quiet prints no result, and the problems all the same', async () => {
    expect(await tieout('check', example, '--quiet')).toEqual({ code: 0, out: '', err: '' })
    expect((await tieout('nav', 'no/such/book', '--quiet')).err).toContain('book.missing-folder')
  })

  test('help: the commands, one command, the exit codes', async () => {
    expect((await tieout('--help')).out).toContain('trial-balance')
    expect((await tieout('help', 'nav')).out).toContain('--basis <BASIS>')
    const { code, out } = await tieout('help', 'exit-codes')
    expect(code).toBe(0)
    for (const each of ['0', '1', '2', '3', '70', '74']) expect(out).toMatch(new RegExp(`^ +${each}  `, 'm'))
  })

  test('help on the code of a problem, and what was meant by a misspelt one', async () => {
    expect((await tieout('help', 'lots.insufficient')).out).toMatch(/^lots\.insufficient: /)
    const { code, err } = await tieout('help', 'lots.insuficient')
    expect(code).toBe(2)
    expect(err).toContain('Did you mean "lots.insufficient"?')
  })
})

describe('the process', () => {
  test('pipes get no escape codes, whatever FORCE_COLOR says', () => {
    for (const env of [{}, { NO_COLOR: '1' }, { FORCE_COLOR: '1' }]) {
      const { code, out, err } = spawned(['nav', example], { env })
      expect([code, err]).toEqual([0, ''])
      expect(out).not.toContain('\u001B')
    }
  })

  test('exit code and streams', () => {
    expect(spawned(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/)
    const { code, out, err } = spawned(['check', 'no/such/book'])
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('book.missing-folder')
  })

  test('the same book gives the same bytes', () => {
    expect(spawned(['journal', example, '--json']).out).toBe(spawned(['journal', example, '--json']).out)
  })

  test('--help loads nothing of the engine', () => {
    const spy = `data:text/javascript,${encodeURIComponent(
      'import { registerHooks } from "node:module"; registerHooks({ load(url, context, next) { process.stderr.write(url + "\\n"); return next(url, context) } })',
    )}`
    const { code, err } = spawned(['--help'], { node: ['--import', spy] })
    const loaded = err.split('\n').filter((url) => url.includes('/src/'))
    expect(code).toBe(0)
    expect(loaded.map((url) => url.slice(url.indexOf('/src/') + 5)).toSorted()).toEqual([
      'cli/exit-code.ts',
      'cli/main.ts',
      'cli/program.ts',
      'cli/terminal.ts',
      'values/calendar-date.ts',
      'values/invariant.ts',
    ])
  })

  test('a fault of the program: exit 70, and what to do with it', async () => {
    let err = ''
    const broken = (): never => {
      throw new InvariantFailure('debits differ from credits')
    }
    expect(await run(['nav', example], terminalOf({ write: broken }, { write: (text) => (err += text) }, {}))).toBe(70)
    expect(err).toContain('This is a fault in Tieout')
    expect(err).toContain('Please report it')
    expect(err).toContain('debits differ from credits')
  })

  test('a reader that stops reading is no failure', () => {
    const { status, stderr } = spawnSync('bash', ['-c', `set -o pipefail; "${process.execPath}" src/cli/main.ts journal ${example} --json | head -1`], {
      cwd: root,
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([0, ''])
  })

  test.skipIf(process.getuid?.() === 0)('a file that may not be read: exit 74', async () => {
    const path = await firstBook('locked', (book) => chmodSync(join(book, 'fund.yaml'), 0))
    expect((await tieout('check', path)).code).toBe(74)
  })

  test('a folder that cannot be made: exit 74', async () => {
    const path = join(folder, 'a file')
    cpSync(join(root, 'package.json'), path)
    const { code, err } = await tieout('init', join(path, 'book'))
    expect(code).toBe(74)
    expect(err).toContain('The machine refused')
  })
})
