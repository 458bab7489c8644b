/** Questions about a report: what a figure was made of, and what a source row reaches. */
import { mostLike } from '../values/issue.ts'
import { type Figure, type FigureId } from '../statements/figure.ts'
import { type FigureBook } from '../statements/figure-book.ts'
import { closureOf, reachOf, type SourceField, stepOf } from '../statements/lineage.ts'
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

/** Expands a figure. A figure that stands above in the tree is not expanded again. */
export function explainFigure(figures: FigureBook, id: FigureId, limits: Limits, above: ReadonlySet<FigureId> = new Set()): Explanation {
  const { sentence, operands, sources } = stepOf(figures, id)
  const isDeep = above.size >= limits.depth
  const shown = isDeep ? [] : operands.slice(0, limits.breadth)
  const next = new Set([...above, id])
  return {
    figure: figures.get(id),
    sentence,
    operands: shown.filter((operand) => !next.has(operand)).map((operand) => explainFigure(figures, operand, limits, next)),
    folded: operands.slice(shown.length),
    sources: sources.slice(0, limits.breadth),
    foldedSources: Math.max(0, sources.length - limits.breadth),
  }
}

export type Found = { readonly figure: FigureId | undefined; readonly cell: Cell | undefined }

/** A figure by its id, or the figure of a cell by its place; or the one most like what was asked. */
export function findFigure({ figures, cells }: Report, asked: string): Found | { readonly meant: string | undefined } {
  const cell = cells.find(({ place }) => place === asked)
  if (cell !== undefined) return { figure: cell.figure, cell }
  // Some figures, as the strike of a day, are made when an explanation comes to them: whatever one names can be asked for.
  const ids = figures.has(asked) ? [asked] : closureOf(figures, figures.all().map(({ id }) => id))
  const id = ids.find((known) => known === asked)
  if (id !== undefined) return { figure: id, cell: cells.find(({ figure }) => figure === id) }
  return { meant: mostLike(asked, [...ids, ...cells.map(({ place }) => place)]) }
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
  const roundingNeighbours = cells.filter(({ figure, footing }) => footing !== undefined && footing.by !== 'lock' && figure !== undefined && !reached.has(figure) && sharesFooting(figure, figures, reached))
  return { fields: [...seen].toSorted(), figures: used, roundingNeighbours }
}

/** A holding is footed with all holdings, so any of them may move it by a unit; amounts of other lists are footed with theirs. */
function sharesFooting(id: FigureId, figures: FigureBook, reached: ReadonlySet<FigureId>): boolean {
  const { concept } = figures.get(id)
  return [...reached].some((other) => footedTogether(concept, figures.get(other).concept))
}

const lists: readonly ReadonlySet<string>[] = [
  new Set(['position-value', 'industry-value', 'type-value', 'country-value']),
  new Set(['country-percent']),
  new Set(['type-cost']),
]

const footedTogether = (left: string, right: string): boolean => lists.some((list) => list.has(left) && list.has(right))

