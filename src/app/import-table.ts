/**
 * A foreign table into a book: mapped by its profile, held against what the book has already, and read once more together
 * with the book by the same specifications, before anything is written. Says what is to be written; writes nothing itself.
 */
import { instrumentsEver } from '../events/instrument-names.ts'
import { type ForeignRow, type ForeignTable, foreignPlace } from '../values/foreign-table.ts'
import { compareIssues, type Issue } from '../values/issue.ts'
import { type SourceTable } from '../values/table.ts'
import { type NamedInstrument } from '../import/instrument-lookup.ts'
import { type MadeRecord, type MappedRows, mapRows, type RowIssue } from '../import/map-rows.ts'
import { type Profile } from '../import/profile.ts'
import { type Target, targets } from '../import/target.ts'
import { type Instrument } from '../reference/instrument.ts'
import { type BookSource } from './book-source.ts'
import { againstBook, draftOf } from './import-identity.ts'
import { openBook } from './open-book.ts'

export type ImportOptions = {
  /** Names the files that are written: `events/KIND/NAME.csv`. */
  readonly name: string
  /** Whether rows with a problem are left out, and the others taken; without it a problem refuses the whole file. */
  readonly acceptGoodRows: boolean
  /** Whether the book has a file at this path. */
  readonly isTaken: (file: string) => boolean
}

export type ImportAnswer =
  /** The book has problems, or the profile does not fit the file. */
  { readonly ok: false; readonly wrong: 'book' | 'profile'; readonly issues: readonly Issue[] } | { readonly ok: true; readonly plan: ImportPlan }

export type ImportPlan = {
  readonly table: ForeignTable
  readonly parts: readonly ImportPart[]
  /** Rows that became records, or had become them before. */
  readonly taken: number
  readonly skipped: MappedRows['skipped']
  /** Rows left out, or refused with all others. */
  readonly failed: number
  readonly differences: MappedRows['differences']
  readonly unused: readonly string[]
  readonly issues: readonly Issue[]
  /** Whether `parts` are to be written: there is no issue, or rows with one are left out. */
  readonly isAccepted: boolean
}

/** What becomes of one kind of record. */
export type ImportPart = {
  readonly target: Target
  /** The file of the book that the new records go to. */
  readonly file: string
  readonly header: readonly string[]
  readonly added: readonly MadeRecord[]
  /** Records that the book has, the same in every column that the profile fills. */
  readonly present: number
  /** Records that the file says more than once. */
  readonly repeated: number
}

export function importTable(source: BookSource, table: ForeignTable, profile: Profile, options: ImportOptions): ImportAnswer {
  const { book, issues: ofBook } = openBook(source)
  if (book === undefined || ofBook.length > 0) return { ok: false, wrong: 'book', issues: ofBook }
  const context = { baseCurrency: book.fund.series.baseCurrency }
  const { mapped, issues: ofProfile } = mapRows(profile, table, instrumentsEver(book).map(namedInstrument), context.baseCurrency)
  if (mapped === undefined) return { ok: false, wrong: 'profile', issues: ofProfile }

  const found: RowIssue[] = [...mapped.issues]
  const others: Issue[] = []
  let records = mapped.records
  let parts: readonly ImportPart[]
  for (;;) {
    const before = found.length
    const held = againstBook(source, records, table, context)
    // One by one: a large file can have as many issues, too many for the arguments of a call.
    for (const issue of held.issues) found.push(issue)
    parts = targets.flatMap((target) => partOf(target, held, records, options))
    const read = readBack(source, parts, table)
    for (const issue of read.ofRows) found.push(issue)
    if (others.length === 0) for (const issue of read.others) others.push(issue)
    if (!options.acceptGoodRows || found.length === before) break
    // What is left without the rows that have a problem may have one of its own: a settlement without its trade.
    records = withoutFailed(records, found)
  }
  const failed = new Set(found.map(({ row }) => row))
  const skipped = mapped.skipped.reduce((count, { rows }) => count + rows.length, 0)
  const issues = [...found.map(({ issue }) => issue), ...others].toSorted(compareIssues)
  return {
    ok: true,
    plan: {
      table,
      parts: parts.map((part) => ({ ...part, added: part.added.filter(({ row }) => !failed.has(row)) })),
      taken: table.rows.length - skipped - failed.size,
      failed: failed.size,
      skipped: mapped.skipped,
      differences: mapped.differences,
      unused: mapped.unused,
      issues,
      isAccepted: issues.length === 0 || (options.acceptGoodRows && others.length === 0),
    },
  }
}

