/**
 * Fund shares of a class in the units of one day (R6.24): a split restates all that was before it, so that shares of different
 * days compare and the roll of shares closes. Published values per share stay as they were published.
 */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Decimal, divideRound, ONE, product } from '../values/decimal.ts'
import { type RecordId } from '../values/record-id.ts'
import { Shares } from '../values/scaled.ts'
import { type ClassId } from '../reference/fund.ts'
import { type FundEvent } from '../events/event.ts'
import { type JournalEntry } from '../ledger/journal-entry.ts'
import { type ShareQuery } from './figure.ts'

export type ShareSplitEvent = Extract<FundEvent, { kind: 'share-split' }>

/** An entry that moves fund shares, with its change in the units after all splits; that of a split itself is what rounding left. */
export type ShareMovement = {
  readonly entry: JournalEntry
  readonly change: bigint
  /** The splits behind it, which restate it. */
  readonly splits: readonly ShareSplitEvent[]
}

export type ShareHistory = {
  readonly movements: readonly ShareMovement[]
  /** Splits that are effective after the day. */
  readonly splitsAfter: (date: CalendarDate) => readonly ShareSplitEvent[]
}

/** `entries` are those of the books through the day whose units are meant, in the order made. */
export function shareHistory(entries: readonly JournalEntry[], classId: ClassId, eventOf: (id: RecordId) => FundEvent): ShareHistory {
  const own = entries.filter(({ fundShares }) => fundShares?.classId === classId)
  const splitOf = ({ cause }: JournalEntry): ShareSplitEvent | undefined => {
    const event = cause.by === 'record' && cause.kind === 'share-split' ? eventOf(cause.record) : undefined
    return event?.kind === 'share-split' ? event : undefined
  }
  const splits = own.flatMap((entry) => splitOf(entry) ?? [])
  let [actual, restated, passed] = [0n, 0n, 0]
  const movements = own.map((entry): ShareMovement => {
    const ofEntry = entry.fundShares?.change ?? 0n
    actual += ofEntry
    const isSplit = splitOf(entry) !== undefined
    if (isSplit) passed += 1
    const behind = splits.slice(passed)
    const change = isSplit ? inUnitsAfter(actual, behind) - restated : inUnitsAfter(ofEntry, behind)
    restated += change
    return { entry, change, splits: behind }
  })
  return { movements, splitsAfter: (date) => splits.filter(({ effectiveDate }) => effectiveDate > date) }
}

/** Shares × new units ÷ old units of each split, rounded once, half up, to the places of a share. */
export function inUnitsAfter(shares: bigint, splits: readonly ShareSplitEvent[]): bigint {
  if (splits.length === 0) return shares
  const { multiplied, divided } = ratioOf(splits)
  return divideRound(product(Shares.toDecimal(shares as Shares), multiplied), divided, 'half-up', Shares.scale).units
}

/** New and old units of several splits, each multiplied together. */
export const ratioOf = (splits: readonly ShareSplitEvent[]): { readonly multiplied: Decimal; readonly divided: Decimal } => ({
  multiplied: product(ONE, ...splits.map(({ payload }) => payload.newUnits)),
  divided: product(ONE, ...splits.map(({ payload }) => payload.oldUnits)),
})

/** The movements that a query takes. */
export const movementsOf = ({ movements }: ShareHistory, { from, through, kinds, isNegated }: ShareQuery): readonly ShareMovement[] =>
  movements.flatMap((movement) => {
    const { effectiveDate, cause } = movement.entry
    if (effectiveDate > through || (from !== undefined && effectiveDate < from)) return []
    if (kinds !== undefined && !(cause.by === 'record' && kinds.includes(cause.kind))) return []
    return [isNegated === true ? { ...movement, change: -movement.change } : movement]
  })
