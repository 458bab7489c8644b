/**
 * Which of the day's observations translates a currency (R5.6), and whether those of all currencies are one set: by the policy
 * where one is in force, which names the time and may rank the sources; without it there must be nothing to choose between.
 */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { type Issue } from '../values/issue.ts'
import { type RateObservation } from '../market/rate-book.ts'
import { type PolicySettings } from '../reference/policy.ts'

export type RateSelection =
  | { readonly found: RateObservation }
  | { readonly found: undefined; readonly why: 'missing' }
  /** Two sources, or two times, and nothing ranks them. */
  | { readonly found: undefined; readonly why: 'ambiguous'; readonly candidates: readonly RateObservation[] }

/** One of the observations of a currency on a day. */
export function selectRate(observations: readonly RateObservation[], policy: PolicySettings<'exchange_rates'> | undefined): RateSelection {
  const timely = policy === undefined ? observations : observations.filter(({ time }) => time === policy.time)
  if (policy?.sources === undefined) {
    if (timely.length > 1) return { found: undefined, why: 'ambiguous', candidates: timely }
    return timely[0] === undefined ? { found: undefined, why: 'missing' } : { found: timely[0] }
  }
  for (const source of policy.sources) {
    const found = timely.find(({ supplier }) => supplier === source)
    if (found !== undefined) return { found }
  }
  return { found: undefined, why: 'missing' }
}

/** Several rates of a currency, and nothing to choose by. */
export const ambiguousRate = (currency: Currency, date: CalendarDate, candidates: readonly RateObservation[]): Issue => ({
  code: 'valuation.rate-ambiguous',
  place: { file: candidates[0]?.source.file ?? 'rates/', row: candidates[0]?.source.row ?? 1, column: 'rate' },
  found: `${candidates.length} rates of ${currency} on ${formatCalendarDate(date)}: ${candidates.map(shown).join(', ')}`,
  needed: 'one time, and an order of preference between the sources',
  remedy: 'Set time and sources in the policy exchange_rates of fund.yaml, or remove one of the rates.',
  about: { currency, date: formatCalendarDate(date) },
})

const shown = ({ supplier, time, source: { file, row } }: RateObservation): string => `${supplier} at ${time} (${file}:${row})`

/** The rates of one net asset value that are not all of one time. Without a policy nothing but the rates themselves says which it is. */
export function severalTimes(rates: readonly RateObservation[]): readonly Issue[] {
  const [first, ...others] = rates
  const other = others.find(({ time }) => time !== first?.time)
  if (first === undefined || other === undefined) return []
  const day = formatCalendarDate(other.date)
  return [
    {
      code: 'valuation.rate-times',
      place: { file: other.source.file, row: other.source.row, column: 'time' },
      found: `${other.currency} at ${other.time}, and ${first.currency} at ${first.time} (${first.source.file}:${first.source.row}), on ${day}`,
      needed: 'one time for all rates of a net asset value',
      remedy: 'Give the rates of one time; the policy exchange_rates of fund.yaml can name it.',
      about: { currency: other.currency, date: day },
    },
  ]
}
