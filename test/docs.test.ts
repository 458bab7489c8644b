/** The generated documentation on disk is what the specifications make: "npm run docs" mends a difference. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generatedDocs } from '../scripts/generate-docs.ts'

test.each([...generatedDocs()])('%s is as generated', (file, content) => expect(readFileSync(file, 'utf8')).toBe(content))
