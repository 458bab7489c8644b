/** Financial highlights of a class (Form N-1A Item 13; R9.1–R9.12). */
import { addDays, type CalendarDate, endOfMonth, isLeapYear, yearMonthDay } from '../../values/calendar-date.ts'
import { isZero, withoutTrailingZeros } from '../../values/decimal.ts'
import { Price } from '../../values/scaled.ts'
import { onOrBefore } from '../../reference/nyse-calendar.ts'
import { publishedRounding } from '../../reference/nav-rounding.ts'
import { atOpening, closingOf, type Concept, derivedConcept, openingOf, type Scope } from '../concept.ts'
import { type Derivation, type Figure, type FigureId, type Rounding, type Unit } from '../figure.ts'
import { type StatementBooks } from '../statement-books.ts'
import { strikeFigure } from '../strike-figure.ts'
import { purchasesOfSecurities, redemptionFees, salesOfSecurities, sharesOutstanding, totalDistributions, transactionFees } from './changes.ts'
import { netAssets } from './net-assets.ts'
import { expensesBeforeOffsets, netExpensesAfterReimbursement, netInvestmentIncome } from './operations.ts'
import { investmentsAtValue } from './securities.ts'

const RATIO: Rounding = { mode: 'half-up', scale: 2 }

/** NAV per share on the reporting basis at the end of the period (R6.5, R6.7, R9.8). */
export const navPerShare = classConcept('nav-per-share', 'money per share', 'instant', 'R6.5, R6.7', (scope) =>
  quotientOrNothing(netAssets.define(scope), sharesOutstanding.define(scope), navRounding(scope)),
)

/** Whether a net asset value per share of the class begins and ends the period: without one there is no return (R9.11). */
export const hasPrices = (scope: Scope): boolean => !isZero(navAtBeginning(scope).amount) && !isZero(sharesOutstanding.define(scope).amount)

/** The last period's closing NAV, or the issue price where the class begins in this one (R9.7, R6.15). */
export function navAtBeginning(scope: Scope): Figure {
  const { books } = scope.figures
  const { shareClass } = books
  const at = openingOf(scope)
  // Before its first shares the class has no net asset value: they are what the period begins with.
  const hadShares = books.entries.some(({ fundShares, effectiveDate }) => fundShares !== undefined && effectiveDate <= at)
  if (hadShares) return navPerShare.define({ figures: scope.figures, period: { from: at, through: at } })
  const issuePrice = scope.figures.figure({
    concept: 'issue-price',
    subject: shareClass.id,
    when: { at: shareClass.inception },
    unit: 'money per share',
    derivation: {
      of: 'policy value',
      source: shareClass.statedAt.issuePrice,
      name: 'issue_price',
      value: withoutTrailingZeros(Price.toDecimal(shareClass.issuePrice), publishedRounding(books.fund.policies, firstDayOf(books)).scale),
    },
    cite: 'R6.15',
  })
  return restatedPrice(issuePrice, scope)
}

/** A price a share in the units after the splits of the class since (R6.24): × old units ÷ new units. 2.50 one for four is 10.00. */
function restatedPrice(price: Figure, scope: Scope): Figure {
  const { figures } = scope
  const { shares, shareClass } = figures.books
  const splits = shares.splitsAfter(addDays(shareClass.inception, -1))
  if (splits.length === 0) return price
  const units = (name: 'new_units' | 'old_units'): readonly FigureId[] =>
    splits.map(
      ({ id, effectiveDate, source, payload }) =>
        figures.figure({
          concept: `split-${name.replace('_', '-')}`,
          subject: id,
          when: { at: effectiveDate },
          unit: 'number',
          derivation: { of: 'policy value', source, name, value: name === 'new_units' ? payload.newUnits : payload.oldUnits },
        }).id,
    )
  const make = (concept: string, derivation: Derivation): Figure =>
    figures.figure({ concept, subject: shareClass.id, when: { at: closingOf(scope) }, unit: 'money per share', derivation, cite: 'R6.24' })
  return make('issue-price-restated', {
    of: 'quotient',
    numerator: make('issue-price-in-old-units', { of: 'product', factors: [price.id, ...units('old_units')] }).id,
    denominator: make('split-new-units', { of: 'product', factors: units('new_units') }).id,
    isPercent: false,
    rounding: { mode: 'half-up', scale: price.amount.scale },
  })
}

/** Net investment income ÷ average daily shares outstanding (R9.2). */
export const incomePerShare = classConcept('net-investment-income-per-share', 'money per share', 'period', 'R9.2', (scope) =>
  quotientOrNothing(netInvestmentIncome.define(scope), averageShares(scope), navRounding(scope)),
)

