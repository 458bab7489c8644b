/** Which of the day's observations prices an instrument (R5.2, R5.3): by type in the order of the policy, then by supplier. */
import { type PriceObservation } from '../market/price-book.ts'
import { type PolicySettings } from '../reference/policy.ts'

export type Selection =
  | { readonly found: PriceObservation }
  | { readonly found: undefined; readonly why: 'missing' }
  /** Two suppliers give the same type and the policy does not rank them. */
  | { readonly found: undefined; readonly why: 'ambiguous'; readonly candidates: readonly PriceObservation[] }

export function selectPrice(observations: readonly PriceObservation[], policy: PolicySettings<'valuation'>): Selection {
  for (const type of policy.price_types) {
    const ofType = observations.filter((observation) => observation.type === type)
    if (ofType.length === 0) continue
    if (policy.price_sources === undefined) {
      return ofType.length === 1 ? { found: ofType[0] as PriceObservation } : { found: undefined, why: 'ambiguous', candidates: ofType }
    }
    for (const supplier of policy.price_sources) {
      const found = ofType.find((observation) => observation.supplier === supplier)
      if (found !== undefined) return { found }
    }
  }
  return { found: undefined, why: 'missing' }
}
