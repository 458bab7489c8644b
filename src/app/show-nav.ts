/** The net asset value of a day, the proof that leads to it from the day before, and the bridge to the reporting basis. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Amount } from '../values/money.ts'
import { invariant } from '../values/invariant.ts'
import { businessDays, onOrAfter } from '../reference/nyse-calendar.ts'
import { type FundEvent } from '../events/event.ts'
import { compareBooking } from '../events/order.ts'
import { type NavRoll } from '../nav/nav-roll.ts'
import { type Strike } from '../nav/strike.ts'
import { type BooksAsOf } from './books-as-of.ts'
import { type Excepted, exceptionsOf } from './exceptions.ts'

export type ShownNav = {
  readonly nav: Strike
  readonly reporting: Strike
  readonly proof: NavProof
  readonly bridge: ShownBridge
  readonly excepted: { readonly nav: Excepted; readonly reporting: Excepted }
}

/** Each term as it adds to net assets (an expense is negative): opening and terms add to closing, and what is left is zero. */
export type NavProof = {
  readonly previous: CalendarDate | undefined
  readonly opening: Amount
  readonly terms: readonly { readonly term: NavTerm; readonly effect: Amount }[]
  readonly closing: Amount
  readonly residual: Amount
}

export const navTerms = ['capital', 'income', 'expenses', 'distributions', 'realized', 'unrealized'] as const
export type NavTerm = (typeof navTerms)[number]

/** The records and changes of value that lead from the NAV to the reporting basis, gathered by kind. */
export type ShownBridge = {
  readonly navNetAssets: Amount
  readonly events: readonly { readonly kind: FundEvent['kind']; readonly count: number; readonly effect: Amount }[]
  readonly values: { readonly count: number; readonly effect: Amount }
  /** Translation of foreign cash, receivables and payables, and what their settlement realized. */
  readonly currency: Amount
  /** Fees and expenses of the days after the NAV's own. */
  readonly accruals: Amount
  readonly reportingNetAssets: Amount
  readonly residual: Amount
}

export function showNav(books: BooksAsOf): ShownNav {
  const { nav, reporting, replay, asOf } = books
  const exceptions = exceptionsOf(books)
  return {
    nav: nav.strike,
    reporting: reporting.strike,
    proof: proofOf(nav.strike.roll, replay.strikes.at(-2)?.date),
    bridge: bridgeByKind(reporting.bridge, replay.book.events),
    excepted: { nav: exceptions.on(nav.date, 'nav'), reporting: exceptions.on(asOf, 'reporting') },
  }
}

/** The strikes of the business days from `from` through the day asked for, on its basis, each with its terms where it has them. */
export function listNavs(books: BooksAsOf, from: CalendarDate): readonly ListedNav[] {
  const { basis, asOf, book, replay } = books
  const exceptions = exceptionsOf(books)
  const first = onOrAfter(book.fund.series.booksFrom)
  const strikes = new Map(replay.strikes.map((strike) => [strike.date, strike]))
  return businessDays(from < first ? first : from, asOf).map((date): ListedNav => {
    const strike = basis === 'nav' ? strikes.get(date) : replay.views.get(date)?.strike
    invariant(strike !== undefined, 'every business day that is listed was struck')
    return { strike, excepted: exceptions.on(date, basis), terms: basis === 'nav' ? termsOf(strike.roll) : [] }
  })
}

/** On the reporting basis there are no terms: a view leads from the NAV of its own day, not from the view before it. */
export type ListedNav = { readonly strike: Strike; readonly excepted: Excepted; readonly terms: NavProof['terms'] }

const proofOf = (roll: NavRoll, previous: CalendarDate | undefined): NavProof => ({
  previous,
  opening: roll.opening,
  terms: termsOf(roll),
  closing: roll.closing,
  residual: roll.residual,
})

const lessens: ReadonlySet<NavTerm> = new Set<NavTerm>(['expenses', 'distributions'])

const termsOf = (roll: NavRoll): NavProof['terms'] => navTerms.map((term) => ({ term, effect: (lessens.has(term) ? -roll[term] : roll[term]) as Amount }))

/** The bridge with its records gathered by kind. */
export function bridgeByKind(
  { navNetAssets, events, values, currency, accruals, reportingNetAssets, residual }: BooksAsOf['reporting']['bridge'],
  book: readonly FundEvent[],
): ShownBridge {
  const order = [...new Set(book.toSorted(compareBooking).map(({ kind }) => kind))]
  const byKind = Map.groupBy(events, ({ kind }) => kind)
  const total = (effects: readonly bigint[]): Amount => effects.reduce((sum, effect) => sum + effect, 0n) as Amount
  return {
    navNetAssets,
    events: order.flatMap((kind) => {
      const ofKind = byKind.get(kind)
      return ofKind === undefined ? [] : [{ kind, count: ofKind.length, effect: total(ofKind.map(({ effect }) => effect)) }]
    }),
    values: { count: values.length, effect: total(values.map(({ change }) => change)) },
    currency,
    accruals,
    reportingNetAssets,
    residual,
  }
}
