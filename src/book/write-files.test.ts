import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeFiles } from './write-files.ts'

const folder = (): string => mkdtempSync(join(tmpdir(), 'tieout-write-'))

test('files are written whole, in folders that need not be there, and nothing is left beside them', () => {
  const book = folder()
  writeFileSync(join(book, 'instruments.csv'), 'old')
  const text = 'é'.repeat(1_000_000)
  writeFiles(book, [
    { file: 'instruments.csv', text: 'new' },
    { file: 'events/purchase/a.csv', text },
  ])
  expect(readFileSync(join(book, 'instruments.csv'), 'utf8')).toBe('new')
  expect(readFileSync(join(book, 'events/purchase/a.csv'), 'utf8')).toBe(text)
  expect(readdirSync(book, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual(['events', 'events/purchase', 'events/purchase/a.csv', 'instruments.csv'])
})

test('where one cannot be written, none is, and nothing is left beside them', () => {
  const book = folder()
  writeFileSync(join(book, 'instruments.csv'), 'old')
  // A file stands where a folder is needed.
  mkdirSync(join(book, 'events'))
  writeFileSync(join(book, 'events/purchase'), 'a file')
  const files = [
    { file: 'instruments.csv', text: 'new' },
    { file: 'events/purchase/a.csv', text: 'x' },
  ]
  expect(() => writeFiles(book, files)).toThrow(/EEXIST|ENOTDIR/)
  expect(readFileSync(join(book, 'instruments.csv'), 'utf8')).toBe('old')
  expect(readdirSync(book).toSorted()).toEqual(['events', 'instruments.csv'])
})