/** Declared distributions a share. None in this version: a book with distributions is not reported on. */
export const distributionsPerShare = classConcept('distributions-per-share', 'money per share', 'period', 'R9.1', (scope) =>
  quotientOrNothing(totalDistributions.define(scope), averageShares(scope), navRounding(scope)),
)

/** Fees of orders that the fund kept ÷ average daily shares outstanding: no part of operations (R9.13). */
const feePerShare = (fees: Concept): Concept =>
  classConcept(`${fees.name}-per-share`, 'money per share', 'period', 'R9.13', (scope) =>
    quotientOrNothing(fees.define(scope), averageShares(scope), navRounding(scope)),
  )

export type CapitalFee = { readonly name: string; readonly caption: string; readonly perShare: Concept }

const capitalFees = [
  { fees: redemptionFees, caption: 'Redemption Fees', perShare: feePerShare(redemptionFees) },
  { fees: transactionFees, caption: 'Transaction Fees', perShare: feePerShare(transactionFees) },
] as const

/** Those of which there were any in the period. */
export const capitalFeesOf = (scope: Scope): readonly CapitalFee[] =>
  capitalFees.flatMap(({ fees, caption, perShare }) => (isZero(fees.define(scope).amount) ? [] : [{ name: fees.name, caption, perShare }]))

/** NAV at the end less NAV at the beginning, with distributions added back and fees that the fund kept taken out. */
export const totalFromOperationsPerShare = classConcept('total-from-operations-per-share', 'money per share', 'period', 'R9.4', (scope) => {
  const change = scope.figures.figure({
    concept: 'change-in-nav-per-share',
    subject: scope.figures.books.shareClass.id,
    when: scope.period,
    unit: 'money per share',
    derivation: { of: 'difference', minuend: navPerShare.define(scope).id, subtrahend: navAtBeginning(scope).id },
  })
  const terms = [change.id, distributionsPerShare.define(scope).id]
  const fees = capitalFeesOf(scope)
  if (fees.length === 0) return { of: 'sum', terms }
  const withFees = scope.figures.figure({
    concept: 'operations-and-fees-per-share',
    subject: scope.figures.books.shareClass.id,
    when: scope.period,
    unit: 'money per share',
    derivation: { of: 'sum', terms },
  })
  const ofFees = scope.figures.figure({
    concept: 'fees-per-share',
    subject: scope.figures.books.shareClass.id,
    when: scope.period,
    unit: 'money per share',
    derivation: { of: 'sum', terms: fees.map(({ perShare }) => perShare.define(scope).id) },
  })
  return { of: 'difference', minuend: withFees.id, subtrahend: ofFees.id }
})

/** The balancing figure: it takes what rounding and the timing of share flows leave (R9.4, R9.5). */
export const gainPerShare = classConcept('gain-per-share', 'money per share', 'period', 'R9.4', (scope) => ({
  of: 'difference',
  minuend: totalFromOperationsPerShare.define(scope).id,
  subtrahend: incomePerShare.define(scope).id,
}))

/** Bought at the first NAV and redeemed at the last, in percent, not annualized (R9.7). */
export const totalReturn = classConcept('total-return', 'percent', 'period', 'R9.7', (scope) =>
  hasPrices(scope)
    ? { of: 'linked product', ratios: [{ numerator: navPerShare.define(scope).id, denominator: navAtBeginning(scope).id }], rounding: RATIO }
    : { of: 'nothing', because: 'no shares were outstanding at the beginning or at the end' },
)

/** Mean of daily net assets of the NAV book over the calendar days of the period (R9.10). */
export const averageNetAssets = (scope: Scope): Figure =>
  scope.figures.figure({
    concept: 'average-net-assets',
    when: scope.period,
    basis: 'nav',
    unit: 'money',
    derivation: { of: 'average over days', measure: 'net assets', period: scope.period, days: daysOf(scope), rounding: RATIO },
    cite: 'R9.10',
  })

const averageShares = (scope: Scope): Figure =>
  scope.figures.figure({
    concept: 'average-shares',
    subject: scope.figures.books.shareClass.id,
    when: scope.period,
    basis: 'nav',
    unit: 'shares',
    derivation: { of: 'average over days', measure: 'shares outstanding', period: scope.period, days: daysOf(scope), rounding: { mode: 'half-up', scale: 6 } },
    cite: 'R9.2',
  })

/** Gross: after waivers, before offsets; net: after both (R7.15). Percent of average net assets, annualized under a year (R9.9). */
export const grossExpenseRatio = (scope: Scope): Figure | undefined => ratio(scope, 'gross-expense-ratio', expensesBeforeOffsets)
export const netExpenseRatio = (scope: Scope): Figure | undefined => ratio(scope, 'net-expense-ratio', netExpensesAfterReimbursement)
export const incomeRatio = (scope: Scope): Figure | undefined => ratio(scope, 'net-investment-income-ratio', netInvestmentIncome)

