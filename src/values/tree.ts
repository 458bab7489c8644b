/** A nested document as read (YAML): texts with their places, no meaning yet; and the reading of its mappings by specification. */
import { type FieldContext } from './field.ts'
import { type Issue, mostLike, type Place } from './issue.ts'
import { shown } from './shown.ts'
import { type Column, type Columns, missingValue, type RowOf } from './table.ts'

export type TreeNode = Scalar | Sequence | Mapping
export type Scalar = { readonly shape: 'scalar'; readonly place: Place; readonly text: string }
export type Sequence = { readonly shape: 'sequence'; readonly place: Place; readonly items: readonly TreeNode[] }
export type Mapping = { readonly shape: 'mapping'; readonly place: Place; readonly entries: ReadonlyMap<string, Entry> }

/** A key of a mapping: where the key stands, and its value. */
export type Entry = { readonly place: Place; readonly value: TreeNode }

/** A document and the file it was read from. */
export type SourceTree = { readonly file: string; readonly sha256: string; readonly root: TreeNode }

/** The node with each key that is not known, but like one that is known and missing, under the name it means: reading goes on as meant. */
export function asMeant(node: TreeNode, known: readonly string[]): TreeNode {
  if (node.shape !== 'mapping') return node
  const entries = new Map(node.entries)
  for (const [key, entry] of node.entries) {
    const meant = known.includes(key) ? undefined : keyMeantBy(key, known, node)
    if (meant !== undefined && !entries.has(meant)) entries.set(meant, entry)
  }
  return { ...node, entries }
}

const keyMeantBy = (key: string, known: readonly string[], { entries }: Mapping): string | undefined =>
  mostLike(
    key,
    known.filter((candidate) => !entries.has(candidate)),
  )

/**
 * Reads a mapping whose scalar keys are `specification` and whose nested keys are `nested`; any other key is an issue.
 * The values are undefined where one of them could not be read. A misspelt key is an issue, and is read as the one it means.
 */
export function readMapping<Specification extends Columns>(
  specification: Specification,
  nested: readonly string[],
  node: TreeNode,
  context: FieldContext,
  issues: Issue[],
): RowOf<Specification> | undefined {
  if (node.shape !== 'mapping') {
    issues.push(wrongShape(node, 'keys with values'))
    return undefined
  }
  const known = [...Object.keys(specification), ...nested]
  for (const [key, { place }] of node.entries) {
    if (known.includes(key)) continue
    const meant = keyMeantBy(key, known, node)
    issues.push({
      code: 'yaml.unknown-key',
      place,
      found: `key "${key}"`,
      needed: `one of ${known.join(', ')}`,
      remedy: meant === undefined ? 'Remove the key.' : `Did you mean "${meant}"?`,
    })
  }
  const before = issues.length
  const { entries } = asMeant(node, known) as Mapping
  const values: Record<string, unknown> = {}
  for (const [name, column] of Object.entries(specification)) {
    const entry = entries.get(name)
    if (entry === undefined || (entry.value.shape === 'scalar' && entry.value.text === '')) {
      if (column.isRequired) issues.push(missingKey(name, entry?.place ?? within(node.place, name), column))
      continue
    }
    if (entry.value.shape !== 'scalar') {
      issues.push(wrongShape(entry.value, column.field.describes))
      continue
    }
    const read = column.field.read(entry.value.text, context)
    if (read.ok) values[name] = read.value
    else issues.push({ code: read.fault.code, place: entry.value.place, found: shown(entry.value.text), needed: read.fault.needed, remedy: read.fault.remedy })
  }
  return issues.length === before ? (values as RowOf<Specification>) : undefined
}

/** The items of the sequence at `key`; none where the key is absent. */
export function itemsAt(node: TreeNode, key: string, issues: Issue[]): readonly TreeNode[] {
  const value = node.shape === 'mapping' ? node.entries.get(key)?.value : undefined
  if (value === undefined || (value.shape === 'scalar' && value.text === '')) return []
  if (value.shape === 'sequence') return value.items
  issues.push(wrongShape(value, 'a list, each item beginning with "- "'))
  return []
}

export const childAt = (node: TreeNode, key: string): TreeNode | undefined => (node.shape === 'mapping' ? node.entries.get(key)?.value : undefined)

const wrongShape = (node: TreeNode, needed: string): Issue => ({
  code: 'yaml.wrong-shape',
  place: node.place,
  found: node.shape === 'scalar' ? shown(node.text) : node.shape === 'sequence' ? 'a list' : 'keys with values',
  needed,
  remedy: 'Compare with the book that "tieout init" writes.',
})

const missingKey = (name: string, place: Place, column: Column<unknown>): Issue => ({
  ...missingValue(place, column),
  code: 'yaml.missing-key',
  found: `no value for ${name}`,
  remedy: `Add it, as in "${name}: ${column.field.example}".`,
})

const within = (place: Place, key: string): Place => ({ ...place, column: place.column === undefined ? key : `${place.column}.${key}` })
