import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventsOf } from '../../test/support/book.ts'
import { compareBooking } from './order.ts'

// One of every kind on each of two days; ids are such that their order alone would be another.
const rows = (date: string, tag: string) => ({
  subscription: `\n f-${tag}, ${date}, a, 100.00`,
  redemption: `\n e-${tag}, ${date}, a, 100.00`,
  purchase: `\n d1-${tag}, ${date}, ,      acme, 10, 1.00\n d2-${tag}, ${date}, 10:00, acme, 10, 1.00`,
  sale: `\n c1-${tag}, ${date}, 10:00, acme, 1, 1.00\n c2-${tag}, ${date}, 09:59, acme, 1, 1.00\n c3-${tag}, ${date}, , acme, 1, 1.00`,
  settlement: `\n b-${tag}, ${date}, d1-1`,
  'manual-entry': `\n a-${tag}, 1, ${date}, 1000, 1.00, , test\n a-${tag}, 2, ${date}, 4300, , 1.00,`,
})
const headers = {
  subscription: 'id, trade_date, class, amount',
  redemption: 'id, trade_date, class, amount',
  purchase: 'id, trade_date, time, instrument, quantity, price',
  sale: 'id, trade_date, time, instrument, quantity, price',
  settlement: 'id, settlement_date, of',
  'manual-entry': 'id, line, effective_date, account, debit, credit, reason',
} as const
const kinds = Object.keys(headers) as readonly (keyof typeof headers)[]
const [first, second] = [rows('2024-06-03', '1'), rows('2024-06-04', '2')]
const events = eventsOf({ events: Object.fromEntries(kinds.map((kind) => [kind, `${headers[kind]}${second[kind]}${first[kind]}`])) })

const order = [
  'e-1',
  'f-1', // capital activity, by id
  'd1-1', // a purchase without a time, before all that have one
  'c2-1',
  'd2-1',
  'c1-1', // 09:59, then at 10:00 the purchase before the sale
  'c3-1', // a sale without a time
  'b-1', // settlements
  'a-1', // manual entries
]

describe('R6.4: order of booking, by effective date, rank, time, id', () => {
  test('one of every kind on two days', () => {
    expect(events.toSorted(compareBooking).map(({ id }) => id)).toEqual([...order, ...order.map((id) => id.replace('-1', '-2'))])
  })

  test('it is total, and blind to the order given', () => {
    const expected = events.toSorted(compareBooking)
    fc.assert(
      fc.property(fc.shuffledSubarray([...events], { minLength: events.length }), (shuffled) => {
        expect(shuffled.toSorted(compareBooking)).toEqual(expected)
      }),
      { seed: 46, numRuns: 50 },
    )
    for (const left of events) for (const right of events) expect(Math.sign(compareBooking(left, right))).toBe(-Math.sign(compareBooking(right, left)) + 0 || 0)
  })
})
