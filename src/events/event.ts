/** The closed union of events, and the one place that knows every kind. */
import { type Issue, mostLike } from '../values/issue.ts'
import { type Columns, type ReadRow, readTable, type SourceLine, type SourceTable, type UnreadableRow, unreadableRow } from '../values/table.ts'
import { type CreationInKind, creationInKind } from './creation-in-kind.ts'
import { type CurrencyExchange, currencyExchange } from './currency-exchange.ts'
import { type Dividend, dividend } from './dividend.ts'
import { type DecodingContext } from './event-kind.ts'
import { type Interest, interest } from './interest.ts'
import { type Invoice, invoice } from './invoice.ts'
import { type ManualEntry, manualEntry } from './manual-entry.ts'
import { type NameChange, nameChange } from './name-change.ts'
import { type OpeningBalance, openingBalance } from './opening-balance.ts'
import { type OpeningLot, openingLot } from './opening-lot.ts'
import { type OpeningShares, openingShares } from './opening-shares.ts'
import { type OtherIncome, otherIncome } from './other-income.ts'
import { type Purchase, purchase } from './purchase.ts'
import { type Reclaim, reclaim } from './reclaim.ts'
import { type RedemptionInKind, redemptionInKind } from './redemption-in-kind.ts'
import { type Redemption, redemption } from './redemption.ts'
import { type Sale, sale } from './sale.ts'
import { type SecuritiesLending, securitiesLending } from './securities-lending.ts'
import { type Settlement, settlement } from './settlement.ts'
import { type ShareSplit, shareSplit } from './share-split.ts'
import { type Split, split } from './split.ts'
import { type Subscription, subscription } from './subscription.ts'

/** What a fund is taken on with, booked together as one entry that balances. */
export type OpeningEvent = OpeningBalance | OpeningLot | OpeningShares

export type FundEvent =
  | OpeningEvent
  | Subscription
  | CreationInKind
  | Redemption
  | RedemptionInKind
  | Purchase
  | Sale
  | Split
  | NameChange
  | CurrencyExchange
  | ShareSplit
  | Invoice
  | Dividend
  | Interest
  | SecuritiesLending
  | OtherIncome
  | Settlement
  | Reclaim
  | ManualEntry
export type EventKind = FundEvent['kind']

export const eventKinds = {
  'opening-balance': openingBalance,
  'opening-lot': openingLot,
  'opening-shares': openingShares,
  subscription,
  'creation-in-kind': creationInKind,
  redemption,
  'redemption-in-kind': redemptionInKind,
  purchase,
  sale,
  split,
  'name-change': nameChange,
  'currency-exchange': currencyExchange,
  'share-split': shareSplit,
  invoice,
  dividend,
  interest,
  'securities-lending': securitiesLending,
  'other-income': otherIncome,
  settlement,
  reclaim,
  'manual-entry': manualEntry,
} as const

/** Whether several rows that share an id are one record. */
export const hasLines = (kind: string): boolean => isEventKind(kind) && eventKinds[kind].hasLines === true

export const eventKindNames = Object.keys(eventKinds) as readonly EventKind[]

export type DecodedEvents = {
  readonly events: readonly FundEvent[]
  /** Every row that gave no event. */
  readonly unreadable: readonly UnreadableRow[]
  readonly issues: readonly Issue[]
}

/** The records of one file, whose kind its name gives. */
export function decodeEvents(kind: string, table: SourceTable, context: DecodingContext): DecodedEvents {
  if (isEventKind(kind)) return decodeTable(eventKinds[kind], table, context)
  const meant = mostLike(kind, eventKindNames)
  const issue: Issue = {
    code: 'book.unknown-file',
    place: { file: table.file },
    found: `events of kind "${kind}"`,
    needed: `one of ${eventKindNames.join(', ')}`,
    remedy: meant === undefined ? 'Rename the file after the kind of event in it.' : `Did you mean "${meant}"?`,
  }
  return { events: [], unreadable: [], issues: [issue] }
}

const isEventKind = (kind: string): kind is EventKind => Object.hasOwn(eventKinds, kind)

type Decodable = (typeof eventKinds)[EventKind]

function decodeTable(kind: Decodable, table: SourceTable, context: DecodingContext): DecodedEvents {
  const reading = readTable(kind.columns, table, context)
  // Each kind decodes the rows of its own columns; the compiler cannot follow that through the union.
  const decode = kind.decode as (rows: typeof reading.rows, context: DecodingContext) => { events: readonly FundEvent[]; issues: readonly Issue[] }
  const decoded = decode(reading.rows, { ...context, unreadable: new Set(reading.unreadable.flatMap(({ cells }) => Object.values(cells))) })
  const used = new Set(decoded.events.flatMap((event) => rowsOf(event)))
  return {
    events: decoded.events,
    unreadable: [...reading.unreadable, ...(used.size === reading.rows.length ? [] : unusedRows(reading.rows, used, table))],
    issues: [...reading.issues, ...decoded.issues],
  }
}

const rowsOf = (event: FundEvent): readonly number[] => ('lines' in event.payload ? event.payload.lines.map(({ source }) => source.row) : [event.source.row])

function unusedRows(rows: readonly ReadRow<Columns>[], used: ReadonlySet<number>, table: SourceTable): readonly UnreadableRow[] {
  const cells = new Map(table.rows.map((line) => [line.line, line]))
  return rows
    .filter(({ source }) => !used.has(source.row))
    .map(({ source, values }) => ({ ...unreadableRow(table, cells.get(source.row) as SourceLine), values }))
}

export const isOpening = (event: FundEvent): event is OpeningEvent =>
  event.kind === 'opening-balance' || event.kind === 'opening-lot' || event.kind === 'opening-shares'
