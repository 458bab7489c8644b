/**
 * Everything that can be checked without a second source: the book is read, kept through its last day on both bases, and
 * every identity of the books is held against its other side. Says what was read and what was compared.
 */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { invariant } from '../values/invariant.ts'
import { accounts, type AccountCode } from '../reference/chart-of-accounts.ts'
import { budgetControls } from '../accruals/budget-control.ts'
import { eventKindNames, type EventKind } from '../events/event.ts'
import { baseBalance, noBalances, postEntries } from '../ledger/balances.ts'
import { trialBalance } from '../ledger/trial-balance.ts'
import { type ListedException } from '../nav/exceptions/standing.ts'
import { type FundBook } from '../nav/fund-book.ts'
import { type BooksAnswer, type BooksAsOf, booksAsOf } from './books-as-of.ts'
import { exceptionsOf } from './exceptions.ts'
import { type OpenedBook } from './open-book.ts'

export type CheckedBook = {
  readonly book: FundBook
  readonly read: BookContents
  readonly checks: readonly Check[]
  readonly exceptions: readonly ListedException[]
  /** What is wrong with dispositions that hold for nothing. */
  readonly idle: readonly Issue[]
}

export type BookContents = {
  readonly instruments: number
  readonly events: readonly { readonly kind: EventKind; readonly count: number }[]
  /** The days are undefined where there is no price. */
  readonly prices: { readonly count: number; readonly from: CalendarDate | undefined; readonly through: CalendarDate | undefined }
  /** Dated entries of all kinds. */
  readonly policies: number
  readonly days: { readonly count: number; readonly from: CalendarDate; readonly through: CalendarDate }
  /** Entries of the NAV book. */
  readonly entries: number
}

/** What was held each day, on how many, and the amounts of the last: two sides that are equal, or what is left between them. */
export type Check =
  | { readonly of: 'trial balance' | 'journal' | 'lots' | 'values'; readonly days: number; readonly left: Amount; readonly right: Amount }
  | { readonly of: 'nav proof' | 'bridge'; readonly days: number; readonly residual: Amount }
  | { readonly of: 'second path'; readonly days: number; readonly netAssets: Amount }
  /** What the fiscal year was charged beside its budget for the same days (R12.10): said, and no fault of the books. */
  | {
      readonly of: 'budget'
      readonly days: number
      readonly budget: string
      readonly charged: Amount
      readonly budgeted: Amount
      readonly isWithinTenth: boolean
    }

export type CheckAnswer = Exclude<BooksAnswer, { ok: true }> | { readonly ok: true; readonly checked: CheckedBook }

export function checkBook(opened: OpenedBook): CheckAnswer {
  const answer = booksAsOf(opened, { asOf: undefined, basis: 'reporting', views: 'month ends', isReconciled: true })
  if (!answer.ok) return answer
  const { books } = answer
  const { listed: exceptions, issues: idle } = exceptionsOf(books)
  return { ok: true, checked: { book: books.book, read: contentsOf(books), checks: checksOf(books), exceptions, idle } }
}

function contentsOf({ book, replay }: BooksAsOf): BookContents {
  const { instruments, events, prices, fund } = book
  const [first, last] = [replay.strikes[0], replay.strikes.at(-1)]
  invariant(first !== undefined && last !== undefined, 'a book that is kept has a first day and a last')
  let from: CalendarDate | undefined
  for (const { date } of prices.all()) if (from === undefined || date < from) from = date
  return {
    instruments: instruments.size,
    events: eventKindNames.flatMap((kind) => {
      const count = events.filter((event) => event.kind === kind).length
      return count === 0 ? [] : [{ kind, count }]
    }),
    prices: { count: prices.count, from, through: prices.lastDate },
    policies: [...fund.policies.values()].reduce((sum, entries) => sum + entries.length, 0),
    days: { count: replay.strikes.length, from: first.date, through: last.date },
    entries: replay.journal.length,
  }
}

/** All but the journal and the bridge were held each day as the books were kept, and would have stopped the program. */
function checksOf({ book, nav, reporting, replay }: BooksAsOf): readonly Check[] {
  const { balances, holdings } = reporting.state
  const days = replay.strikes.length
  const views = [...replay.views.values()]
  const { debits, credits } = trialBalance(balances)
  const readded = trialBalance(postEntries(noBalances, [...replay.journal, ...reporting.entries]))
  const account = (code: AccountCode): Amount => baseBalance(balances, (each) => each === code) as Amount
  const total = (amounts: readonly bigint[]): Amount => amounts.reduce((sum, amount) => sum + amount, 0n) as Amount
  for (const { bridge, date } of views) invariant(bridge.residual === 0n, `the bridge of ${formatCalendarDate(date)} has a residual`)

  const checks = [
    { of: 'trial balance', days, left: debits as Amount, right: credits as Amount },
    { of: 'journal', days: 1, left: readded.debits as Amount, right: debits as Amount },
    { of: 'lots', days, left: total([...holdings.values()].flatMap(({ lots }) => lots.map(({ cost }) => cost))), right: account(accounts.investments) },
    { of: 'values', days, left: total(reporting.positions.map(({ value, cost }) => value - cost)), right: account(accounts.investmentsUnrealized) },
  ] as const
  for (const { of, left, right } of checks) invariant(left === right, `${of}: ${left} and ${right} differ`)
  return [
    ...checks,
    { of: 'nav proof', days, residual: nav.strike.roll.residual },
    // The books are not handed out before the second path has agreed on every day of them (`keepBooks`).
    { of: 'second path', days, netAssets: nav.strike.netAssets },
    { of: 'bridge', days: views.length, residual: reporting.bridge.residual },
    ...budgetControls(nav.state.accruals, book.fund).map(
      ({ budget, from, through, charged, budgeted, isWithinTenth }) =>
        ({ of: 'budget', days: through - from + 1, budget, charged, budgeted, isWithinTenth }) as const,
    ),
  ]
}
