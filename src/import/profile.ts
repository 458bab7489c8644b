/**
 * A profile: which rows of a foreign file become which records of a book, and how each column is filled. A fund accountant
 * writes it in YAML and another reviews it; what it does not state does not happen.
 */
import { type RoundingMode } from '../values/decimal.ts'
import { type CsvLayout } from '../values/foreign-table.ts'
import { type Place } from '../values/issue.ts'
import { type DateFormat } from './foreign-date.ts'
import { type NumberFormat } from './foreign-number.ts'
import { type Target } from './target.ts'

export type Profile = {
  readonly name: string
  readonly file: FileLayout
  readonly numbers: NumberFormat
  readonly dates: DateFormat
  /** How the rows name an instrument, in the order in which they are tried. */
  readonly instruments: readonly InstrumentName[]
  readonly rules: readonly Rule[]
}

export type FileLayout = ({ readonly format: 'csv' } & CsvLayout) | { readonly format: 'ofx' }

/** Each row must fit exactly one: the order of rules means nothing. */
export type Rule = {
  readonly place: Place
  /** What the rows are, in a few words: 'purchases'. */
  readonly name: string
  /** All of them hold; of none, every row fits. */
  readonly when: readonly Condition[]
  readonly outcome: Outcome
}

export type Outcome =
  | { readonly of: 'make'; readonly records: readonly RecordMapping[] }
  /** The rows are no records, for this reason; they are counted and named. */
  | { readonly of: 'skip'; readonly reason: string }
  /** The rows are records that a book has no place for: each is an issue. */
  | { readonly of: 'refuse'; readonly reason: string }

export type Condition = { readonly column: Named; readonly test: Test }

export type Test =
  | { readonly of: 'is' | 'is_not' | 'begins' | 'contains'; readonly texts: readonly string[] }
  | { readonly of: 'sign'; readonly signs: readonly Sign[] }
  | { readonly of: 'empty'; readonly isEmpty: boolean }
  | { readonly of: 'exchange'; readonly isOpen: boolean }

export const signs = ['negative', 'zero', 'positive'] as const
export type Sign = (typeof signs)[number]

/** A column of the foreign file, and where the profile names it. */
export type Named = { readonly name: string; readonly place: Place }

export type RecordMapping = {
  readonly place: Place
  readonly target: Target
  /** Where it is one of several that a wide row makes: its cell is not empty. */
  readonly when: readonly Condition[]
  readonly columns: ReadonlyMap<string, Value>
  /** The column that says in which currency the amounts of the row are; it must be that of the instrument, or else the base currency. */
  readonly amountsIn: Named | undefined
}

export type Value =
  | { readonly of: 'constant'; readonly place: Place; readonly text: string }
  | CellValue
  | JoinedValue
  | { readonly of: 'sum'; readonly place: Place; readonly columns: readonly Named[]; readonly sign: SignRule; readonly blank: readonly string[] }
  | QuotientValue
  | { readonly of: 'instrument'; readonly place: Place; readonly names: readonly InstrumentName[] }

export type CellValue = {
  readonly of: 'cell'
  readonly place: Place
  readonly column: Named
  readonly prefix: string
  /** The book's word for each of the source's; undefined where the cell is taken as it stands. */
  readonly values: ReadonlyMap<string, string> | undefined
  /** Texts that mean an empty cell. */
  readonly blank: readonly string[]
  /** Taken where the cell is empty. */
  readonly ifEmpty: string
  readonly sign: SignRule
  /** An exact factor: '0.01' for a price in pence. */
  readonly times: string | undefined
  readonly dates: DateFormat | undefined
  readonly closedDay: ClosedDayRule
}

export const closedDayRules = ['as-is', 'before', 'after'] as const
/** What becomes of a date on which the exchange is closed: it stays, or the business day before or after it is taken. */
export type ClosedDayRule = (typeof closedDayRules)[number]

/** Several cells as one text, for an id where no column is one. */
export type JoinedValue = {
  readonly of: 'joined'
  readonly place: Place
  readonly columns: readonly Named[]
  readonly between: string
  readonly prefix: string
  /** Whether a text that has stood before in the file gets the number of its occurrence behind it: -2, -3. */
  readonly numbersRepeats: boolean
}

/** One cell over another, rounded once to `places` in `mode` (R0.3). */
export type QuotientValue = {
  readonly of: 'quotient'
  readonly place: Place
  readonly dividend: Named
  readonly divisor: Named
  readonly places: number
  readonly mode: RoundingMode
  readonly sign: SignRule
}

export const signRules = ['as-is', 'absolute', 'reversed'] as const
/** as-is: as the source writes it; absolute: without its sign; reversed: what the source writes negative is positive in the book. */
export type SignRule = (typeof signRules)[number]

export const instrumentKeys = ['id', 'cusip', 'isin', 'sedol', 'figi', 'ticker', 'name'] as const
export type InstrumentKey = (typeof instrumentKeys)[number]

/** A column of the source, and what of instruments.csv it names. */
export type InstrumentName = { readonly column: Named; readonly by: InstrumentKey }
