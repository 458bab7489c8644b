import { describe, expect, test } from 'vitest'
import { foreignBook, foreignPeriods } from '../../../test/lineage/foreign-book.ts'
import { exampleDocument } from '../../../test/support/example-report.ts'
import { documentOfSource } from '../../../test/lineage/changed-book.ts'
import { type IdentityResult } from '../../statements/identities/identity.ts'
import { type ReportDocument } from '../../statements/report-document.ts'
import { type CaptionPart, type Row } from '../../statements/statement.ts'
import { type LineageData } from './lineage-data.ts'
import { renderHtml } from './render-html.ts'

const document = exampleDocument()
const page = renderHtml(document)

const lineageOf = (whole: string): LineageData =>
  JSON.parse(/<script type="application\/json" id="lineage">(.*?)<\/script>/s.exec(whole)?.[1] ?? '') as LineageData
const lineage = lineageOf(page)

/** The page without its own style sheet, script and data: what a reader sees. */
const bodyOf = (whole: string): string => whole.replace(/<(style|script)\b.*?<\/\1>/gs, '')
const tablesOf = (whole: string): string => [...whole.matchAll(/<table class="statement .*?<\/table>/gs)].map(([table]) => table).join('\n')
const wordsOf = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const withReport = (change: Partial<ReportDocument['report']>): ReportDocument => ({ ...document, report: { ...document.report, ...change } })

test('two runs give the same bytes, and so does a report of which figures were explained before', () => {
  expect(renderHtml(exampleDocument())).toBe(page)
  expect(renderHtml(document)).toBe(page)
})

describe('every number of the statements', () => {
  const buttons = [...page.matchAll(/<button type="button" class="n" id="([^"]*)" disabled>(.*?)<\/button>/g)].map(([, place, printed = '']) => ({
    place,
    printed: wordsOf(printed),
  }))

  test('is a button with the place of its cell, in printed order', () => {
    expect(buttons).toEqual(document.report.cells.map(({ place, printed }) => ({ place, printed })))
  })

  test('but for the numbers that are words: of names (1st Source, Group 1), days and footnote marks', () => {
    const rest = tablesOf(page)
      .replace(/<caption\b.*?<\/caption>/gs, '')
      .replace(/<button\b.*?<\/button>/gs, '')
      .replace(/<[^>]*>/g, ' ')
    expect([...new Set(rest.match(/\S*\d\S*/g))].toSorted()).toEqual(['1', '1st', '2002', '2002(1)', '31', '31,', 'Portfolio(1)'])
  })
})

