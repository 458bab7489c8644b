import { type RecordId } from '../values/record-id.ts'
import { type Posting } from '../ledger/journal-entry.ts'

/** A dividend as it was booked: what a correction of it reverses (R3.67). Each leads to those before, which no day copies. */
export type BookedDividend = { readonly record: RecordId; readonly postings: readonly Posting[]; readonly before: BookedDividend | undefined }
