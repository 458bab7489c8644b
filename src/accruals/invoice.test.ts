import { describe, expect, test } from 'vitest'
import { day, dollars, open } from '../../test/support/book.ts'
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { type BudgetId } from '../reference/expense-policy.ts'
import { type Fund } from '../reference/fund.ts'
import { type AccrualState, noAccruals } from './accrual-state.ts'
import { accrueDays } from './accrue.ts'
import { type Bill, billExpense } from './invoice.ts'

const audit = 'audit' as BudgetId
const budget = 'id: audit, account: 5250, annual_amount: 36500' // 100.00 a day in 2023
const fundOf = (settings = ''): Fund => open({ inception: '2023-01-01', policies: { expense_budget: `${budget}${settings}` } }).book.fund

const zero = 0n as Amount
const days = (from: string, through: string) =>
  Array.from({ length: day(through) - day(from) + 1 }, (_, index) => {
    const date = (day(from) + index) as CalendarDate
    return { day: date, effectiveDate: date, base: zero }
  })

/** Accrues from the day after the last one. */
const through = (state: AccrualState, date: string, fund: Fund) =>
  accrueDays(
    state,
    days('2023-01-01', date).filter((one) => one.day > (state.chargedThrough ?? 0)),
    fund,
  )

const bill = (amount: string, from: string, last: string, terms: Partial<Bill> = {}): Bill => ({
  record: `bill-${from}` as RecordId,
  charge: audit,
  expense: accounts.auditFees,
  amount: BigInt(amount.replace('.', '')),
  from: day(from),
  through: day(last),
  isFinal: true,
  shortfall: 'at-once',
  ...terms,
})

const parts = ({ taken, expense, deferred }: ReturnType<typeof billExpense>) => ({
  taken: dollars(taken),
  expense: dollars(expense),
  deferred: dollars(deferred),
})
const totalOf = (accrued: ReturnType<typeof accrueDays>): string => dollars(accrued.accruals.reduce((sum, { amount }) => sum + amount, 0n))

describe('a period that is over: January, accrued at 31 × 100.00 = 3,100.00, billed on February 10', () => {
  const fund = fundOf()
  const { state } = through(noAccruals, '2023-02-10', fund)

  test('as accrued: nothing is left', () => {
    expect(parts(billExpense(state, bill('3100.00', '2023-01-01', '2023-01-31'), fund))).toEqual({ taken: '3100.00', expense: '0.00', deferred: '0.00' })
  })

  test('R3.50: for more: the shortfall of 150.00 is an expense of the day', () => {
    expect(parts(billExpense(state, bill('3250.00', '2023-01-01', '2023-01-31'), fund))).toEqual({ taken: '3100.00', expense: '150.00', deferred: '0.00' })
  })

  test('or is spread over the 324 days left of the fiscal year: 150.00 / 324 = .46 a day, 150.00 in all', () => {
    const billed = billExpense(state, bill('3250.00', '2023-01-01', '2023-01-31', { shortfall: 'spread' }), fund)
    expect(parts(billed)).toEqual({ taken: '3100.00', expense: '0.00', deferred: '150.00' })
    expect(totalOf(through(billed.state, '2023-02-11', fund))).toBe('100.46')
    const rest = through(billed.state, '2023-12-31', fund)
    expect(totalOf(rest)).toBe('32550.00') // 324 × 100.00 + 150.00
    expect(rest.state.spreads).toEqual([])
  })

  test('R6.14: for less: 50.00 too much is taken back', () => {
    expect(parts(billExpense(state, bill('3050.00', '2023-01-01', '2023-01-31'), fund))).toEqual({ taken: '3100.00', expense: '-50.00', deferred: '0.00' })
  })

  test('not final: nothing is taken back, and the second invoice meets what the first left', () => {
    const first = billExpense(state, bill('3050.00', '2023-01-01', '2023-01-31', { isFinal: false }), fund)
    expect(parts(first)).toEqual({ taken: '3050.00', expense: '0.00', deferred: '0.00' })
    const second = billExpense(first.state, bill('80.00', '2023-01-01', '2023-01-31'), fund)
    expect(parts(second)).toEqual({ taken: '50.00', expense: '30.00', deferred: '0.00' })
  })

  test('a second invoice for days that a final one closed is an expense in full', () => {
    const first = billExpense(state, bill('3100.00', '2023-01-01', '2023-01-31'), fund)
    expect(parts(billExpense(first.state, bill('10.00', '2023-01-01', '2023-01-31'), fund))).toEqual({ taken: '0.00', expense: '10.00', deferred: '0.00' })
    // February is open still.
    expect(parts(billExpense(first.state, bill('1000.00', '2023-02-01', '2023-02-10'), fund)).taken).toBe('1000.00')
  })

  test('an expense that nothing was accrued for', () => {
    expect(parts(billExpense(state, bill('40.00', '2023-02-10', '2023-02-10', { charge: undefined }), fund))).toEqual({
      taken: '0.00',
      expense: '40.00',
      deferred: '0.00',
    })
  })
})

