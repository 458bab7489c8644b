/** Chapters 3.E and 8 on a fund with euros, small enough to be found by hand. */
import { describe, expect, test } from 'vitest'
import { type FigureId } from '../../src/statements/figure.ts'
import { stepOf } from '../../src/statements/lineage/lineage.ts'
import { formatDecimal, formatShortDecimal } from '../../src/values/decimal.ts'
import { buildReport, type Report } from '../../src/statements/report.ts'
import { defaultPresentation } from '../../src/statements/presentation.ts'
import { statementBooks, viewDates } from '../../src/statements/statement-books.ts'
import { formatCalendarDate } from '../../src/values/calendar-date.ts'
import { type BookText, day, keep } from '../support/book.ts'
import { reportOf } from './reports.ts'

/** Dollars for one euro, and euros for one share. */
const days = {
  '2024-06-03': ['1.10', '100.00'],
  '2024-06-04': ['1.11', '100.00'],
  '2024-06-05': ['1.12', '105.00'],
  '2024-06-06': ['1.13', '106.00'],
  '2024-06-07': ['1.15', '106.00'],
} as const
const text: BookText = {
  instruments: `
    id,   name,       type,         industry, country, currency, income_producing, income_source
    euro, Euro Corp., common-stock, Tools,    DE,      EUR,      yes,              test
  `,
  events: {
    subscription: 'id, trade_date, class, amount\nfirst, 2024-06-03, a, 100000.00',
    'manual-entry': `id, line, effective_date, account, currency, debit, credit, base_amount, reason
      fx, 1, 2024-06-03, 1010, EUR, 10000.00, ,         10500.00, euros bought at 1.05
      fx, 2, 2024-06-03, 1011, EUR, ,         10000.00, 10500.00,
      fx, 3, 2024-06-03, 1012, ,    10500.00, ,         ,
      fx, 4, 2024-06-03, 1000, ,    ,         10500.00, ,`,
    purchase: `id, trade_date, instrument, quantity, price, settlement_date
      buy, 2024-06-03, euro, 100, 100.00,
      later, 2024-06-05, euro, 5, 105.00, 2024-06-10
      last, 2024-06-07, euro, 10, 106.00,`,
    sale: 'id, trade_date, instrument, quantity, price\nsell, 2024-06-05, euro, 40, 105.00',
  },
  prices: ['date, instrument, price, type, source', ...Object.entries(days).map(([date, [, price]]) => `${date}, euro, ${price}, close, x`)].join('\n'),
  rates: [
    'date, currency, rate, quote, source, time',
    ...Object.entries(days).map(([date, [rate]]) => `${date}, EUR, ${rate}, base-per-foreign, x, 16:00 America/New_York`),
  ].join('\n'),
}

const first = reportOf(text, '2024-06-03', '2024-06-05')
const second = reportOf(text, '2024-06-06', '2024-06-07')

const printed = ({ cells }: Report, ...lines: readonly string[]): readonly (string | undefined)[] =>
  lines.map((line) => cells.find(({ place }) => place.startsWith(`${line}/`))?.printed)
const amounts = ({ figures }: Report, ...ids: readonly string[]): readonly string[] => ids.map((id) => formatDecimal(figures.get(id as FigureId).amount))
const step = ({ figures }: Report, id: string): readonly string[] => {
  const { operands, sources } = stepOf(figures, id as FigureId)
  return [
    ...operands,
    ...sources.map(({ record, fields, part }) => `${record} ${fields.join(' ')}${part === undefined ? '' : ` = ${formatShortDecimal(part)}`}`),
  ]
}
const sides = ({ identities }: Report, ...ids: readonly string[]): readonly string[] =>
  ids.map((id) => {
    const found = identities.find((identity) => identity.id === id)
    return `${found?.left} ${found?.right} ${found?.result}`
  })

