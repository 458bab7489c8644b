/**
 * The net asset value of a day against its benchmark (R12.11), and its return against what the prices explain of it. The
 * return is that of the fund: assets after over assets before with the capital that came in, so orders of shareholders do
 * not move it.
 */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { absolute, compare, decimal, divideRound, product } from '../values/decimal.ts'
import { type Issue } from '../values/issue.ts'
import { Rate } from '../values/scaled.ts'
import { type BenchmarkBook } from '../market/benchmark-book.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { policyOn } from '../reference/policy.ts'
import { changeText, differs, impactOf, type Move, percentText } from '../valuation/impact.ts'
import { type FundSize } from '../valuation/price-checks.ts'
import { type SelectedPrice } from '../valuation/price-selection.ts'
import { benchmarkMove, type CheckContext, missingLevel } from './benchmark-move.ts'
import { type Position, valueBefore } from './mark.ts'
import { type NavRoll } from './nav-roll.ts'

export type CheckedNav = {
  readonly date: CalendarDate
  readonly yesterday: CalendarDate
  /** The prices of yesterday. */
  readonly before: ReadonlyMap<InstrumentId, SelectedPrice>
  readonly positions: readonly Position[]
  readonly roll: NavRoll
  /** Change of the translation of foreign cash, receivables and payables, in minor units of the base currency. */
  readonly translated: bigint
  readonly size: FundSize
  readonly benchmarks: BenchmarkBook
  readonly context: CheckContext
}

/** What a holding added to net assets by the change of its price and rate since yesterday, in minor units of the base currency. */
export type Contribution = { readonly name: string; readonly amount: bigint }

/** 50 basis points, and one (R12.11). */
const USUAL_MOVE = decimal(50n, 4)
const USUAL_UNEXPLAINED = decimal(1n, 4)

/** How many holdings are named with a move that is to be explained. */
const MOST_NAMED = 3

export function navChecks(nav: CheckedNav): readonly Issue[] {
  const { date, yesterday, roll, size, benchmarks, context } = nav
  const policy = policyOn(context.fund.policies, 'nav_checks', date)
  const before = roll.opening + roll.capital
  if (policy === undefined || before <= 0n) return []
  const { benchmark, move: widest, unexplained: most } = policy.settings
  const fund: Move = { before: decimal(before, 0), after: decimal(roll.closing + roll.distributions, 0) }
  const contributions = contributionsOf(nav)
  const place = { file: policy.source.file, row: policy.source.row, column: 'policies.nav_checks' }
  const about = { date: formatCalendarDate(date) }
  const issues: Issue[] = []

  const index = benchmarkMove(benchmarks, benchmark, date, yesterday)
  const tolerance = widest === undefined ? USUAL_MOVE : Rate.toDecimal(widest)
  if (index === undefined) issues.push(missingLevel(benchmark, date, policy.source))
  else if (differs(fund, index, tolerance)) {
    const expected = divideRound(product(fund.before, index.after), index.before, 'half-up', 0).units
    const impact = impactOf(fund.after.units - expected, size.shares, size.base)
    const named = contributions
      .toSorted((left, right) => compare(absolute(decimal(right.amount, 0)), absolute(decimal(left.amount, 0))))
      .slice(0, MOST_NAMED)
      .map(({ name, amount }) => `${name} ${partText(amount, before)}`)
    issues.push({
      code: 'valuation.nav-move',
      place,
      found: `the fund moved ${changeText(fund)} on ${formatCalendarDate(date)} and ${benchmark} ${changeText(index)}${named.length === 0 ? '' : `; most by ${named.join(', ')}`}`,
      needed: `moves at most ${percentText(tolerance)} apart, or the reason for more`,
      remedy: 'Explain the difference by the holdings that made it, or find the price, the trade or the accrual that is wrong.',
      about,
      impact,
    })
  }

  const byPrices = contributions.reduce((total, { amount }) => total + amount, nav.translated)
  const byIncome = roll.income - roll.expenses
  const rest = fund.after.units - fund.before.units - byPrices - byIncome
  const limit = most === undefined ? USUAL_UNEXPLAINED : Rate.toDecimal(most)
  if (compare(decimal(rest < 0n ? -rest : rest, 0), product(fund.before, limit)) > 0) {
    const impact = impactOf(rest, size.shares, size.base)
    issues.push({
      code: 'valuation.nav-contribution',
      place,
      found: `of a return of ${changeText(fund, 3)} on ${formatCalendarDate(date)} prices and rates explain ${partText(byPrices, before)}, income and expenses ${partText(byIncome, before)}, and nothing ${partText(rest, before)}`,
      needed: `all but ${percentText(limit)}`,
      remedy: 'Look at the trades of the day: their prices against the closing prices, and their charges. What is left is an error.',
      about,
      impact,
    })
  }
  return issues
}

/** R12.11: units held × (price and rate of today less those of yesterday); a holding without a price yesterday adds nothing. */
export function contributionsOf({ positions, yesterday, before: pricesBefore, context, size }: CheckedNav): readonly Contribution[] {
  return positions.flatMap((position): readonly Contribution[] => {
    const instrument = context.instruments.get(position.instrument) as Instrument
    const earlier = pricesBefore.get(instrument.id)
    if (earlier === undefined) return []
    const before = valueBefore(position, earlier.observation.price, instrument, yesterday, context, size.base)
    return before === undefined ? [] : [{ name: instrument.name, amount: position.value - before }]
  })
}

/** A part of the return, in percent to three places with its sign. */
const partText = (amount: bigint, of: bigint): string => changeText({ before: decimal(of, 0), after: decimal(of + amount, 0) } satisfies Move, 3)
