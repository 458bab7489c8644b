/**
 * In which net asset value an event first appears (R6.3, 17 CFR 270.2a-4(a)(2)–(3)): derived from its kind, its date and
 * the policy, never stored on it.
 */
import { type CalendarDate } from '../values/calendar-date.ts'
import { unreachable } from '../values/invariant.ts'
import { type RecordId } from '../values/record-id.ts'
import { type FundEvent } from '../events/event.ts'
import { compareBooking } from '../events/order.ts'
import { type ClassId, type Fund } from '../reference/fund.ts'
import { nextBusinessDay, onOrAfter } from '../reference/nyse-calendar.ts'
import { policyOn } from '../reference/policy.ts'

/** An event with the date of the first net asset value that includes it. */
export type Included = { readonly event: FundEvent; readonly navDate: CalendarDate }

/** All events in the order of booking, each with its NAV date. */
export function includeEvents(events: readonly FundEvent[], fund: Fund): readonly Included[] {
  const ordered = events.toSorted(compareBooking)
  const firstDays = new Map<ClassId, CalendarDate>()
  const takenOn = new Set(ordered.flatMap((event) => (event.kind === 'opening-shares' ? [event.payload.classId] : [])))
  for (const event of ordered) {
    if (isIssue(event) && !takenOn.has(event.payload.classId) && !firstDays.has(event.payload.classId))
      firstDays.set(event.payload.classId, event.effectiveDate)
  }
  const navDates = new Map<RecordId, CalendarDate>()
  for (const event of ordered) if (!('of' in event.payload)) navDates.set(event.id, navDateOf(event as Cause, fund, firstDays))

  return ordered.map((event) => {
    const own = navDates.get(event.id)
    if (own !== undefined || !('of' in event.payload)) return { event, navDate: own as CalendarDate }
    // Cash cannot move in the books before what it moves for is there.
    const settled = onOrAfter(event.effectiveDate)
    const trade = navDates.get(event.payload.of) ?? settled
    return { event, navDate: trade > settled ? trade : settled }
  })
}

/** What is in a net asset value by its own date: all but the cash that moves for others. */
type Cause = Exclude<FundEvent, { kind: 'settlement' | 'reclaim' }>

const isIssue = (event: FundEvent): event is Extract<FundEvent, { kind: 'subscription' | 'creation-in-kind' }> =>
  event.kind === 'subscription' || event.kind === 'creation-in-kind'

function navDateOf(event: Cause, fund: Fund, firstDays: ReadonlyMap<ClassId, CalendarDate>): CalendarDate {
  switch (event.kind) {
    case 'purchase':
    case 'sale':
      return policyOn(fund.policies, 'nav_timing', event.effectiveDate)?.settings.trades === 'T' ? event.effectiveDate : nextBusinessDay(event.effectiveDate)
    case 'subscription':
    case 'creation-in-kind':
      // The first shares of a class are in the net asset value of their own day: without them there is none.
      return firstDays.get(event.payload.classId) === event.effectiveDate ? event.effectiveDate : nextBusinessDay(event.effectiveDate)
    case 'redemption':
    case 'redemption-in-kind':
      return nextBusinessDay(event.effectiveDate)
    case 'share-split':
    case 'split': // The prices of its day are in new units.
    case 'opening-balance':
    case 'opening-lot':
    case 'opening-shares':
      return event.effectiveDate
    case 'dividend': {
      // Rule 2a-4(a)(5) takes the ex-date; what becomes known later is in the first net asset value after that (R12.27).
      const { informed } = event.payload
      return onOrAfter(informed === undefined || informed < event.effectiveDate ? event.effectiveDate : informed)
    }
    case 'interest':
    case 'securities-lending':
    case 'other-income':
    case 'name-change':
    case 'currency-exchange':
    case 'invoice':
    case 'manual-entry':
      return onOrAfter(event.effectiveDate)
    default:
      return unreachable(event)
  }
}
