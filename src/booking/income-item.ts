/** The open item of an income: cash to come, or, after a correction, cash to give back (R3.15, R3.67). */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { translateAmount } from '../values/exchange-rate.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { accounts, type AccountCode } from '../reference/chart-of-accounts.ts'
import { type FundEvent } from '../events/event.ts'
import { journalEntry, posting } from '../ledger/journal-entry.ts'
import { type Booked, booked, type BookView, type Change, refused } from './booked.ts'
import { missingRate } from './missing-rate.ts'
import { type Obligation } from './obligation.ts'

export type IncomeItem = {
  readonly record: RecordId
  readonly item?: Obligation['item']
  readonly account: AccountCode
  readonly currency: Currency
  /** Debits positive: below zero it is owed. */
  readonly local: bigint
  readonly base: bigint
  readonly due: CalendarDate | undefined
  readonly since: CalendarDate
}

export const incomeItem = ({ record, item, account, currency, local, base, due, since }: IncomeItem): Change => {
  const isOwed = local < 0n
  const open = (isOwed ? -local : local) as Amount
  return {
    of: 'obligation',
    obligation: {
      trade: record,
      item,
      account,
      side: isOwed ? 'payable' : 'receivable',
      classId: undefined,
      currency,
      total: open,
      open,
      openBase: (isOwed ? -base : base) as Amount,
      undelivered: undefined,
      due,
      since,
    },
  }
}

/** The accounts on which income waits for its cash. */
export const incomeReceivables: ReadonlySet<AccountCode> = new Set([
  accounts.receivableDividends,
  accounts.receivableTaxReclaims,
  accounts.receivableInterest,
  accounts.receivableSecuritiesLending,
  accounts.otherAssets,
])

export type SimpleIncome = {
  readonly event: FundEvent
  readonly memo: string
  readonly receivable: AccountCode
  readonly income: AccountCode
  readonly currency: Currency
  /** Minor units of the currency; below zero it is an expense, and owed. */
  readonly amount: bigint
  readonly payDate: CalendarDate | undefined
}

/** Dr receivable / Cr income at the rate of its day, with an open item until it is paid. An expense is the mirror. */
export function bookIncome({ event, memo, receivable, income, currency, amount, payDate }: SimpleIncome, view: BookView): Booked {
  const { id, kind, effectiveDate } = event
  const rate = view.rate(currency, effectiveDate)
  if (rate === undefined) return refused(missingRate(currency, effectiveDate, id))
  const base = translateAmount(amount, currency, rate, view.currency)
  if (amount === 0n) return booked([], [])
  const entry = journalEntry({
    id,
    effectiveDate,
    navDate: view.navDate,
    cause: { by: 'record', record: id, kind, restsOn: [] },
    memo,
    postings: [posting('debit', receivable, currency, amount, base), posting('credit', income, currency, amount, base)],
  })
  return booked([entry], [incomeItem({ record: id, account: receivable, currency, local: amount, base, due: payDate, since: effectiveDate })])
}
