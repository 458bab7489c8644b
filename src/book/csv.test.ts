import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Issue } from '../values/issue.ts'
import { sha256 } from './book-hash.ts'
import { readCsv } from './csv.ts'
import { scanCsv } from './csv-scan.ts'
import { csvCell } from './csv-write.ts'

const read = (text: string) => readCsv('events/sale.csv', Buffer.from(text))
const rows = (text: string) => read(text).table?.rows.map(({ line, cells }) => [line, ...cells])
const brief = ({ code, place, found }: Issue) => [code, place.row, place.column, found]

describe('a good file', () => {
  test('has its header, its rows with the line each begins on, and the hash of its bytes', () => {
    const bytes = Buffer.from('id,note\r\nsale-1,"two\r\nlines"\r\n\r\n   \r\nsale-2,"he said ""sell"", twice"\r\n')
    expect(readCsv('events/sale.csv', bytes)).toEqual({
      table: {
        file: 'events/sale.csv',
        sha256: sha256(bytes),
        header: ['id', 'note'],
        rows: [
          { line: 2, cells: ['sale-1', 'two\r\nlines'] },
          { line: 6, cells: ['sale-2', 'he said "sell", twice'] },
        ],
      },
      issues: [],
    })
  })

  test('may begin with a byte order mark and end without a line end', () => {
    expect(read('\uFEFFid,note\nsale-1,Société')).toMatchObject({
      table: { header: ['id', 'note'], rows: [{ line: 2, cells: ['sale-1', 'Société'] }] },
      issues: [],
    })
  })

  test('keeps as text what looks like a number', () => {
    expect(rows('cusip,zip,price\n00123E101,0012,1.10\n')).toEqual([[2, '00123E101', '0012', '1.10']])
  })

  test('may have no rows', () => {
    expect(read('id,note\n')).toMatchObject({ table: { rows: [] }, issues: [] })
  })
})