describe('paid ahead', () => {
  const fund = fundOf()
  const { state } = through(noAccruals, '2023-02-10', fund)

  test('a year from February 11 for 73,000.00: all of it is prepaid, 200.00 a day, and the budget rests', () => {
    const billed = billExpense(state, bill('73000.00', '2023-02-11', '2024-02-10'), fund)
    expect(parts(billed)).toEqual({ taken: '0.00', expense: '0.00', deferred: '73000.00' })
    const next = through(billed.state, '2023-02-11', fund)
    expect(next.accruals.map(({ of, amount }) => [of, dollars(amount)])).toEqual([['spread', '200.00']])
    expect(totalOf(through(billed.state, '2024-02-10', fund))).toBe('73000.00')
    // The day after, the budget is back: 36,500 / 366
    const after = through(billed.state, '2024-02-10', fund).state
    expect(totalOf(through(after, '2024-02-11', fund))).toBe('99.73')
  })

  test('begun already: of 365 days from January 1, 41 are over; 41 × 110.00 = 4,510.00 against 4,100.00 accrued', () => {
    const billed = billExpense(state, bill('40150.00', '2023-01-01', '2023-12-31'), fund)
    expect(parts(billed)).toEqual({ taken: '4100.00', expense: '410.00', deferred: '35640.00' }) // 324 × 110.00
    expect(totalOf(through(billed.state, '2023-12-31', fund))).toBe('35640.00')
  })

  test('R3.54: offering costs of 36,500 over the twelve months from commencement are 100.00 a day', () => {
    const commenced = through(noAccruals, '2023-01-01', open({ inception: '2023-01-01' }).book.fund)
    const costs = bill('36500.00', '2023-01-02', '2024-01-01', { charge: undefined, expense: accounts.otherExpenses })
    const billed = billExpense(commenced.state, costs, fund)
    expect(dollars(billed.deferred)).toBe('36500.00')
    const plain = open({ inception: '2023-01-01' }).book.fund
    expect(totalOf(through(billed.state, '2023-01-02', plain))).toBe('100.00')
    expect(totalOf(through(billed.state, '2024-01-01', plain))).toBe('36500.00')
  })
})

test('what invoices changed counts as charged when the budget is changed: (54,500 − 18,350) / 183 = 197.54', () => {
  const { fund } = open({
    inception: '2023-01-01',
    policies: { expense_budget: [`from: 2023-01-01, ${budget}`, 'from: 2023-07-02, id: audit, account: 5250, annual_amount: 54500'] },
  }).book
  const { state } = through(noAccruals, '2023-07-01', fund)
  const billed = billExpense(state, bill('3250.00', '2023-01-01', '2023-01-31'), fund)
  expect(totalOf(through(billed.state, '2023-07-02', fund))).toBe('197.54')
  expect(totalOf(through(billed.state, '2023-12-31', fund))).toBe('36150.00')
})
