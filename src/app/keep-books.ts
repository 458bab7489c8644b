/** The books of a fund through a date: replayed, proved by the second path, with every problem found on the way. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { compareIssues, type Issue } from '../values/issue.ts'
import { invariant } from '../values/invariant.ts'
import { onOrBefore } from '../reference/nyse-calendar.ts'
import { policyGaps } from '../reference/policy.ts'
import { lastEffectiveDate } from '../events/check-references.ts'
import { type FundBook } from '../nav/fund-book.ts'
import { secondPath } from '../nav/proof/second-path.ts'
import { type Replay, replay, type Watch } from '../nav/replay.ts'
import { withoutConsequences } from './doubts.ts'
import { type OpenedBook } from './open-book.ts'

export type KeptBooks = { readonly replay: Replay; readonly issues: readonly Issue[] }

/** The last day with an event or a price: how far a book is kept when nobody says otherwise. */
export function lastDayOf(book: FundBook): CalendarDate {
  const event = lastEffectiveDate(book.events) ?? book.fund.series.booksFrom
  const { lastDate } = book.prices
  return onOrBefore(lastDate !== undefined && lastDate > event ? lastDate : event)
}

/** Replays the book through `through`, with the reporting view of each date in `views`; `watch` sees days go by. Issues of the reading are included. */
export function keepBooks(opened: OpenedBook & { readonly book: FundBook }, through: CalendarDate, views: readonly CalendarDate[], watch?: Watch): KeptBooks {
  const { fund, events } = opened.book
  const kept = replay(opened.book, through, views, { watch, onDay: opened.onDay })
  const gaps = policyGaps(fund.policies, fund.series.booksFrom, through).filter(({ place }) => !opened.doubts.policies.has(place.column?.split('.')[1] ?? ''))
  const issues = [...opened.issues, ...gaps, ...withoutConsequences(kept.issues, events, opened.doubts)].toSorted(compareIssues)
  if (issues.length === 0 && kept.issues.length === 0) assertSecondPath(kept)
  return { replay: kept, issues }
}

/** Net assets, shares and net asset value per share found another way each day agree, or nothing leaves the program. */
export function assertSecondPath({ book, included, strikes }: Replay): void {
  const byNavDate = Map.groupBy(included, ({ navDate }) => navDate)
  const days = strikes.map(({ date }) => ({ date, events: (byNavDate.get(date) ?? []).map(({ event }) => event) }))
  for (const [index, second] of secondPath({ ...book, days }).entries()) {
    const first = strikes[index]
    const [shareClass] = first?.classes ?? []
    const agrees =
      first?.netAssets === second.netAssets && shareClass?.outstanding === second.shares && shareClass.navPerShare?.units === second.navPerShare?.units
    invariant(
      agrees,
      `the two paths differ on ${formatCalendarDate(second.date)}: net assets ${first?.netAssets} and ${second.netAssets}, shares ${shareClass?.outstanding} and ${second.shares}`,
    )
  }
}
