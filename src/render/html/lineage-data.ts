/**
 * The lineage of a report as the page carries it: once, as tables that refer to each other by index. Every figure that a
 * cell reaches is there one step deep, so the page grows with the books and not with the number of ways through them.
 * The order is that of the walk from the cells, and so the same in every run.
 */
import { formatDecimal } from '../../values/decimal.ts'
import { currencyOf, type Derivation, type Figure, type FigureId } from '../../statements/figure.ts'
import { withSeparators } from '../../statements/format.ts'
import { stepOf } from '../../statements/lineage/lineage.ts'
import { type SourceField } from '../../statements/lineage/source-field.ts'
import { type Report } from '../../statements/report.ts'
import { type Cell } from '../../statements/statement.ts'
import { cellNames, figureLabel, printedText, whenOf } from './names.ts'

export type CellData = {
  readonly place: string
  readonly caption: string
  /** The statement and the headings it stands under: index of `words`. */
  readonly under: number
  readonly printed: string
  /** Index of the figure; absent for N/A. */
  readonly figure?: number
  /** Power of ten of one printed unit, where it is not 0. */
  readonly unit?: number
  readonly footing?: 'lock' | 'foot' | 'cells'
  /** Printed units it was moved by from its half-up value, where it was moved. */
  readonly moved?: string
  /** Indexes of the printed cells that it was made from. */
  readonly of?: readonly number[]
  readonly because?: string
}

export type FigureData = {
  readonly id: string
  readonly label: string
  /** Index of `words`. */
  readonly when: number
  /** Exact. */
  readonly amount: string
  readonly unit: string
  readonly cite?: string
  readonly by: Derivation['of']
  /** Index of `words`. */
  readonly sentence: number
  readonly operands?: readonly number[]
  /** Runs of `readings`: first, how many, first, how many … */
  readonly read?: readonly number[]
  /** Source rows beyond what the page has room for. */
  readonly unlisted?: number
}

/** What a figure read from a row: the row, its fields, what it says and its part in the figure. */
export type ReadingData = readonly [source: number, fields: string, text: string, part?: string]
export type SourceData = readonly [file: number, row: number, record: string]
export type FileData = { readonly file: string; readonly sha256: string }

export type LineageData = {
  readonly cells: readonly CellData[]
  readonly figures: readonly FigureData[]
  readonly readings: readonly ReadingData[]
  readonly sources: readonly SourceData[]
  readonly files: readonly FileData[]
  /** Words that many cells and figures share. */
  readonly words: readonly string[]
}

/**
 * Readings that a page holds: about 6 MB. Figures near the cells have theirs first; a year of daily strikes of a large
 * fund, behind its average, may not fit, and says so.
 */
export const READINGS_MAX = 50_000

export function lineageData(report: Report): LineageData {
  const sources = sourceTables()
  const words = wordTable()
  const order: FigureId[] = []
  const indexes = new Map<FigureId, number>()
  const indexOf = (id: FigureId): number => {
    const known = indexes.get(id)
    if (known !== undefined) return known
    indexes.set(id, order.length)
    order.push(id)
    return order.length - 1
  }
  const cells = cellTable(report, indexOf, words.indexOf)
  // The list grows while it is walked: operands are put at its end, level by level.
  const figures: FigureData[] = []
  for (const id of order) figures.push(figureData(report, id, indexOf, sources, words.indexOf))
  return { cells, figures, readings: sources.readings, sources: sources.rows, files: sources.files, words: words.words }
}

function cellTable(report: Report, indexOf: (id: FigureId) => number, word: WordIndex): readonly CellData[] {
  const names = new Map(report.statements.flatMap((statement) => [...cellNames(statement)]))
  const cellAt = new Map(report.cells.map(({ place }, index) => [place, index]))
  return report.cells.map((cell): CellData => {
    const { place, figure, unit, because } = cell
    const { caption = place, under = [] } = names.get(place) ?? {}
    return {
      place,
      caption,
      under: word(under.join(' › ')),
      printed: printedText(cell),
      ...(figure === undefined ? {} : { figure: indexOf(figure) }),
      ...(unit === 0 ? {} : { unit }),
      ...footingData(cell, cellAt),
      ...(because === undefined ? {} : { because }),
    }
  })
}

