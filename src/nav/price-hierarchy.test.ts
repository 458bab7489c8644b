/** The price of a day through the whole engine: valued, proved by the second path, and never silent about what it rests on. */
import { describe, expect, test } from 'vitest'
import { type BookText, day, dollars, issuesOf, keep, shownIssue } from '../../test/support/book.ts'
import { formatCalendarDate } from '../values/calendar-date.ts'

const header = 'date, instrument, price, type, source, level, method, evidence, factor, entered_by, approved_by, reason, next_review'
/** 100 acme bought on the Monday at 10.00; trades are in the NAV of their own day. */
const book = (valuation: string | readonly string[], prices: readonly string[], rest: Partial<BookText> = {}): BookText => ({
  policies: { nav_timing: 'trades: T', valuation },
  events: {
    subscription: 'id, trade_date, class, amount\nopen, 2024-06-03, a, 10000.00',
    purchase: 'id, trade_date, instrument, quantity, price, net_amount\nbuy, 2024-06-03, acme, 100, 10.00, 1000.00',
  },
  prices: [header, ...prices.map((row) => row + ','.repeat(12 - row.split(',').length + 1))].join('\n'),
  ...rest,
})
const quote = (date: string, price: string, type = 'close', source = 'x') => `${date}, acme, ${price}, ${type}, ${source}`
const memo = (date: string, price: string, review: string) => `${date}, acme, ${price}, fair-value, committee, 3, cash flow, memo 7, , , k.roe, , ${review}`

/** `2024-06-04 1010.00 close level 1`, with the day of the price where it is another. */
function valued(text: BookText, on: string): string {
  const [position] = keep(text, on).last?.positions ?? []
  if (position === undefined) return 'nothing held'
  const { price, level, staleDays, value } = position
  const from = price.date === day(on) ? '' : ` of ${formatCalendarDate(price.date)}`
  return `${on} ${dollars(value)} ${price.type}${from} level ${level}${staleDays === 0 ? '' : ` stale ${staleDays}`}`
}

const monday = quote('2024-06-03', '10.00')

describe('R5.3: the order of what may price a holding', () => {
  test('R5.2: no trade that day; bid 10.10, ask 10.30, prior close 10.25: the bid', () => {
    const prices = [quote('2024-06-03', '10.25'), quote('2024-06-04', '10.10', 'bid'), quote('2024-06-04', '10.30', 'ask')]
    expect(valued(book('price_types: close bid', prices), '2024-06-04')).toBe('2024-06-04 1010.00 bid level 2')
  })

  test.each([
    ['type', '1020.00 close level 1'], // the closing price of the second source
    ['source', '1010.00 bid level 2'], // the bid of the first
  ])('prefer: %s', (prefer, expected) => {
    const prices = [quote('2024-06-03', '10.00', 'close', 'y'), quote('2024-06-04', '10.10', 'bid', 'x'), quote('2024-06-04', '10.20', 'close', 'y')]
    expect(valued(book(`price_types: close bid, price_sources: x y, prefer: ${prefer}`, prices), '2024-06-04')).toBe(`2024-06-04 ${expected}`)
  })

  test('source first: all quotations go before a fair value that the list has last', () => {
    const text = (types: string) =>
      book(`price_types: ${types}, price_sources: x y, prefer: source`, [
        monday,
        quote('2024-06-04', '10.20', 'close', 'y'),
        memo('2024-06-04', '9.00', '2024-07-04'),
      ])
    expect(valued(text('close bid fair-value'), '2024-06-04')).toBe('2024-06-04 1020.00 close level 1')
    expect(valued(text('fair-value close bid'), '2024-06-04')).toBe('2024-06-04 900.00 fair-value level 3')
  })

  test('an entry for a type of security goes before the one for all', () => {
    const policies = ['price_types: close', 'from: 2024-06-03, instrument_type: common-stock, price_types: mean']
    expect(valued(book(policies, [quote('2024-06-03', '10.00', 'mean'), quote('2024-06-03', '11.00')]), '2024-06-03')).toBe('2024-06-03 1000.00 mean level 2')
    const other = ['price_types: close', 'from: 2024-06-03, instrument_type: preferred-stock, price_types: mean']
    expect(valued(book(other, [quote('2024-06-03', '10.00', 'mean'), quote('2024-06-03', '11.00')]), '2024-06-03')).toBe('2024-06-03 1100.00 close level 1')
  })

  test('two entries for one type on one day overlap; one for each type does not', () => {
    const both = [
      'price_types: close',
      'from: 2024-06-03, instrument_type: common-stock, price_types: mean',
      'from: 2024-06-03, instrument_type: common-stock, price_types: bid',
    ]
    expect(issuesOf(book(both, [quote('2024-06-03', '10.00', 'bid')]), '2024-06-03').map(({ code }) => code)).toEqual(['policy.overlap'])
  })

  test('an override goes before all, and has its own level', () => {
    const override = '2024-06-04, acme, 10.40, override, desk, 1, , , , j.doe, k.roe, the feed is late'
    expect(valued(book('price_types: close', [monday, quote('2024-06-04', '104.00'), override]), '2024-06-04')).toBe('2024-06-04 1040.00 override level 1')
  })
})

