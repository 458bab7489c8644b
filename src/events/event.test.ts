import { describe, expect, test } from 'vitest'
import { eventsOf, open, shownIssue } from '../../test/support/book.ts'
import { type FundEvent } from './event.ts'

/** The one event of a file of one row. */
const only = (kind: string, header: string, row: string): FundEvent => {
  const events = eventsOf({
    events: {
      [kind]: `${header}\n${row}`,
      ...(kind === 'settlement' ? { purchase: 'id, trade_date, instrument, quantity, price\np1, 2024-06-03, acme, 1, 1.00' } : {}),
    },
  }).filter((event) => event.kind === kind)
  expect(events).toHaveLength(1)
  return events[0] as FundEvent
}
const issues = (kind: string, header: string, row: string): readonly string[] => open({ events: { [kind]: `${header}\n${row}` } }).issues.map(shownIssue)

describe('each kind of event says what its row means, in exact units', () => {
  test('purchase: 6 places of quantity, 9 of price, cents', () => {
    expect(
      only(
        'purchase',
        'id, trade_date, time, instrument, quantity, price, commission, fees, net_amount, settlement_date, entered_by',
        'p1, 2024-06-03, 09:30, acme, 100.5, 25.25, 4.00, 0.03, 2541.66, 2024-06-05, anna',
      ),
    ).toMatchObject({
      id: 'p1',
      stream: 'example',
      kind: 'purchase',
      effectiveDate: 19_877, // 2024-06-03
      actor: 'anna',
      source: { file: 'events/purchase.csv', row: 2 },
      payload: {
        instrument: 'acme',
        time: '09:30',
        quantity: 100_500_000n,
        price: 25_250_000_000n,
        commission: 400n,
        fees: 3n,
        netAmount: 254_166n,
        settlementDate: 19_879,
      },
    })
  })

  test('what a row leaves empty: no charges, no price, the actor "book"', () => {
    expect(only('purchase', 'id, trade_date, instrument, quantity, net_amount', 'p1, 2024-06-03, acme, 100, 1.00')).toMatchObject({
      actor: 'book',
      payload: { commission: 0n, fees: 0n, price: undefined, time: undefined, settlementDate: undefined },
    })
  })

  test('sale: the lots it names', () => {
    expect(only('sale', 'id, trade_date, instrument, quantity, price, lots', 's1, 2024-06-03, acme, 150, 1.00, p1:100  p2:50')).toMatchObject({
      payload: {
        lots: [
          { lot: 'p1', quantity: 100_000_000n },
          { lot: 'p2', quantity: 50_000_000n },
        ],
      },
    })
  })

  test('subscription and redemption: dollars, shares or both', () => {
    expect(only('subscription', 'id, trade_date, class, shareholder, amount, shares', 'c1, 2024-06-03, a, Jane Doe, 100.00, 10.0001')).toMatchObject({
      payload: { classId: 'a', amount: 10_000n, shares: 100_001n },
    })
    expect(only('redemption', 'id, trade_date, class, shares', 'c1, 2024-06-03, a, 10')).toMatchObject({ payload: { amount: undefined, shares: 100_000n } })
  })

  test('settlement: of which trade, how much', () => {
    expect(only('settlement', 'id, settlement_date, of, quantity, amount', 'x1, 2024-06-04, p1, 0.5, 0')).toMatchObject({
      effectiveDate: 19_878,
      payload: { of: 'p1', quantity: 500_000n, amount: { units: 0n, scale: 0 } },
    })
  })
})

