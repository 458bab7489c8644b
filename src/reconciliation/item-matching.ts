/**
 * Movements of cash on the books and at the custodian, matched one by one (R12.2): by amount, date and reference; then by
 * amount and reference, which is a timing item; by amount and date; by amount within a few days; last by the reference alone,
 * with two amounts. A reference that names another record of the books speaks against a match.
 */
import { type CalendarDate } from '../values/calendar-date.ts'
import { equals, type Decimal, formatDecimal, withoutTrailingZeros } from '../values/decimal.ts'
import { type SourceRow } from '../values/table.ts'
import { addBusinessDays } from '../reference/nyse-calendar.ts'
import { type Movement } from './cause.ts'

export type TheirItem = {
  readonly date: CalendarDate
  readonly amount: Decimal
  readonly reference: string | undefined
  readonly description: string | undefined
  readonly source: SourceRow
}

export type MatchedItems = {
  readonly pairs: readonly { readonly ours: Movement; readonly theirs: TheirItem }[]
  readonly onlyOurs: readonly Movement[]
  readonly onlyTheirs: readonly TheirItem[]
}

/** How many business days two dates of one amount without a reference may lie apart. */
const DAYS_APART = 5

export function matchItems(ours: readonly Movement[], theirs: readonly TheirItem[]): MatchedItems {
  const records = new Set(ours.map(({ record }) => record))
  const named = (item: TheirItem): string | undefined => (item.reference !== undefined && records.has(item.reference) ? item.reference : undefined)
  const left = { ours: new Set(ours), theirs: new Set(theirs) }
  const pairs: { ours: Movement; theirs: TheirItem }[] = []

  const pass = (
    keyOfOurs: (movement: Movement) => string,
    keyOfTheirs: (item: TheirItem) => string | undefined,
    fits: (movement: Movement, item: TheirItem) => boolean,
  ): void => {
    const waiting = Map.groupBy(left.ours, keyOfOurs)
    for (const item of left.theirs) {
      const key = keyOfTheirs(item)
      const candidates = key === undefined ? undefined : waiting.get(key)
      const found = candidates?.filter((movement) => left.ours.has(movement) && fits(movement, item)).toSorted(nearest(item))[0]
      if (found === undefined) continue
      left.ours.delete(found)
      left.theirs.delete(item)
      pairs.push({ ours: found, theirs: item })
    }
  }
  const always = (): boolean => true
  const amountKey = ({ amount }: { readonly amount: Decimal }): string => formatDecimal(withoutTrailingZeros(amount))
  pass(
    (movement) => `${amountKey(movement)} ${movement.date} ${movement.record}`,
    (item) => (named(item) === undefined ? undefined : `${amountKey(item)} ${item.date} ${named(item)}`),
    always,
  )
  pass(
    (movement) => `${amountKey(movement)} ${movement.record}`,
    (item) => (named(item) === undefined ? undefined : `${amountKey(item)} ${named(item)}`),
    always,
  )
  pass(
    amountKey,
    (item) => (named(item) === undefined ? amountKey(item) : undefined),
    (movement, item) => movement.date === item.date,
  )
  pass(amountKey, (item) => (named(item) === undefined ? amountKey(item) : undefined), areNear)
  pass(
    ({ record }) => record,
    named,
    (movement, item) => !equals(movement.amount, item.amount),
  )
  return { pairs, onlyOurs: [...left.ours], onlyTheirs: [...left.theirs] }
}

const nearest =
  ({ date }: TheirItem) =>
  (left: Movement, right: Movement): number =>
    Math.abs(left.date - date) - Math.abs(right.date - date)

function areNear({ date: ours }: Movement, { date: theirs }: TheirItem): boolean {
  const [first, last] = ours < theirs ? [ours, theirs] : [theirs, ours]
  return last <= addBusinessDays(first, DAYS_APART)
}
