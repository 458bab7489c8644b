/** The one thing that a check ever writes, and only when it is asked to: ids of records that have none. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assignIds } from '../book/assign-ids.ts'
import { readBookFolder } from '../book/read-book-folder.ts'
import { eventKindNames, hasLines } from '../app/vocabulary.ts'

export type WrittenIds = { readonly file: string; readonly assigned: readonly string[] }

/**
 * Writes the missing ids of every event file of the book at `path`, and says which. A record of several lines (a manual entry, a basket) gets none: they
 * belong together by the id that their author gives them. A file is replaced whole or not at all.
 */
export function writeMissingIds(path: string): readonly WrittenIds[] {
  const { folder } = readBookFolder(path, eventKindNames)
  const events = folder?.events ?? []
  const taken = new Set(
    events.flatMap(({ table: { header, rows } }) => {
      const position = header.indexOf('id')
      return position === -1 ? [] : rows.map(({ cells }) => cells[position] ?? '')
    }),
  )
  return events.flatMap(({ kind, table: { file } }): WrittenIds[] => {
    if (hasLines(kind)) return []
    const place = join(path, file)
    // Read without decoding away a byte order mark: no byte but the ids is to change. The reader has found it to be UTF-8.
    const { text, assigned } = assignIds(readFileSync(place, 'utf8'), kind, taken)
    if (assigned.length === 0) return []
    for (const id of assigned) taken.add(id)
    const beside = `${place}.new`
    writeFileSync(beside, text)
    renameSync(beside, place)
    return [{ file, assigned }]
  })
}
