import { describe, expect, test } from 'vitest'
import { type BookText, eventsOf, open, strikesOf } from '../../test/support/book.ts'
import { type FundEvent } from './event.ts'
import { eventsKnownAt, type Instant, type Logged, type LogPosition, recordsKnownAt } from './knowledge.ts'

const at = (position: number): LogPosition => position as LogPosition

// As entered on the day: 100 acme at 25.00; found on Thursday to have been 24.00.
const text: BookText = {
  events: {
    subscription: 'id, trade_date, class, amount\nseed, 2024-06-03, a, 10000.00',
    purchase: `
      id,     trade_date, instrument, quantity, price
      buy,    2024-06-03, acme,       100,      25.00
      buy-v2, 2024-06-03, acme,       100,      24.00
    `,
    redemption: 'id, trade_date, class, amount\nout, 2024-06-04, a, 1000.00',
  },
  prices: `
    date,       instrument, price, type,  source
    2024-06-04, acme,       26.00, close, x
    2024-06-05, acme,       27.00, close, x
  `,
}
const events = new Map(eventsOf(text).map((event) => [String(event.id), event]))
const logged = (position: number, id: string, corrects?: string): Logged<FundEvent> => ({
  record: { ...(events.get(id) as FundEvent), ...(corrects === undefined ? {} : { corrects: corrects as FundEvent['id'] }) },
  position: at(position),
  recordedAt: `2024-06-0${position}T21:00:00Z` as Instant,
})
const log: readonly Logged<FundEvent>[] = [logged(1, 'seed'), logged(2, 'buy'), logged(3, 'out'), logged(4, 'buy-v2', 'buy')]

const strikesAt = (position: number): readonly string[] => strikesOf({ ...open(text).book, events: recordsKnownAt(log, at(position)) }, '2024-06-05')

describe('R0.7, R12.12: a book as it was known at a position of the log', () => {
  test('before the correction: 10,000.00 − 2,500.00 + 100 × price', () => {
    expect(strikesAt(3)).toEqual([
      '2024-06-03 10000.00 / 1000 = 10.00',
      '2024-06-04 10100.00 / 1000 = 10.10', // 7,500.00 + 2,600.00
      '2024-06-05 9200.00 / 900.99 = 10.21', // 7,500.00 + 2,700.00 − 1,000.00; 1,000.00 / 10.10 = 99.0099 → 99.010 shares
    ])
  })

  test('with it, each NAV since the trade moves by 1.00 a share bought: 100 × (25.00 − 24.00) = 100.00', () => {
    expect(strikesAt(4)).toEqual([
      '2024-06-03 10000.00 / 1000 = 10.00',
      '2024-06-04 10200.00 / 1000 = 10.20', // 7,600.00 + 2,600.00
      '2024-06-05 9300.00 / 901.961 = 10.31', // 7,600.00 + 2,700.00 − 1,000.00; 1,000.00 / 10.20 = 98.0392 → 98.039 shares
    ])
  })

  test('the earlier position gives the same again after more has arrived', () => {
    const before = strikesAt(3)
    const longer = [
      ...log,
      {
        ...logged(5, 'buy', 'buy-v2'),
        record: { ...(events.get('buy') as FundEvent), id: 'buy-v3' as FundEvent['id'], corrects: 'buy-v2' as FundEvent['id'] },
      },
    ]
    expect(recordsKnownAt(longer, at(3)).map(({ id }) => id)).toEqual(['seed', 'buy', 'out'])
    expect(recordsKnownAt(longer, at(4)).map(({ id }) => id)).toEqual(['seed', 'out', 'buy-v2'])
    expect(recordsKnownAt(longer, at(5)).map(({ id }) => id)).toEqual(['seed', 'out', 'buy-v3'])
    expect(strikesAt(3)).toEqual(before)
  })

  test('what is not there yet is not known; the order of the list says nothing', () => {
    expect(strikesAt(1)).toEqual(['2024-06-03 10000.00 / 1000 = 10.00', '2024-06-04 10000.00 / 1000 = 10.00', '2024-06-05 10000.00 / 1000 = 10.00'])
    expect(recordsKnownAt(log.toReversed(), at(4))).toEqual(recordsKnownAt(log, at(4)))
    expect(recordsKnownAt(log, at(0))).toEqual([])
  })

  test('a correction of what is not known, or was corrected already, is a fault of the log', () => {
    expect(() => recordsKnownAt([logged(1, 'buy-v2', 'buy')], at(1))).toThrow('corrects buy')
    expect(() => recordsKnownAt([...log, logged(5, 'out', 'buy')], at(5))).toThrow('corrects buy')
  })
})

describe('records that name a corrected record', () => {
  const named = eventsOf({
    events: {
      purchase: `
        id,     trade_date, instrument, quantity, price
        buy,    2024-06-03, acme,       100,      25.00
        buy-v2, 2024-06-03, acme,       100,      24.00
        buy-v3, 2024-06-03, acme,       100,      23.00
      `,
      sale: 'id, trade_date, instrument, quantity, price, lots\nsell, 2024-06-05, acme, 40, 27.00, buy:40',
      settlement: 'id, settlement_date, of\nlate, 2024-06-07, buy',
    },
    prices: 'date, instrument, price, type, source\n2024-06-04, acme, 26.00, close, x',
  })
  const entry = (position: number, id: string, corrects?: string): Logged<FundEvent> => ({
    record: { ...(named.find((event) => event.id === id) as FundEvent), ...(corrects === undefined ? {} : { corrects: corrects as FundEvent['id'] }) },
    position: at(position),
    recordedAt: '2024-06-08T21:00:00Z' as Instant,
  })
  const corrected = [entry(1, 'buy'), entry(2, 'sell'), entry(3, 'late'), entry(4, 'buy-v2', 'buy'), entry(5, 'buy-v3', 'buy-v2')]
  const namesAt = (position: number): readonly string[] =>
    eventsKnownAt(corrected, at(position)).flatMap((event) =>
      event.kind === 'settlement' ? [event.payload.of] : event.kind === 'sale' ? (event.payload.lots ?? []).map(({ lot }) => lot) : [],
    )

  test('mean its correction from the moment that is known, and the last of several', () => {
    expect(namesAt(3).toSorted()).toEqual(['buy', 'buy'])
    expect(namesAt(4).toSorted()).toEqual(['buy-v2', 'buy-v2'])
    expect(namesAt(5).toSorted()).toEqual(['buy-v3', 'buy-v3'])
  })
})
