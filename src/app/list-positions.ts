/** The holdings of a day at their value, with the accounts that their totals are proved by (R12.17, R12.18). */
import { compareText } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { invariant } from '../values/invariant.ts'
import { accounts, type AccountCode } from '../reference/chart-of-accounts.ts'
import { type Level, type PriceType } from '../market/price.ts'
import { type Instrument } from '../reference/instrument.ts'
import { baseBalance } from '../ledger/balances.ts'
import { type Position } from '../nav/mark.ts'
import { instrumentsOn } from '../events/instrument-names.ts'
import { type BooksAsOf } from './books-as-of.ts'

export type ListedPosition = Omit<Position, 'instrument'> & {
  readonly instrument: Instrument
  /** Value less cost. */
  readonly unrealized: Amount
}

export type ListedPositions = {
  /** By id of the instrument. */
  readonly positions: readonly ListedPosition[]
  readonly cost: AccountTotal
  readonly value: Amount
  readonly unrealized: AccountTotal
  readonly mix: readonly PriceMix[]
}

/** How much of the fund is priced in one way (R12.7); all positions together are every holding, for one without a price stops the books. */
export type PriceMix = {
  readonly type: PriceType
  readonly supplier: string
  readonly level: Level
  /** Whether the prices are of an earlier day. */
  readonly isStale: boolean
  readonly count: number
  readonly value: Amount
}

/** A total, and the account whose balance it equals. */
export type AccountTotal = { readonly amount: Amount; readonly account: AccountCode }

export function listPositions({ book, day }: BooksAsOf): ListedPositions {
  const instruments = instrumentsOn(book, day.date)
  const positions = day.positions
    .map((position): ListedPosition => {
      const instrument = instruments.get(position.instrument)
      invariant(instrument !== undefined, `a position in ${position.instrument} has its instrument`)
      return { ...position, instrument, unrealized: (position.value - position.cost) as Amount }
    })
    .toSorted((left, right) => compareText(left.instrument.id, right.instrument.id))
  const total = (amount: (position: ListedPosition) => Amount): Amount => positions.reduce((sum, position) => sum + amount(position), 0n) as Amount
  const tied = (amount: Amount, account: AccountCode): AccountTotal => {
    invariant(amount === baseBalance(day.state.balances, (code) => code === account), `the positions do not add to account ${account}`)
    return { amount, account }
  }
  return {
    positions,
    cost: tied(
      total(({ cost }) => cost),
      accounts.investments,
    ),
    value: total(({ value }) => value),
    unrealized: tied(
      total(({ unrealized }) => unrealized),
      accounts.investmentsUnrealized,
    ),
    mix: mixOf(positions),
  }
}

function mixOf(positions: readonly ListedPosition[]): readonly PriceMix[] {
  const ways = Map.groupBy(positions, ({ price, level, staleDays }) => [level, price.type, price.supplier, staleDays > 0 ? 'stale' : ''].join('/'))
  return [...ways.keys()].toSorted(compareText).map((key): PriceMix => {
    const own = ways.get(key) ?? []
    const [first] = own
    invariant(first !== undefined, 'a group has a member')
    const { price, level, staleDays } = first
    const value = own.reduce((sum, position) => sum + position.value, 0n) as Amount
    return { type: price.type, supplier: price.supplier, level, isStale: staleDays > 0, count: own.length, value }
  })
}
