import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { readBookFolder } from './read-book-folder.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder on disk with these files; a name that ends in '/' is an empty folder. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-book-'))
  folders.push(folder)
  for (const [file, content] of Object.entries(files)) {
    const path = join(folder, file)
    mkdirSync(file.endsWith('/') ? path : dirname(path), { recursive: true })
    if (!file.endsWith('/')) writeFileSync(path, content)
  }
  return folder
}

const least = { 'fund.yaml': 'format: 1\n', 'instruments.csv': 'id,cusip\nACME,00123E101\n' }
const kinds = ['purchase', 'sale', 'cash-dividend']
const read = (files: Readonly<Record<string, string | Uint8Array>>) => readBookFolder(folderOf(files), kinds)
const issues = (files: Readonly<Record<string, string | Uint8Array>>) => read(files).issues.map(({ code, place, remedy }) => [code, place.file, remedy])

describe('a good book', () => {
  const whole = {
    ...least,
    'events/sale.csv': 'id\nsale-1\n',
    'events/purchase.csv': 'id\np-0\n',
    'events/purchase/2003-01.csv': 'id\np-1\n',
    'events/purchase/2002-12.csv': 'id\np-2\n',
    'prices/b.csv': 'a\n1\n',
    'prices/nyse/2003/a.csv': 'a\n2\n',
    'prices/Z.csv': 'a\n3\n',
    'report/presentation.yaml': 'family: seed\n',
    'report/organization.md': '# Organization\n',
    'report/market.md': 'The year.\n',
    'report/trustees.csv': 'name\nA. Trustee\n',
    'out/nav.csv': 'not read',
    'README.md': 'a book',
    LICENSE: '',
    '.gitignore': 'out\n',
    '.git/config': '',
    'events/README.md': '',
    'prices/.DS_Store': '',
  }

  test('has its parts in the order of their paths', () => {
    const { folder, issues: found } = read(whole)
    expect(found).toEqual([])
    expect(folder?.fund?.file).toBe('fund.yaml')
    expect(folder?.instruments?.rows).toEqual([{ line: 2, cells: ['ACME', '00123E101'] }])
    expect(folder?.events.map(({ kind, table }) => [kind, table.file, table.rows[0]?.cells[0]])).toEqual([
      ['purchase', 'events/purchase.csv', 'p-0'],
      ['purchase', 'events/purchase/2002-12.csv', 'p-2'],
      ['purchase', 'events/purchase/2003-01.csv', 'p-1'],
      ['sale', 'events/sale.csv', 'sale-1'],
    ])
    expect(folder?.prices.map(({ file }) => file)).toEqual(['prices/Z.csv', 'prices/b.csv', 'prices/nyse/2003/a.csv'])
    expect(folder?.presentation?.file).toBe('report/presentation.yaml')
    expect(folder?.texts.map(({ file, text }) => [file, text])).toEqual([
      ['report/market.md', 'The year.\n'],
      ['report/organization.md', '# Organization\n'],
    ])
    expect(folder?.tables.map(({ file }) => file)).toEqual(['report/trustees.csv'])
  })

  test('gives the same result wherever it lies', () => {
    const [first, second] = [folderOf(whole), folderOf(Object.fromEntries(Object.entries(whole).toReversed()))]
    expect(first).not.toBe(second)
    expect(readBookFolder(first, kinds)).toEqual(readBookFolder(second, kinds))
  })

  test('may have no events, prices or report', () => {
    expect(read(least)).toMatchObject({ folder: { events: [], prices: [], presentation: undefined, texts: [], tables: [] }, issues: [] })
  })

  test('may take its prices from elsewhere through a link', () => {
    const shared = folderOf({ 'a.csv': 'a\n1\n' })
    const book = folderOf(least)
    symlinkSync(shared, join(book, 'prices'))
    expect(readBookFolder(book, kinds)).toMatchObject({ folder: { prices: [{ file: 'prices/a.csv' }] }, issues: [] })
  })
})

