// Writes a changed copy of the base book to a folder of its own, reads and keeps it as the program does, and gives what is wrong with it.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { booksAsOf } from '../../src/app/books-as-of.ts'
import { exceptionsOf } from '../../src/app/exceptions.ts'
import { openBook } from '../../src/app/open-book.ts'
import { readBookFolder } from '../../src/book/read-book-folder.ts'
import { eventKindNames } from '../../src/events/event.ts'
import { compareIssues, type Issue } from '../../src/values/issue.ts'
import { baseBook } from './base-book.ts'

/** What a file holds in place of the base book's: text or bytes, a change of that text, a link, or nothing at all. */
export type Change = string | Uint8Array | ((base: string) => string) | { readonly linkTo: string } | undefined
export type Changes = Readonly<Record<string, Change>>

/** The content of each file that a case changes or adds; undefined where it is taken away. */
export function contentOf(file: string, change: Change): string | Uint8Array | { readonly linkTo: string } | undefined {
  if (typeof change !== 'function') return change
  const base = baseBook[file] ?? ''
  const changed = change(base)
  if (changed === base) throw new Error(`a case changes nothing in ${file}`)
  return changed
}

/** All issues of the base book with `changes`, or of the path `at` inside it; exceptions and idle dispositions where there is no issue. */
export function issuesOfBook(changes: Changes, at = '.'): readonly Issue[] {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-errors-'))
  try {
    for (const file of new Set([...Object.keys(baseBook), ...Object.keys(changes)])) {
      const content = Object.hasOwn(changes, file) ? contentOf(file, changes[file]) : baseBook[file]
      if (content === undefined) continue
      const path = join(folder, file)
      mkdirSync(dirname(path), { recursive: true })
      if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(path, content)
      else symlinkSync(content.linkTo, path)
    }
    return issuesAt(join(folder, at)).map((issue) => ({ ...issue, place: { ...issue.place, file: issue.place.file.replace(folder, 'book') } }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function issuesAt(path: string): readonly Issue[] {
  const reading = readBookFolder(path, eventKindNames)
  if (reading.folder === undefined) return reading.issues
  const read = openBook(reading.folder)
  const opened = { ...read, issues: [...reading.issues, ...read.issues].toSorted(compareIssues) }
  const answer = booksAsOf(opened, { asOf: undefined, basis: 'nav', isReconciled: true })
  if (!answer.ok) return answer.issues
  const { listed, issues } = exceptionsOf(answer.books)
  return distinct([...listed.map(({ issue }) => issue), ...issues])
}

const distinct = (issues: readonly Issue[]): readonly Issue[] => [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()]
