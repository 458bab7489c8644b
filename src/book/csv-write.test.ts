import { expect, test } from 'vitest'
import { csvCell } from './csv-write.ts'

test.each([
  ['plain text', 'plain text'],
  ['a, b', '"a, b"'],
  ['he said "sell"', '"he said ""sell"""'],
  ['two\nlines', '"two\nlines"'],
  ['two\rlines', '"two\rlines"'],
  ['', ''],
])('quotes stand only where a cell needs them: %j', (text, written) => expect(csvCell(text)).toBe(written))
