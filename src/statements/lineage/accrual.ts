/**
 * What an accrued expense was made from: the policy it is charged by, and for a fee the net assets it was charged on. Of a
 * sum posted by carry (R0.9) the net assets since the sum began decide, for a cent may move from one day to the next.
 */
import { addDays, type CalendarDate, formatCalendarDate, yearMonthDay } from '../../values/calendar-date.ts'
import { fiscalPeriod, fiscalYearEndOnOrAfter } from '../../reference/fund.ts'
import { onOrAfter } from '../../reference/nyse-calendar.ts'
import { feePolicyKinds, type FeePolicyKind, type Policy, policyOn } from '../../reference/policy.ts'
import { type FundEvent } from '../../events/event.ts'
import { type Invoice } from '../../events/invoice.ts'
import { type Cause, type JournalEntry } from '../../ledger/journal-entry.ts'
import { type FigureBook } from '../figure-book.ts'
import { isShareEvent } from '../trade-events.ts'
import { basketParts } from './causes/in-kind.ts'
import { fromFigures, fromRows, join, NONE, type Parts } from './parts.ts'
import { row, type SourceField } from './source-field.ts'
import { strikeFigure } from '../strike-figure.ts'

export type AccrualCause = Extract<Cause, { rule: 'accrual' }>

/** The policies behind the accrual of an entry. */
export const accrualSources = ({ charge, through }: Pick<AccrualCause, 'charge' | 'through'>, figures: FigureBook): Parts => {
  const { policies } = figures.books.fund
  const fee = feeNamed(charge)
  const settings = policyOn(policies, 'expense_accrual', through)
  const charged = fee === undefined ? budgetsNamed(charge, through, figures) : [policyOn(policies, fee, through)].filter((policy) => policy !== undefined)
  return fromRows(
    [...charged, ...(settings === undefined ? [] : [settings])].map((policy): SourceField => {
      const from = formatCalendarDate(policy.from)
      const { from: _from, ...terms } = policy.settings
      const fields = Object.entries(terms).flatMap(([name, value]) => (value === undefined || !amounts.has(name) ? [] : [name]))
      return {
        record: `${policy.kind}/${from}`,
        source: policy.source,
        fields,
        text: `${policy.kind === 'expense_budget' ? `budget ${charge}` : policy.kind} in force from ${from}`,
      }
    }),
  )
}

/** Settings that decide an amount; the others say whose it is. */
const amounts: ReadonlySet<string> = new Set([
  'rate',
  'breakpoints',
  'minimum',
  'minimum_test',
  'annual_amount',
  'share',
  'true_up',
  'rounding',
  'day_count',
  'weekend',
  'base_includes_capital',
])

/** What the fees of the entries were charged on. */
export function feeBasesOf(entries: readonly JournalEntry[], figures: FigureBook): Parts {
  const bases = [...Map.groupBy(entries.filter(isFee), (entry) => entry.cause.charge).values()].map((ofCharge) => {
    const [first, last] = [ofCharge[0] as FeeEntry, ofCharge.at(-1) as FeeEntry]
    return basesBetween(sumBegun(first.cause, figures), last.navDate, figures)
  })
  return bases.length === 0 ? NONE : join(bases)
}

/** What the accrual of one net asset value was made from: for a fee, the net assets of the last one before it. */
export function accrualParts(entry: JournalEntry, figures: FigureBook): Parts {
  const { cause } = entry
  if (cause.by === 'record' || cause.rule !== 'accrual') return 'record' in cause ? invoiceParts(figures.books.eventOf(cause.record) as Invoice, figures) : NONE
  return join([accrualSources(cause, figures), isFee(entry) ? basesBetween(entry.navDate, entry.navDate, figures) : NONE])
}

/** What an invoice adds to or takes from what was accrued for its days. */
export function invoiceParts(event: Invoice, figures: FigureBook): Parts {
  const { against, periodFrom, periodThrough } = event.payload
  const own = fromRows([row(event, ['amount', 'period_from', 'period_through'], figures)])
  if (against === undefined) return own
  const isOnNetAssets = feeNamed(against) !== undefined
  const last = onOrAfter(periodThrough < event.effectiveDate ? periodThrough : event.effectiveDate)
  return join([own, accrualSources({ charge: against, through: periodThrough }, figures), isOnNetAssets ? basesBetween(periodFrom, last, figures) : NONE])
}

type FeeEntry = JournalEntry & { readonly cause: AccrualCause }

const isFee = (entry: JournalEntry): entry is FeeEntry =>
  entry.cause.by === 'rule' && entry.cause.rule === 'accrual' && feeNamed(entry.cause.charge) !== undefined

const feeNamed = (charge: string): FeePolicyKind | undefined => feePolicyKinds.find((kind) => kind === charge)

/** The entry in force first. */
const budgetsNamed = (charge: string, through: CalendarDate, { books }: FigureBook): readonly Policy[] =>
  ((books.fund.policies.get('expense_budget') ?? []) as readonly Policy<'expense_budget'>[])
    .toReversed()
    .filter(({ settings, from }) => settings.id === charge && from <= through)

/** The first day of the sum that the accrual is a part of. */
function sumBegun({ charge, from }: AccrualCause, { books: { fund } }: FigureBook): CalendarDate {
  const fee = feeNamed(charge)
  const year = fiscalPeriod(yearMonthDay(fiscalYearEndOnOrAfter(from, fund.series.fiscalYearEnd)).year, fund.series)
  const policies = [fee === undefined ? undefined : policyOn(fund.policies, fee, from), policyOn(fund.policies, 'expense_accrual', from)]
  return Math.max(year.from, ...policies.map((policy) => policy?.from ?? year.from)) as CalendarDate
}

/** The strikes from the one before `from` to the last before the net asset value of `navDate`, and the orders in those after them where they count (R7.1). */
function basesBetween(from: CalendarDate, navDate: CalendarDate, figures: FigureBook): Parts {
  const { nav, replay, fund } = figures.books
  const first = nav.strikeOn(addDays(from, -1))?.date ?? from
  const strikes = replay.strikes.filter(({ date }) => date >= first && date < navDate)
  const orders = replay.included.filter(
    ({ event, navDate: of }) =>
      isShareEvent(event) && of > first && of <= navDate && policyOn(fund.policies, 'expense_accrual', of)?.settings.base_includes_capital === 'yes',
  )
  return join([
    fromFigures(strikes.map(({ date }) => strikeFigure(figures, 'net assets', date).id)),
    ...orders.map(({ event }) => capitalParts(event, figures)),
  ])
}

/** The dollars of an order of fund shares, before fees. */
function capitalParts(event: FundEvent, figures: FigureBook): Parts {
  if (event.kind === 'creation-in-kind' || event.kind === 'redemption-in-kind') return basketParts(event, figures)
  return event.kind === 'subscription' || event.kind === 'redemption' ? fromRows([row(event, ['amount', 'shares'], figures)]) : NONE
}
