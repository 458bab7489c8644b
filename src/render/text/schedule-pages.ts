/**
 * The schedule of investments and its country summary over as many pages as they need. Where the presentation names breaks,
 * pages end there and nowhere else. Where it names none, pages are filled: an industry's heading stays with its first
 * holdings, a subtotal with its last, the totals with what they follow; a page that goes on with an industry says so.
 */
import { type Row, type Statement } from '../../statements/statement.ts'
import { PAGE_LINES } from './page.ts'
import { type Block, block, paginate } from './paginate.ts'
import { headLines, layoutOf, rowLines, type StatementLayout } from './statement-lines.ts'
import { referenceLines } from './statement-page.ts'
import { PAGE_WIDTH, wrap } from './wrap.ts'

export function schedulePages(schedule: Statement, countries: Statement | undefined, pageName: string): readonly (readonly string[])[] {
  const layout = layoutOf(schedule)
  const head = [...wrap(schedule.title, PAGE_WIDTH), '', ...headLines(layout)]
  const firstHead = [...wrap(pageName.toUpperCase(), PAGE_WIDTH), '', ...head]
  const reference = referenceLines(schedule.reference)
  const summary = countries === undefined ? [] : countryBlocks(countries)
  const hasBreaks = schedule.rows.some(({ row }) => row === 'page break')
  const fixed = reference.length + head.length
  const bodies = hasBreaks
    ? brokenAsNamed(schedule.rows, layout, summary)
    : paginate([...scheduleBlocks(schedule.rows, layout), ...summary], PAGE_LINES - reference.length - firstHead.length, PAGE_LINES - fixed)
  return bodies.map((body, index) => [...(index === 0 ? firstHead : head), ...body, ...reference])
}

function brokenAsNamed(rows: readonly Row[], layout: StatementLayout, summary: readonly Block[]): readonly (readonly string[])[] {
  const pages: string[][] = [[]]
  for (const [index, row] of rows.entries()) {
    // A break right after a heading would leave the heading behind: the page ends before the heading.
    const isLeading = row.row === 'heading' && rows[index + 1]?.row === 'page break'
    const isBreak = row.row === 'page break' && rows[index - 1]?.row !== 'heading'
    if ((isLeading || isBreak) && pages.at(-1)?.length !== 0) pages.push([])
    pages.at(-1)?.push(...rowLines(row, layout))
  }
  for (const { gap, lines } of summary) pages.at(-1)?.push(...Array.from({ length: gap }, () => ''), ...lines)
  return pages
}

/** Rows in blocks that pages do not part. */
export function scheduleBlocks(rows: readonly Row[], layout: StatementLayout): readonly Block[] {
  const blocks: Block[] = []
  let group: Row | undefined
  let type: Row | undefined
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1]
    const isGap = row.row === 'space' && next?.row === 'heading'
    if (isGap || row.row === 'page break') continue
    const lines = rowLines(row, layout)
    const isType = row.row === 'heading' && next?.row === 'heading'
    if (isType) type = row
    // Totals come after a rule and belong to no industry.
    if (row.row === 'rule') group = undefined
    if (blocks.length === 0 || mayBeginPage(rows, index)) {
      const continued = [isType ? undefined : type, row.row === 'heading' ? undefined : group]
      const continues = continued.flatMap((heading) => (heading === undefined ? [] : continuedLines(heading, layout)))
      blocks.push({ lines, gap: rows[index - 1]?.row === 'space' ? 1 : 0, continues })
    } else blocks.push(joined(blocks.pop() as Block, lines))
    if (row.row === 'heading') group = row
  }
  return blocks
}

const joined = (before: Block, lines: readonly string[]): Block => ({ ...before, lines: [...before.lines, ...lines] })

/** A heading that follows no heading; or a holding with a holding before it on the page and one after it on the next, or a subtotal. */
function mayBeginPage(rows: readonly Row[], index: number): boolean {
  const at = (offset: number): Row | undefined => rows[index + offset]
  const isHolding = (row: Row | undefined): boolean => row?.row === 'line' && row.lead !== undefined
  if (at(0)?.row === 'heading') return at(-1)?.row !== 'heading'
  return isHolding(at(0)) && isHolding(at(-1)) && isHolding(at(-2)) && isHolding(at(1))
}

const continuedLines = (heading: Row, layout: StatementLayout): readonly string[] => {
  const lines = rowLines(heading, layout)
  return wrap(`${lines.join(' ')} (continued)`, PAGE_WIDTH)
}

/** A summary of so many rows is not parted. */
const LONGEST_WHOLE = 20

/** The summary by country: one block, or more where the countries are many. */
function countryBlocks(countries: Statement): readonly Block[] {
  const layout = layoutOf(countries)
  const head = headLines(layout)
  const lines = countries.rows.map((row) => rowLines(row, layout))
  const all = [...wrap(countries.title, PAGE_WIDTH), '', ...head]
  if (lines.length <= LONGEST_WHOLE) return [block([...all, ...lines.flat()])]
  // The total stands with a rule over it and the last two countries.
  const last = lines.length - 4
  const continues = [...wrap(`${countries.title} (continued)`, PAGE_WIDTH), '', ...head]
  return [
    block([...all, ...lines.slice(0, 3).flat()]),
    ...lines.slice(3, last).map((row) => ({ ...block(row, 0), continues })),
    { ...block(lines.slice(last).flat(), 0), continues },
  ]
}
