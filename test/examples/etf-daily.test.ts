/** The converter of published daily holdings, on an invented folder that is reckoned by hand and on a real one beside the project. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { convert } from '../../examples/etf-daily/convert.ts'
import { priceOf } from '../../examples/etf-daily/positions.ts'
import { codeOf, tickerOf } from '../../examples/etf-daily/securities.ts'
import { type Decimal, formatDecimal, parseDecimal } from '../../src/values/decimal.ts'
import { tieout } from '../command-line.ts'
import { publishedFolder } from './published-folder.ts'
import { randomFolder } from './random-folder.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tieout-etf-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Writes the published folder, changed, and converts it. */
function converted(name: string, changes: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const [from, book] = [mkdtempSync(join(folder, `${name}-`)), join(folder, `${name} book`)]
  for (const [file, text] of Object.entries({ ...publishedFolder, ...changes })) writeFileSync(join(from, file), text)
  let [out, err] = ['', '']
  const code = convert(
    [from, book, ...options],
    (text) => (out += `${text}\n`),
    (text) => (err += `${text}\n`),
  )
  const read = (file: string): string => readFileSync(join(book, file), 'utf8')
  return { code, out, err, from, book, read, rows: (file: string): readonly string[] => read(file).trimEnd().split('\n').slice(1) }
}

