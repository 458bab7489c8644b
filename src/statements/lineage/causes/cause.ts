/** What the records of one kind put into figures. Each kind has a file here, and a line in `causes.ts`. */
import { type Decimal } from '../../../values/decimal.ts'
import { type EventKind, type FundEvent } from '../../../events/event.ts'
import { type JournalEntry, type Posting } from '../../../ledger/journal-entry.ts'
import { type FigureBook } from '../../figure-book.ts'
import { type TradeEvent } from '../../trade-events.ts'
import { type Parts } from '../parts.ts'

export type EventOf<Kind extends EventKind> = Extract<FundEvent, { kind: Kind }>

export type Cause<Event extends FundEvent> = {
  /** What the money of the record was read from: that which it brings in or takes out, now or when it settles, in its own currency. */
  readonly dollars: (event: Event, context: CauseContext) => Parts
  /** What the cash that a rule or a settlement moves for it was read from, where that is not its dollars; of an entry by rule, the accounts that the balance takes. */
  readonly cash?: (event: Event, context: CauseContext, accounts?: ReadonlySet<string>) => Parts
  /** Its dollars, or its cash, in base currency, where it is not they at the rate of its day: stated, or of another day's rate. */
  readonly counterValue?: (event: Event, context: CauseContext) => Parts | undefined
  /** What its entry adds to a balance was read from, where it is not its dollars that the entry adds. */
  readonly entry?: (event: Event, taken: TakenEntry, context: CauseContext) => Parts
}

export type CauseContext = {
  readonly figures: FigureBook
  /** For records that rest on others: trades settled. */
  readonly dollarsOf: (event: FundEvent) => Parts
  readonly cashOf: (event: FundEvent, accounts?: ReadonlySet<string>) => Parts
  /** The dollars in base currency: at the rate of the record's day, where they are foreign. */
  readonly counterValueOf: (event: FundEvent) => Parts
  /** The same of the cash that moves for it. */
  readonly cashValueOf: (event: FundEvent, accounts?: ReadonlySet<string>) => Parts
  /** What was paid for a lot, by the trade that opened it. */
  readonly costOf: (trade: TradeEvent) => Parts
}

/** An entry as a balance takes it. */
export type TakenEntry = {
  readonly entry: JournalEntry
  /** The accounts of the balance that it posts to. */
  readonly accounts: ReadonlySet<string>
  /** Its postings to them that the balance takes. */
  readonly postings: readonly Posting[]
  /** Whether they are taken in their own currency. */
  readonly isLocal: boolean
  /** The side that counts as positive. */
  readonly positive: 'debit' | 'credit'
  /** What it adds to the balance, in the currency of the balance. */
  readonly part: Decimal
}
