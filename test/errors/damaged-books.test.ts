// However a book is damaged, the program does not fail: it names what is wrong, each thing with a code that the catalogue has.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { issueCatalogue } from '../../src/app/issue-catalogue.ts'
import { compareIssues } from '../../src/values/issue.ts'
import { baseBook } from './base-book.ts'
import { issuesOfBook } from './reproduce.ts'

const pieces = [
  '',
  'x',
  '"',
  ',',
  '-',
  '0',
  '9',
  '\t',
  '\n',
  ': ',
  '- ',
  '2035-12-30',
  '1990-01-01',
  '999999999999',
  'ACME',
  'purchase-0001',
  '0.0000',
  'through: 2026-08-20',
]

/** A file, where in it the text is cut, how much of it, and what comes in its place. */
const damage = fc.record({
  file: fc.constantFrom(...Object.keys(baseBook)),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
  piece: fc.constantFrom(...pieces),
})

test('a damaged book gives issues and never an exception', () => {
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
      const files = new Map<string, string>()
      for (const { file, at, length, piece } of damages) {
        const text = files.get(file) ?? baseBook[file] ?? ''
        const start = Math.floor(at * text.length)
        files.set(file, text.slice(0, start) + piece + text.slice(start + length))
      }
      const issues = issuesOfBook(Object.fromEntries(files))
      expect(issues.filter(({ code, found, needed, remedy }) => !Object.hasOwn(issueCatalogue, code) || [found, needed, remedy].includes(''))).toEqual([])
      expect(issues).toEqual(issues.toSorted(compareIssues))
    }),
    { numRuns: 400, seed: 20_260_820 },
  )
})
