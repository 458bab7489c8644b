import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BookText, check, checkView, day, dollars, entryLine, keep } from '../../test/support/book.ts'
import { addDays, formatCalendarDate } from '../values/calendar-date.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { baseBalance } from '../ledger/balances.ts'

/** 500,000.00 of cash and nothing else: net assets change by expenses alone. June 3, 2024 is a Monday of a leap year. */
const cash = (policies: BookText['policies'] = {}, events: BookText['events'] = {}, inception = '2023-06-05'): BookText => ({
  inception,
  policies,
  events: { subscription: `id, trade_date, class, amount, shares\nseed, ${inception}, a, 500000.00, 50000`, ...events },
})
const fee = { advisory_fee: 'rate: 0.0075' }
const budget = { expense_budget: 'id: audit, account: 5250, annual_amount: 36500' }
const invoices = (...rows: readonly string[]): BookText['events'] => ({
  invoice: [
    'id, invoice_date, against, account, amount, period_from, period_through, pay_date, final',
    ...rows.map((row) => (row.split(',').length === 8 ? `${row},` : row)),
  ].join('\n'),
})

describe('R3.50: a fee of 0.75% on 500,000.00', () => {
  test('is 10.27 on the second day: Dr 5000 / Cr 2500, and nothing on the first (R6.15)', () => {
    check(cash(fee), '2023-06-06', {
      entries: 'accrual/advisory_fee/2023-06-06 2023-06-06 in 2023-06-06 Dr 5000 10.27 Cr 2500 10.27',
      strikes: '2023-06-05 500000.00 / 50000 = 10.00\n2023-06-06 499989.73 / 50000 = 10.00',
    })
    expect(keep(cash(fee), '2023-06-05').journal.map(({ id }) => id)).toEqual(['seed'])
  })

  test('R6.16: over the weekend of June 10 by the net assets of Friday: the view of Sunday has both days, and Monday the same entries', () => {
    // Tuesday to Friday: 10.27 10.28 10.27 10.27 by carry, each on the net assets of the day before.
    const entries = `
      accrual/advisory_fee/2023-06-10/reporting 2023-06-10 in 2023-06-11 Dr 5000 10.28 Cr 2500 10.28
      accrual/advisory_fee/2023-06-11/reporting 2023-06-11 in 2023-06-11 Dr 5000 10.27 Cr 2500 10.27`
    const view = checkView(cash(fee), '2023-06-11', { entries })
    expect(dollars(view.bridge.accruals)).toBe('-20.55')
    check(cash(fee), '2023-06-12', {
      entries: `
        accrual/advisory_fee/2023-06-10 2023-06-10 in 2023-06-12 Dr 5000 10.28 Cr 2500 10.28
        accrual/advisory_fee/2023-06-11 2023-06-11 in 2023-06-12 Dr 5000 10.27 Cr 2500 10.27
        accrual/advisory_fee/2023-06-12 2023-06-12 in 2023-06-12 Dr 5000 10.27 Cr 2500 10.27`,
    })
  })

  test('weekend: friday: three days on Friday, on the net assets of Thursday, and none in the view of Sunday', () => {
    const book = cash({ ...fee, expense_accrual: 'weekend: friday' })
    check(book, '2023-06-12', {
      entries: `
        accrual/advisory_fee/2023-06-09 2023-06-09 in 2023-06-09 Dr 5000 30.82 Cr 2500 30.82
        accrual/advisory_fee/2023-06-12 2023-06-12 in 2023-06-12 Dr 5000 10.27 Cr 2500 10.27`,
    })
    expect(checkView(book, '2023-06-11', {}).bridge.accruals).toBe(0n)
  })

  test('base_includes_capital: a first day with capital has a fee, and an order counts with the net asset value it is first in', () => {
    check(cash({ ...fee, expense_accrual: 'base_includes_capital: yes' }), '2023-06-05', { strikes: '2023-06-05 499989.73 / 50000 = 10.00' })
    const order = { subscription: 'id, trade_date, class, amount, shares\nseed, 2023-06-05, a, 500000.00, 50000\nmore, 2023-06-05, a, 100000.00, 10000' }
    const later = { subscription: 'id, trade_date, class, amount\nseed, 2023-06-05, a, 500000.00\nmore, 2023-06-06, a, 365000.00' }
    expect(keep({ ...cash(fee), events: order }, '2023-06-05').last?.strike.netAssets).toBe(60_000_000n)
    const withCapital = { ...cash({ ...fee, expense_accrual: 'base_includes_capital: yes' }), events: later }
    // June 7: 499,969.18 + 365,000.00 = 864,979.46 … × .0075 / 365 = 17.77
    const entry = keep(withCapital, '2023-06-07').journal.find(({ id }) => id === 'accrual/advisory_fee/2023-06-07')
    expect(entry === undefined ? '' : entryLine(entry)).toBe('accrual/advisory_fee/2023-06-07 2023-06-07 in 2023-06-07 Dr 5000 17.77 Cr 2500 17.77')
  })
})

