import { lines } from '../changes.ts'
import { type ErrorCase } from '../error-case.ts'

const balance = (...rows: readonly string[]) => ({
  'events/opening-balance.csv': lines('id,effective_date,account,class,currency,debit,credit,base_amount,due', ...rows),
})
const lot = (row: string) => ({ 'events/opening-lot.csv': lines('id,effective_date,instrument,acquired,quantity,cost,base_cost', row) })

export const takeOnCases: readonly ErrorCase[] = [
  {
    code: 'take-on.unbalanced',
    fault: 'cash, and nothing that it belongs to',
    files: balance('opening-0001,2026-08-20,1000,,,500.00,,,'),
    place: { file: 'events/opening-balance.csv', row: 2 },
    found: 'debits of 500.00 (of them 0.00 cost of the lots) and credits of 0.00 in USD',
    needed: 'the two equal: opening balances and the cost of opening lots together',
    remedy: 'Look for what is missing or on the wrong side; they differ by 500.00. Nothing was taken on.',
  },
  {
    code: 'take-on.date',
    fault: 'a lot of another day than that of the take-on',
    files: lot('lot-0001,2026-08-21,ACME,2026-01-05,10,200.00,'),
    place: { file: 'events/opening-lot.csv', row: 2, column: 'effective_date' },
    found: '2026-08-21',
    needed: '2026-08-20, the first day of these books (books_from of fund.yaml)',
    remedy: 'Correct the date, or books_from: a fund is taken on at the close of one day.',
  },
  {
    code: 'take-on.account',
    fault: 'a balance of the cost of securities',
    files: balance('opening-0001,2026-08-20,1100,,,500.00,,,'),
    place: { file: 'events/opening-balance.csv', row: 2, column: 'account' },
    found: '1100 Investments in unaffiliated issuers, at cost',
    needed: 'the lots themselves, whose cost is this balance',
    remedy: 'Give each lot in opening-lot.csv; the balance follows.',
  },
  {
    code: 'take-on.no-due-date',
    fault: 'a payable without the day on which it is paid',
    files: balance('opening-0001,2026-08-20,2100,,,,500.00,,'),
    place: { file: 'events/opening-balance.csv', row: 2, column: 'due' },
    found: 'an open item of 2100 Payable for investments purchased without a day',
    needed: 'the day on which its cash moves',
    remedy: 'Give each trade still to settle a row of its own, with its settlement date.',
  },
  {
    code: 'take-on.due-passed',
    fault: 'a payable that was due on the day of the take-on',
    files: balance('opening-0001,2026-08-20,2100,,,,500.00,,2026-08-20'),
    place: { file: 'events/opening-balance.csv', row: 2, column: 'due' },
    found: '2026-08-20',
    needed: 'a day after 2026-08-20: what was due by then is cash',
    remedy: 'Correct the date, or give the item as cash.',
  },
  {
    code: 'take-on.no-item',
    fault: 'a day on which cash is paid',
    files: balance('opening-0001,2026-08-20,1000,,,500.00,,,2026-08-21'),
    place: { file: 'events/opening-balance.csv', row: 2, column: 'due' },
    found: 'a day on which 1000 Cash at the custodian is paid',
    needed: 'no day: no settlement moves this account',
    remedy: 'Empty "due".',
  },
  {
    code: 'take-on.acquired-later',
    fault: 'a lot acquired after the take-on',
    files: lot('lot-0001,2026-08-20,ACME,2026-08-21,10,200.00,'),
    place: { file: 'events/opening-lot.csv', row: 2, column: 'acquired' },
    found: '2026-08-21',
    needed: '2026-08-20, the day of the take-on, or earlier',
    remedy: 'Correct the date; what was bought later is a purchase.',
  },
  {
    code: 'take-on.no-base-cost',
    fault: 'a lot in Canadian dollars without its cost in dollars',
    files: { 'instruments.csv': (base) => base.replace('Water,US,USD', 'Water,CA,CAD'), ...lot('lot-0001,2026-08-20,CORE,2026-01-05,10,200.00,') },
    place: { file: 'events/opening-lot.csv', row: 2, column: 'base_cost' },
    found: 'a cost in CAD alone',
    needed: 'its cost in USD, at the rate of the day it was acquired',
    remedy: 'Take it from the books before; it is never translated again.',
  },
]