describe('an invented folder', () => {
  test('becomes a book: what it is taken on with, trades net of the split, orders', () => {
    const { code, err, rows } = converted('made', {}, '--fee', '0')
    expect([code, err]).toEqual([0, ''])
    expect(rows('events/opening-lot.csv')).toEqual([
      'opening-7203-JP,2024-06-03,7203-JP,2024-06-03,1000,20000.00',
      'opening-SPLT,2024-06-03,SPLT,2024-06-03,100,10000.00',
      'opening-OLDT,2024-06-03,OLDT,2024-06-03,50,2000.00',
      'opening-KEEP,2024-06-03,KEEP,2024-06-03,10,500.00',
      'opening-EXAMPLE-GOVT-CASH-FUND,2024-06-03,EXAMPLE-GOVT-CASH-FUND,2024-06-03,500.37,500.37',
    ])
    expect(rows('events/opening-balance.csv')[0]).toBe('opening-cash,2024-06-03,1000,,1499.63,')
    // 1,010 after the split less 100 × 10; and all that is left of what changed its ticker, at the price of the day before.
    expect(rows('events/purchase.csv')).toEqual(['purchase-SPLT-2024-06-05,2024-06-05,SPLT,10,10.20,102.00'])
    expect(rows('events/sale.csv')).toEqual(['sale-OLDT-2024-06-07,2024-06-07,OLDT,50,40.00,2000.00'])
    expect(rows('events/split.csv')).toHaveLength(1)
    expect(rows('events/subscription.csv')).toEqual(['subscription-2024-06-04,2024-06-04,shares,1005.80,100'])
    // The day before was not published, so its dollars may be those of two days.
    expect(rows('events/redemption.csv')).toEqual(['redemption-2024-06-07,2024-06-07,shares,,50'])
  })

  test('keeps one instrument through a new ticker, a new CUSIP and a lost zero, in dollars', () => {
    const { rows } = converted('identified', {})
    expect(rows('instruments.csv').map((row) => row.split(',').filter((cell) => cell !== ''))).toMatchObject([
      ['7203-JP', 'TOYOTA MOTOR CORP', 'common-stock', 'Not in the data', 'US', 'USD', 'no', 'not in the data', '7203 JP', '6900643'],
      ['SPLT', 'SPLIT CO-A', 'common-stock', 'Not in the data', 'US', 'USD', 'no', 'not in the data', 'SPLT', '037833100'],
      { 0: 'OLDT', 8: 'NEWT', 9: '30303M102', 10: 'Also in the data as OLDT.' },
      { 0: 'KEEP', 8: 'KEEP', 9: '17275R102', 10: 'Also in the data as 594918104.' },
      { 0: 'EXAMPLE-GOVT-CASH-FUND' },
    ])
  })

  test('says what the data leave open', () => {
    const { read } = converted('noted', {})
    const note = read('README.md')
    for (const words of [
      '2024-06-06: prices of the day before are carried',
      'OLDT on 2024-06-07: no row any more',
      'OLDT: OLDT → NEWT',
      'KEEP: 594918104 → 17275R102',
      'US DOLLAR: 5 rows',
      '- NOBODY',
    ]) {
      expect(note).toContain(words)
    }
  })

  test('a book that checks, whose net asset values are those reckoned by hand', async () => {
    const { book, from } = converted('kept', {}, '--fee', '0')
    const checked = await tieout('check', book)
    expect([checked.code, checked.err]).toEqual([0, ''])
    expect(checked.out).toContain('Everything ties.')
    const { days } = JSON.parse((await tieout('nav', book, '--from', '2024-06-03', '--json')).out) as {
      days: { netAssets: string; classes: { navPerShare: string }[] }[]
    }
    expect(days.map(({ netAssets, classes }) => `${netAssets} ${classes[0]?.navPerShare}`)).toEqual([
      '34500.00 10.000000',
      '34700.00 10.057971',
      '35905.80 10.114310',
      '35905.80 10.114310',
      '36206.80 10.199099',
      '35696.85 10.199100',
    ])
    const compared = await tieout('compare', book, '--against', join(from, 'nav-per-share.csv'))
    expect([compared.code, compared.err]).toEqual([0, ''])
    // On trade date with the orders of the day, net assets and shares are theirs too.
    const reporting = await tieout('compare', book, '--against', join(from, 'nav-per-share.csv'), '--basis', 'reporting')
    expect(reporting.out).not.toMatch(/^ {2}(Shares|Net assets) differ/m)
  })

  test('positions are those published; only cash, which the book has none of by name, is not matched', async () => {
    const { book, from } = converted('positions', {}, '--fee', '0')
    const { out } = await tieout('compare', book, '--against', join(from, 'holdings.csv'), '--json')
    const { comparisons } = JSON.parse(out) as {
      comparisons: { days: string[]; differences: { instrument: string; cause: string }[]; unmatched: { names: object; isHeld: boolean }[] }[]
    }
    expect(comparisons[0]?.days).toHaveLength(5)
    expect(comparisons[0]?.differences.filter(({ cause }) => cause !== 'rounding')).toEqual([])
    expect(comparisons[0]?.unmatched.filter(({ isHeld }) => isHeld).map(({ names }) => names)).toEqual([{ ticker: 'USD', name: 'US DOLLAR' }])
  })

  test('begins and ends where it is told to', () => {
    const { read, rows } = converted('shorter', {}, '--from', '2024-06-05', '--through', '2024-06-07')
    expect(read('fund.yaml')).toContain('books_from: 2024-06-04')
    expect(rows('events/opening-shares.csv')).toEqual(['opening-shares,2024-06-04,shares,3550,10.057971'])
    expect(rows('prices/2024-06.csv').at(-1)).toMatch(/^2024-06-07,/)
  })

  test('is taken on the first day of which net assets are stated, and rounds what has more places than books have', async () => {
    const navs = publishedFolder['nav-per-share.csv']?.replace(/^2024-06-03.*\n/m, '').replace('35905.80', '35905.8049') ?? ''
    const holdings = publishedFolder['holdings.csv']?.replace('1000,20100.00', '1000.0000001,20100.0014') ?? ''
    const { book, code } = converted('places', { 'nav-per-share.csv': navs, 'holdings.csv': holdings }, '--fee', '0')
    expect([code, (await tieout('check', book)).err]).toEqual([0, ''])
    expect(readFileSync(join(book, 'events/opening-shares.csv'), 'utf8')).toContain('opening-shares,2024-06-04,shares,3550,10.057971\n')
  })

  test('what is wrong with a folder is said with its rows, and nothing is written', () => {
    const wrong = publishedFolder['holdings.csv']?.replace('1000,20100.00', '1000,"20,100.00"').replace('10,500.00', '-10,-500.00') ?? ''
    const { code, err, book } = converted('wrong', { 'holdings.csv': wrong })
    expect([code, existsSync(book)]).toEqual([1, false])
    expect(err).toContain('holdings.csv:3 market_value  field.number')
    const short = converted('short', { 'holdings.csv': publishedFolder['holdings.csv']?.replace('10,500.00', '-10,-500.00') ?? '' })
    expect(short.err).toContain('KEEP INC below zero on 2024-06-03')
    expect(converted('none', {}, '--from', '2024-06-01').err).toContain('no day of holdings and net assets before the first day asked for')
    expect(converted('words', {}, '--from', 'June').code).toBe(2)
  })
})