describe('R8.2, R3.40: assets and liabilities at translated value', () => {
  // 4,200 × 1.15 = 4,830.00 of cash that came at 1.13, 4,746.00; 525 × 1.15 = 603.75 and 1,060 × 1.15 = 1,219.00 are owed.
  // Held: 75 × 106.00 × 1.15 = 9,142.50, at 60 × 110.00 + 588.00 + 1,219.00 = 8,407.00. Dollars: 100,000.00 − 10,500.00.
  test('the lines of the second period', () => {
    const [exact] = [amounts(second, 'foreign-currency@2024-06-07', 'foreign-currency-at-cost@2024-06-07', 'payable-investments-purchased@2024-06-07')]
    expect(exact).toEqual(['4830.00', '4746.00', '1822.75'])
    expect(printed(second, 'sal.investments-at-cost', 'sal.investments-at-value', 'sal.cash', 'sal.foreign-currency')).toEqual([
      '8,407',
      '9,143',
      '89,500',
      '4,830',
    ])
    expect(printed(second, 'sal.foreign-currency-at-cost', 'sal.payable-investments-purchased', 'sal.net-assets')).toEqual(['4,746', '1,823', '101,650'])
  })

  test('17 CFR 210.6-04.4: the cost of foreign currency stands in its caption', () => {
    const sal = second.statements.find(({ id }) => id === 'sal')
    const captions = sal?.rows.flatMap((row) =>
      row.row === 'line' ? [row.caption.map((line) => line.map((part) => (typeof part === 'string' ? part : part.printed)).join('')).join(' ')] : [],
    )
    expect(captions).toContain('Cash denominated in foreign currency (cost $4,746)')
  })

  test('a receivable of the day is worth what it was booked at: 4,200 × 1.12', () => {
    expect(amounts(first, 'receivable-investments-sold@2024-06-05', 'translation@2024-06-05')).toEqual(['4704.00', '0.00'])
    // All euros were paid out again: the line of foreign currency is not printed.
    expect(printed(first, 'sal.receivable-investments-sold', 'sal.foreign-currency', 'sal.payable-investments-purchased')).toEqual(['4,704', undefined, '588'])
  })

  test('the schedule: 75 shares, 9,142.50, all of it in Germany', () => {
    expect(printed(second, 'soi.quantity.euro', 'soi.holding.euro', 'countries.value.germany', 'countries.percent.germany')).toEqual([
      '75',
      '9,143',
      '9,143',
      '100.0%',
    ])
  })
})

describe('R8.2: each account in one line, in each currency', () => {
  const withEntry = (debit: string, credit: string): BookText => ({
    ...text,
    events: {
      ...text.events,
      'manual-entry': [
        text.events?.['manual-entry'] as string,
        `id, line, effective_date, account, currency, debit, credit, base_amount, reason
          more, 1, 2024-06-05, ${debit}, EUR, 100.00, , 112.00, test
          more, 2, 2024-06-05, ${credit}, EUR, , 100.00, 112.00,`,
      ],
    },
  })
  const reportWith = (debit: string, credit: string) => {
    const period = { from: day('2024-06-06'), through: day('2024-06-07') }
    const kept = keep(withEntry(debit, credit), '2024-06-07', viewDates(period).map(formatCalendarDate))
    return buildReport(statementBooks(kept, period), defaultPresentation(kept.book.fund), true)
  }

  test('an account of euros that has no line stops the report, its translation with it', () => {
    const { report, issues } = reportWith('5290', '2135')
    expect(report).toBeUndefined()
    expect(issues.map(({ code, found }) => `${code} ${found}`)).toEqual([
      'statement.uncovered-account a balance of account 2135 Foreign taxes payable on realized gains, which no line takes',
    ])
  })

  test('euros that are owed for expenses stand among them: EUR 100.00 at 1.15, and 1000 in euros is foreign currency', () => {
    const owed = reportWith('5210', '2540').report as Report
    expect(amounts(owed, 'accrued-expenses@2024-06-07', 'custodian-fees@2024-06-06..2024-06-07')).toEqual(['115.00', '0.00'])
    expect(owed.identities.filter(({ result }) => result === 'breaks')).toEqual([])
    const cash = reportWith('1000', '4300').report as Report
    expect(amounts(cash, 'foreign-currency@2024-06-07', 'foreign-currency-at-cost@2024-06-07', 'cash@2024-06-07')).toEqual(['4945.00', '4858.00', '89500.00'])
    expect(cash.identities.filter(({ result }) => result === 'breaks')).toEqual([])
  })

  test('a currency that is overdrawn is owed, and nets no other', () => {
    // Without the euros bought, 10,000.00 are drawn at 1.11 and 4,200.00 repay a part: 5,800.00 × 1.15 are owed.
    const { events = {}, ...rest } = text
    const { 'manual-entry': _bought, ...others } = events
    const overdrawn = reportOf({ ...rest, events: others }, '2024-06-06', '2024-06-07')
    expect(amounts(overdrawn, 'overdraft@2024-06-07', 'foreign-currency@2024-06-07', 'cash@2024-06-07')).toEqual(['6670.00', '0', '100000.00'])
    expect(printed(overdrawn, 'sal.overdraft', 'sal.foreign-currency', 'sal.cash')).toEqual(['6,670', undefined, '100,000'])
    expect(overdrawn.identities.filter(({ result }) => result === 'breaks')).toEqual([])
    expect(sides(overdrawn, 'T58')).toEqual(['93330.00 93330.00 ties'])
  })
})

