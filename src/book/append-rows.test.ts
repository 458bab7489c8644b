import { describe, expect, test } from 'vitest'
import { appendRows, csvText } from './append-rows.ts'
import { readCsv } from './csv.ts'

const written = 'id,name\r\nA,"Acme, Inc."\r\nB,Bolt'

describe('rows behind those of a file', () => {
  test('no byte of these changes', () => expect(appendRows(`${written}\r\n`, [{ name: 'Core', id: 'C' }])).toBe(`${written}\r\nC,Core\n`))
  test('a last line without an end gets one', () => expect(appendRows(written, [{ id: 'C' }])).toBe(`${written}\nC,\n`))
  test('a column that the file does not have is added to its header and its rows', () =>
    expect(appendRows('\ufeffid,name\n"A","x\ny"\n\nB,b\n', [{ id: 'C', ticker: 'c,d' }])).toBe('\ufeffid,name,ticker\n"A","x\ny",\n\nB,b,\nC,,"c,d"\n'))
  test('an empty file gets a header', () => expect(appendRows('', [{ id: 'A' }, { name: 'b' }])).toBe('id,name\nA,\n,b\n'))
  test('what is written is read back', () => {
    const { table, issues } = readCsv('a.csv', new TextEncoder().encode(csvText(['id', 'name'], [{ id: 'A', name: 'said "so", twice' }])))
    expect(issues).toEqual([])
    expect(table?.rows.map(({ cells }) => cells)).toEqual([['A', 'said "so", twice']])
  })
})
