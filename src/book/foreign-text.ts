/** Bytes of a file of another program to text, in the encoding that its profile or its own header states. Nothing is guessed. */
import { foreignEncodings, type ForeignEncoding } from '../values/foreign-table.ts'
import type { Issue } from '../values/issue.ts'
import { decodeUtf8, type TextReading } from './utf8.ts'

/** The text without a byte order mark; undefined, with one issue, where bytes are not of the encoding. */
export function decodeForeign(file: string, bytes: Uint8Array, encoding: ForeignEncoding): TextReading {
  if (encoding === 'utf-8') return decodeUtf8(file, bytes)
  const text = new TextDecoder(encoding === 'utf-16' && bytes[0] === 0xfe ? 'utf-16be' : encoding).decode(bytes)
  const at = text.search(unassigned)
  if (at === -1) return { text, issues: [] }
  const issue: Issue = {
    code: 'file.encoding',
    place: { file, row: text.slice(0, at).split('\n').length },
    found: `a character that no text has, U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}, where the file is read as ${encoding}`,
    needed: `text in ${encoding}`,
    remedy: `Name the encoding that the source writes: one of ${foreignEncodings.join(', ')}.`,
  }
  return { text: undefined, issues: [issue] }
}

/** Control characters but tab and line ends, those to which unassigned bytes of Windows-1252 are mapped, and the mark of what could not be read. */
// oxlint-disable-next-line no-control-regex -- They are what is looked for.
const unassigned = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/
