/**
 * Whether a record that an import has made is new. The same record with the same content is there already, and nothing is
 * to be done; with other content it is refused: a file imported again must not change what was booked.
 */
import { type FieldContext } from '../values/field.ts'
import { type ForeignTable, foreignPlace } from '../values/foreign-table.ts'
import { type SourceTable, readTable } from '../values/table.ts'
import { type MadeRecord, type RowIssue } from '../import/map-rows.ts'
import { type Target, targets } from '../import/target.ts'
import { type BookSource } from './book-source.ts'

export type HeldAgainstBook = {
  readonly added: readonly MadeRecord[]
  readonly present: readonly MadeRecord[]
  readonly repeated: readonly MadeRecord[]
  readonly issues: readonly RowIssue[]
}

/** Records as the table of a file; behind the rows that the file has, where it is instruments.csv. */
export type Draft = { readonly table: SourceTable; readonly recordAt: (line: number) => MadeRecord | undefined }

export function draftOf(file: string, header: readonly string[], records: readonly MadeRecord[], instruments: SourceTable | undefined): Draft {
  const existing = instruments?.file === file ? instruments : undefined
  const columns = existing === undefined ? header : [...existing.header, ...header.filter((name) => !existing.header.includes(name))]
  const last = [...(existing?.rows ?? []), ...(existing?.lost ?? [])].reduce((most, { line }) => Math.max(most, line), 1)
  const rows = records.map(({ cells }, index) => ({ line: last + 1 + index, cells: columns.map((name) => cells[name] ?? '') }))
  return {
    table: { ...existing, file, sha256: '', header: columns, rows: [...(existing?.rows ?? []), ...rows] },
    recordAt: (line) => records[line - last - 1],
  }
}

export function againstBook(source: BookSource, records: readonly MadeRecord[], table: ForeignTable, context: FieldContext): HeldAgainstBook {
  const held = { added: [] as MadeRecord[], present: [] as MadeRecord[], repeated: [] as MadeRecord[], issues: [] as RowIssue[] }
  const idsOfBook = eventIds(source)
  for (const target of targets) {
    const ofTarget = records.filter((record) => record.target === target)
    if (ofTarget.length === 0) continue
    const known = knownRecords(source, target, context)
    const keys = keysOf(target)
    const seen = new Map<string, { readonly values: Values; readonly record: MadeRecord }>()
    const draft = draftOf('', Object.keys(target.columns), ofTarget, undefined)
    const contents = new Map(readTable(target.columns, draft.table, context).rows.map(({ source: { row }, values }) => [row, values]))
    for (const [index, record] of ofTarget.entries()) {
      const values = contents.get(index + 2)
      // What cannot be read has no identity to compare; the reader of the book says what is wrong with it.
      if (values === undefined) {
        held.added.push(record)
        continue
      }
      const key = keys(values)
      // What the profile does not fill is the book's own: a time of execution that somebody added is no other record.
      const content = (of: Values): string => contentOf(of, Object.keys(record.from))
      const inBook = known.get(key)
      const earlier = seen.get(key)
      const elsewhere = target.part === 'events' ? idsOfBook.get(record.cells['id'] ?? '') : undefined
      if (inBook !== undefined && content(inBook.values) === content(values)) held.present.push(record)
      else if (inBook !== undefined)
        held.issues.push({ row: record.row, issue: changed(record, table, inBook.place, differing(inBook.values, values, Object.keys(record.from))) })
      else if (elsewhere !== undefined && elsewhere.kind !== target.name)
        held.issues.push({ row: record.row, issue: changed(record, table, elsewhere.place, []) })
      else if (earlier === undefined) {
        seen.set(key, { values, record })
        held.added.push(record)
      } else if (target.maySayTwice && content(earlier.values) === content(values)) held.repeated.push(record)
      else held.issues.push({ row: record.row, issue: repeated(record, table, earlier.record, content(earlier.values) === content(values)) })
    }
  }
  return held
}

type Values = Readonly<Record<string, unknown>>
type Known = { readonly place: string; readonly values: Values }

function knownRecords(source: BookSource, target: Target, context: FieldContext): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>()
  const keys = keysOf(target)
  for (const table of tablesOf(source, target)) {
    for (const { source: at, values } of readTable(target.columns, table, context).rows) known.set(keys(values), { place: `${at.file}:${at.row}`, values })
  }
  return known
}

function tablesOf(source: BookSource, { part, name }: Target): readonly SourceTable[] {
  switch (part) {
    case 'instruments':
      return source.instruments === undefined ? [] : [source.instruments]
    case 'events':
      return source.events.filter(({ kind }) => kind === name).map(({ table }) => table)
    case 'recon':
      return (source.recon ?? []).filter(({ file }) => file.startsWith(`recon/${name}`))
    case 'prices':
    case 'rates':
    case 'benchmarks':
      return source[part] ?? []
  }
}

/** An id is one record of the book, of whatever kind. */
function eventIds({ events }: BookSource): ReadonlyMap<string, { readonly kind: string; readonly place: string }> {
  const ids = new Map<string, { readonly kind: string; readonly place: string }>()
  for (const { kind, table } of events) {
    const position = table.header.indexOf('id')
    for (const { line, cells } of table.rows) ids.set(cells[position] ?? '', { kind, place: `${table.file}:${line}` })
  }
  return ids
}

const plain = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}n` : value)
/** The key of each record in turn. Where there is none it is all that the record says, and how often that was said before. */
function keysOf({ key, columns }: Target): (values: Values) => string {
  if (key !== undefined) return (values) => contentOf(values, key)
  const times = new Map<string, number>()
  return (values) => {
    const content = contentOf(values, Object.keys(columns))
    const time = (times.get(content) ?? 0) + 1
    times.set(content, time)
    return `${time} ${content}`
  }
}

const contentOf = (values: Values, columns: readonly string[]): string =>
  JSON.stringify(
    columns.map((name) => values[name] ?? null),
    plain,
  )

const differing = (left: Values, right: Values, columns: readonly string[]): readonly string[] =>
  columns.filter((name) => contentOf(left, [name]) !== contentOf(right, [name]))

const shownKey = ({ target, cells }: MadeRecord): string =>
  (target.key ?? []).flatMap((name) => (cells[name] === undefined ? [] : [`${name} ${cells[name]}`])).join(', ')

const changed = (record: MadeRecord, table: ForeignTable, place: string, columns: readonly string[]): RowIssue['issue'] => ({
  code: 'import.changed-record',
  place: foreignPlace(table, record.row),
  found: `${record.target.name} with ${shownKey(record)}, ${columns.length === 0 ? 'an id that another kind of record has' : `but another ${columns.join(', ')}`}`,
  needed: `what the book has at ${place}, or an id of its own`,
  remedy: 'If the source has corrected itself, correct the row of the book; if it is another record, have the profile make its id from more columns.',
})

const repeated = (record: MadeRecord, table: ForeignTable, earlier: MadeRecord, isSame: boolean): RowIssue['issue'] => ({
  code: 'import.repeated-record',
  place: foreignPlace(table, record.row),
  found: `${record.target.name} with ${shownKey(record)} a second time${isSame ? '' : ', with other content'}`,
  needed: `one; ${table.file}:${earlier.row.line}${earlier.row.name === undefined ? '' : ` ${earlier.row.name}`} makes it already`,
  remedy: 'Take the row out if it is said twice; if both happened, have the profile make the id from more columns, or set "repeats: number".',
})
