import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dollars, open, day } from '../../test/support/book.ts'
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Amount } from '../values/money.ts'
import { type Fund } from '../reference/fund.ts'
import { isBusinessDay as isOpen } from '../reference/nyse-calendar.ts'
import { accrueDays, type Accrual } from './accrue.ts'
import { type AccrualState, noAccruals } from './accrual-state.ts'
import { chargeDays, chargeDaysAsOf, type ChargeDay } from './charge-days.ts'

type Policies = Readonly<Record<string, string | readonly string[]>>

const fundOf = (inception: string, policies: Policies): Fund => open({ inception, policies }).book.fund
const cents = (text: string): Amount => BigInt(text.replaceAll(/[.,]/g, '')) as Amount

/** Every calendar day of a period on one base, the state before it being that of a fund that begins with it. */
const daysOn = (from: string, count: number, base: string): readonly ChargeDay[] =>
  Array.from({ length: count }, (_, index) => {
    const date = (day(from) + index) as CalendarDate
    return { day: date, effectiveDate: date, base: cents(base) }
  })

const amounts = (accruals: readonly Accrual[]): readonly string[] => accruals.map(({ amount }) => dollars(amount))
const totalOf = (accruals: readonly Accrual[]): string => dollars(accruals.reduce((sum, { amount }) => sum + amount, 0n))

/** What is posted on each day, 0.00 where nothing is. */
function daily(fund: Fund, days: readonly ChargeDay[]): readonly string[] {
  let state: AccrualState = noAccruals
  return days.map((one) => {
    const accrued = accrueDays(state, [one], fund)
    state = accrued.state
    return totalOf(accrued.accruals)
  })
}

describe('R0.9: a fee of .0049 a day', () => {
  // 1.79 × 1/365 = .00490…: 1.79 of net assets at 100% a year.
  const half = 'rate: 1'
  const days = daysOn('2023-01-03', 6, '1.79')

  test('carry posts .01 on days 2, 4 and 6: .0049 .0098 .0147 .0196 .0245 .0294 round to .00 .01 .01 .02 .02 .03', () => {
    expect(daily(fundOf('2023-01-03', { advisory_fee: half }), days)).toEqual(['0.00', '0.01', '0.00', '0.01', '0.00', '0.01'])
  })

  test('daily posts nothing, for ever but at the end of the month', () => {
    const fund = fundOf('2023-01-03', { advisory_fee: half, expense_accrual: 'rounding: daily' })
    expect(daily(fund, days)).toEqual(['0.00', '0.00', '0.00', '0.00', '0.00', '0.00'])
    // 29 days from January 3: 29 × 1.79 / 365 = .1422
    expect(daily(fund, daysOn('2023-01-03', 29, '1.79')).at(-1)).toBe('0.14')
  })
})

describe('R7.1: 100,000,000 at 0.75%', () => {
  const fee = { advisory_fee: 'rate: 0.0075' }

  test.each([
    ['2023-01-03', 'ACT/ACT', '2054.79'], // 750,000 / 365
    ['2024-01-02', 'ACT/ACT', '2049.18'], // 750,000 / 366
    ['2024-01-02', 'ACT/365', '2054.79'],
  ])('a day of the year of %s by %s: %s', (date, dayCount, expected) => {
    const fund = fundOf(date, { ...fee, expense_accrual: `day_count: ${dayCount}` })
    expect(daily(fund, daysOn(date, 1, '100,000,000.00'))).toEqual([expected])
  })

  test('a year by carry is the rate on the average to the cent, in a common year and in a leap year', () => {
    for (const [from, length] of [
      ['2023-01-01', 365],
      ['2024-01-01', 366],
    ] as const) {
      expect(totalOf(accrueDays(noAccruals, daysOn(from, length, '100,000,000.00'), fundOf(from, fee)).accruals)).toBe('750000.00')
    }
  })

  test('R3.50: 500,000 at 0.75% is 10.27 a day', () => {
    expect(daily(fundOf('2023-01-03', fee), daysOn('2023-01-03', 1, '500,000.00'))).toEqual(['10.27']) // 3,750 / 365 = 10.2740
  })

  test('R6.15: no fee on net assets of zero, and none on less', () => {
    expect(daily(fundOf('2023-01-03', fee), [...daysOn('2023-01-03', 1, '0'), ...daysOn('2023-01-04', 1, '-100.00')])).toEqual(['0.00', '0.00'])
  })

  test('a rate that is only a maximum is no charge', () => {
    expect(daily(fundOf('2023-01-03', { administrative_fee: 'rate: 0.001, up_to: yes' }), daysOn('2023-01-03', 1, '100,000,000.00'))).toEqual(['0.00'])
  })
})