test('funds at random: every net asset value is that of plain sums, and every position the one published', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 1_000_000 }), async (seed) => {
      const random = randomFolder(seed)
      const { book, from, code, err } = converted(`random ${seed}`, random.files, '--fee', '0')
      expect([code, err]).toEqual([0, ''])
      const compared = await tieout('compare', book, '--against', join(from, 'nav-per-share.csv'), '--against', join(from, 'holdings.csv'), '--level-bp', '0')
      expect([compared.code, compared.err]).toEqual([0, ''])
      expect(compared.out).toContain(`\n${random.days} rows from `)
      rmSync(book, { recursive: true })
    }),
    { numRuns: 12 },
  )
})

describe('what a row says', () => {
  const price = (quantity: string, value: string): string => formatDecimal(priceOf(parseDecimal(quantity) as Decimal, parseDecimal(value) as Decimal))

  test.each([
    ['5836708', '528338808.16', '90.52'],
    // 13,579,782 × 4.985 = 67,695,213.27.
    ['13579782', '67695213.27', '4.985'],
    ['3', '1.00', '0.333'],
    ['7', '0.00', '0.000000001'],
    ['100000000000', '123456789.01', '0.001234568'],
  ])('the price with the fewest places: %s for %s', (quantity, value, expected) => expect(price(quantity, value)).toBe(expected))

  test.each([
    ['84310101', { scheme: 'cusip', text: '084310101' }],
    ['037833100', { scheme: 'cusip', text: '037833100' }],
    ['6900643', { scheme: 'sedol', text: '6900643' }],
    ['263494', { scheme: 'sedol', text: '0263494' }],
    ['X9USDDGCM', { scheme: 'other', text: 'X9USDDGCM' }],
    ['', undefined],
  ])('the code %s', (text, expected) => expect(codeOf(text)).toEqual(expected))

  test.each([
    ['DKNG UW', 'DKNG'],
    ['7203 JP', '7203 JP'],
    ['brk/b us', 'BRK/B'],
  ])('the ticker %s', (text, expected) => expect(tickerOf(text)).toBe(expected))
})

/** One active equity fund, four months of 2022: its own published data, which lie beside the project and are no part of it. */
const real = fileURLToPath(new URL('../../../shared/cases/etf-daily-2022', import.meta.url))

describe('a real fund, 85 days from 2022-06-01 through 2022-09-30', () => {
  test('net asset values within 0.2 bp a day at the median, 1 at the 90th percentile, 10 at most, and 15 in all', async ({ skip }) => {
    if (!existsSync(real)) return skip('the data do not lie beside the project: ../shared/cases/etf-daily-2022')
    const book = join(folder, 'real')
    expect(
      convert(
        [real, book, '--from', '2022-06-01', '--through', '2022-09-30'],
        () => {},
        (text) => expect(text).toBe(''),
      ),
    ).toBe(0)

    // Every residual of the proof is zero, and the second path agrees, or there is no such line.
    const checked = await tieout('check', book)
    expect([checked.code, checked.err]).toEqual([0, ''])
    expect(checked.out).toMatch(/Net assets by the second path .* on 86 days/)
    const { days } = JSON.parse((await tieout('nav', book, '--from', '2022-05-31', '--json')).out) as { days: { netAssets: string }[] }
    expect(days).toHaveLength(86)

    const tolerances = ['--median-bp', '0.2', '--p90-bp', '1', '--tolerance-bp', '10', '--cumulative-bp', '15']
    const files = ['--against', join(real, 'nav-per-share.csv'), '--against', join(real, 'holdings.csv')]
    const { code, out, err } = await tieout('compare', book, ...files, '--from', '2022-06-01', '--through', '2022-09-30', ...tolerances)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('85 rows from 2022-06-01 through 2022-09-30')
    const worst = out.slice(out.indexOf('The 5 days that differ most'), out.indexOf('Verdict'))
    expect(worst.match(/^ {2}2022-\d\d-\d\d .* (rounding|timing|price|position|dealing|unexplained): \S/gm)).toHaveLength(5)
  })
})
