/** The rule book against the code: every number cited has one entry, and every entry leads to code and tests that are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { classColumns, providerColumns, seriesColumns, trustColumns } from '../../src/reference/fund-file.ts'
import { policyColumns } from '../../src/reference/policy.ts'
import { presentationColumns } from '../../src/statements/presentation.ts'
import { exampleReport, reportOf, smallBook } from './reports.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = 'docs/rules'
const MENTIONED = 'Mentioned, not built'

type Entry = { readonly page: string; readonly number: string; readonly title: string; readonly text: string }

const pages = readdirSync(join(root, folder))
  .filter((name) => /^\d+-[a-z-]+\.md$/.test(name))
  .toSorted((left, right) => Number.parseInt(left, 10) - Number.parseInt(right, 10))
  .map((name) => ({ name, text: readFileSync(join(root, folder, name), 'utf8') }))

const sections = pages.flatMap(({ name, text }) =>
  text
    .split(/^## /m)
    .slice(1)
    .map((section) => ({ page: name, heading: section.slice(0, section.indexOf('\n')), text: section.slice(section.indexOf('\n') + 1) })),
)

const entries = sections.flatMap(({ page, heading, text }): Entry[] => {
  const [, number, title] = /^([RT]\d+(?:\.\d+)?) (.+)$/.exec(heading) ?? []
  return number === undefined || title === undefined ? [] : [{ page, number, title, text }]
})

/** Numbers under "Mentioned, not built". */
const mentioned = sections
  .filter(({ heading }) => heading === MENTIONED)
  .flatMap(({ page, text }) => [...text.matchAll(/^- \*\*([RT]\d+(?:\.\d+)?)\*\* \S/gm)].map(([, number = '']) => ({ page, number })))

const all = [...entries, ...mentioned]
const numbers = new Set(all.map(({ number }) => number))

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))

const lineOf = ({ text }: Entry, label: string): string | undefined => new RegExp(`^- ${label}: (.+)$`, 'm').exec(text)?.[1]
const codeSpans = (line: string): readonly string[] => [...line.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span)
const chapterOf = (number: string): number => (number.startsWith('T') ? 13 : Number(/^R(\d+)/.exec(number)?.[1]))

describe('numbers', () => {
  test('every rule that the code cites stands in the rule book; R12 alone is a chapter', () => {
    const cited = sources.flatMap((file) =>
      [...readFileSync(join(root, 'src', file), 'utf8').matchAll(/\b[RT]\d+(?:\.\d+)?\b/g)].map(([number]) => ({ file, number })),
    )
    expect(cited.length).toBeGreaterThan(200)
    const chapters = new Set(pages.flatMap(({ text }) => /^# .*\((R\d+)\)$/m.exec(text)?.[1] ?? []))
    expect(cited.filter(({ number }) => !numbers.has(number) && !chapters.has(number)).map(({ file, number }) => `src/${file} ${number}`)).toEqual([])
  })

  test('no number has two entries', () => {
    expect(all.map(({ number }) => number).filter((number, index, list) => list.indexOf(number) !== index)).toEqual([])
  })

  test('each stands on the page of its chapter, in order', () => {
    expect(all.filter(({ page, number }) => Number.parseInt(page, 10) !== chapterOf(number)).map(({ page, number }) => `${page} ${number}`)).toEqual([])
    for (const { name } of pages) {
      const places = entries.filter(({ page }) => page === name).map(({ number }) => Number(number.replace(/^T|^R\d+\./, '')))
      expect(places, name).toEqual(places.toSorted((left, right) => left - right))
    }
  })

  test('every section is an entry, or the list of what is not built, which comes last', () => {
    const known = new Set(entries.map(({ number, title }) => `${number} ${title}`))
    expect(sections.filter(({ heading }) => heading !== MENTIONED && !known.has(heading)).map(({ page, heading }) => `${page} ${heading}`)).toEqual([])
    for (const { name } of pages) {
      const headings = sections.filter(({ page }) => page === name).map(({ heading }) => heading)
      expect([-1, headings.length - 1], name).toContain(headings.indexOf(MENTIONED))
    }
  })

  test('every identity of a report has an entry, and every T a check in the code', () => {
    // A period after the first has those of its opening too.
    const second = reportOf(smallBook, '2024-06-05', '2024-06-06')
    const checked = [...exampleReport().identities, ...second.identities].map(({ id }) => id)
    expect(checked.filter((id) => !entries.some(({ number }) => number === id))).toEqual([])
    // T116 is forced by the schedule of investments and T124 is proved each day: neither is in the list of a report.
    expect(entries.filter(({ number }) => number.startsWith('T') && !checked.includes(number)).map(({ number }) => number)).toEqual(['T116', 'T124'])
  })

  test('the table of the rule book lists every page', () => {
    const readme = readFileSync(join(root, folder, 'README.md'), 'utf8')
    expect(pages.filter(({ name }) => !readme.includes(`](${name})`)).map(({ name }) => name)).toEqual([])
  })
})

describe.each(pages.map(({ name }) => name))('%s', (name) => {
  const own = entries.filter(({ page }) => page === name)

  test('each entry says what the code does, its evidence by the labels, and an example with figures', () => {
    const labels = /source seen|secondary source|measured|practice|convention/
    const wrong = own.filter(
      (entry) => !/^\n?[A-Z]/.test(entry.text) || !labels.test(lineOf(entry, 'Evidence') ?? '') || !/\d/.test(lineOf(entry, 'Example') ?? ''),
    )
    expect(wrong.map(({ number }) => number)).toEqual([])
  })

  test.each([
    ['Code', /^src\/[\w/-]+(?<!\.test)\.ts$/],
    ['Test', /^(src|test)\/[\w/-]+\.test\.ts$/],
  ])('%s: paths that exist', (label, form) => {
    const wrong = own.flatMap((entry) => {
      const paths = codeSpans(lineOf(entry, label) ?? '')
      if (paths.length === 0) return [`${entry.number} names none`]
      return paths.filter((path) => !form.test(path) || !existsSync(join(root, path))).map((path) => `${entry.number} ${path}`)
    })
    expect(wrong).toEqual([])
  })

  test('the settings that it names are keys of the book', () => {
    const keys = new Set([
      ...keysOf('trust', trustColumns),
      ...keysOf('series', seriesColumns),
      ...keysOf('classes', classColumns),
      ...keysOf('providers', providerColumns),
      ...Object.entries(policyColumns).flatMap(([kind, columns]) => [`policies.${kind}`, ...keysOf(`policies.${kind}`, columns)]),
    ])
    const ofPresentation = new Set([...Object.keys(presentationColumns), 'column_headings', 'schedule.symbol_on', 'schedule.break_before'])
    const wrong = own.flatMap((entry) => {
      const line = lineOf(entry, 'Settings') ?? ''
      if (line.includes('presentation.yaml')) return codeSpans(line).filter((key) => !ofPresentation.has(key))
      return codeSpans(line).filter((key) => /^(trust|series|classes|providers|policies)\./.test(key) && !keys.has(key))
    })
    expect(wrong).toEqual([])
  })
})

function keysOf(section: string, columns: object): readonly string[] {
  return Object.keys(columns).map((key) => `${section}.${key}`)
}