describe('R7.2: rounding by the day is trued up on the last day of the month', () => {
  const fund = fundOf('2023-01-01', { advisory_fee: 'rate: 0.0075', expense_accrual: 'rounding: daily' })

  test('31 × 2,054.79 = 63,698.49; the formula has 63,698.63: +0.14 on January 31', () => {
    const posted = daily(fund, daysOn('2023-01-01', 32, '100,000,000.00'))
    expect(new Set(posted.slice(0, 30))).toEqual(new Set(['2054.79']))
    expect(posted.slice(30)).toEqual(['2054.93', '2054.79']) // 2,054.79 + 0.14, and February begins anew
  })

  test('a policy that ends within the month is trued up on its last day', () => {
    const ending = fundOf('2023-01-01', {
      advisory_fee: ['from: 2023-01-01, through: 2023-01-10, rate: 0.0075'],
      expense_accrual: 'rounding: daily',
    })
    // 10 × 2,054.7945 = 20,547.95; 10 × 2,054.79 = 20,547.90
    expect(daily(ending, daysOn('2023-01-01', 11, '100,000,000.00')).slice(9)).toEqual(['2054.84', '0.00'])
  })
})

describe('R7.3: breakpoints, each rate on its tier', () => {
  const tiers = { advisory_fee: 'rate: 0.0075, breakpoints: 0.0070 above 100000000, 0.0065 above 500000000' }

  test('650m: 100m × .75% + 400m × .70% + 150m × .65% = 750,000 + 2,800,000 + 975,000 = 4,525,000 a year, 12,397.26 a day', () => {
    expect(daily(fundOf('2023-01-03', tiers), daysOn('2023-01-03', 1, '650,000,000.00'))).toEqual(['12397.26'])
    expect(totalOf(accrueDays(noAccruals, daysOn('2023-01-01', 365, '650,000,000.00'), fundOf('2023-01-01', tiers)).accruals)).toBe('4525000.00')
  })

  test('at a breakpoint exactly the tier below is full and the one above empty: 750,000 / 365', () => {
    expect(daily(fundOf('2023-01-03', tiers), daysOn('2023-01-03', 1, '100,000,000.00'))).toEqual(['2054.79'])
  })
})

describe('R7.4: a minimum of 36,500 a year is 100.00 a day', () => {
  const low = daysOn('2023-01-01', 100, '1,000,000.00') // 0.75%: 20.55 a day
  const high = daysOn('2023-04-11', 265, '10,000,000.00') // 205.48 a day

  test('by the day: the larger of the two each day', () => {
    const fund = fundOf('2023-01-01', { advisory_fee: 'rate: 0.0075, minimum: 36500' })
    const posted = daily(fund, [...low, ...high])
    expect(posted.slice(0, 3)).toEqual(['100.00', '100.00', '100.00'])
    expect(posted[100]).toBe('205.48')
    // 100 × 100.00 + 265 × 75,000 / 365 = 10,000.00 + 54,452.05
    expect(totalOf(accrueDays(noAccruals, [...low, ...high], fund).accruals)).toBe('64452.05')
  })

  test('by the year: the minimum is a floor under the year, and days above it make good those below', () => {
    const fund = fundOf('2023-01-01', { advisory_fee: 'rate: 0.0075, minimum: 36500, minimum_test: annual' })
    // 100 × 7,500 / 365 + 265 × 75,000 / 365 = 2,054.79 + 54,452.05 = 56,506.85, which is more than 36,500
    expect(totalOf(accrueDays(noAccruals, [...low, ...high], fund).accruals)).toBe('56506.85')
    expect(daily(fund, low).at(-1)).toBe('100.00')
    expect(totalOf(accrueDays(noAccruals, daysOn('2023-01-01', 365, '1,000,000.00'), fund).accruals)).toBe('36500.00')
  })
})

test('R7.5: a unitary fee of 0.50% on 1,000,000 is 13.70 a day', () => {
  expect(daily(fundOf('2023-01-03', { advisory_fee: 'rate: 0.005, unitary: yes' }), daysOn('2023-01-03', 1, '1,000,000.00'))).toEqual(['13.70'])
})

