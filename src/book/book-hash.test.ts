import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashCanonicalLines, sha256 } from './book-hash.ts'

test('SHA-256 of nothing is the one in FIPS 180-4 examples', () => {
  expect(sha256(new Uint8Array())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})

test('the lines are hashed in the order of their code units, each ended by a line feed', () => {
  expect(hashCanonicalLines(['b', 'a', 'B', 'é'])).toBe(createHash('sha256').update('B\na\nb\né\n').digest('hex'))
})

test('the order in which lines come does not matter; what they say does', () => {
  fc.assert(
    fc.property(fc.array(fc.string().filter((line) => !line.includes('\n'))), fc.integer({ min: 0, max: 20 }), (lines, turn) => {
      const turned = [...lines.slice(turn), ...lines.slice(0, turn)]
      expect(hashCanonicalLines(turned)).toBe(hashCanonicalLines(lines))
      expect(hashCanonicalLines([...lines, 'one more'])).not.toBe(hashCanonicalLines(lines))
    }),
  )
})

test('a line feed inside a line is refused, or two books could have one hash', () => {
  expect(() => hashCanonicalLines(['a\nb'])).toThrow('a canonical line holds no line feed')
})
