import { lines } from '../changes.ts'
import { type ErrorCase } from '../error-case.ts'

const cash = (...rows: readonly string[]) => ({ 'recon/custodian-cash.csv': lines('date,currency,balance', ...rows) })
const agent = (row: string) => ({
  'recon/transfer-agent.csv': lines('date,class,shares,shares_sold,dollars_sold,shares_redeemed,dollars_redeemed,transactions', row),
})
const find = (other: string): string =>
  `Find the movement that one side lacks; book it where it is the books, else take it up with ${other} and say why in exceptions.csv.`

export const reconciliationCases: readonly ErrorCase[] = [
  {
    code: 'reconciliation.before-inception',
    fault: 'a statement of a day before the fund',
    files: cash('2026-08-19,USD,0.00'),
    place: { file: 'recon/custodian-cash.csv', row: 2, column: 'date' },
    found: '2026-08-19',
    needed: '2026-08-20 or later: before the first net asset value there are no books to hold this against',
    remedy: 'Correct the date, or leave the row out.',
  },
  {
    code: 'reconciliation.repeated',
    fault: 'two balances of one currency and day',
    files: cash('2026-08-20,USD,0.00', '2026-08-20,USD,0.00'),
    place: { file: 'recon/custodian-cash.csv', row: 3 },
    found: 'a second row for the same day and the same thing',
    needed: 'one; the first is recon/custodian-cash.csv:2',
    remedy: 'Remove one of the two, or name the account of each where there are several.',
  },
  {
    code: 'reconciliation.cash',
    fault: 'a balance of the custodian that is not that of the books',
    files: cash('2026-08-20,USD,12.50'),
    place: { file: 'recon/custodian-cash.csv', row: 2 },
    found: 'USD 12.50 more at the custodian than in the books',
    needed: 'both alike; the custodian: USD 12.50, the books: USD 0.00',
    remedy: find('the custodian'),
  },
  {
    code: 'reconciliation.position',
    fault: 'units of the custodian that are not those of the books',
    files: {
      'recon/custodian-positions-2026.csv': lines('date,instrument,settled,pending', '2026-08-20,ACME,0,420', '2026-08-20,BOLT,0,40'),
    },
    place: { file: 'recon/custodian-positions-2026.csv', row: 3 },
    found: 'BOLT: 10 units less at the custodian than in the books',
    needed: 'both alike; the custodian: 40 units, the books: 50 units',
    remedy: find('the custodian'),
  },
  {
    code: 'reconciliation.shares',
    fault: 'shares of the transfer agent that are not those of the books',
    files: agent('2026-08-20,service,10001.000,10000.000,100000.00,0,0,'),
    place: { file: 'recon/transfer-agent.csv', row: 2 },
    found: 'service: 1 share more at the transfer agent than in the books',
    needed: 'both alike; the transfer agent: 10001 shares, the books: 10000 shares',
    remedy: find('the transfer agent'),
  },
  {
    code: 'reconciliation.agent-roll',
    fault: 'shares of the transfer agent that do not roll forward',
    files: {
      'recon/transfer-agent.csv': lines(
        'date,class,shares,shares_sold,dollars_sold,shares_redeemed,dollars_redeemed',
        '2026-08-20,service,10000.000,10000.000,100000.00,0,0',
        '2026-08-21,service,10000.000,5.000,50.00,0,0',
      ),
    },
    place: { file: 'recon/transfer-agent.csv', row: 3 },
    found: 'service: 5 shares less at the transfer agent than by its own count',
    needed: 'both alike; the transfer agent: 10000 shares, its day before with the orders of the day: 10005 shares',
    remedy: find('the transfer agent'),
    also: ['recon/transfer-agent.csv:3 reconciliation.orders', 'recon/transfer-agent.csv:3 reconciliation.orders'],
  },
  {
    code: 'reconciliation.orders',
    fault: 'dollars of a day’s orders beyond their rounding',
    files: agent('2026-08-20,service,10000.000,10000.000,100000.02,0,0,1'),
    place: { file: 'recon/transfer-agent.csv', row: 2 },
    found: 'service/dollars-sold: USD 0.02 more at the transfer agent than in the books',
    needed: 'both alike; the transfer agent: USD 100000.02, the books: USD 100000.00',
    remedy: find('the transfer agent'),
  },
  {
    code: 'reconciliation.trade',
    fault: 'a confirmation of another net amount',
    files: { 'recon/broker-trades.csv': lines('date,instrument,side,quantity,amount,reference', '2026-08-21,ACME,sale,100,2060.00,sale-0001') },
    place: { file: 'recon/broker-trades.csv', row: 2 },
    found: 'sale-0001: USD 10.00 more at the broker than in the books',
    needed: 'both alike; the broker: USD 2060.00, the books: USD 2050.00',
    remedy: find('the broker'),
  },
]
