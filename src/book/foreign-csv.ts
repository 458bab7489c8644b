/**
 * A delimited file of another program as a table: its separator, and the line its header stands on, are stated by the
 * profile. Blanks at the ends of cells are taken off, and a row may be shorter or longer than the header: whether such a
 * row matters is for the profile to say, since lines of totals often are.
 */
import type { CsvLayout, ForeignRow, ForeignTable } from '../values/foreign-table.ts'
import type { Issue } from '../values/issue.ts'
import { sha256 } from './book-hash.ts'
import { scanCsv, isBlankLine } from './csv-scan.ts'
import { syntaxIssue } from './csv.ts'
import { decodeForeign } from './foreign-text.ts'

export type ForeignReading = { readonly table: ForeignTable | undefined; readonly issues: readonly Issue[] }

export function readForeignCsv(file: string, bytes: Uint8Array, { encoding, delimiter, headerRow }: CsvLayout): ForeignReading {
  const { text, issues: ofEncoding } = decodeForeign(file, bytes, encoding)
  if (text === undefined) return { table: undefined, issues: ofEncoding }
  const issues: Issue[] = []
  const rows: ForeignRow[] = []
  let header: readonly string[] | undefined = headerRow === 0 ? [] : undefined
  let lastLine = 0
  scanCsv(
    text,
    (record) => {
      lastLine = record.line
      // What stands above the header is a title of the file, whatever it looks like.
      if (record.line < headerRow || isBlankLine(record, text)) return
      if (record.faults.length > 0) {
        for (const fault of record.faults) issues.push(syntaxIssue(file, header, record, fault))
        return
      }
      const cells = record.cells.map((cell) => cell.trim())
      if (header === undefined) header = record.line === headerRow ? namedColumns(cells) : undefined
      else if (cells.some((cell) => cell !== '')) rows.push({ line: record.line, cells })
    },
    delimiter.charCodeAt(0),
  )
  if (header === undefined) return { table: undefined, issues: [...issues, noHeader(file, headerRow, lastLine)] }
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  if (headerRow === 0) header = Array.from({ length: widest }, (_, index) => String(index + 1))
  return { table: { file, sha256: sha256(bytes), header, rows }, issues }
}

/** Each name once: a second "Amount" is "Amount (2)", and a column without a name is its number. */
function namedColumns(cells: readonly string[]): readonly string[] {
  const times = new Map<string, number>()
  return cells.map((cell, index) => {
    const name = cell === '' ? String(index + 1) : cell.replaceAll(/\s+/g, ' ')
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return time === 1 ? name : `${name} (${time})`
  })
}

const noHeader = (file: string, headerRow: number, lastLine: number): Issue => ({
  code: 'import.no-header',
  place: { file, row: headerRow },
  found: lastLine < headerRow ? `a file of ${lastLine} lines` : 'no names of columns on this line',
  needed: `the names of the columns on line ${headerRow}`,
  remedy: 'Correct "header_row" of the profile: the line of the file that names the columns, the first line being 1.',
})