describe('R5.3: the price of an earlier day stands in only where the policy allows it, and says so', () => {
  const prices = [monday]
  test.each([
    ['stale_days: 2', '2024-06-04', '2024-06-04 1000.00 close of 2024-06-03 level 2 stale 1'],
    ['stale_days: 2', '2024-06-05', '2024-06-05 1000.00 close of 2024-06-03 level 2 stale 2'],
  ])('%s on %s', (stale, on, expected) => {
    expect(valued(book(`price_types: close, ${stale}`, prices), on)).toBe(expected)
  })

  test.each([
    ['price_types: close', '2024-06-04', ['prices/ acme valuation.price-missing']],
    ['price_types: close, stale_days: 2', '2024-06-06', ['prices/ acme valuation.price-missing']],
  ])('%s on %s', (policy, on, issues) => {
    expect(issuesOf(book(policy, prices), on).map(shownIssue)).toEqual(issues)
  })

  test('a price of the day goes before an earlier one of a better type', () => {
    expect(valued(book('price_types: close bid, stale_days: 2', [monday, quote('2024-06-04', '9.90', 'bid')]), '2024-06-04')).toBe(
      '2024-06-04 990.00 bid level 2',
    )
  })
})

describe('R5.9: a fair value holds until its review, and no longer', () => {
  const text = book('price_types: close fair-value, stale_days: 5', [memo('2024-06-03', '12.00', '2024-06-05'), quote('2024-06-07', '11.40')])
  test.each([
    ['2024-06-03', '1200.00 fair-value level 3'],
    ['2024-06-05', '1200.00 fair-value of 2024-06-03 level 3'],
  ])('%s', (on, expected) => {
    expect(valued(text, on)).toBe(`${on} ${expected}`)
  })

  test('after it nothing stands in, however stale prices may be', () => {
    expect(issuesOf(text, '2024-06-06').map(shownIssue)).toEqual(['prices/prices.csv:2 next_review valuation.fair-value-missing'])
  })

  test('a new memo takes over', () => {
    const renewed = book('price_types: close fair-value', [memo('2024-06-03', '12.00', '2024-06-05'), memo('2024-06-05', '11.00', '2024-07-05')])
    expect(valued(renewed, '2024-06-06')).toBe('2024-06-06 1100.00 fair-value of 2024-06-05 level 3')
  })
})

describe('R5.8: factor-adjusted foreign equity', () => {
  test('100 × 98.75, level 2, on its own day only; the next day’s close takes over', () => {
    const adjusted = '2024-06-04, acme, 98.75, fair-value, model, , , index futures fell, 0.9875'
    const text = book('price_types: fair-value close', [quote('2024-06-03', '99.00'), quote('2024-06-04', '100.00'), adjusted, quote('2024-06-05', '97.00')])
    expect(valued(text, '2024-06-04')).toBe('2024-06-04 9875.00 fair-value level 2')
    expect(valued(text, '2024-06-05')).toBe('2024-06-05 9700.00 close level 1')
  })
})

describe('R5.13: a halted holding goes to fair value at once', () => {
  const halts = 'instrument, from, through, reason, source\nacme, 2024-06-04, 2024-06-06, filed for bankruptcy, exchange'
  const last = [quote('2024-06-03', '5.00'), quote('2024-06-04', '5.00'), quote('2024-06-07', '2.00')]

  test('last 5.00, committee 1.25: 125.00, level 3, though the policy lists no fair value', () => {
    const text = book('price_types: close, stale_days: 5', [...last, memo('2024-06-04', '1.25', '2024-06-06')], { halts })
    expect(['2024-06-03', '2024-06-04', '2024-06-05', '2024-06-07'].map((on) => valued(text, on))).toEqual([
      '2024-06-03 500.00 close level 1',
      '2024-06-04 125.00 fair-value level 3',
      '2024-06-05 125.00 fair-value of 2024-06-04 level 3',
      '2024-06-07 200.00 close level 1',
    ])
  })

  test('without a committee’s value there is no net asset value, and no stale price', () => {
    expect(issuesOf(book('price_types: close, stale_days: 5', last, { halts }), '2024-06-05').map(shownIssue)).toEqual([
      'prices/ acme valuation.fair-value-missing',
    ])
  })

  test('after the halt, no price from before it stands in', () => {
    const text = book('price_types: close, stale_days: 5', [...last.slice(0, 2), memo('2024-06-04', '1.25', '2024-06-06')], { halts })
    expect(issuesOf(text, '2024-06-07').map(({ code }) => code)).toEqual(['valuation.fair-value-missing'])
  })
})
