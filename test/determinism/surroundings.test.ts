/**
 * The report is a function of the book: neither time zone, locale, folder, umask nor an earlier run shows in its bytes, nor
 * which other formats were asked for with it.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { example, root, spawned } from '../command-line.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tieout-determinism-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const formats = { text: 'txt', html: 'html', json: 'json' } as const
type Format = keyof typeof formats
const all = Object.keys(formats) as readonly Format[]
const bookHash = (json: string): unknown => (JSON.parse(json) as { readonly bookHash: unknown }).bookHash

/** The written files of one run in a process of its own. */
function reported(name: string, book: string, env: Record<string, string>, asked: readonly Format[] = all): Readonly<Partial<Record<Format, string>>> {
  const out = join(scratch, name)
  const { code, err } = spawned(['report', book, '--format', asked.join(','), '--out', out, '--quiet'], { env })
  expect(err).toBe('')
  expect(code).toBe(0)
  return Object.fromEntries(asked.map((format) => [format, readFileSync(join(out, `annual-report-2002.${formats[format]}`), 'utf8')]))
}

const UTC = { TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }
const usual = reported('usual', join(root, example), UTC)

describe.each(all)('%s: the same bytes', (format) => {
  test('is not empty, and says the net asset value', () => {
    expect(usual[format]).toContain('9.92')
  })
})

test('a second run', () => {
  expect(reported('second', join(root, example), UTC)).toEqual(usual)
})

test.each([
  ['Tokyo, Turkish', { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
  ['Honolulu, German', { TZ: 'Pacific/Honolulu', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' }],
  ['Kiritimati, Arabic of Egypt', { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' }],
])('%s', (name, env) => {
  expect(reported(name, join(root, example), env)).toEqual(usual)
})

test('a copy of the book in another folder, with a blank and letters of another alphabet in its path, in another zone and locale', () => {
  const folder = join(scratch, 'Bücher ﬁ 帳簿', 'fund')
  mkdirSync(folder, { recursive: true })
  cpSync(join(root, example), folder, { recursive: true })
  expect(reported('moved', folder, { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })).toEqual(usual)
})

test.each(all)('%s alone is what it is among the others', (format) => {
  // A renderer that asks for lineage must leave nothing behind in the report that the next one prints.
  expect(reported(`alone-${format}`, join(root, example), UTC, [format])[format]).toBe(usual[format])
})

test('the order in which formats are asked for does not matter', () => {
  expect(reported('turned', join(root, example), UTC, all.toReversed())).toEqual(usual)
})

test('the book hash is printed, and is the same everywhere', () => {
  expect(bookHash(usual.json ?? '')).toMatch(/^[0-9a-f]{64}$/)
})

/**
 * The example may hold no name that a locale would sort otherwise, so the code is asked as well: nothing in src/ may look at
 * clock, zone, locale, chance or environment. The door of the command line hands the environment in, for colours.
 */
describe('no file of src/', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))

  test.each([
    ['compares or prints by locale', /toLocale\w*\(|localeCompare|\bIntl\./],
    ['reads a clock', /new Date\(|Date\.now|performance\.now/],
    ['draws by chance', /Math\.random|randomUUID|randomBytes/],
    ['reads the environment', /process\.env|process\.cwd|hostname\(/],
  ])('%s', (_, pattern) => {
    const found = files.filter((file) => pattern.test(readFileSync(join(root, 'src', file), 'utf8')))
    expect(found.map((file) => file.replaceAll('\\', '/')).filter((file) => !allowed.includes(file))).toEqual([])
    expect(files.length).toBeGreaterThan(100)
  })
})

const allowed = ['cli/main.ts']
