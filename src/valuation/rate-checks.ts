/** The checks of exchange rates (R5.12, R12.8): the change of a day, rates that stand still, other sources, and triangles of three pairs. */
import { formatCalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { type Decimal, divideRound, formatShortDecimal, product } from '../values/decimal.ts'
import { type ExchangeRate } from '../values/exchange-rate.ts'
import { type Impact, type Issue, type IssueCode } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { type RateObservation } from '../market/rate-book.ts'
import { changeText, exceeds, impactOf, looksInverted, type Move, percentText } from './impact.ts'
import { countOf, type FundSize } from './price-checks.ts'
import { type Tolerances } from './tolerances.ts'

/** One currency of a rate set. */
export type CheckedRate = {
  readonly today: RateObservation
  readonly before: RateObservation | undefined
  /** Business days before this one on which the rate was the same. */
  readonly unchangedDays: number
  /** Of the same day and time, from other sources. */
  readonly others: readonly RateObservation[]
  /** What the fund has in the currency at today's rate, net, in minor units of the base currency. */
  readonly exposure: Amount
  readonly fund: FundSize
}

/** `before` and `after` of two exact rates: a/b and c/d become a·d and c·b, whose ratio is theirs. */
const moveOf = (before: ExchangeRate, after: ExchangeRate): Move => ({
  before: product(before.numerator, after.denominator),
  after: product(after.numerator, before.denominator),
})

const SHOWN_PLACES = 6
const short = ({ numerator, denominator }: ExchangeRate): string => formatShortDecimal(divideRound(numerator, denominator, 'half-up', SHOWN_PLACES))

/** What the exposure would be worth less at the other rate: exposure × (1 − other ÷ today). */
function effectOf({ exposure, fund }: CheckedRate, { before, after }: Move): Impact {
  const other = divideRound(product({ units: exposure, scale: 0 }, before), after, 'half-up', 0)
  return impactOf(exposure - other.units, fund.shares, fund.base)
}

export function checkRate(checked: CheckedRate, tolerances: Tolerances): readonly Issue[] {
  const { today, before, unchangedDays, others } = checked
  const issues: Issue[] = []
  if (before !== undefined) {
    const move = moveOf(before.rate, today.rate)
    const change = `${short(before.rate)} to ${short(today.rate)}, ${changeText(move)}`
    // The rates themselves, not their ratio: a rate and its reciprocal multiply to one.
    const values = { before: divided(before.rate), after: divided(today.rate) }
    if (exceeds(move, tolerances.dayMove) && looksInverted(values, tolerances.dayMove))
      issues.push(
        exception('valuation.rate-direction', checked, effectOf(checked, move), {
          found: `${change}, each the reciprocal of the other`,
          needed: 'one direction, as the column "quote" says',
          remedy: 'Correct "quote" or the rate in one of the two rows.',
        }),
      )
    else if (exceeds(move, tolerances.dayMove))
      issues.push(
        exception('valuation.rate-move', checked, effectOf(checked, move), {
          found: change,
          needed: `a change of at most ${percentText(tolerances.dayMove)}, by the policy price_checks for fx`,
          remedy: 'Confirm it by a second source; correct the rate, or clear the exception with its reason.',
        }),
      )
  }
  if (unchangedDays >= tolerances.unchangedDays)
    issues.push(
      exception('valuation.rate-unchanged', checked, impactOf(partOf(checked.exposure, tolerances.dayMove), checked.fund.shares, checked.fund.base), {
        found: `${short(today.rate)}, unchanged for ${countOf(unchangedDays, 'business day')}`,
        needed: `a change within ${countOf(tolerances.unchangedDays, 'business day')}, by the policy price_checks for fx`,
        remedy: 'Ask the source whether the rate is of the day; correct it, or clear the exception with its reason (a currency that is pegged).',
      }),
    )
  for (const other of others) {
    const move = moveOf(other.rate, today.rate)
    if (exceeds(move, tolerances.sourceDifference))
      issues.push(
        exception('valuation.rate-sources', checked, effectOf(checked, move), {
          found: `${short(today.rate)} from ${today.supplier} and ${short(other.rate)} from ${other.supplier} (${other.source.file}:${other.source.row}), ${changeText(move)}`,
          needed: `sources at most ${percentText(tolerances.sourceDifference)} apart, by the policy price_checks for fx`,
          remedy: 'Ask both sources; correct the rate, or clear the exception with its reason.',
        }),
      )
  }
  return issues
}

/**
 * R12.8: a rate between two foreign currencies against the two of them to the base currency, where all three are of one time.
 * 1.60 dollars a pound and 1.00 a euro imply 1.60 euros a pound.
 */
export function checkCross(cross: RateObservation, first: CheckedRate, second: CheckedRate, tolerances: Tolerances): readonly Issue[] {
  if (first.today.time !== cross.time || second.today.time !== cross.time) return []
  const [one, other] = [first.today.rate, second.today.rate]
  const implied: ExchangeRate = { numerator: product(one.numerator, other.denominator), denominator: product(one.denominator, other.numerator) }
  const move = moveOf(cross.rate, implied)
  if (!exceeds(move, tolerances.sourceDifference)) return []
  const larger = magnitude(first.exposure) >= magnitude(second.exposure) ? first : second
  return [
    exception('valuation.rate-cross', { ...larger, today: cross }, effectOf(larger, move), {
      found: `${short(cross.rate)} ${cross.against} for one ${cross.currency}, and ${short(implied)} by the rates of the two (${placeOf(first.today)}, ${placeOf(second.today)}), ${changeText(move)}`,
      needed: `at most ${percentText(tolerances.sourceDifference)} apart, by the policy price_checks for fx`,
      remedy: 'One of the three rates is wrong, or of another time: compare each with its source.',
    }),
  ]
}

const placeOf = ({ source: { file, row } }: RateObservation): string => `${file}:${row}`
const magnitude = (amount: bigint): bigint => (amount < 0n ? -amount : amount)
const divided = ({ numerator, denominator }: ExchangeRate): Decimal => divideRound(numerator, denominator, 'half-up', 12)
const partOf = (amount: bigint, { units, scale }: Decimal): bigint => (magnitude(amount) * units) / 10n ** BigInt(scale)

function exception(code: IssueCode, { today }: Pick<CheckedRate, 'today'>, impact: Impact, words: Pick<Issue, 'found' | 'needed' | 'remedy'>): Issue {
  const { currency, date, source } = today
  return {
    code,
    place: { file: source.file, row: source.row, column: 'rate' },
    found: `${pairOf(today)} on ${formatCalendarDate(date)}: ${words.found}`,
    needed: words.needed,
    remedy: words.remedy,
    about: { currency, date: formatCalendarDate(date) },
    impact,
  }
}

const pairOf = ({ currency, against }: { readonly currency: Currency; readonly against: Currency | undefined }): string =>
  against === undefined ? currency : `${currency} against ${against}`
