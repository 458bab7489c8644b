/**
 * A figure is a fact, once: a concept in a context, its exact amount, and how it was derived. Cells print figures; one
 * figure may stand in many cells. The derivation is a closed union, so that explanation, lineage and tie-out all read it.
 */
import { type Branded } from '../values/branded.ts'
import { type CalendarDate, formatCalendarDate, yearMonthDay } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { type Decimal, type RoundingMode } from '../values/decimal.ts'
import { unreachable } from '../values/invariant.ts'
import { type SourceRow } from '../values/table.ts'
import { type AccountCode } from '../reference/chart-of-accounts.ts'
import { type ClassId, fiscalPeriod, type MonthDay, type Period } from '../reference/fund.ts'
import { type InstrumentId } from '../reference/instrument.ts'
import { type Basis } from '../nav/strike.ts'
import { type CumulativeMeasure } from './nav-index.ts'

/** Concept, subject and time, readable: `net-assets@2002-12-31`, `total-return[service]@2002`, `net-assets@2002-12-31/nav`. */
export type FigureId = Branded<string, 'FigureId'>

/** money: base currency; foreign money: that of the figure's own currency; percent: 24.2 is 24.2%; number: a bare factor. */
export type Unit = 'money' | 'foreign money' | 'money per share' | 'shares' | 'units' | 'percent' | 'number'

export type When = { readonly at: CalendarDate } | Period

export type FigureContext = {
  /** A class, an instrument, an industry …: what the figure is of, if not of the whole fund. */
  readonly subject?: string | undefined
  readonly when: When
  readonly basis: Basis
}

export type Figure = {
  readonly id: FigureId
  readonly concept: string
  readonly context: FigureContext
  readonly amount: Decimal
  readonly unit: Unit
  readonly derivation: Derivation
  /** The rule or regulation that defines it. */
  readonly cite?: string | undefined
}

export type Derivation =
  | { readonly of: 'ledger balance'; readonly query: LedgerQuery }
  | { readonly of: 'position'; readonly measure: 'quantity' | 'cost' | 'value'; readonly instrument: InstrumentId; readonly date: CalendarDate }
  /** Fund shares outstanding, or issued and cancelled by records of the kinds named. */
  | { readonly of: 'share count'; readonly query: ShareQuery }
  /** A strike of the NAV book; a measure of foreign items names their currency. */
  | { readonly of: 'strike'; readonly date: CalendarDate; readonly measure: StrikeMeasure; readonly currency?: Currency | undefined }
  /** What the strikes of a period, the first days of a month, changed in a measure that only their events move. */
  | { readonly of: 'strike change'; readonly period: Period; readonly measure: CumulativeMeasure; readonly currency?: Currency | undefined }
  /** An item in a foreign currency at the rate of the date, rounded once, half up (R3.40). */
  | { readonly of: 'translation'; readonly item: FigureId; readonly currency: Currency; readonly date: CalendarDate }
  /** The cash in a foreign currency that the NAV book held at the date, or what it cost: the two make its average (R3.41). */
  | { readonly of: 'foreign cash'; readonly measure: 'amount' | 'cost'; readonly currency: Currency; readonly date: CalendarDate }
  /** A value that the fund's own file states. */
  | { readonly of: 'policy value'; readonly source: SourceRow; readonly name: string; readonly value: Decimal }
  /** A number that only counts: days of a period, months averaged over. */
  | { readonly of: 'count'; readonly what: string; readonly value: number }
  /** Zero, and why there is nothing. */
  | { readonly of: 'nothing'; readonly because: string }
  | { readonly of: 'sum'; readonly terms: readonly FigureId[] }
  | { readonly of: 'difference'; readonly minuend: FigureId; readonly subtrahend: FigureId }
  | { readonly of: 'product'; readonly factors: readonly FigureId[]; readonly rounding?: Rounding | undefined }
  | { readonly of: 'quotient'; readonly numerator: FigureId; readonly denominator: FigureId; readonly isPercent: boolean; readonly rounding: Rounding }
  | { readonly of: 'minimum' | 'maximum'; readonly terms: readonly FigureId[] }
  | { readonly of: 'rounding'; readonly figure: FigureId; readonly rounding: Rounding }
  /** The mean of a daily figure over calendar days; a day without a strike has the last one's. */
  | { readonly of: 'average over days'; readonly measure: StrikeMeasure; readonly period: Period; readonly days: number; readonly rounding: Rounding }
  /** Π(numerator ÷ denominator) − 1, in percent, divided and rounded once (R9.7). */
  | { readonly of: 'linked product'; readonly ratios: readonly { readonly numerator: FigureId; readonly denominator: FigureId }[]; readonly rounding: Rounding }

