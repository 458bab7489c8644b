/** What a cell and a figure are called where they stand alone, away from their table: in the panel and for a screen reader. */
import { formatLongDate } from '../../values/calendar-date.ts'
import { type Figure } from '../../statements/figure.ts'
import { foreignItemName } from '../../statements/foreign-item-figures.ts'
import { type Report } from '../../statements/report.ts'
import { type CaptionLine, type Cell, type Row, type Statement } from '../../statements/statement.ts'

export type CellName = {
  /** 'Total Assets'; for a number within a caption, the words around it. */
  readonly caption: string
  /** The headings it stands under, outermost first, the statement before them. */
  readonly under: readonly string[]
}

/** The name of every cell of a statement, by place. */
export function cellNames(statement: Statement): ReadonlyMap<string, CellName> {
  const names = new Map<string, CellName>()
  let headings: readonly Heading[] = []
  for (const [index, row] of statement.rows.entries()) {
    headings = headingsOver(statement, index, headings)
    if (row.row !== 'heading' && row.row !== 'line') continue
    const outer = headings.map((heading) => wordsOf(heading.caption))
    const under = [statement.title, ...outer]
    const caption = wordsOf(row.caption)
    for (const part of row.caption.flat()) if (typeof part !== 'string') names.set(part.place, { caption, under })
    if (row.row === 'heading') headings = [...headings, row]
    else {
      if (row.lead !== undefined) names.set(row.lead.place, { caption: `${caption}, ${statement.leadHeading ?? ''}`, under })
      for (const [at, cell] of row.cells.entries()) names.set(cell.place, { caption: captionOf(caption, outer, headingOf(statement, at)), under })
    }
  }
  return names
}

export type Heading = Extract<Row, { row: 'heading' }>

/**
 * The headings that a row stands under, from those over the row before it. Levels say it; but the schedule sets all at
 * one level: there an industry stands under its type, holdings under both, and a rule ends them.
 */
export function headingsOver({ rows, leadHeading }: Pick<Statement, 'rows' | 'leadHeading'>, index: number, before: readonly Heading[]): readonly Heading[] {
  const row = rows[index]
  if (row === undefined || row.row === 'space' || row.row === 'page break') return before
  if (leadHeading === undefined) return row.row === 'rule' ? before : before.filter(({ level }) => level < row.level)
  if (row.row === 'rule') return []
  return row.row === 'heading' ? before.slice(0, 1) : before
}

const captionOf = (caption: string, outer: readonly string[], column: string | undefined): string =>
  `${caption === '' ? `${outer.at(-1) ?? 'All'}, subtotal` : caption}${column === undefined ? '' : `, ${column}`}`

/** The heading of a column, where there are several to tell apart. */
const headingOf = ({ columns }: Statement, index: number): string | undefined => (columns.length > 1 ? columns[index]?.heading.join(' ') : undefined)

/** Words of a caption without the numbers among them, and without what only led up to a number. */
export const wordsOf = (caption: readonly CaptionLine[]): string =>
  caption
    .map((line) => line.map((part) => (typeof part === 'string' ? part : '')).join(''))
    .join(' ')
    .replace(/\s*\$\)/g, ')')
    .replace(/( - )+$/, '')
    .replace(/[:*]+$/, '')
    .trim()

/** The name of a figure: its concept in words, and what it is of. */
export function figureLabel({ concept, context }: Figure, { figures: { books } }: Report): string {
  const words = sentenceCase(concept)
  if (context.subject === undefined) return words
  const { shareClass, instruments } = books
  const instrument = instruments.get(context.subject as Parameters<typeof instruments.get>[0])?.name
  const subject = instrument ?? foreignItemName(context.subject) ?? (context.subject === shareClass.id ? shareClass.name : sentenceCase(context.subject))
  return `${words}: ${subject}`
}

/** 'December 31, 2002, NAV basis', or the days of a period. */
export function whenOf({ context: { when, basis } }: Figure): string {
  const time =
    'at' in when
      ? formatLongDate(when.at)
      : when.from === when.through
        ? `the day ${formatLongDate(when.through)}`
        : `${formatLongDate(when.from)} through ${formatLongDate(when.through)}`
  return basis === 'nav' ? `${time}, NAV basis` : time
}

const sentenceCase = (slug: string): string => {
  const words = slug
    .replaceAll('-', ' ')
    .replace(/^nav\b/, 'NAV')
    .replace(/\bnav\b/g, 'NAV')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** Everything a cell prints, the currency symbol too. */
export const printedText = ({ hasSymbol, printed }: Cell): string => `${hasSymbol ? '$' : ''}${printed}`
