/**
 * The trading days of the New York Stock Exchange, which are the days on which a fund strikes a net asset value (R1.14).
 * The holidays are computed by the Exchange's rule and the days it closed for an event are a table. A day of early
 * closing is a business day. The table of days is built when first asked for; after that each answer is a look-up.
 * Nothing is answered outside `calendarFrom`..`calendarThrough`: ask `isCovered` first, where the date is a user's.
 */
import { addDays, calendarDate, type CalendarDate, dayOfWeek, type DayOfWeek, daysInMonth, formatCalendarDate } from '../values/calendar-date.ts'
import { invariant } from '../values/invariant.ts'

/** The first date that is answered. Earlier years had other holidays and closures, which nobody here has compared. */
export const calendarFrom: CalendarDate = calendarDate(1990, 1, 1)

/** The last date that is answered. Days to come are by rule: a closure or a holiday that is not yet announced is not among them. */
export const calendarThrough: CalendarDate = calendarDate(2035, 12, 31)

export const isCovered = (date: CalendarDate): boolean => date >= calendarFrom && date <= calendarThrough

export function isBusinessDay(date: CalendarDate): boolean {
  const { countBefore } = calendar()
  const offset = offsetOf(date)
  return (countBefore[offset + 1] as number) > (countBefore[offset] as number)
}

/** The first business day strictly after `date`. */
export const nextBusinessDay = (date: CalendarDate): CalendarDate => businessDayAt(countThrough(date), date)

/** The last business day strictly before `date`. */
export const previousBusinessDay = (date: CalendarDate): CalendarDate => businessDayAt(countBefore(date) - 1, date)

/** `date` itself where it is a business day, else the next. */
export const onOrAfter = (date: CalendarDate): CalendarDate => businessDayAt(countBefore(date), date)

/** `date` itself where it is a business day, else the previous. */
export const onOrBefore = (date: CalendarDate): CalendarDate => businessDayAt(countThrough(date) - 1, date)

/**
 * The `days`-th business day strictly after `date`, or strictly before it where `days` is negative. 0 is `onOrAfter`.
 * From Tuesday 2002-12-31, 3 is Monday 2003-01-06: Thursday, Friday, Monday; the Wednesday is New Year's Day.
 */
export function addBusinessDays(date: CalendarDate, days: number): CalendarDate {
  invariant(Number.isInteger(days), `business days are counted whole, not ${days}`)
  return businessDayAt(days > 0 ? countThrough(date) + days - 1 : countBefore(date) + days, date)
}

/** The business days from `from` through `through`, both included where they are such; none where `through` is earlier. */
export const businessDays = (from: CalendarDate, through: CalendarDate): readonly CalendarDate[] => {
  const [first, end] = [countBefore(from), countThrough(through)]
  return calendar().days.slice(first, Math.max(first, end))
}

/** Why the Exchange is closed, to stand after "which is": 'a Saturday', 'Christmas Day', 'closed for …'. Undefined on a business day. */
export function closureReason(date: CalendarDate): string | undefined {
  if (isBusinessDay(date)) return undefined
  const weekday = dayOfWeek(date)
  return weekday === SATURDAY ? 'a Saturday' : weekday === SUNDAY ? 'a Sunday' : calendar().closures.get(date)
}

/**
 * The whole days on which the Exchange was closed for an event, ascending: all since 1990 that were known in March 2026.
 * Through 2018 as in pandas_market_calendars, `holidays_nyse.py`, which follows the Exchange's own list of closings; 2025 by
 * the Exchange's announcement of 2024-12-30. From 1999 they are the days on which nothing traded (see the test).
 * Days cut short (snow on 1994-02-11 and 1996-01-08, the halt of 1997-10-27) are business days and not here.
 */
export const oneOffClosures: readonly (readonly [date: CalendarDate, reason: string])[] = [
  [calendarDate(1994, 4, 27), 'closed in mourning for President Nixon'],
  [calendarDate(2001, 9, 11), 'closed after the attacks of September 11'],
  [calendarDate(2001, 9, 12), 'closed after the attacks of September 11'],
  [calendarDate(2001, 9, 13), 'closed after the attacks of September 11'],
  [calendarDate(2001, 9, 14), 'closed after the attacks of September 11'],
  [calendarDate(2004, 6, 11), 'closed in mourning for President Reagan'],
  [calendarDate(2007, 1, 2), 'closed in mourning for President Ford'],
  [calendarDate(2012, 10, 29), 'closed for Hurricane Sandy'],
  [calendarDate(2012, 10, 30), 'closed for Hurricane Sandy'],
  [calendarDate(2018, 12, 5), 'closed in mourning for President George H. W. Bush'],
  [calendarDate(2025, 1, 9), 'closed in mourning for President Carter'],
]

const [SUNDAY, MONDAY, THURSDAY, FRIDAY, SATURDAY] = [0, 1, 4, 5, 6] as const

/**
 * The Exchange's holidays of a year, each with the day on which it is observed (NYSE Rule 7.2, formerly Rule 51).
 * A holiday on a Saturday closes the Friday before and one on a Sunday the Monday after; but no Friday that ends a month
 * or a year's accounts, so that New Year's Day on a Saturday (1994, 2000, 2005, 2011, 2022, 2028) is not observed at all.
 */
