/** A journal entry by hand: several lines with one id, balanced in each currency and in base, with a reason (R2.2, R6.9). */
import { formatCalendarDate } from '../values/calendar-date.ts'
import { type Currency, minorUnitDigits } from '../values/currency.ts'
import { date, text, wholeNumber } from '../values/field.ts'
import { decimal, formatDecimal } from '../values/decimal.ts'
import { type Issue } from '../values/issue.ts'
import { type RecordId } from '../values/record-id.ts'
import { optional, type ReadRow, required, type SourceRow } from '../values/table.ts'
import { type AccountCode, accountCode, accountOf, accounts } from '../reference/chart-of-accounts.ts'
import { type ClassId } from '../reference/fund.ts'
import { classIdField } from '../reference/fund-file.ts'
import { type Decoded, type DecodingContext, type EventKindOf } from './event-kind.ts'
import { ledgerIssue, ledgerLineColumns, type LedgerMoney, moneyOfLine } from './ledger-line.ts'
import { headerColumns, type RecordHeader, UNKNOWN_ACTOR } from './record.ts'

export type ManualLine = LedgerMoney & { readonly source: SourceRow; readonly account: AccountCode; readonly classId: ClassId | undefined }

export type ManualEntry = RecordHeader<'manual-entry'> & { readonly payload: { readonly lines: readonly ManualLine[]; readonly reason: string } }

/** Set when a fund is taken on or a year is closed; the components of capital in the statements grow from flows alone (R2.3). */
const openingAccounts: ReadonlySet<AccountCode> = new Set([accounts.undistributedIncome, accounts.accumulatedRealized, accounts.netUnrealized])

/** Statements of changes foot without them: the components would not close at what they show. */
const reclassificationAccounts: ReadonlySet<AccountCode> = new Set([
  accounts.paidInReclassified,
  accounts.undistributedIncomeReclassified,
  accounts.accumulatedRealizedReclassified,
])

const columns = {
  ...headerColumns,
  line: required(wholeNumber(1, 9999), 'Number of the line within the entry, from 1.'),
  effective_date: required(date, 'Day of the entry, the same on all its lines.'),
  account: required(accountCode, 'Account of the chart.'),
  class: optional(classIdField, 'Share class, on accounts kept by class.'),
  ...ledgerLineColumns,
  reason: optional(text, 'Why the entry is made; required on its first line.'),
} as const

type Row = ReadRow<typeof columns>

export const manualEntry: EventKindOf<'manual-entry', typeof columns, ManualEntry['payload']> = {
  kind: 'manual-entry',
  doc: 'A journal entry by hand: lines that share an id, balanced in each currency and in base, with a reason. All lines of one entry stand in one file.',
  columns,
  dateColumn: 'effective_date',
  rank: 'manual entry',
  isOfBusinessDay: false,
  hasLines: true,
  decode: (rows, context) => {
    const issues: Issue[] = []
    const byId = Map.groupBy(rows, ({ values }) => values.id)
    const events = [...byId].flatMap(([id, lines]) =>
      entryOf(
        id,
        lines.toSorted((a, b) => a.values.line - b.values.line),
        context,
        issues,
      ),
    )
    return { events, issues } satisfies Decoded<ManualEntry>
  },
}

function entryOf(id: RecordId, rows: readonly Row[], { stream, baseCurrency, unreadable }: DecodingContext, issues: Issue[]): ManualEntry[] {
  const first = rows[0] as Row
  // Where a line of the entry could not be read, that line's own issue is enough: the rest neither balances nor has a first line.
  const isWhole = unreadable?.has(id) !== true
  const before = issues.length
  const report = (row: Row, column: string, code: Issue['code'], found: string, needed: string, remedy: string): void => {
    issues.push({ code, place: { file: row.source.file, row: row.source.row, column }, found, needed, remedy })
  }

  if (isWhole && first.values.reason === undefined)
    report(
      first,
      'reason',
      'manual-entry.no-reason',
      'no reason',
      'why the entry is made, on its first line',
      'Write it so that an auditor understands it without asking.',
    )
  for (const [index, row] of rows.entries()) {
    if (row.values.effective_date !== first.values.effective_date)
      report(
        row,
        'effective_date',
        'manual-entry.dates',
        formatCalendarDate(row.values.effective_date),
        `${formatCalendarDate(first.values.effective_date)}, as on line ${first.values.line} of ${id}: one date for the whole entry`,
        'Correct the date, or give the lines an id of their own.',
      )
    if (index > 0 && row.values.line === rows[index - 1]?.values.line)
      report(
        row,
        'line',
        'manual-entry.repeated-line',
        `line ${row.values.line} of ${id} twice`,
        'each line number once',
        'Number the lines 1, 2, 3 …, or give the second entry another id.',
      )
  }
  const lines = rows.flatMap((row) => lineOf(row, baseCurrency, report, issues))
  if (isWhole && issues.length === before) issues.push(...balanceIssues(id, first, lines, baseCurrency))
  if (issues.length > before || !isWhole) return []
  const { effective_date: effectiveDate, entered_by, reason } = first.values
  return [
    { id, stream, kind: 'manual-entry', effectiveDate, source: first.source, actor: entered_by ?? UNKNOWN_ACTOR, payload: { lines, reason: reason as string } },
  ]
}

