/**
 * One text per record, the same on every machine and for a folder or a store: what the book hash is taken over.
 * It leaves out where the record was read (file, row, hash of the file), so moving rows changes nothing.
 */
import { compareText } from '../values/issue.ts'
import { type RecordHeader } from './record.ts'

type Plain = null | boolean | number | string | bigint | readonly Plain[] | { readonly [key: string]: Plain | undefined }

/** JSON with sorted keys and no blanks; a bigint is its digits and "n"; what is undefined is left out, and so are sources. */
export function canonicalLine(record: RecordHeader<string> & { readonly payload: unknown }): string {
  const { id, stream, kind, effectiveDate, actor, corrects, payload } = record
  return canonical({ id, stream, kind, effectiveDate, actor, corrects, payload: payload as Plain })
}

function canonical(value: Plain): string {
  if (typeof value === 'bigint') return `"${value}n"`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item: Plain) => canonical(item)).join(',')}]`
  const entries = Object.entries(value)
    .filter((entry): entry is [string, Plain] => entry[1] !== undefined && entry[0] !== 'source')
    .toSorted(([left], [right]) => compareText(left, right))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}
