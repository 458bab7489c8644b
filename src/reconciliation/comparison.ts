/** One thing held against what somebody else says of it, on one day. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { absolute, compare, type Decimal, isZero, subtract, ZERO } from '../values/decimal.ts'
import { type SourceRow } from '../values/table.ts'
import { type Cause } from './cause.ts'

/**
 * cash: settled cash in a currency (R12.2); position: settled and pending units (R12.3); shares: fund shares outstanding, and
 * agent roll: those of the agent's day before with the orders of the day (R12.4); orders: their shares and dollars (R12.5);
 * trade: a purchase or sale and its confirmation (R12.6).
 */
export const matters = ['cash', 'position', 'shares', 'agent roll', 'orders', 'trade'] as const
export type Matter = (typeof matters)[number]

export type Comparison = {
  readonly matter: Matter
  /** The currency, instrument, class or record it is of; stable from day to day. */
  readonly subject: string
  readonly date: CalendarDate
  /** A currency, or units or shares: what the figures count. */
  readonly unit: string
  /** Of the books; for the agent roll what the agent's own figures add up to. */
  readonly ours: Decimal
  /** Of the custodian, the transfer agent or the broker. */
  readonly theirs: Decimal
  /** theirs − ours. */
  readonly difference: Decimal
  readonly agrees: boolean
  /** A row of the other side; undefined where it says nothing. */
  readonly source: SourceRow | undefined
  /** What net assets would move by were the other side right, in the base currency; undefined where that is not known. */
  readonly effect: Decimal | undefined
  /** What makes up the difference, as far as it is known. */
  readonly causes: readonly Cause[]
}

/** Matters of a single day: another day with the same subject is another thing. Of the rest, one day's figure leads to the next. */
export const isOfOneDay = (matter: Matter): boolean => matter === 'orders' || matter === 'trade' || matter === 'agent roll'

type Sides = Pick<Comparison, 'matter' | 'subject' | 'date' | 'unit' | 'ours' | 'theirs' | 'source'>

/** What hangs on a difference; asked for only where there is one. */
export type Difference = { readonly effect: Decimal | undefined; readonly causes?: readonly Cause[] }

/** Agrees where the two differ by no more than `tolerance`. */
export function comparison(sides: Sides, tolerance: Decimal, differing: (difference: Decimal) => Difference): Comparison {
  const difference = subtract(sides.theirs, sides.ours)
  const agrees = isZero(difference) || compare(absolute(difference), tolerance) <= 0
  const { effect, causes = [] } = agrees ? { effect: ZERO } : differing(difference)
  return { ...sides, difference, agrees, effect: effect && absolute(effect), causes }
}