type Report = (row: Row, column: string, code: Issue['code'], found: string, needed: string, remedy: string) => void

function lineOf(row: Row, baseCurrency: Currency, report: Report, issues: Issue[]): ManualLine[] {
  const { account: code, class: classId } = row.values
  const account = accountOf(code)
  if (account === undefined) return []
  if (account.kind === 'memo' || account.controlledBy !== undefined) {
    const keeper = account.controlledBy ?? 'capital stock'
    report(
      row,
      'account',
      'manual-entry.controlled-account',
      `${code} ${account.name}`,
      `an account that no sub-ledger proves; this one is proved by ${keeper}`,
      'Record the event itself (purchase, sale, price, subscription …), and the account follows.',
    )
    return []
  }
  if (openingAccounts.has(account.code)) {
    report(
      row,
      'account',
      'manual-entry.opening-account',
      `${code} ${account.name}`,
      'an account of the period: this one holds a balance at the opening of a year, which no entry within a period changes',
      'Enter it on the account of income, expense, gain or distribution that it belongs to.',
    )
    return []
  }
  if (reclassificationAccounts.has(account.code)) {
    report(
      row,
      'account',
      'manual-entry.reclassification',
      `${code} ${account.name}`,
      'an account that statements can show: this version has no line for reclassifications between components of capital',
      'Leave the entry out, and keep it where you will find it. Net assets are the same without it.',
    )
    return []
  }
  if (account.hasClass !== (classId !== undefined) && account.kind === 'capital') {
    report(
      row,
      'class',
      'manual-entry.class',
      classId === undefined ? 'no class' : `class ${classId}`,
      `a class, since ${code} ${account.name} is kept by class`,
      'Name the class of fund.yaml.',
    )
    return []
  }
  const money = moneyOfLine(row.values, baseCurrency)
  if (!money.ok) {
    issues.push(ledgerIssue(money.fault, row.source))
    return []
  }
  return [{ source: row.source, account: account.code, classId, ...money.value }]
}

function balanceIssues(id: RecordId, { source }: Row, lines: readonly ManualLine[], baseCurrency: Currency): Issue[] {
  const issues: Issue[] = []
  const unbalanced = (name: string, debit: bigint, credit: bigint, digits: number): void => {
    if (debit === credit) return
    issues.push({
      code: 'manual-entry.unbalanced',
      place: { file: source.file, row: source.row, column: 'debit' },
      found: `${id}: debits ${formatDecimal(decimal(debit, digits))}, credits ${formatDecimal(decimal(credit, digits))} in ${name}`,
      needed: 'debits equal to credits in each currency and in base',
      remedy: `Correct the lines of ${id}; they differ by ${formatDecimal(decimal(debit > credit ? debit - credit : credit - debit, digits))}.`,
    })
  }
  for (const [code, ofCurrency] of Map.groupBy(lines, ({ currency: lineCurrency }) => lineCurrency)) {
    unbalanced(code, total(ofCurrency, 'debit', 'amount'), total(ofCurrency, 'credit', 'amount'), minorUnitDigits(code))
  }
  if (issues.length === 0)
    unbalanced(`${baseCurrency} (base_amount)`, total(lines, 'debit', 'base'), total(lines, 'credit', 'base'), minorUnitDigits(baseCurrency))
  return issues
}

const total = (lines: readonly ManualLine[], side: ManualLine['side'], of: 'amount' | 'base'): bigint =>
  lines.reduce((accumulated, line) => (line.side === side ? accumulated + line[of] : accumulated), 0n)
