/** Questions about a report: what a figure was made of, and what a source row reaches. */
import { mostLike } from '../values/issue.ts'
import { type Figure, type FigureId } from '../statements/figure.ts'
import { type FigureBook } from '../statements/figure-book.ts'
import { closureOf, reachOf, stepOf } from '../statements/lineage/lineage.ts'
import { type SourceField } from '../statements/lineage/source-field.ts'
import { type Report } from '../statements/report.ts'
import { type Cell } from '../statements/statement.ts'

/** A figure with what it was made of, down to the depth asked for. */
export type Explanation = {
  readonly figure: Figure
  readonly sentence: string
  readonly operands: readonly Explanation[]
  /** Operands that are not expanded here: too deep, too many, or shown above already. */
  readonly folded: readonly FigureId[]
  readonly sources: readonly SourceField[]
  readonly foldedSources: number
}

export type Limits = { readonly depth: number; readonly breadth: number }

/** Expands a figure. One that was expanded before, with no less room below it, is named again and not expanded again. */
export function explainFigure(figures: FigureBook, id: FigureId, { depth, breadth }: Limits): Explanation {
  /** Levels below a figure where it was last expanded; without bound where nothing of it was folded for depth. */
  const room = new Map<FigureId, number>()
  const expand = (each: FigureId, level: number): Explanation => {
    const { sentence, operands, sources } = stepOf(figures, each)
    const figure = figures.get(each)
    const earlier = room.get(each)
    if (earlier !== undefined && earlier >= depth - level && operands.length + sources.length > 0)
      return { figure, sentence: 'As explained above', operands: [], folded: [], sources: [], foldedSources: 0 }
    const shown = level >= depth ? [] : operands.slice(0, breadth)
    const expanded = shown.map((operand) => expand(operand, level + 1))
    const isWhole = (shown.length > 0 || operands.length === 0) && shown.every((operand) => room.get(operand) === Infinity)
    room.set(each, isWhole ? Infinity : depth - level)
    return {
      figure,
      sentence,
      operands: expanded,
      folded: operands.slice(shown.length),
      sources: sources.slice(0, breadth),
      foldedSources: Math.max(0, sources.length - breadth),
    }
  }
  return expand(id, 0)
}

export type Found = { readonly figure: FigureId | undefined; readonly cell: Cell | undefined }

/** A figure by its id, or the figure of a cell by its place, with or without its period; or the one most like what was asked. */
export function findFigure({ figures, cells, periodName }: Report, asked: string): Found | { readonly meant: string | undefined } {
  const cell = cells.find(({ place }) => place === asked || place === `${asked}/${periodName}`)
  if (cell !== undefined) return { figure: cell.figure, cell }
  // Some figures, as the strike of a day, are made when an explanation comes to them: whatever one names can be asked for.
  const ids = figures.has(asked)
    ? [asked]
    : closureOf(
        figures,
        figures.all().map(({ id }) => id),
      )
  const id = ids.find((known) => known === asked)
  if (id !== undefined) return { figure: id, cell: cells.find(({ figure }) => figure === id) }
  const places = cells.map(({ place }) => (asked.includes('/') ? place : place.replace(`/${periodName}`, '')))
  return { meant: mostLike(asked, [...ids, ...places]) }
}

export type Use = { readonly figure: Figure; readonly cells: readonly Cell[] }

export type Uses = {
  readonly fields: readonly string[]
  readonly figures: readonly Use[]
  /** Cells that the row moves only through footing: their own figure does not reach it (R8.3). */
  readonly roundingNeighbours: readonly Cell[]
}

/** Every figure of the report that the row `file:row` reaches, or one field of it. */
export function usesOf({ figures, cells }: Report, file: string, row: number, field?: string): Uses {
  const seen = new Set<string>()
  const isTarget = ({ source, fields }: SourceField): boolean => {
    if (source.file !== file || source.row !== row) return false
    for (const name of fields) seen.add(name)
    return field === undefined || fields.includes(field)
  }
  const ids = figures.all().map(({ id }) => id)
  const reaches = reachOf(figures, isTarget)
  const reached = new Set(ids.filter(reaches))
  const used = [...reached].map((id): Use => ({ figure: figures.get(id), cells: cells.filter((cell) => cell.figure === id) }))
  const systems = new Set(cells.flatMap((cell) => (cell.figure !== undefined && reached.has(cell.figure) ? [footingSystem(cell, figures)] : [])))
  const roundingNeighbours = cells.filter(
    (cell) =>
      cell.footing !== undefined &&
      cell.footing.by !== 'lock' &&
      cell.figure !== undefined &&
      !reached.has(cell.figure) &&
      systems.has(footingSystem(cell, figures)),
  )
  return { fields: [...seen].toSorted(), figures: used, roundingNeighbours }
}

/**
 * Cells that are footed together, so that any of them may move another by a unit: the holdings with their sums, the shares
 * of countries, the fund's shares, and, by the one plan of the document (R8.4), every amount of the other statements.
 */
function footingSystem({ place, figure, footing }: Cell, figures: FigureBook): string {
  if (footing === undefined || figure === undefined) return 'none'
  const { unit, concept } = figures.get(figure)
  if (unit !== 'money') return unit
  const isListed = place.startsWith('soi.') || place.startsWith('countries.')
  // Costs of the types foot to the cost that the statements print.
  return isListed && footing.by !== 'lock' && concept !== 'type-cost' ? 'holdings' : 'statements'
}
