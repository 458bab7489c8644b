/** An invoice for an expense of the fund: what it is for, which days, and when it is paid (R3.50). Its settlement is its payment. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { date, positiveAmount, text, yesOrNo } from '../values/field.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { optional, required, type RowOf, type SourceRow } from '../values/table.ts'
import { type AccountCode } from '../reference/chart-of-accounts.ts'
import { expenseAccount } from '../reference/expense-policy.ts'
import { eventKind } from './event-kind.ts'
import { headerColumns, type RecordHeader } from './record.ts'

export type Invoice = RecordHeader<'invoice'> & {
  readonly payload: {
    /** The budget, or the kind of fee, that accrued for it; undefined where nothing did, and then the account is given. */
    readonly against: string | undefined
    readonly account: AccountCode | undefined
    readonly payee: string | undefined
    /** Minor units of the base currency. */
    readonly amount: Amount
    /** First and last day that it is for. */
    readonly periodFrom: CalendarDate
    readonly periodThrough: CalendarDate
    readonly payDate: CalendarDate
    /** No other invoice is to come for these days. */
    readonly isFinal: boolean
  }
}

const columns = {
  ...headerColumns,
  invoice_date: required(date, 'Day on which it is booked.'),
  against: optional(text, 'The budget of fund.yaml, by its id, or the fee, as advisory_fee, that accrued for it.'),
  account: optional(expenseAccount, 'Expense account, where nothing accrued for it; one of the two is given.'),
  payee: optional(text, 'Who sent it.'),
  amount: required(positiveAmount, 'What it asks for, in the base currency.'),
  period_from: required(date, 'First day that it is for.'),
  period_through: required(date, 'Last day that it is for. What it has for days to come is prepaid, and charged from day to day.'),
  pay_date: required(date, 'Day on which it is due; cash moves then by rule, unless a settlement record of it differs.'),
  final: optional(
    yesOrNo,
    'yes, also where empty: what was accrued for its days beyond it is taken back, for no other invoice is to come for them; no: it is kept for the next.',
  ),
} as const

export const invoice = eventKind({
  kind: 'invoice',
  doc: 'A bill for an expense, against what was accrued for its days (R3.50). It is paid by its settlement, by rule on its pay date.',
  columns,
  dateColumn: 'invoice_date',
  rank: 'income and expense',
  isOfBusinessDay: false,
  issues: invoiceIssues,
  payload: (row): Invoice['payload'] => ({
    against: row.against,
    account: row.account,
    payee: row.payee,
    amount: row.amount,
    periodFrom: row.period_from,
    periodThrough: row.period_through,
    payDate: row.pay_date,
    isFinal: row.final ?? true,
  }),
})

function invoiceIssues(row: RowOf<typeof columns>, { file, row: line }: SourceRow): readonly Issue[] {
  const issues: Issue[] = []
  if ((row.against === undefined) === (row.account === undefined)) {
    issues.push({
      code: 'invoice.account',
      place: { file, row: line, column: 'against' },
      found: row.against === undefined ? 'neither "against" nor "account"' : `"${row.against}" and account ${row.account}`,
      needed: 'one of the two: what accrued for it, or the expense account where nothing did',
      remedy: row.against === undefined ? 'Name the budget or the fee, or give the account.' : 'Empty "account": it is that of the budget or fee.',
    })
  }
  if (row.period_through < row.period_from) {
    issues.push({
      code: 'invoice.dates',
      place: { file, row: line, column: 'period_through' },
      found: formatCalendarDate(row.period_through),
      needed: `${formatCalendarDate(row.period_from)}, the first day that it is for, or later`,
      remedy: 'Correct one of the two dates.',
    })
  }
  if (row.pay_date < row.invoice_date) {
    issues.push({
      code: 'invoice.dates',
      place: { file, row: line, column: 'pay_date' },
      found: formatCalendarDate(row.pay_date),
      needed: `${formatCalendarDate(row.invoice_date)}, the day on which it is booked, or later`,
      remedy: 'Correct one of the two dates.',
    })
  }
  return issues
}
