/**
 * What the second path holds in foreign currencies: local amounts of cash, and of what is owed and owing, each kept apart as
 * the ledger keeps it, for each is translated and rounded by itself (R3.40). No cost, no average and no gain: only what is there.
 */
import { type CalendarDate } from '../../values/calendar-date.ts'
import { type Currency } from '../../values/currency.ts'
import { divideUnits } from '../../values/decimal.ts'
import { type RecordId } from '../../values/record-id.ts'
import { type AccountCode } from '../../reference/chart-of-accounts.ts'

/** Cash still to come (positive) or to go (negative). */
type Item = {
  readonly account: AccountCode
  readonly currency: Currency
  open: bigint
  undelivered: bigint | undefined
  /** Undefined where no rule moves it. */
  readonly due: CalendarDate | undefined
  readonly isByRule: boolean
}

type Balance = { readonly account: AccountCode; readonly currency: Currency; readonly local: bigint }

export class ForeignItems {
  private readonly cash = new Map<Currency, bigint>()
  private readonly held: Balance[] = []
  private readonly items = new Map<RecordId, Item>()

  owe(record: RecordId, item: Item): void {
    this.items.set(record, item)
  }

  /** What no settlement moves: what an entry by hand leaves on an account. */
  hold(account: AccountCode, currency: Currency, local: bigint): void {
    this.held.push({ account, currency, local })
  }

  move(currency: Currency, amount: bigint): void {
    this.cash.set(currency, (this.cash.get(currency) ?? 0n) + amount)
  }

  /** A record that moves all that is open, a part by quantity, or the amount it states (in minor units). True where it was of a foreign item. */
  settle(record: RecordId, quantity: bigint | undefined, stated: ((currency: Currency) => bigint) | undefined): boolean {
    const item = this.items.get(record)
    if (item === undefined) return false
    const size = item.open < 0n ? -item.open : item.open
    const byUnits = quantity === undefined || item.undelivered === undefined ? size : divideUnits(size * quantity, item.undelivered, 'half-up')
    this.pay(item, stated?.(item.currency) ?? byUnits)
    if (item.undelivered !== undefined && quantity !== undefined) item.undelivered -= quantity
    return true
  }

  /** Ends an item without cash: what of it was open. */
  close(record: RecordId): bigint {
    const open = this.items.get(record)?.open ?? 0n
    this.items.delete(record)
    return open
  }

  /** Gives a part of an item up, or all that is open of it. */
  forgo(record: RecordId, stated: ((currency: Currency) => bigint) | undefined): void {
    const item = this.items.get(record)
    if (item !== undefined) item.open -= stated?.(item.currency) ?? item.open
  }

  /** What the contract moves on or before the day. What has nothing open any more is let go. */
  settleDue(date: CalendarDate): void {
    for (const [record, item] of this.items) {
      if (item.isByRule && item.due !== undefined && item.due <= date) this.pay(item, item.open < 0n ? -item.open : item.open)
      if (item.open === 0n) this.items.delete(record)
    }
  }

  /** Each amount that is translated by itself. */
  *amounts(): Iterable<{ readonly currency: Currency; readonly local: bigint }> {
    for (const [currency, local] of this.cash) yield { currency, local }
    const totals = new Map<string, { readonly currency: Currency; local: bigint }>()
    const count = (account: AccountCode, currency: Currency, local: bigint): void => {
      const key = `${account}/${currency}`
      const known = totals.get(key)
      if (known === undefined) totals.set(key, { currency, local })
      else known.local += local
    }
    for (const { account, currency, local } of this.held) count(account, currency, local)
    for (const { account, currency, open } of this.items.values()) count(account, currency, open)
    yield* totals.values()
  }

  private pay(item: Item, size: bigint): void {
    const moved = item.open < 0n ? -size : size
    item.open -= moved
    this.move(item.currency, moved)
  }
}