const namedInstrument = ({ id, name, currency, identifiers: { cusip, isin, sedol, figi, ticker } }: Instrument): NamedInstrument => ({
  id,
  name,
  currency,
  cusip,
  isin,
  sedol,
  figi,
  ticker,
})

/** A row is left out whole, and so is a record of several rows: an entry by hand without one of its lines does not balance. */
function withoutFailed(records: readonly MadeRecord[], found: readonly RowIssue[]): readonly MadeRecord[] {
  const rows = new Set(found.map(({ row }) => row))
  const ids = new Set(records.filter(({ row }) => rows.has(row)).map(recordOf))
  return records.filter((record) => !rows.has(record.row) && !ids.has(recordOf(record)))
}

const recordOf = ({ target, row, cells }: MadeRecord): string | ForeignRow =>
  target.key !== undefined && target.key.length > 1 && target.key[0] === 'id' ? `${target.name} ${cells['id']}` : row

function partOf(target: Target, held: ReturnType<typeof againstBook>, records: readonly MadeRecord[], { name, isTaken }: ImportOptions): ImportPart[] {
  if (!records.some((record) => record.target === target)) return []
  const added = held.added.filter((record) => record.target === target)
  const used = new Set(added.flatMap(({ cells }) => Object.keys(cells)))
  const header = Object.entries(target.columns).flatMap(([column, { isRequired }]) => (isRequired || used.has(column) ? [column] : []))
  const count = (of: readonly MadeRecord[]): number => of.filter((record) => record.target === target).length
  return [{ target, file: freeFile(target, name, isTaken), header, added, present: count(held.present), repeated: count(held.repeated) }]
}

/** No file of the book is written into but instruments.csv: a second import under one name has a number behind it. */
function freeFile(target: Target, name: string, isTaken: (file: string) => boolean): string {
  if (target.part === 'instruments') return target.file(name)
  for (let number = 1; ; number += 1) {
    const file = target.file(number === 1 ? name : `${name}-${number}`)
    if (!isTaken(file)) return file
  }
}

/** The book as it would be, read as a book is read; what is wrong with a new row is said at the foreign row it came from. */
function readBack(
  source: BookSource,
  parts: readonly ImportPart[],
  table: ForeignTable,
): { readonly ofRows: readonly RowIssue[]; readonly others: readonly Issue[] } {
  const drafts = parts.filter(({ added }) => added.length > 0).map((part) => ({ part, draft: draftOf(part.file, part.header, part.added, source.instruments) }))
  const ofRows: RowIssue[] = []
  const others: Issue[] = []
  const changed = drafts.reduce((book, { part, draft }) => withTable(book, part.target, draft.table), source)
  for (const issue of openBook(changed).issues) {
    const record = drafts.find(({ draft }) => draft.table.file === issue.place.file)?.draft.recordAt(issue.place.row ?? 0)
    if (record === undefined) others.push(issue)
    else ofRows.push({ row: record.row, issue: atForeignRow(issue, record, table) })
  }
  return { ofRows, others }
}

function withTable(source: BookSource, { part, name }: Target, table: SourceTable): BookSource {
  switch (part) {
    case 'instruments':
      return { ...source, instruments: table }
    case 'events':
      return { ...source, events: [...source.events, { kind: name, table }] }
    case 'prices':
    case 'rates':
    case 'benchmarks':
    case 'recon':
      return { ...source, [part]: [...(source[part] ?? []), table] }
  }
}

function atForeignRow(issue: Issue, { target, from, row }: MadeRecord, table: ForeignTable): Issue {
  const { column } = issue.place
  if (column === undefined) return { ...issue, place: foreignPlace(table, row) }
  const columns = from[column] ?? []
  return {
    ...issue,
    place: foreignPlace(table, row, columns.length === 0 ? undefined : columns.join(' + ')),
    found: `${issue.found}, as ${column} of ${target.name}`,
  }
}
