/** The ends of every derivation: fields of source rows, and how those behind several entries are put together. */
import { formatCalendarDate } from '../values/calendar-date.ts'
import { add, type Decimal, withoutTrailingZeros, ZERO } from '../values/decimal.ts'
import { Price, Quantity } from '../values/scaled.ts'
import { type SourceRow } from '../values/table.ts'
import { type Instrument } from '../reference/instrument.ts'
import { type FundEvent } from '../events/event.ts'
import { priceKey, type PriceObservation } from '../market/price-book.ts'
import { type FigureId } from './figure.ts'
import { type FigureBook } from './figure-book.ts'
import { type TradeEvent } from './statement-books.ts'

/** Fields of one source row that a figure was read from. */
export type SourceField = {
  /** Id of the record, or the natural key of a price. */
  readonly record: string
  readonly source: SourceRow
  readonly fields: readonly string[]
  /** What the row says, for a reader. */
  readonly text: string
  /** Its part in the figure, in the figure's unit, where it has one of its own. */
  readonly part?: Decimal | undefined
}

/** What a figure is made of: other figures, and fields of rows. */
export type Parts = { readonly operands: readonly FigureId[]; readonly sources: readonly SourceField[] }

export const NONE: Parts = { operands: [], sources: [] }

/** The columns that fix the cash of a trade. */
export const cashFields = (event: FundEvent): readonly string[] => {
  if (event.kind !== 'purchase' && event.kind !== 'sale') return []
  return event.payload.netAmount === undefined ? ['quantity', 'price', 'commission', 'fees'] : ['net_amount']
}

export const multiplierOf = (instrument: Instrument): SourceField => ({
  record: instrument.id,
  source: instrument.source,
  fields: ['multiplier'],
  text: `multiplier of ${instrument.name}`,
  part: instrument.multiplier,
})

export function row(event: FundEvent, fields: readonly string[], { books }: FigureBook): SourceField {
  const name =
    event.kind === 'purchase' || event.kind === 'sale' ? ` of ${books.instruments.get(event.payload.instrument)?.name ?? event.payload.instrument}` : ''
  return { record: event.id, source: event.source, fields, text: `${event.kind}${name} on ${formatCalendarDate(event.effectiveDate)}` }
}

export const unitsOf = ({ kind, payload: { quantity } }: TradeEvent): Decimal =>
  withoutTrailingZeros(Quantity.toDecimal((kind === 'purchase' ? quantity : -quantity) as Quantity))

export const priceField = (observation: PriceObservation): SourceField => ({
  record: priceKey(observation),
  source: observation.source,
  fields: ['price'],
  text: `${observation.type} price of ${observation.instrument} on ${formatCalendarDate(observation.date)} (${observation.supplier})`,
  part: withoutTrailingZeros(Price.toDecimal(observation.price), 2),
})

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

const keyOf = ({ source: { file, row: line } }: SourceField): string => `${file}:${line}`

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

/** Gives the part to the first source: the record that the entry is of. */
export const withPart = ({ operands, sources }: Parts, part: Decimal): Parts => ({
  operands,
  sources: sources.map((field, index) => (index === 0 ? { ...field, part } : field)),
})
