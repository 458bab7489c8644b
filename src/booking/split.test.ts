import { describe, expect, test } from 'vitest'
import { type BookText, check, issuesOf, keep, shownIssue } from '../../test/support/book.ts'

const prices = (...quoted: readonly (readonly [date: string, price: string])[]): string =>
  ['date, instrument, price, type, source', ...quoted.map(([date, price]) => `${date}, acme, ${price}, close, x`)].join('\n')
const header = 'id, ex_date, instrument, new_units, old_units, fractions, cash_price, cash_amount, pay_date'

const bought: BookText = {
  events: { purchase: 'id, trade_date, instrument, quantity, price\nbuy, 2024-06-03, acme, 100, 50.00' },
  prices: prices(['2024-06-03', '50.00'], ['2024-06-04', '50.00'], ['2024-06-05', '25.00'], ['2024-06-06', '25.00']),
}
const withSplit = (row: string, text: BookText = bought): BookText => ({ ...text, events: { ...text.events, split: `${header}\n${row}` } })

describe('R3.17: a split changes units, and neither cost nor date', () => {
  test('100 at a cost of 5,000 two for one: 200 at 5,000, 25.00 each', () => {
    const { journal } = check(withSplit('s, 2024-06-05, acme, 2, 1, , , ,'), '2024-06-05', {
      lots: 'acme buy 2024-06-03 200 5000.00',
      trialBalance: `
        Cr 1000 5000.00
        Dr 1100 5000.00
      `,
    })
    expect(journal.find(({ id }) => id === 's')).toMatchObject({ memo: 'Split of Acme Corp.: 100 units become 200', postings: [] })
  })

  test('cash in lieu of half a unit at 26.00: proceeds 13.00 less cost 12.50 is a gain of 0.50', () => {
    // 100.25 that cost 5,012.50 become 200.5 at 25.00 each: half a unit costs 12.50.
    const text: BookText = {
      events: { purchase: 'id, trade_date, instrument, quantity, price, net_amount\nbuy, 2024-06-03, acme, 100.25, , 5012.50' },
      prices: prices(['2024-06-03', '50.00'], ['2024-06-04', '50.00'], ['2024-06-05', '26.00'], ['2024-06-06', '26.00']),
    }
    check(withSplit('s, 2024-06-05, acme, 2, 1, cash, 26.00, , 2024-06-06', text), '2024-06-06', {
      entries: `
        s 2024-06-05 in 2024-06-05 Dr 1300 13.00 Cr 1100 12.50 Cr 6000 0.50
        s/settled 2024-06-06 in 2024-06-06 Dr 1000 13.00 Cr 1300 13.00
      `,
      lots: 'acme buy 2024-06-03 200 5000.00',
    })
  })

  test('R6.4: 100 held, 50 bought the day before, two for one: 300, not 250; a trade of the day is in new units', () => {
    const text: BookText = {
      ...bought,
      events: {
        purchase: `id, trade_date, instrument, quantity, price
          buy,  2024-06-03, acme, 100, 50.00
          more, 2024-06-04, acme,  50, 50.00
          last, 2024-06-05, acme,  10, 25.00`,
      },
    }
    const split = withSplit('s, 2024-06-05, acme, 2, 1, , , ,', text)
    check(split, '2024-06-05', { lots: 'acme buy 2024-06-03 200 5000.00\nacme more 2024-06-04 100 2500.00' })
    check(split, '2024-06-06', { lots: 'acme buy 2024-06-03 200 5000.00\nacme more 2024-06-04 100 2500.00\nacme last 2024-06-05 10 250.00' })
  })

  test('a reverse split one for three: the units of the lots add to the whole, by largest remainder', () => {
    const text: BookText = {
      events: {
        purchase: `id, trade_date, instrument, quantity, price
          a, 2024-06-03, acme, 50, 50.00
          b, 2024-06-03, acme, 50, 50.00`,
      },
      prices: prices(['2024-06-03', '50.00'], ['2024-06-04', '50.00'], ['2024-06-05', '150.00']),
    }
    // 100 ÷ 3 = 33.333333; each lot 16.6666665: one unit of the last place goes to the first.
    check(withSplit('s, 2024-06-05, acme, 1, 3, , , ,', text), '2024-06-05', {
      lots: `
        acme a 2024-06-03 16.666667 2500.00
        acme b 2024-06-03 16.666666 2500.00
      `,
    })
  })

  test('of what is not held nothing is booked', () => {
    expect(keep(withSplit('s, 2024-06-05, beta, 2, 1, , , ,'), '2024-06-05').journal.map(({ id }) => id as string)).not.toContain('s')
  })

  test('after the split a sale names lots and units as they now are', () => {
    const text = withSplit('s, 2024-06-05, acme, 2, 1, , , ,')
    const sale = 'id, trade_date, instrument, quantity, price, lots\nsell, 2024-06-05, acme, 150, 25.00, buy:150'
    check({ ...text, events: { ...text.events, sale } }, '2024-06-06', { lots: 'acme buy 2024-06-03 50 1250.00' })
  })

  test('a ratio that leaves nothing is refused', () => {
    expect(issuesOf(withSplit('s, 2024-06-05, acme, 1, 1000000000, , , ,'), '2024-06-05').map(shownIssue)).toEqual([
      'events/split.csv:2 new_units split.nothing-left',
    ])
  })
})