describe('issues', () => {
  const cases: readonly { readonly name: string; readonly text: string; readonly issues: readonly unknown[]; readonly rows?: readonly unknown[] }[] = [
    { name: 'an empty file', text: '', issues: [['csv.no-header', 1, undefined, 'an empty file']] },
    { name: 'a file of blank lines', text: '\n  \n', issues: [['csv.no-header', 1, undefined, 'an empty file']] },
    { name: 'too few cells', text: 'a,b,c\n1,2\n3,4,5\n', issues: [['csv.cell-count', 2, undefined, '2 cells']], rows: [[3, '3', '4', '5']] },
    { name: 'too many cells', text: 'a,b\n1,200\n3,1,000\n', issues: [['csv.cell-count', 3, undefined, '3 cells']], rows: [[2, '1', '200']] },
    { name: 'a row of commas', text: 'a,b\n,\n1,2\n', issues: [['csv.empty-row', 2, undefined, 'a row of empty cells']], rows: [[3, '1', '2']] },
    {
      name: 'blanks around cells',
      text: 'a, b\n1 ,\tx\n"2\u00a0",y\n',
      issues: [
        ['csv.blanks', 1, 'b', '" b"'],
        ['csv.blanks', 2, 'a', '"1 "'],
        ['csv.blanks', 2, 'b', '"\\tx"'],
        ['csv.blanks', 3, 'a', '"2\\u00a0"'],
      ],
      rows: [
        [2, '1', 'x'],
        [3, '2', 'y'],
      ],
    },
    {
      name: 'a quote inside an unquoted cell',
      text: 'a,b\n1,3" pipe\n2,y\n',
      issues: [['csv.syntax', 2, 'b', 'a quote inside a cell that has none around it: "3" pipe"']],
      rows: [[3, '2', 'y']],
    },
    {
      name: 'a blank before a quote',
      text: 'a,b\n1, "x"\n2,y\n',
      issues: [['csv.syntax', 2, 'b', 'blanks before the quote that opens the cell: " "x""']],
      rows: [[3, '2', 'y']],
    },
    {
      name: 'text behind a closing quote',
      text: 'a,b\n1,"x"y\n2,y\n',
      issues: [['csv.syntax', 2, 'b', 'text behind the quote that closes the cell: ""x"y"']],
      rows: [[3, '2', 'y']],
    },
    {
      name: 'a quote not closed in a file without another',
      text: 'a,b\n1,"x\n2,y\n3,z\n',
      issues: [['csv.syntax', 2, 'b', 'a quote that opens a cell and is not closed: ""x"']],
      rows: [
        [3, '2', 'y'],
        [4, '3', 'z'],
      ],
    },
    {
      name: 'a quote not closed before a later quoted cell',
      text: 'a,b\r\n1,"x,y\r\n2,"p"\r\n3,4\r\n',
      issues: [['csv.syntax', 2, 'b', 'a quote that opens a cell and is not closed: ""x,y"']],
      rows: [
        [3, '2', 'p'],
        [4, '3', '4'],
      ],
    },
    {
      name: 'line ends of carriage returns alone',
      text: 'a,b\r1,2\r',
      issues: [['csv.syntax', 1, undefined, 'a carriage return without a line feed, behind "b"']],
    },
    { name: 'semicolons', text: 'a;b\n1;2\n', issues: [['csv.delimiter', 1, undefined, 'columns separated by semicolons']] },
    { name: 'tabs', text: 'a\tb\n1\t2\n', issues: [['csv.delimiter', 1, undefined, 'columns separated by tabs']] },
    {
      name: 'a quote astray in the header',
      text: 'a,b"c\n1,2\n',
      issues: [['csv.syntax', 1, undefined, 'a quote inside a cell that has none around it: "b"c"']],
    },
  ]
  test.each(cases)('$name', ({ text, issues, rows: expected }) => {
    expect(read(text).issues.map(brief)).toEqual(issues)
    expect(rows(text)).toEqual(expected)
  })

  test('all problems of a file come in one run, with lines counted through quoted line ends', () => {
    expect(read('a,b\n1,"x\ny"\n1\n2,q"\n 3,z\n,\n"4\n5,\n').issues.map(brief)).toEqual([
      ['csv.cell-count', 4, undefined, '1 cell'],
      ['csv.syntax', 5, 'b', 'a quote inside a cell that has none around it: "q""'],
      ['csv.blanks', 6, 'a', '" 3"'],
      ['csv.empty-row', 7, undefined, 'a row of empty cells'],
      ['csv.syntax', 8, 'a', 'a quote that opens a cell and is not closed: ""4"'],
    ])
  })

  test('a row with the wrong count that runs over lines points at its quotes', () => {
    const [issue] = read('a,b,c\n1,"x,y\n2,p",4,5\n').issues
    expect(issue?.code).toBe('csv.cell-count')
    expect(issue?.remedy).toBe('The row runs from line 2 through line 3: look for a quote that is not closed where it should be.')
  })

  test('the remedy for a stray quote is the cell as it should stand', () => {
    expect(read('a,b\n1,3" pipe\n').issues[0]?.remedy).toBe('Write the cell as "3"" pipe", or remove the quote.')
  })

  test('a file with quotes beyond mending is given up, not searched for ever', () => {
    const { issues } = read(`a,b\n${'"x,1\n""y,2\n'.repeat(50_000)}`)
    expect(issues.length).toBeLessThan(300)
  })
})

