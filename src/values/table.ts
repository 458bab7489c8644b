/** Named columns of a source file: the specification from which rows are read, documents written and schemas generated. */
import { type Field, type FieldContext, type Read } from './field.ts'
import { type Issue, mostLike, type Place } from './issue.ts'
import { shown } from './shown.ts'

export type Column<Value> = {
  readonly field: Field<Value>
  readonly isRequired: boolean
  /** What it means, its unit and sign, for the format's documentation. */
  readonly doc: string
}

/** Columns by header name, in the order in which they are documented and written. */
export type Columns = Readonly<Record<string, Column<unknown>>>

export type RowOf<Specification extends Columns> = {
  readonly [Name in keyof Specification]: Specification[Name] extends Column<infer Value> ? Value : never
}

export const required = <Value>(field: Field<Value>, doc: string): Column<Value> => ({ field, isRequired: true, doc })

/** May be left empty, or its column left out. */
export const optional = <Value>(field: Field<Value>, doc: string): Column<Value | undefined> => ({ field, isRequired: false, doc })

/** A file of rows as read: texts with their lines, no meaning yet. */
export type SourceTable = {
  /** Path inside the book, with '/' between folders. */
  readonly file: string
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string
  readonly header: readonly string[]
  readonly rows: readonly SourceLine[]
  /** Rows with a fault of form, which are not among `rows`; their cells are as far as they could be told apart. */
  readonly lost?: readonly SourceLine[]
}

/** One record of a table: the line it begins on (the header is line 1) and its cells in the header's order. */
export type SourceLine = { readonly line: number; readonly cells: readonly string[] }

/** Where a record came from, in full: the end of every derivation. */
export type SourceRow = { readonly file: string; readonly row: number; readonly sha256: string }

export type ReadRow<Specification extends Columns> = { readonly source: SourceRow; readonly values: RowOf<Specification> }

/**
 * A row that could not be read, with its raw cells, so that later checks need not blame others for its absence, and the
 * values that could be, so that a bad cell does not hide what is wrong with its neighbours.
 */
export type UnreadableRow<Specification extends Columns = Columns> = {
  readonly place: { readonly file: string; readonly row: number }
  readonly cells: Readonly<Record<string, string>>
  readonly values: Partial<RowOf<Specification>>
}

export type TableReading<Specification extends Columns> = {
  readonly rows: readonly ReadRow<Specification>[]
  readonly unreadable: readonly UnreadableRow<Specification>[]
  readonly issues: readonly Issue[]
}

/**
 * Reads every row by the specification. A bad cell is an issue of its own and hides neither its neighbours nor other rows,
 * and neither does a bad header: a misspelt column is read as the one it means, a missing one leaves the others to be checked.
 */
export function readTable<Specification extends Columns>(specification: Specification, table: SourceTable, context: FieldContext): TableReading<Specification> {
  // A file whose first line names no column begins with a row.
  if (!table.header.some((name) => Object.hasOwn(specification, name))) return withoutHeader(specification, table)
  const { positions, issues } = readHeader(specification, table)
  const isWhole = !issues.some(({ code }) => code === 'csv.missing-column')
  const names = Object.keys(specification)
  const empty: Readonly<Record<string, unknown>> = Object.fromEntries(names.map((name) => [name, undefined]))
  const columns = names.flatMap((name): ColumnReader[] => {
    const [column, position] = [specification[name], positions.get(name)]
    return column === undefined || position === undefined ? [] : [{ name, column, position, above: '', read: undefined }]
  })
  const rows: ReadRow<Specification>[] = []
  const unreadable: UnreadableRow<Specification>[] = (table.lost ?? []).map((line) => unreadableRow(table, line))

  for (const { line, cells } of table.rows) {
    const values: Record<string, unknown> = { ...empty }
    const before = issues.length
    for (const reader of columns) {
      const { name, column } = reader
      const cell = cells[reader.position] ?? ''
      if (cell === '') {
        if (column.isRequired) issues.push(missingValue({ file: table.file, row: line, column: name }, column))
        continue
      }
      // A cell that says what the cell above it says is not read again: in a file of prices most do.
      const read = reader.read !== undefined && cell === reader.above ? reader.read : column.field.read(cell, context)
      reader.above = cell
      reader.read = read
      if (read.ok) values[name] = read.value
      else
        issues.push({
          code: read.fault.code,
          place: { file: table.file, row: line, column: name },
          found: shown(cell),
          needed: read.fault.needed,
          remedy: read.fault.remedy,
        })
    }
    if (isWhole && issues.length === before)
      rows.push({ source: { file: table.file, row: line, sha256: table.sha256 }, values: values as RowOf<Specification> })
    else unreadable.push({ ...unreadableRow(table, { line, cells }), values: values as Partial<RowOf<Specification>> })
  }
  return { rows, unreadable, issues }
}

