/** A file of another program as rows: texts by column, with where each row stands. What they mean is said by a profile. */
import { type Place } from './issue.ts'

export type ForeignTable = {
  readonly file: string
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string
  /** Names of the columns, each once. */
  readonly header: readonly string[]
  readonly rows: readonly ForeignRow[]
}

export type ForeignRow = {
  /** The line it begins on; the first line of the file is 1. */
  readonly line: number
  /** Where several rows can stand on one line, what tells them apart: `BUYSTOCK[3]`. */
  readonly name?: string
  /** In the header's order, without blanks at the ends; a row may have fewer or more than the header. */
  readonly cells: readonly string[]
}

/** ISO 8859-1 is read as Windows-1252, which has all its letters and more. */
export const foreignEncodings = ['utf-8', 'windows-1252', 'iso-8859-15', 'utf-16'] as const
export type ForeignEncoding = (typeof foreignEncodings)[number]

/** What must be known of a delimited file before it can be read. */
export type CsvLayout = {
  readonly encoding: ForeignEncoding
  /** One character. */
  readonly delimiter: string
  /** The line with the names of the columns; 0 where there is none, and columns are named 1, 2, 3 and on. */
  readonly headerRow: number
}

/** Where a cell stands: `statement.ofx:10 BUYSTOCK[3] UNITS`. */
export function foreignPlace({ file }: Pick<ForeignTable, 'file'>, { line, name }: ForeignRow, column?: string): Place {
  const within = [name, column].filter((part) => part !== undefined && part !== '').join(' ')
  return { file, row: line, ...(within === '' ? {} : { column: within }) }
}