describe('encoding', () => {
  const encoding = (bytes: Uint8Array) => readCsv('a.csv', bytes).issues
  test('Windows-1252 is named by the word it would make', () => {
    const bytes = Buffer.from('id,name\n1,Soci\xe9t\xe9 G\n', 'latin1')
    expect(encoding(bytes)).toEqual([
      {
        code: 'file.encoding',
        place: { file: 'a.csv', row: 2 },
        found: 'byte E9 at byte offset 14, in Windows-1252 "Société"',
        needed: 'text in UTF-8',
        remedy: 'Save the file as UTF-8 (in Excel: Save As, "CSV UTF-8 (Comma delimited)").',
      },
    ])
    expect(readCsv('a.csv', bytes).table).toBeUndefined()
  })

  test('the line and offset count bytes, behind characters of several bytes', () => {
    expect(encoding(Buffer.concat([Buffer.from('é\n€é'), Buffer.from([0x81]), Buffer.from('x')]))[0]).toMatchObject({
      place: { row: 2 },
      found: 'byte 81 at byte offset 8',
    })
  })

  test('a character cut off at the end of the file', () => {
    expect(encoding(Buffer.from([0x61, 0x0a, 0xe2, 0x82]))[0]).toMatchObject({ place: { row: 2 }, found: expect.stringContaining('byte E2 at byte offset 2') })
  })

  test.each([
    ['UTF-16 with a mark', Buffer.from('\uFEFFid,a\n', 'utf16le'), 'bytes FF FE 69 00: the file is UTF-16 (Excel calls it "Unicode Text")'],
    ['UTF-16 without one', Buffer.from('id,a\n', 'utf16le'), 'bytes 69 00 64 00: the file is UTF-16 (Excel calls it "Unicode Text")'],
    ['an Excel workbook', Buffer.from('PK\x03\x04rest'), 'bytes 50 4B 03 04: the file is a ZIP archive, as Excel workbooks are'],
    ['a NUL byte', Buffer.from('id,a\n1,\0\n'), 'byte 00 at byte offset 7'],
  ])('%s', (_, bytes, found) => {
    expect(encoding(bytes)[0]).toMatchObject({ code: 'file.encoding', found })
  })
})

describe('properties', () => {
  const cell = fc
    .oneof(fc.string({ unit: fc.constantFrom('a', '0', '"', ',', '\n', '\r', ' ', 'é', ';') }), fc.string({ unit: 'binary' }))
    .filter((text) => text === text.trim() && !text.includes('\0') && text.isWellFormed())
  const table = fc.integer({ min: 1, max: 5 }).chain((width) => {
    const row = fc.array(cell, { minLength: width, maxLength: width }).filter((cells) => cells.some((text) => text !== ''))
    return fc.record({ header: row.filter((cells) => cells.length > 1 || !/[;\t|]/.test(cells[0] as string)), rows: fc.array(row, { maxLength: 8 }) })
  })

  test('what is written is read back', () => {
    fc.assert(
      fc.property(table, ({ header, rows: written }) => {
        const reading = read([header, ...written].map((cells) => `${cells.map(csvCell).join(',')}\n`).join(''))
        expect(reading.issues).toEqual([])
        expect(reading.table?.header).toEqual(header)
        expect(reading.table?.rows.map(({ cells }) => cells)).toEqual(written)
      }),
    )
  })

  // Inside quotes csv-parse counts CR LF as two lines, so the cells are compared without carriage returns.
  test('csv-parse reads the same cells, on the same lines', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), ({ header, rows: written }, lineEnd) => {
        const text = [header, ...written]
          .map((cells) => cells.map((value) => `"${value.replaceAll('\r', '').replaceAll('"', '""')}"`).join(',') + lineEnd)
          .join('')
        const theirs: [through: number, cells: string[]][] = []
        parse(text, { record_delimiter: ['\r\n', '\n'], bom: true, on_record: (cells: string[], { lines }) => void theirs.push([lines, cells]) })
        const ours: [through: number, cells: readonly string[]][] = []
        scanCsv(text, ({ through, cells }) => void ours.push([through, cells]))
        expect(ours).toEqual(theirs)
      }),
    )
  })

  test('any text at all is read without a throw, and every row has the cells of the header', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', '\uFEFF'), maxLength: 60 }), (text) => {
        const { table: read_, issues } = read(text)
        for (const { cells } of read_?.rows ?? []) expect(cells.length).toBe(read_?.header.length)
        for (const { place } of issues) expect(place.row).toBeLessThanOrEqual(text.split('\n').length)
      }),
      { numRuns: 2000 },
    )
  })
})

test('100,000 rows', () => {
  const lines = Array.from({ length: 100_000 }, (_, row) => `price-${row},ACME,2003-01-02,${row}.10,"a, b"`)
  const { table, issues } = read(`id,instrument,date,price,note\n${lines.join('\n')}\n`)
  expect(issues).toEqual([])
  expect(table?.rows.length).toBe(100_000)
  expect(table?.rows.at(-1)).toEqual({ line: 100_001, cells: ['price-99999', 'ACME', '2003-01-02', '99999.10', 'a, b'] })
})