function footingData({ footing }: Cell, cellAt: ReadonlyMap<string, number>): Pick<CellData, 'footing' | 'moved' | 'of'> {
  if (footing === undefined) return {}
  if (footing.by === 'lock') return { footing: 'lock' }
  const moved = footing.movedBy === 0n ? {} : { moved: signed(footing.movedBy) }
  if (footing.by === 'foot') return { footing: 'foot', ...moved }
  return { footing: 'cells', ...moved, of: footing.of.flatMap((place) => cellAt.get(place) ?? []) }
}

export const signed = (units: bigint): string => (units > 0n ? `+${units}` : String(units))

function figureData(report: Report, id: FigureId, indexOf: (id: FigureId) => number, tables: SourceTables, word: WordIndex): FigureData {
  const { figures, fund } = report
  const { sentence, operands, sources } = stepOf(figures, id)
  const figure: Figure = figures.get(id)
  const room = Math.max(0, READINGS_MAX - tables.readings.length)
  const listed = sources.slice(0, room)
  return {
    id,
    label: figureLabel(figure, report),
    when: word(whenOf(figure)),
    amount: withSeparators(formatDecimal(figure.amount)),
    unit: unitWords(figure, fund.series.baseCurrency),
    ...(figure.cite === undefined ? {} : { cite: figure.cite }),
    by: figure.derivation.of,
    sentence: word(sentence),
    ...(operands.length === 0 ? {} : { operands: operands.map(indexOf) }),
    ...(listed.length === 0 ? {} : { read: runs(listed.map(tables.indexOf)) }),
    ...(listed.length === sources.length ? {} : { unlisted: sources.length - listed.length }),
  }
}

function unitWords(figure: Figure, currency: string): string {
  const { unit } = figure
  if (unit === 'foreign money') return currencyOf(figure) ?? unit
  return unit === 'money' ? currency : unit === 'money per share' ? `${currency} per share` : unit
}

type WordIndex = (text: string) => number

function wordTable(): { readonly words: readonly string[]; readonly indexOf: WordIndex } {
  const at = new Map<string, number>()
  const words: string[] = []
  return {
    words,
    indexOf: (text) => {
      const known = at.get(text)
      if (known !== undefined) return known
      at.set(text, words.length)
      return words.push(text) - 1
    },
  }
}

type SourceTables = {
  readonly readings: readonly ReadingData[]
  readonly rows: readonly SourceData[]
  readonly files: readonly FileData[]
  readonly indexOf: (field: SourceField) => number
}

/** Tables of what was read, in which a row and a reading of it stand once. */
function sourceTables(): SourceTables {
  const files: FileData[] = []
  const rows: SourceData[] = []
  const readings: ReadingData[] = []
  const fileAt = new Map<string, number>()
  const rowAt = new Map<string, number>()
  const readingAt = new Map<string, number>()
  const once = <Value>(at: Map<string, number>, values: Value[], key: string, make: () => Value): number => {
    const known = at.get(key)
    if (known !== undefined) return known
    at.set(key, values.length)
    values.push(make())
    return values.length - 1
  }
  return {
    files,
    rows,
    readings,
    indexOf: ({ record, source, fields, text, part }) => {
      const file = once(fileAt, files, source.file, () => ({ file: source.file, sha256: source.sha256 }))
      const row = once(rowAt, rows, `${file}:${source.row}`, (): SourceData => [file, source.row, record])
      const names = fields.join(', ')
      const shown = part === undefined ? undefined : withSeparators(formatDecimal(part))
      return once(readingAt, readings, JSON.stringify([row, names, text, shown]), (): ReadingData =>
        shown === undefined ? [row, names, text] : [row, names, text, shown],
      )
    },
  }
}

/** 4, 5, 6, 9 as 4, 3, 9, 1. */
function runs(indexes: readonly number[]): readonly number[] {
  const result: number[] = []
  for (const index of indexes) {
    const first = result.at(-2)
    const length = result.at(-1)
    if (first !== undefined && length !== undefined && index === first + length) result[result.length - 1] = length + 1
    else result.push(index, 1)
  }
  return result
}
