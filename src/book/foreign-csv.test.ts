import { describe, expect, test } from 'vitest'
import { type CsvLayout } from '../values/foreign-table.ts'
import { readForeignCsv } from './foreign-csv.ts'

/** The text with each character as one byte, as Windows-1252 has those up to U+00FF. */
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const layout: CsvLayout = { encoding: 'utf-8', delimiter: ',', headerRow: 1 }
const read = (text: string | Uint8Array, given: Partial<CsvLayout> = {}) =>
  readForeignCsv('a.csv', typeof text === 'string' ? new TextEncoder().encode(text) : text, { ...layout, ...given })
const rows = (...given: Parameters<typeof read>) => read(...given).table?.rows.map(({ line, cells }) => [line, ...cells])

describe('a delimited file of another program', () => {
  test('blanks at the ends of cells are taken off, and blank lines passed over', () => {
    const { table, issues } = read(' Type ,Book  value\n BUY   , 7 \n\n  \nSELL,8\n,\n')
    expect(issues).toEqual([])
    expect(table?.header).toEqual(['Type', 'Book value'])
    expect(table?.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, 'BUY', '7'],
      [5, 'SELL', '8'],
    ])
  })

  test.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
  ])('%s, also inside quotes', (_, delimiter) =>
    expect(rows(`a${delimiter}b\n"1${delimiter}2"${delimiter}3,5\n`, { delimiter })).toEqual([[2, `1${delimiter}2`, '3,5']]),
  )

  test('titles above the header are passed over, a quote that is astray among them', () => {
    const { table, issues } = read('Account 7" of\nas of today,x\n\nType,Qty\nBUY,1\n', { headerRow: 4 })
    expect(issues).toEqual([])
    expect([table?.header, table?.rows]).toEqual([['Type', 'Qty'], [{ line: 5, cells: ['BUY', '1'] }]])
  })

  test('without a header the columns are numbers', () => expect(read('BUY,1\nSELL,2,3\n', { headerRow: 0 }).table?.header).toEqual(['1', '2', '3']))
  test('a name that stands twice, and none, are told apart', () => expect(read('Amount,,Amount\n').table?.header).toEqual(['Amount', '2', 'Amount (2)']))
  test('a row shorter or longer than the header is a row', () =>
    expect(rows('a,b\nTotal\n1,2,3\n')).toEqual([
      [2, 'Total'],
      [3, '1', '2', '3'],
    ]))

  test('Windows-1252 is read as it is stated: 0xE9 is é, 0x80 the euro', () =>
    expect(rows(bytes('name\nSoci\xe9t\xe9 \x80\n'), { encoding: 'windows-1252' })).toEqual([[2, 'Société €']]))
  test('and is an issue where UTF-8 is stated, as is a byte that no text has', () => {
    expect(read(bytes('name\nSoci\xe9t\xe9\n')).issues).toMatchObject([{ code: 'file.encoding', place: { file: 'a.csv', row: 2 } }])
    expect(read(bytes('name\n\nA\x81\n'), { encoding: 'windows-1252' }).issues).toMatchObject([
      { code: 'file.encoding', place: { row: 3 }, found: expect.stringContaining('U+0081') },
    ])
  })
  test('UTF-16, in both orders of bytes', () => {
    const text = 'name\nSociété\n'
    const units = Array.from(text, (character) => character.charCodeAt(0))
    const little = Uint8Array.from([0xff, 0xfe, ...units.flatMap((unit) => [unit & 0xff, unit >> 8])])
    const big = Uint8Array.from([0xfe, 0xff, ...units.flatMap((unit) => [unit >> 8, unit & 0xff])])
    expect([rows(little, { encoding: 'utf-16' }), rows(big, { encoding: 'utf-16' })]).toEqual([[[2, 'Société']], [[2, 'Société']]])
  })

  test.each([
    ['a header that is beyond the file', 'a,b\n1,2\n', 5, 'a file of 2 lines'],
    ['a header that is an empty line', 'a,b\n\n1,2\n', 2, 'no names of columns on this line'],
    ['a file without anything', '', 1, 'a file of 0 lines'],
  ])('%s is an issue', (_, text, headerRow, found) =>
    expect(read(text, { headerRow }).issues).toMatchObject([{ code: 'import.no-header', place: { file: 'a.csv', row: headerRow }, found }]),
  )
  test('a quote that is not closed is an issue, and the rows behind it are read', () => {
    const { table, issues } = read('a,b\n"1,2\n3,4\n')
    expect(issues).toMatchObject([{ code: 'csv.syntax', place: { row: 2 } }])
    expect(table?.rows).toEqual([{ line: 3, cells: ['3', '4'] }])
  })
})
