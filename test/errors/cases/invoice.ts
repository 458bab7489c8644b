import { auditBudget, invoice, policy } from '../changes.ts'
import { type ErrorCase } from '../error-case.ts'

export const invoiceCases: readonly ErrorCase[] = [
  {
    code: 'invoice.account',
    fault: 'neither a budget nor an account',
    files: invoice('invoice-0001,2026-08-21,,,40.00,2026-08-20,2026-08-20,2026-08-28'),
    place: { file: 'events/invoice.csv', row: 2, column: 'against' },
    found: 'neither "against" nor "account"',
    needed: 'one of the two: what accrued for it, or the expense account where nothing did',
    remedy: 'Name the budget or the fee, or give the account.',
  },
  {
    code: 'invoice.dates',
    fault: 'paid before it is booked',
    files: invoice('invoice-0001,2026-08-21,,5260,40.00,2026-08-20,2026-08-20,2026-08-20'),
    place: { file: 'events/invoice.csv', row: 2, column: 'pay_date' },
    found: '2026-08-20',
    needed: '2026-08-21, the day on which it is booked, or later',
    remedy: 'Correct one of the two dates.',
  },
  {
    code: 'invoice.dates',
    fault: 'for days that end before they begin',
    files: invoice('invoice-0001,2026-08-21,,5260,40.00,2026-08-21,2026-08-20,2026-08-28'),
    place: { file: 'events/invoice.csv', row: 2, column: 'period_through' },
    found: '2026-08-20',
    needed: '2026-08-21, the first day that it is for, or later',
    remedy: 'Correct one of the two dates.',
  },
  {
    code: 'invoice.unknown-budget',
    fault: 'a misspelt budget',
    files: { ...policy(...auditBudget), ...invoice('invoice-0001,2026-08-21,audits,,40.00,2026-08-20,2026-08-20,2026-08-28') },
    place: { file: 'events/invoice.csv', row: 2, column: 'against' },
    found: '"audits"',
    needed: 'a budget or fee of fund.yaml: audit',
    remedy: 'Did you mean "audit"?',
  },
  {
    code: 'invoice.fee-ahead',
    fault: 'a fee billed for days to come',
    files: {
      ...policy('  advisory_fee:', '    - from: 2026-08-20', '      rate: 0.0075'),
      ...invoice('invoice-0001,2026-08-21,advisory_fee,,40.00,2026-08-20,2026-08-31,2026-08-28'),
    },
    place: { file: 'events/invoice.csv', row: 2, column: 'period_through' },
    found: 'advisory_fee through 2026-08-31, billed on 2026-08-21',
    needed: 'days that are over: a fee on net assets is known when they are',
    remedy: 'Bill the days that are over, or book the invoice when all of them are.',
  },
  {
    code: 'invoice.borne-by-adviser',
    fault: 'a legal bill under a unitary fee',
    files: {
      ...policy('  advisory_fee:', '    - from: 2026-08-20', '      rate: 0.0075', '      unitary: yes', "      fund_pays: '5310 5320'"),
      ...invoice('invoice-0001,2026-08-21,,5260,40.00,2026-08-20,2026-08-20,2026-08-28'),
    },
    place: { file: 'events/invoice.csv', row: 2, column: 'account' },
    found: 'an expense of account 5260 under a unitary fee (fund.yaml:42)',
    needed: 'an expense that the fund itself pays',
    remedy: 'Remove the invoice: the adviser pays it. If the fund does, add 5260 to fund_pays of the advisory fee.',
  },
]
