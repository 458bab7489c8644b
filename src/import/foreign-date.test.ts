import { describe, expect, test } from 'vitest'
import { formatCalendarDate } from '../values/calendar-date.ts'
import { parseDateFormat, parseForeignDate } from './foreign-date.ts'

function read(text: string, written: string): string | undefined {
  const format = parseDateFormat(written)
  if (format === undefined) throw new Error(`no format: ${written}`)
  const date = parseForeignDate(text, format)
  return date === undefined ? undefined : formatCalendarDate(date)
}

describe('a date of a foreign file', () => {
  test.each([
    ['2024-03-01', 'YYYY-MM-DD', '2024-03-01'],
    ['01.03.2024', 'DD.MM.YYYY', '2024-03-01'],
    ['3/1/2024', 'M/D/YYYY', '2024-03-01'],
    ['12/31/2024', 'M/D/YYYY', '2024-12-31'],
    ['20120720000000.000[-4:EDT]', 'YYYYMMDD*', '2012-07-20'],
    ['20110727', 'YYYYMMDD*', '2011-07-27'],
    ['1-MAR-24', 'D-MMM-YY', '2024-03-01'],
    ['29 Feb 2000', 'DD MMM YYYY', '2000-02-29'],
    ['31/12/69', 'DD/MM/YY', '2069-12-31'],
    ['01/01/70', 'DD/MM/YY', '1970-01-01'],
  ])('%s as %s', (text, format, expected) => expect(read(text, format)).toBe(expected))

  test.each([
    ['2024-02-30', 'YYYY-MM-DD', 'no such day'],
    ['13/01/2024', 'M/D/YYYY', 'no such month'],
    ['3/1/2024', 'MM/DD/YYYY', 'one digit where two are stated'],
    ['01.03.2024 10:00', 'DD.MM.YYYY', 'more than the format states'],
    ['01x03.2024', 'DD.MM.YYYY', 'a sign that only looks like a pattern'],
    ['1-Mrz-24', 'D-MMM-YY', 'a month in another language'],
  ])('%s as %s is none: %s', (text, format) => expect(read(text, format)).toBeUndefined())

  test.each(['', 'DD.MM', 'YYYYMM', 'DD.DD.YYYY', 'MM/DD/YYYY HH', 'YYYY*MM*DD', 'YYY-MM-DD'])('"%s" is no format', (written) =>
    expect(parseDateFormat(written)).toBeUndefined(),
  )
})
