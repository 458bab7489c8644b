/**
 * The price of a day found a second way: every observation that may stand at all is given a rank, and the lowest is taken.
 * Nothing is walked through in order, and memos are gathered from the whole book by the days on which they hold.
 */
import { type CalendarDate } from '../../values/calendar-date.ts'
import { type Instrument, type InstrumentId } from '../../reference/instrument.ts'
import { previousBusinessDay } from '../../reference/nyse-calendar.ts'
import { type PolicyBook, policyOn, type PolicySettings } from '../../reference/policy.ts'
import { type PriceBook, type PriceObservation } from '../../market/price-book.ts'

export type SecondPrice = (instrument: Instrument, date: CalendarDate) => PriceObservation | undefined

export function secondPrices(prices: PriceBook, policies: PolicyBook): SecondPrice {
  const memos = new Map<InstrumentId, PriceObservation[]>()
  for (const observation of prices.all()) {
    if (observation.type !== 'fair-value' || observation.judgement?.factor !== undefined) continue
    const known = memos.get(observation.instrument)
    if (known === undefined) memos.set(observation.instrument, [observation])
    else known.push(observation)
  }

  return ({ id, type }, date) => {
    const settings = policyOn(policies, 'valuation', date, type)?.settings
    let best: PriceObservation | undefined
    let lowest = Number.POSITIVE_INFINITY
    const offer = (observation: PriceObservation, rank: number | undefined): void => {
      if (rank !== undefined && rank < lowest) [best, lowest] = [observation, rank]
    }
    const isHalted = prices.haltOn(id, date) !== undefined
    let hasOwn = false
    for (const observation of prices.on(id, date)) {
      hasOwn ||= observation.type === 'fair-value'
      offer(observation, observation.type === 'override' ? -1 : rankOf(observation, settings, isHalted, 0))
    }
    const known = hasOwn ? [] : (memos.get(id) ?? []).filter((memo) => memo.date <= date)
    const latest = known.reduce((last, memo) => Math.max(last, memo.date), 0)
    for (const memo of known) if (memo.date === latest && (memo.judgement?.nextReview ?? date) >= date) offer(memo, rankOf(memo, settings, isHalted, 0))

    let day = date
    for (let back = 1; !isHalted && back <= (settings?.stale_days ?? 0); back += 1) {
      day = previousBusinessDay(day)
      if (prices.haltOn(id, day) !== undefined) break
      for (const observation of prices.on(id, day)) if (observation.judgement === undefined) offer(observation, rankOf(observation, settings, false, back))
    }
    return best
  }
}

/** Days back, then the place of the type and of the source in the policy; undefined where the observation may not stand. */
function rankOf({ type, supplier }: PriceObservation, settings: PolicySettings<'valuation'> | undefined, isHalted: boolean, back: number): number | undefined {
  if (settings === undefined) return undefined
  const isOwn = type === 'fair-value' || type === 'override'
  if (isHalted) return type === 'fair-value' ? 0 : undefined
  const place = settings.price_types.indexOf(type)
  const source = isOwn || settings.price_sources === undefined ? 0 : settings.price_sources.indexOf(supplier)
  if (place === -1 || source === -1) return undefined
  return back * 1_000_000_000 + (settings.prefer === 'source' ? runOf(place, settings) * 1_000_000 + source * 100 + place : place * 100 + source)
}

/** Of a list ranked by source first: judgements, and the quotations between two of them, in their order. */
function runOf(place: number, { price_types: types }: PolicySettings<'valuation'>): number {
  const own = types.flatMap((each, index) => (each === 'fair-value' || each === 'override' ? [index] : []))
  return own.filter((index) => index < place).length * 2 + (own.includes(place) ? 1 : 0)
}
