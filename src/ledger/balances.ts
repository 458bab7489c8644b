/** Balances by account, currency, class and part: what the entries add up to. */
import { type Currency } from '../values/currency.ts'
import { type AccountCode } from '../reference/chart-of-accounts.ts'
import { type ClassId } from '../reference/fund.ts'
import { type JournalEntry, type Posting, type PostingPart, signedAmount, signedBase } from './journal-entry.ts'

export type Balance = {
  readonly account: AccountCode
  readonly currency: Currency
  readonly classId: ClassId | undefined
  readonly part: PostingPart | undefined
  /** Debits less credits, in minor units of `currency`. */
  readonly local: bigint
  /** Debits less credits, in minor units of the base currency. */
  readonly base: bigint
}

/** Keyed by account, currency, class and part. */
export type Balances = ReadonlyMap<string, Balance>

export const noBalances: Balances = new Map()

/** The balances after the entries; those given are not altered. */
export function postEntries(balances: Balances, entries: readonly JournalEntry[]): Balances {
  const next = new Map(balances)
  for (const { postings } of entries) {
    for (const posting of postings) {
      const key = balanceKey(posting)
      const before = next.get(key)
      next.set(key, {
        account: posting.account,
        currency: posting.currency,
        classId: posting.classId,
        part: posting.part,
        local: (before?.local ?? 0n) + signedAmount(posting),
        base: (before?.base ?? 0n) + signedBase(posting),
      })
    }
  }
  return next
}

const balanceKey = ({ account, currency, classId, part }: Pick<Posting, 'account' | 'currency' | 'classId' | 'part'>): string =>
  `${account}/${currency}/${classId ?? ''}${part === undefined ? '' : `/${part}`}`

/** Debits less credits in base, over the accounts that `includes` takes. */
export function baseBalance(balances: Balances, includes: (account: AccountCode) => boolean): bigint {
  let total = 0n
  for (const { account, base } of balances.values()) if (includes(account)) total += base
  return total
}
