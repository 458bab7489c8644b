import { describe, expect, test } from 'vitest'
import { day, eventsOf, open, type BookText } from '../../../test/support/book.ts'
import { formatDecimal } from '../../values/decimal.ts'
import { secondPath } from './second-path.ts'

// By hand, with no ledger: units × price, and all dollars in and out.
const text: BookText = {
  events: {
    subscription: 'id, trade_date, class, amount\nseed, 2024-06-03, a, 10000.00\nsub, 2024-06-04, a, 505.00',
    redemption: 'id, trade_date, class, shares\nout, 2024-06-05, a, 50',
    purchase: 'id, trade_date, instrument, quantity, price, commission\nbuy, 2024-06-03, acme, 100, 25.00, 4.00',
    sale: 'id, trade_date, instrument, quantity, price, commission, fees\nsell, 2024-06-04, acme, 40, 27.00, 1.60, 0.03',
    settlement: 'id, settlement_date, of, quantity\npart, 2024-06-05, buy, 60',
    'manual-entry': 'id, line, effective_date, account, debit, credit, reason\nfee, 1, 2024-06-05, 5290, 10.00, , test\nfee, 2, 2024-06-05, 2560, , 10.00,',
  },
  prices: `
    date,       instrument, price, type,  source
    2024-06-03, acme,       25.00, close, x
    2024-06-04, acme,       26.06, bid,   x
    2024-06-04, acme,       26.04, close, x
    2024-06-05, acme,       28.00, close, x
  `,
}
const events = new Map(eventsOf(text).map((event) => [String(event.id), event]))
const on = (date: string, ...ids: readonly string[]) => ({ date: day(date), events: ids.map((id) => events.get(id) as never) })

describe('DESIGN 2.9: net assets another way', () => {
  const { book } = open(text)
  const days = secondPath({
    ...book,
    days: [on('2024-06-03', 'seed'), on('2024-06-04', 'buy'), on('2024-06-05', 'sub', 'sell', 'part', 'fee'), on('2024-06-06', 'out')],
  })

  test.each([
    [0, 1_000_000n, 10_000_000n, '10.00'], // 10,000.00 / 1,000
    [1, 1_010_000n, 10_000_000n, '10.10'], // − 2,504.00 + 100 × 26.04
    // 505.00 / 10.10 = 50 shares; 10,000.00 − 2,504.00 + 505.00 + 1,078.37 − 10.00 = 9,069.37; + 60 × 28.00 = 10,749.37; / 1,050 = 10.2375
    [2, 1_074_937n, 10_500_000n, '10.24'],
    // 50 × 10.24 = 512.00 out; no price of the day, so what is held counts nothing: 9,069.37 − 512.00
    [3, 855_737n, 10_000_000n, '8.56'],
  ])('day %i', (index, netAssets, shares, perShare) => {
    const { navPerShare, ...rest } = days[index] as (typeof days)[number]
    expect(rest).toMatchObject({ netAssets, shares })
    expect(navPerShare === undefined ? 'none' : formatDecimal(navPerShare)).toBe(perShare)
  })
})