function ratio(scope: Scope, concept: string, of: Concept): Figure | undefined {
  const average = averageNetAssets(scope)
  if (isZero(average.amount)) return undefined
  const numerator = times(scope, `${concept}-numerator`, of.define(scope), 'days-of-the-year', daysOfYear(scope))
  const denominator = times(scope, 'average-net-assets-days', average, 'days-of-the-period', daysOf(scope))
  return scope.figures.figure({
    concept,
    when: scope.period,
    unit: 'percent',
    derivation: { of: 'quotient', numerator, denominator, isPercent: true, rounding: RATIO },
    cite: 'R9.9',
  })
}

/** Lesser of purchases and sales ÷ average monthly value of securities, in percent; undefined where nothing was held (R9.12). */
export function portfolioTurnover(scope: Scope, isAnnualized: boolean): Figure | undefined {
  const { figures, period } = scope
  const values = monthlyValues(scope)
  const total = figures.figure({ concept: 'monthly-values', when: period, unit: 'money', derivation: { of: 'sum', terms: values } })
  if (isZero(total.amount)) return undefined
  const lesser = figures.figure({
    concept: 'lesser-of-purchases-and-sales',
    when: period,
    unit: 'money',
    derivation: { of: 'minimum', terms: [purchasesOfSecurities.define(scope).id, salesOfSecurities.define(scope).id] },
  })
  // Lesser ÷ (total ÷ points) × year ÷ days, divided and rounded once.
  const points = count(scope, 'monthly-points', values.length).id
  const [year, days] = isAnnualized
    ? [[count(scope, 'days-of-the-year', daysOfYear(scope)).id], [count(scope, 'days-of-the-period', daysOf(scope)).id]]
    : [[], []]
  const numerator = figures.figure({
    concept: 'portfolio-turnover-numerator',
    when: period,
    unit: 'money',
    derivation: { of: 'product', factors: [lesser.id, points, ...year] },
  }).id
  const denominator = figures.figure({
    concept: 'portfolio-turnover-denominator',
    when: period,
    unit: 'money',
    derivation: { of: 'product', factors: [total.id, ...days] },
  }).id
  return figures.figure({
    concept: 'portfolio-turnover',
    when: period,
    unit: 'percent',
    derivation: { of: 'quotient', numerator, denominator, isPercent: true, rounding: { mode: 'half-up', scale: 0 } },
    cite: 'R9.12',
  })
}

/** Values at the beginning, at each month end within, and at the end: 13 points in a full year. */
function monthlyValues(scope: Scope): readonly FigureId[] {
  const { figures, period } = scope
  const values = [atOpening(investmentsAtValue).define(scope).id]
  for (let end = endOfMonth(period.from); end < period.through; end = endOfMonth(addDays(end, 1))) {
    // A month that ends on a closed day has the value of its last strike.
    values.push(strikeFigure(figures, 'investments', onOrBefore(end)).id)
  }
  return [...values, investmentsAtValue.define(scope).id]
}

export const daysOf = ({ period }: Scope): number => period.through - period.from + 1

/** The days that a shorter period is annualized to: 365, or 366 where it ends in a leap year; a full year is not annualized (R9.9). */
export function daysOfYear(scope: Scope): number {
  if (daysOf(scope) >= 365) return daysOf(scope)
  return isLeapYear(yearMonthDay(scope.period.through).year) ? 366 : 365
}

const times = (scope: Scope, concept: string, base: Figure, what: string, days: number): FigureId =>
  scope.figures.figure({
    concept,
    when: scope.period,
    basis: base.context.basis,
    unit: 'money',
    derivation: { of: 'product', factors: [base.id, count(scope, what, days).id] },
  }).id

const count = ({ figures, period }: Scope, what: string, value: number): Figure =>
  figures.figure({ concept: what, when: period, unit: 'number', derivation: { of: 'count', what, value } })

function quotientOrNothing(numerator: Figure, denominator: Figure, rounding: Rounding): Derivation {
  if (isZero(denominator.amount)) return { of: 'nothing', because: 'no shares were outstanding' }
  return { of: 'quotient', numerator: numerator.id, denominator: denominator.id, isPercent: false, rounding }
}

function classConcept(name: string, unit: Unit, time: 'instant' | 'period', cite: string, derive: (scope: Scope) => Derivation): Concept {
  return derivedConcept({ name, unit, cite, isInstant: time === 'instant', isOfClass: true }, derive)
}

/** The first day of the class on which these books are kept: policies are in force on such days only. */
const firstDayOf = ({ fund, shareClass, period }: StatementBooks): CalendarDate =>
  Math.min(Math.max(shareClass.inception, fund.series.booksFrom), period.through) as CalendarDate

const navRounding = (scope: Scope): Rounding => publishedRounding(scope.figures.books.fund.policies, closingOf(scope))
