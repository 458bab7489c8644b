import { add, change, lines } from '../changes.ts'
import { type ErrorCase } from '../error-case.ts'
import { type Changes } from '../reproduce.ts'

/** The policy price_checks, with whatever else is to stand behind the policy valuation. */
const checks = (settings: string, valuation = 'price_types: close'): Changes => ({
  'fund.yaml': change('      price_types: close\n', `      ${valuation}\n  price_checks:\n    - from: 2026-08-20\n      ${settings}\n`),
})

const memoHeader = 'date,instrument,price,type,source,level,method,evidence,approved_by,next_review'
const memo = (date: string, price: string): string => `${date},BOLT,${price},fair-value,committee,3,discounted cash flow,memo 7,k.roe,2026-09-21`
const rates = (...rows: readonly string[]): Changes => ({ 'rates/august.csv': lines('date,currency,rate,quote,source,time,against', ...rows) })
const rate = (date: string, value: string, rest = 'base-per-foreign,bank,16:00 America/New_York,'): string => `${date},GBP,${value},${rest}`
const inPounds: Changes = {
  'instruments.csv': (base) => base.replace('Bolt Inc.,common-stock,Tools,US,USD', 'Bolt plc,common-stock,Tools,GB,GBP'),
}

export const checkCases: readonly ErrorCase[] = [
  {
    code: 'valuation.price-move',
    fault: 'a price that moved far in a day',
    files: { ...checks('unchanged_days: 5'), 'prices/2026-08-21.csv': change('40.20', '44.00') },
    place: { file: 'prices/2026-08-21.csv', row: 3, column: 'price' },
    found: 'Bolt Inc. on 2026-08-21: 40 to 44, +10.00%',
    needed: 'a change of at most 5%, by the policy price_checks for equity',
    remedy: 'Confirm it by a second source and the news of the day; correct the price, or clear the exception with its reason.',
  },
  {
    code: 'valuation.price-unit',
    fault: 'a price in another unit than the day before',
    files: { ...checks('unchanged_days: 5'), 'prices/2026-08-21.csv': change('40.20', '0.402') },
    place: { file: 'prices/2026-08-21.csv', row: 3, column: 'price' },
    found: 'Bolt Inc. on 2026-08-21: 40 to 0.402, −99.00%',
    needed: 'the price in the quote unit of the instrument, as on the day before',
    remedy: 'Compare the quote unit, the multiplier and any split with the source; correct the price, or clear the exception with its reason.',
  },
  {
    code: 'valuation.split-missed',
    fault: 'a price as after a split that the book does not have',
    files: { 'prices/2026-08-21.csv': change('40.20', '20.10') },
    place: { file: 'prices/2026-08-21.csv', row: 3, column: 'price' },
    found: 'Bolt Inc. on 2026-08-21: 40 to 20.1, −49.75%, as a split of 2 for 1 would make it',
    needed: 'a record of that split, or another reason for the price',
    remedy:
      'Compare units with the custodian. Add the split to events/split.csv, correct its ratio or date, or correct the price; or clear the exception with its reason.',
  },
  {
    code: 'valuation.price-index-move',
    fault: 'a price that moved otherwise than its index',
    files: {
      ...checks('index: small-caps'),
      'prices/2026-08-21.csv': change('40.20', '41.60'),
      'benchmarks/small-caps.csv': lines('date,benchmark,level,source', '2026-08-20,small-caps,2000.00,publisher', '2026-08-21,small-caps,2010.00,publisher'),
    },
    place: { file: 'prices/2026-08-21.csv', row: 3, column: 'price' },
    found: 'Bolt Inc. on 2026-08-21: 40 to 41.6, +4.00%, while small-caps moved +0.50%',
    needed: 'changes at most 3% apart, by the policy price_checks for equity',
    remedy: 'Confirm it by a second source and the news of the day; correct the price, or clear the exception with its reason.',
  },
  {
    code: 'valuation.benchmark-missing',
    fault: 'an index without its levels',
    files: checks('index: small-caps'),
    place: { file: 'benchmarks/', column: 'small-caps' },
    found: 'no level of small-caps on 2026-08-21 or on the business day before',
    needed: 'both, since a policy compares with it (fund.yaml:39)',
    remedy: 'Add the levels to a file in benchmarks/ (date, benchmark, level, source), or take the benchmark out of the policy.',
  },
  {
    code: 'valuation.price-unchanged',
    fault: 'a price that stands still',
    files: { ...checks('unchanged_days: 1'), 'prices/2026-08-21.csv': change('40.20', '40.00') },
    place: { file: 'prices/2026-08-21.csv', row: 3, column: 'price' },
    found: 'Bolt Inc. on 2026-08-21: 40 since 2026-08-20, unchanged for 1 business day',
    needed: 'a change within 1 business day, by the policy price_checks for equity',
    remedy: 'Ask the source whether the security was quoted; give another price or a fair value, or clear the exception with its reason.',
  },
  {
    code: 'valuation.price-stale',
    fault: 'a price of the day before that stands in',
    files: {
      ...checks('unchanged_days: 5', 'price_types: close\n      stale_days: 2'),
      'prices/2026-08-21.csv': change('2026-08-21,BOLT,40.20,close,exchange\n', ''),
    },
    place: { file: 'prices/2026-08-20.csv', row: 3, column: 'price' },
    found: 'Bolt Inc. on 2026-08-21: the price of 2026-08-20 stands in, 1 business day old',
    needed: 'a price of the day',
    remedy: 'Add the price of the day, or a fair value; the policy valuation lets an earlier one stand in for a time only.',
  },
  {
    code: 'valuation.price-sources',
    fault: 'two sources that differ',
    files: {
      ...checks('unchanged_days: 5', 'price_types: close\n      price_sources: exchange vendor'),
      'prices/2026-08-21.csv': add('2026-08-21,BOLT,41.00,close,vendor'),
    },
    place: { file: 'prices/2026-08-21.csv', row: 3, column: 'price' },
    found: 'Bolt Inc. on 2026-08-21: 40.2 from exchange and 41 from vendor (prices/2026-08-21.csv:4), −1.95%',
    needed: 'sources at most 0.5% apart, by the policy price_checks for equity',
    remedy: 'Ask both sources; correct the price, or clear the exception with its reason.',
  },
  {
    code: 'valuation.price-zero',
    fault: 'a holding valued at nothing',
    files: { ...checks('unchanged_days: 5', 'price_types: fair-value close'), 'prices/committee.csv': lines(memoHeader, memo('2026-08-21', '0')) },
    place: { file: 'prices/committee.csv', row: 2, column: 'price' },
    found: 'Bolt Inc. on 2026-08-21: a price of zero, after 40',
    needed: 'evidence that the security is worth nothing',
    remedy: 'Look the memo up that the row names, and clear the exception with it.',
  },
  {
    code: 'valuation.fair-value-unchanged',
    fault: 'a fair value that nobody has changed',
    files: {
      ...checks('fair_value_days: 1', 'price_types: fair-value close'),
      'prices/committee.csv': lines(memoHeader, memo('2026-08-20', '40.00')),
      'prices/2026-08-24.csv': lines('date,instrument,price,type,source', '2026-08-24,ACME,20.60,close,exchange'),
    },
    place: { file: 'prices/committee.csv', row: 2, column: 'price' },
    found: 'Bolt Inc. on 2026-08-24: a fair value of 40 since 2026-08-20, 4 days',
    needed: 'a change, or a reason for none, within 1 day, by the policy price_checks for equity',
    remedy: 'Review the memo with the inputs of today; give the value as reviewed, or clear the exception with its reason.',
  },
  {
    code: 'valuation.fair-value-back-test',
    fault: 'a sale after a fair value',
    files: {
      ...checks('unchanged_days: 5', 'price_types: fair-value close'),
      'prices/committee.csv': lines(memoHeader, memo('2026-08-20', '40.00')),
      'events/sale.csv': add('sale-0002,2026-08-21,BOLT,50,38.00,1900.00'),
    },
    place: { file: 'events/sale.csv', row: 3, column: 'price' },
    found: 'Bolt Inc. sold on 2026-08-21 after a fair value of 2026-08-20 (prices/committee.csv:2): −5.0%',
    needed: 'the comparison in the memo of the fair value',
    remedy: 'Note it in the memo; where the gap is large, review the method and the other values found by it.',
  },
  {
    code: 'valuation.rate-move',
    fault: 'a rate that moved far in a day',
    files: { ...checks('asset: fx'), ...inPounds, ...rates(rate('2026-08-20', '1.3400'), rate('2026-08-21', '1.3700')) },
    place: { file: 'rates/august.csv', row: 3, column: 'rate' },
    found: 'GBP on 2026-08-21: 1.34 to 1.37, +2.24%',
    needed: 'a change of at most 1.5%, by the policy price_checks for fx',
    remedy: 'Confirm it by a second source; correct the rate, or clear the exception with its reason.',
  },
  {
    code: 'valuation.rate-direction',
    fault: 'a rate quoted the other way round',
    files: { ...checks('asset: fx'), ...inPounds, ...rates(rate('2026-08-20', '1.3400'), rate('2026-08-21', '0.7450')) },
    place: { file: 'rates/august.csv', row: 3, column: 'rate' },
    found: 'GBP on 2026-08-21: 1.34 to 0.745, −44.40%, each the reciprocal of the other',
    needed: 'one direction, as the column "quote" says',
    remedy: 'Correct "quote" or the rate in one of the two rows.',
  },
  {
    code: 'valuation.rate-unchanged',
    fault: 'a rate that stands still',
    files: { ...checks('asset: fx'), ...inPounds, ...rates(rate('2026-08-20', '1.3400'), rate('2026-08-21', '1.3400')) },
    place: { file: 'rates/august.csv', row: 3, column: 'rate' },
    found: 'GBP on 2026-08-21: 1.34, unchanged for 1 business day',
    needed: 'a change within 1 business day, by the policy price_checks for fx',
    remedy: 'Ask the source whether the rate is of the day; correct it, or clear the exception with its reason (a currency that is pegged).',
  },
  {
    code: 'valuation.rate-sources',
    fault: 'two sources of a rate that differ',
    files: {
      'fund.yaml': change(
        '      price_types: close\n',
        '      price_types: close\n  exchange_rates:\n    - from: 2026-08-20\n      time: 16:00 America/New_York\n      sources: bank vendor\n  price_checks:\n    - from: 2026-08-20\n      asset: fx\n',
      ),
      ...inPounds,
      ...rates(rate('2026-08-20', '1.3400'), rate('2026-08-21', '1.3410'), rate('2026-08-21', '1.3500', 'base-per-foreign,vendor,16:00 America/New_York,')),
    },
    place: { file: 'rates/august.csv', row: 3, column: 'rate' },
    found: 'GBP on 2026-08-21: 1.341 from bank and 1.35 from vendor (rates/august.csv:4), −0.67%',
    needed: 'sources at most 0.25% apart, by the policy price_checks for fx',
    remedy: 'Ask both sources; correct the rate, or clear the exception with its reason.',
  },
  {
    code: 'valuation.rate-cross',
    fault: 'three rates that do not close',
    files: {
      ...checks('asset: fx'),
      'instruments.csv': (base) =>
        base
          .replace('Bolt Inc.,common-stock,Tools,US,USD', 'Bolt plc,common-stock,Tools,GB,GBP')
          .replace('Core Ltd.,common-stock,Water,US,USD', 'Core SA,common-stock,Water,FR,EUR'),
      'events/purchase.csv': add('purchase-0004,2026-08-21,CORE,10,8.00,80.00'),
      'prices/2026-08-21.csv': add('2026-08-21,CORE,8.10,close,exchange'),
      ...rates(
        rate('2026-08-20', '1.3400'),
        rate('2026-08-21', '1.3410'),
        '2026-08-21,EUR,1.1700,base-per-foreign,bank,16:00 America/New_York,',
        rate('2026-08-21', '1.1600', 'base-per-foreign,bank,16:00 America/New_York,EUR'),
      ),
    },
    place: { file: 'rates/august.csv', row: 5, column: 'rate' },
    found: 'GBP against EUR on 2026-08-21: 1.16 EUR for one GBP, and 1.146154 by the rates of the two (rates/august.csv:3, rates/august.csv:4), −1.19%',
    needed: 'at most 0.25% apart, by the policy price_checks for fx',
    remedy: 'One of the three rates is wrong, or of another time: compare each with its source.',
  },
  {
    code: 'valuation.nav-move',
    fault: 'a net asset value that moved otherwise than its benchmark',
    files: {
      'fund.yaml': change(
        '      price_types: close\n',
        '      price_types: close\n  nav_checks:\n    - from: 2026-08-20\n      benchmark: small-caps\n      unexplained: 0.01\n',
      ),
      'benchmarks/small-caps.csv': lines('date,benchmark,level,source', '2026-08-20,small-caps,2000.00,publisher', '2026-08-21,small-caps,2020.00,publisher'),
    },
    place: { file: 'fund.yaml', row: 39, column: 'policies.nav_checks' },
    found: 'the fund moved +0.15% on 2026-08-21 and small-caps +1.00%; most by Acme Corp. +0.096%, Bolt Inc. +0.010%',
    needed: 'moves at most 0.5% apart, or the reason for more',
    remedy: 'Explain the difference by the holdings that made it, or find the price, the trade or the accrual that is wrong.',
  },
  {
    code: 'valuation.nav-contribution',
    fault: 'a return that the prices do not explain',
    files: {
      'fund.yaml': change('      price_types: close\n', '      price_types: close\n  nav_checks:\n    - from: 2026-08-20\n      benchmark: small-caps\n'),
      'events/sale.csv': change('20.50,2050.00', '20.80,2080.00'),
      'benchmarks/small-caps.csv': lines('date,benchmark,level,source', '2026-08-20,small-caps,2000.00,publisher', '2026-08-21,small-caps,2002.00,publisher'),
    },
    place: { file: 'fund.yaml', row: 39, column: 'policies.nav_checks' },
    found: 'of a return of +0.176% on 2026-08-21 prices and rates explain +0.106%, income and expenses 0.000%, and nothing +0.070%',
    needed: 'all but 0.01%',
    remedy: 'Look at the trades of the day: their prices against the closing prices, and their charges. What is left is an error.',
  },
  {
    code: 'valuation.rate-ambiguous',
    fault: 'two sources of a rate and no order between them',
    files: {
      ...inPounds,
      ...rates(rate('2026-08-20', '1.3400'), rate('2026-08-21', '1.3410'), rate('2026-08-21', '1.3420', 'base-per-foreign,vendor,16:00 America/New_York,')),
    },
    place: { file: 'rates/august.csv', row: 3, column: 'rate' },
    found: '2 rates of GBP on 2026-08-21: bank at 16:00 America/New_York (rates/august.csv:3), vendor at 16:00 America/New_York (rates/august.csv:4)',
    needed: 'one time, and an order of preference between the sources',
    remedy: 'Set time and sources in the policy exchange_rates of fund.yaml, or remove one of the rates.',
  },
  {
    code: 'valuation.rate-times',
    fault: 'rates of two times in one net asset value',
    files: {
      'instruments.csv': (base) =>
        base
          .replace('Bolt Inc.,common-stock,Tools,US,USD', 'Bolt plc,common-stock,Tools,GB,GBP')
          .replace('Core Ltd.,common-stock,Water,US,USD', 'Core SA,common-stock,Water,FR,EUR'),
      'events/purchase.csv': add('purchase-0004,2026-08-21,CORE,10,8.00,80.00'),
      'prices/2026-08-21.csv': add('2026-08-21,CORE,8.10,close,exchange'),
      ...rates(rate('2026-08-20', '1.3400'), rate('2026-08-21', '1.3410'), '2026-08-21,EUR,1.1700,base-per-foreign,bank,16:00 Europe/London,'),
    },
    place: { file: 'rates/august.csv', row: 3, column: 'time' },
    found: 'GBP at 16:00 America/New_York, and EUR at 16:00 Europe/London (rates/august.csv:4), on 2026-08-21',
    needed: 'one time for all rates of a net asset value',
    remedy: 'Give the rates of one time; the policy exchange_rates of fund.yaml can name it.',
  },
  {
    code: 'record.repeated-benchmark',
    fault: 'a level of a benchmark given twice',
    files: {
      'benchmarks/small-caps.csv': lines('date,benchmark,level,source', '2026-08-20,small-caps,2000.00,publisher', '2026-08-20,small-caps,2001.00,vendor'),
    },
    place: { file: 'benchmarks/small-caps.csv', row: 3 },
    found: 'a second level of small-caps on 2026-08-20',
    needed: 'one; the first is benchmarks/small-caps.csv:2',
    remedy: 'Remove one of the two rows.',
  },
]
