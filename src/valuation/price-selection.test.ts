import { describe, expect, test } from 'vitest'
import { type CalendarDate, parseCalendarDate } from '../values/calendar-date.ts'
import { parseDecimal, type Decimal } from '../values/decimal.ts'
import { Price } from '../values/scaled.ts'
import { type PriceType } from '../market/price.ts'
import { type PriceObservation } from '../market/price-book.ts'
import { type InstrumentId } from '../reference/instrument.ts'
import { selectPrice } from './price-selection.ts'

const from = parseCalendarDate('2002-12-31') as CalendarDate
/** `bid 10.10 reuters` */
const observed = (text: string): PriceObservation => {
  const [type, price, supplier] = text.split(' ') as [PriceType, string, string]
  return {
    instrument: 'acme' as InstrumentId,
    date: from,
    type,
    price: Price.from(parseDecimal(price) as Decimal) as Price,
    supplier,
    level: '1',
    source: { file: 'prices.csv', row: 2, sha256: '' },
  }
}
const shown = (observation: PriceObservation | undefined): string =>
  observation === undefined ? 'none' : `${observation.type} ${observation.price / 10_000_000n} ${observation.supplier}`

describe('R5.3: price selection, by type in the order of the policy, then by source', () => {
  test.each([
    // R5.2, R5.3: listed, no trade on the day; bid 10.10, ask 10.30 → the bid.
    ['close bid', undefined, ['ask 10.30 x', 'bid 10.10 x'], 'bid 1010 x'],
    ['close bid', undefined, ['ask 10.30 x', 'bid 10.10 x', 'close 10.25 x'], 'close 1025 x'],
    ['bid close', undefined, ['close 10.25 x', 'bid 10.10 x'], 'bid 1010 x'],
    ['close bid', undefined, ['ask 10.30 x'], 'missing'],
    ['close bid', undefined, [], 'missing'],
    // Two sources of one type: the policy ranks them, or nobody does.
    ['close bid', undefined, ['close 10.25 x', 'close 10.26 y'], 'ambiguous: x, y'],
    ['close bid', ['y', 'x'], ['close 10.25 x', 'close 10.26 y'], 'close 1026 y'],
    ['close bid', ['y'], ['close 10.25 x'], 'missing'], // a source the policy does not name is not taken
    ['close bid', ['y', 'x'], ['close 10.25 z', 'bid 10.10 x'], 'bid 1010 x'],
    // The type goes before the source.
    ['close bid', ['y', 'x'], ['bid 10.10 y', 'close 10.25 x'], 'close 1025 x'],
  ] as const)('%s, sources %s: %s → %s', (types, sources, texts, expected) => {
    const selection = selectPrice(texts.map(observed), {
      from,
      through: undefined,
      price_types: types.split(' '),
      price_sources: sources,
    } as unknown as Parameters<typeof selectPrice>[1])
    const answer =
      selection.found !== undefined
        ? shown(selection.found)
        : selection.why === 'missing'
          ? 'missing'
          : `ambiguous: ${selection.candidates.map(({ supplier }) => supplier).join(', ')}`
    expect(answer).toBe(expected)
  })
})
