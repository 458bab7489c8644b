/** The lines of a statement: its head with the headings over the columns, and each row with its caption, leaders and amounts. */
import { unreachable } from '../../values/invariant.ts'
import { type CaptionLine, type Row, type Statement } from '../../statements/statement.ts'
import { type AmountColumn, amountColumns, amountsStart, withAmounts } from './amount-columns.ts'
import { DOUBLE_LINE, HAIRLINE } from './page.ts'
import { centred, padLeft, padRight, PAGE_WIDTH, placed, widthOf, wrap } from './wrap.ts'

export type StatementLayout = {
  readonly statement: Statement
  readonly columns: readonly AmountColumn[]
  /** Width of the cells before the captions; none where no row has one. */
  readonly leadWidth: number
}

/** Blanks between a lead cell and its caption, and between leaders and amounts. */
const LEAD_GAP = 4
const LEADER_GAP = 5
/** The least between a caption and an amount. */
const CAPTION_GAP = 2
const LEAST_LEADERS = 2
const LEVEL_INDENT = 2

export function layoutOf(statement: Statement): StatementLayout {
  const leads = statement.rows.flatMap((row) => (row.row === 'line' && row.lead !== undefined ? [widthOf(row.lead.printed)] : []))
  return { statement, columns: amountColumns(statement), leadWidth: leads.length === 0 ? 0 : Math.max(12, ...leads) }
}

/** Headings over captions and columns, and the line beneath them. */
export function headLines(layout: StatementLayout): readonly string[] {
  const { statement, columns } = layout
  if (statement.leadHeading !== undefined) return [...columnHeads([statement.leadHeading], columns), DOUBLE_LINE]
  if (statement.id === 'countries') return [...columnHeads(statement.stub, columns), HAIRLINE]
  return [...columnHeads(statement.stub, columns), '', HAIRLINE]
}

/** Stub and column headings side by side, ending in one line. */
function columnHeads(stub: readonly string[], columns: readonly AmountColumn[]): readonly string[] {
  const room = Math.min(PAGE_WIDTH, ...columns.map(({ headingStart }) => headingStart - 2))
  const left = stub.flatMap((line) => wrap(line, room))
  const height = Math.max(left.length, ...columns.map(({ heading }) => heading.length))
  return Array.from({ length: height }, (_, index) => {
    const at = (lines: readonly string[]): string => lines[index - (height - lines.length)] ?? ''
    return columns.reduce((line, { heading, headingStart, headingWidth }) => {
      const text = at(heading)
      return text === '' ? line : placed(line, headingStart, centred(text, headingWidth))
    }, at(left))
  })
}

export function rowLines(row: Row, layout: StatementLayout): readonly string[] {
  switch (row.row) {
    case 'rule':
      return [HAIRLINE]
    case 'space':
      return ['']
    case 'page break':
      return []
    case 'heading':
      return captionLines(row.caption, row.level * LEVEL_INDENT, PAGE_WIDTH)
    case 'line':
      return amountLines(row, layout)
    default:
      return unreachable(row)
  }
}

function amountLines(row: Extract<Row, { row: 'line' }>, { columns, leadWidth }: StatementLayout): readonly string[] {
  const leadersEnd = (columns[0]?.start ?? PAGE_WIDTH) - LEADER_GAP
  const hasLead = row.lead !== undefined
  const start = hasLead ? leadWidth + LEAD_GAP : row.level * LEVEL_INDENT
  // The caption of a holding always leaves room for leaders; any other may come up to the amounts.
  const limit = hasLead && row.hasLeaders ? leadersEnd - LEAST_LEADERS - 1 : amountsStart(row.cells, columns) - CAPTION_GAP
  const captions = captionLines(row.caption, start, limit)
  const lines = row.lead === undefined ? captions : [withLead(row.lead.printed, leadWidth, captions[0] ?? ''), ...captions.slice(1)]
  const last = lines.at(-1) ?? ''
  return [...lines.slice(0, -1), withAmounts(row.hasLeaders ? withLeaders(last, leadersEnd) : last, row.cells, columns)]
}

const withLead = (lead: string, width: number, line: string): string => padLeft(lead, width) + line.slice(width)

function withLeaders(line: string, end: number): string {
  const room = end - widthOf(line) - 1
  return room < LEAST_LEADERS ? line : `${line} ${'.'.repeat(room)}`
}

export const captionText = (line: CaptionLine): string => line.map((part) => (typeof part === 'string' ? part : part.printed)).join('')

/** A caption as its presentation breaks it, and once more where a line is too long for its room; always at least one line. */
function captionLines(caption: readonly CaptionLine[], start: number, limit: number): readonly string[] {
  const lines = caption.flatMap((line, index) => {
    const text = captionText(line)
    // A line that goes on is indented once; an opening parenthesis hangs before it.
    const indent = index === 0 ? start : start + (text.startsWith('(') ? 1 : LEVEL_INDENT)
    const pieces = wrap(text, limit - indent, limit - indent - LEVEL_INDENT)
    return pieces.map((piece, at) => padRight('', at === 0 ? indent : indent + LEVEL_INDENT) + piece)
  })
  return lines.length === 0 ? [''] : lines
}
