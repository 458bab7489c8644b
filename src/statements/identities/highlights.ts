/** T59–T71, T75, T76: financial highlights against the statements, and two rules of form. */
import { add, compare, decimal, type Decimal, divideRound, isZero, product, subtract, sum, ZERO } from '../../values/decimal.ts'
import { minorUnitDigits } from '../../values/currency.ts'
import { accounts } from '../../reference/chart-of-accounts.ts'
import { baseBalance } from '../../ledger/balances.ts'
import { isAverageNil } from '../classic/highlights.ts'
import { addDays, endOfMonth } from '../../values/calendar-date.ts'
import { atOpening, type Concept } from '../concept.ts'
import { investmentsAtValue } from '../concepts/securities.ts'
import { purchasesOfSecurities, salesOfSecurities, sharesOutstanding } from '../concepts/changes.ts'
import { averageNetAssets, daysOf, daysOfYear, gainPerShare, navAtBeginning } from '../concepts/highlights.ts'
import { netAssets } from '../concepts/net-assets.ts'
import { expensesBeforeOffsets, netExpensesAfterReimbursement, netGain } from '../concepts/operations.ts'
import { dailyMeasure } from '../figure-book.ts'
import { cellOf, equal, exact, type Examined, identity, type Identity, type NotApplicable, printed, rounded, type Sides, whereShares } from './identity.ts'
import { allSoldOnFirstDay, roundingOfNav } from './statements.ts'

const p = printed
const HUNDRED = decimal(100n, 0)

/** Fees of orders that the fund kept, a share. */
const feesOf = (e: Examined): Decimal => add(p(e, 'highlights.redemption-fees'), p(e, 'highlights.transaction-fees'))

/** What is measured from one net asset value a share to the other. */
const perShareIdentities: readonly Identity[] = [
  identity('T59', 'Highlights: net investment income + gains = total from operations', (e) =>
    equal(sum([p(e, 'highlights.income'), p(e, 'highlights.gain')]), p(e, 'highlights.total-from-operations')),
  ),
  identity('T60', 'Highlights: beginning + operations − distributions = end', (e) =>
    equal(
      subtract(sum([p(e, 'highlights.nav-at-beginning'), p(e, 'highlights.total-from-operations'), feesOf(e)]), p(e, 'highlights.total-distributions')),
      p(e, 'highlights.nav-at-end'),
      isZero(feesOf(e)) ? undefined : 'the left side with the fees that the fund kept',
    ),
  ),
  identity('T61', 'Highlights: Σ distributions', (e) =>
    equal(sum([p(e, 'highlights.dividends'), p(e, 'highlights.gains-distributed')]), p(e, 'highlights.total-distributions')),
  ),
  identity('T62', 'Highlights: net asset value at the end = assets and liabilities', (e) => equal(p(e, 'highlights.nav-at-end'), p(e, 'nav-per-share'))),
  identity('T63', 'Highlights: gain a share = the balancing amount', (e) =>
    equal(
      add(
        subtract(subtract(p(e, 'highlights.nav-at-end'), p(e, 'highlights.nav-at-beginning')), p(e, 'highlights.income')),
        subtract(p(e, 'highlights.total-distributions'), feesOf(e)),
      ),
      p(e, 'highlights.gain'),
    ),
  ),
  identity('T64', 'Aggregate gain ÷ average shares ≈ gain a share', (e) => {
    if (!allSoldOnFirstDay(e))
      return { notApplicable: 'shares were issued or redeemed within the period: the gain a share takes the effect of their timing (R9.4)' }
    return {
      left: divideRound(exact(e, netGain), exact(e, sharesOutstanding), 'half-up', 4),
      right: exact(e, gainPerShare),
      // It is left by two roundings, of the net asset value and of income a share; the left side has one of its own.
      tolerance: sum([roundingOfNav(e), decimal(5n, exact(e, gainPerShare).scale + 1), decimal(5n, 5)]),
    }
  }),
  identity('T65', 'Total return = (end + reinvested distributions) ÷ beginning − 1', (e) =>
    equal(
      divideRound(
        product(subtract(p(e, 'highlights.nav-at-end'), p(e, 'highlights.nav-at-beginning')), HUNDRED),
        p(e, 'highlights.nav-at-beginning'),
        'half-up',
        2,
      ),
      p(e, 'highlights.total-return'),
    ),
  ),
  identity('T66', 'Total return from the unrounded net asset value', (e) => {
    const begin = navAtBeginning(e.scope).amount
    const end = divideRound(exact(e, netAssets), exact(e, sharesOutstanding), 'half-up', 12)
    return {
      left: divideRound(product(subtract(end, begin), HUNDRED), begin, 'half-up', 2),
      right: p(e, 'highlights.total-return'),
      tolerance: add(divideRound(product(roundingOfNav(e), HUNDRED), begin, 'half-up', 6), decimal(1n, 2)),
      note: 'the rounding of the net asset value, in percent of the beginning, and of both sides',
    }
  }),
].map((each) => ({ ...each, check: whereShares(each.check) }))

