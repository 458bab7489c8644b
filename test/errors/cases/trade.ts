import { change } from '../changes.ts'
import { type ErrorCase } from '../error-case.ts'

export const tradeCases: readonly ErrorCase[] = [
  {
    code: 'trade.one-currency',
    fault: 'euros for euros',
    files: { 'events/currency-exchange.csv': 'id,value_date,bought_currency,bought,sold_currency,sold\nfx-0001,2026-08-21,EUR,10.00,EUR,10.00\n' },
    place: { file: 'events/currency-exchange.csv', row: 2, column: 'sold_currency' },
    found: 'EUR for EUR',
    needed: 'two currencies',
    remedy: 'Correct one of the two.',
  },
  {
    code: 'trade.amount-rounded',
    fault: 'a net amount that a price of two places explains only by its rounding',
    files: { 'events/purchase.csv': change('20.05,2406.00', '20.05,2406.40') },
    place: { file: 'events/purchase.csv', row: 3, column: 'net_amount' },
    found: 'net amount 2406.40 for purchase-0002, and 2406.00 = quantity × price plus commission and fees',
    needed: 'the two equal, or a price with all the places it was dealt at',
    remedy: 'The trade is booked at its net amount. Compare both with the confirmation, and give the price with all its places.',
  },
  {
    code: 'trade.amount-differs',
    fault: 'a net amount that is not quantity × price',
    files: { 'events/sale.csv': change('2050.00', '2500.00') },
    place: { file: 'events/sale.csv', row: 2, column: 'net_amount' },
    found: 'net amount 2500.00 for sale-0001',
    needed: '2050.00 = quantity × price less commission and fees',
    remedy: 'Compare quantity, price, commission and fees with the confirmation, and correct the one that is wrong.',
  },
  {
    code: 'trade.no-amount',
    fault: 'neither price nor net amount',
    files: { 'events/sale.csv': change('20.50,2050.00', ',') },
    place: { file: 'events/sale.csv', row: 2, column: 'price' },
    found: 'neither price nor net_amount',
    needed: 'at least one of the two',
    remedy: 'Give the price a unit, or the net amount as confirmed.',
  },
]
