/**
 * A book folder as tables, trees and texts. It reads every file it knows by its place and says so of every file it does not
 * know, so that nothing a person put into a book is passed over in silence. Files come in the order of their paths by code
 * unit, and paths are relative to the book: the same book gives the same result wherever it lies.
 *
 *   fund.yaml, instruments.csv          required
 *   events/KIND.csv, events/KIND/*.csv  the name is the kind
 *   halts.csv
 *   prices/**.csv, rates/**.csv, benchmarks/**.csv
 *   exceptions.csv, exceptions/*.csv    what was decided about exceptions
 *   recon/**.csv                        what others say of the fund; the name is the kind
 *   report/presentation.yaml, report/*.md, report/*.csv
 *
 * Read over: hidden files, README.md, LICENSE and, in the book itself, out/.
 */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import { compareIssues, compareText, type Issue, mostLike } from '../values/issue.ts'
import type { SourceTable } from '../values/table.ts'
import type { SourceTree } from '../values/tree.ts'
import { sha256 } from './book-hash.ts'
import { readCsv } from './csv.ts'
import { shown } from '../values/shown.ts'
import { decodeUtf8 } from './utf8.ts'
import { readYaml } from './yaml.ts'

export type BookFolder = {
  readonly fund: SourceTree | undefined
  readonly instruments: SourceTable | undefined
  /** halts.csv */
  readonly halts: SourceTable | undefined
  readonly events: readonly EventTable[]
  readonly prices: readonly SourceTable[]
  readonly rates: readonly SourceTable[]
  readonly benchmarks: readonly SourceTable[]
  /** exceptions.csv and exceptions/*.csv */
  readonly dispositions: readonly SourceTable[]
  readonly recon: readonly SourceTable[]
  /** report/presentation.yaml */
  readonly presentation: SourceTree | undefined
  /** report/*.md */
  readonly texts: readonly SourceText[]
  /** report/*.csv: trustees and officers. */
  readonly tables: readonly SourceTable[]
  /** What was not read at all, and under which path it would have been: what it holds is unknown. */
  readonly unread: readonly UnreadFile[]
}

/** `as` is the path that the file has, or by its likeness should have; a folder ends in '/'. */
export type UnreadFile = { readonly file: string; readonly as: string }

export type EventTable = { readonly kind: string; readonly table: SourceTable }

export type SourceText = { readonly file: string; readonly sha256: string; readonly text: string }

/** The folder is undefined only where there is none; each part that could not be read is absent, with its issues. */
export type BookFolderReading = { readonly folder: BookFolder | undefined; readonly issues: readonly Issue[] }

/** Reads the book at `path`; `kinds` are the kinds of event there are. */
export function readBookFolder(path: string, kinds: readonly string[]): BookFolderReading {
  const status = statSync(path, { throwIfNoEntry: false })
  if (status === undefined || !status.isDirectory()) return { folder: undefined, issues: [missingFolder(path, status !== undefined)] }
  const issues: Issue[] = []
  const unread: UnreadFile[] = []
  const book: Book = { path, issues, unread }

  const claimed = new Set<string>()
  const root = entriesOf(book, '')
  const fund = readRequired(book, 'fund.yaml', root, claimed, readYaml)?.tree
  const instruments = readRequired(book, 'instruments.csv', root, claimed, readCsv)?.table
  let halts: SourceTable | undefined
  const events: EventTable[] = []
  const observed = new Map<string, readonly SourceTable[]>()
  const dispositions: SourceTable[] = []
  let report: Report = { presentation: undefined, texts: [], tables: [] }

  for (const entry of root) {
    if (claimed.has(entry.name)) continue
    if (!entry.isFolder && entry.name === 'halts.csv') halts = read(book, entry.name, readCsv).table
    else if (entry.isFolder && entry.name === 'events') events.push(...readEvents(book, kinds))
    else if (entry.isFolder && observedFolders.includes(entry.name)) observed.set(entry.name, inOrder(readObserved(book, entry.name, entry.name)))
    else if (entry.isFolder && entry.name === 'exceptions') dispositions.push(...readTables(book, 'exceptions', 'exceptions/*.csv'))
    else if (!entry.isFolder && entry.name === 'exceptions.csv') dispositions.push(...readTable(book, entry.file))
    else if (entry.isFolder && entry.name === 'report') report = readReport(book)
    else if (entry.isFolder && entry.name === 'out') continue
    else {
      issues.push(unknownInRoot(entry, root))
      const meant = entry.isFolder ? mostLike(entry.name, dataFolders) : undefined
      if (meant !== undefined) unread.push({ file: `${entry.name}/`, as: `${meant}/` })
    }
  }
  return {
    folder: {
      fund,
      instruments,
      halts,
      events: events.toSorted((left, right) => compareText(left.table.file, right.table.file)),
      prices: observed.get('prices') ?? [],
      rates: observed.get('rates') ?? [],
      dispositions: inOrder(dispositions),
      recon: observed.get('recon') ?? [],
      benchmarks: observed.get('benchmarks') ?? [],
      ...report,
      unread,
    },
    issues: issues.toSorted(compareIssues),
  }
}

