/**
 * One text per record, the same on every machine and for a folder or a store: what the book hash is taken over.
 * It leaves out where the record was read (file, row, hash of the file), so moving rows changes nothing.
 */
import { compareText } from '../values/issue.ts'
import { type RecordHeader } from './record.ts'

type Plain = null | boolean | number | string | bigint | readonly Plain[] | { readonly [key: string]: Plain | undefined }

/** JSON with sorted keys and no blanks; a bigint is its digits and "n"; what is undefined is left out, and so are sources. */
export const canonicalLine = ({ id, stream, kind, effectiveDate, actor, corrects, payload }: RecordHeader<string> & { readonly payload: unknown }): string =>
  // The keys stand here in their order. One call makes one text: put together from pieces, a million lines would be a million trees.
  JSON.stringify({ actor, corrects, effectiveDate, id, kind, payload: inOrder(payload as Plain), stream })

/** A copy whose keys JSON writes in their order. (No key of a record is a number, which JSON would write before the others.) */
function inOrder(value: Plain | undefined): Plain | undefined {
  if (typeof value === 'bigint') return `${value}n`
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item: Plain) => inOrder(item) as Plain)
  const copy: Record<string, Plain | undefined> = {}
  for (const [key, item] of Object.entries(value).toSorted(([left], [right]) => compareText(left, right))) if (key !== 'source') copy[key] = inOrder(item)
  return copy
}
