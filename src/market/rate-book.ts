/** All exchange rates of a book, found by currency and day; each knows its row, its time and the direction of its quote. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { type Decimal, ONE } from '../values/decimal.ts'
import { type ExchangeRate } from '../values/exchange-rate.ts'
import { type FieldContext } from '../values/field.ts'
import { compareText, type Issue } from '../values/issue.ts'
import { readTable, type RowOf, type SourceRow, type SourceTable, type UnreadableRow } from '../values/table.ts'
import { notOpenOn } from '../reference/closed-day.ts'
import { type QuoteDirection, rateColumns } from './rate.ts'

/** One observation. Its natural key (currency, what it is against, date, source, time) is its identity. */
export type RateObservation = {
  readonly currency: Currency
  /** Undefined for the base currency; a rate against another one only checks. */
  readonly against: Currency | undefined
  readonly date: CalendarDate
  /** The number and the direction as quoted. */
  readonly quoted: Decimal
  readonly quote: QuoteDirection
  /** Units of the base currency (or of `against`) for one unit of `currency`, exact. */
  readonly rate: ExchangeRate
  readonly supplier: string
  /** `16:00 America/New_York` */
  readonly time: string
  readonly source: SourceRow
}

export type RateBook = {
  /** Observations of one currency against the base currency on one day, in order of supplier and time. */
  readonly on: (currency: Currency, date: CalendarDate) => readonly RateObservation[]
  /** Observations of that day between two foreign currencies, in order of their keys. */
  readonly crossesOn: (date: CalendarDate) => readonly RateObservation[]
  /** The latest day with any observation, or undefined where there is none. */
  readonly lastDate: CalendarDate | undefined
  readonly count: number
  readonly all: () => Iterable<RateObservation>
}

/** `rate~GBP~DATE~SOURCE~TIME`, or `rate~EUR-GBP~…` between two foreign currencies: how a derivation names an observation. */
export const rateKey = ({ currency, against, date, supplier, time }: Omit<RateObservation, 'rate' | 'quoted' | 'quote' | 'source'>): string =>
  `rate~${currency}${against === undefined ? '' : `-${against}`}~${formatCalendarDate(date)}~${supplier}~${time}`

export type ReadRates = { readonly rates: RateBook; readonly unreadable: readonly Pick<UnreadableRow, 'cells'>[]; readonly issues: readonly Issue[] }

/**
 * Reads the rate files; a repeated natural key, the base currency in the place of a foreign one, a rate of zero or a day on
 * which the exchange was closed is an issue, and the row is left out.
 */
export function readRates(tables: readonly SourceTable[], context: FieldContext): ReadRates {
  const issues: Issue[] = []
  const unreadable: Pick<UnreadableRow, 'cells'>[] = []
  const byKey = new Map<string, RateObservation>()
  const days = new Map<CalendarDate, RateObservation[]>()
  let lastDate: CalendarDate | undefined

  for (const table of tables) {
    const reading = readTable(rateColumns, table, context)
    for (const issue of reading.issues) issues.push(issue)
    for (const row of reading.unreadable) {
      unreadable.push(row)
      for (const issue of faultsOf(row.place, row.values, context.baseCurrency)) issues.push(issue)
    }
    for (const { source, values } of reading.rows) {
      const place = { file: source.file, row: source.row }
      const faults = faultsOf(place, values, context.baseCurrency)
      for (const fault of faults) issues.push(fault)
      const observation = observationOf(source, values, context.baseCurrency)
      const key = rateKey(observation)
      const first = faults.length > 0 ? undefined : byKey.get(key)
      if (first !== undefined) issues.push(repeated(observation, first))
      if (faults.length > 0 || first !== undefined) {
        unreadable.push({ cells: { currency: values.currency } })
        continue
      }
      byKey.set(key, observation)
      const ofDay = days.get(observation.date)
      if (ofDay === undefined) days.set(observation.date, [observation])
      else ofDay.push(observation)
      if (lastDate === undefined || observation.date > lastDate) lastDate = observation.date
    }
  }

  for (const ofDay of days.values()) ofDay.sort((left, right) => compareText(rateKey(left), rateKey(right)))
  // Asked for each holding of each day.
  const byCurrency = new Map(
    [...days].map(([date, ofDay]) => [date, Map.groupBy(ofDay, ({ currency, against }) => (against === undefined ? currency : undefined))]),
  )
  const rates: RateBook = {
    on: (currency, date) => byCurrency.get(date)?.get(currency) ?? [],
    crossesOn: (date) => byCurrency.get(date)?.get(undefined) ?? [],
    lastDate,
    count: byKey.size,
    all: () => byKey.values(),
  }
  return { rates, unreadable, issues }
}

const observationOf = (source: SourceRow, row: RowOf<typeof rateColumns>, baseCurrency: Currency): RateObservation => ({
  currency: row.currency,
  against: row.against === baseCurrency ? undefined : row.against,
  date: row.date,
  quoted: row.rate,
  quote: row.quote,
  rate: row.quote === 'base-per-foreign' ? { numerator: row.rate, denominator: ONE } : { numerator: ONE, denominator: row.rate },
  supplier: row.source,
  time: row.time,
  source,
})

/** What is wrong with the values by themselves, as far as they could be read. */
function faultsOf(
  place: { readonly file: string; readonly row: number },
  { date, currency, rate, against }: Partial<RowOf<typeof rateColumns>>,
  baseCurrency: Currency,
): readonly Issue[] {
  const issues: Issue[] = []
  const closed = date === undefined ? undefined : notOpenOn(date)
  if (closed !== undefined) issues.push({ place: { ...place, column: 'date' }, ...closed })
  if (currency === baseCurrency) {
    issues.push({
      code: 'valuation.rate-pair',
      place: { ...place, column: 'currency' },
      found: `${currency}, the base currency`,
      needed: 'the foreign currency of the pair',
      remedy: 'Name the foreign currency, and say in "quote" which of the two the rate is for one unit of.',
    })
  } else if (currency !== undefined && currency === against) {
    issues.push({
      code: 'valuation.rate-pair',
      place: { ...place, column: 'against' },
      found: `${against}, which is the currency itself`,
      needed: 'another currency, or nothing for the base currency',
      remedy: 'Correct one of the two, or empty "against".',
    })
  }
  if (rate?.units === 0n) {
    issues.push({
      code: 'field.sign',
      place: { ...place, column: 'rate' },
      found: '"0"',
      needed: 'a number above zero',
      remedy: 'Give the rate as quoted, or leave the row out.',
    })
  }
  return issues
}

const repeated = ({ currency, date, supplier, time, source }: RateObservation, first: RateObservation): Issue => ({
  code: 'record.repeated-rate',
  place: { file: source.file, row: source.row },
  found: `a second rate of ${currency} on ${formatCalendarDate(date)} at ${time} from ${supplier}`,
  needed: `one; the first is ${first.source.file}:${first.source.row}`,
  remedy: 'Remove one of the two rows, or name its own source or time.',
})
