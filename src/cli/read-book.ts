import { compareIssues } from '../values/issue.ts'
import { hashCanonicalLines } from '../book/book-hash.ts'
import { readBookFolder } from '../book/read-book-folder.ts'
import { type BookSource } from '../app/book-source.ts'
import { noDoubts } from '../app/doubts.ts'
import { noEvidence } from '../app/evidence.ts'
import { canonicalLines, openBook, type OpenedBook } from '../app/open-book.ts'
import { eventKindNames } from '../app/vocabulary.ts'

/** Reads the book at `path` and decodes it; the problems of its files and of its records come together, in order of place. */
export const readBook = (path: string): OpenedBook => readBookAndTexts(path).opened

/** The same, with the tables and texts that a report needs besides. The source is undefined where there is no such folder. */
export function readBookAndTexts(path: string): { readonly source: BookSource | undefined; readonly opened: OpenedBook } {
  const { folder, issues } = readBookFolder(path, eventKindNames)
  if (folder === undefined) return { source: undefined, opened: { book: undefined, issues, doubts: noDoubts, evidence: noEvidence } }
  const opened = openBook(folder)
  return { source: folder, opened: { ...opened, issues: [...issues, ...opened.issues].toSorted(compareIssues) } }
}

/** The book hash: over the records, whatever their order and their files. */
export const bookHashOf = ({ book }: OpenedBook): string => (book === undefined ? '' : hashCanonicalLines(canonicalLines(book)))
