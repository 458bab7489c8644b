import type { Branded } from './branded.ts'
import { identifier } from './field.ts'

/** The identity of a record of the book: given by the book, unique in it, and all that a later record needs to name it. */
export type RecordId = Branded<string, 'RecordId'>

export const recordId = identifier<RecordId>('an id unique in the book', 'purchase-0001')
