/** A book of its own to import a real file into: the base book of the errors, begun earlier and without records. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tieout } from '../command-line.ts'
import { baseBook } from '../errors/base-book.ts'

const header = 'id,name,type,industry,country,currency,income_producing,income_source,ticker\n'

/** Its path. `instruments` are id, name and ticker. */
export function emptyBook(inception: string, instruments: readonly (readonly [string, string, string])[] = []): string {
  const book = join(mkdtempSync(join(tmpdir(), 'tieout-import-')), 'book')
  mkdirSync(book)
  const rows = instruments.map(([id, name, ticker]) => `${id},${name},common-stock,Funds,US,USD,no,test,${ticker}\n`)
  writeFileSync(join(book, 'fund.yaml'), (baseBook['fund.yaml'] ?? '').replaceAll('2026-08-20', inception).replace('id: service', 'id: shares'))
  writeFileSync(join(book, 'instruments.csv'), header + rows.join(''))
  return book
}

export type Imported = {
  readonly rows: { readonly taken: number; readonly skipped: number; readonly failed: number }
  readonly written: boolean
  readonly records: readonly {
    readonly record: string
    readonly new: number
    readonly present: number
    readonly rows: readonly { readonly name?: string; readonly line: number; readonly cells: Readonly<Record<string, string>> }[]
  }[]
  readonly skipped: readonly { readonly rule: string; readonly count: number }[]
  readonly issues: readonly { readonly code: string; readonly place: { readonly row: number; readonly column?: string } }[]
}

/** Good rows are taken: what becomes of each of the others is in `issues`. */
export async function imported(file: string, profile: string, book: string): Promise<Imported> {
  const { out } = await tieout('import', file, '--map', profile, '--into', book, '--json', '--accept-good-rows')
  return JSON.parse(out) as Imported
}

/** `purchase 8`: how many new records of each kind. */
export const newRecords = ({ records }: Imported): readonly string[] => records.map((part) => `${part.record} ${part.new}`)
