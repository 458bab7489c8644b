/**
 * One CSV file as a table: strict UTF-8, a header, as many cells in every row as the header has, and no cast of any cell.
 * Every fault of the file is an issue of its own; a row with a fault is left out of the table and its neighbours stay.
 */
import type { Issue, Place } from '../values/issue.ts'
import type { SourceLine, SourceTable } from '../values/table.ts'
import { sha256 } from './book-hash.ts'
import { type CsvFault, type CsvRecord, isBlankLine, scanCsv } from './csv-scan.ts'
import { csvCell } from './csv-write.ts'
import { shown } from '../values/shown.ts'
import { decodeUtf8 } from './utf8.ts'

/** The table is undefined where the file has no text or no header that could be read. */
export type CsvReading = { readonly table: SourceTable | undefined; readonly issues: readonly Issue[] }

// Each unclosed quote is searched to the end of the file for its end; a file with so many is beyond mending row by row.
const UNCLOSED_QUOTES_MAX = 100

export function readCsv(file: string, bytes: Uint8Array): CsvReading {
  const { text, issues: encoding } = decodeUtf8(file, bytes)
  if (text === undefined) return { table: undefined, issues: encoding }
  const issues: Issue[] = []
  const rows: SourceLine[] = []
  const lost: SourceLine[] = []
  let header: readonly string[] | undefined
  let unclosed = 0

  scanCsv(text, (record) => {
    if (isBlankLine(record, text)) return undefined
    if (record.faults.length > 0) {
      for (const fault of record.faults) issues.push(syntaxIssue(file, header, record, fault))
      lost.push({ line: record.line, cells: record.cells })
      unclosed += record.faults.filter(({ kind }) => kind === 'unclosed').length
      return header === undefined || unclosed > UNCLOSED_QUOTES_MAX ? 'stop' : undefined
    }
    if (header === undefined) {
      const delimiter = otherDelimiter(record)
      if (delimiter !== undefined) {
        issues.push(delimiterIssue({ file, row: record.line }, delimiter))
        return 'stop'
      }
      header = withoutBlanks(file, record, record.cells, issues)
      return undefined
    }
    if (record.cells.length !== header.length) {
      issues.push(cellCountIssue(file, header, record))
      lost.push({ line: record.line, cells: record.cells })
    } else if (record.cells.every((cell) => cell === '')) issues.push(emptyRowIssue({ file, row: record.line }))
    else rows.push({ line: record.line, cells: withoutBlanks(file, record, header, issues) })
    return undefined
  })

  if (header === undefined) return { table: undefined, issues: issues.length > 0 ? issues : [noHeaderIssue(file)] }
  return { table: { file, sha256: sha256(bytes), header, rows, ...(lost.length === 0 ? {} : { lost }) }, issues }
}

/** The cells, each without leading and trailing blanks and with an issue that says so, so that no second issue follows from the first. */
function withoutBlanks(file: string, { line, cells }: CsvRecord, header: readonly string[], issues: Issue[]): readonly string[] {
  // A list that grew holds room for more cells; a copy, in a file of a million rows, saves a hundred megabytes.
  if (!cells.some(hasBlanks)) return cells.slice()
  return cells.map((cell, position) => {
    const trimmed = cell.trim()
    if (trimmed !== cell) {
      const name = (header[position] as string).trim()
      issues.push({
        code: 'csv.blanks',
        place: { file, row: line, ...(name === '' ? {} : { column: name }) },
        found: shown(cell),
        needed: trimmed === '' ? 'an empty cell' : shown(trimmed),
        remedy: 'Remove the blanks at the ends of the cell.',
      })
    }
    return trimmed
  })
}

// The first and last character decide; `trim` on every cell of a large file would cost a string each.
const hasBlanks = (cell: string): boolean => cell !== '' && (isBlank(cell.charCodeAt(0)) || isBlank(cell.charCodeAt(cell.length - 1)))

