/** What a figure is made of, one step down, and how the parts of several records are put together. */
import { add, type Decimal, isZero, ZERO } from '../../values/decimal.ts'
import { type FigureId } from '../figure.ts'
import { fieldsOfTerms, type SourceField } from './source-field.ts'

/** Other figures, and fields of rows. */
export type Parts = { readonly operands: readonly FigureId[]; readonly sources: readonly SourceField[] }

/** Of a figure that nothing is behind: a count, or zero. */
export const NONE: Parts = { operands: [], sources: [] }

export const fromFigures = (operands: readonly FigureId[]): Parts => ({ operands, sources: [] })
export const fromRows = (sources: readonly SourceField[]): Parts => ({ operands: [], sources })

/** All parts, each figure and each row once; a row has the fields that any of them names, and the part of the first. */
export function join(parts: readonly Parts[]): Parts {
  const operands = new Set<FigureId>()
  const sources = new Map<string, SourceField>()
  for (const each of parts) {
    for (const operand of each.operands) operands.add(operand)
    for (const field of each.sources) {
      const key = keyOf(field)
      const known = sources.get(key)
      if (known === undefined) sources.set(key, field)
      else if (field.fields.some((name) => !known.fields.includes(name)))
        sources.set(key, { ...known, fields: [...new Set([...known.fields, ...field.fields])] })
    }
  }
  return { operands: [...operands], sources: [...sources.values()] }
}

/**
 * One row may be behind several entries (a trade and its settlement): what they add to the figure is added. Of a row in terms,
 * the fields are those of the terms that are left then, and a row of which nothing is left is not named.
 */
export function joinEntries(parts: readonly Parts[]): Parts {
  const sums = new Map<string, Decimal>()
  const inTerms = new Map<string, SourceField[]>()
  for (const { sources } of parts) {
    const [first] = sources
    for (const line of sources) {
      if (line.terms !== undefined) inTerms.set(keyOf(line), [])
      if (line.record !== first?.record || line.part === undefined) continue
      const key = keyOf(line)
      sums.set(key, add(sums.get(key) ?? ZERO, line.part))
    }
  }
  for (const { sources } of parts) for (const line of sources) inTerms.get(keyOf(line))?.push(line)
  const { operands, sources } = join(parts)
  return {
    operands,
    sources: sources.flatMap((field) => {
      const key = keyOf(field)
      const part = sums.get(key)
      const left = fieldsLeft(inTerms.get(key))
      if (left?.length === 0 && (part === undefined || isZero(part))) return []
      return [{ ...field, fields: left ?? field.fields, ...(part === undefined ? {} : { part }) }]
    }),
  }
}

const fieldsLeft = (occurrences: readonly SourceField[] | undefined): readonly string[] | undefined =>
  occurrences && [
    ...new Set([
      ...fieldsOfTerms(occurrences.flatMap(({ terms }) => terms ?? [])),
      ...occurrences.flatMap(({ terms, fields }) => (terms === undefined ? fields : [])),
    ]),
  ]

/** Gives the part to the first source: the record that the entry is of. */
export const withPart = ({ operands, sources }: Parts, part: Decimal): Parts => ({
  operands,
  sources: sources.map((field, index) => (index === 0 ? { ...field, part } : field)),
})

/** What rows decided something of another record: they have no part of their own in the figure. */
export const withoutPart = ({ operands, sources }: Parts): Parts => ({ operands, sources: sources.map((field) => ({ ...field, part: undefined })) })

/** The fields stand whatever comes and goes of the row. */
export const withoutTerms = ({ operands, sources }: Parts): Parts => ({ operands, sources: sources.map(({ terms: _terms, ...field }) => field) })

const keyOf = ({ source: { file, row: line } }: SourceField): string => `${file}:${line}`