describe('what a row cannot be', () => {
  const trade = 'id, trade_date, time, instrument, quantity, price, net_amount, settlement_date'
  const order = 'id, trade_date, class, amount, shares, settlement_date'
  test.each([
    ['purchase', trade, 'p1, 2024-06-03, , acme, 100, , ,', ['price trade.no-amount']],
    ['purchase', trade, 'p1, 2024-06-03, , acme, 100, 1.00, , 2024-06-02', ['settlement_date settlement.before-trade']],
    ['purchase', trade, 'p1, 2024-06-03, 9:30, acme, 100, 1.00, ,', ['time field.time']],
    ['purchase', trade, 'p1, 2024-06-03, , acme, 0, 1.00, ,', ['quantity field.sign']],
    ['purchase', trade, 'p1, 2024-06-03, , acme, 1.0000001, 1.00, ,', ['quantity field.too-many-decimals']],
    ['purchase', trade, 'p1, 2024-06-03, , acme, 1, , 1.001,', ['net_amount field.too-many-decimals']],
    ['purchase', trade, 'p1, 2024-06-19, , acme, 1, 1.00, ,', ['trade_date date.not-a-business-day']], // Juneteenth
    ['purchase', trade, 'p1, 2024-05-31, , acme, 1, 1.00, ,', ['trade_date date.before-inception']],
    ['purchase', trade, 'p1, 2204-06-04, , acme, 1, 1.00, ,', ['trade_date date.outside-calendar']],
    ['purchase', trade, 'p1, 2024-06-03, , acne, 1, 1.00, ,', ['instrument reference.unknown-instrument']],
    ['sale', `${trade}, lots`, 's1, 2024-06-03, , acme, 100, 1.00, , , p1', ['lots field.lots']],
    ['sale', `${trade}, lots`, 's1, 2024-06-03, , acme, 100, 1.00, , , p1:-100', ['lots field.lots']],
    ['subscription', order, 'c1, 2024-06-03, a, , ,', ['amount capital.no-amount']],
    ['subscription', order, 'c1, 2024-06-03, a, 1.00, , 2024-06-02', ['settlement_date settlement.before-trade']],
    ['redemption', order, 'c1, 2024-06-03, b, 1.00, ,', ['class reference.unknown-class']],
    ['redemption', order, 'c1, 2024-06-03, a, , 1.00001,', ['shares field.too-many-decimals']],
  ])('%s %s %s', (kind, header, row, expected) => {
    expect(issues(kind, header, row)).toEqual(expected.map((rest) => `events/${kind}.csv:2 ${rest}`))
  })

  test('an id is given once in the whole book; the first in the order of files stays', () => {
    const text = {
      events: {
        purchase: 'id, trade_date, instrument, quantity, price\nx, 2024-06-03, acme, 1, 1.00',
        sale: 'id, trade_date, instrument, quantity, price\nx, 2024-06-03, acme, 1, 1.00',
      },
    }
    expect(open(text).issues.map(shownIssue)).toEqual(['events/sale.csv:2 id record.repeated-id'])
    expect(eventsOf(text).map(({ kind }) => kind)).toEqual(['purchase'])
  })

  test('an order before its class begins', () => {
    const ordered = (date: string) =>
      open({ shareClass: { inception: '2024-06-05' }, events: { subscription: `id, trade_date, class, amount\nc1, ${date}, a, 1.00` } }).issues.map(shownIssue)
    expect([ordered('2024-05-31'), ordered('2024-06-04')]).toEqual([
      ['events/subscription.csv:2 trade_date date.before-inception'],
      ['events/subscription.csv:2 trade_date date.before-inception'],
    ])
    expect(ordered('2024-06-05')).toEqual([])
  })

  test('amounts of a trade are in the currency of the instrument, and have its places: yen have none', () => {
    const instruments = `
      id,   name, type,         industry, country, currency, income_producing, income_source
      acme, Acme, common-stock, Tools,    JP,      JPY,      yes,              test
    `
    const header = 'id, trade_date, instrument, quantity, price, commission, net_amount'
    const { events } = open({ instruments, events: { purchase: `${header}\nx, 2024-06-03, acme, 1, 1000, 5, 1005` } }).book
    expect(events[0]?.payload).toMatchObject({ commission: 5n, netAmount: 1005n })
    expect(open({ instruments, events: { purchase: `${header}\nx, 2024-06-03, acme, 1, 1000, 0.50,` } }).issues.map(shownIssue)).toEqual([
      'events/purchase.csv:2 commission field.too-many-decimals',
    ])
  })
})
