/**
 * The exceptions of each strike with what was decided of them (R5.12), and so whether a strike is clear. An exception keeps
 * its identity from day to day; a disposition holds for the facts it names and no others.
 */
import { type CalendarDate, parseCalendarDate } from '../../values/calendar-date.ts'
import { type Decimal, parseDecimal } from '../../values/decimal.ts'
import { type Issue } from '../../values/issue.ts'
import { type Disposition, factsKey } from './disposition.ts'
import { type ExceptionId, exceptionId, subjectOf } from './exception-id.ts'
import { type Basis } from '../strike.ts'
import { type Borne, type Impact, impactOf, statedImpact } from './impact.ts'

/** An exception on one strike. */
export type StandingException = {
  readonly id: ExceptionId
  readonly subject: string
  /** The day it is of, or the first on which it stood. */
  readonly date: CalendarDate
  readonly issue: Issue
  /** Undefined where the effect on net assets is not known. */
  readonly impact: Impact | undefined
  /** Undefined where nobody decided about these facts. */
  readonly disposition: Disposition | undefined
}

/** calculated: an exception that blocks is open; clear: none is. On a folder nothing is reviewed, approved or published. */
export type Standing = {
  readonly status: 'calculated' | 'clear'
  readonly open: number
  /** Open ones at or above the threshold, or of unknown effect. */
  readonly blocking: number
  readonly disposed: number
}

export const isOpen = ({ disposition }: StandingException): boolean => disposition === undefined

/** R5.12: an open exception blocks unless its effect is known to be below the threshold. */
export const isBlocking = (exception: StandingException): boolean => isOpen(exception) && exception.impact?.isMaterial !== false

export function standingOf(exceptions: readonly StandingException[]): Standing {
  const [open, blocking] = [exceptions.filter(isOpen).length, exceptions.filter(isBlocking).length]
  return { status: blocking > 0 ? 'calculated' : 'clear', open, blocking, disposed: exceptions.length - open }
}

/** The exceptions of a strike as they were found, with what they are held against. */
export type DayOfExceptions = Borne & {
  readonly date: CalendarDate
  readonly basis: Basis
  readonly issues: readonly Issue[]
  /** Of the NAV per share, in the base currency. */
  readonly threshold: Decimal
}

export type ExceptionsOfDay = { readonly date: CalendarDate; readonly basis: Basis; readonly exceptions: readonly StandingException[] }

/**
 * Follows exceptions from strike to strike. `days` are in order of date, and the NAV of a date stands before the reporting
 * view of it. One that names no day is of the first of the NAVs on which it stands without a break.
 */
export function followExceptions(days: readonly DayOfExceptions[], dispositions: readonly Disposition[]): readonly ExceptionsOfDay[] {
  const decided = new Map(dispositions.flatMap((each) => (each.kind === 'corrected' ? [] : [[factsKey(each.exception, each.found), each] as const])))
  let before = new Map<string, CalendarDate>() // Of the last NAV, by code and subject: since when they stand.
  return days.map((day) => {
    const since = new Map<string, CalendarDate>()
    const exceptions = day.issues.map((issue): StandingException => {
      const subject = subjectOf(issue)
      const key = `${issue.code} ${subject}`
      const date = statedDate(issue) ?? before.get(key) ?? day.date
      since.set(key, date)
      const id = exceptionId(issue.code, subject, date)
      return { id, subject, date, issue, impact: impactOn(day, issue), disposition: decided.get(factsKey(id, issue.found)) }
    })
    if (day.basis === 'nav') before = since
    return { date: day.date, basis: day.basis, exceptions }
  })
}

function impactOn(day: DayOfExceptions, { impact, about }: Issue): Impact | undefined {
  if (impact !== undefined) return statedImpact(impact, day.threshold)
  const effect = about?.effect === undefined ? undefined : parseDecimal(about.effect)
  return effect && impactOf(effect, day, day.threshold)
}

const statedDate = ({ about }: Issue): CalendarDate | undefined => (about?.date === undefined ? undefined : parseCalendarDate(about.date))

/** An exception with one set of facts, and the strikes on which it stood with them. */
export type ListedException = StandingException & { readonly from: CalendarDate; readonly through: CalendarDate; readonly days: number }

/** One for each exception and set of facts, in the order in which they arose, as they stood last. */
export function listedExceptions(days: readonly ExceptionsOfDay[]): readonly ListedException[] {
  const listed = new Map<string, ListedException>()
  for (const { date, exceptions } of days) {
    for (const exception of exceptions) {
      const key = factsKey(exception.id, exception.issue.found)
      const earlier = listed.get(key)
      if (earlier === undefined) listed.set(key, { ...exception, from: date, through: date, days: 1 })
      else if (earlier.through !== date) listed.set(key, { ...exception, from: earlier.from, through: date, days: earlier.days + 1 })
    }
  }
  return [...listed.values()]
}

/** Dispositions dated through `asOf` that hold for nothing; `listed` are all exceptions through that day. */
export function idleDispositions(dispositions: readonly Disposition[], listed: readonly StandingException[], asOf: CalendarDate): readonly Issue[] {
  const byId = Map.groupBy(listed, ({ id }) => id)
  return dispositions.flatMap((disposition): Issue[] => {
    const { exception, found, kind, date } = disposition
    if (date > asOf) return []
    const standing = byId.get(exception) ?? []
    const same = standing.find(({ issue }) => issue.found === found)
    if (kind === 'corrected') return same === undefined ? [] : [notCorrected(disposition)]
    if (same !== undefined) return []
    const last = standing.at(-1)
    return [last === undefined ? unknown(disposition, listed) : factsChanged(disposition, last)]
  })
}

const placeOf = ({ source }: Disposition, column: string): Issue['place'] => ({ file: source.file, row: source.row, column })

const notCorrected = (disposition: Disposition): Issue => ({
  code: 'exception.not-corrected',
  place: placeOf(disposition, 'disposition'),
  found: `${disposition.exception} as corrected, while it stands with the same facts`,
  needed: 'records in which what was wrong is mended',
  remedy: 'Correct the record, or decide otherwise: cleared, accepted or timing.',
})

const factsChanged = (disposition: Disposition, { issue }: StandingException): Issue => ({
  code: 'exception.facts-changed',
  place: placeOf(disposition, 'found'),
  found: `a decision about "${disposition.found}"`,
  needed: `one about the facts as they are: "${issue.found}"`,
  remedy: 'Look at the exception again and decide anew; "tieout exceptions BOOK --rows" prints the row to fill in.',
})

function unknown(disposition: Disposition, listed: readonly StandingException[]): Issue {
  const { code, subject, date, exception } = disposition
  const near =
    listed.find((each) => each.subject === subject && each.issue.code === code) ?? listed.find((each) => each.subject === subject && each.date === date)
  return {
    code: 'exception.unknown',
    place: placeOf(disposition, 'subject'),
    found: `a decision about ${exception}, which no strike has`,
    needed: 'date, code and subject of an exception, as "tieout exceptions BOOK --all" prints them',
    remedy: near === undefined ? 'Remove the row, or correct what it names; a record that was mended is "corrected".' : `Did you mean ${near.id}?`,
  }
}
