// Writes the generated parts of docs/: the book format with its schemas, and the catalogue of errors. Run by `npm run docs`;
// test/docs.test.ts fails where a file on disk differs from what this makes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bookFormatDocs } from './book-format-doc.ts'
import { importDoc } from './import-doc.ts'
import { errorsDoc } from './generate-errors-doc.ts'

export const generatedDocs = (): ReadonlyMap<string, string> => new Map([...bookFormatDocs(), ...importDoc(), ['docs/errors.md', errorsDoc()]])

if (import.meta.main) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  for (const [file, content] of generatedDocs()) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), content)
    console.log(file)
  }
}
