import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bookHashOf, readBook } from '../../src/cli/read-book.ts'
import { examplePath } from '../support/example-report.ts'

/** The hash of a copy of the example in which one file is rewritten. */
function hashWith(file: string, rewrite: (text: string) => string): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'tieout-hash-')), 'book')
  cpSync(examplePath, folder, { recursive: true })
  writeFileSync(join(folder, file), rewrite(readFileSync(join(folder, file), 'utf8')))
  return bookHashOf(readBook(folder))
}

const hash = bookHashOf(readBook(examplePath))

test('the book hash is over records: not over comments, nor where a record stands in its file', () => {
  expect(hashWith('fund.yaml', (text) => `# A comment more.\n\n${text}`)).toBe(hash)
  expect(hashWith('events/purchase.csv', (text) => [text.split('\n')[0], ...text.trimEnd().split('\n').slice(1).toReversed(), ''].join('\n'))).toBe(hash)
  expect(hashWith('report/letter.md', (text) => `${text}\nOne sentence more.\n`)).toBe(hash)
})

test.each([
  ['fund.yaml', 'par_value: 0.001', 'par_value: 0.002'],
  ['fund.yaml', 'name: Janus Services LLC', 'name: Janus Services Inc.'],
  ['fund.yaml', 'rate: 0.0075', 'rate: 0.0076'],
  ['instruments.csv', 'KEMET Corp.', 'KEMET Co.'],
  ['instruments.csv', 'annual report 2002', 'annual report 2003'],
  ['events/subscription.csv', '50000.000', '50000.001'],
  ['events/purchase.csv', '10721.12', '10721.13'],
  ['prices/2002-12-31.csv', '20.41', '20.42'],
])('the book hash changes with %s: %s', (file, from, to) => {
  expect(hashWith(file, (text) => text.replace(from, to))).not.toBe(hash)
})
