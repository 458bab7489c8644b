/**
 * The bytes of an OFX file to its text: the header says the version and the encoding. OFX 1 has lines of KEY:VALUE before
 * an SGML body; OFX 2 has the declarations of XML. A line of an issue is a line of the file, so the header is blanked, not cut.
 */
import type { ForeignEncoding } from '../values/foreign-table.ts'
import type { Issue } from '../values/issue.ts'
import { sha256 } from './book-hash.ts'
import { decodeForeign } from './foreign-text.ts'

export type OfxText = {
  readonly file: string
  readonly sha256: string
  /** The body, behind as many line ends as the header has. */
  readonly text: string
  /** 'sgml': values need no closing tag (OFX 1); 'xml': every tag is closed (OFX 2). */
  readonly form: 'sgml' | 'xml'
}

export type OfxReading = { readonly ofx: OfxText | undefined; readonly issues: readonly Issue[] }

export function readForeignOfx(file: string, bytes: Uint8Array): OfxReading {
  // The header is of ASCII letters in every encoding it can name.
  const ascii = new TextDecoder('windows-1252').decode(bytes)
  const start = ascii.search(/<OFX>/i)
  if (start === -1) return { ofx: undefined, issues: [notOfx(file, 'no <OFX> in the file')] }
  const header = ascii.slice(0, start)
  const form = /^\s*(\u00ef\u00bb\u00bf)?<\?/.test(header) ? 'xml' : 'sgml'
  const encoding = form === 'xml' ? xmlEncoding(header) : sgmlEncoding(header)
  if (!encoding.ok) return { ofx: undefined, issues: [unknownEncoding(file, encoding.found)] }
  const { text, issues } = decodeForeign(file, bytes, encoding.name)
  if (text === undefined) return { ofx: undefined, issues }
  const body = text.search(/<OFX>/i)
  return { ofx: { file, sha256: sha256(bytes), form, text: text.slice(0, body).replaceAll(/[^\n]/g, ' ') + text.slice(body) }, issues: [] }
}

type Encoding = { readonly ok: true; readonly name: ForeignEncoding } | { readonly ok: false; readonly found: string }

/** ENCODING is USASCII, UNICODE or UTF-8; where it is USASCII, CHARSET names the page of the letters beyond ASCII (OFX 1.6, 2.2.1). */
function sgmlEncoding(header: string): Encoding {
  const fields = new Map([...header.matchAll(/([A-Z]+):([^\s:]*)/gi)].map(([, key = '', value = '']) => [key.toUpperCase(), value.toUpperCase()]))
  const encoding = fields.get('ENCODING') ?? 'USASCII'
  const charset = fields.get('CHARSET') ?? 'NONE'
  if (encoding === 'UTF-8' || encoding === 'UNICODE' || charset === 'UTF-8') return { ok: true, name: 'utf-8' }
  if (['1252', 'WINDOWS-1252', 'ISO-8859-1', '8859-1', 'NONE', ''].includes(charset)) return { ok: true, name: 'windows-1252' }
  return { ok: false, found: `ENCODING:${encoding} with CHARSET:${charset}` }
}

function xmlEncoding(header: string): Encoding {
  const named = /<\?xml[^>]*encoding=["']([\w.-]+)["']/i.exec(header)?.[1] ?? 'utf-8'
  const name = ({ 'utf-8': 'utf-8', 'us-ascii': 'utf-8', 'windows-1252': 'windows-1252', 'iso-8859-1': 'windows-1252', 'iso-8859-15': 'iso-8859-15' } as const)[
    named.toLowerCase()
  ]
  return name === undefined ? { ok: false, found: `encoding "${named}"` } : { ok: true, name }
}

const notOfx = (file: string, found: string): Issue => ({
  code: 'import.ofx',
  place: { file },
  found,
  needed: 'an OFX file: a header, and a body between <OFX> and </OFX>',
  remedy: 'Ask the source for OFX (QFX is the same); for a file of rows, set "reads: csv" in the profile.',
})

const unknownEncoding = (file: string, found: string): Issue => ({
  code: 'file.encoding',
  place: { file, row: 1 },
  found,
  needed: 'ENCODING:UTF-8, or ENCODING:USASCII with CHARSET:1252 or ISO-8859-1',
  remedy: 'Save the file as UTF-8, and write ENCODING:UTF-8 and CHARSET:NONE into its header.',
})
