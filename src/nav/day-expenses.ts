/** Step 9 of the day (R6.4): fees and budgets day by day, and each invoice against what is accrued through its own date. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { accountOf } from '../reference/chart-of-accounts.ts'
import { type Fund } from '../reference/fund.ts'
import { accrualEntry } from '../accruals/accrual-entry.ts'
import { accrueDays } from '../accruals/accrue.ts'
import { type ChargeDay } from '../accruals/charge-days.ts'
import { type JournalEntry, signedBase } from '../ledger/journal-entry.ts'
import { type DraftState } from './fund-state.ts'
import { type Included } from './inclusion.ts'
import { type Basis } from './strike.ts'

/** Invoices and the settlements of invoices, which wait for the accruals; all else does not. Each in the order of booking. */
export function withoutBills(
  events: readonly Included[],
  invoices: ReadonlySet<RecordId>,
): { readonly others: readonly Included[]; readonly bills: readonly Included[] } {
  if (invoices.size === 0) return { others: events, bills: [] }
  const isBill = ({ event }: Included): boolean => invoices.has(event.kind === 'settlement' ? event.payload.of : event.id)
  return { others: events.filter((included) => !isBill(included)), bills: events.filter(isBill) }
}

/** Fund shares sold less redeemed by the entries, in minor units of the base currency. */
export function capitalActivityOf(entries: readonly JournalEntry[]): Amount {
  let total = 0n
  for (const { fundShares, postings } of entries) {
    if (fundShares === undefined) continue
    for (const posting of postings) if (accountOf(posting.account)?.kind === 'capital') total -= signedBase(posting)
  }
  return total as Amount
}

type Expenses = {
  readonly fund: Fund
  readonly navDate: CalendarDate
  readonly basis: Basis
  readonly post: (entry: JournalEntry) => void
  readonly book: (bill: Included) => void
}

/** An invoice of a weekend meets the accruals through its own day only, so that the books of that day say the same on either basis. */
export function accrueAndBill(draft: DraftState, days: readonly ChargeDay[], bills: readonly Included[], { fund, navDate, basis, post, book }: Expenses): void {
  let next = 0
  const billBefore = (date: CalendarDate): void => {
    for (let bill = bills[next]; bill !== undefined && bill.event.effectiveDate < date; bill = bills[next]) {
      book(bill)
      next += 1
    }
  }
  for (const [effectiveDate, alike] of Map.groupBy(days, (day) => day.effectiveDate)) {
    billBefore(effectiveDate)
    const { state, accruals } = accrueDays(draft.accruals, alike, fund)
    draft.accruals = state
    for (const accrual of accruals) post(accrualEntry(accrual, navDate, fund.series.baseCurrency, basis))
  }
  for (const bill of bills.slice(next)) book(bill)
}
