/**
 * The life of a break (R12.26): opened on the first day on which the two sides differ, the same break however its amount
 * changes, and closed on the day both sides agree again. It is aged in business days and explained by a disposition.
 */
import { addDays, type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { absolute, type Decimal, equals, formatDecimal, round } from '../values/decimal.ts'
import { type Issue, type IssueCode } from '../values/issue.ts'
import { businessDays } from '../reference/nyse-calendar.ts'
import { type Cause, causeText, figureText } from './cause.ts'
import { type Comparison, isOfOneDay, type Matter, matters } from './comparison.ts'

export type Break = {
  readonly matter: Matter
  readonly subject: string
  /** The first day on which the two sides differ. */
  readonly opened: CalendarDate
  /** The first day after it on which they agree; undefined while they do not. */
  readonly closed: CalendarDate | undefined
  /** The comparison of the first day, and of each later one on which the difference is another. */
  readonly history: readonly Comparison[]
  /** The last comparison in which the two differ. */
  readonly last: Comparison
  /** Movements that both sides have by now, at two dates: why it closed by itself. */
  readonly timing: readonly Cause[]
}

/** Finds what closed a break by itself. */
export type FindTiming = (of: Comparison, opened: CalendarDate, closed: CalendarDate) => readonly Cause[]

/** Comparisons as breaks, in the order of their opening. */
export function breaksOf(comparisons: readonly Comparison[], timing: FindTiming): readonly Break[] {
  const byMatter = Map.groupBy(comparisons, ({ matter }) => matter)
  return matters.flatMap((matter) => breaksOfMatter(matter, byMatter.get(matter) ?? [], timing)).toSorted((left, right) => left.opened - right.opened)
}

function breaksOfMatter(matter: Matter, comparisons: readonly Comparison[], timing: FindTiming): readonly Break[] {
  const breaks: Break[] = []
  const open = new Map<string, number>() // By subject, where in the list its break stands.
  for (const [date, ofDay] of [...Map.groupBy(comparisons, ({ date: on }) => on)].toSorted(([left], [right]) => left - right)) {
    const differing = new Map(ofDay.flatMap((each) => (each.agrees ? [] : [[each.subject, each] as const])))
    // What neither side speaks of any more is nothing on both.
    for (const [subject, index] of isOfOneDay(matter) ? [] : open) {
      if (differing.has(subject)) continue
      const closing = breaks[index] as Break
      breaks[index] = { ...closing, closed: date, timing: timing(closing.last, closing.opened, date) }
      open.delete(subject)
    }
    for (const [subject, each] of differing) {
      const index = isOfOneDay(matter) ? undefined : open.get(subject)
      if (index !== undefined) breaks[index] = continued(breaks[index] as Break, each)
      else {
        open.set(subject, breaks.length)
        breaks.push({ matter, subject, opened: date, closed: undefined, history: [each], last: each, timing: [] })
      }
    }
  }
  return breaks
}

const continued = (open: Break, next: Comparison): Break => ({
  ...open,
  last: next,
  history: equals(open.last.difference, next.difference) ? open.history : [...open.history, next],
})

/** Business days from its opening through a day, or through its close. */
export const ageOf = ({ opened, closed }: Break, asOf: CalendarDate): number => businessDaysAfter(opened, closed ?? asOf)

/** How many business days are later than `date` and not later than `through`. */
export const businessDaysAfter = (date: CalendarDate, through: CalendarDate): number => businessDays(addDays(date, 1), through).length

/** The comparison that stood on a day: the last in the history on or before it. */
export const comparisonOn = ({ history }: Break, date: CalendarDate): Comparison => history.findLast((each) => each.date <= date) ?? (history[0] as Comparison)

/** Whether it keeps a strike of that day: a matter of one day its own day's, any other from its opening until it closes. */
export const standsOn = ({ matter, opened, closed }: Break, date: CalendarDate, before: CalendarDate | undefined): boolean =>
  isOfOneDay(matter) ? opened <= date && (before === undefined || opened > before) : opened <= date && (closed === undefined || date < closed)

const codes = {
  cash: 'reconciliation.cash',
  position: 'reconciliation.position',
  shares: 'reconciliation.shares',
  'agent roll': 'reconciliation.agent-roll',
  orders: 'reconciliation.orders',
  trade: 'reconciliation.trade',
} as const satisfies Readonly<Record<Matter, IssueCode>>

/** Who the other side is. */
export const otherSide: Readonly<Record<Matter, string>> = {
  cash: 'the custodian',
  position: 'the custodian',
  shares: 'the transfer agent',
  'agent roll': 'the transfer agent',
  orders: 'the transfer agent',
  trade: 'the broker',
}

/** A break of a day as an exception: the facts are the difference, which stays the same from day to day, and not the balances, which do not. */
export function breakIssue({ opened }: Break, of: Comparison): Issue {
  const { matter, subject, unit, ours, theirs, source, effect, causes } = of
  const other = otherSide[matter]
  const our = matter === 'agent roll' ? 'its day before with the orders of the day' : 'the books'
  return {
    code: codes[matter],
    place: source === undefined ? { file: 'recon/', column: subject } : { file: source.file, row: source.row },
    found: `${unit === subject ? '' : `${subject}: `}${differenceText(of)}`,
    needed: `both alike; ${other}: ${figureText(theirs, unit)}, ${our}: ${figureText(ours, unit)}`,
    remedy:
      causes.length === 0
        ? `Find the movement that one side lacks; book it where it is the books, else take it up with ${other} and say why in exceptions.csv.`
        : `${causes.map((cause) => causeText(cause, unit, other)).join('; ')}. Book what the books lack, or say why in exceptions.csv.`,
    about: {
      item: matter === 'cash' ? `cash-${subject}` : subject,
      date: formatCalendarDate(opened),
      ...(effect === undefined ? {} : { effect: formatDecimal(toMinorUnits(effect)) }),
    },
  }
}

const toMinorUnits = (effect: Decimal): Decimal => (effect.scale <= MOST_PLACES ? effect : round(effect, 'half-up', MOST_PLACES))
const MOST_PLACES = 4

/** `USD 10.00 less at the custodian than in the books`. */
export function differenceText({ matter, difference, unit }: Comparison): string {
  const than = matter === 'agent roll' ? 'by its own count' : 'in the books'
  return `${figureText(absolute(difference), unit)} ${difference.units < 0n ? 'less' : 'more'} at ${otherSide[matter]} than ${than}`
}
