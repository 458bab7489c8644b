/** Fund shares created for a basket of securities (R3.6). */
import { creationKind, type InKindOrder } from './in-kind.ts'
import { type RecordHeader } from './record.ts'

export type CreationInKind = RecordHeader<'creation-in-kind'> & { readonly payload: InKindOrder }

export const creationInKind = creationKind({
  kind: 'creation-in-kind',
  doc: 'Fund shares created for securities and a balancing amount of cash, all at the net asset value of the trade date (R3.6). Rows that share an id are the lines of one basket, and stand in one file.',
  rank: 'capital',
})
