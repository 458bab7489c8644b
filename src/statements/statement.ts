/** A statement as data: captions, cells and rules in order. What is printed is decided here; where it stands on a page, in the renderers. */
import { type Decimal } from '../values/decimal.ts'
import { type FigureId } from './figure.ts'

/** How the printed digits of a cell came about. */
export type CellFooting =
  /** Taken once and reused: footing starts from it (R8.4, steps 1 to 3). */
  | { readonly by: 'lock' }
  /** Footed to a total; moved by so many printed units from its half-up value (R8.3). */
  | { readonly by: 'foot'; readonly movedBy: bigint }
  /** The sum of printed cells, so that a column adds as a reader adds it (R8.3). */
  | { readonly by: 'cells'; readonly of: readonly string[]; readonly movedBy: bigint }

/** A figure on a page. */
export type Cell = {
  /** Statement, line and period: `sal.total-assets/2002`. Unique in the report. */
  readonly place: string
  /** What it prints, or undefined where there is no such number (N/A). */
  readonly figure: FigureId | undefined
  /** Digits, parentheses and signs; without the currency symbol. */
  readonly printed: string
  /** The number as printed: −3985 for (3,985), 24.2 for 24.2%, 496 for 496 in thousands. Undefined for N/A. */
  readonly value: Decimal | undefined
  /** Power of ten of one printed unit: 0 for dollars, 3 for thousands. */
  readonly unit: number
  readonly hasSymbol: boolean
  readonly footing?: CellFooting | undefined
  /** Why it prints as nil or N/A, where that is a rule and not the number. */
  readonly because?: string | undefined
}

/** Words of a caption with the cells that stand among them. */
export type CaptionPart = string | Cell
/** One printed line of a caption; a caption is broken where its presentation breaks it. */
export type CaptionLine = readonly CaptionPart[]

export type Row =
  | { readonly row: 'heading'; readonly level: number; readonly caption: readonly CaptionLine[] }
  | {
      readonly row: 'line'
      readonly level: number
      readonly caption: readonly CaptionLine[]
      readonly cells: readonly Cell[]
      readonly hasLeaders: boolean
      readonly lead?: Cell | undefined
    }
  /** A hairline across the statement. */
  | { readonly row: 'rule' }
  | { readonly row: 'space' }
  /** Layout data of the presentation file: the page ends here, and the next begins with the title again. */
  | { readonly row: 'page break' }

export type StatementId = 'soi' | 'countries' | 'sal' | 'soo' | 'socna' | 'highlights'

export type Statement = {
  readonly id: StatementId
  readonly title: string
  /** Stands over the captions: 'As of December 31, 2002'. */
  readonly stub: readonly string[]
  /** Headings over the columns of cells, line by line. */
  readonly columns: readonly { readonly heading: readonly string[] }[]
  /** Heading over the lead cells (the quantities of the schedule), where there are any. */
  readonly leadHeading?: string | undefined
  readonly rows: readonly Row[]
  readonly footnotes: readonly string[]
  /** 'See Notes to Financial Statements.' */
  readonly reference: string | undefined
}

/** Every cell of the rows, in printed order. */
export function* cellsOf({ rows }: Pick<Statement, 'rows'>): Iterable<Cell> {
  for (const row of rows) {
    if (row.row !== 'line' && row.row !== 'heading') continue
    if (row.row === 'line' && row.lead !== undefined) yield row.lead
    for (const line of row.caption) for (const part of line) if (typeof part !== 'string') yield part
    if (row.row === 'line') yield* row.cells
  }
}
