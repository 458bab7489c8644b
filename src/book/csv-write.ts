/** Rows to CSV text: RFC 4180, line feeds, quotes only where a cell needs them. What is written here `readCsv` reads back. */
import { invariant } from '../values/invariant.ts'

/** One cell as it is written, in quotes where it holds a comma, a quote or a line end. */
export const csvCell = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** One line, its line feed included. A single empty cell is written as `""`, or the line would be blank. */
export const csvLine = (cells: readonly string[]): string => (cells.length === 1 && cells[0] === '' ? '""\n' : `${cells.map(csvCell).join(',')}\n`)

/** The text of a file. Every row has as many cells as the header. */
export function writeCsv(header: readonly string[], rows: Iterable<readonly string[]>): string {
  const lines = [csvLine(header)]
  for (const cells of rows) {
    invariant(cells.length === header.length, `a row of ${cells.length} cells under a header of ${header.length}`)
    lines.push(csvLine(cells))
  }
  return lines.join('')
}
