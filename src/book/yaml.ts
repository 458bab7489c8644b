/**
 * One YAML file as a tree of texts with their places. Plain YAML only: mappings, lists and scalars. Anchors, aliases, tags
 * and directives make one line mean what stands on another, and are refused. No scalar is cast: 0012 and 1.10 stay text.
 */
import { type Document, isAlias, isScalar, isSeq, LineCounter, parseAllDocuments, type ParsedNode, visit, type YAMLError } from 'yaml'
import type { Issue, Place } from '../values/issue.ts'
import type { Entry, SourceTree, TreeNode } from '../values/tree.ts'
import { sha256 } from './book-hash.ts'
import { shown } from '../values/shown.ts'
import { decodeUtf8 } from './utf8.ts'

/** The tree is undefined where the file is not UTF-8 or not YAML. */
export type YamlReading = { readonly tree: SourceTree | undefined; readonly issues: readonly Issue[] }

export function readYaml(file: string, bytes: Uint8Array): YamlReading {
  const { text, issues: encoding } = decodeUtf8(file, bytes)
  if (text === undefined) return { tree: undefined, issues: encoding }
  const lineCounter = new LineCounter()
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line
  // Repeated keys are found below, where their path is known.
  const parsed = parseAllDocuments(text, { schema: 'failsafe', lineCounter, prettyErrors: false, uniqueKeys: false, logLevel: 'silent' })
  const [document, second] = parsed
  if (document === undefined) return { tree: { file, sha256: sha256(bytes), root: { shape: 'scalar', place: { file, row: 1 }, text: '' } }, issues: [] }

  const faults = [...parsed].flatMap(({ errors }) => errors)
  if (faults.length > 0) return { tree: undefined, issues: syntaxIssues(file, text, document, faults, lineAt) }

  const issues: Issue[] = []
  if (document.directives?.yaml.explicit === true || Object.keys(document.directives?.tags ?? {}).length > 1) {
    issues.push(notPlain({ file, row: 1 }, 'a directive (a line that begins with "%")', 'Remove the line.'))
  }
  if (second !== undefined) {
    const start = second.contents?.range[0] ?? second.range[0]
    issues.push(
      notPlain({ file, row: lineAt(start) }, 'a second document (behind a line "---")', 'Move what follows "---" to a file of its own, or remove it.'),
    )
  }
  return { tree: { file, sha256: sha256(bytes), root: treeOf(document.contents, { file, row: 1 }, { lineAt, issues }) }, issues }
}

type Reading = { readonly lineAt: (offset: number) => number; readonly issues: Issue[] }

/** The node at the path of `before`, which has the line of its key, for a value that is not there at all. */
function treeOf(node: ParsedNode | null, before: Place, reading: Reading): TreeNode {
  if (node === null) return { shape: 'scalar', place: before, text: '' }
  const place: Place = { ...before, row: reading.lineAt(node.range[0]) }
  if (isAlias(node)) {
    reading.issues.push(
      notPlain(place, `an alias, ${shown(`*${node.source}`)}`, `Write the value out in full; or, where the text begins with "*", put it in quotes.`),
    )
    return { shape: 'scalar', place, text: `*${node.source}` }
  }
  if (node.anchor !== undefined) {
    reading.issues.push(
      notPlain(
        place,
        `an anchor, ${shown(`&${node.anchor}`)}`,
        'Remove it and write the value out wherever it is used; or, where the text begins with "&", put it in quotes.',
      ),
    )
  }
  if (node.tag !== undefined) {
    reading.issues.push(
      notPlain(place, `a tag, ${shown(node.tag.replace('tag:yaml.org,2002:', '!!'))}`, 'Remove it; or, where the text begins with "!", put it in quotes.'),
    )
  }
  if (isScalar(node)) return { shape: 'scalar', place, text: textOf(node) }
  if (isSeq(node))
    return { shape: 'sequence', place, items: node.items.map((item, position) => treeOf(item as ParsedNode | null, at(place, String(position)), reading)) }
  return { shape: 'mapping', place, entries: entriesOf(node.items, place, reading) }
}

