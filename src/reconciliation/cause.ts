/** What makes up a difference: a movement on one side alone, at another time, or of another amount; and how that is said. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Decimal, formatDecimal, withoutTrailingZeros } from '../values/decimal.ts'
import { type SourceRow } from '../values/table.ts'

/** A movement of the books: what it moved, positive where the fund received it. */
export type Movement = {
  readonly record: string
  readonly date: CalendarDate
  readonly amount: Decimal
  /** Whether it pays what the books owe or are owed already: until the other side has it, net assets are no others. */
  readonly isSettlement: boolean
}

export type Cause =
  /** Booked, and not at the other side. */
  | { readonly kind: 'only booked'; readonly movement: Movement }
  /** At the other side, and not booked. */
  | {
      readonly kind: 'only there'
      readonly date: CalendarDate
      readonly amount: Decimal
      readonly reference: string | undefined
      readonly description: string | undefined
      readonly source: SourceRow
      /** Whether its reference is that of a record that is effective, and so owed or owing on the books. */
      readonly isSettlement: boolean
    }
  /** On both sides, at two dates: a timing item. */
  | { readonly kind: 'timing'; readonly movement: Movement; readonly there: CalendarDate }
  /** On both sides by its reference, with two amounts. */
  | { readonly kind: 'other amount'; readonly movement: Movement; readonly there: Decimal; readonly source: SourceRow }
  /** Not known, but a movement of the last days is as large. */
  | { readonly kind: 'as large as'; readonly movement: Movement }
  /** What the movements leave unexplained. */
  | { readonly kind: 'rest'; readonly amount: Decimal }

/** `purchase-0001 of 2024-06-05, USD -2504.00: booked, not at the custodian yet`. */
export function causeText(cause: Cause, unit: string, other: string): string {
  const figure = (amount: Decimal): string => figureText(amount, unit)
  switch (cause.kind) {
    case 'only booked':
      return `${cause.movement.record} of ${formatCalendarDate(cause.movement.date)}, ${figure(cause.movement.amount)}: ${cause.movement.isSettlement ? 'settled' : 'booked'}, not at ${other} yet`
    case 'only there':
      return `${[cause.reference, cause.description].filter((word) => word !== undefined).join(', ') || 'a movement'} of ${formatCalendarDate(cause.date)}, ${figure(cause.amount)} (${cause.source.file}:${cause.source.row}): at ${other}, ${cause.isSettlement ? 'not settled on the books yet' : 'not booked'}`
    case 'timing':
      return `timing: ${cause.movement.record}, ${figure(cause.movement.amount)}, booked ${formatCalendarDate(cause.movement.date)}, at ${other} ${formatCalendarDate(cause.there)}`
    case 'other amount':
      return `${cause.movement.record} of ${formatCalendarDate(cause.movement.date)}: ${figure(cause.movement.amount)} booked, ${figure(cause.there)} at ${other} (${cause.source.file}:${cause.source.row})`
    case 'as large as':
      return `as large as ${cause.movement.record} of ${formatCalendarDate(cause.movement.date)}, ${figure(cause.movement.amount)}: perhaps not at ${other} yet`
    case 'rest':
      return `${figure(cause.amount)} that no movement explains`
  }
}

/** `USD -2504.00`, `100 units`: all places of money, of units those that are not zeros. */
export const figureText = (amount: Decimal, unit: string): string =>
  isCount(unit) ? countText(formatDecimal(withoutTrailingZeros(amount)), unit) : `${unit} ${formatDecimal(amount)}`

const countText = (count: string, unit: string): string => `${count} ${/^-?1$/.test(count) ? unit.slice(0, -1) : unit}`

/** Whether the figures are counted, and are not money. */
export const isCount = (unit: string): boolean => unit === 'units' || unit === 'shares'
