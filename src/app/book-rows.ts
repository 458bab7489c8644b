/** Which rows a book has: what can be asked of one by its file and line. */
import { type Issue, mostLike } from '../values/issue.ts'
import { type SourceTable } from '../values/table.ts'
import { type TreeNode } from '../values/tree.ts'
import { type BookSource } from './book-source.ts'

/** A file of the book. `rows` are the lines that a record begins on, where it holds records; else every line may be asked for. */
type BookFile = { readonly file: string; readonly lastLine: number; readonly rows?: ReadonlySet<number> }

/** How many files are named to who asked for another. */
const MOST_NAMED = 8

/** What is wrong with asking for line `row` of `file`; undefined where the book has it. */
export function missingRow(source: BookSource, file: string, row: number): Issue | undefined {
  const files = filesOf(source)
  const asked = files.find((known) => known.file === file)
  if (asked === undefined) return noSuchFile(files, file, row)
  const { lastLine, rows } = asked
  if (rows?.has(row) ?? row <= lastLine) return undefined
  return {
    code: 'command.no-such-row',
    place: { file: 'FILE:ROW' },
    found: row > lastLine ? `line ${row} of ${file}, which ends at line ${lastLine}` : `line ${row} of ${file}, on which no record begins`,
    needed:
      rows === undefined
        ? `a line from 1 through ${lastLine}`
        : rows.size === 0
          ? 'a file with a record in it'
          : `the line of a record, from 2 through ${lastLine}`,
    remedy: rows === undefined ? 'Correct the line.' : 'Correct the line; the header is line 1.',
  }
}

function noSuchFile(files: readonly BookFile[], file: string, row: number): Issue {
  const names = files.map((known) => known.file)
  const meant = names.find((name) => file.endsWith(`/${name}`)) ?? mostLike(file, names)
  const named = names.slice(0, MOST_NAMED).join(', ')
  return {
    code: 'command.no-such-row',
    place: { file: 'FILE:ROW' },
    found: `"${file}", which is no file of the book`,
    needed: `one of its files: ${named}${names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : ''}`,
    remedy: meant === undefined ? 'Name the file from the folder of the book.' : `Did you mean "${meant}:${row}"? Files are named from the folder of the book.`,
  }
}

const filesOf = ({ fund, instruments, events, prices, halts, rates = [], benchmarks = [], presentation, texts, tables }: BookSource): readonly BookFile[] => [
  ...[fund, presentation].flatMap((tree) => (tree === undefined ? [] : [{ file: tree.file, lastLine: lastLineOf(tree.root) }])),
  ...[
    ...(instruments === undefined ? [] : [instruments]),
    ...(halts === undefined ? [] : [halts]),
    ...events.map(({ table }) => table),
    ...prices,
    ...rates,
    ...benchmarks,
    ...tables,
  ].map(fileOfTable),
  ...texts.map(({ file, text }) => ({ file, lastLine: text.replace(/\n$/, '').split('\n').length })),
]

function fileOfTable({ file, rows, lost = [] }: SourceTable): BookFile {
  const lines = [...rows, ...lost].map(({ line }) => line)
  return { file, lastLine: lines.reduce((last, line) => Math.max(last, line), 1), rows: new Set(lines) }
}

function lastLineOf(node: TreeNode): number {
  const inside = node.shape === 'scalar' ? [] : node.shape === 'sequence' ? node.items : [...node.entries.values()].map(({ value }) => value)
  return inside.reduce((last, each) => Math.max(last, lastLineOf(each)), node.place.row ?? 1)
}