describe('invoices', () => {
  // 100.00 a day from June 5: 26 days of June are 2,600.00.
  const billed = (amount: string, rest = ''): BookText =>
    cash(budget, invoices(`audit-june, 2023-07-06, audit, , ${amount}, 2023-06-05, 2023-06-30, 2023-07-12${rest}`))

  test('as accrued: no entry, an open item, and cash on the pay date by rule', () => {
    const kept = check(billed('2600.00'), '2023-07-11', { openItems: 'audit-june payable 2600.00 of 2600.00 due 2023-07-12' })
    expect(kept.journal.some(({ id }) => id === 'audit-june')).toBe(false)
    const paid = check(billed('2600.00'), '2023-07-12', { entries: 'audit-june/settled 2023-07-12 in 2023-07-12 Dr 2560 2600.00 Cr 1000 2600.00' })
    // Twelve days of July are left in the payable.
    expect(baseBalance(paid.last?.state.balances ?? new Map(), (code) => code === accounts.payableOtherExpenses)).toBe(-120_000n)
  })

  test('R6.14: 50.00 less than accrued is taken back: the day has 100.00 − 50.00', () => {
    const kept = check(billed('2550.00'), '2023-07-06', {
      entries: `
        accrual/audit/2023-07-06 2023-07-06 in 2023-07-06 Dr 5250 100.00 Cr 2560 100.00
        audit-june 2023-07-06 in 2023-07-06 Cr 5250 50.00 Dr 2560 50.00`,
    })
    expect(kept.last?.strike.roll.expenses).toBe(5000n)
  })

  test('more than accrued: an expense of the day', () => {
    check(billed('2700.00'), '2023-07-06', { entries: 'audit-june 2023-07-06 in 2023-07-06 Dr 5250 100.00 Cr 2560 100.00' })
  })

  test('a settlement record pays it in part; the rule leaves it alone then', () => {
    const part = {
      ...billed('2600.00'),
      events: { ...billed('2600.00').events, settlement: 'id, settlement_date, of, amount\npaid, 2023-07-10, audit-june, 1000.00' },
    }
    check(part, '2023-07-14', {
      entries: 'paid 2023-07-10 in 2023-07-10 Dr 2560 1000.00 Cr 1000 1000.00',
      openItems: 'audit-june payable 1600.00 of 2600.00 due 2023-07-12',
    })
  })

  test('paid on its own day', () => {
    const same = cash(budget, {
      ...invoices('audit-june, 2023-07-05, audit, , 2600.00, 2023-06-05, 2023-06-30, 2023-07-05'),
      settlement: 'id, settlement_date, of\npaid, 2023-07-05, audit-june',
    })
    check(same, '2023-07-05', { entries: 'paid 2023-07-05 in 2023-07-05 Dr 2560 2600.00 Cr 1000 2600.00', openItems: '' })
  })

  test('insurance paid ahead: Dr 1500 / Cr 2560, and from day to day Dr 5240 / Cr 1500, in place of the budget', () => {
    const book = cash(
      { expense_budget: 'id: insurance, account: 5240, annual_amount: 3650' },
      invoices('policy, 2023-06-06, insurance, , 7320.00, 2023-06-07, 2024-06-06, 2023-06-08'), // 366 days of 20.00
    )
    check(book, '2023-06-08', {
      entries: `
        accrual/insurance/2023-06-06 2023-06-06 in 2023-06-06 Dr 5240 10.00 Cr 2560 10.00
        policy 2023-06-06 in 2023-06-06 Dr 1500 7320.00 Cr 2560 7320.00
        accrual/policy/2023-06-07/2023-06-07 2023-06-07 in 2023-06-07 Dr 5240 20.00 Cr 1500 20.00
        policy/settled 2023-06-08 in 2023-06-08 Dr 2560 7320.00 Cr 1000 7320.00`,
    })
    const year = keep(book, '2024-06-07')
    expect(baseBalance(year.last?.state.balances ?? new Map(), (code) => code === accounts.deferredExpenses)).toBe(0n)
    expect(year.journal.filter(({ id }) => id.startsWith('accrual/insurance')).map(({ id }) => id)).toEqual([
      'accrual/insurance/2023-06-05',
      'accrual/insurance/2023-06-06',
      'accrual/insurance/2024-06-07',
    ])
  })

  test('the adviser’s bill for June is its accrual of June, to the cent', () => {
    const accrued = keep(cash(fee), '2023-07-03').journal.flatMap(({ id, effectiveDate, postings }) =>
      id.startsWith('accrual/') && effectiveDate <= day('2023-06-30') ? [postings[0]?.amount ?? 0n] : [],
    )
    const total = dollars(accrued.reduce((sum, amount) => sum + amount, 0n))
    const book = cash(fee, invoices(`fee-june, 2023-07-03, advisory_fee, , ${total}, 2023-06-01, 2023-06-30, 2023-07-10`))
    expect(
      keep(book, '2023-07-10')
        .journal.map(({ id }) => id)
        .filter((id) => id.startsWith('fee-june')),
    ).toEqual(['fee-june/settled'])
  })
})

