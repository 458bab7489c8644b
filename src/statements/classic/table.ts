/** The rows of a statement as a table to review: caption, concept, how it prints. One engine makes rows of cells from it. */
import { isZero } from '../../values/decimal.ts'
import { invariant } from '../../values/invariant.ts'
import { type Concept } from '../concept.ts'
import { type Figure } from '../figure.ts'
import { parValue } from '../concepts/changes.ts'
import { foreignCurrencyAtCost } from '../concepts/net-assets.ts'
import { type Page, planned, single, type Style, total, units } from '../printer.ts'
import { type CaptionLine, type CaptionPart, type Cell, type Row } from '../statement.ts'

export type TableRow =
  | { readonly row: 'heading'; readonly level: number; readonly caption: readonly string[] }
  /** A concept of the footing plan. */
  | { readonly row: 'line'; readonly level: number; readonly caption: readonly string[]; readonly concept: Concept; readonly style: LineStyle }
  /** The sum of lines printed above, by the names of their concepts; a minus before a name subtracts. */
  | {
      readonly row: 'total'
      readonly level: number
      readonly caption: readonly string[]
      readonly concept: Concept
      readonly of: readonly string[]
      readonly style: LineStyle
    }
  /** A cell made by the statement itself. */
  | {
      readonly row: 'cell'
      readonly level: number
      readonly caption: readonly string[]
      readonly name: string
      readonly cell: (page: Page, printed: PrintedCells) => Cell
    }
  | { readonly row: 'rule' }
  | { readonly row: 'space' }

export type LineStyle = Style & {
  /** Left out of the statement in a period in which it is exactly zero. */
  readonly show?: 'when not zero'
}

/** The cells printed so far in the report, by concept. */
export type PrintedCells = Map<string, Cell>

export const heading = (level: number, ...caption: readonly string[]): TableRow => ({ row: 'heading', level, caption })
export const line = (level: number, caption: string | readonly string[], concept: Concept, style: LineStyle = {}): TableRow => ({
  row: 'line',
  level,
  caption: [caption].flat(),
  concept,
  style,
})
export const totalLine = (level: number, caption: string | readonly string[], concept: Concept, of: readonly string[], style: LineStyle = {}): TableRow => ({
  row: 'total',
  level,
  caption: [caption].flat(),
  concept,
  of,
  style,
})
export const cellLine = (level: number, caption: string | readonly string[], name: string, cell: (page: Page, printed: PrintedCells) => Cell): TableRow => ({
  row: 'cell',
  level,
  caption: [caption].flat(),
  name,
  cell,
})
export const rule: TableRow = { row: 'rule' }
export const space: TableRow = { row: 'space' }

/** Makes the rows, filling `printed` as it goes. Captions name the fund in its own words: {noun}, {class}, {par}, {authorized}, {currencyCost}. */
export function rowsOf(table: readonly TableRow[], page: Page, printed: PrintedCells): readonly Row[] {
  const words = captionWords(page, printed)
  return table.flatMap((row): Row[] => {
    switch (row.row) {
      case 'rule':
      case 'space':
        return [{ row: row.row }]
      case 'heading':
        return [{ row: 'heading', level: row.level, caption: captionLines(row.caption, words) }]
      case 'cell': {
        const cell = row.cell(page, printed)
        printed.set(row.name, cell)
        return [lineRow(row.level, captionLines(row.caption, words), cell)]
      }
      case 'line': {
        const cell = planned(page, row.concept.name, row.concept, row.style)
        if (row.style.show === 'when not zero' && isNil(row.concept.define(page.scope), cell)) return []
        printed.set(row.concept.name, cell)
        return [lineRow(row.level, captionLines(row.caption, words), cell)]
      }
      case 'total': {
        const figure = row.concept.define(page.scope)
        const terms = row.of.flatMap((term) => {
          const name = term.replace(/^-/, '')
          const cell = printed.get(name)
          return cell === undefined ? [] : [{ cell, sign: term.startsWith('-') ? (-1 as const) : (1 as const) }]
        })
        const cell = total(page, row.concept.name, figure, terms, row.style)
        if (row.style.show === 'when not zero' && isNil(figure, cell)) return []
        printed.set(row.concept.name, cell)
        return [lineRow(row.level, captionLines(row.caption, words), cell)]
      }
    }
  })
}

const isNil = (figure: Figure, cell: Cell): boolean => isZero(figure.amount) && (cell.value === undefined || isZero(cell.value))

const lineRow = (level: number, caption: readonly CaptionLine[], cell: Cell): Row => ({ row: 'line', level, caption, cells: [cell], hasLeaders: false })

/** What a caption may name: a word, or a number of the fund's own, printed as a cell. */
type Words = Readonly<Record<string, () => CaptionPart>>

function captionLines(caption: readonly string[], words: Words): readonly CaptionLine[] {
  return caption.map((text) =>
    text.split(/(\{\w+\})/).flatMap((part): CaptionPart[] => {
      if (!part.startsWith('{')) return part === '' ? [] : [part]
      const value = words[part.slice(1, -1)]
      invariant(value !== undefined, `a caption names ${part}, which is no word of the fund`)
      return [value()]
    }),
  )
}

function captionWords(page: Page, printed: PrintedCells): Words {
  const { fund, shareClass } = page.scope.figures.books
  const par = (): Cell => {
    const cell = units(page, 'par-value', parValue.define(page.scope))
    printed.set('par-value', cell)
    return cell
  }
  const currencyCost = (): Cell => {
    const cell = single(page, 'foreign-currency-at-cost', foreignCurrencyAtCost.define(page.scope))
    printed.set('foreign-currency-at-cost', cell)
    return cell
  }
  return { noun: () => fund.series.noun, class: () => shareClass.name, authorized: () => shareClass.authorized, tax: () => page.taxMark, par, currencyCost }
}
