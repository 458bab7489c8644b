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
  {
    code: 'valuation.fair-value-evidence',
    fault: 'a fair value whose memo is not complete',
    files: {
      'prices/2026-08-21-committee.csv': lines(
        'date,instrument,price,type,source,level,method,evidence,approved_by,next_review',
        '2026-08-21,BOLT,38.00,fair-value,committee,3,discounted cash flow,memo 7,,2026-09-21',
      ),
    },
    place: { file: 'prices/2026-08-21-committee.csv', row: 2, column: 'approved_by' },
    found: 'a fair value without approved_by',
    needed: 'level, method, evidence, approver and the day of the next review',
    remedy: 'Fill it in from the memo.',
  },
  {
    code: 'valuation.fair-value-factor',
    fault: 'a fair value that is not its close times its factor',
    files: {
      'prices/2026-08-21-model.csv': lines(
        'date,instrument,price,type,source,evidence,factor',
        '2026-08-21,BOLT,39.00,fair-value,model,index futures fell 2% after the close,0.98',
      ),
    },
    place: { file: 'prices/2026-08-21-model.csv', row: 2, column: 'factor' },
    found: '39, and the local close of 40.2 × 0.98 = 39.396',
    needed: 'the local close of the day in a row of its own, and its product with the factor as the price',
    remedy: 'Correct the factor, the close or the price.',
  },
  {
    code: 'valuation.fair-value-missing',
    fault: 'a halted security at its last price',
    files: { 'halts.csv': lines('instrument,from,reason,source', 'BOLT,2026-08-21,filed for bankruptcy,exchange') },
    place: { file: 'prices/', column: 'BOLT' },
    found: 'Bolt Inc. on 2026-08-21, halted since 2026-08-21: filed for bankruptcy (halts.csv:2); no fair value',
    needed: 'a fair value for that day; no quotation stands in for it',
    remedy: 'Add to a file in prices/ a row of type fair-value with its memo: the value as reviewed, and the day of the next review.',
  },
  {
    code: 'valuation.fair-value-missing',
    fault: 'a fair value whose review is overdue',
    files: {
      'fund.yaml': change('price_types: close', 'price_types: fair-value'),
      'events/purchase.csv': change('purchase-0001,2026-08-20,ACME,300,20.00,6000.00\npurchase-0002,2026-08-20,ACME,120,20.05,2406.00\n', ''),
      'events/sale.csv': undefined,
      'prices/2026-08-20.csv': lines(
        'date,instrument,price,type,source,level,method,evidence,approved_by,next_review',
        '2026-08-20,BOLT,40.00,fair-value,committee,3,discounted cash flow,memo 7,k.roe,2026-08-20',
      ),
    },
    place: { file: 'prices/2026-08-20.csv', row: 2, column: 'next_review' },
    found: 'Bolt Inc. on 2026-08-21; the fair value of 2026-08-20 (prices/2026-08-20.csv:2) held through 2026-08-20',
    needed: 'a fair value for that day; no quotation stands in for it',
    remedy: 'Add to a file in prices/ a row of type fair-value with its memo: the value as reviewed, and the day of the next review.',
  },
  {
    code: 'valuation.halt-dates',
    fault: 'two halts of one instrument at once',
    files: {
      'halts.csv': lines('instrument,from,through,reason,source', 'CORE,2026-08-21,2026-08-28,news pending,exchange', 'CORE,2026-08-27,,delisted,exchange'),
    },
    place: { file: 'halts.csv', row: 3, column: 'from' },
    found: 'a halt that begins while the one from 2026-08-21 (halts.csv:2) lasts',
    needed: 'one halt of an instrument on any day',
    remedy: 'End the earlier halt the day before, or remove one of the two.',
  },
  {
    code: 'valuation.override-evidence',
    fault: 'an override by one person',
    files: {
      'prices/2026-08-21-override.csv': lines(
        'date,instrument,price,type,source,level,entered_by,approved_by,reason',
        '2026-08-21,BOLT,40.10,override,desk,2,j.doe,j.doe,the close is of another share class',
      ),
    },
    place: { file: 'prices/2026-08-21-override.csv', row: 2, column: 'approved_by' },
    found: 'j.doe, who also entered it',
    needed: 'two people',
    remedy: 'Have another person approve the override, and name that person.',
  },
]
