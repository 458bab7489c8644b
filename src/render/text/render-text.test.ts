import { describe, expect, test } from 'vitest'
import { exampleDocument } from '../../../test/support/example-report.ts'
import { type IdentityResult } from '../../statements/identities/identity.ts'
import { type ReportDocument } from '../../statements/report-document.ts'
import { renderText } from './render-text.ts'

const document = exampleDocument()
const text = renderText(document)
const pagesOf = (whole: string): readonly string[] => whole.split('\n<PAGE>\n')

const withReport = (change: Partial<ReportDocument['report']>): ReportDocument => ({ ...document, report: { ...document.report, ...change } })

test('every line is at most 80 columns wide, ends in no blank, and holds no tab', () => {
  expect(text.split('\n').filter((line) => line.length > 80 || /\s$|\t/.test(line))).toEqual([])
  expect(text.endsWith('\n')).toBe(true)
})

test('two runs give the same text', () => {
  expect(renderText(exampleDocument())).toBe(text)
})

test('the table of contents names the page on which each part begins', () => {
  const entries = [...(pagesOf(text)[1] ?? '').matchAll(/^ {10}(\S.*?) \.{2,} +(\d+)$/gm)].map(([, title = '', page = '']) => ({ title, page }))
  expect(entries.map(({ title }) => title)).toEqual(document.parts.slice(2).map(({ title }) => title))
  for (const { title, page } of entries) {
    const found = pagesOf(text).find((candidate) => new RegExp(`(^${page}  |  ${page}$)`, 'm').test(candidate.trimEnd().split('\n').at(-1) ?? ''))
    expect(found?.toLowerCase()).toContain(title.toLowerCase())
  }
})

test('even pages have their foot on the left, odd pages on the right; the letter is page 1', () => {
  const feet = pagesOf(text)
    .slice(2)
    .map((page) => page.trimEnd().split('\n').at(-1) ?? '')
  expect(feet[0]).toBe('                     Janus Aspen Small Cap Value Portfolio  December 31, 2002  1')
  expect(feet[1]).toBe('2  Janus Aspen Small Cap Value Portfolio  December 31, 2002')
  expect(
    feet.map((foot, index) => (index % 2 === 0 ? foot.length === 80 && foot.endsWith(`  ${index + 1}`) : foot.startsWith(`${index + 1}  `))).every(Boolean),
  ).toBe(true)
})

describe('a report with a break', () => {
  const broken: IdentityResult = { id: 'T04', title: 'Holdings add to their industry', result: 'breaks', left: '120265', right: '120264', tolerance: '0' }
  const shown = renderText(withReport({ identities: [...document.report.identities.filter(({ id }) => id !== 'T04'), broken] }))

  test('says so on its cover, with the page of the tie-out', () => {
    const page = /Tie-Out and Remarks \.+ +(\d+)/.exec(shown)?.[1]
    expect(pagesOf(shown)[0]).toContain('THIS REPORT DOES NOT TIE OUT')
    expect(pagesOf(shown)[0]).toContain('1 identity breaks: T04 Holdings add to their industry.')
    expect(pagesOf(shown)[0]?.replace(/\s+/g, ' ')).toContain(`Both sides of each are on page ${page}.`)
  })

  test('shows both sides in the tie-out', () => {
    expect(shown).toMatch(/T04 +Holdings add to their industry\n +left 120265, right 120264\n/)
    expect(shown.replace(/\s+/g, ' ')).toContain('1 breaks: this report does not tie out.')
  })

  test('a report that ties has nothing of the kind', () => {
    expect(text).not.toContain('NOT TIE OUT')
    expect(text).toContain('All 71 tie.')
  })
})

test('the tie-out names basis and book hash and lists each cell that the footing moved', () => {
  expect(text).toContain('Basis        reporting basis (trade date)')
  expect(text).toContain(`Book hash    ${document.bookHash}`)
  expect(text).toMatch(/^soi\.holding\.dycom-industries\/2002 +2,782 +-1$/m)
})

test('a long name, a period that is no fiscal year, and a report without texts, people, legend or countries stay on the page', () => {
  const name = 'The Very Long-Named International Opportunities and Emerging Markets Small Capitalization Value Equity Portfolio'
  const { fund, presentation, period, statements } = document.report
  const changed = withReport({
    fund: { ...fund, series: { ...fund.series, name }, trust: { ...fund.trust, name: `${name} Trust` } },
    presentation: { ...presentation, pageName: name },
    periodName: '2002-12-31..2003-06-30',
    period: { ...period, through: (period.through + 181) as typeof period.through },
    statements: statements
      .filter(({ id }) => id !== 'countries')
      .map((statement) => ({ ...statement, columns: statement.id === 'soi' ? statement.columns : [{ heading: [name] }] })),
    legend: [],
  })
  const parts = document.parts.flatMap((part): ReportDocument['parts'] => {
    if (part.part === 'cover') return [{ ...part, name, date: '2002-12-31..2003-06-30' }]
    return part.part === 'text' || part.part === 'trustees' || part.part === 'officers' || part.part === 'legend' ? [] : [part]
  })
  const shown = renderText({ ...changed, parts })
  expect(shown.split('\n').filter((line) => line.length > 80)).toEqual([])
  expect(shown).toContain('ANNUAL REPORT for the period from December 31, 2002 through June 30, 2003')
  expect(shown).toMatch(/Schedule of Investments \.+ +1$/m)
})
