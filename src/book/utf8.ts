/** Bytes to text: UTF-8, strictly. A byte that is not UTF-8 is found, shown and explained; nothing is replaced or guessed. */
import { isUtf8 } from 'node:buffer'
import type { Issue } from '../values/issue.ts'

export type TextReading = { readonly text: string | undefined; readonly issues: readonly Issue[] }

/** The text of a file, without its byte order mark; undefined, with one issue, where the bytes are not UTF-8 text. */
export function decodeUtf8(file: string, bytes: Uint8Array): TextReading {
  const other = foreignFormat(bytes)
  if (other !== undefined) return { text: undefined, issues: [notUtf8(file, 1, other.found, other.remedy)] }
  const nul = bytes.indexOf(0)
  if (nul !== -1) {
    return {
      text: undefined,
      issues: [notUtf8(file, lineOf(bytes, nul), `byte 00 at byte offset ${nul}`, `Remove the byte, or ask the source for a text file. ${saveAsUtf8}`)],
    }
  }
  if (isUtf8(bytes)) return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), issues: [] }
  const offset = firstBadByte(bytes)
  const hex = (bytes[offset] as number).toString(16).toUpperCase().padStart(2, '0')
  const guess = windows1252Guess(bytes, offset)
  return {
    text: undefined,
    issues: [
      notUtf8(file, lineOf(bytes, offset), `byte ${hex} at byte offset ${offset}${guess === undefined ? '' : `, in Windows-1252 "${guess}"`}`, saveAsUtf8),
    ],
  }
}

const saveAsUtf8 = 'Save the file as UTF-8 (in Excel: Save As, "CSV UTF-8 (Comma delimited)").'

const notUtf8 = (file: string, row: number, found: string, remedy: string): Issue => ({
  code: 'file.encoding',
  place: { file, row },
  found,
  needed: 'text in UTF-8',
  remedy,
})

/** Files that other programs write in place of UTF-8 text, known by their first bytes. */
function foreignFormat(bytes: Uint8Array): { readonly found: string; readonly remedy: string } | undefined {
  const [first, second, third, fourth] = bytes
  const begins = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ')
  const isUtf16Marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  // Latin text in UTF-16 without a mark: every other byte is zero.
  const isUtf16Unmarked = bytes.length >= 4 && ((second === 0 && fourth === 0 && first !== 0) || (first === 0 && third === 0 && second !== 0))
  if (isUtf16Marked || isUtf16Unmarked) return { found: `bytes ${begins}: the file is UTF-16 (Excel calls it "Unicode Text")`, remedy: saveAsUtf8 }
  if (first === 0x50 && second === 0x4b && third === 3 && fourth === 4) {
    return { found: `bytes ${begins}: the file is a ZIP archive, as Excel workbooks are`, remedy: `Open it and save the sheet as text. ${saveAsUtf8}` }
  }
  return undefined
}

const LINE_FEED = 0x0a

const lineOf = (bytes: Uint8Array, offset: number): number => {
  let line = 1
  for (let at = bytes.indexOf(LINE_FEED); at !== -1 && at < offset; at = bytes.indexOf(LINE_FEED, at + 1)) line += 1
  return line
}

/** The offset of the first byte at which no UTF-8 character begins, in bytes of which one does not. */
function firstBadByte(bytes: Uint8Array): number {
  let start = 0
  // A line feed is never a part of another character, so whole lines are passed over first.
  for (;;) {
    const end = bytes.indexOf(LINE_FEED, start)
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) break
    start = end + 1
  }
  while (start < bytes.length) {
    const length = [1, 2, 3, 4].find((count) => start + count <= bytes.length && isUtf8(bytes.subarray(start, start + count)))
    if (length === undefined) break
    start += length
  }
  return start
}

/** The word around a bad byte as Windows-1252 has it, for a person to recognise: "Société". */
function windows1252Guess(bytes: Uint8Array, offset: number): string | undefined {
  const isOfWord = (byte: number | undefined): boolean => byte !== undefined && (byte >= 0x80 || /[A-Za-z0-9]/.test(String.fromCharCode(byte)))
  let [start, end] = [offset, offset + 1]
  while (start > 0 && offset - start < 20 && isOfWord(bytes[start - 1])) start -= 1
  while (end - offset < 20 && isOfWord(bytes[end])) end += 1
  const word = new TextDecoder('windows-1252').decode(bytes.subarray(start, end))
  // Control characters in the result say that it is not Windows-1252 either.
  return /\p{Cc}/u.test(word) ? undefined : word
}
