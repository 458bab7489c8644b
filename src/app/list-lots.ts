/** The open tax lots of a day, each with the row of the record that opened it (R4.1, R12.17). */
import { compareText } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { invariant } from '../values/invariant.ts'
import { type SourceRow } from '../values/table.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { type Instrument } from '../reference/instrument.ts'
import { baseBalance } from '../ledger/balances.ts'
import { type OpenLot } from '../lots/lot.ts'
import { type BooksAsOf } from './books-as-of.ts'
import { type AccountTotal } from './list-positions.ts'

export type ListedLot = { readonly instrument: Instrument; readonly lot: OpenLot; readonly source: SourceRow }

export type ListedLots = {
  /** By id of the instrument; within one, in the order in which they were opened. */
  readonly lots: readonly ListedLot[]
  readonly instruments: number
  readonly cost: AccountTotal
}

export function listLots({ book, day }: BooksAsOf): ListedLots {
  // A lot that came in kind was opened by a line of its record.
  const sources = new Map(
    book.events.flatMap((event): (readonly [string, SourceRow])[] =>
      event.kind === 'creation-in-kind'
        ? event.payload.lines.map(({ instrument, source }) => [`${event.id} ${instrument}`, source])
        : [[event.id, event.source]],
    ),
  )
  const holdings = [...day.state.holdings].toSorted(([left], [right]) => compareText(left, right))
  const lots = holdings.flatMap(([id, holding]) =>
    holding.lots.map((lot): ListedLot => {
      const [instrument, source] = [book.instruments.get(id), sources.get(lot.id) ?? sources.get(`${lot.id} ${id}`)]
      invariant(instrument !== undefined && source !== undefined, `lot ${lot.id} has its instrument and the record that opened it`)
      return { instrument, lot, source }
    }),
  )
  const cost = lots.reduce((sum, { lot }) => sum + lot.cost, 0n) as Amount
  invariant(cost === baseBalance(day.state.balances, (code) => code === accounts.investments), 'the lots do not add to account 1100')
  return { lots, instruments: holdings.length, cost: { amount: cost, account: accounts.investments } }
}