describe('issues', () => {
  test('no such folder', () => {
    const path = join(folderOf({}), 'nowhere')
    expect(readBookFolder(path, kinds)).toMatchObject({
      folder: undefined,
      issues: [{ code: 'book.missing-folder', place: { file: path }, found: 'nothing at this path' }],
    })
  })

  test('a file in place of the folder', () => {
    const path = join(folderOf(least), 'fund.yaml')
    expect(readBookFolder(path, kinds).issues).toMatchObject([
      { code: 'book.missing-folder', found: 'a file', remedy: 'Give the folder that holds the file, not the file.' },
    ])
  })

  test('an empty folder lacks both files, and is still a book with issues', () => {
    const { folder, issues: found } = read({})
    expect(folder).toMatchObject({ fund: undefined, instruments: undefined, events: [] })
    expect(found.map(({ code, place, found: what }) => [code, place.file, what])).toEqual([
      ['book.missing-file', 'fund.yaml', 'no file fund.yaml'],
      ['book.missing-file', 'instruments.csv', 'no file instruments.csv'],
    ])
  })

  test('files under nearly the right names are said once, with the name that is meant', () => {
    expect(issues({ 'Fund.yml': 'format: 1\n', 'instrument.csv': 'id\n' })).toEqual([
      ['book.missing-file', 'fund.yaml', 'Did you mean "Fund.yml"? Rename it to "fund.yaml".'],
      ['book.missing-file', 'instruments.csv', 'Did you mean "instrument.csv"? Rename it to "instruments.csv".'],
    ])
  })

  test('a kind of event there is not', () => {
    expect(issues({ ...least, 'events/purchases.csv': 'id\n', 'events/sales/2003.csv': 'id\n', 'events/zebra.csv': 'id\n' })).toEqual([
      ['book.unknown-file', 'events/purchases.csv', 'Did you mean "purchase.csv"?'],
      ['book.unknown-file', 'events/sales/', 'Did you mean "sale"?'],
      ['book.unknown-file', 'events/zebra.csv', 'Name the file for the kind of its records, or move it out of events/.'],
    ])
  })

  test('files that do not belong where they are', () => {
    expect(
      issues({
        ...least,
        'notes.txt': '',
        'event/sale.csv': 'id\n',
        'zoo/': '',
        prices: '',
        'events/sale.xlsx': '',
        'events/sale/x.CSV': '',
        'events/sale/more/a.csv': '',
        'report/Presentation.yml': '',
        'report/images/a.png': '',
      }),
    ).toEqual([
      ['book.unknown-file', 'event/', 'Did you mean "events"?'],
      ['book.unknown-file', 'events/sale.xlsx', 'Save it as CSV, or move it out of the book.'],
      ['book.unknown-file', 'events/sale/more/', 'Move its files up into this folder.'],
      ['book.unknown-file', 'events/sale/x.CSV', 'Write the ending of the name in small letters: ".csv".'],
      ['book.unknown-file', 'notes.txt', 'Move it out of the book, or begin its name with "." to have it read over.'],
      ['book.unknown-file', 'prices', 'Make "prices" a folder.'],
      ['book.unknown-file', 'report/Presentation.yml', 'Did you mean "presentation.yaml"?'],
      ['book.unknown-file', 'report/images/', 'Move it out of the book.'],
      ['book.unknown-file', 'zoo/', 'Move it out of the book, or begin its name with "." to have it read over.'],
    ])
  })

  test('a link that leads nowhere, and prices that contain themselves', () => {
    const book = folderOf({ ...least, 'prices/a.csv': 'a\n1\n' })
    symlinkSync(join(book, 'gone.csv'), join(book, 'prices', 'b.csv'))
    symlinkSync(join(book, 'prices'), join(book, 'prices', 'loop'))
    const { folder, issues: found } = readBookFolder(book, kinds)
    expect(found.map(({ code, place }) => [code, place.file])).toEqual([
      ['book.broken-link', 'prices/b.csv'],
      ['book.broken-link', 'prices/loop/'],
    ])
    expect(folder?.prices.map(({ file }) => file)).toEqual(['prices/a.csv'])
  })

  test('the issues of all files come together, by file and line, and the other files are still read', () => {
    const { folder, issues: found } = read({
      'fund.yaml': 'a: 1\na: 2\n',
      'instruments.csv': '',
      'events/sale.csv': 'id,a\n1\n2,x\n',
      'prices/a.csv': Buffer.from('a\n\xe9\n', 'latin1'),
      'report/a.md': Buffer.from('\xe9', 'latin1'),
    })
    expect(found.map(({ code, place }) => [code, place.file, place.row])).toEqual([
      ['csv.cell-count', 'events/sale.csv', 2],
      ['yaml.repeated-key', 'fund.yaml', 2],
      ['csv.no-header', 'instruments.csv', 1],
      ['file.encoding', 'prices/a.csv', 2],
      ['file.encoding', 'report/a.md', 1],
    ])
    expect(folder?.events[0]?.table.rows).toEqual([{ line: 3, cells: ['2', 'x'] }])
    expect(folder).toMatchObject({ instruments: undefined, prices: [], texts: [] })
  })
})
