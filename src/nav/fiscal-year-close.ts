/**
 * The close of a fiscal year (R2.3): income, expense, gains, changes in unrealized and distributions go to the component of
 * capital that they belong to. No component of capital changes by it, and a statement of any period asks the entries.
 */
import { addDays, type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type AccountCode, type AccountKind, accountOf, accounts } from '../reference/chart-of-accounts.ts'
import { type Fund, fiscalYearEndOnOrAfter } from '../reference/fund.ts'
import { type Balances } from '../ledger/balances.ts'
import { type JournalEntry, journalEntry, postingsOf } from '../ledger/journal-entry.ts'

/** The last fiscal year end before `date` that no day has closed yet; undefined where the last day closed is of the same year. */
export function fiscalYearEndBefore(date: CalendarDate, closedThrough: CalendarDate | undefined, { series }: Fund): CalendarDate | undefined {
  if (closedThrough === undefined) return undefined
  let end = fiscalYearEndOnOrAfter(closedThrough, series.fiscalYearEnd)
  if (end >= date) return undefined
  for (let next = end; next < date; next = fiscalYearEndOnOrAfter(addDays(next, 1), series.fiscalYearEnd)) end = next
  return end
}

/** The entry of the close, dated on the year's end and made in the first net asset value after it; none where all accounts are at zero. */
export function fiscalYearClose(balances: Balances, yearEnd: CalendarDate, navDate: CalendarDate): JournalEntry | undefined {
  const postings = [...balances.values()].flatMap(({ account, currency, classId, part, local, base }) => {
    const component = componentOf(account)
    if (component === undefined || (local === 0n && base === 0n)) return []
    return [...postingsOf('credit', account, currency, local, base, { classId, part }), ...postingsOf('debit', component, currency, local, base, { classId })]
  })
  if (postings.length === 0) return undefined
  return journalEntry({
    id: `fiscal-year-close/${formatCalendarDate(yearEnd)}`,
    effectiveDate: yearEnd,
    navDate,
    cause: { by: 'rule', rule: 'fiscal year close', date: yearEnd },
    memo: `Results of the fiscal year ended ${formatCalendarDate(yearEnd)} closed into capital`,
    postings,
  })
}

const ofKind: Partial<Record<AccountKind, AccountCode>> = {
  income: accounts.undistributedIncome,
  expense: accounts.undistributedIncome,
  realized: accounts.accumulatedRealized,
  unrealized: accounts.netUnrealized,
}

const ofAccount: Partial<Record<string, AccountCode>> = {
  [accounts.distributionsOfIncome]: accounts.undistributedIncome,
  [accounts.undistributedIncomeReclassified]: accounts.undistributedIncome,
  [accounts.distributionsOfGains]: accounts.accumulatedRealized,
  [accounts.accumulatedRealizedReclassified]: accounts.accumulatedRealized,
  [accounts.distributionsOfCapital]: accounts.paidIn,
  [accounts.paidInReclassified]: accounts.paidIn,
}

/** The account of capital into which an account of results is closed (R2.3). */
function componentOf(code: AccountCode): AccountCode | undefined {
  const kind = accountOf(code)?.kind
  return ofAccount[code] ?? (kind === undefined ? undefined : ofKind[kind])
}
