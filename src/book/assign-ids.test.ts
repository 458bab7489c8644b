import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assignIds } from './assign-ids.ts'
import { readCsv } from './csv.ts'
import { csvCell } from './csv-write.ts'

const none: ReadonlySet<string> = new Set()

describe('ids are written and no other byte changes', () => {
  test('empty cells are filled, in the order of rows', () => {
    expect(assignIds('date,id,note\n2003-01-02,,"a ""b"""\n2003-01-03,mine,x\n2003-01-04,"",y\n', 'sale', none)).toEqual({
      text: 'date,id,note\n2003-01-02,sale-0001,"a ""b"""\n2003-01-03,mine,x\n2003-01-04,sale-0002,y\n',
      assigned: ['sale-0001', 'sale-0002'],
    })
  })

  test('a missing column is put in front', () => {
    expect(assignIds('date,note\n2003-01-02,x\n', 'sale', none).text).toBe('id,date,note\nsale-0001,2003-01-02,x\n')
  })

  test('byte order mark, CR LF, needless quotes, blank lines and a missing last line end stay', () => {
    expect(assignIds('\uFEFF"id","note"\r\n,"x"\r\n\r\n  \r\n,"two\r\nlines"', 'sale', none).text).toBe(
      '\uFEFF"id","note"\r\nsale-0001,"x"\r\n\r\n  \r\nsale-0002,"two\r\nlines"',
    )
    expect(assignIds('\uFEFFnote\r\nx', 'sale', none).text).toBe('\uFEFFid,note\r\nsale-0001,x')
  })

  test('an id as the last column', () => {
    expect(assignIds('note,id\r\nx,\r\ny,""\r\n', 'sale', none).text).toBe('note,id\r\nx,sale-0001\r\ny,sale-0002\r\n')
  })

  test('a row of empty cells is no record and gets none', () => {
    expect(assignIds('id,a\n,\n,x\n', 'sale', none).text).toBe('id,a\n,\nsale-0001,x\n')
    expect(assignIds('a,b\n,\n1,x\n', 'sale', none).text).toBe('id,a,b\n,,\nsale-0001,1,x\n')
  })
})

describe('numbers', () => {
  test('go on behind the highest of the kind, in the file or anywhere in the book', () => {
    const taken = new Set(['sale-0007', 'purchase-0900', 'sale-other', 'sale-'])
    expect(assignIds('id,a\nsale-12,x\n,y\n', 'sale', taken).assigned).toEqual(['sale-0013'])
    expect(assignIds('id,a\n,y\n', 'sale', taken).assigned).toEqual(['sale-0008'])
    expect(assignIds('id,a\n,y\n', 'purchase', taken).assigned).toEqual(['purchase-0901'])
  })

  test('are exact where they are longer than a float can hold', () => {
    expect(assignIds('id,a\nsale-20030102123456789012,x\n,y\n', 'sale', none).assigned).toEqual(['sale-20030102123456789013'])
  })
})

describe('a file is given back as it is', () => {
  test.each([
    ['when every row has an id', 'id,a\nsale-1,x\n'],
    ['when a row does not fit the header', 'id,a\n,x\n,y,z\n'],
    ['when a quote is astray', 'id,a\n,x\n,"y\n'],
    ['when it is empty', ''],
    ['when it has a header only', 'date,note\n'],
  ])('%s', (_, text) => {
    expect(assignIds(text, 'sale', none)).toEqual({ text, assigned: [] })
  })
})

test('taking the ids out again gives the text back, and a second run changes nothing', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '1') }).filter((text) => text === text.trim())
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const kept = rows.filter(([first, second]) => first !== '' || second !== '')
      const text = [['a', 'b'], ...kept].map((cells) => `${cells.map(csvCell).join(',')}\n`).join('')
      const once = assignIds(text, 'sale', none)
      const { table, issues } = readCsv('sale.csv', Buffer.from(once.text))
      expect(issues).toEqual([])
      if (kept.length > 0) expect(table?.rows.map(({ cells }) => cells)).toEqual(kept.map((cells, row) => [once.assigned[row], ...cells]))
      expect(assignIds(once.text, 'sale', new Set(once.assigned))).toEqual({ text: once.text, assigned: [] })
    }),
  )
})
