/** The accounting entity: a trust, one series of it, and the series' classes (R1.1–R1.3, R1.6–R1.9, R1.11). */
import { type Branded } from '../values/branded.ts'
import { type CalendarDate, calendarDate, daysInMonth, yearMonthDay } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { type Decimal } from '../values/decimal.ts'
import { type Price } from '../values/scaled.ts'
import { type SourceRow } from '../values/table.ts'
import { type PolicyBook } from './policy.ts'

export type SeriesId = Branded<string, 'SeriesId'>
export type ClassId = Branded<string, 'ClassId'>

/** The registrant (R1.1). */
export type Trust = {
  readonly source: SourceRow
  readonly name: string
  readonly form?: string | undefined
  readonly organized?: CalendarDate | undefined
  readonly cik?: string | undefined
  readonly lei?: string | undefined
  readonly address?: string | undefined
  readonly telephone?: string | undefined
  readonly fileNumber1940?: string | undefined
  readonly fileNumber1933?: string | undefined
}

/** The fund: own ledger, own portfolio, own net asset value (R1.2). */
export type Series = {
  readonly source: SourceRow
  readonly id: SeriesId
  readonly name: string
  /** The word the fund's documents use for it: Fund, Portfolio. */
  readonly noun: string
  readonly baseCurrency: Currency
  readonly inception: CalendarDate
  /** The first day these books close: inception, or the day on which the fund was taken on with its balances. */
  readonly booksFrom: CalendarDate
  readonly fiscalYearEnd: MonthDay
  readonly lei?: string | undefined
  readonly edgarSeriesId?: string | undefined
}

/** Month 1–12 and day; a day past the month's end means its last day (02-29 in a common year is 02-28). */
export type MonthDay = { readonly month: number; readonly day: number }

/** A class of shares in the one portfolio (R1.3). */
export type ShareClass = {
  readonly source: SourceRow
  /** The lines of the two numbers that reports print. */
  readonly statedAt: { readonly parValue: SourceRow; readonly issuePrice: SourceRow }
  readonly id: ClassId
  readonly name: string
  readonly inception: CalendarDate
  /** In base currency a share, kept as written: 0.001 (R1.8). */
  readonly parValue: Decimal
  /** Printed only: 'unlimited' or a number of shares (R1.9). */
  readonly authorized: string
  /** Price of the class's first shares (R6.15). */
  readonly issuePrice: Price
  /** Places to which shares are issued and redeemed, 0 to 4 (R0.2). */
  readonly shareDecimals: number
  readonly ticker?: string | undefined
  readonly edgarClassId?: string | undefined
}

export const providerRoles = [
  'adviser',
  'subadviser',
  'distributor',
  'transfer-agent',
  'custodian',
  'fund-accountant',
  'administrator',
  'auditor',
  'counsel',
] as const
export type ProviderRole = (typeof providerRoles)[number]

/** Who serves the fund, and whether it is an affiliated person, which drives disclosure (R1.11). */
export type Provider = { readonly source: SourceRow; readonly role: ProviderRole; readonly name: string; readonly isAffiliated: boolean }

export type Fund = {
  readonly trust: Trust
  readonly series: Series
  readonly classes: readonly ShareClass[]
  readonly providers: readonly Provider[]
  readonly policies: PolicyBook
}

/** The last day of the fiscal year that holds `date` (R1.6). */
export function fiscalYearEndOnOrAfter(date: CalendarDate, { month, day }: MonthDay): CalendarDate {
  const { year } = yearMonthDay(date)
  const endIn = (endYear: number): CalendarDate => calendarDate(endYear, month, Math.min(day, daysInMonth(endYear, month)))
  return endIn(year) >= date ? endIn(year) : endIn(year + 1)
}

/** The fiscal period that ends on the fiscal year end of `year`, begun no earlier than inception (R1.6). */
export function fiscalPeriod(year: number, series: Pick<Series, 'inception' | 'fiscalYearEnd'>): Period {
  const { month, day } = series.fiscalYearEnd
  const through = calendarDate(year, month, Math.min(day, daysInMonth(year, month)))
  const before = calendarDate(year - 1, month, Math.min(day, daysInMonth(year - 1, month)))
  const from = (before + 1) as CalendarDate
  return { from: series.inception > from ? series.inception : from, through }
}

/** Days from `from` through `through`, both within. */
export type Period = { readonly from: CalendarDate; readonly through: CalendarDate }
