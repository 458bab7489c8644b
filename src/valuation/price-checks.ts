/**
 * The checks of a selected price (R5.12): against the price of the day before, against its index, against other sources,
 * and whether it has stood too long. Each exception carries what it comes to per share of the fund, and whether it blocks.
 * Nothing here looks anything up: the day's facts are given.
 */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { decimal, type Decimal, formatShortDecimal } from '../values/decimal.ts'
import { type Impact, type Issue, type IssueCode } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { Price, type Shares } from '../values/scaled.ts'
import { type PriceObservation } from '../market/price-book.ts'
import { type Instrument } from '../reference/instrument.ts'
import { changeText, differs, exceeds, impactOf, likelySplit, looksLikeUnit, type Move, percentText } from './impact.ts'
import { type SelectedPrice } from './price-selection.ts'
import { type Tolerances } from './tolerances.ts'

/** The price of one holding on one day, and what it is worth. */
export type PriceFacts = {
  readonly instrument: Pick<Instrument, 'id' | 'name'>
  readonly date: CalendarDate
  readonly today: SelectedPrice
  /** Value of the holding at a price, at today's rate, in minor units of the base currency. */
  readonly valueAt: (price: Price) => Amount
  readonly fund: FundSize
}

/** All that it is checked against. */
export type CheckedPrice = PriceFacts & {
  /** The price of the business day before, in today's units where a split came between; undefined where there was none. */
  readonly before: SelectedPrice | undefined
  /** Since when the price has been what it is, and for how many business days before this one. */
  readonly unchanged: { readonly since: CalendarDate; readonly days: number }
  /** Quotations of the day, of the same type and from other sources. */
  readonly others: readonly PriceObservation[]
  readonly index: { readonly name: string; readonly move: Move | undefined } | undefined
}

/** What an effect is spread over. */
export type FundSize = { readonly shares: Shares; readonly base: Currency }

/** The exceptions of one price. One that stands in for today's is one whatever the policy; the rest are checked where it says so. */
export function checkPrice(checked: CheckedPrice, tolerances: Tolerances | undefined): readonly Issue[] {
  const { today } = checked
  const stale = today.staleDays > 0 ? [staleIssue(checked, tolerances)] : []
  const missed = missedSplit(checked, tolerances)
  if (tolerances === undefined) return [...missed, ...stale]
  const moved = missed.length > 0 ? missed : moveIssues(checked, tolerances)
  const judged = today.observation.type === 'fair-value'
  const stood = today.staleDays > 0 ? stale : judged ? fairValueIssues(checked, tolerances) : unchangedIssues(checked, tolerances)
  return [...zeroIssues(checked), ...moved, ...stood, ...sourceIssues(checked, tolerances)]
}

/** `1 day`, `2 days`. */
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

const short = (price: Price): string => formatShortDecimal(Price.toDecimal(price))
const priceMove = (before: Price, after: Price): Move => ({ before: Price.toDecimal(before), after: Price.toDecimal(after) })

function exception(code: IssueCode, { instrument, date, today: { observation } }: PriceFacts, impact: Impact, words: Words): Issue {
  const { file, row } = observation.source
  return {
    code,
    place: { file, row, column: 'price' },
    found: `${instrument.name} on ${formatCalendarDate(date)}: ${words.found}`,
    needed: words.needed,
    remedy: words.remedy,
    about: { instrument: instrument.id, date: formatCalendarDate(date) },
    impact,
  }
}

type Words = Pick<Issue, 'found' | 'needed' | 'remedy'>

const byPolicy = ({ asset }: Tolerances): string => `by the policy price_checks for ${asset}`

/** The effect of the price being the other one. */
const effectOf = ({ valueAt, today, fund }: CheckedPrice, other: Price): Impact =>
  impactOf(valueAt(today.observation.price) - valueAt(other), fund.shares, fund.base)

/** What could have moved unseen behind a price that did not: the value of the holding × the change that needs no explanation. */
function unseen({ valueAt, today, fund }: PriceFacts, tolerances: Tolerances | undefined): Impact {
  const { units, scale } = tolerances?.dayMove ?? decimal(0n, 0)
  return impactOf((valueAt(today.observation.price) * units) / 10n ** BigInt(scale), fund.shares, fund.base)
}

function zeroIssues(checked: CheckedPrice): readonly Issue[] {
  const { today, before } = checked
  if (today.observation.price !== 0n) return []
  return [
    exception('valuation.price-zero', checked, effectOf(checked, before?.observation.price ?? today.observation.price), {
      found: `a price of zero${before === undefined ? '' : `, after ${short(before.observation.price)}`}`,
      needed: 'evidence that the security is worth nothing',
      remedy: 'Look the memo up that the row names, and clear the exception with it.',
    }),
  ]
}

/** R3.17: a change of price as a split makes it, with no split in the books, is looked for on every day, whatever the policy. */
function missedSplit(checked: CheckedPrice, tolerances: Tolerances | undefined): readonly Issue[] {
  const { today, before } = checked
  const [earlier, later] = [before?.observation.price ?? (0n as Price), today.observation.price]
  if (earlier === 0n || later === 0n) return []
  const move = priceMove(earlier, later)
  const ratio = likelySplit(move)
  // Ten for one is rather another unit, where that is looked for.
  if (ratio === undefined || (tolerances !== undefined && looksLikeUnit(move))) return []
  return [
    exception('valuation.split-missed', checked, effectOf(checked, earlier), {
      found: `${short(earlier)} to ${short(later)}, ${changeText(move)}, as a split of ${ratio} would make it`,
      needed: 'a record of that split, or another reason for the price',
      remedy:
        'Compare units with the custodian. Add the split to events/split.csv, correct its ratio or date, or correct the price; or clear the exception with its reason.',
    }),
  ]
}