describe('properties', () => {
  const settings = fc.record({
    rounding: fc.constantFrom('carry', 'daily'),
    day_count: fc.constantFrom('ACT/ACT', 'ACT/365'),
    weekend: fc.constantFrom('monday', 'friday'),
    base_includes_capital: fc.constantFrom('no', 'yes'),
  })
  const date = (offset: number): string => formatCalendarDate(addDays(day('2023-11-20'), offset))
  const bill = fc.record({
    on: fc.integer({ min: 1, max: 60 }),
    against: fc.constantFrom('audit', 'legal', 'trustees', ''),
    amount: fc.integer({ min: 1, max: 2_000_000 }),
    begun: fc.integer({ min: -20, max: 60 }),
    days: fc.integer({ min: 0, max: 90 }),
    final: fc.constantFrom('yes', 'no'),
  })
  const books = fc.record({
    settings,
    later: settings,
    change: fc.integer({ min: 1, max: 60 }),
    rate: fc.constantFrom('0.0075', '0.000000000321', '0.25'),
    test: fc.constantFrom('daily', 'annual'),
    minimum: fc.constantFrom('1', '5000', '36500'),
    bills: fc.array(bill, { maxLength: 5 }),
    order: fc.integer({ min: 0, max: 60 }),
    trueUp: fc.constantFrom('yes', 'no'),
    shortfall: fc.constantFrom('at-once', 'spread'),
  })

  const bookOf = (given: typeof books extends fc.Arbitrary<infer Book> ? Book : never): BookText => {
    const entry = (values: object): string =>
      Object.entries(values)
        .map(([key, value]) => `${key}: ${value}`)
        .join(', ')
    const policies = {
      advisory_fee: [
        `from: ${date(0)}, rate: ${given.rate}, breakpoints: 0.005 above 300000, 0.0045 above 499990, minimum: ${given.minimum}, minimum_test: ${given.test}`,
        `from: ${date(given.change)}, rate: 0.006`,
      ],
      distribution_fee: 'rate: 0.0025',
      expense_accrual: [`from: ${date(0)}, ${entry(given.settings)}`, `from: ${date(given.order + 1)}, ${entry(given.later)}`],
      expense_budget: [
        `from: ${date(0)}, id: audit, account: 5250, annual_amount: 36500.01, share: 2/7, shortfall: ${given.shortfall}`,
        `from: ${date(0)}, through: ${date(45)}, id: legal, account: 5260, annual_amount: 1000`,
        `from: ${date(3)}, id: trustees, account: 5270, annual_amount: 7300`,
        `from: ${date(given.change)}, id: audit, account: 5250, annual_amount: 20000, share: 1/3, true_up: ${given.trueUp}`,
      ],
    }
    const rows = given.bills.map(
      ({ on, against, amount, begun, days, final }, index) =>
        `bill-${index}, ${date(on)}, ${against}, ${against === '' ? '5280' : ''}, ${dollars(BigInt(amount))}, ${date(begun)}, ${date(begun + days)}, ${date(on + 10)}, ${final}`,
    )
    const order = formatCalendarDate(addDays(day('2023-11-20'), given.order))
    const trade =
      new Date(`${order}T00:00:00Z`).getUTCDay() % 6 === 0 || ['2023-11-23', '2023-12-25', '2024-01-01', '2024-01-15'].includes(order) ? '2023-11-21' : order
    return {
      inception: date(0),
      policies,
      events: {
        subscription: `id, trade_date, class, amount\nseed, ${date(0)}, a, 499999.99\nmore, ${trade}, a, 123456.78`,
        ...invoices(...rows),
      },
    }
  }

  test('the second path finds the same net assets each day, whatever the settings, changes and invoices', () => {
    fc.assert(
      fc.property(books, (given) => {
        expect(keep(bookOf(given), date(70)).strikes.length).toBeGreaterThan(40)
      }),
      { numRuns: 60 },
    )
  })

  test('R6.16: what a view adds for a weekend is what the next net asset value has for it', () => {
    fc.assert(
      fc.property(books, (given) => {
        const views = [date(5), date(6), date(19), date(20), date(40), date(41)] // Saturdays and Sundays
        const kept = keep(bookOf(given), date(70), views)
        const lines = new Set(kept.journal.map((entry) => entryLine(entry).replace(/ in \S+/, '')))
        for (const view of kept.views.values()) {
          expect(view.bridge.residual).toBe(0n)
          const added = view.entries.filter(({ id }) => id.startsWith('accrual/') || id.startsWith('bill-'))
          for (const entry of added)
            expect(lines).toContain(
              entryLine(entry)
                .replace('/reporting', '')
                .replace(/ in \S+/, ''),
            )
        }
      }),
      { numRuns: 25 },
    )
  })
})
