/** Accruals as journal entries (R3.50): an expense, and the payable or the prepaid expense that it comes from. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { accountOf, accounts, type AccountCode } from '../reference/chart-of-accounts.ts'
import { type JournalEntry, journalEntry, signedInBase } from '../ledger/journal-entry.ts'
import { type Accrual } from './accrue.ts'

/** `view` keeps apart the ids of what a reading of the books on a later day adds to them (R6.16). */
export function accrualEntry(accrual: Accrual, navDate: CalendarDate, currency: Currency, view: 'nav' | 'reporting'): JournalEntry {
  const { effectiveDate, amount, days } = accrual
  const [expense, from] = accrual.of === 'charge' ? [accrual.charge.expense, accrual.charge.payable] : [accrual.spread.expense, accounts.deferredExpenses]
  const source = accrual.of === 'charge' ? accrual.charge.id : `${accrual.spread.record}/${formatCalendarDate(accrual.spread.from)}`
  return journalEntry({
    id: `accrual/${source}/${formatCalendarDate(effectiveDate)}${view === 'nav' ? '' : '/reporting'}`,
    effectiveDate,
    navDate,
    cause:
      accrual.of === 'charge'
        ? { by: 'rule', rule: 'accrual', date: effectiveDate, charge: accrual.charge.id, ...days }
        : { by: 'rule', rule: 'prepaid expense', date: effectiveDate, record: accrual.spread.record },
    memo: `${nameOf(expense)}${days.from === days.through ? '' : ` for ${days.through - days.from + 1} days`}`,
    postings: [signedInBase('debit', expense, currency, amount), signedInBase('credit', from, currency, amount)],
  })
}

const nameOf = (account: AccountCode): string => accountOf(account)?.name ?? account
