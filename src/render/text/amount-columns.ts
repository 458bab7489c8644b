/**
 * Where the amounts of a statement stand. Digits end in one column, signs and parentheses hang to the right of it, and the
 * currency symbol has a column of its own, left of the widest amount. Cells are placed as they are printed, never read.
 */
import { type Cell, type Statement, type StatementId } from '../../statements/statement.ts'
import { PAGE_WIDTH, placed, widthOf, wrap } from './wrap.ts'

export type AmountColumn = {
  /** Where its leftmost character may stand. */
  readonly start: number
  readonly symbolAt: number
  /** The column after the last digit. */
  readonly digitsEnd: number
  readonly heading: readonly string[]
  readonly headingStart: number
  readonly headingWidth: number
}

/** Looks of a statement that are the page's and not the model's. */
type Look = {
  /** Least width between the symbol and the right edge of the amounts. */
  readonly field: number
  /** A heading wider than this is wrapped. */
  readonly headingMax: number
  /** Whether amounts stand under the middle of a wide heading, or under its right end. */
  readonly isCentred: boolean
  readonly gap: number
}

const statementLook: Look = { field: 9, headingMax: 16, isCentred: false, gap: 2 }

const looks: Readonly<Record<StatementId, Look>> = {
  soi: { field: 13, headingMax: 16, isCentred: false, gap: 2 },
  countries: { field: 13, headingMax: 30, isCentred: false, gap: 9 },
  sal: statementLook,
  soo: statementLook,
  socna: statementLook,
  highlights: { field: 9, headingMax: 40, isCentred: true, gap: 2 },
}

/** The columns of a statement, first to last, the last against the right edge of the page. */
export function amountColumns({ id, columns, rows }: Statement): readonly AmountColumn[] {
  const look = looks[id]
  const placedColumns: AmountColumn[] = []
  let edge = PAGE_WIDTH
  for (const [index, { heading }] of [...columns.entries()].toReversed()) {
    const cells = rows.flatMap((row) => (row.row === 'line' && row.cells[index] !== undefined ? [row.cells[index]] : []))
    const column = amountColumn(cells, wrappedHeading(heading, look.headingMax), edge, look)
    placedColumns.unshift(column)
    edge = Math.min(column.start, column.headingStart) - look.gap
  }
  return placedColumns
}

function amountColumn(cells: readonly Cell[], heading: readonly string[], edge: number, { field, isCentred }: Look): AmountColumn {
  const tail = widest(cells.map(({ printed }) => tailOf(printed)))
  const body = widest(cells.map(({ printed }) => bodyOf(printed)))
  const width = cells.some(({ hasSymbol }) => hasSymbol) ? Math.max(field, body + tail + 1) + 1 : body + tail
  const headingWidth = widest(heading)
  const end = isCentred ? edge - Math.max(0, Math.floor((headingWidth - width) / 2)) : edge
  return { start: end - width, symbolAt: end - width, digitsEnd: end - tail, heading, headingStart: edge - headingWidth, headingWidth }
}

/** Where the first character of a row's amounts stands: to the right of the column's start, where the row's are short. */
export const amountsStart = (cells: readonly Cell[], columns: readonly AmountColumn[]): number =>
  Math.min(
    PAGE_WIDTH,
    ...cells.flatMap(({ printed, hasSymbol }, index) => {
      const column = columns[index]
      return column === undefined ? [] : [hasSymbol ? column.symbolAt : column.digitsEnd - widthOf(bodyOf(printed))]
    }),
  )

/** The line with the cells of its row in their columns. */
export const withAmounts = (line: string, cells: readonly Cell[], columns: readonly AmountColumn[]): string =>
  cells.reduce((text, { printed, hasSymbol }, index) => {
    const column = columns[index]
    if (column === undefined) return text
    const start = column.digitsEnd - widthOf(bodyOf(printed))
    return placed(hasSymbol ? placed(text, column.symbolAt, '$') : text, start, printed)
  }, line)

/** What follows the last digit: `)`, `%`, `)%`. Words and the nil mark have no tail. */
const tailOf = (printed: string): string => /\d([)%]+)$/.exec(printed)?.[1] ?? ''

const bodyOf = (printed: string): string => printed.slice(0, printed.length - tailOf(printed).length)

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(widthOf))

/** A heading's own lines, wrapped where they are too wide; a long word keeps its width. */
const wrappedHeading = (heading: readonly string[], limit: number): readonly string[] =>
  heading.flatMap((line) => wrap(line, Math.max(limit, widest(line.split(/\s+/)))))