const isBlank = (code: number): boolean => code <= 0x20 || (code >= 0xa0 && String.fromCharCode(code).trim() === '')

/** What is wrong with the form of one record, as an issue. */
export function syntaxIssue(file: string, header: readonly string[] | undefined, { cells }: CsvRecord, fault: CsvFault): Issue {
  const { kind, line: row, cell } = fault
  const column = header?.[cell]
  const place: Place = { file, row, ...(column === undefined ? {} : { column }) }
  const written = cells[cell] as string
  switch (kind) {
    case 'stray':
      return written.trimStart().startsWith('"')
        ? {
            code: 'csv.syntax',
            place,
            found: `blanks before the quote that opens the cell: ${shown(written)}`,
            needed: 'the quote directly behind the comma',
            remedy: 'Remove the blanks before the quote.',
          }
        : {
            code: 'csv.syntax',
            place,
            found: `a quote inside a cell that has none around it: ${shown(written)}`,
            needed: 'quotes around the whole cell, and each quote inside it doubled',
            remedy: `Write the cell as ${csvCell(written)}, or remove the quote.`,
          }
    case 'behind':
      return {
        code: 'csv.syntax',
        place,
        found: `text behind the quote that closes the cell: ${shown(written)}`,
        needed: 'a comma or the line end behind the closing quote',
        remedy: 'Remove what follows the closing quote; or, where the quote belongs to the text, double it ("").',
      }
    case 'unclosed':
      return {
        code: 'csv.syntax',
        place,
        found: `a quote that opens a cell and is not closed: ${shown(written)}`,
        needed: 'a closing quote at the end of the cell',
        remedy: 'Close the quote, or remove it where the text needs none. (The rest of this line was not read.)',
      }
    case 'return':
      return {
        code: 'csv.syntax',
        place,
        found: `a carriage return without a line feed, behind ${shown(written)}`,
        needed: 'line ends of LF or CR LF',
        remedy: 'Save the file again with the line ends of Windows or Unix (in Excel: "CSV UTF-8", not "CSV (Macintosh)").',
      }
  }
}

function cellCountIssue(file: string, header: readonly string[], { line, through, cells }: CsvRecord): Issue {
  const count = (cellCount: number): string => `${cellCount} cell${cellCount === 1 ? '' : 's'}`
  const remedy =
    through > line
      ? `The row runs from line ${line} through line ${through}: look for a quote that is not closed where it should be.`
      : cells.length > header.length
        ? 'Put quotes around a text that contains a comma, and take thousands separators out of numbers.'
        : 'Add what is missing; an empty cell still needs its comma.'
  return {
    code: 'csv.cell-count',
    place: { file, row: line },
    found: count(cells.length),
    needed: `${count(header.length)}, as the header has: ${header.join(', ')}`,
    remedy,
  }
}

const emptyRowIssue = (place: Place): Issue => ({
  code: 'csv.empty-row',
  place,
  found: 'a row of empty cells',
  needed: 'a row with values, or none',
  remedy: 'Delete the line (spreadsheets leave such rows behind when their cells are cleared).',
})

const noHeaderIssue = (file: string): Issue => ({
  code: 'csv.no-header',
  place: { file, row: 1 },
  found: 'an empty file',
  needed: 'a first line with the names of the columns',
  remedy: 'Write the header line, or remove the file.',
})

const delimiters: ReadonlyMap<string, string> = new Map([
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'vertical bars'],
])

const otherDelimiter = ({ cells }: CsvRecord): string | undefined =>
  cells.length === 1 ? [...delimiters.keys()].find((delimiter) => cells[0]?.includes(delimiter)) : undefined

const delimiterIssue = (place: Place, delimiter: string): Issue => ({
  code: 'csv.delimiter',
  place,
  found: `columns separated by ${delimiters.get(delimiter)}`,
  needed: 'columns separated by commas, and a point before decimals',
  remedy: 'Save the file with commas (in Excel the separator follows the region of the computer).',
})