/** A column of one file, and its last cell with what was read of it. */
type ColumnReader = { readonly name: string; readonly column: Column<unknown>; readonly position: number; above: string; read: Read<unknown> | undefined }

/** The row as one of which nothing is understood. A cell beyond the header is named by its number. */
export const unreadableRow = ({ file, header }: SourceTable, { line, cells }: SourceLine) => ({
  place: { file, row: line },
  cells: Object.fromEntries(cells.map((cell, position) => [header[position] ?? String(position + 1), cell])),
  values: {},
})

const withoutHeader = <Specification extends Columns>(specification: Specification, table: SourceTable): TableReading<Specification> => ({
  rows: [],
  unreadable: [{ line: 1, cells: table.header }, ...table.rows, ...(table.lost ?? [])].map(({ line, cells }) =>
    unreadableRow({ ...table, header: Object.keys(specification) }, { line, cells }),
  ),
  issues: [
    {
      code: 'csv.no-header',
      place: { file: table.file, row: 1 },
      found: shown(table.header.join(',')),
      needed: `a first line with the names of the columns: ${Object.keys(specification).join(', ')}`,
      remedy: 'Write the header line above the rows, each name above its values.',
    },
  ],
})

/** Where each column stands, and what is wrong with the header. */
function readHeader(specification: Columns, { file, header }: SourceTable): { readonly positions: ReadonlyMap<string, number>; readonly issues: Issue[] } {
  const known = Object.keys(specification)
  const positions = new Map(known.filter((name) => header.includes(name)).map((name) => [name, header.indexOf(name)]))
  const issues: Issue[] = []
  for (const [position, name] of header.entries()) {
    if (header.indexOf(name) !== position) {
      issues.push({
        code: 'csv.repeated-column',
        place: { file, row: 1, column: name },
        found: `column "${name}" twice`,
        needed: 'each column once',
        remedy: 'Remove one of the two, or rename it.',
      })
    } else if (!known.includes(name)) {
      const meant = mostLike(
        name,
        known.filter((candidate) => !header.includes(candidate)),
      )
      if (meant !== undefined && !positions.has(meant)) positions.set(meant, position)
      issues.push({
        code: 'csv.unknown-column',
        place: { file, row: 1, column: name },
        found: name === '' ? 'a column without a name' : `column "${name}"`,
        needed: `one of ${known.join(', ')}`,
        remedy:
          name === ''
            ? 'Name the column, or remove it.'
            : meant === undefined
              ? 'Remove the column; notes of your own belong in another file.'
              : `Did you mean "${meant}"?`,
      })
    }
  }
  for (const [name, column] of Object.entries(specification)) {
    if (column.isRequired && !positions.has(name)) {
      issues.push({
        code: 'csv.missing-column',
        place: { file, row: 1, column: name },
        found: 'no such column',
        needed: `a column "${name}" (${column.field.describes})`,
        remedy: `Add "${name}" to the header and fill it in every row.`,
      })
    }
  }
  return { positions, issues }
}

export const missingValue = (place: Place, column: Column<unknown>): Issue => ({
  code: 'field.required',
  place,
  found: 'nothing',
  needed: column.field.describes,
  remedy: `Fill it in, as in "${column.field.example}".`,
})