export const highlightsIdentities: readonly Identity[] = [
  ...perShareIdentities,
  identity('T67', 'Net assets in thousands = net assets ÷ 1,000', (e) => {
    // The printed dollars are rounded themselves, so a figure beside a half may round either way.
    const at = (change: bigint): Decimal => divideRound(add(p(e, 'net-assets'), decimal(change, 0)), decimal(1000n, 0), 'half-up', 0)
    return { left: at(0n), right: p(e, 'highlights.net-assets'), tolerance: compare(at(-1n), at(1n)) === 0 ? ZERO : decimal(1n, 0) }
  }),
  identity('T68', 'Average net assets lie within the net assets of the period', averageSides),
  identity('T69', 'Gross expense ratio × average net assets × days ÷ year = expenses after waivers', (e) =>
    ratioSides(e, 'gross-expense-ratio', expensesBeforeOffsets),
  ),
  identity('T70', 'Net expense ratio × average net assets × days ÷ year = net expenses after reimbursement', (e) =>
    ratioSides(e, 'net-expense-ratio', netExpensesAfterReimbursement),
  ),
  identity('T71', 'Portfolio turnover = lesser of purchases and sales ÷ average monthly value', turnover),
]

export const formIdentities: readonly Identity[] = [
  identity('T75', 'A statement of net assets (17 CFR 210.6-05) needs 95% of assets in securities', (e) => {
    if (isZero(p(e, 'total-assets'))) return { notApplicable: 'the fund has no assets' }
    const share = divideRound(product(p(e, 'investments-at-value'), HUNDRED), p(e, 'total-assets'), 'half-up', 1)
    const available = compare(share, decimal(950n, 1)) >= 0
    return {
      notApplicable: `${share.units / 10n}.${share.units % 10n}%: ${available ? 'available, and not used: this family prints assets and liabilities' : 'not available'}`,
    }
  }),
  identity('T76', 'Par amount = shares × par value', (e) => {
    const { books } = e.scope.figures
    const digits = minorUnitDigits(books.currency)
    const par = decimal(-baseBalance(books.closing.state.balances, (code) => code === accounts.par), digits)
    return equal(
      par,
      rounded(product(exact(e, sharesOutstanding), p(e, 'par-value')), digits),
      'the amount from the ledger; only capital as a whole is printed',
    )
  }),
]

/** On the exact figure, whatever the presentation prints: half the spread of the period's net assets about their middle. */
function averageSides(e: Examined): Sides | NotApplicable {
  const { figures, period } = e.scope
  const daily: Decimal[] = [exact(e, netAssets)]
  for (let date = period.from; date <= period.through; date = (date + 1) as typeof date) daily.push(dailyMeasure(figures.books, 'net assets', date))
  const least = daily.reduce((a, b) => (compare(b, a) < 0 ? b : a))
  const most = daily.reduce((a, b) => (compare(b, a) > 0 ? b : a))
  const half = decimal(5n, 1)
  return {
    left: averageNetAssets(e.scope).amount,
    right: product(sum([least, most]), half),
    tolerance: product(subtract(most, least), half),
    note: isAverageNil(e.page, e.presentation)
      ? 'the presentation prints no average of a single day (one_day_average: nil)'
      : 'middle of the least and the most, and half their distance',
  }
}

function ratioSides(e: Examined, name: string, expenses: Concept): Sides | NotApplicable {
  const cell = cellOf(e, `highlights.${name}`)
  if (cell.value === undefined) return { notApplicable: `printed N/A (${cell.because})` }
  const base = averageNetAssets(e.scope).amount
  const days = decimal(BigInt(daysOf(e.scope)), 0)
  const year = decimal(BigInt(daysOfYear(e.scope)), 0)
  const of = (percent: Decimal): Decimal => divideRound(product(percent, base, days), product(year, HUNDRED), 'half-up', 2)
  return {
    left: of(cell.value),
    right: exact(e, expenses),
    tolerance: add(of(decimal(5n, 3)), decimal(1n, 2)),
    note: 'half a hundredth of a percent of average net assets',
  }
}

/** Found again from the strikes of the month ends and the printed values, not from the figures that make it. */
function turnover(e: Examined): Sides | NotApplicable {
  const cell = cellOf(e, 'highlights.portfolio-turnover')
  if (cell.value === undefined) return { notApplicable: `printed N/A (${cell.because})` }
  const { figures, period } = e.scope
  const values = [atOpening(investmentsAtValue).define(e.scope).amount]
  for (let end = endOfMonth(period.from); end < period.through; end = endOfMonth(addDays(end, 1))) values.push(dailyMeasure(figures.books, 'investments', end))
  values.push(exact(e, investmentsAtValue))
  const lesser = compare(exact(e, purchasesOfSecurities), exact(e, salesOfSecurities)) < 0 ? exact(e, purchasesOfSecurities) : exact(e, salesOfSecurities)
  const isAnnualized = e.presentation.turnover === 'annualized'
  const [days, year] = [isAnnualized ? daysOf(e.scope) : 1, isAnnualized ? daysOfYear(e.scope) : 1].map((count) => decimal(BigInt(count), 0)) as [
    Decimal,
    Decimal,
  ]
  const points = decimal(BigInt(values.length), 0)
  return equal(
    divideRound(product(lesser, HUNDRED, year, points), product(sum(values), days), 'half-up', 0),
    cell.value,
    isAnnualized ? 'annualized under a year' : undefined,
  )
}
