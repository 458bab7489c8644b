import { compareIssues } from '../values/issue.ts'
import { readBookFolder } from '../book/read-book-folder.ts'
import { noDoubts } from '../app/doubts.ts'
import { openBook, type OpenedBook } from '../app/open-book.ts'
import { eventKindNames } from '../app/vocabulary.ts'

/** Reads the book at `path` and decodes it; the problems of its files and of its records come together, in order of place. */
export function readBook(path: string): OpenedBook {
  const { folder, issues } = readBookFolder(path, eventKindNames)
  if (folder === undefined) return { book: undefined, issues, doubts: noDoubts }
  const opened = openBook(folder)
  return { ...opened, issues: [...issues, ...opened.issues].toSorted(compareIssues) }
}
