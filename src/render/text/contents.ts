/** The table of contents: each part with dot leaders and the number of its first page. */
import { titleLines } from './statement-page.ts'
import { indented, padLeft, PAGE_WIDTH, widthOf, wrap } from './wrap.ts'

export type Entry = { readonly title: string; readonly page: number }

const INDENT = 10
const LEADERS_END = 71
const NUMBER_END = 75

export const contentsLines = (title: string, trust: string, entries: readonly Entry[]): readonly string[] => [
  ...titleLines(title),
  '',
  ...indented(wrap(trust.toUpperCase(), PAGE_WIDTH - 5), 5),
  ...entries.flatMap((entry) => ['', ...entryLines(entry)]),
]

function entryLines({ title, page }: Entry): readonly string[] {
  const room = LEADERS_END - INDENT - 4
  const lines = wrap(title, room, room - 2).map((line, index) => ' '.repeat(index === 0 ? INDENT : INDENT + 2) + line)
  const last = lines.at(-1) ?? ''
  const leaders = '.'.repeat(Math.max(2, LEADERS_END - widthOf(last) - 1))
  return [...lines.slice(0, -1), `${last} ${leaders}${padLeft(String(page), NUMBER_END - LEADERS_END)}`]
}
