import { add, change, lines } from '../changes.ts'
import { type ErrorCase } from '../error-case.ts'

export const recordCases: readonly ErrorCase[] = [
  {
    code: 'record.repeated-id',
    fault: 'an id twice among the events',
    files: { 'events/sale.csv': change('sale-0001', 'purchase-0003') },
    place: { file: 'events/sale.csv', row: 2, column: 'id' },
    found: 'id "purchase-0003" a second time',
    needed: 'an id of its own; events/purchase.csv:4 has this one',
    remedy: 'Remove the row if it is the same record once more; if not, give one of the two another id.',
  },
  {
    code: 'record.repeated-id',
    fault: 'an id twice in instruments.csv',
    files: { 'instruments.csv': add('ACME,Acme Holdings,common-stock,Tools,US,USD,no,annual report,') },
    place: { file: 'instruments.csv', row: 5, column: 'id' },
    found: 'id "ACME" a second time',
    needed: 'an id of its own; line 2 has this one',
    remedy: 'Remove the row if it is the same instrument once more; if not, give one of the two another id.',
  },
  {
    code: 'record.repeated-price',
    fault: 'a price twice',
    files: { 'prices/2026-08-21.csv': add('2026-08-21,BOLT,40.25,close,exchange') },
    place: { file: 'prices/2026-08-21.csv', row: 4 },
    found: 'a second close price of BOLT on 2026-08-21 from exchange',
    needed: 'one; the first is prices/2026-08-21.csv:3',
    remedy: 'Remove one of the two rows, or name its own source.',
  },
  {
    code: 'record.repeated-rate',
    fault: 'an exchange rate given twice',
    files: {
      'rates/2026-08-21.csv': lines(
        'date,currency,rate,quote,source,time',
        '2026-08-21,GBP,1.3450,base-per-foreign,bank,16:00 America/New_York',
        '2026-08-21,GBP,1.3451,base-per-foreign,bank,16:00 America/New_York',
      ),
    },
    place: { file: 'rates/2026-08-21.csv', row: 3 },
    found: 'a second rate of GBP on 2026-08-21 at 16:00 America/New_York from bank',
    needed: 'one; the first is rates/2026-08-21.csv:2',
    remedy: 'Remove one of the two rows, or name its own source or time.',
  },
]
