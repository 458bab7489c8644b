import { type SourceTable } from '../values/table.ts'
import { type SourceTree } from '../values/tree.ts'

/** A book as its reader hands it over: tables, trees and texts, with no meaning yet. */
export type BookSource = {
  readonly fund: SourceTree | undefined
  readonly instruments: SourceTable | undefined
  readonly events: readonly { readonly kind: string; readonly table: SourceTable }[]
  readonly prices: readonly SourceTable[]
  /** Halts of trading and delistings; left out where there are none. */
  readonly halts?: SourceTable | undefined
  /** Left out where all is in the base currency. */
  readonly rates?: readonly SourceTable[]
  /** exceptions.csv or exceptions/*.csv: what was decided about exceptions. */
  readonly dispositions?: readonly SourceTable[]
  /** recon/: what the custodian, the transfer agent and brokers say; the name of the file is the kind. */
  readonly recon?: readonly SourceTable[]
  /** Levels of benchmarks; left out where nothing is compared with one. */
  readonly benchmarks?: readonly SourceTable[]
  readonly presentation: SourceTree | undefined
  readonly texts: readonly { readonly file: string; readonly sha256: string; readonly text: string }[]
  readonly tables: readonly SourceTable[]
  /** Files of which nothing could be read, each with the path that says what it would have held; a folder ends in '/'. */
  readonly unread?: readonly { readonly file: string; readonly as: string }[]
}
