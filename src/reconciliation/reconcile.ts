/** The reconciliation of a book (R12.2–R12.6): every comparison, the breaks with their lives, and the movements of cash one by one. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { equals } from '../values/decimal.ts'
import { type Replay } from '../nav/replay.ts'
import { bookSideOf } from './book-side.ts'
import { type Break, breaksOf, businessDaysAfter } from './break.ts'
import { type Cause } from './cause.ts'
import { compareCash, matchedThrough, onlyThere } from './compare-cash.ts'
import { comparePositions } from './compare-positions.ts'
import { compareShares } from './compare-shares.ts'
import { compareTrades } from './compare-trades.ts'
import { type Comparison } from './comparison.ts'
import { type GivenRecords } from './given-records.ts'

export type Reconciliation = {
  /** Of every statement through the day, in order of date. */
  readonly comparisons: readonly Comparison[]
  readonly breaks: readonly Break[]
  readonly items: readonly ReconciledItems[]
}

/** The movements of one currency. */
export type ReconciledItems = {
  readonly currency: string
  readonly matched: number
  /** Matched at two dates. */
  readonly timing: readonly Cause[]
  /** On one side alone, or with two amounts, each aged in business days. */
  readonly unmatched: readonly { readonly cause: Cause; readonly age: number }[]
}

/** The days on which somebody says something of the books, through `through`: on each a reporting view is needed. */
export const daysOf = ({ cash, positions, shares }: GivenRecords, through: CalendarDate): readonly CalendarDate[] =>
  [...new Set([...cash, ...positions, ...shares].map(({ date }) => date))].filter((date) => date <= through).toSorted((left, right) => left - right)

/** Holds what is given through `asOf` against the books; `replay` has a reporting view of `asOf` and of each of `daysOf`. */
export function reconcile(given: GivenRecords, replay: Replay, asOf: CalendarDate): Reconciliation {
  const last = replay.views.get(asOf)
  if (last === undefined) return { comparisons: [], breaks: [], items: [] }
  const through = <Each extends { readonly date: CalendarDate }>(rows: readonly Each[]): readonly Each[] => rows.filter(({ date }) => date <= asOf)
  const known: GivenRecords = {
    cash: through(given.cash),
    items: through(given.items),
    positions: through(given.positions),
    shares: through(given.shares),
    trades: through(given.trades),
  }
  const books = bookSideOf(replay, last)
  const comparisons = [
    ...compareCash(books, known),
    ...comparePositions(books, known.positions),
    ...compareShares(books, known.shares),
    ...compareTrades(books, known.trades, asOf),
  ].toSorted((left, right) => left.date - right.date)
  const matched = new Map(
    [...new Set(known.items.map(({ currency }) => currency))].toSorted().map((currency) => [
      currency as string,
      matchedThrough(
        asOf,
        books.cash.get(currency) ?? [],
        known.items.filter((item) => item.currency === currency),
      ),
    ]),
  )

  /** Movements of both sides between opening and close that have two dates. */
  const timing = ({ matter, subject }: Comparison, opened: CalendarDate, closed: CalendarDate): readonly Cause[] =>
    matter !== 'cash'
      ? []
      : (matched.get(subject)?.pairs ?? []).flatMap(({ ours, theirs }): readonly Cause[] => {
          const [first, second] = ours.date < theirs.date ? [ours.date, theirs.date] : [theirs.date, ours.date]
          return first < second && first >= opened && second <= closed ? [{ kind: 'timing', movement: ours, there: theirs.date }] : []
        })
  return {
    comparisons,
    breaks: breaksOf(comparisons, timing),
    items: [...matched].flatMap(([currency, items]): readonly ReconciledItems[] => {
      if (items === undefined) return []
      const [alike, others] = partition(items.pairs, ({ ours, theirs }) => equals(ours.amount, theirs.amount))
      const aged = (cause: Cause, since: CalendarDate) => ({ cause, age: businessDaysAfter(since, asOf) })
      return [
        {
          currency,
          matched: alike.length,
          timing: alike.flatMap(({ ours, theirs }) => (ours.date === theirs.date ? [] : [{ kind: 'timing', movement: ours, there: theirs.date } as const])),
          unmatched: [
            ...items.onlyOurs.map((movement) => aged({ kind: 'only booked', movement }, movement.date)),
            ...items.onlyTheirs.map((item) => aged(onlyThere(item, books), item.date)),
            ...others.map(({ ours, theirs }) => aged({ kind: 'other amount', movement: ours, there: theirs.amount, source: theirs.source }, theirs.date)),
          ],
        },
      ]
    }),
  }
}

const partition = <Each>(all: readonly Each[], isFirst: (each: Each) => boolean): readonly [first: readonly Each[], second: readonly Each[]] => [
  all.filter(isFirst),
  all.filter((each) => !isFirst(each)),
]