describe('R7.12: budgets', () => {
  test('36,500 a year is 100.00 a day; two series share it 3 to 1: 75.00 and 25.00', () => {
    const one = (settings: string): readonly string[] =>
      daily(fundOf('2023-01-03', { expense_budget: `id: audit, account: 5250, annual_amount: 36500${settings}` }), daysOn('2023-01-03', 2, '0'))
    expect(one('')).toEqual(['100.00', '100.00'])
    expect(one(', share: 3/4')).toEqual(['75.00', '75.00'])
    expect(one(', share: 1/4')).toEqual(['25.00', '25.00'])
  })

  test('thirds are carried: 100.00 × 1/3 a day is 33.33, 33.34, 33.33', () => {
    const fund = fundOf('2023-01-03', { expense_budget: 'id: audit, account: 5250, annual_amount: 36500, share: 1/3' })
    expect(daily(fund, daysOn('2023-01-03', 3, '0'))).toEqual(['33.33', '33.34', '33.33'])
  })

  test('several are in force at once, each with its own account and payable', () => {
    const fund = fundOf('2023-01-03', {
      expense_budget: [
        'from: 2023-01-03, id: audit, account: 5250, annual_amount: 36500',
        'from: 2023-01-03, id: trustees, account: 5270, annual_amount: 7300',
      ],
    })
    const { accruals } = accrueDays(noAccruals, daysOn('2023-01-03', 1, '0'), fund)
    expect(accruals.map((one) => (one.of === 'charge' ? [one.charge.expense, one.charge.payable, dollars(one.amount)] : []))).toEqual([
      ['5250', '2560', '100.00'],
      ['5270', '2550', '20.00'],
    ])
  })

  // 36,500 from January 1; 54,500 from July 2, when 182 days and 18,200.00 are behind and 183 days before the year's end.
  const changed = (settings: string): Fund =>
    fundOf('2023-01-01', {
      expense_budget: [
        'from: 2023-01-01, id: audit, account: 5250, annual_amount: 36500',
        `from: 2023-07-02, id: audit, account: 5250, annual_amount: 54500${settings}`,
      ],
    })

  test('a change is made good in the days to come: (54,500 − 18,200) / 183 = 198.36 a day, and 54,500.00 in the year', () => {
    expect(daily(changed(''), daysOn('2023-01-01', 183, '0')).slice(181)).toEqual(['100.00', '198.36'])
    const { state, accruals } = accrueDays(noAccruals, daysOn('2023-01-01', 365, '0'), changed(''))
    expect(totalOf(accruals)).toBe('54500.00')
    // The year after is the budget again: 54,500 / 366 = 148.91
    expect(amounts(accrueDays(state, daysOn('2024-01-01', 1, '0'), changed('')).accruals)).toEqual(['148.91'])
  })

  test('or is another daily amount from its day on: 182 × 100.00 + 183 × 54,500 / 365 = 18,200.00 + 27,324.66', () => {
    expect(totalOf(accrueDays(noAccruals, daysOn('2023-01-01', 365, '0'), changed(', true_up: no')).accruals)).toBe('45524.66')
  })

  test('a budget cut below what was charged gives some back, day by day (R6.14): (10,000 − 18,200) / 183 = −44.81', () => {
    const cut = fundOf('2023-01-01', {
      expense_budget: ['from: 2023-01-01, id: audit, account: 5250, annual_amount: 36500', 'from: 2023-07-02, id: audit, account: 5250, annual_amount: 10000'],
    })
    expect(daily(cut, daysOn('2023-01-01', 183, '0')).at(-1)).toBe('-44.81')
    expect(totalOf(accrueDays(noAccruals, daysOn('2023-01-01', 365, '0'), cut).accruals)).toBe('10000.00')
  })
})

