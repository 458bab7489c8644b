// Two ways to the price of a day, over books of prices at random: whatever the policy, the halts and the memos, they agree.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { secondPrices } from '../../src/nav/proof/second-price.ts'
import { businessDays } from '../../src/reference/nyse-calendar.ts'
import { type InstrumentId } from '../../src/reference/instrument.ts'
import { priceOn } from '../../src/valuation/price-selection.ts'
import { formatCalendarDate } from '../../src/values/calendar-date.ts'
import { priceKey } from '../../src/market/price-book.ts'
import { type BookText, day, open } from '../support/book.ts'

const dates = businessDays(day('2024-06-03'), day('2024-06-14')).map(formatCalendarDate)
const types = ['close', 'bid', 'evaluated', 'fair-value', 'override'] as const
const header = 'date,instrument,price,type,source,level,method,evidence,entered_by,approved_by,reason,next_review'

const row = fc
  .record({ on: fc.nat(dates.length - 1), type: fc.constantFrom(...types, 'close', 'bid'), source: fc.constantFrom('x', 'y'), review: fc.nat(4) })
  .map(({ on, type, source, review }) => ({
    key: `${on} ${type} ${source}`,
    text: rowText(dates[on] as string, type, source, dates[Math.min(on + review, dates.length - 1)] as string),
  }))

function rowText(date: string, type: (typeof types)[number], source: string, review: string): string {
  const start = `${date},acme,10.00,${type},${source}`
  if (type === 'fair-value') return `${start},3,model,memo,,k.roe,,${review}`
  return type === 'override' ? `${start},2,,,j.doe,k.roe,wrong,` : `${start},,,,,,,`
}

const books = fc.record({
  rows: fc.uniqueArray(row, { selector: ({ key }) => key, maxLength: 24 }),
  order: fc.uniqueArray(fc.constantFrom(...types), { minLength: 1 }),
  sources: fc.constantFrom(undefined, 'x y', 'y'),
  prefer: fc.constantFrom('type', 'source'),
  stale: fc.nat(4),
  halt: fc.option(fc.tuple(fc.nat(dates.length - 1), fc.nat(3))),
})

test('R5.3: the ordered search and the ranking find one price, and none where there is none', () => {
  let found = 0
  fc.assert(
    fc.property(books, ({ rows, order, sources, prefer, stale, halt }) => {
      const text: BookText = {
        policies: {
          valuation: `price_types: ${order.join(' ')}${sources === undefined ? '' : `, price_sources: ${sources}`}, prefer: ${prefer}, stale_days: ${stale}`,
        },
        prices: [header, ...rows.map((each) => each.text)].join('\n'),
        ...(halt === null
          ? {}
          : { halts: `instrument,from,through,reason,source\nacme,${dates[halt[0]]},${dates[Math.min(halt[0] + halt[1], dates.length - 1)]},news,exchange` }),
      }
      const { book, issues } = open(text)
      expect(issues).toEqual([])
      const second = secondPrices(book.prices, book.fund.policies)
      const acme = book.instruments.get('acme' as InstrumentId)
      if (acme === undefined) throw new Error('no acme')
      for (const date of dates.map(day)) {
        const first = priceOn(book.prices, book.fund.policies, acme, date)
        if (first.found === undefined && first.why === 'ambiguous') continue // Said as an issue; there is nothing to agree on.
        const other = second(acme, date)
        expect(other && priceKey(other)).toBe(first.found && priceKey(first.found.observation))
        if (first.found !== undefined) found += 1
      }
    }),
    { seed: 512, numRuns: 400 },
  )
  expect(found).toBeGreaterThan(1_000)
})
