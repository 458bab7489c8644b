import { expect, test } from 'vitest'
import { day } from '../../test/support/book.ts'
import { periodName } from './figure.ts'

// R1.6: only a fiscal year has a year's name; two periods never have the same one.
test.each([
  ['12-31', '2002-12-31..2002-12-31', '2002'], // the first year, of one day
  ['12-31', '2003-01-01..2003-12-31', '2003'],
  ['12-31', '2003-01-01..2003-06-30', '2003-01-01..2003-06-30'],
  ['12-31', '2002-12-31..2003-12-31', '2002-12-31..2003-12-31'], // 366 days
  ['12-31', '2003-01-02..2003-12-31', '2003-01-02..2003-12-31'],
  ['06-30', '2002-12-31..2003-06-30', '2003'],
  ['06-30', '2004-07-01..2005-06-30', '2005'],
  ['06-30', '2005-01-01..2005-06-30', '2005-01-01..2005-06-30'],
  ['06-30', '2004-06-30..2005-06-30', '2004-06-30..2005-06-30'],
  ['02-29', '2003-03-01..2004-02-29', '2004'],
  ['02-29', '2004-03-01..2005-02-28', '2005'],
  ['02-29', '2003-03-01..2004-02-28', '2003-03-01..2004-02-28'],
])('a fiscal year that ends on %s: %s is called %s', (end, period, name) => {
  const [month = 0, date = 0] = end.split('-').map(Number)
  const [from = '', through = ''] = period.split('..')
  expect(periodName(day('2002-12-31'), { month, day: date })({ from: day(from), through: day(through) })).toBe(name)
})