describe('the days that a net asset value is charged for', () => {
  const lines = (days: readonly ChargeDay[]): readonly string[] =>
    days.map(({ day: date, effectiveDate, base }) => `${formatCalendarDate(date)} dated ${formatCalendarDate(effectiveDate)} on ${dollars(base)}`)
  const base = (netAssets: string, capital = '0') => ({ netAssets: cents(netAssets), capital: cents(capital) })
  const weekend = (policy: string): Fund => fundOf('2023-03-01', { expense_accrual: policy })

  test('monday, also where nothing is said: a weekend is charged with the business day after it', () => {
    for (const fund of [fundOf('2023-03-01', {}), weekend('weekend: monday')]) {
      expect(lines(chargeDays(day('2023-03-09'), day('2023-03-10'), base('7.00'), fund))).toEqual(['2023-03-10 dated 2023-03-10 on 7.00'])
      expect(lines(chargeDays(day('2023-03-10'), day('2023-03-13'), base('7.00'), fund))).toEqual([
        '2023-03-11 dated 2023-03-11 on 7.00',
        '2023-03-12 dated 2023-03-12 on 7.00',
        '2023-03-13 dated 2023-03-13 on 7.00',
      ])
    }
  })

  test('friday: from the day through the one before the next business day, dated the day', () => {
    // March 10 is a Friday; April 7, 2023 is Good Friday, and April 6 has four days.
    const fund = weekend('weekend: friday')
    expect(lines(chargeDays(day('2023-03-09'), day('2023-03-10'), base('7.00'), fund))).toEqual([
      '2023-03-10 dated 2023-03-10 on 7.00',
      '2023-03-11 dated 2023-03-10 on 7.00',
      '2023-03-12 dated 2023-03-10 on 7.00',
    ])
    expect(chargeDays(day('2023-03-12'), day('2023-03-13'), base('7.00'), fund)).toHaveLength(1)
    expect(chargeDays(day('2023-04-05'), day('2023-04-06'), base('7.00'), fund)).toHaveLength(4)
  })

  test('friday never goes beyond the month: of March 31, a Friday, only that day, and on April 3 the weekend before', () => {
    const fund = weekend('weekend: friday')
    expect(lines(chargeDays(day('2023-03-30'), day('2023-03-31'), base('7.00'), fund))).toEqual(['2023-03-31 dated 2023-03-31 on 7.00'])
    expect(lines(chargeDays(day('2023-03-31'), day('2023-04-03'), base('7.00'), fund))).toEqual([
      '2023-04-01 dated 2023-04-01 on 7.00',
      '2023-04-02 dated 2023-04-02 on 7.00',
      '2023-04-03 dated 2023-04-03 on 7.00',
    ])
  })

  test('base_includes_capital: the capital that is first in this net asset value, on the day itself', () => {
    const fund = weekend('base_includes_capital: yes')
    expect(lines(chargeDays(day('2023-03-10'), day('2023-03-13'), base('7.00', '2.00'), fund))).toEqual([
      '2023-03-11 dated 2023-03-11 on 7.00',
      '2023-03-12 dated 2023-03-12 on 7.00',
      '2023-03-13 dated 2023-03-13 on 9.00',
    ])
    expect(lines(chargeDays(day('2023-03-09'), day('2023-03-10'), base('7.00', '2.00'), weekend('weekend: monday')))).toEqual([
      '2023-03-10 dated 2023-03-10 on 7.00',
    ])
  })

  test('R6.16: as of Sunday, June 30, 2024: Saturday and Sunday on the net assets of Friday', () => {
    const fund = fundOf('2023-03-01', {})
    expect(lines(chargeDaysAsOf(day('2024-06-28'), day('2024-06-30'), cents('7.00'), fund))).toEqual([
      '2024-06-29 dated 2024-06-29 on 7.00',
      '2024-06-30 dated 2024-06-30 on 7.00',
    ])
    expect(chargeDaysAsOf(day('2024-06-30'), day('2024-06-30'), cents('7.00'), fund)).toEqual([])
  })

  test('each day of a year is charged once, in any combination of settings', () => {
    for (const policy of ['weekend: friday', 'weekend: monday']) {
      const fund = weekend(policy)
      let through = day('2023-02-28')
      const all: CalendarDate[] = []
      for (let date = day('2023-03-01'); date <= day('2024-03-08'); date = (date + 1) as CalendarDate) {
        if (!isOpen(date)) continue
        for (const one of chargeDays(through, date, base('1.00'), fund)) {
          all.push(one.day)
          through = one.day
        }
      }
      expect(all).toEqual(Array.from({ length: all.length }, (_, index) => day('2023-03-01') + index))
    }
  })
})

describe('properties', () => {
  const bases = fc.array(fc.bigInt({ min: 0n, max: 10n ** 14n }), { minLength: 1, maxLength: 60 })
  const rates = fc.bigInt({ min: 1n, max: 30_000_000_000n })

  test('carry: what is posted is never more than half a cent from what is due', () => {
    fc.assert(
      fc.property(bases, rates, (list, rate) => {
        const fund = fundOf('2023-12-01', { advisory_fee: `rate: 0.${rate.toString().padStart(12, '0')}` })
        const days = list.map((base, index) => ({ ...(daysOn('2023-12-01', 60, '0')[index] as ChargeDay), base: base as Amount }))
        const ofYear = days.filter(({ day: date }) => date <= day('2023-12-31'))
        const posted = accrueDays(noAccruals, ofYear, fund).accruals.reduce((sum, { amount }) => sum + amount, 0n)
        // 365 × 10^12 × posted against rate × Σ base
        const due = ofYear.reduce((sum, { base }) => sum + base, 0n) * rate
        const error = posted * 365n * 10n ** 12n - due
        expect((error < 0n ? -error : error) * 2n).toBeLessThanOrEqual(365n * 10n ** 12n)
      }),
      { numRuns: 60 },
    )
  })

  test('daily: with the true-up a month is what carry posts in it', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 14n }), { minLength: 31, maxLength: 31 }), rates, (list, rate) => {
        const fee = { advisory_fee: `rate: 0.${rate.toString().padStart(12, '0')}` }
        const days = list.map((base, index) => ({ ...(daysOn('2023-01-01', 31, '0')[index] as ChargeDay), base: base as Amount }))
        const total = (policies: Policies): string => totalOf(accrueDays(noAccruals, days, fundOf('2023-01-01', policies)).accruals)
        expect(total({ ...fee, expense_accrual: 'rounding: daily' })).toBe(total(fee))
      }),
      { numRuns: 60 },
    )
  })
})
