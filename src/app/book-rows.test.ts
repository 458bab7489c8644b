import { expect, test } from 'vitest'
import { csv } from '../../test/support/book.ts'
import { readCsv } from '../book/csv.ts'
import { readYaml } from '../book/yaml.ts'
import { type BookSource } from './book-source.ts'
import { missingRow } from './book-rows.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const source: BookSource = {
  fund: readYaml('fund.yaml', bytes('format: 1\nseries:\n  id: example\n')).tree,
  instruments: readCsv('instruments.csv', bytes(csv('id, name\nacme, Acme Corp.'))).table,
  // The second record has a line break in a cell: it begins on line 3 and the next on line 5.
  events: [{ kind: 'purchase', table: readCsv('events/purchase.csv', bytes('id,memo\nfirst,\nsecond,"two\nlines"\nthird,\n')).table ?? unreadable() }],
  prices: [],
  presentation: undefined,
  texts: [{ file: 'report/letter.md', sha256: '', text: '# Letter\n\nDear all,\n' }],
  tables: [],
}

function unreadable(): never {
  throw new Error("a test's table is no CSV")
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
  ['instrument.csv', 2, '"instrument.csv", which is no file of the book', 'Did you mean "instruments.csv:2"? Files are named from the folder of the book.'],
  ['books/a/fund.yaml', 2, '"books/a/fund.yaml", which is no file of the book', 'Did you mean "fund.yaml:2"? Files are named from the folder of the book.'],
  ['nothing/like/it', 2, '"nothing/like/it", which is no file of the book', 'Name the file from the folder of the book.'],
])('%s:%i is not: %s', (file, row, found, remedy) => expect(missingRow(source, file, row)).toMatchObject({ code: 'command.no-such-row', found, remedy }))
