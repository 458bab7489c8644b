/**
 * Journal entries (R0.6, R2.2, R6.9): the only way to make one checks that debits equal credits in each currency and in
 * base. Every entry names its cause: a record, or a rule with its date.
 */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { type Branded } from '../values/branded.ts'
import { invariant } from '../values/invariant.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { type Shares } from '../values/scaled.ts'
import { type AccountCode } from '../reference/chart-of-accounts.ts'
import { type ClassId } from '../reference/fund.ts'
import { type InstrumentId } from '../reference/instrument.ts'

export type EntryId = Branded<string, 'EntryId'>
export type Side = 'debit' | 'credit'

export type Posting = {
  readonly account: AccountCode
  readonly side: Side
  readonly currency: Currency
  /** In minor units of `currency`, positive; zero where only base moves: a realized difference of currency, a mark of a foreign position (R3.41). */
  readonly amount: Amount
  /** Counter-value in minor units of the base currency, positive. */
  readonly base: Amount
  readonly classId?: ClassId | undefined
  /** What of the account it is, where the account is kept in parts. */
  readonly part?: PostingPart | undefined
  /** The instrument it is of, where the entry is of several: the lines of a basket. */
  readonly instrument?: InstrumentId | undefined
}

/** Marks of investments are kept apart by price and by currency (R3.40); translation by the account that it revalues. */
export type PostingPart = 'price' | 'currency' | AccountCode

/** Why an entry stands in the ledger. */
export type Cause =
  | {
      readonly by: 'record'
      readonly record: RecordId
      /** The kind of that record; or what of it the entry is, where it has entries of their own: the fee of a redemption. */
      readonly kind: string
      /** Records it rests on besides: the lots it relieves, the trade it settles. */
      readonly restsOn: readonly RecordId[]
      /** The day whose net asset value per share priced it, for capital (R3.1). */
      readonly pricedOn?: CalendarDate | undefined
    }
  /** R2.4: the valuation accounts set to value less cost; R3.40: those of foreign cash and open items to their translated value. */
  | { readonly by: 'rule'; readonly rule: 'mark' | 'translation'; readonly date: CalendarDate }
  /** R2.3: the nominal accounts of a fiscal year closed into capital. */
  | { readonly by: 'rule'; readonly rule: 'fiscal year close'; readonly date: CalendarDate }
  /** The balances and lots with which the fund was taken on, together. */
  | { readonly by: 'rule'; readonly rule: 'take-on'; readonly date: CalendarDate }
  /** R6.4: cash of a trade on its contractual date. */
  | { readonly by: 'rule'; readonly rule: 'contractual settlement'; readonly date: CalendarDate; readonly record: RecordId }
  /** R3.50: a fee or budget of fund.yaml, by its name there, for the calendar days from `from` through `through`. */
  | {
      readonly by: 'rule'
      readonly rule: 'accrual'
      readonly date: CalendarDate
      readonly charge: string
      readonly from: CalendarDate
      readonly through: CalendarDate
    }
  /** R3.50: an invoice paid or deferred ahead, charged over its days. */
  | { readonly by: 'rule'; readonly rule: 'prepaid expense'; readonly date: CalendarDate; readonly record: RecordId }

export type JournalEntry = {
  readonly id: EntryId
  readonly effectiveDate: CalendarDate
  /** The first net asset value it is in (R0.7, R6.3). */
  readonly navDate: CalendarDate
  readonly cause: Cause
  readonly memo: string
  readonly postings: readonly Posting[]
  /** Fund shares issued (positive) or cancelled with it: the memo account 9000, kept by class. */
  readonly fundShares?: { readonly classId: ClassId; readonly change: Shares } | undefined
}

/** Makes an entry, without postings of nothing (par that does not change); one that does not balance is a fault of the program. */
export function journalEntry(entry: Omit<JournalEntry, 'id'> & { readonly id: string }): JournalEntry {
  invariant(isBalanced(entry.postings), `entry ${entry.id} does not balance`)
  const postings = entry.postings.filter(({ amount, base }) => amount !== 0n || base !== 0n)
  return { ...entry, id: entry.id as EntryId, postings }
}

/** A posting in the base currency. */
export const inBase = (side: Side, account: AccountCode, currency: Currency, amount: bigint, classId?: ClassId): Posting => {
  invariant(amount >= 0n, `a posting to ${account} is not negative: change its side`)
  return { account, side, currency, amount: amount as Amount, base: amount as Amount, classId }
}

/** A signed amount as a posting: a positive one on `side`, a negative one on the other. */
export const signedInBase = (side: Side, account: AccountCode, currency: Currency, amount: bigint, classId?: ClassId): Posting =>
  amount >= 0n ? inBase(side, account, currency, amount, classId) : inBase(opposite(side), account, currency, -amount, classId)

/** Money of any currency with its counter-value; a negative amount stands on the other side. */
export const posting = (
  side: Side,
  account: AccountCode,
  currency: Currency,
  amount: bigint,
  base: bigint,
  rest: Pick<Posting, 'classId' | 'part' | 'instrument'> = {},
): Posting => {
  invariant((amount >= 0n && base >= 0n) || (amount <= 0n && base <= 0n), `a posting to ${account} has its two amounts on one side`)
  const isOther = amount < 0n || base < 0n
  return {
    account,
    side: isOther ? opposite(side) : side,
    currency,
    amount: (isOther ? -amount : amount) as Amount,
    base: (isOther ? -base : base) as Amount,
    ...rest,
  }
}

/** The same where the two amounts may have opposite signs, a loss in one currency that is a gain in the other: each then stands on its own side. */
export const postingsOf = (
  side: Side,
  account: AccountCode,
  currency: Currency,
  amount: bigint,
  base: bigint,
  rest: Pick<Posting, 'classId' | 'part' | 'instrument'> = {},
): readonly Posting[] =>
  (amount > 0n && base < 0n) || (amount < 0n && base > 0n)
    ? [posting(side, account, currency, amount, 0n, rest), posting(side, account, currency, 0n, base, rest)]
    : [posting(side, account, currency, amount, base, rest)]

const opposite = (side: Side): Side => (side === 'debit' ? 'credit' : 'debit')

/** Debits positive, credits negative. */
export const signedAmount = ({ side, amount }: Posting): bigint => (side === 'debit' ? amount : -amount)
export const signedBase = ({ side, base }: Posting): bigint => (side === 'debit' ? base : -base)

function isBalanced(postings: readonly Posting[]): boolean {
  let base = 0n
  let local = 0n
  let isOneCurrency = true
  for (const each of postings) {
    base += signedBase(each)
    local += signedAmount(each)
    isOneCurrency &&= each.currency === postings[0]?.currency
  }
  if (base !== 0n) return false
  if (isOneCurrency) return local === 0n
  return [...Map.groupBy(postings, ({ currency }) => currency).values()].every(
    (ofCurrency) => ofCurrency.reduce((total, each) => total + signedAmount(each), 0n) === 0n,
  )
}
