/** The ends of every derivation: fields of source rows. */
import { type CalendarDate, formatCalendarDate } from '../../values/calendar-date.ts'
import { type Currency } from '../../values/currency.ts'
import { type Decimal, withoutTrailingZeros } from '../../values/decimal.ts'
import { Price, Quantity } from '../../values/scaled.ts'
import { type SourceRow } from '../../values/table.ts'
import { type Instrument } from '../../reference/instrument.ts'
import { accountOf } from '../../reference/chart-of-accounts.ts'
import { type FundEvent, isOpening } from '../../events/event.ts'
import { priceKey, type PriceObservation } from '../../market/price-book.ts'
import { rateKey } from '../../market/rate-book.ts'
import { type FigureBook } from '../figure-book.ts'
import { type BasketTrade, isDisposal, type TradeEvent } from '../trade-events.ts'

/** Fields of one source row that a figure was read from. */
export type SourceField = {
  /** Id of the record, or the natural key of a price or a rate. */
  readonly record: string
  readonly source: SourceRow
  readonly fields: readonly string[]
  /** What the row says, for a reader. */
  readonly text: string
  /** Its part in the figure, in the figure's unit, where it has one of its own. */
  readonly part?: Decimal | undefined
  /** What of the row was added how often, where `fields` follow from it: what comes and goes again is of no field (see `joinEntries`). */
  readonly terms?: readonly SourceTerm[]
}

/** Something found from fields of a row, which the entries of the row add and take away: what is withheld of a dividend. */
export type SourceTerm = { readonly name: string; readonly times: number; readonly fields: readonly string[] }

/** The fields of the terms that are left when all are added up. */
export function fieldsOfTerms(terms: readonly SourceTerm[]): readonly string[] {
  const times = new Map<string, number>()
  for (const term of terms) times.set(term.name, (times.get(term.name) ?? 0) + term.times)
  return [...new Set(terms.flatMap(({ name, fields }) => (times.get(name) === 0 ? [] : fields)))]
}

/** Fields of the row of an event, with its kind, its instrument and its day as text: "sale of Acme Corp. on 2024-06-11". */
export function row(event: FundEvent | BasketTrade, fields: readonly string[], { books }: FigureBook): SourceField {
  const { payload } = event
  const instrument = 'instrument' in payload ? payload.instrument : undefined
  const name = instrument === undefined ? '' : ` of ${books.instruments.get(instrument)?.name ?? instrument}`
  const account = event.kind === 'opening-balance' ? ` of ${event.payload.account} ${accountOf(event.payload.account)?.name ?? ''}` : ''
  const on = formatCalendarDate(event.effectiveDate)
  const text = isOpening(event as FundEvent) ? `taken on from other books on ${on}: ${event.kind}${name}${account}` : `${event.kind}${name} on ${on}`
  return { record: event.id, source: event.source, fields, text }
}

/** What a record does to the units of a position: the quantity that it adds (below zero for a sale), or the ratio of a split. */
export function unitsRow(event: TradeEvent, figures: FigureBook): SourceField {
  if (event.kind === 'split') return row(event, splitFields, figures)
  const { quantity } = event.payload
  return { ...row(event, ['quantity'], figures), part: withoutTrailingZeros(Quantity.toDecimal((isDisposal(event) ? -quantity : quantity) as Quantity)) }
}

export const splitFields = ['new_units', 'old_units', 'fractions'] as const

/** The multiplier of an instrument, by which quantity × price is its value (R5.5): 1 where its row has none. */
export const multiplierOf = (instrument: Instrument): SourceField => ({
  record: instrument.id,
  source: instrument.source,
  fields: ['multiplier'],
  text: `multiplier of ${instrument.name}`,
  part: instrument.multiplier,
})

/** A price as observed, to two places at least; its part is the price of one unit. */
export const priceField = (observation: PriceObservation): SourceField => ({
  record: priceKey(observation),
  source: observation.source,
  fields: ['price'],
  text: `${observation.type} price of ${observation.instrument} on ${formatCalendarDate(observation.date)} (${observation.supplier})`,
  part: withoutTrailingZeros(Price.toDecimal(observation.price), 2),
})

/** The rate that translates a currency on a day, as quoted; none for the base currency. */
export function rateFields(currency: Currency, date: CalendarDate, { books }: FigureBook): readonly SourceField[] {
  const observation = currency === books.currency ? undefined : books.rateOn(currency, date)
  if (observation === undefined) return []
  const { quoted, quote, supplier, time, date: day, source } = observation
  const pair = quote === 'base-per-foreign' ? `${books.currency} for one ${currency}` : `${currency} for one ${books.currency}`
  return [
    {
      record: rateKey(observation),
      source,
      fields: ['rate'],
      text: `${pair} on ${formatCalendarDate(day)} at ${time} (${supplier})`,
      part: withoutTrailingZeros(quoted, 2),
    },
  ]
}

export const isRate = ({ record }: SourceField): boolean => record.startsWith('rate~')
