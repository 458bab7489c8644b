/** The holdings of a day at their value, with the accounts that their totals are proved by (R12.17, R12.18). */
import { compareText } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { invariant } from '../values/invariant.ts'
import { accounts, type AccountCode } from '../reference/chart-of-accounts.ts'
import { type Instrument } from '../reference/instrument.ts'
import { baseBalance } from '../ledger/balances.ts'
import { type Position } from '../nav/mark.ts'
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
}

/** A total, and the account whose balance it equals. */
export type AccountTotal = { readonly amount: Amount; readonly account: AccountCode }

export function listPositions({ book, day }: BooksAsOf): ListedPositions {
  const positions = day.positions
    .map((position): ListedPosition => {
      const instrument = book.instruments.get(position.instrument)
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
  }
}
