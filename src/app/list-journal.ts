/** The journal on one basis: the entries that add up to its trial balance, or those of a range of days or of one account. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type FieldContext, type Read } from '../values/field.ts'
import { type Amount } from '../values/money.ts'
import { type SourceRow } from '../values/table.ts'
import { accountCode, accountOf, type Account, type AccountCode } from '../reference/chart-of-accounts.ts'
import { onOrAfter } from '../reference/nyse-calendar.ts'
import { type JournalEntry, type Posting, type Side } from '../ledger/journal-entry.ts'
import { type FundBook } from '../nav/fund-book.ts'
import { type BooksAsOf } from './books-as-of.ts'
import { lastDayOf } from './keep-books.ts'

export type JournalSelection = {
  /** By effective date on the reporting basis, by NAV date on the NAV basis; both ends included. */
  readonly from?: CalendarDate | undefined
  readonly through?: CalendarDate | undefined
  /** Entries with a posting to this account, whole. */
  readonly account?: AccountCode | undefined
}

export type ListedJournal = {
  readonly entries: readonly ListedEntry[]
  /** Of all postings listed; equal. */
  readonly debits: Amount
  readonly credits: Amount
  /** Of the postings to the account asked for; `net` stands on the side that is the larger. */
  readonly ofAccount:
    | { readonly account: Account; readonly debits: Amount; readonly credits: Amount; readonly net: { readonly side: Side; readonly amount: Amount } }
    | undefined
}

export type ListedEntry = {
  readonly entry: JournalEntry
  readonly postings: readonly { readonly posting: Posting; readonly account: Account }[]
  /** The row of the record that caused the entry; a rule that names no record has none. */
  readonly source: SourceRow | undefined
  /** Whether it stands in the NAV book through the day asked for; others are of the reporting view alone. */
  readonly isInNav: boolean
}

export function listJournal({ basis, book, replay, reporting }: BooksAsOf, { from, through, account }: JournalSelection): ListedJournal {
  // In the order made, which is that of the NAV dates; on the reporting basis by effective date, and within one as made.
  const all = basis === 'nav' ? replay.journal : [...replay.journal, ...reporting.entries].toSorted((left, right) => left.effectiveDate - right.effectiveDate)
  const ofView = new Set(reporting.entries)
  const sources = new Map(book.events.map(({ id, source }) => [id, source]))
  const entries = all
    .filter(({ effectiveDate, navDate, postings }) => {
      const date = basis === 'nav' ? navDate : effectiveDate
      return (
        (from === undefined || date >= from) &&
        (through === undefined || date <= through) &&
        (account === undefined || postings.some((posting) => posting.account === account))
      )
    })
    .map((entry): ListedEntry => {
      const { cause } = entry
      const record = cause.by === 'record' || cause.rule === 'contractual settlement' ? cause.record : undefined
      return {
        entry,
        postings: entry.postings.map((posting) => ({ posting, account: accountOf(posting.account) as Account })),
        source: record && sources.get(record),
        isInNav: !ofView.has(entry),
      }
    })
  const postings = entries.flatMap(({ entry }) => entry.postings)
  return {
    entries,
    debits: total(postings, 'debit'),
    credits: total(postings, 'credit'),
    ofAccount: account === undefined ? undefined : totalsOf(account, postings),
  }
}

/** The books whose marks are those of the last day listed; those of the whole book (undefined) where it has no such day. */
export const journalDay = (book: FundBook, through: CalendarDate): CalendarDate | undefined =>
  through < onOrAfter(book.fund.series.booksFrom) || through > lastDayOf(book) ? undefined : through

/** The account that a user names, or what is wrong with the name and which was meant. */
export const readAccount = (text: string, context: FieldContext): Read<AccountCode> => accountCode.read(text, context)

function totalsOf(code: AccountCode, postings: readonly Posting[]): ListedJournal['ofAccount'] {
  const own = postings.filter((posting) => posting.account === code)
  const [debits, credits] = [total(own, 'debit'), total(own, 'credit')]
  const net =
    debits >= credits ? ({ side: 'debit', amount: (debits - credits) as Amount } as const) : ({ side: 'credit', amount: (credits - debits) as Amount } as const)
  return { account: accountOf(code) as Account, debits, credits, net }
}

const total = (postings: readonly Posting[], side: Posting['side']): Amount =>
  postings.reduce((sum, posting) => (posting.side === side ? sum + posting.base : sum), 0n) as Amount