export type StrikeMeasure = 'net assets' | 'investments' | 'foreign items' | CumulativeMeasure

export type Rounding = { readonly mode: RoundingMode; readonly scale: number }

/** Which postings make a balance: accounts, days of effect, and, for flows, the kinds of record that caused them. */
export type LedgerQuery = {
  readonly accounts: readonly AccountCode[]
  /** The side that counts as positive. */
  readonly positive: 'debit' | 'credit'
  /** First effective day of a flow; undefined for a balance. */
  readonly from?: CalendarDate | undefined
  readonly through: CalendarDate
  /** Only entries caused by records of these kinds; all where undefined. */
  readonly kinds?: readonly string[] | undefined
  /** All entries but those caused by records of these kinds. */
  readonly exceptKinds?: readonly string[] | undefined
  /** Items in foreign currencies, which are translated at each net asset value (R3.40): these only, or all but these. */
  readonly translated?: 'only' | 'not' | undefined
  /** Only postings in that currency. */
  readonly currency?: Currency | undefined
  /** Amounts in that currency, and not their counter-values in the base currency. */
  readonly measure?: 'local' | undefined
}

export type ShareQuery = {
  readonly classId: ClassId
  readonly from?: CalendarDate | undefined
  readonly through: CalendarDate
  readonly kinds?: readonly string[] | undefined
  readonly isNegated?: boolean
}

/** How a period is written in an id: its fiscal year, or its two days. */
export type PeriodName = (period: Period) => string

/** A fiscal year has its number, the first, short one too; any other period has its days, however much of a year it holds (R1.6). */
export const periodName =
  (inception: CalendarDate, fiscalYearEnd: MonthDay): PeriodName =>
  ({ from, through }) => {
    const { year } = yearMonthDay(through)
    const fiscal = fiscalPeriod(year, { inception, fiscalYearEnd })
    return from === fiscal.from && through === fiscal.through ? String(year) : `${formatCalendarDate(from)}..${formatCalendarDate(through)}`
  }

export function figureId(concept: string, { subject, when, basis }: FigureContext, nameOf: PeriodName): FigureId {
  const time = 'at' in when ? formatCalendarDate(when.at) : nameOf(when)
  return `${concept}${subject === undefined ? '' : `[${subject}]`}@${time}${basis === 'nav' ? '/nav' : ''}` as FigureId
}

/** The figures that an operation on figures reads; what reads the books itself has none. */
export function operandsOf(derivation: Derivation): readonly FigureId[] {
  switch (derivation.of) {
    case 'sum':
    case 'minimum':
    case 'maximum':
      return derivation.terms
    case 'difference':
      return [derivation.minuend, derivation.subtrahend]
    case 'product':
      return derivation.factors
    case 'quotient':
      return [derivation.numerator, derivation.denominator]
    case 'rounding':
      return [derivation.figure]
    case 'translation':
      return [derivation.item]
    case 'linked product':
      return derivation.ratios.flatMap(({ numerator, denominator }) => [numerator, denominator])
    case 'ledger balance':
    case 'position':
    case 'share count':
    case 'strike':
    case 'strike change':
    case 'foreign cash':
    case 'policy value':
    case 'count':
    case 'nothing':
    case 'average over days':
      return []
    default:
      return unreachable(derivation)
  }
}

/** Whether a change of what it reads may leave the figure where it was: it rounds, or takes the smaller of two. */
export const isAbsorbing = (derivation: Derivation): boolean =>
  derivation.of === 'minimum' ||
  derivation.of === 'maximum' ||
  'rounding' in derivation ||
  derivation.of === 'position' ||
  derivation.of === 'translation' ||
  // What goes out at the average is rounded.
  (derivation.of === 'foreign cash' && derivation.measure === 'cost')

/** The currency of a figure in foreign money. */
export function currencyOf({ unit, derivation }: Pick<Figure, 'unit' | 'derivation'>): Currency | undefined {
  if (unit !== 'foreign money') return undefined
  if (derivation.of === 'ledger balance') return derivation.query.currency
  return derivation.of === 'strike' || derivation.of === 'strike change' || derivation.of === 'foreign cash' ? derivation.currency : undefined
}
