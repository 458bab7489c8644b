/**
 * Which observation prices an instrument on a day (R5.2, R5.3), in this order: an override; the types of the policy, with a fair
 * value at its place among them; and where the policy allows it the price of an earlier day, flagged as stale. While trading
 * is halted no quotation is taken, of this day or an earlier one (R5.13).
 */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Halt } from '../market/halt.ts'
import { isJudged } from '../market/judgement.ts'
import { type Level, type PriceType } from '../market/price.ts'
import { type PriceBook, type PriceObservation } from '../market/price-book.ts'
import { type Instrument } from '../reference/instrument.ts'
import { previousBusinessDay } from '../reference/nyse-calendar.ts'
import { type Policy, type PolicyBook, policyOn, type PolicySettings } from '../reference/policy.ts'

export type Selection =
  | { readonly found: PriceObservation }
  | { readonly found: undefined; readonly why: 'missing' }
  /** Two sources give the same type and the policy does not rank them. */
  | { readonly found: undefined; readonly why: 'ambiguous'; readonly candidates: readonly PriceObservation[] }

/** The price of a day: the observation, its level on that day (R5.10), and for how many business days it has stood in. */
export type SelectedPrice = { readonly observation: PriceObservation; readonly level: Level; readonly staleDays: number }

/** The policy entry by which it was selected, or not. */
export type DaySelection = { readonly policy: Policy<'valuation'> | undefined } & (
  | { readonly found: SelectedPrice }
  | {
      readonly found: undefined
      readonly why: 'missing'
      /** The halt that lets no quotation in. */
      readonly halt: Halt | undefined
      /** A fair value whose review is overdue. */
      readonly expired: PriceObservation | undefined
    }
  | { readonly found: undefined; readonly why: 'ambiguous'; readonly candidates: readonly PriceObservation[] }
)

/** One of the observations given, by the order of the policy. Its sources rank quotations only; a judgement is the fund's own. */
export function selectPrice(observations: readonly PriceObservation[], policy: PolicySettings<'valuation'>): Selection {
  const { price_types: types, price_sources: sources } = policy
  if (sources === undefined || policy.prefer !== 'source') return firstOfTypes(observations, types, sources)
  // Quotations between two judgements of the list are ranked by source, then by type.
  for (const run of runsOf(types)) {
    const ofRun = observations.filter(({ type }) => run.includes(type))
    for (const source of run.some(isJudged) ? [undefined] : sources) {
      const own = source === undefined ? ofRun : ofRun.filter(({ supplier }) => supplier === source)
      const selection = firstOfTypes(own, run, sources)
      if (selection.found !== undefined || selection.why === 'ambiguous') return selection
    }
  }
  return { found: undefined, why: 'missing' }
}

/** The types in their order, each judgement by itself and the quotations between two of them together. */
function runsOf(types: readonly PriceType[]): readonly (readonly PriceType[])[] {
  const runs: PriceType[][] = []
  for (const type of types) {
    const last = runs.at(-1)
    if (last === undefined || isJudged(type) || last.some(isJudged)) runs.push([type])
    else last.push(type)
  }
  return runs
}

function firstOfTypes(observations: readonly PriceObservation[], types: readonly PriceType[], sources: readonly string[] | undefined): Selection {
  for (const type of types) {
    const ofType = observations.filter((observation) => observation.type === type)
    if (ofType.length === 0) continue
    if (sources === undefined || isJudged(type)) return onlyOne(ofType)
    for (const source of sources) {
      const found = ofType.find(({ supplier }) => supplier === source)
      if (found !== undefined) return { found }
    }
  }
  return { found: undefined, why: 'missing' }
}

const onlyOne = (candidates: readonly PriceObservation[]): Found =>
  candidates.length === 1 ? { found: candidates[0] as PriceObservation } : { found: undefined, why: 'ambiguous', candidates }

/** The price of an instrument on a business day, by the valuation policy for its type. */
export function priceOn(prices: PriceBook, policies: PolicyBook, { id, type }: Pick<Instrument, 'id' | 'type'>, date: CalendarDate): DaySelection {
  const policy = policyOn(policies, 'valuation', date, type)
  const observed = prices.on(id, date)
  if (observed.some(({ type: each }) => each === 'override'))
    return onDay(policy, onlyOne(observed.filter((observation) => observation.type === 'override')), 0)
  const halt = prices.haltOn(id, date)
  if (policy === undefined) return { policy, found: undefined, why: 'missing', halt, expired: undefined }

  const memos = observed.some((observation) => observation.type === 'fair-value') ? [] : prices.fairValuesUpTo(id, date)
  const inForce = memos.length === 0 ? memos : memos.filter(({ judgement }) => (judgement?.nextReview ?? date) >= date)
  const expired = inForce.length > 0 ? undefined : memos[0]
  const settings = halt === undefined ? policy.settings : { ...policy.settings, price_types: ['fair-value'] as const }
  const today = selectPrice(inForce.length === 0 ? observed : [...observed, ...inForce], settings)
  if (today.found !== undefined || today.why === 'ambiguous') return onDay(policy, today, 0)

  let day = date
  for (let staleDays = 1; halt === undefined && staleDays <= (policy.settings.stale_days ?? 0); staleDays += 1) {
    day = previousBusinessDay(day)
    if (prices.haltOn(id, day) !== undefined) break
    // A judgement says itself how long it holds.
    const quoted = prices.on(id, day).filter((observation) => !isJudged(observation.type))
    const earlier = selectPrice(quoted, policy.settings)
    if (earlier.found !== undefined || earlier.why === 'ambiguous') return onDay(policy, earlier, staleDays)
  }
  return { policy, found: undefined, why: 'missing', halt, expired }
}

type Found = Exclude<Selection, { why: 'missing' }>

function onDay(policy: Policy<'valuation'> | undefined, selection: Found, staleDays: number): DaySelection {
  if (selection.found === undefined) return { policy, found: undefined, why: 'ambiguous', candidates: selection.candidates }
  const { level } = selection.found
  // The quotation of another day is not one of the measurement date.
  return { policy, found: { observation: selection.found, level: staleDays > 0 && level === '1' ? '2' : level, staleDays } }
}
