/**
 * Rows written behind those of a CSV file, without changing a byte of these: but where the file has not all columns of the
 * new rows, the missing ones are added to its header, and an empty cell to each of its rows.
 */
import { csvCell } from './csv-write.ts'
import { isBlankLine, scanCsv } from './csv-scan.ts'

/** Cells by the name of their column; a column that is not named is empty. */
export type NewRow = Readonly<Record<string, string>>

/** A whole file of its own. */
export const csvText = (header: readonly string[], rows: readonly NewRow[]): string =>
  [header, ...rows.map((row) => cellsOf(row, header))].map(csvLine).join('')

/** The text of a file that `readCsv` reads without an issue of form, with `rows` behind it. */
export function appendRows(text: string, rows: readonly NewRow[]): string {
  let header: readonly string[] | undefined
  const lineEnds: number[] = []
  scanCsv(text, (record) => {
    if (isBlankLine(record, text)) return
    header ??= record.cells
    lineEnds.push(record.end)
  })
  if (header === undefined) return csvText([...new Set(rows.flatMap((row) => Object.keys(row)))], rows)
  const known = header
  const added = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => !known.includes(name))
  const widened = added.length === 0 ? text : withColumns(text, lineEnds, added)
  const ended = widened.endsWith('\n') ? widened : `${widened}\n`
  const all = [...known, ...added]
  return ended + rows.map((row) => csvLine(cellsOf(row, all))).join('')
}

function withColumns(text: string, lineEnds: readonly number[], added: readonly string[]): string {
  const parts: string[] = []
  let position = 0
  for (const [index, end] of lineEnds.entries()) {
    parts.push(text.slice(position, end), ...added.map((name) => `,${index === 0 ? csvCell(name) : ''}`))
    position = end
  }
  return parts.join('') + text.slice(position)
}

const cellsOf = (row: NewRow, header: readonly string[]): readonly string[] => header.map((name) => row[name] ?? '')
const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\n`
