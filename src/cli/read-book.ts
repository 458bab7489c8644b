import { formatCalendarDate } from '../values/calendar-date.ts'
import { compareIssues } from '../values/issue.ts'
import { hashCanonicalLines } from '../book/book-hash.ts'
import { readBookFolder } from '../book/read-book-folder.ts'
import { type BookSource } from '../app/book-source.ts'
import { noDoubts } from '../app/doubts.ts'
import { noEvidence } from '../app/evidence.ts'
import { canonicalLines, openBook, type OpenedBook } from '../app/open-book.ts'
import { eventKindNames } from '../app/vocabulary.ts'
import { type Terminal } from './terminal.ts'

/** Where nobody looks. */
const silent: Pick<Terminal, 'progress'> = { progress: () => undefined }

/** Reads the book at `path` and decodes it; the problems of its files and of its records come together, in order of place. */
export const readBook = (path: string, terminal: Pick<Terminal, 'progress'> = silent): OpenedBook => readBookAndTexts(path, terminal).opened

/** The same, with the tables and texts that a report needs besides. The source is undefined where there is no such folder. */
export function readBookAndTexts(
  path: string,
  { progress }: Pick<Terminal, 'progress'> = silent,
): { readonly source: BookSource | undefined; readonly opened: OpenedBook } {
  const { folder, issues } = readBookFolder(path, eventKindNames)
  if (folder === undefined) return { source: undefined, opened: { book: undefined, issues, doubts: noDoubts, evidence: noEvidence } }
  const opened = openBook(folder)
  const onDay: OpenedBook['onDay'] = (date, done, total) => progress(`Closing ${formatCalendarDate(date)}`, done, total)
  return { source: folder, opened: { ...opened, onDay, issues: [...issues, ...opened.issues].toSorted(compareIssues) } }
}

/** The book hash: over the records, whatever their order and their files. */
export const bookHashOf = ({ book }: OpenedBook): string => (book === undefined ? '' : hashCanonicalLines(canonicalLines(book)))
