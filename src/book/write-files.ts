/** Files of a book replaced whole or not at all: each is written beside its place, made safe on the disk, and then renamed. */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** `file` is the path inside the book. */
export type WrittenFile = { readonly file: string; readonly text: string }

/**
 * Writes all of them into the folder `book`. None takes its place before all are safe, so a full disk leaves the book as
 * it was; the power going between two renames leaves the files behind the first to be written by the same import again.
 */
export function writeFiles(book: string, files: readonly WrittenFile[]): void {
  const prepared: { readonly beside: string; readonly place: string }[] = []
  try {
    for (const { file, text } of files) {
      const place = join(book, file)
      mkdirSync(dirname(place), { recursive: true })
      // A name that begins with a point is read over by the reader of books.
      const beside = join(dirname(place), `.${basename(place)}.new`)
      prepared.push({ beside, place })
      const handle = openSync(beside, 'w')
      try {
        writeFileSync(handle, text)
        fsyncSync(handle)
      } finally {
        closeSync(handle)
      }
    }
    for (const { beside, place } of prepared) renameSync(beside, place)
  } catch (error) {
    for (const { beside } of prepared) rmSync(beside, { force: true })
    throw error
  }
}
