/** Highlights of the first book over its first eight days, with one dividend on the last: every figure worked out. */
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { formatDecimal } from '../../values/decimal.ts'
import { day, keep } from '../../../test/support/book.ts'
import { reportOf } from '../../../test/support/example-report.ts'
import { figureBook } from '../figure-book.ts'
import { statementBooks } from '../statement-books.ts'
import { navAtBeginning } from './highlights.ts'

const folder = join(mkdtempSync(join(tmpdir(), 'tieout-highlights-')), 'book')
cpSync(fileURLToPath(new URL('../../../templates/first-book', import.meta.url)), folder, { recursive: true })
// 500 held before the ex-date × 1.04 = 520.00; the 100 bought on it are not entitled.
writeFileSync(join(folder, 'events/dividend.csv'), 'id,ex_date,instrument,rate\ndividend,2024-03-08,birch-bank,1.04\n')

const PERIOD = '2024-03-01..2024-03-08'
const report = reportOf(folder, PERIOD)
const exact = (id: string): string => formatDecimal(report.figures.get(id as never).amount)
const printed = (line: string): string | undefined => report.cells.find(({ place }) => place === `highlights.${line}/${PERIOD}`)?.printed

test('R9.10: average net assets over calendar days, a weekend having Friday’s', () => {
  // NAV book: 1 to 3 March 100,000; then 100,620; 100,515; 111,160; 113,505; 114,044 + 520.
  // (3 × 100,000 + 100,620 + 100,515 + 111,160 + 113,505 + 114,564) ÷ 8 = 840,364 ÷ 8
  expect(exact(`average-net-assets@${PERIOD}/nav`)).toBe('105045.50')
  expect(printed('average-net-assets')).toBe('105')
})

test('R9.2: income a share over average shares', () => {
  // (5 × 10,000 + 3 × 10,995.025) ÷ 8 = 10,373.134375; 520 ÷ 10,373.134375 = .0501
  expect(exact(`average-shares[investor]@${PERIOD}/nav`)).toBe('10373.134375')
  expect(printed('net-investment-income')).toBe('.05')
})

test('R9.4, R9.5: the gain is what is left of the change of net asset value', () => {
  // Reporting net assets 114,049 + 520 = 114,569; ÷ 10,995.025 = 10.4201; 10.42 − 10.00 − .05 = .37
  expect([printed('nav-at-beginning'), printed('nav-at-end'), printed('gain'), printed('total-from-operations')]).toEqual(['10.00', '10.42', '.37', '.42'])
})

test('R9.7: total return is of the printed net asset values and not annualized', () => {
  expect(printed('total-return')).toBe('4.20%') // 10.42 ÷ 10.00 − 1
})

test('R9.9: ratios are annualized under a year, by 366 in a leap year', () => {
  // 520 × 366 ÷ (105,045.50 × 8) = 190,320 ÷ 840,364 = 22.647%
  expect(printed('net-investment-income-ratio')).toBe('22.65%')
  expect(printed('gross-expense-ratio')).toBe('0.00%')
})

test('R9.12: turnover is the lesser of purchases and sales over the monthly average, annualized', () => {
  // sold 450 × 55.00 − 11.00 = 24,739.00; bought 83,440.00; (0 + 62,750) ÷ 2 = 31,375; 24,739 × 366 ÷ (31,375 × 8) = 36.0736
  expect(printed('portfolio-turnover')).toBe('3607%')
})

describe('R6.15: the issue price, with the places of net asset values on the first day of the class', () => {
  const issuePrice = (inception: string, through: string): string => {
    const period = { from: day('2024-06-03'), through: day(through) }
    // Three places through 7 June, and none of that policy after it, nor before the fund.
    const policies = { nav_rounding: 'from: 2024-06-03, through: 2024-06-07, decimals: 3, mode: half-up' }
    const books = statementBooks(keep({ shareClass: { inception }, policies }, through, [through]), period)
    return formatDecimal(navAtBeginning({ figures: figureBook(books), period }).amount)
  }

  test.each([
    ['that begins the fund', '2024-06-03', '2024-06-07'],
    ['within the period', '2024-06-05', '2024-06-07'],
    ['before the fund: from the first day of the fund', '2024-05-31', '2024-06-07'],
    ['after the period: as on its last day', '2024-06-10', '2024-06-06'],
  ])('a class begun on a day %s', (_, inception, through) => expect(issuePrice(inception, through)).toBe('10.000'))
})
