import { expect, test } from 'vitest'
import { writeCsv } from './csv-write.ts'

test('quotes stand only where a cell needs them', () => {
  expect(
    writeCsv(
      ['id', 'note'],
      [
        ['1', 'plain text'],
        ['2', 'a, b'],
        ['3', 'he said "sell"'],
        ['4', 'two\nlines'],
        ['5', ''],
      ],
    ),
  ).toBe('id,note\n1,plain text\n2,"a, b"\n3,"he said ""sell"""\n4,"two\nlines"\n5,\n')
})

test('a row that does not fit its header is a fault of the program', () => {
  expect(() => writeCsv(['a', 'b'], [['1']])).toThrow('a row of 1 cells under a header of 2')
})