describe('the data', () => {
  test('has every cell, and every index leads somewhere', () => {
    expect(lineage.cells.map(({ place }) => place)).toEqual(document.report.cells.map(({ place }) => place))
    const { cells, figures, readings, sources, files, words } = lineage
    const inside = (list: readonly unknown[], indexes: readonly (number | undefined)[]): boolean =>
      indexes.every((index) => index === undefined || (index >= 0 && index < list.length))
    for (const { figure, of = [], under } of cells) expect(inside(figures, [figure]) && inside(cells, of) && inside(words, [under])).toBe(true)
    for (const { operands = [], read = [], sentence, when } of figures) {
      expect(inside(figures, operands) && inside(words, [sentence, when])).toBe(true)
      for (let at = 0; at < read.length; at += 2) expect(inside(readings, [read[at], (read[at] ?? 0) + (read[at + 1] ?? 0) - 1])).toBe(true)
    }
    for (const [source] of readings) expect(inside(sources, [source])).toBe(true)
    for (const [file] of sources) expect(inside(files, [file])).toBe(true)
  })

  test('holds each figure, row and file once', () => {
    const { figures, sources, files } = lineage
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length)
    expect(new Set(sources.map(([file, row]) => `${file}:${row}`)).size).toBe(sources.length)
    expect(new Set(files.map(({ file }) => file)).size).toBe(files.length)
  })

  test('leads from every cell to a row of the book, to a policy, or to the reason why there is none', () => {
    const ends = (index: number): boolean => {
      const { operands = [], read = [], by } = lineage.figures[index] as LineageData['figures'][number]
      return (
        read.length > 0 ||
        by === 'nothing' ||
        by === 'count' ||
        by === 'ledger balance' ||
        by === 'share count' ||
        by === 'strike' ||
        (operands.length > 0 && operands.every(ends))
      )
    }
    expect(lineage.cells.filter(({ figure, because }) => (figure === undefined ? because === undefined : !ends(figure))).map(({ place }) => place)).toEqual([])
  })

  test('names cells and figures in words that stand alone', () => {
    const cell = (place: string) => lineage.cells.find((candidate) => candidate.place === place)
    const shown = (place: string): string => `${lineage.words[cell(place)?.under ?? -1]} | ${cell(place)?.caption} | ${cell(place)?.printed}`
    expect(shown('sal.total-assets/2002')).toBe('Statement of Assets and Liabilities | Total Assets | 984,268')
    expect(shown('sal.receivable-interest/2002')).toBe('Statement of Assets and Liabilities › Assets › Receivables | Interest | --')
    expect(shown('soi.industry-percent.common-stock.commercial-banks/2002')).toBe('Schedule of Investments › Common Stock | Commercial Banks | 24.2%')
    expect(shown('soi.industry-value.common-stock.commercial-banks/2002')).toBe(
      'Schedule of Investments › Common Stock › Commercial Banks | Commercial Banks, subtotal | 120,265',
    )
    expect(shown('soi.quantity.zoran/2002')).toBe(
      'Schedule of Investments › Common Stock › Electronic Components - Semiconductors | Zoran Corp., Shares or Principal Amount | 197',
    )
    expect(shown('soi.total-cost/2002')).toBe('Schedule of Investments | Total Investments (total cost) - | 488,253'.replace(' -', ''))
    expect(shown('countries.percent.bermuda/2002')).toBe('Summary of Investments by Country, December 31, 2002 | Bermuda, % of Investment Securities | 0.6%')
    expect(lineage.figures.find(({ id }) => id === 'position-value[zoran]@2002-12-31')?.label).toBe('Position value: Zoran Corp.')
    expect(lineage.figures.find(({ id }) => id === 'nav-per-share[service]@2002-12-31')?.label).toBe('NAV per share: Service Shares')
  })
})

