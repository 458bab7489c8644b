// Fees in the statements: a fiscal year that ends on a Sunday, 2023-12-31, and the days of the year after it.
import { describe, expect, test } from 'vitest'
import { reportOf } from '../../../test/rules/reports.ts'
import { type BookText, checkView } from '../../../test/support/book.ts'
import { decimal, formatDecimal, formatShortDecimal } from '../../values/decimal.ts'
import { type FigureId } from '../figure.ts'
import { type Report } from '../report.ts'
import { closureOf, stepOf } from './lineage.ts'

/** December 26, 2023 is a Tuesday. 365,000.00 at 1% are 10.00 a day; the budget is 10.00 a day; the invoice of 80.00 is for eight days, four of them over. */
const text: BookText = {
  inception: '2023-12-26',
  policies: {
    advisory_fee: 'rate: 0.01',
    expense_budget: 'id: audit, account: 5250, annual_amount: 3650',
  },
  events: {
    subscription: 'id, trade_date, class, amount\nseed, 2023-12-26, a, 365000.00',
    invoice: `
      id, invoice_date, against, account, amount, period_from, period_through, pay_date
      print, 2023-12-29, , 5280, 80.00, 2023-12-26, 2024-01-02, 2024-01-02`,
  },
}

const amount = ({ figures }: Report, id: string): string => formatDecimal(figures.get(id as FigureId).amount)
const sources = ({ figures }: Report, id: string): readonly string[] =>
  stepOf(figures, id as FigureId).sources.map(
    ({ record, fields, part }) => `${record} ${fields.join(' ')}${part === undefined ? '' : ` = ${formatShortDecimal(part)}`}`,
  )

describe('the year through Sunday, December 31, 2023', () => {
  const year = reportOf(text, '2023-12-26', '2023-12-31')

  test('has all its days: five of fees (none on the first), six of the budget, six of the eight that are printed for', () => {
    // (364,990.00 + 364,970.00 + 364,950.00 + 2 × 364,890.00) × 1% / 365 = 49.9915: each on the net assets of the last day before
    expect(amount(year, 'advisory-fees@2023')).toBe('49.99')
    expect(amount(year, 'audit-fees@2023')).toBe('60.00')
    expect(amount(year, 'printing-expenses@2023')).toBe('60.00')
    expect(amount(year, 'total-expenses@2023')).toBe('169.99')
  })

  test('the balance sheet has them: 2500, 2560 with the invoice, and two days prepaid', () => {
    expect(amount(year, 'payable-advisory-fee@2023-12-31')).toBe('49.99')
    expect(amount(year, 'accrued-expenses@2023-12-31')).toBe('140.00') // 60.00 + 80.00
    expect(amount(year, 'other-assets@2023-12-31')).toBe('20.00')
    expect(amount(year, 'net-assets@2023-12-31')).toBe('364830.01')
  })

  test('lineage of the fee ends in its policy and in the net assets that it was charged on', () => {
    expect(sources(year, 'advisory-fees@2023')).toEqual(['advisory_fee/2023-12-26 rate = 49.99'])
    expect(stepOf(year.figures, 'advisory-fees@2023' as FigureId).operands).toEqual([
      'net-assets@2023-12-26/nav',
      'net-assets@2023-12-27/nav',
      'net-assets@2023-12-28/nav',
      'net-assets@2023-12-29/nav',
    ])
    expect(closureOf(year.figures, ['advisory-fees@2023' as FigureId])).toContain('net-assets@2023-12-26/nav')
  })

  test('lineage of the budget ends in the budget, and of an invoice in its row', () => {
    expect(sources(year, 'audit-fees@2023')).toEqual(['expense_budget/2023-12-26 annual_amount = 60'])
    expect(sources(year, 'printing-expenses@2023')).toEqual(['print amount period_from period_through = 60'])
  })

  test('every identity of the report ties', () => {
    expect(year.identities.filter(({ result }) => result === 'breaks')).toEqual([])
  })
})

describe('the year after it', () => {
  const next = reportOf(text, '2024-01-01', '2024-01-03')

  test('has its own days alone, of a leap year: three of the fee and of the budget, two of what was prepaid', () => {
    expect(amount(next, 'advisory-fees@2024-01-01..2024-01-03')).toBe('29.91') // (2 × 364,890.00 + 364,770.12) × 1% / 366 = 29.9058
    expect(amount(next, 'audit-fees@2024-01-01..2024-01-03')).toBe('29.92') // 3 × 3,650 / 366 = 29.918
    expect(amount(next, 'printing-expenses@2024-01-01..2024-01-03')).toBe('20.00')
    expect(amount(next, 'other-assets@2024-01-03')).toBe('0.00')
  })

  test('opens where the year before ended', () => {
    expect(formatDecimal(decimal(checkView(text, '2023-12-31', {}).strike.netAssets, 2))).toBe('364830.01')
    expect(next.figures.books.opening?.strike.netAssets).toBe(36_483_001n)
    expect(next.identities.filter(({ result }) => result === 'breaks')).toEqual([])
  })
})
