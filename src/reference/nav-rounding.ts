/** How the net asset value per share of a day is rounded (R6.7): one reading of the policy for the strike, its proof and the statements. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type RoundingMode } from '../values/decimal.ts'
import { invariant } from '../values/invariant.ts'
import { policyOn, type PolicyBook } from './policy.ts'

/** To `scale` places of the base currency a share. */
export type NavRounding = { readonly mode: RoundingMode; readonly scale: number }

/** While books are kept: undefined on a day without the policy. Such a gap is an issue that is found beside the replay (`policyGaps`), not by it. */
export function navRoundingOn(policies: PolicyBook, on: CalendarDate): NavRounding | undefined {
  const settings = policyOn(policies, 'nav_rounding', on)?.settings
  return settings === undefined ? undefined : { mode: settings.mode, scale: settings.decimals }
}

/** Of books without issues: `policyIssues` and `policyGaps` leave none of their days without the policy. */
export function publishedRounding(policies: PolicyBook, on: CalendarDate): NavRounding {
  const rounding = navRoundingOn(policies, on)
  invariant(rounding !== undefined, `no nav_rounding in force on ${formatCalendarDate(on)}, in books without issues`)
  return rounding
}
