/**
 * Dates as other programs write them. A format has YYYY or YY, MM, M or MMM, DD or D, and the signs between them as they
 * stand: DD.MM.YYYY, M/D/YYYY, DD-MMM-YY, YYYYMMDD. A star at its end stands for anything that follows, a time for
 * instance. YY is a year from 1970 through 2069; MMM is an English month, in any case.
 */
import { calendarDate, type CalendarDate, daysInMonth } from '../values/calendar-date.ts'

export type DateFormat = { readonly written: string; readonly pattern: RegExp; readonly parts: readonly Part[] }
type Part = 'year' | 'shortYear' | 'month' | 'monthName' | 'day'

const tokens: Readonly<Record<string, { readonly part: Part; readonly pattern: string }>> = {
  YYYY: { part: 'year', pattern: '(\\d{4})' },
  YY: { part: 'shortYear', pattern: '(\\d{2})' },
  MMM: { part: 'monthName', pattern: '([A-Za-z]{3})' },
  MM: { part: 'month', pattern: '(\\d{2})' },
  M: { part: 'month', pattern: '(\\d{1,2})' },
  DD: { part: 'day', pattern: '(\\d{2})' },
  D: { part: 'day', pattern: '(\\d{1,2})' },
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Undefined where it does not name a year, a month and a day, each once. */
export function parseDateFormat(written: string): DateFormat | undefined {
  const parts: Part[] = []
  const isOpen = written.endsWith('*')
  const pattern = (isOpen ? written.slice(0, -1) : written).replaceAll(/Y+|M+|D+|[A-Za-z*]|[^A-Za-z*]/g, (piece) => {
    const token = tokens[piece]
    if (token !== undefined) parts.push(token.part)
    return token?.pattern ?? (/[A-Za-z*]/.test(piece) ? '\\u0000' : piece.replaceAll(/[^\w\s]/g, '\\$&'))
  })
  const names = parts.map((part) => ({ shortYear: 'year', monthName: 'month' })[part as string] ?? part).toSorted()
  if (pattern.includes('\\u0000') || names.join() !== 'day,month,year') return undefined
  return { written, pattern: new RegExp(`^${pattern}${isOpen ? '[^]*' : ''}$`), parts }
}

export const isoDates = parseDateFormat('YYYY-MM-DD') as DateFormat

/** The date, or undefined where the text is not of the format or there is no such day. */
export function parseForeignDate(text: string, { pattern, parts }: DateFormat): CalendarDate | undefined {
  const match = pattern.exec(text)
  if (match === null) return undefined
  let [year, month, day] = [0, 0, 0]
  for (const [index, part] of parts.entries()) {
    const value = match[index + 1] as string
    if (part === 'year') year = Number(value)
    else if (part === 'shortYear') year = Number(value) + (Number(value) >= 70 ? 1900 : 2000)
    else if (part === 'month') month = Number(value)
    else if (part === 'monthName') month = months.indexOf(value.toLowerCase()) + 1
    else day = Number(value)
  }
  return year >= 1600 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? calendarDate(year, month, day) : undefined
}