type Book = { readonly path: string; readonly issues: Issue[]; readonly unread: UnreadFile[] }

/** Folders of what was observed at the market, and of what others say of the fund: CSV files, in folders or not. */
const observedFolders = ['prices', 'rates', 'benchmarks', 'recon']
const dataFolders = ['events', ...observedFolders, 'exceptions']

/** A file or folder in one folder of the book; `file` is its path from the book. */
type FolderEntry = { readonly name: string; readonly file: string; readonly isFolder: boolean }

/** What stands in a folder of the book, without what is read over. Links are followed; one that leads nowhere or back up is an issue. */
function entriesOf(book: Book, folder: string): readonly FolderEntry[] {
  const entries: FolderEntry[] = []
  const here = realpathSync(join(book.path, folder))
  for (const name of readdirSync(here).toSorted(compareText)) {
    if (name.startsWith('.') || documentation.has(name)) continue
    const file = folder === '' ? name : `${folder}/${name}`
    const status = statSync(join(here, name), { throwIfNoEntry: false })
    const isFolder = status?.isDirectory() ?? false
    if (status === undefined) {
      book.issues.push(brokenLink(file, 'nothing'))
      book.unread.push({ file, as: file })
    } else if (isFolder && `${here}${sep}`.startsWith(`${realpathSync(join(here, name))}${sep}`))
      book.issues.push(brokenLink(`${file}/`, 'a folder that it is in'))
    else entries.push({ name, file, isFolder })
  }
  return entries
}

const brokenLink = (file: string, target: string): Issue => ({
  code: 'book.broken-link',
  place: { file },
  found: `a link to ${target}`,
  needed: 'a file or folder, or a link to one',
  remedy: 'Mend or remove the link.',
})

const documentation: ReadonlySet<string> = new Set(['README.md', 'LICENSE'])

/** Reads one file with `reader`, and takes its issues; where nothing could be read of it, that is noted. */
function read<Reading extends { readonly issues: readonly Issue[] }>(book: Book, file: string, reader: (file: string, bytes: Uint8Array) => Reading): Reading {
  const reading = reader(file, readFileSync(join(book.path, file)))
  // One by one: a file of a million rows can have as many issues, too many for the arguments of a call.
  for (const issue of reading.issues) book.issues.push(issue)
  if (Object.entries(reading).every(([part, value]) => part === 'issues' || value === undefined)) book.unread.push({ file, as: file })
  return reading
}

