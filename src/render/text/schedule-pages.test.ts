import { describe, expect, test } from 'vitest'
import { type Cell, type Row, type Statement } from '../../statements/statement.ts'
import { schedulePages } from './schedule-pages.ts'

const cell = (printed: string): Cell => ({ place: printed, figure: undefined, printed, value: undefined, unit: 0, hasSymbol: false })
const heading = (text: string, percent: string): Row => ({ row: 'heading', level: 0, caption: [[`${text} - `, cell(percent)]] })
const total = (text: string): Row => ({ row: 'line', level: 0, caption: [[text]], cells: [cell('1,000')], hasLeaders: true })
const holding = (name: string): Row => ({ row: 'line', level: 0, caption: [[name]], cells: [cell('1,000')], hasLeaders: true, lead: cell('100') })

/** Industries of so many holdings, as the model makes their rows. */
const industry = (name: string, holdings: number): readonly Row[] => [
  heading(name, '1.0%'),
  ...Array.from({ length: holdings }, (_, index) => holding(`${name} ${index + 1}`)),
  ...(holdings > 1 ? ([{ row: 'space' }, { row: 'line', level: 0, caption: [[]], cells: [cell('9,999')], hasLeaders: false }] as const) : []),
]
const type = (name: string, industries: readonly number[]): readonly Row[] => [
  heading(name, '50.0%'),
  ...industries.flatMap((holdings, index): readonly Row[] => [
    ...(index === 0 ? [] : [{ row: 'space' } as const]),
    ...industry(`${name.slice(0, 2)}${index + 1}`, holdings),
  ]),
  { row: 'rule' },
  total(`Total ${name}`),
  { row: 'rule' },
]
const scheduleOf = (rows: readonly Row[]): Statement => ({
  id: 'soi',
  title: 'Schedule of Investments',
  stub: [],
  leadHeading: 'Shares or Principal Amount',
  columns: [{ heading: ['Market Value'] }],
  rows: [...rows, total('Total Investments'), { row: 'rule' }, total('Net Assets - 100%'), { row: 'rule' }],
  footnotes: [],
  reference: 'See Notes.',
})
const countriesOf = (count: number): Statement => ({
  id: 'countries',
  title: 'Summary of Investments by Country, December 31, 2002',
  stub: ['Country'],
  columns: [{ heading: ['% of Investment Securities'] }, { heading: ['Market Value'] }],
  rows: [
    ...Array.from({ length: count }, (_, index): Row => ({
      row: 'line',
      level: 0,
      caption: [[`Country ${index + 1}`]],
      cells: [cell('1.0%'), cell('10')],
      hasLeaders: false,
    })),
    { row: 'rule' },
    { row: 'line', level: 0, caption: [['Total']], cells: [cell('100.0%'), cell('1,000')], hasLeaders: false },
  ],
  footnotes: [],
  reference: undefined,
})

/** What a page holds between its heads and its reference. */
const contentOf = (page: readonly string[]): readonly string[] => page.slice(page.findIndex((line) => line.startsWith('===')) + 1, -2)
const isHeading = (line: string): boolean => /^\S.* - \d+\.\d%/.test(line)
const isSubtotal = (line: string): boolean => /^ {60,}9,999$/.test(line)

describe('a schedule without named breaks', () => {
  const sizes = [1, 2, 3, 19, 1, 1, 70, 2, 1, 1, 1, 4, 5, 1, 1, 1, 30, 2, 1, 1]
  const rows = [...type('Common Stock', sizes), ...type('Preferred Stock', [1, 3, 1])]
  // Every offset of the rows against the pages, so that each row has its turn at a page end.
  const variants = Array.from({ length: 60 }, (_, extra) =>
    schedulePages(scheduleOf([...industry('Aa', extra + 1), { row: 'space' }, ...rows]), countriesOf(4), 'The Fund'),
  )

  test('fills pages of at most 60 lines, each with title, column heads and reference', () => {
    for (const pages of variants) {
      for (const page of pages) {
        expect(page.length).toBeLessThanOrEqual(60)
        expect(page).toContain('Schedule of Investments')
        expect(page.at(-1)).toBe('See Notes.')
      }
      expect(pages[0]?.[0]).toBe('THE FUND')
      expect(pages[1]?.[0]).toBe('Schedule of Investments')
    }
  })

  test('leaves no heading at the end of a page and no subtotal, rule or blank line at the top of one', () => {
    for (const pages of variants) {
      for (const page of pages.map(contentOf)) {
        expect(isHeading(page.at(-1) ?? '')).toBe(false)
        const first = page.find((line) => !line.endsWith('(continued)')) ?? ''
        expect([isSubtotal(first), first.startsWith('---'), first === '']).toEqual([false, false, false])
      }
    }
  })

  test('loses and repeats nothing but headings that say they are continued', () => {
    for (const pages of variants) {
      const names = pages.flatMap(contentOf).flatMap((line) => /^ +100 {4}(\S+ \d+) \./.exec(line)?.[1] ?? [])
      expect(new Set(names).size).toBe(names.length)
      expect(pages.flatMap(contentOf).filter(isSubtotal)).toHaveLength(
        sizes.filter((size) => size > 1).length + 1 + (names.filter((name) => name.startsWith('Aa')).length > 1 ? 1 : 0),
      )
    }
  })

  test('says at the top of a page which type and industry go on', () => {
    const [, , third] = schedulePages(scheduleOf(type('Common Stock', [150])), undefined, 'The Fund').map(contentOf)
    expect(third?.slice(0, 3)).toEqual(['Common Stock - 50.0% (continued)', 'Co1 - 1.0% (continued)', expect.stringMatching(/^ +100 {4}Co1 \d+ \./)])
  })
})

test('pages end where the presentation says and nowhere else', () => {
  const rows: readonly Row[] = [
    heading('Common Stock', '97.6%'),
    ...industry('One', 90),
    { row: 'page break' },
    ...industry('Two', 1),
    { row: 'rule' },
    total('Total Common Stock'),
    { row: 'rule' },
  ]
  const pages = schedulePages(scheduleOf(rows), countriesOf(2), 'The Fund')
  expect(pages).toHaveLength(2)
  expect(contentOf(pages[1] ?? [])[0]).toBe('Two - 1.0%')
  expect(pages[1]).toContain('Summary of Investments by Country, December 31, 2002')
})

test('a break named before the first industry takes the heading of the type along', () => {
  const pages = schedulePages(scheduleOf([heading('Common Stock', '97.6%'), { row: 'page break' }, ...industry('One', 1)]), undefined, 'The Fund')
  expect(pages.map((page) => contentOf(page)[0])).toEqual(['Common Stock - 97.6%'])
})

test('a schedule without countries ends with its totals', () => {
  expect(schedulePages(scheduleOf(type('Common Stock', [1])), undefined, 'The Fund').map((page) => page.at(-3))).toEqual(['-'.repeat(80)])
})

test('many countries go over pages under heads of their own, the total with the last of them', () => {
  const pages = schedulePages(scheduleOf(type('Common Stock', [1])), countriesOf(120), 'The Fund')
  expect(pages.length).toBeGreaterThan(1)
  expect(pages.every((page) => page.length <= 60)).toBe(true)
  expect(pages[1]).toContain('Summary of Investments by Country, December 31, 2002 (continued)')
  const last = contentOf(pages.at(-1) ?? [])
  expect(last.filter((line) => line.startsWith('Country ')).length).toBeGreaterThanOrEqual(2)
  expect(last.at(-1)).toMatch(/^Total +100\.0% +1,000$/)
})
