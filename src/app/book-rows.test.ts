import { expect, test } from 'vitest'
import { type SourceTable } from '../values/table.ts'
import { type Entry, type TreeNode } from '../values/tree.ts'
import { type BookSource } from './book-source.ts'
import { missingRow } from './book-rows.ts'

const table = (file: string, lines: readonly number[]): SourceTable => ({
  file,
  sha256: '',
  header: ['id', 'memo'],
  rows: lines.map((line) => ({ line, cells: ['', ''] })),
})

const place = (row: number) => ({ file: 'fund.yaml', row })
const scalar = (row: number): TreeNode => ({ shape: 'scalar', place: place(row), text: '' })
const mapping = (row: number, entries: Readonly<Record<string, TreeNode>>): TreeNode => ({
  shape: 'mapping',
  place: place(row),
  entries: new Map(Object.entries(entries).map(([key, value]): [string, Entry] => [key, { place: value.place, value }])),
})

const source: BookSource = {
  // format: 1 / series: / id: example
  fund: { file: 'fund.yaml', sha256: '', root: mapping(1, { format: scalar(1), series: mapping(3, { id: scalar(3) }) }) },
  instruments: table('instruments.csv', [2]),
  // The second record has a line break in a cell: it begins on line 3, and the next on line 5.
  events: [{ kind: 'purchase', table: table('events/purchase.csv', [2, 3, 5]) }],
  prices: [table('prices/2024.csv', [])],
  presentation: undefined,
  texts: [{ file: 'report/letter.md', sha256: '', text: '# Letter\n\nDear all,\n' }],
  tables: [],
}

test.each([
  ['fund.yaml', 3],
  ['instruments.csv', 2],
  ['events/purchase.csv', 5],
  ['report/letter.md', 3],
])('%s:%i is there', (file, row) => expect(missingRow(source, file, row)).toBeUndefined())

test.each([
  ['fund.yaml', 4, 'line 4 of fund.yaml, which ends at line 3', 'Correct the line.'],
  ['report/letter.md', 4, 'line 4 of report/letter.md, which ends at line 3', 'Correct the line.'],
  ['instruments.csv', 3, 'line 3 of instruments.csv, which ends at line 2', 'Correct the line; the header is line 1.'],
  ['instruments.csv', 1, 'line 1 of instruments.csv, on which no record begins', 'Correct the line; the header is line 1.'],
  ['events/purchase.csv', 4, 'line 4 of events/purchase.csv, on which no record begins', 'Correct the line; the header is line 1.'],
  ['prices/2024.csv', 2, 'line 2 of prices/2024.csv, which ends at line 1', 'Correct the line; the header is line 1.'],
  ['instrument.csv', 2, '"instrument.csv", which is no file of the book', 'Did you mean "instruments.csv:2"? Files are named from the folder of the book.'],
  ['books/a/fund.yaml', 2, '"books/a/fund.yaml", which is no file of the book', 'Did you mean "fund.yaml:2"? Files are named from the folder of the book.'],
  ['nothing/like/it', 2, '"nothing/like/it", which is no file of the book', 'Name the file from the folder of the book.'],
])('%s:%i is not: %s', (file, row, found, remedy) => expect(missingRow(source, file, row)).toMatchObject({ code: 'command.no-such-row', found, remedy }))
