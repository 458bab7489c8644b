/**
 * The reporting basis (R0.8, R6.3): the books of a day on trade date. It takes the NAV book as struck, books what is
 * effective but not yet in a NAV, and recomputes the marks; the bridge is exactly the list of what it added.
 */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { type InstrumentId } from '../reference/instrument.ts'
import { type FundEvent } from '../events/event.ts'
import { baseBalance, noBalances, postEntries } from '../ledger/balances.ts'
import { accountOf, accounts } from '../reference/chart-of-accounts.ts'
import { type JournalEntry } from '../ledger/journal-entry.ts'
import { type ClosedDay, type DayContext, workDay } from './close-day.ts'
import { type Included } from './inclusion.ts'
import { type Position } from './mark.ts'

export type ReportingView = ClosedDay & { readonly bridge: Bridge }

/** From net assets of the NAV book to net assets on the reporting basis, in minor units of the base currency. */
export type Bridge = {
  readonly navNetAssets: Amount
  readonly events: readonly BridgeEvent[]
  /** Value of each holding on the reporting basis less its value in the NAV book; holdings that do not differ are left out. */
  readonly values: readonly { readonly instrument: InstrumentId; readonly change: Amount }[]
  /** Currency: the translation of foreign cash, receivables and payables less that in the NAV book, with what settlements due since then realized (R3.40, R3.41). */
  readonly currency: Amount
  readonly reportingNetAssets: Amount
  /** reporting − NAV − events − values − currency: zero, or the bridge is broken. */
  readonly residual: Amount
}

/** A record not yet in the NAV: the effect of its entries on net assets, with securities left out, which are in `values`. */
export type BridgeEvent = { readonly record: RecordId; readonly kind: FundEvent['kind']; readonly effect: Amount }

/** The reporting view at `through` (which may be a day after the last business day, R6.16) of the day closed last. */
export function reportingView(closed: ClosedDay, pending: readonly Included[], through: CalendarDate, context: DayContext): ReportingView {
  const { roll, netAssets } = closed.strike
  const feeBase = through > closed.date ? netAssets : roll.opening
  const worked = workDay(closed.state, { date: through, markDate: closed.date, settleThrough: through, events: pending, basis: 'reporting', feeBase }, context)
  return { ...worked, bridge: bridgeOf(closed, worked, pending) }
}

function bridgeOf(closed: ClosedDay, worked: ClosedDay, pending: readonly Included[]): Bridge {
  const entriesByRecord = Map.groupBy(worked.entries, ({ cause }) => (cause.by === 'record' ? cause.record : undefined))
  const events = pending.flatMap(({ event }): BridgeEvent[] => {
    const effect = effectWithoutSecurities(entriesByRecord.get(event.id) ?? [])
    return effect === 0n ? [] : [{ record: event.id, kind: event.kind, effect }]
  })
  const values = valueChanges(closed.positions, worked.positions)
  const [navNetAssets, reportingNetAssets] = [closed.strike.netAssets, worked.strike.netAssets]
  const settled = worked.entries.filter(({ cause }) => cause.by === 'rule' && cause.rule === 'contractual settlement')
  const currency = (translationOf(worked) - translationOf(closed) + effectWithoutSecurities(settled)) as Amount
  const explained = events.reduce((total, { effect }) => total + effect, 0n) + values.reduce((total, { change }) => total + change, 0n) + currency
  return { navNetAssets, events, values, currency, reportingNetAssets, residual: (reportingNetAssets - navNetAssets - explained) as Amount }
}

const translationOf = ({ state }: ClosedDay): bigint => baseBalance(state.balances, (account) => account === accounts.currencyUnrealized)

/** Assets less liabilities that the entries move, investments aside. */
function effectWithoutSecurities(entries: readonly JournalEntry[]): Amount {
  return baseBalance(postEntries(noBalances, entries), (code) => {
    const account = accountOf(code)
    const isSecurity = account?.controlledBy === 'lots' || account?.controlledBy === 'marks'
    return !isSecurity && (account?.kind === 'asset' || account?.kind === 'liability')
  }) as Amount
}

function valueChanges(before: readonly Position[], after: readonly Position[]): Bridge['values'] {
  const earlier = new Map(before.map(({ instrument, value }) => [instrument, value]))
  const later = new Map(after.map(({ instrument, value }) => [instrument, value]))
  const instruments = new Set([...earlier.keys(), ...later.keys()])
  return [...instruments].flatMap((instrument) => {
    const change = ((later.get(instrument) ?? 0n) - (earlier.get(instrument) ?? 0n)) as Amount
    return change === 0n ? [] : [{ instrument, change }]
  })
}
