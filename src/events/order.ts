/**
 * The order of booking (R6.4): total, and blind to arrival and to the order of rows. Effective date, then the rank of
 * the kind, then the time if the source gives one, then the id.
 */
import { formatCalendarDate } from '../values/calendar-date.ts'
import { compareText } from '../values/issue.ts'
import { bookingRanks } from './event-kind.ts'
import { type EventKind, eventKinds, eventKindNames, type FundEvent } from './event.ts'

const ranks = Object.fromEntries(eventKindNames.map((kind) => [kind, bookingRanks[eventKinds[kind].rank]])) as Readonly<Record<EventKind, number>>

export function compareBooking(left: FundEvent, right: FundEvent): number {
  return (
    left.effectiveDate - right.effectiveDate ||
    phase(left) - phase(right) ||
    compareText(timeKey(left), timeKey(right)) ||
    ranks[left.kind] - ranks[right.kind] ||
    compareText(left.id, right.id)
  )
}

/** Purchases and sales share a phase, in which the time decides. */
const phase = (event: FundEvent): number => (event.kind === 'sale' ? ranks.purchase : ranks[event.kind])

/** A purchase without a time is booked before all timed trades of its day, a sale without one after them. */
function timeKey(event: FundEvent): string {
  if (event.kind === 'purchase') return withSeconds(event.payload.time ?? '')
  if (event.kind === 'sale') return withSeconds(event.payload.time ?? '~')
  // A correction is known after what it corrects, and is booked after it.
  if (event.kind === 'dividend' && event.payload.informed !== undefined) return formatCalendarDate(event.payload.informed)
  return ''
}

/** 09:30 and 09:30:00 are one time. */
const withSeconds = (time: string): string => (time.length === 'HH:MM'.length ? `${time}:00` : time)

/** Whether it changes positions before the trades of its day. A fund is taken on at the close. */
export const isAtOpen = ({ kind }: FundEvent): boolean => ranks[kind] === bookingRanks['corporate action']