function holidaysOf(year: number): readonly (readonly [date: CalendarDate, name: string])[] {
  const newYear = calendarDate(year, 1, 1)
  const holidays: (readonly [CalendarDate, string])[] = [
    ...(dayOfWeek(newYear) === SATURDAY ? [] : [observed(newYear, "New Year's Day")]),
    [nthOf(year, 2, 3, MONDAY), "Washington's Birthday"],
    [addDays(easterSunday(year), -2), 'Good Friday'],
    [lastOf(year, 5, MONDAY), 'Memorial Day'],
    observed(calendarDate(year, 7, 4), 'Independence Day'),
    [nthOf(year, 9, 1, MONDAY), 'Labor Day'],
    [nthOf(year, 11, 4, THURSDAY), 'Thanksgiving Day'],
    observed(calendarDate(year, 12, 25), 'Christmas Day'),
  ]
  // SR-NYSE-97-22, Release 34-38818 (1997): from 1998.
  if (year >= 1998) holidays.push([nthOf(year, 1, 3, MONDAY), 'Martin Luther King, Jr. Day'])
  // Rule 7.2 as amended in September 2021: from 2022. The Exchange was open on Friday 2021-06-18, the first federal observance.
  if (year >= 2022) holidays.push(observed(calendarDate(year, 6, 19), 'Juneteenth'))
  return holidays
}

function observed(date: CalendarDate, name: string): readonly [CalendarDate, string] {
  const weekday = dayOfWeek(date)
  if (weekday === SATURDAY) return [addDays(date, -1), `${name}, observed`]
  if (weekday === SUNDAY) return [addDays(date, 1), `${name}, observed`]
  return [date, name]
}

/** The `n`-th such weekday of a month, counted from 1. */
function nthOf(year: number, month: number, n: number, weekday: DayOfWeek): CalendarDate {
  const first = calendarDate(year, month, 1)
  return addDays(first, ((weekday - dayOfWeek(first) + 7) % 7) + 7 * (n - 1))
}

function lastOf(year: number, month: number, weekday: DayOfWeek): CalendarDate {
  const last = calendarDate(year, month, daysInMonth(year, month))
  return addDays(last, -((dayOfWeek(last) - weekday + 7) % 7))
}

/**
 * Easter Sunday of the Gregorian calendar: the Sunday after the first ecclesiastical full moon on or after 21 March.
 * The algorithm of an anonymous correspondent of Nature, 20 April 1876 (Meeus, Astronomical Algorithms, chapter 8).
 */
function easterSunday(year: number): CalendarDate {
  const moonYear = year % 19 // Place in the cycle of 19 years after which the moon's phases return to the same dates.
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * moonYear + century - Math.floor(century / 4) - moonCorrection + 15) % 30
  const weekdayShift = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const lateMoon = Math.floor((moonYear + 11 * epact + 22 * weekdayShift) / 451)
  const daysFromMarch = epact + weekdayShift - 7 * lateMoon + 114 // 114 = 3 × 31 + 21: counted in months of 31 days.
  return calendarDate(year, Math.floor(daysFromMarch / 31), (daysFromMarch % 31) + 1)
}

type Calendar = {
  /** Every business day of the span, ascending. */
  readonly days: readonly CalendarDate[]
  /** By days since `calendarFrom`: how many business days of the span are earlier. One place more than the span has days. */
  readonly countBefore: Uint16Array
  /** The weekdays on which the Exchange is closed, with the reason. */
  readonly closures: ReadonlyMap<CalendarDate, string>
}

let built: Calendar | undefined

const calendar = (): Calendar => (built ??= buildCalendar())

function buildCalendar(): Calendar {
  const closures = new Map(oneOffClosures)
  for (let year = 1990; year <= 2035; year += 1) for (const [date, name] of holidaysOf(year)) closures.set(date, name)
  const days: CalendarDate[] = []
  const counts = new Uint16Array(calendarThrough - calendarFrom + 2)
  for (let date = calendarFrom; date <= calendarThrough; date = addDays(date, 1)) {
    const weekday = dayOfWeek(date)
    if (weekday >= MONDAY && weekday <= FRIDAY && !closures.has(date)) days.push(date)
    counts[date - calendarFrom + 1] = days.length
  }
  return { days, countBefore: counts, closures }
}

/** How many business days of the span are earlier than `date`. */
const countBefore = (date: CalendarDate): number => calendar().countBefore[offsetOf(date)] as number

/** How many business days of the span are `date` or earlier. */
const countThrough = (date: CalendarDate): number => calendar().countBefore[offsetOf(date) + 1] as number

function offsetOf(date: CalendarDate): number {
  if (!isCovered(date)) invariant(false, `${formatCalendarDate(date)} is outside the NYSE calendar, ${span()}`)
  return date - calendarFrom
}

function businessDayAt(index: number, asked: CalendarDate): CalendarDate {
  const day = calendar().days[index]
  if (day === undefined) invariant(false, `the business day asked for from ${formatCalendarDate(asked)} is outside the NYSE calendar, ${span()}`)
  return day
}

const span = (): string => `${formatCalendarDate(calendarFrom)} through ${formatCalendarDate(calendarThrough)}`