describe('a hostile book', () => {
  const hostile = `<script>alert(1)</script> & "Sons"`
  const renamed = (part: CaptionPart): CaptionPart => (typeof part === 'string' ? part.replace('Zoran Corp.', hostile) : part)
  const withName = (row: Row): Row => (row.row === 'line' || row.row === 'heading' ? { ...row, caption: row.caption.map((line) => line.map(renamed)) } : row)
  const { fund, statements, presentation } = document.report
  const shown = renderHtml({
    ...withReport({
      fund: { ...fund, series: { ...fund.series, name: hostile }, trust: { ...fund.trust, name: hostile } },
      presentation: { ...presentation, pageName: hostile },
      statements: statements.map((statement) => ({
        ...statement,
        title: `${statement.title} ${hostile}`,
        stub: [hostile],
        footnotes: [hostile],
        rows: statement.rows.map(withName),
      })),
      legend: [{ symbol: hostile, text: hostile }],
      remarks: [{ about: hostile, text: hostile }],
      identities: document.report.identities.map((identity) => ({ ...identity, title: hostile, note: hostile })),
    }),
    parts: [
      ...document.parts.map((part) =>
        part.part === 'trustees'
          ? {
              ...part,
              title: hostile,
              trustees: part.trustees.map((trustee) => ({
                ...trustee,
                name: hostile,
                address: hostile,
                occupation: hostile,
                note: hostile,
                directorships: hostile,
              })),
            }
          : { ...part, title: hostile },
      ),
      {
        part: 'text',
        id: 'more',
        title: hostile,
        markdown: `<img src="https://example.com/x.png" onerror="alert(1)">\n\n[here](javascript:alert(1)) ![x](https://example.com/y.png)`,
        file: 'report/more.md',
      },
    ],
  })

  test('makes no element: the scripts are ours, and nothing is loaded', () => {
    expect(shown.match(/<script\b[^>]*>/g)).toEqual(['<script type="application/json" id="lineage">', '<script>'])
    expect(bodyOf(shown)).not.toMatch(/<(img|iframe|object|embed|link|base|form|svg)\b|<[^>]*\son\w+=|href="javascript:/i)
    expect(bodyOf(shown)).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Sons&quot;')
  })

  test('is told in full', () => {
    expect(lineageOf(shown).cells.find(({ place }) => place === 'soi.holding.zoran/2002')?.caption).toBe(hostile)
    expect(wordsOf(bodyOf(shown))).toContain('<img src="https://example.com/x.png" onerror="alert(1)">')
  })
})

test('nothing is loaded from anywhere', () => {
  expect(page).not.toMatch(/\b(src|srcset|poster|data|action)="|@import|url\(/i)
  expect([...page.matchAll(/<link\b|<meta http-equiv="refresh"/g)]).toEqual([])
  expect(page).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-`)
})

test('headings go down by one level at a time, from one h1', () => {
  const levels = [
    ...bodyOf(page)
      .replace(/<dialog.*?<\/dialog>/s, '')
      .matchAll(/<h([1-6])\b/g),
  ].map(([, level]) => Number(level))
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([])
})

test('every id stands once, and every link within the page leads somewhere', () => {
  const ids = [...bodyOf(page).matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  const targets = [...bodyOf(page).matchAll(/href="#([^"]*)"/g)].map(([, target]) => target)
  expect(targets.filter((target) => !ids.includes(target))).toEqual([])
})

test('every part stands in the contents, in order; words that name a part lead to it', () => {
  const contents = /<nav id="contents".*?<\/nav>/s.exec(page)?.[0] ?? ''
  expect([...contents.matchAll(/<li>(.*?)<\/li>/g)].map(([, entry = '']) => wordsOf(entry))).toEqual(document.parts.slice(2).map(({ title }) => title))
  expect(page).toContain('See <a href="#text-notes">Notes to Financial Statements</a>.')
})

test('tables have a caption, column headings and a heading for every row', () => {
  const tables = [...page.matchAll(/<table class="statement .*?<\/table>/gs)].map(([table]) => table)
  expect(tables).toHaveLength(document.report.statements.length)
  for (const table of tables) {
    expect(table).toMatch(/<caption class="unseen">[^<]+<\/caption>\n<thead><tr><th scope="col"/)
    for (const [row] of table.replace(/<thead>.*?<\/thead>/s, '').matchAll(/<tr.*?<\/tr>/gs))
      expect(wordsOf(/<th scope="row(?:group)?".*?<\/th>/s.exec(row)?.[0] ?? '')).not.toBe('')
  }
})

describe('a report with a break', () => {
  const broken: IdentityResult = { id: 'T04', title: 'Holdings add to their industry', result: 'breaks', left: '120265', right: '120264', tolerance: '0' }
  const shown = renderHtml(withReport({ identities: [...document.report.identities.filter(({ id }) => id !== 'T04'), broken] }))

  test('says so under its title, with both sides', () => {
    const cover = /<section class="cover".*?<\/section>/s.exec(shown)?.[0] ?? ''
    expect(wordsOf(cover)).toContain('This report does not tie out')
    expect(wordsOf(cover)).toContain('T04 Holdings add to their industry: 120265 against 120264')
    expect(wordsOf(shown)).toContain('1 breaks: this report does not tie out.')
  })

  test('a report that ties has nothing of the kind', () => {
    expect(bodyOf(page)).not.toContain('does not tie out')
    expect(page).toContain('All 71 tie.')
  })
})

test('the tie-out has every identity, and every cell that the footing moved leads to it', () => {
  for (const { id } of document.report.identities) expect(page).toContain(`<td>${id}</td>`)
  expect(page).toContain('<a href="#soi.holding.dycom-industries/2002">Dycom Industries, Inc.</a>')
  expect(page).toContain(`<code>${document.bookHash}</code>`)
})

test('a fund in several currencies: figures say their currency, and items their account', () => {
  const { figures } = lineageOf(renderHtml(documentOfSource(foreignBook(), foreignPeriods[1])))
  const shown = (id: string): string => {
    const { label, amount, unit } = figures.find((figure) => figure.id === id) ?? {}
    return `${label} ${amount} ${unit}`
  }
  // 13,780.06 of trades, 249.00 − 65.67 and 135.00 of dividends, 3.17 of a reclaim, less 2,000.00 and 1,830.25 sold; at 1.0802.
  expect(shown('foreign-item[EUR.1010]@2024-06-07')).toBe('Foreign item: Foreign currency (1010), EUR 10,271.31 EUR')
  expect(shown('foreign-item-value[EUR.1010]@2024-06-07')).toBe('Foreign item value: Foreign currency (1010), EUR 11,095.07 USD')
  expect(shown('foreign-money[JPY]@2024-06-07/nav')).toMatch(/^Foreign money: JPY -?[\d,]+ JPY$/)
})
