/** A balance with which a fund is taken on from other books (R2.2): one account, class and currency, or one open item of it. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { date, text } from '../values/field.ts'
import { invariant } from '../values/invariant.ts'
import { type Issue } from '../values/issue.ts'
import { optional, required, type RowOf, type SourceRow } from '../values/table.ts'
import { type AccountCode, accountCode, accountOf, accounts } from '../reference/chart-of-accounts.ts'
import { type ClassId } from '../reference/fund.ts'
import { classIdField } from '../reference/fund-file.ts'
import { type DecodingContext, eventKind } from './event-kind.ts'
import { ledgerIssue, ledgerLineColumns, type LedgerMoney, moneyOfLine } from './ledger-line.ts'
import { headerColumns, type RecordHeader } from './record.ts'

export type OpeningBalance = RecordHeader<'opening-balance'> & {
  readonly payload: LedgerMoney & {
    readonly account: AccountCode
    readonly classId: ClassId | undefined
    /** On which the open item is to be paid or received; undefined where the balance is no open item. */
    readonly due: CalendarDate | undefined
    readonly memo: string | undefined
  }
}

const columns = {
  ...headerColumns,
  effective_date: required(date, 'Day at whose close the fund was taken on: books_from of fund.yaml.'),
  account: required(accountCode, 'Account of the chart. Cost of securities comes from opening-lot, shares outstanding from opening-shares.'),
  class: optional(classIdField, 'Share class, on accounts kept by class.'),
  ...ledgerLineColumns,
  due: optional(date, 'Day on which cash moves, for a receivable or payable that a settlement moves: one row for each open item.'),
  memo: optional(text, 'Where the balance was taken from, for the reader of the book.'),
} as const

export const openingBalance = eventKind({
  kind: 'opening-balance',
  doc: 'A balance with which a fund is taken on from other books; with the lots and shares of that day the balances are equal on both sides, or nothing is taken on.',
  columns,
  dateColumn: 'effective_date',
  rank: 'opening',
  isOfBusinessDay: true,
  issues: (row, source, { baseCurrency }) => {
    const money = moneyOfLine(row, baseCurrency)
    return [...(money.ok ? [] : [ledgerIssue(money.fault, source)]), ...accountIssues(row, source)]
  },
  payload: (row, { baseCurrency }: DecodingContext): OpeningBalance['payload'] => {
    const money = moneyOfLine(row, baseCurrency)
    invariant(money.ok, 'a balance without an issue has its money')
    return { ...money.value, account: row.account, classId: row.class, due: row.due, memo: row.memo }
  },
})

/** The accounts whose balance is a list of items that settlements move. */
export const openItemAccounts: ReadonlySet<AccountCode> = new Set([
  accounts.receivableInvestmentsSold,
  accounts.receivableSharesSold,
  accounts.payableInvestmentsPurchased,
  accounts.payableSharesRedeemed,
  accounts.receivableDividends,
  accounts.receivableSecuritiesLending,
])

function accountIssues({ account: code, class: classId, due, effective_date: on }: RowOf<typeof columns>, { file, row }: SourceRow): Issue[] {
  const account = accountOf(code)
  invariant(account !== undefined, 'the field reads accounts of the chart only')
  const wrong = (column: string, codeOfIssue: Issue['code'], found: string, needed: string, remedy: string): Issue[] => [
    { code: codeOfIssue, place: { file, row, column }, found, needed, remedy },
  ]
  if (account.kind === 'memo' || account.code === accounts.investments || account.code === accounts.affiliatedInvestments) {
    return wrong(
      'account',
      'take-on.account',
      `${code} ${account.name}`,
      account.kind === 'memo' ? 'an account of money' : 'the lots themselves, whose cost is this balance',
      account.kind === 'memo' ? 'Give the shares in opening-shares.csv.' : 'Give each lot in opening-lot.csv; the balance follows.',
    )
  }
  if (account.hasClass && account.kind === 'capital' && classId === undefined)
    return wrong('class', 'manual-entry.class', 'no class', `a class, since ${code} ${account.name} is kept by class`, 'Name the class of fund.yaml.')
  const isItem = openItemAccounts.has(account.code)
  if (isItem && due === undefined)
    return wrong(
      'due',
      'take-on.no-due-date',
      `an open item of ${code} ${account.name} without a day`,
      'the day on which its cash moves',
      'Give each trade still to settle a row of its own, with its settlement date.',
    )
  if (isItem && due !== undefined && due <= on)
    return wrong(
      'due',
      'take-on.due-passed',
      formatCalendarDate(due),
      `a day after ${formatCalendarDate(on)}: what was due by then is cash`,
      'Correct the date, or give the item as cash.',
    )
  if (!isItem && due !== undefined)
    return wrong('due', 'take-on.no-item', `a day on which ${code} ${account.name} is paid`, 'no day: no settlement moves this account', 'Empty "due".')
  return []
}