function readRequired<Reading extends { readonly issues: readonly Issue[] }>(
  book: Book,
  name: string,
  root: readonly FolderEntry[],
  claimed: Set<string>,
  reader: (file: string, bytes: Uint8Array) => Reading,
): Reading | undefined {
  if (root.some((entry) => entry.name === name && !entry.isFolder)) {
    claimed.add(name)
    return read(book, name, reader)
  }
  const likely = mostLike(
    name,
    root.filter(({ isFolder }) => !isFolder).map((entry) => entry.name),
  )
  // A file under nearly the name is said once, here, and not again as unknown.
  if (likely !== undefined) claimed.add(likely)
  book.issues.push({
    code: 'book.missing-file',
    place: { file: name },
    found: likely === undefined ? `no file ${name}` : `no file ${name}, but ${likely}`,
    needed: `${name}: ${requiredFiles[name]}`,
    remedy:
      likely === undefined
        ? 'Add the file ("tieout init" writes one to begin with), or give the path of the book itself.'
        : `Did you mean "${likely}"? Rename it to "${name}".`,
  })
  return undefined
}

const requiredFiles: Readonly<Record<string, string>> = {
  'fund.yaml': 'the fund, its classes and its policies',
  'instruments.csv': 'the securities the fund holds or has held',
}

function readEvents(book: Book, kinds: readonly string[]): readonly EventTable[] {
  const events: EventTable[] = []
  for (const entry of entriesOf(book, 'events')) {
    const kind = entry.isFolder ? entry.name : entry.name.replace(/\.csv$/, '')
    if (!entry.isFolder && !entry.name.endsWith('.csv')) {
      book.issues.push(notCsv(entry, 'events/KIND.csv or a folder events/KIND'))
      book.unread.push({ file: entry.file, as: 'events/' })
    } else if (!kinds.includes(kind)) {
      book.issues.push(unknownKind(entry, kind, kinds))
      const meant = mostLike(kind, kinds)
      book.unread.push({ file: entry.file, as: meant === undefined ? 'events/' : `events/${meant}.csv` })
    } else {
      for (const table of entry.isFolder ? readTables(book, entry.file, 'events/KIND/*.csv') : readTable(book, entry.file)) events.push({ kind, table })
    }
  }
  return events
}

/** The tables of a folder that holds CSV files and nothing else. */
function readTables(book: Book, folder: string, needed: string): readonly SourceTable[] {
  const tables: SourceTable[] = []
  for (const entry of entriesOf(book, folder)) {
    if (entry.isFolder || !entry.name.endsWith('.csv')) {
      book.issues.push(notCsv(entry, needed))
      book.unread.push({ file: entry.file, as: entry.file })
    } else tables.push(...readTable(book, entry.file))
  }
  return tables
}

function readObserved(book: Book, folder: string, top: string): readonly SourceTable[] {
  const tables: SourceTable[] = []
  for (const entry of entriesOf(book, folder)) {
    if (entry.isFolder) tables.push(...readObserved(book, entry.file, top))
    else if (!entry.name.endsWith('.csv')) {
      book.issues.push(notCsv(entry, `CSV files, in ${top}/ or folders in it`))
      book.unread.push({ file: entry.file, as: entry.file })
    } else tables.push(...readTable(book, entry.file))
  }
  return tables
}

/** The table of one file, or none where nothing of it could be read. */
function readTable(book: Book, file: string): readonly SourceTable[] {
  const { table } = read(book, file, readCsv)
  return table === undefined ? [] : [table]
}

type Report = Pick<BookFolder, 'presentation' | 'texts' | 'tables'>

function readReport(book: Book): Report {
  const texts: SourceText[] = []
  const tables: SourceTable[] = []
  let presentation: SourceTree | undefined
  for (const entry of entriesOf(book, 'report')) {
    if (!entry.isFolder && entry.name === 'presentation.yaml') presentation = read(book, entry.file, readYaml).tree
    else if (!entry.isFolder && entry.name.endsWith('.md')) {
      const { text } = read(book, entry.file, readText)
      if (text !== undefined) texts.push(text)
    } else if (!entry.isFolder && entry.name.endsWith('.csv')) {
      const { table } = read(book, entry.file, readCsv)
      if (table !== undefined) tables.push(table)
    } else book.issues.push(unknownInReport(entry))
  }
  return { presentation, texts, tables }
}

