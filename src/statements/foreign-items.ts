/**
 * What a fund owns and owes in foreign currencies, found in its entries: the items that are translated at each net asset
 * value (R3.40), and how foreign cash came and went, for it goes out at the average of what it cost (R3.41).
 */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { compareText } from '../values/issue.ts'
import { type AccountCode, accounts } from '../reference/chart-of-accounts.ts'
import { type JournalEntry, type Posting, signedAmount, signedBase } from '../ledger/journal-entry.ts'
import { isTranslated } from '../nav/mark.ts'
import { lastOn } from './nav-index.ts'

/** An account in one foreign currency: it is translated and rounded by itself. */
export type ForeignItem = { readonly account: AccountCode; readonly currency: Currency }

/** What one entry moves of the cash in a currency. */
export type CashMove = {
  readonly entry: JournalEntry
  readonly currency: Currency
  /** The net asset value that it is in; the day after the last one where it is in none yet. */
  readonly date: CalendarDate
  /** Some of what was there goes out, or what was drawn is repaid: at average cost. */
  readonly isAtCost: boolean
  /** Some comes in, or is drawn: at the rate of the day. */
  readonly isAtRate: boolean
  /** What is there after it, in minor units of the currency, and its cost in those of the base currency. */
  readonly amount: bigint
  readonly cost: bigint
}

export type ForeignItems = {
  /** Items with an entry effective on or before the date, by account and currency. */
  readonly through: (date: CalendarDate) => readonly ForeignItem[]
  /** All currencies with an item, by code. */
  readonly currencies: readonly Currency[]
  /** Currencies in which the NAV book had items at the net asset value of the date. */
  readonly currenciesOn: (date: CalendarDate) => readonly Currency[]
  /** Local amounts of the items of one currency at that net asset value: minor units, debits positive. */
  readonly localOn: (currency: Currency, date: CalendarDate) => readonly bigint[]
  /** Moves of the cash in a currency, in the order of booking. */
  readonly movesOf: (currency: Currency) => readonly CashMove[]
}

/** `journal` is the NAV book through `closed`; `pending` are the entries of the reporting basis after it. */
export function foreignItems(journal: readonly JournalEntry[], pending: readonly JournalEntry[], closed: CalendarDate, base: Currency): ForeignItems {
  const items = new Map<string, Item>()
  const moves = new Map<Currency, CashMove[]>()
  const held = new Map<Currency, Held>()
  const gather = (entry: JournalEntry, date: CalendarDate, isPending: boolean): void => {
    for (const posting of entry.postings) {
      if (!isTranslated(posting, base)) continue
      const key = `${posting.account}/${posting.currency}`
      const item: Item = items.get(key) ?? { account: posting.account, currency: posting.currency, since: entry.effectiveDate, local: [] }
      items.set(key, item)
      if (entry.effectiveDate < item.since) item.since = entry.effectiveDate
      if (!isPending) addOn(item.local, date, signedAmount(posting))
    }
    for (const [currency, postings] of Map.groupBy(entry.postings.filter(isCash), (posting) => posting.currency)) {
      if (currency === base) continue
      const before = held.get(currency) ?? { local: 0n, cost: 0n }
      const change = postings.reduce((total, posting) => total + signedAmount(posting), 0n)
      const after = { local: before.local + change, cost: before.cost + postings.reduce((total, posting) => total + signedBase(posting), 0n) }
      held.set(currency, after)
      const isAtCost = before.local !== 0n && change > 0n !== before.local > 0n
      const isWithin = isAtCost && magnitude(change) <= magnitude(before.local)
      const list = moves.get(currency) ?? []
      moves.set(currency, list)
      list.push({ entry, currency, date, isAtCost, isAtRate: !isWithin, amount: after.local, cost: after.cost })
    }
  }
  for (const entry of journal) gather(entry, entry.navDate, false)
  for (const entry of pending) gather(entry, (closed + 1) as CalendarDate, true)

  const ordered = [...items.values()].toSorted((left, right) => compareText(left.account, right.account) || compareText(left.currency, right.currency))
  const currencies = [...new Set(ordered.map(({ currency }) => currency))].toSorted(compareText)
  const localOn = (currency: Currency, date: CalendarDate): readonly bigint[] =>
    ordered.flatMap((item) => (item.currency === currency ? [lastOn(item.local, date)?.amount ?? 0n] : []))
  return {
    through: (date) => ordered.filter(({ since }) => since <= date).map(({ account, currency }) => ({ account, currency })),
    currencies,
    currenciesOn: (date) => currencies.filter((currency) => ordered.some((item) => item.currency === currency && lastOn(item.local, date) !== undefined)),
    localOn,
    movesOf: (currency) => moves.get(currency) ?? [],
  }
}

type Item = ForeignItem & { since: CalendarDate; readonly local: { readonly date: CalendarDate; amount: bigint }[] }
type Held = { readonly local: bigint; readonly cost: bigint }

const isCash = ({ account }: Posting): boolean => account === accounts.foreignCurrency

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)

/** Adds to the running amount of a list in the order of dates. */
function addOn(list: Item['local'], date: CalendarDate, change: bigint): void {
  const last = list.at(-1)
  if (last?.date === date) last.amount += change
  else list.push({ date, amount: (last?.amount ?? 0n) + change })
}
