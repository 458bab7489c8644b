import { describe, expect, test } from 'vitest'
import { table } from '../../test/support/book.ts'
import { USD } from '../values/currency.ts'
import { formatPlace } from '../values/issue.ts'
import { decodeEvents, type DecodedEvents } from './event.ts'
import { outlinesOfRows } from './event-outline.ts'
import { type StreamId } from './record.ts'

const decode = (text: string, kind = 'redemption-in-kind'): DecodedEvents =>
  decodeEvents(kind, table(`events/${kind}.csv`, text), { stream: 'fund' as StreamId, baseCurrency: USD, currencyOf: () => USD })

const basket = `
  id,  line, trade_date, class, shares, cash_component, transaction_fee, instrument, quantity, lots
  out, 2,    ,           ,      ,       ,               ,                beta,       20,
  out, 1,    2024-06-04, a,     1000,   -12.50,         3.00,            acme,       10,       p1:4 p2:6
  two, 1,    2024-06-05, a,     500,    ,               ,                acme,       5,
`
const codes = ({ issues }: DecodedEvents): readonly string[] => issues.map(({ place, code }) => `${formatPlace(place)} ${code}`)

describe('R3.6: rows that share an id are one order', () => {
  test('its lines by their numbers, each with its row; what is of the whole order from the first', () => {
    const { events, issues, unreadable } = decode(basket)
    expect([issues, unreadable]).toEqual([[], []])
    expect(events.map(({ id, effectiveDate, payload }) => ({ id, effectiveDate, payload }))).toMatchObject([
      {
        id: 'out',
        payload: {
          classId: 'a',
          shares: 10_000_000n,
          cashComponent: -1250n,
          transactionFee: 300n,
          settlementDate: undefined,
          lines: [
            { instrument: 'acme', quantity: 10_000_000n, source: { row: 3 }, lots: [{ lot: 'p1' }, { lot: 'p2' }] },
            { instrument: 'beta', quantity: 20_000_000n, source: { row: 2 } },
          ],
        },
      },
      { id: 'two', payload: { cashComponent: 0n, transactionFee: 0n, lines: [{ instrument: 'acme' }] } },
    ])
  })

  test('what is repeated on another line is the same there', () => {
    expect(codes(decode(basket.replace('out, 2,    ,           ,', 'out, 2, 2024-06-04, a,')))).toEqual([])
    expect(codes(decode(basket.replace('out, 2,    ,           ,', 'out, 2, 2024-06-05, a,')))).toEqual([
      'events/redemption-in-kind.csv:2 trade_date basket.header-differs',
    ])
  })

  test('lots that do not add to the quantity, and cash that moves before the order', () => {
    expect(codes(decode(basket.replace('p2:6', 'p2:5')))).toEqual(['events/redemption-in-kind.csv:3 lots lots.selection-differs'])
    const early = 'id,line,trade_date,class,shares,settlement_date,instrument,quantity\nx,1,2024-06-04,a,10,2024-06-03,acme,1'
    expect(codes(decode(early, 'creation-in-kind'))).toEqual(['events/creation-in-kind.csv:2 settlement_date settlement.before-trade'])
  })

  test('a line that cannot be read: its own issue and no other, no order, and all its rows for the doubts', () => {
    const broken = decode(basket.replace('10,       p1:4 p2:6', 'ten,'))
    expect(codes(broken)).toEqual(['events/redemption-in-kind.csv:3 quantity field.number'])
    expect(broken.events.map(({ id }) => id)).toEqual(['two'])
    expect(broken.unreadable.map(({ place }) => place.row)).toEqual(expect.arrayContaining([2, 3]))
    expect(outlinesOfRows('redemption-in-kind', broken.unreadable)).toMatchObject([
      { id: 'out', instruments: [{ instrument: 'beta' }, { instrument: 'acme' }] },
    ])
  })
})
