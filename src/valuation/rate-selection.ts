/** Which of the day's observations translates a currency (R5.6): those of the one time of the policy, by source in its order. */
import { type RateObservation } from '../market/rate-book.ts'
import { type PolicySettings } from '../reference/policy.ts'

export type RateSelection =
  | { readonly found: RateObservation }
  | { readonly found: undefined; readonly why: 'missing' }
  /** Several are left and the policy does not rank them. */
  | { readonly found: undefined; readonly why: 'ambiguous'; readonly candidates: readonly RateObservation[] }

/** Without a policy only a single observation of the day is one to take. */
export function selectRate(observations: readonly RateObservation[], policy: PolicySettings<'exchange_rates'> | undefined): RateSelection {
  const ofTime = policy === undefined ? observations : observations.filter(({ time }) => time === policy.time)
  if (ofTime.length === 0) return { found: undefined, why: 'missing' }
  for (const source of policy?.sources ?? []) {
    const found = ofTime.find(({ supplier }) => supplier === source)
    if (found !== undefined) return { found }
  }
  if (policy?.sources !== undefined) return { found: undefined, why: 'missing' }
  return ofTime.length === 1 ? { found: ofTime[0] as RateObservation } : { found: undefined, why: 'ambiguous', candidates: ofTime }
}
