/** What subscriptions and redemptions have in common. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { date, positiveAmount, shares, text } from '../values/field.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { type Shares } from '../values/scaled.ts'
import { optional, required, type RowOf, type SourceRow } from '../values/table.ts'
import { type ClassId } from '../reference/fund.ts'
import { classIdField } from '../reference/fund-file.ts'
import { headerColumns } from './record.ts'

export const capitalColumns = {
  ...headerColumns,
  trade_date: required(date, 'Day whose net asset value prices the order (17 CFR 270.22c-1).'),
  class: required(classIdField, 'Share class: an id of fund.yaml.'),
  shareholder: optional(text, 'Who subscribes or redeems; never printed in a statement.'),
  amount: optional(positiveAmount, 'Dollars, in the base currency. Where empty, shares × net asset value per share.'),
  shares: optional(shares, 'Fund shares. Where empty, amount ÷ net asset value per share.'),
  settlement_date: optional(date, 'Date on which cash moves; by the settlement policy where empty.'),
} as const

export type CapitalActivity = {
  readonly classId: ClassId
  readonly amount: Amount | undefined
  readonly shares: Shares | undefined
  readonly settlementDate: CalendarDate | undefined
}

export const capitalActivityOf = (row: RowOf<typeof capitalColumns>): CapitalActivity => ({
  classId: row.class,
  amount: row.amount,
  shares: row.shares,
  settlementDate: row.settlement_date,
})

export function capitalIssues(row: RowOf<typeof capitalColumns>, { file, row: line }: SourceRow): Issue[] {
  const issues: Issue[] = []
  if (row.amount === undefined && row.shares === undefined) {
    issues.push({
      code: 'capital.no-amount',
      place: { file, row: line, column: 'amount' },
      found: 'neither amount nor shares',
      needed: 'at least one of the two',
      remedy: 'Give the dollars of the order, its shares, or both as the transfer agent reports them.',
    })
  }
  if (row.settlement_date !== undefined && row.settlement_date < row.trade_date) {
    issues.push({
      code: 'settlement.before-trade',
      place: { file, row: line, column: 'settlement_date' },
      found: formatCalendarDate(row.settlement_date),
      needed: `the trade date, ${formatCalendarDate(row.trade_date)}, or later`,
      remedy: 'Correct one of the two dates.',
    })
  }
  return issues
}
