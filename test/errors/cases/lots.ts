import { change, inFund, lines, saleHeader, saleWithLots } from '../changes.ts'
import { type ErrorCase } from '../error-case.ts'

export const lotsCases: readonly ErrorCase[] = [
  {
    code: 'lots.insufficient',
    fault: 'a sale of more than is held',
    files: { 'events/sale.csv': change(',100,20.50,2050.00', ',500,20.50,10250.00') },
    place: { file: 'events/sale.csv', row: 2, column: 'quantity' },
    found: 'a sale of 500 Acme Corp. on 2026-08-21',
    needed: 'at most the 420 held (purchase-0001: 300, purchase-0002: 120); 80 are missing',
    remedy: 'Add the missing purchase, or correct the quantity or the date of the sale.',
  },
  {
    code: 'lots.insufficient',
    fault: 'a sale of more than is left in a lot',
    files: { 'events/sale.csv': lines(`${saleHeader},lots`, 'sale-0001,2026-08-21,ACME,200,20.50,4100.00,purchase-0002:200') },
    place: { file: 'events/sale.csv', row: 2, column: 'lots' },
    found: '200 of lot purchase-0002',
    needed: 'at most the 120 left in it',
    remedy: 'Take less from this lot, or name another beside it.',
  },
  {
    code: 'lots.selection-differs',
    fault: 'lots that do not add to the sale',
    files: { 'events/sale.csv': saleWithLots('purchase-0001:60 purchase-0002:30') },
    place: { file: 'events/sale.csv', row: 2, column: 'lots' },
    found: 'lots of 90 in all',
    needed: 'the 100 sold, in "lots" as in "quantity"',
    remedy: 'Correct the quantities of the lots, or the quantity sold.',
  },
  {
    code: 'lots.selection-missing',
    fault: 'no lots, where the policy wants them named',
    files: inFund('method: fifo', 'method: specific'),
    place: { file: 'events/sale.csv', row: 2, column: 'lots' },
    found: 'no lots named, and 2 open lots of Acme Corp.: purchase-0001: 300, purchase-0002: 120',
    needed: 'the lots it relieves, since the policy lot_relief is "specific"',
    remedy: 'Fill in "lots" as ID:QUANTITY, or change the policy to "fifo".',
  },
  {
    code: 'lots.unknown-lot',
    fault: 'a lot of another instrument',
    files: { 'events/sale.csv': saleWithLots('purchase-0003:100') },
    place: { file: 'events/sale.csv', row: 2, column: 'lots' },
    found: 'lot purchase-0003',
    needed: 'an open lot of Acme Corp.: purchase-0001: 300, purchase-0002: 120',
    remedy: 'Name the lot by the id of the purchase that opened it.',
  },
]
