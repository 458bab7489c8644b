import { describe, expect, test } from 'vitest'
import { paginate } from './paginate.ts'
import { proseBlocks } from './prose.ts'
import { wrap } from './wrap.ts'

const linesOf = (markdown: string): readonly string[] => paginate(proseBlocks(markdown), 1000, 1000).flat()

describe('Markdown on the page', () => {
  test('headings: a number hangs, the third level stands right over its text', () => {
    expect(linesOf('## 1. Organization and *Policies*\n\n### Trade Date\n\nA purchase counts.\n\n#### Note\n\nSmall.')).toEqual([
      '1.   ORGANIZATION AND POLICIES',
      '',
      'TRADE DATE',
      'A purchase counts.',
      '',
      'Note',
      'Small.',
    ])
  })

  test('emphasis, code, links and characters that Markdown names keep their words', () => {
    expect(linesOf('**No** *opinion* in `fund.yaml`, see [the rule](https://example.org/2a-4) or <mailto:a@example.org>, R&amp;D &lt; 5 \\* 2.')).toEqual([
      'No opinion in fund.yaml, see the rule (https://example.org/2a-4) or',
      'a@example.org, R&D < 5 * 2.',
    ])
  })

  test('lists hang, inner lists within them; a break that the author set is kept', () => {
    expect(linesOf('To the Trustees  \nof the Trust\n\n9. nine\n10. ten\n    - inner\n\n- one\n- two')).toEqual([
      'To the Trustees',
      'of the Trust',
      '',
      ' 9. nine',
      '10. ten',
      '    - inner',
      '',
      '- one',
      '- two',
    ])
  })

  test('tables, quotes and code stay within the page', () => {
    const lines = linesOf(
      `| Fee | Rate |\n|---|--:|\n| Advisory | .75% |\n| ${'Administrative '.repeat(8)}| .10% |\n\n> Quoted ${'words '.repeat(30)}\n\n    ${'x'.repeat(100)}\n\n<!-- nothing -->`,
    )
    expect(lines.slice(0, 2)).toEqual([expect.stringMatching(/^Fee +Rate$/), '-'.repeat(80)])
    expect(lines[2]).toMatch(/^Advisory +\.75%$/)
    expect(Math.max(...lines.map((line) => line.length))).toBe(80)
    expect(lines.join('\n')).not.toContain('nothing')
  })
})

test('a page ends in no heading, and a paragraph parts with two lines on either side', () => {
  const markdown = Array.from(
    { length: 30 },
    (_, index) => `## Heading ${index}\n\n${'Words that fill a line of the page and some of the next one. '.repeat((index % 7) + 1)}`,
  ).join('\n\n')
  const [first = [], ...rest] = paginate(proseBlocks(markdown), 20, 20)
  expect(rest.length).toBeGreaterThan(5)
  for (const page of [first, ...rest]) {
    expect(page.length).toBeLessThanOrEqual(20)
    expect(page.at(-1)).not.toMatch(/^HEADING/)
    expect(page.at(-1)).not.toBe('')
    const headings = page.flatMap((line, index) => (line.startsWith('HEADING') ? [index] : []))
    // Under the last heading stand at least two lines, unless its paragraph is one line.
    for (const index of headings) expect(page[index + 2]).toBeDefined()
  }
})

describe('wrapping', () => {
  test('counts characters, not bytes, and an accent with its letter', () => {
    expect(wrap('Société Générale', 16)).toEqual(['Société Générale'])
    expect(wrap('Socie\u0301te\u0301 Ge\u0301ne\u0301rale', 16)).toEqual(['Société Générale'])
  })

  test('cuts a word that no line can hold, at a mark inside it where there is one', () => {
    expect(wrap('a soi.industry-value/2002 b', 10)).toEqual(['a', 'soi.indust', 'ry-value/', '2002 b'])
    expect(wrap('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)])
    expect(wrap('', 10)).toEqual([''])
  })
})
