/** What a figure is made of, one step down, and how the parts of several records are put together. */
import { add, type Decimal, ZERO } from '../../values/decimal.ts'
import { type FigureId } from '../figure.ts'
import { type SourceField } from './source-field.ts'

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

/** One row may be behind several entries (a trade and its settlement): what they add to the figure is added. */
export function joinEntries(parts: readonly Parts[]): Parts {
  const sums = new Map<string, Decimal>()
  for (const { sources } of parts) {
    const [first] = sources
    for (const line of sources) {
      if (line.record !== first?.record || line.part === undefined) continue
      const key = keyOf(line)
      sums.set(key, add(sums.get(key) ?? ZERO, line.part))
    }
  }
  const { operands, sources } = join(parts)
  return {
    operands,
    sources: sources.map((field) => {
      const part = sums.get(keyOf(field))
      return part === undefined || part === field.part ? field : { ...field, part }
    }),
  }
}

/** Gives the part to the first source: the record that the entry is of. */
export const withPart = ({ operands, sources }: Parts, part: Decimal): Parts => ({
  operands,
  sources: sources.map((field, index) => (index === 0 ? { ...field, part } : field)),
})

const keyOf = ({ source: { file, row: line } }: SourceField): string => `${file}:${line}`