describe('R8.2: operations and components', () => {
  test('gains on investments are not split from currency; currency has its own realized line', () => {
    // Sold at 4,200 × 1.12 = 4,704.00 what cost 4,400.00; EUR 10,000 that cost 10,500.00 paid what was booked at 11,000.00.
    expect(printed(first, 'soo.realized-securities', 'soo.realized-foreign-currency')).toEqual(['304', '500'])
    // 65 × 105.00 × 1.12 − 7,188.00 = 456.00.
    expect(printed(first, 'soo.change-in-unrealized', 'socna.unrealized-appreciation')).toEqual(['456', '456'])
    // 4,746.00 came for 4,704.00; 735.50 on investments, 84.00 on cash, −15.75 on the payable: 803.75 − 456.00 = 347.75.
    expect(printed(second, 'soo.realized-securities', 'soo.realized-foreign-currency', 'soo.change-in-unrealized')).toEqual(['--', '42', '348'])
    expect(amounts(second, 'unrealized-of-investments@2024-06-07', 'translation@2024-06-07', 'unrealized-appreciation@2024-06-07')).toEqual([
      '735.50',
      '68.25',
      '803.75',
    ])
    expect(printed(second, 'socna.undistributed-net-realized-gain', 'socna.unrealized-appreciation', 'socna.net-assets-at-beginning')).toEqual([
      '846',
      '804',
      '101,260',
    ])
  })

  test('R8.15: purchases and sales at the rates of their days: 10,000 × 1.10 + 525 × 1.12, 4,200 × 1.12; then 1,060 × 1.15', () => {
    expect(printed(first, 'socna.purchases-of-securities', 'socna.sales-of-securities')).toEqual(['11,588', '4,704'])
    expect(printed(second, 'socna.purchases-of-securities', 'socna.sales-of-securities')).toEqual(['1,219', '--'])
  })

  test('highlights: 101,649.75 ÷ 10,000 shares after 101,260.00', () => {
    expect(printed(second, 'highlights.nav-at-beginning', 'highlights.nav-at-end')).toEqual(['10.13', '10.16'])
  })
})

describe('identities', () => {
  test('all tie in both periods', () => {
    for (const report of [first, second]) expect(report.identities.filter(({ result }) => result === 'breaks')).toEqual([])
  })

  test('T32: 9,143 − 8,407 + 68 = 804; T57: what is owed, trade by trade; T58: dollars and euros', () => {
    expect(sides(second, 'T32', 'T57', 'T58')).toEqual(['804 804 ties', '1822.75 1822.75 ties', '94330.00 94330.00 ties'])
    expect(second.identities.find(({ id }) => id === 'T32')?.note).toBe('with 68 from translation of foreign cash, receivables and payables')
  })

  test('T80–T83, T88, T105: from one report to the next', () => {
    expect(sides(second, 'T80', 'T81', 'T82', 'T83', 'T88', 'T105')).toEqual([
      '0.00 0.00 ties',
      '846.00 846.00 ties',
      '803.75 803.75 ties',
      '100000.00 100000.00 ties',
      '0 0 ties',
      '10.13 10.13 ties',
    ])
    // A first period has no opening; the marks of its days are checked all the same where currency is among them.
    expect(first.identities.flatMap(({ id }) => (id > 'T76' || id === 'T105' ? [id] : []))).toEqual(['T82'])
    expect(sides(first, 'T82')).toEqual(['456.00 456.00 ties'])
  })
})