function moveIssues(checked: CheckedPrice, tolerances: Tolerances): readonly Issue[] {
  const { today, before, index } = checked
  const [earlier, later] = [before?.observation.price ?? (0n as Price), today.observation.price]
  if (earlier === 0n || later === 0n) return []
  const move = priceMove(earlier, later)
  const effect = (): Impact => effectOf(checked, earlier)
  const change = (): string => `${short(earlier)} to ${short(later)}, ${changeText(move)}`
  if (looksLikeUnit(move)) {
    return [
      exception('valuation.price-unit', checked, effect(), {
        found: change(),
        needed: 'the price in the quote unit of the instrument, as on the day before',
        remedy: 'Compare the quote unit, the multiplier and any split with the source; correct the price, or clear the exception with its reason.',
      }),
    ]
  }
  const issues: Issue[] = []
  if (exceeds(move, tolerances.dayMove)) {
    issues.push(
      exception('valuation.price-move', checked, effect(), {
        found: change(),
        needed: `a change of at most ${percentText(tolerances.dayMove)}, ${byPolicy(tolerances)}`,
        remedy: 'Confirm it by a second source and the news of the day; correct the price, or clear the exception with its reason.',
      }),
    )
  }
  if (index?.move !== undefined && tolerances.indexMove !== undefined && differs(move, index.move, tolerances.indexMove)) {
    issues.push(
      exception('valuation.price-index-move', checked, effect(), {
        found: `${change()}, while ${index.name} moved ${changeText(index.move)}`,
        needed: `changes at most ${percentText(tolerances.indexMove)} apart, ${byPolicy(tolerances)}`,
        remedy: 'Confirm it by a second source and the news of the day; correct the price, or clear the exception with its reason.',
      }),
    )
  }
  return issues
}

/** R5.3: the price of an earlier day is never used in silence. */
export const staleIssue = (checked: PriceFacts, tolerances: Tolerances | undefined): Issue => {
  const { observation, staleDays } = checked.today
  return exception('valuation.price-stale', checked, unseen(checked, tolerances), {
    found: `the price of ${formatCalendarDate(observation.date)} stands in, ${countOf(staleDays, 'business day')} old`,
    needed: 'a price of the day',
    remedy: 'Add the price of the day, or a fair value; the policy valuation lets an earlier one stand in for a time only.',
  })
}

function unchangedIssues(checked: CheckedPrice, tolerances: Tolerances): readonly Issue[] {
  const { unchanged, today } = checked
  if (unchanged.days < tolerances.unchangedDays) return []
  return [
    exception('valuation.price-unchanged', checked, unseen(checked, tolerances), {
      found: `${short(today.observation.price)} since ${formatCalendarDate(unchanged.since)}, unchanged for ${countOf(unchanged.days, 'business day')}`,
      needed: `a change within ${countOf(tolerances.unchangedDays, 'business day')}, ${byPolicy(tolerances)}`,
      remedy: 'Ask the source whether the security was quoted; give another price or a fair value, or clear the exception with its reason.',
    }),
  ]
}

/** R5.9: a value that nobody has changed for long, reviewed or not. */
function fairValueIssues(checked: CheckedPrice, tolerances: Tolerances): readonly Issue[] {
  const { unchanged, today, date } = checked
  const days = date - unchanged.since
  if (days <= tolerances.fairValueDays) return []
  return [
    exception('valuation.fair-value-unchanged', checked, unseen(checked, tolerances), {
      found: `a fair value of ${short(today.observation.price)} since ${formatCalendarDate(unchanged.since)}, ${countOf(days, 'day')}`,
      needed: `a change, or a reason for none, within ${countOf(tolerances.fairValueDays, 'day')}, ${byPolicy(tolerances)}`,
      remedy: 'Review the memo with the inputs of today; give the value as reviewed, or clear the exception with its reason.',
    }),
  ]
}

function sourceIssues(checked: CheckedPrice, tolerances: Tolerances): readonly Issue[] {
  const { price } = checked.today.observation
  return checked.others.flatMap((other) => {
    const move = priceMove(other.price, price)
    if (other.price === 0n || !exceeds(move, tolerances.sourceDifference)) return []
    return [
      exception('valuation.price-sources', checked, effectOf(checked, other.price), {
        found: `${short(price)} from ${checked.today.observation.supplier} and ${short(other.price)} from ${other.supplier} (${other.source.file}:${other.source.row}), ${changeText(move)}`,
        needed: `sources at most ${percentText(tolerances.sourceDifference)} apart, ${byPolicy(tolerances)}`,
        remedy: 'Ask both sources; correct the price, or clear the exception with its reason.',
      }),
    ]
  })
}

/** R5.9: what a fair value was off by, as the next sale shows. 12.00 and a sale at 11.40: −5.0%. */
export const backTest = (fairValue: Decimal, sale: Decimal): string => changeText({ before: fairValue, after: sale }, 1)
