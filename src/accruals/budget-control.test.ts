import { describe, expect, test } from 'vitest'
import { dollars, keep } from '../../test/support/book.ts'
import { formatCalendarDate } from '../values/calendar-date.ts'
import { budgetControls } from './budget-control.ts'
import { noAccruals } from './accrual-state.ts'

/** 100.00 a day from Monday, June 5, 2023, and one invoice for June 5 to 9, of 500.00 accrued. */
const controlsWith = (amount: string): readonly string[] => {
  const { last, book } = keep(
    {
      inception: '2023-06-05',
      policies: { expense_budget: 'id: audit, account: 5250, annual_amount: 36500' },
      events: {
        subscription: 'id, trade_date, class, amount\nseed, 2023-06-05, a, 500000.00',
        invoice: `id, invoice_date, against, amount, period_from, period_through, pay_date\nbill, 2023-06-12, audit, ${amount}, 2023-06-05, 2023-06-09, 2023-06-20`,
      },
    },
    '2023-06-14',
  )
  return budgetControls(last?.state.accruals ?? noAccruals, book.fund).map(
    ({ budget, from, through, charged, budgeted, isWithinTenth }) =>
      `${budget} ${formatCalendarDate(from)}..${formatCalendarDate(through)} ${dollars(charged)} of ${dollars(budgeted)} ${isWithinTenth ? 'within' : 'off'}`,
  )
}

describe('R12.10: ten days at 100.00 are 1,000.00', () => {
  test.each([
    ['500.00', 'audit 2023-06-05..2023-06-14 1000.00 of 1000.00 within'],
    ['600.00', 'audit 2023-06-05..2023-06-14 1100.00 of 1000.00 within'], // 10% exactly
    ['600.01', 'audit 2023-06-05..2023-06-14 1100.01 of 1000.00 off'],
    ['399.99', 'audit 2023-06-05..2023-06-14 899.99 of 1000.00 off'],
  ])('an invoice of %s against 500.00 accrued', (amount, expected) => {
    expect(controlsWith(amount)).toEqual([expected])
  })

  test('nothing where nothing is charged yet', () => {
    expect(budgetControls(noAccruals, keep({ events: {} }, '2024-06-03').book.fund)).toEqual([])
  })
})