/** In the failsafe schema every scalar is a string; one that is not there at all is null. */
const textOf = ({ value }: ParsedNode & { readonly value: unknown }): string => (typeof value === 'string' ? value : '')

type Pair = { readonly key: ParsedNode | null; readonly value: ParsedNode | null }

function entriesOf(pairs: readonly Pair[], place: Place, reading: Reading): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const { key, value } of pairs) {
    const row = key === null ? place.row : reading.lineAt(key.range[0])
    if (!isScalar(key) || key.anchor !== undefined || key.tag !== undefined) {
      reading.issues.push(notPlain({ ...place, ...(row === undefined ? {} : { row }) }, 'a key that is not plain text', 'Write a single word as the key.'))
      continue
    }
    const name = textOf(key)
    const keyPlace: Place = { ...at(place, name), ...(row === undefined ? {} : { row }) }
    const first = entries.get(name)
    if (first !== undefined) {
      reading.issues.push({
        code: 'yaml.repeated-key',
        place: keyPlace,
        found: `key ${shown(name)} again; it stands on line ${first.place.row} already`,
        needed: 'each key once',
        remedy: 'Remove one of the two; for a list, begin each item with "- ".',
      })
      continue
    }
    entries.set(name, { place: keyPlace, value: treeOf(value, keyPlace, reading) })
  }
  return entries
}

const at = (place: Place, step: string): Place => ({ ...place, column: place.column === undefined ? step : `${place.column}.${step}` })

const notPlain = (place: Place, found: string, remedy: string): Issue => ({
  code: 'yaml.not-plain',
  place,
  found,
  needed: 'plain YAML: one document of keys, lists and texts, without anchors, aliases, tags and directives',
  remedy,
})

/** One issue a line: the parser often says several things of one mistake, and the first is the nearest. */
function syntaxIssues(
  file: string,
  text: string,
  document: Document.Parsed,
  faults: readonly YAMLError[],
  lineAt: (offset: number) => number,
): readonly Issue[] {
  const issues = new Map<number, Issue>()
  const lines = text.split('\n')
  for (const { code, message, pos } of faults) {
    const start = code === 'MISSING_CHAR' ? openQuoteBefore(document, pos[0]) : pos[0]
    const row = lineAt(Math.min(start, Math.max(0, text.length - 1)))
    if (issues.has(row)) continue
    issues.set(row, {
      code: 'yaml.syntax',
      place: { file, row },
      found: shown((lines[row - 1] ?? '').trim()),
      needed: `YAML (${lowerFirst(message)})`,
      remedy:
        remedies[code] ??
        'Check this line and the one above: indentation in steps of two spaces, a colon and a blank behind each key, closed quotes and brackets.',
    })
  }
  return [...issues.values()]
}

/** Where the quoted scalar begins that runs up to `offset`: the parser tells of a quote that is not closed where the file ends. */
function openQuoteBefore(document: Document.Parsed, offset: number): number {
  let start = offset
  visit(document, {
    Scalar: (_, { type, range }) => {
      if ((type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') && range !== null && range !== undefined && range[0] < offset && range[2] >= offset)
        start = range[0]
    },
  })
  return start
}

const lowerFirst = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1)

const remedies: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'Replace the tab by spaces.',
  BLOCK_AS_IMPLICIT_KEY: 'Put quotes around a text that contains a colon and a blank (": ").',
  MULTILINE_IMPLICIT_KEY: 'Write a blank behind the colon of each key ("name: value"), and indent continued text.',
  MISSING_CHAR: 'Close the quote or bracket, or complete the key with a colon and a blank.',
  BAD_SCALAR_START: 'Put the text in quotes.',
  BAD_INDENT: 'Bring the line to the column of its neighbours, or close the bracket or quote above it.',
  RESOURCE_EXHAUSTION: 'Remove the nested brackets.',
}