describe('lineage', () => {
  test('cost: the trade and the rate of its day; value: the price and the rate of the day', () => {
    expect(step(first, 'position-cost[euro]@2024-06-05')).toEqual([
      'buy quantity price commission fees',
      'euro multiplier = 1',
      'rate~EUR~2024-06-03~x~16:00 America/New_York rate = 1.1',
      'later quantity price commission fees',
      'rate~EUR~2024-06-05~x~16:00 America/New_York rate = 1.12',
      'sell quantity lots',
    ])
    expect(step(second, 'position-value[euro]@2024-06-07')).toEqual([
      'position-quantity[euro]@2024-06-07',
      'price~euro~2024-06-07~x~close price = 106',
      'euro multiplier = 1',
      'rate~EUR~2024-06-07~x~16:00 America/New_York rate = 1.15',
    ])
    expect(stepOf(second.figures, 'position-value[euro]@2024-06-07' as FigureId).sentence).toBe(
      'Quantity × price × multiplier × rate, rounded half up to the minor unit',
    )
  })

  test('an item: its entries in euros, and the rate of the day', () => {
    expect(step(second, 'payable-investments-purchased@2024-06-07')).toEqual([
      'payable-investments-purchased-in-base-currency@2024-06-07',
      'foreign-item-value[EUR.2100]@2024-06-07',
    ])
    expect(step(second, 'foreign-item-value[EUR.2100]@2024-06-07')).toEqual([
      'foreign-item[EUR.2100]@2024-06-07',
      'rate~EUR~2024-06-07~x~16:00 America/New_York rate = 1.15',
    ])
    expect(step(second, 'foreign-item[EUR.2100]@2024-06-07')).toEqual([
      'buy quantity price commission fees = 0',
      'euro multiplier = 1',
      'later quantity price commission fees = 525',
      'last quantity price commission fees = 1060',
    ])
    expect(
      amounts(second, 'foreign-item[EUR.2100]@2024-06-07', 'foreign-item-cost[EUR.2100]@2024-06-07', 'foreign-item-translation[EUR.2100]@2024-06-07'),
    ).toEqual(['1585.00', '1807.00', '-15.75'])
  })

  test('R3.41: what currency realized: the trade, its rate, and the average cost of what was paid with, or the rate of the day', () => {
    expect(step(first, 'realized-foreign-currency@2024-06-03..2024-06-05')).toEqual([
      'foreign-cash-cost[EUR]@2024-06-03/nav',
      'foreign-cash-amount[EUR]@2024-06-03/nav',
      'buy quantity price commission fees = 500',
      'euro multiplier = 1',
      'rate~EUR~2024-06-03~x~16:00 America/New_York rate = 1.1',
    ])
    expect(step(first, 'foreign-cash-cost[EUR]@2024-06-03/nav')).toEqual(['fx base_amount = 10500'])
    expect(step(first, 'foreign-cash-amount[EUR]@2024-06-03/nav')).toEqual(['fx debit = 10000'])
    expect(amounts(first, 'foreign-cash-cost[EUR]@2024-06-03/nav', 'foreign-cash-amount[EUR]@2024-06-03/nav')).toEqual(['10500.00', '10000.00'])
    expect(step(second, 'realized-foreign-currency@2024-06-06..2024-06-07')).toEqual([
      'sell quantity price commission fees = 42',
      'euro multiplier = 1',
      'rate~EUR~2024-06-05~x~16:00 America/New_York rate = 1.12',
      'rate~EUR~2024-06-06~x~16:00 America/New_York rate = 1.13',
    ])
  })

  test('a strike: investments, dollars, and euros at the rate of the day', () => {
    step(second, 'average-net-assets@2024-06-06..2024-06-07/nav')
    expect(step(second, 'net-assets@2024-06-07/nav')).toEqual([
      'investments-at-value@2024-06-07/nav',
      'other-assets-in-base-currency@2024-06-07/nav',
      'foreign-items[EUR]@2024-06-07/nav',
    ])
    // The purchase of the day is in the next value: 4,200 − 525 = 3,675 × 1.15, the two items each by itself.
    expect(amounts(second, 'other-assets-in-base-currency@2024-06-07/nav', 'foreign-items[EUR]@2024-06-07/nav')).toEqual(['89500.00', '4226.25'])
    expect(step(second, 'foreign-items[EUR]@2024-06-07/nav')).toEqual([
      'foreign-money[EUR]@2024-06-07/nav',
      'rate~EUR~2024-06-07~x~16:00 America/New_York rate = 1.15',
    ])
    expect(amounts(second, 'foreign-money[EUR]@2024-06-07/nav')).toEqual(['3675.00'])
  })
})
