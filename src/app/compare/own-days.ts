/** Our side of a comparison: what the books say of a day on each basis, found by date. */
import { type CalendarDate, formatCalendarDate } from '../../values/calendar-date.ts'
import { minorUnitDigits } from '../../values/currency.ts'
import { type Decimal, decimal, round, withoutTrailingZeros } from '../../values/decimal.ts'
import { Shares } from '../../values/scaled.ts'
import { type ClassId, type Fund } from '../../reference/fund.ts'
import { policyOn } from '../../reference/policy.ts'
import { type Balances } from '../../ledger/balances.ts'
import { type FundBook } from '../../nav/fund-book.ts'
import { type Position } from '../../nav/mark.ts'
import { type Replay, type Watch } from '../../nav/replay.ts'
import { type Basis, type Strike } from '../../nav/strike.ts'

export type OwnDays = {
  readonly book: FundBook
  readonly first: CalendarDate
  readonly last: CalendarDate
  readonly strike: (basis: Basis, date: CalendarDate) => Strike | undefined
  /** The books of a day, for the days that were looked at. */
  readonly day: (basis: Basis, date: CalendarDate) => OwnDay | undefined
}

/** What a comparison takes of a day's books: of thousands of days no more could be kept. */
export type OwnDay = { readonly strike: Strike; readonly positions: readonly Position[]; readonly balances: Balances }

/** Why the books have nothing of a day, where they have nothing. */
export const whyNotCompared = ({ first, last }: OwnDays, date: CalendarDate): string =>
  date > last ? `the book ends on ${formatCalendarDate(last)}` : date < first ? 'before the first net asset value' : 'the exchange was closed'

/** Looks at days while the books are replayed, and remembers them. */
export function dayWatcher(days: Iterable<CalendarDate>, views: Iterable<CalendarDate>): { readonly watch: Watch; readonly seen: Seen } {
  const seen: { readonly [Of in Basis]: Map<CalendarDate, OwnDay> } = { nav: new Map(), reporting: new Map() }
  const see: Watch['see'] = (basis, { date, strike, positions, state }) => seen[basis].set(date, { strike, positions, balances: state.balances })
  return { watch: { days: new Set(days), views: new Set(views), see }, seen }
}

export type Seen = { readonly [Of in Basis]: ReadonlyMap<CalendarDate, OwnDay> }

export function ownDaysOf(replay: Replay, seen: Seen): OwnDays {
  const strikes = new Map(replay.strikes.map((strike) => [strike.date, strike]))
  const dates = [...strikes.keys()]
  return {
    book: replay.book,
    first: dates[0] as CalendarDate,
    last: dates.at(-1) as CalendarDate,
    strike: (basis, date) => (basis === 'nav' ? strikes.get(date) : seen.reporting.get(date)?.strike),
    day: (basis, date) => seen[basis].get(date),
  }
}

export type OwnClass = {
  readonly netAssets: Decimal
  readonly shares: Decimal
  /** Undefined where the class has no shares. */
  readonly unrounded: Decimal | undefined
  /** Net asset value per share to `places`: as published where that is what the fund publishes, and else from the unrounded one. */
  readonly navPerShare: (places: number) => Decimal | undefined
}

export function ownClass(strike: Strike, classId: ClassId, fund: Fund): OwnClass | undefined {
  const found = strike.classes.find((each) => each.classId === classId)
  if (found === undefined) return undefined
  const { navPerShare, unrounded } = found
  const rounding = policyOn(fund.policies, 'nav_rounding', strike.date)?.settings
  return {
    netAssets: decimal(found.netAssets, minorUnitDigits(fund.series.baseCurrency)),
    shares: withoutTrailingZeros(Shares.toDecimal(found.outstanding)),
    unrounded,
    navPerShare: (places) =>
      navPerShare === undefined || unrounded === undefined || rounding === undefined
        ? undefined
        : places === navPerShare.scale
          ? navPerShare
          : round(unrounded, rounding.mode, places),
  }
}
