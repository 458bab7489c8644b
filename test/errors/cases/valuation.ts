import { add, change, inFund, lines } from '../changes.ts'
import { type ErrorCase } from '../error-case.ts'

export const valuationCases: readonly ErrorCase[] = [
  {
    code: 'valuation.rate-missing',
    fault: 'a purchase of a security in another currency, and no rate of it',
    files: { 'instruments.csv': change('Water,US,USD', 'Water,CA,CAD'), 'events/purchase.csv': add('purchase-0004,2026-08-21,CORE,10,8.00,80.00') },
    place: { file: 'rates/', column: 'CAD' },
    found: 'no rate of CAD on 2026-08-21, which purchase-0004 needs',
    needed: 'a rate of that day, by the policy exchange_rates',
    remedy: 'Add the rate of CAD to a file in rates/.',
  },
  {
    code: 'valuation.fee-not-accrued',
    fault: 'a fee in force, whose accrual this version does not make',
    files: inFund('      method: average-shares', '      method: average-shares\n  advisory_fee:\n    - from: 2026-08-20\n      rate: 0.0075'),
    place: { file: 'fund.yaml', row: 42, column: 'policies.advisory_fee' },
    found: 'advisory_fee in force, and a fee base above zero',
    needed: 'its accrual for each day',
    remedy: 'This version does not accrue fees; enter the accrual as a manual entry (Dr 5000 / Cr 2500), or read the net asset value as before fees.',
  },
  {
    code: 'valuation.price-ambiguous',
    fault: 'two sources and no order between them',
    files: { 'prices/2026-08-21.csv': add('2026-08-21,BOLT,40.25,close,vendor') },
    place: { file: 'prices/2026-08-21.csv', row: 3, column: 'source' },
    found: '2 prices of Bolt Inc. on 2026-08-21: exchange (prices/2026-08-21.csv:3), vendor (prices/2026-08-21.csv:4)',
    needed: 'an order of preference between the sources',
    remedy: 'Set price_sources in the valuation policy of fund.yaml, or remove one of the prices.',
  },
  {
    code: 'valuation.price-currency',
    fault: 'a price in another currency than its instrument',
    files: {
      'prices/2026-08-21.csv': lines(
        'date,instrument,price,type,source,currency',
        '2026-08-21,ACME,20.40,close,exchange,',
        '2026-08-21,BOLT,36.50,close,exchange,EUR',
      ),
    },
    place: { file: 'prices/2026-08-21.csv', row: 3, column: 'currency' },
    found: 'EUR',
    needed: 'USD, the currency of BOLT',
    remedy: 'Give the price in the currency of the instrument, or correct instruments.csv.',
  },
  {
    code: 'valuation.price-missing',
    fault: 'a holding without a price',
    files: { 'prices/2026-08-21.csv': change('2026-08-21,BOLT,40.20,close,exchange\n', '') },
    place: { file: 'prices/', column: 'BOLT' },
    found: 'no price of Bolt Inc. on 2026-08-21, and lot purchase-0003 (events/purchase.csv:4) is held',
    needed: 'a price of type close for that day, by the valuation policy (fund.yaml:36)',
    remedy:
      'Add to prices/2026-08-21.csv the row "2026-08-21,BOLT,PRICE,close,exchange" (date, instrument, price, type, source) with the price in place of PRICE.',
  },
  {
    code: 'valuation.price-missing',
    fault: 'a price of a type that the policy does not take',
    files: { 'prices/2026-08-21.csv': change('40.20,close', '40.20,bid') },
    place: { file: 'prices/', column: 'BOLT' },
    found: 'no price of Bolt Inc. on 2026-08-21 but bid from exchange (prices/2026-08-21.csv:3), and lot purchase-0003 (events/purchase.csv:4) is held',
    needed: 'a price of type close for that day, by the valuation policy (fund.yaml:36)',
    remedy:
      'Add to prices/2026-08-21.csv the row "2026-08-21,BOLT,PRICE,close,exchange" (date, instrument, price, type, source) with the price in place of PRICE; or let the valuation policy take what there is.',
  },
  {
    code: 'valuation.rate-pair',
    fault: 'the base currency in the place of the foreign one',
    files: {
      'rates/2026-08-21.csv': lines('date,currency,rate,quote,source,time', '2026-08-21,USD,1.3450,foreign-per-base,bank,16:00 America/New_York'),
    },
    place: { file: 'rates/2026-08-21.csv', row: 2, column: 'currency' },
    found: 'USD, the base currency',
    needed: 'the foreign currency of the pair',
    remedy: 'Name the foreign currency, and say in "quote" which of the two the rate is for one unit of.',
  },
]
