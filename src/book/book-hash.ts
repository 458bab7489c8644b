/** Hashes of the book: of a file's bytes, and of a set of records regardless of the order in which files and rows gave them. */
import { createHash } from 'node:crypto'
import { compareText } from '../values/issue.ts'
import { invariant } from '../values/invariant.ts'

/** SHA-256 in hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** SHA-256 over the lines sorted by code unit, each ended by a line feed: equal for equal sets of lines, in any order. */
export function hashCanonicalLines(lines: Iterable<string>): string {
  const hash = createHash('sha256')
  for (const line of [...lines].toSorted(compareText)) {
    // A line with a line feed inside would hash as two, and two books could be one.
    invariant(!line.includes('\n'), 'a canonical line holds no line feed')
    hash.update(`${line}\n`)
  }
  return hash.digest('hex')
}
