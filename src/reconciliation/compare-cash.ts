/** Cash by currency (R12.2): settled cash at the custodian against accounts 1000 and 1010 on trade date, where a trade moves cash on its settlement date. */
import { addDays, type CalendarDate } from '../values/calendar-date.ts'
import { type Currency, parseCurrency } from '../values/currency.ts'
import { add, type Decimal, equals, isZero, negate, subtract, sum, ZERO } from '../values/decimal.ts'
import { amountToDecimal } from '../values/money.ts'
import { type BookSide, cashOn } from './book-side.ts'
import { type Cause, type Movement } from './cause.ts'
import { comparison, type Comparison } from './comparison.ts'
import { type GivenItem, type GivenRecords } from './given-records.ts'
import { type MatchedItems, matchItems, type TheirItem } from './item-matching.ts'

/** Before the first movement that the custodian states, how far back one of the books may still be what it states. */
const DAYS_BEFORE = 7

export function compareCash(books: BookSide, { cash, items }: GivenRecords): readonly Comparison[] {
  const byDate = Map.groupBy(cash, ({ date }) => date)
  return [...byDate].flatMap(([date, rows]) => {
    const view = books.viewOn(date)
    const ours = cashOn(view)
    return [...new Set([...ours.keys(), ...rows.map(({ currency }) => currency)])].toSorted().map((subject) => {
      const currency = parseCurrency(subject) as Currency
      const own = rows.filter((row) => row.currency === currency)
      const balance = own.reduce((total, row) => total + row.balance, 0n)
      const sides = {
        matter: 'cash',
        subject: currency,
        date,
        unit: currency,
        ours: amountToDecimal(ours.get(currency) ?? 0n, currency),
        theirs: amountToDecimal(balance, currency),
        source: own[0]?.source,
      } as const
      return comparison(sides, ZERO, (difference) => {
        const causes = causesOf(difference, date, books, currency, items)
        // What is only settled elsewhere or later stands among receivables and payables, and moves no net assets.
        const settlements = sum(causes.map((cause) => (isSettlement(cause) ? effectOf(cause) : ZERO)))
        return { effect: books.inBase(subtract(difference, settlements), currency, date), causes }
      })
    })
  })
}

/** The movements of one currency through `date` on both sides, matched; none where the custodian states none. */
export function matchedThrough(date: CalendarDate, booked: readonly Movement[], items: readonly GivenItem[]): MatchedItems | undefined {
  const theirs = items.filter((item) => item.date <= date)
  const from = theirs[0]?.date
  if (from === undefined) return undefined
  const near = booked.filter((movement) => movement.date <= date && movement.date >= addDays(from, -DAYS_BEFORE))
  const { pairs, onlyOurs, onlyTheirs } = matchItems(
    near,
    theirs.map((item) => ({ ...item, amount: amountToDecimal(item.amount, item.currency) })),
  )
  return { pairs, onlyOurs: onlyOurs.filter((movement) => movement.date >= from), onlyTheirs }
}

function causesOf(difference: Decimal, date: CalendarDate, books: BookSide, currency: Currency, items: readonly GivenItem[]): readonly Cause[] {
  const booked = books.cash.get(currency) ?? []
  const matched = matchedThrough(
    date,
    booked,
    items.filter((item) => item.currency === currency),
  )
  if (matched === undefined) return asLargeAs(difference, date, booked)
  const causes: Cause[] = [
    ...matched.onlyOurs.map((movement): Cause => ({ kind: 'only booked', movement })),
    ...matched.onlyTheirs.map((item): Cause => onlyThere(item, books)),
    ...matched.pairs.flatMap(({ ours, theirs }): readonly Cause[] =>
      equals(ours.amount, theirs.amount) ? [] : [{ kind: 'other amount', movement: ours, there: theirs.amount, source: theirs.source }],
    ),
  ]
  const rest = subtract(difference, sum(causes.map(effectOf)))
  return isZero(rest) ? causes : [...causes, { kind: 'rest', amount: rest }]
}

export const onlyThere = ({ date, amount, reference, description, source }: TheirItem, { isRecorded }: BookSide): Cause => ({
  kind: 'only there',
  date,
  amount,
  reference,
  description,
  source,
  isSettlement: reference !== undefined && isRecorded(reference, date),
})

const isSettlement = (cause: Cause): boolean =>
  (cause.kind === 'only booked' && cause.movement.isSettlement) || (cause.kind === 'only there' && cause.isSettlement)

/** What the cause adds to their side less ours. */
function effectOf(cause: Cause): Decimal {
  switch (cause.kind) {
    case 'only booked':
      return negate(cause.movement.amount)
    case 'only there':
      return cause.amount
    case 'other amount':
      return subtract(cause.there, cause.movement.amount)
    case 'timing':
    case 'as large as':
    case 'rest':
      return ZERO
  }
}

/** Movements of the last days, one of which alone, or all of one day together, would make the difference were it not at the other side yet. */
export function asLargeAs(difference: Decimal, date: CalendarDate, booked: readonly Movement[]): readonly Cause[] {
  const recent = booked.filter((movement) => movement.date <= date && movement.date > addDays(date, -DAYS_BEFORE))
  const one = recent.findLast(({ amount }) => isZero(add(amount, difference)))
  if (one !== undefined) return [{ kind: 'as large as', movement: one }]
  const together = [...Map.groupBy(recent, (movement) => movement.date).values()].findLast((ofDay) =>
    isZero(add(sum(ofDay.map(({ amount }) => amount)), difference)),
  )
  return (together ?? []).map((movement) => ({ kind: 'as large as', movement }))
}
