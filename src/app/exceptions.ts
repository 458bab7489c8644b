/** The exceptions of every strike through a day with what was decided of each, and whether the strike is clear of them (R5.12). */
import { addDays, type CalendarDate } from '../values/calendar-date.ts'
import { type Issue } from '../values/issue.ts'
import { controlsOn } from '../reference/policy.ts'
import {
  type DayOfExceptions,
  followExceptions,
  idleDispositions,
  type ListedException,
  listedExceptions,
  type Standing,
  type StandingException,
  standingOf,
} from '../nav/exceptions/standing.ts'
import { type Basis, type Strike } from '../nav/strike.ts'
import { type Break, breakIssue, comparisonOn, standsOn } from '../reconciliation/break.ts'
import { isOfOneDay } from '../reconciliation/comparison.ts'
import { type Reconciliation } from '../reconciliation/reconcile.ts'
import { type BooksAsOf } from './books-as-of.ts'
import { reconcileBooks } from './reconcile-books.ts'

/** The exceptions of one strike, and what they make of it. */
export type Excepted = { readonly standing: Standing; readonly exceptions: readonly StandingException[] }

export type Exceptions = {
  /** On the strike of a day that was struck or viewed, on its basis. */
  readonly on: (date: CalendarDate, basis: Basis) => Excepted
  /** Of every NAV, and of the reporting view of the day asked for: one for each set of facts, in the order in which they arose. */
  readonly listed: readonly ListedException[]
  /** What is wrong with dispositions that hold for nothing. */
  readonly issues: readonly Issue[]
  readonly reconciliation: Reconciliation
  /** Each break of it as it stood last, whether or not a strike was made while it was open. */
  readonly ofBreaks: ReadonlyMap<Break, StandingException>
}

const unexcepted: Excepted = { standing: standingOf([]), exceptions: [] }

/** The books of a day that were asked for with `isReconciled`. */
export function exceptionsOf(books: BooksAsOf): Exceptions {
  const { replay, book, evidence, asOf } = books
  const [{ fund }, { dispositions }] = [book, evidence]
  const reconciliation = reconcileBooks(books)
  const { breaks } = reconciliation
  const before = new Map(replay.strikes.map(({ date }, index) => [date, replay.strikes[index - 1]?.date]))
  const breakIssues = (date: CalendarDate, basis: Basis): readonly Issue[] => {
    const after = basis === 'nav' ? before.get(date) : addDays(date, -1)
    return breaks.filter((each) => standsOn(each, date, after)).map((each) => breakIssue(each, comparisonOn(each, date)))
  }
  const dayOf = ({ date, basis, netAssets, classes }: Strike, issues: readonly Issue[]): DayOfExceptions => ({
    date,
    basis,
    issues,
    netAssets,
    classes,
    currency: fund.series.baseCurrency,
    threshold: controlsOn(fund.policies, date).impactPerShare,
  })
  const views = [...replay.views.values()].map(({ strike }) => strike)
  // Sorting keeps a NAV before the view of its date.
  const strikes = [...replay.strikes, ...views].toSorted((left, right) => left.date - right.date)
  const days = followExceptions(
    strikes.map((strike) => dayOf(strike, [...strike.exceptions, ...breakIssues(strike.date, strike.basis)])),
    dispositions,
  )
  const listed = listedExceptions(days.filter(({ date, basis }) => basis === 'nav' || date === asOf))
  const byDay = new Map(days.map(({ date, basis, exceptions }) => [`${basis} ${date}`, { standing: standingOf(exceptions), exceptions }]))
  const ofBreaks = new Map(
    breaks.flatMap((each): readonly (readonly [Break, StandingException])[] => {
      const isLasting = each.closed === undefined && !isOfOneDay(each.matter)
      const strike = replay.strikes.findLast(({ date }) => date <= (isLasting ? asOf : each.last.date)) ?? strikes[0]
      const [judged] = strike === undefined ? [] : followExceptions([dayOf(strike, [breakIssue(each, each.last)])], dispositions)
      return (judged?.exceptions ?? []).map((exception) => [each, exception] as const)
    }),
  )
  return {
    on: (date, basis) => byDay.get(`${basis} ${date}`) ?? unexcepted,
    listed,
    issues: idleDispositions(dispositions, [...listed, ...ofBreaks.values()], asOf),
    reconciliation,
    ofBreaks,
  }
}