function readText(file: string, bytes: Uint8Array): { readonly text: SourceText | undefined; readonly issues: readonly Issue[] } {
  const { text, issues } = decodeUtf8(file, bytes)
  return { text: text === undefined ? undefined : { file, sha256: sha256(bytes), text }, issues }
}

const inOrder = (tables: readonly SourceTable[]): readonly SourceTable[] => tables.toSorted((left, right) => compareText(left.file, right.file))

const missingFolder = (path: string, isThere: boolean): Issue => ({
  code: 'book.missing-folder',
  place: { file: path },
  found: isThere ? 'a file' : 'nothing at this path',
  needed: 'a folder with fund.yaml in it',
  remedy:
    isThere && basename(path) === 'fund.yaml' ? 'Give the folder that holds the file, not the file.' : 'Check the path; "tieout init DIR" makes a new book.',
})

function unknownInRoot({ name, isFolder }: FolderEntry, root: readonly FolderEntry[]): Issue {
  // Two folders can be meant as one; two files cannot.
  const known = isFolder
    ? [...dataFolders, 'report', 'out']
    : ['fund.yaml', 'instruments.csv', 'halts.csv', 'exceptions.csv', ...documentation].filter((candidate) => !root.some((entry) => entry.name === candidate))
  const asOtherShape = isFolder ? ['fund.yaml', 'instruments.csv', 'halts.csv', 'exceptions.csv'] : [...dataFolders, 'report']
  const meant = mostLike(name, known)
  return {
    code: 'book.unknown-file',
    place: { file: isFolder ? `${name}/` : name },
    found: `a ${isFolder ? 'folder' : 'file'} ${shown(name)}`,
    needed: `fund.yaml, instruments.csv, halts.csv, exceptions.csv and the folders ${dataFolders.join(', ')} and report`,
    remedy: asOtherShape.includes(name)
      ? `Make "${name}" a ${isFolder ? 'file' : 'folder'}.`
      : meant !== undefined
        ? `Did you mean "${meant}"?`
        : `Move it out of the book, or begin its name with "." to have it read over.`,
  }
}

function unknownKind({ file, name, isFolder }: FolderEntry, kind: string, kinds: readonly string[]): Issue {
  const meant = mostLike(kind, kinds)
  return {
    code: 'book.unknown-file',
    place: { file: isFolder ? `${file}/` : file },
    found: `${isFolder ? 'a folder' : 'a file'} ${shown(name)}, for a kind of event there is not`,
    needed: `one of ${kinds.join(', ')}`,
    remedy:
      meant === undefined ? 'Name the file for the kind of its records, or move it out of events/.' : `Did you mean "${isFolder ? meant : `${meant}.csv`}"?`,
  }
}

const notCsv = ({ file, name, isFolder }: FolderEntry, needed: string): Issue => ({
  code: 'book.unknown-file',
  place: { file: isFolder ? `${file}/` : file },
  found: `a ${isFolder ? 'folder' : 'file'} ${shown(name)}`,
  needed,
  remedy: isFolder
    ? 'Move its files up into this folder.'
    : name.toLowerCase().endsWith('.csv')
      ? 'Write the ending of the name in small letters: ".csv".'
      : 'Save it as CSV, or move it out of the book.',
})

const unknownInReport = ({ file, name, isFolder }: FolderEntry): Issue => ({
  code: 'book.unknown-file',
  place: { file: isFolder ? `${file}/` : file },
  found: `a ${isFolder ? 'folder' : 'file'} ${shown(name)}`,
  needed: 'presentation.yaml, texts (*.md) and tables (*.csv)',
  remedy: !isFolder && mostLike(name, ['presentation.yaml']) !== undefined ? 'Did you mean "presentation.yaml"?' : 'Move it out of the book.',
})
