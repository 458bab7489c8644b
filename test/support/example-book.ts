/** The example book, read from its folder by the real reader. */
import { fileURLToPath } from 'node:url'
import { keepBooks, type KeptBooks } from '../../src/app/keep-books.ts'
import { openBook } from '../../src/app/open-book.ts'
import { readBookFolder } from '../../src/book/read-book-folder.ts'
import { eventKindNames } from '../../src/events/event.ts'
import { day } from './book.ts'

export function keepExample(through: string, views: readonly string[]): KeptBooks {
  const { folder, issues } = readBookFolder(fileURLToPath(new URL('../../examples/small-cap-value-2002', import.meta.url)), eventKindNames)
  if (folder === undefined || issues.length > 0) throw new Error('the example book cannot be read')
  const opened = openBook(folder)
  if (opened.book === undefined) throw new Error('the example book cannot be opened')
  return keepBooks({ ...opened, book: opened.book }, day(through), views.map(day))
}
