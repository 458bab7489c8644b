/** Dates of the civil calendar as day numbers: no zone, no clock. Text only at the edge (ISO 8601). */
import type { Branded } from './branded.ts'
import { invariant } from './invariant.ts'

/** Days since 1970-01-01, which is 0; proleptic Gregorian. Years 1600 to 9999 are read. */
export type CalendarDate = Branded<number, 'CalendarDate'>

export type YearMonthDay = { readonly year: number; readonly month: number; readonly day: number }

/** 0 is Sunday, 6 is Saturday. */
export type DayOfWeek = 0 | 1 | 2 | 3 | 4 | 5 | 6

const DAYS_PER_ERA = 146_097 // 400 Gregorian years: 400 × 365 + 97 leap days
const DAYS_TO_1970 = 719_468 // from 0000-03-01 to 1970-01-01

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

export const daysInMonth = (year: number, month: number): number => (month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)

/** The date of a year, month (1–12) and day that exist. */
export function calendarDate(year: number, month: number, day: number): CalendarDate {
  invariant(isDate(year, month, day), `no such date: ${year}-${month}-${day}`)
  // Years begin in March here, so that the leap day is a year's last.
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return (era * DAYS_PER_ERA + dayOfEra - DAYS_TO_1970) as CalendarDate
}

export function yearMonthDay(date: CalendarDate): YearMonthDay {
  const days = date + DAYS_TO_1970
  const era = Math.floor(days / DAYS_PER_ERA)
  const dayOfEra = days - era * DAYS_PER_ERA
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1 }
}

/** The date of `YYYY-MM-DD`, or undefined where the text is not that or the day does not exist. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1600 && isDate(year, month, day) ? calendarDate(year, month, day) : undefined
}

export function formatCalendarDate(date: CalendarDate): string {
  const { year, month, day } = yearMonthDay(date)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export const addDays = (date: CalendarDate, days: number): CalendarDate => (date + days) as CalendarDate

export const dayOfWeek = (date: CalendarDate): DayOfWeek => ((((date + 4) % 7) + 7) % 7) as DayOfWeek // 1970-01-01 was a Thursday

export const endOfMonth = (date: CalendarDate): CalendarDate => {
  const { year, month } = yearMonthDay(date)
  return calendarDate(year, month, daysInMonth(year, month))
}

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** December 31, 2002, as printed in reports. */
export const formatLongDate = (date: CalendarDate): string => {
  const { year, month, day } = yearMonthDay(date)
  return `${monthNames[month - 1]} ${day}, ${year}`
}

const isDate = (year: number, month: number, day: number): boolean =>
  [year, month, day].every(Number.isInteger) && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
