/**
 * The report of a period as data: statements, figures, what footing moved, identities and remarks. Everything a renderer
 * prints is here; nothing here knows a page.
 */
import { addDays, formatLongDate, yearMonthDay } from '../values/calendar-date.ts'
import { formatShortDecimal, isZero } from '../values/decimal.ts'
import { invariant } from '../values/invariant.ts'
import { type Issue } from '../values/issue.ts'
import { type Fund, fiscalYearEndOnOrAfter, type Period } from '../reference/fund.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { baseBalance } from '../ledger/balances.ts'
import { assetsAndLiabilities, assetsAndLiabilitiesExhausts } from './classic/assets-and-liabilities.ts'
import { changes, componentsExhaust } from './classic/changes.ts'
import { highlights, highlightsFootnotes, isAverageNil } from './classic/highlights.ts'
import { operations, operationsExhausts } from './classic/operations.ts'
import { countrySummary, scheduleLegend, scheduleOfInvestments } from './classic/schedule-of-investments.ts'
import { type PrintedCells, rowsOf, type TableRow } from './classic/table.ts'
import { isFirstPeriod, type Scope } from './concept.ts'
import { componentLines, totalDistributions } from './concepts/changes.ts'
import { assetLines, liabilityLines } from './concepts/net-assets.ts'
import { changeInUnrealized, expenseOffsets, expenseReimbursement, incomeLines, realizedLines } from './concepts/operations.ts'
import { closedUnrealized, investmentsAtCost, investmentsAtValue, unrealizedOfItems } from './concepts/securities.ts'
import { coverageIssues, type Taker } from './coverage.ts'
import { type Figure } from './figure.ts'
import { figureBook, type FigureBook } from './figure-book.ts'
import { expenseLines, footDocument, footingIssue, openingComponents } from './footing/document.ts'
import { type PrintedUnit } from './footing/foot.ts'
import { examine, type Examined, type Identity, type IdentityResult } from './identities/identity.ts'
import { formIdentities, highlightsIdentities } from './identities/highlights.ts'
import { rollIdentities } from './identities/rolls.ts'
import { holdingRounding, scheduleIdentities } from './identities/schedule.ts'
import { balanceIdentities, changesIdentities, operationsIdentities } from './identities/statements.ts'
import { type Presentation } from './presentation.ts'
import { type Page } from './printer.ts'
import { type Cell, cellsOf, type Statement, type StatementId } from './statement.ts'
import { type StatementBooks } from './statement-books.ts'

export type Remark = { readonly about: string; readonly text: string }

export type Report = {
  readonly fund: Fund
  readonly period: Period
  /** `2002`, or the two days of a period that is no fiscal year. */
  readonly periodName: string
  readonly basis: 'reporting'
  readonly presentation: Presentation
  readonly statements: readonly Statement[]
  /** Symbols of the schedule and what they mean. */
  readonly legend: readonly { readonly symbol: string; readonly text: string }[]
  readonly figures: FigureBook
  /** Every cell, in printed order. */
  readonly cells: readonly Cell[]
  readonly identities: readonly IdentityResult[]
  /** What the identities were checked on. */
  readonly examined: Examined
  readonly remarks: readonly Remark[]
}

export type BuiltReport = { readonly report: Report | undefined; readonly issues: readonly Issue[] }

/** The order in which identities are listed: by number. */
const identities: readonly Identity[] = [
  ...scheduleIdentities,
  ...balanceIdentities,
  ...operationsIdentities,
  ...changesIdentities,
  ...highlightsIdentities,
  ...holdingRounding,
  ...formIdentities,
  ...rollIdentities,
]

/** Builds the report, or says why it cannot be printed. A broken identity does not stop it: it stands in the list, and on its face. */
export function buildReport(books: StatementBooks, presentation: Presentation, hasNotes: boolean): BuiltReport {
  const figures = figureBook(books)
  const scope: Scope = { figures, period: books.period }
  assertPositionsAreLedger(books, scope)
  const uncovered = [...coverage(books), ...distributionIssues(scope)]
  if (uncovered.length > 0) return { report: undefined, issues: uncovered }

  const unit: PrintedUnit = 0
  const openingPrinted = openingComponents(scope, unit)
  const plan = footDocument(scope, unit, openingPrinted)
  if (!plan.fits) return { report: undefined, issues: [footingIssue(plan.why)] }

  const periodName = figures.nameOf(books.period)
  const { taxNote } = presentation
  const taxMark = taxNote === undefined ? '' : '*'
  const page = (statement: StatementId): Page => ({ statement, period: periodName, scope, footed: plan, taxMark })
  const printed: PrintedCells = new Map()
  const schedule = scheduleOfInvestments(page('soi'), presentation, printed, hasNotes)
  const countries = schedule === undefined ? undefined : countrySummary(page('countries'), printed)
  if (schedule === undefined) return { report: undefined, issues: [footingIssue('holdings do not foot to investments at value')] }

  const table = (id: StatementId, title: string, rows: readonly TableRow[], rest: Pick<Statement, 'stub' | 'footnotes'>): Statement => ({
    id,
    title,
    columns: [{ heading: columnHeading(id, books, presentation) }],
    rows: rowsOf(rows, page(id), printed),
    reference: hasNotes ? 'See Notes to Financial Statements.' : undefined,
    ...rest,
  })
  const end = formatLongDate(books.period.through)
  const commencement = isFirstPeriod(scope)
    ? [`(1) ${books.fund.series.noun} commenced operations on ${formatLongDate(books.fund.series.inception)} (inception date).`]
    : []
  const restatement = restatementNotes(scope)
  const monthDay = end.replace(/, \d{4}$/, '')
  const statements = [
    schedule,
    ...(countries === undefined ? [] : [countries]),
    table('sal', 'Statement of Assets and Liabilities', assetsAndLiabilities(scope), { stub: [`As of ${end}`], footnotes: [] }),
    table('soo', 'Statement of Operations', operations(scope), { stub: [`For the ${periodWord(books)} ended ${end}`], footnotes: commencement }),
    table('socna', 'Statement of Changes in Net Assets', changes(scope), {
      stub: [`For the ${periodWord(books)} ended ${monthDay}`],
      footnotes: [...(taxNote === undefined ? [] : [`*See Note ${taxNote} in Notes to Financial Statements.`]), ...commencement, ...restatement],
    }),
    table('highlights', 'Financial Highlights', highlights(presentation, scope), {
      stub: ['For a share outstanding during the', `${periodWord(books)} ended ${monthDay}`],
      footnotes: [...highlightsFootnotes(presentation), ...commencement, ...restatement],
    }),
  ]
  const cells = statements.flatMap((statement) => [...cellsOf(statement)])
  invariant(new Set(cells.map(({ place }) => place)).size === cells.length, 'two cells have one place')

  const examined: Examined = {
    page: page('soi'),
    scope,
    presentation,
    statements: new Map(statements.map((statement) => [statement.id, statement])),
    cells: printed,
    openingPrinted,
  }
  return {
    report: {
      fund: books.fund,
      period: books.period,
      periodName,
      basis: 'reporting',
      presentation,
      statements,
      legend: scheduleLegend(page('soi')),
      figures: asMade(figures),
      cells,
      identities: tieOut(examined),
      examined,
      remarks: remarksOf(books, page('highlights'), presentation),
    },
    issues: [],
  }
}

/** Shares and amounts a share are in the units after a split of the period (R6.24). */
const restatementNotes = ({ figures, period }: Scope): readonly string[] =>
  figures.books.shares.splitsAfter(addDays(period.from, -1)).map(({ effectiveDate, payload: { newUnits, oldUnits } }) => {
    const ratio = `${formatShortDecimal(newUnits)}-for-${formatShortDecimal(oldUnits)}`
    return `Shares and amounts per share before ${formatLongDate(effectiveDate)} are restated for the ${ratio} share split of that day.`
  })

/** Every identity that is for the report, checked. */
export const tieOut = (examined: Examined): readonly IdentityResult[] =>
  identities.filter(({ isFor }) => isFor?.(examined) !== false).map((identity) => examine(identity, examined))

/** `all` is what the report made. Lineage makes further figures on demand, which must not depend on who asked before. */
function asMade(figures: FigureBook): FigureBook {
  const made = figures.all()
  return { ...figures, all: () => made }
}

/** Cells whose printed digits the footing moved from their half-up value (R8.4): part of every tie-out. */
export const movedCells = ({ cells }: Report): readonly Cell[] =>
  cells.filter(({ footing }) => footing !== undefined && footing.by !== 'lock' && footing.movedBy !== 0n)

export const breaksOf = ({ identities: results }: Report): readonly IdentityResult[] => results.filter(({ result }) => result === 'breaks')

/** A whole fiscal year is a fiscal year; anything else is a period. */
function periodWord({ period, fund }: StatementBooks): string {
  const isYear = fiscalYearEndOnOrAfter(period.from, fund.series.fiscalYearEnd) === period.through && period.through - period.from >= 364
  return isYear ? 'fiscal year' : 'period'
}

/** The presentation's lines, or the name of the fund; statements of a period end in its year, marked where the fund began in it. */
function columnHeading(id: StatementId, { fund, period }: StatementBooks, { columnHeadings }: Presentation): readonly string[] {
  const lines = columnHeadings[id] ?? [fund.series.name]
  const mark = period.from === fund.series.inception && id !== 'sal' ? '(1)' : ''
  if (id === 'socna' || id === 'highlights') return [...lines, `${yearMonthDay(period.through).year}${mark}`]
  return [...lines.slice(0, -1), `${lines.at(-1)}${mark}`]
}

/** R2.4, R3.40, R12.17, R12.18: what the statements take from positions and from foreign items is what stands in the ledger. */
function assertPositionsAreLedger({ closing }: StatementBooks, scope: Scope): void {
  const ofLedger = (codes: readonly string[]): bigint => baseBalance(closing.state.balances, (account) => codes.includes(account))
  const sameUnits = (figure: Figure, units: bigint): boolean => (isZero(figure.amount) ? units === 0n : figure.amount.units === units)
  invariant(sameUnits(investmentsAtCost.define(scope), ofLedger([accounts.investments])), 'positions at cost are not account 1100')
  invariant(
    sameUnits(investmentsAtValue.define(scope), ofLedger([accounts.investments, accounts.investmentsUnrealized])),
    'positions at value are not accounts 1100 and 1190',
  )
  const translated = unrealizedOfItems(scope)
  invariant((isZero(translated) ? 0n : translated.units) === ofLedger([accounts.currencyUnrealized]), 'R3.40: items as translated are not account 1192')
}

function coverage({ closing, currency }: StatementBooks): readonly Issue[] {
  const { balances } = closing.state
  const results: readonly Taker[] = [...incomeLines, ...expenseLines, expenseOffsets, expenseReimbursement, ...realizedLines, changeInUnrealized]
  return [
    ...coverageIssues(
      'statement of assets and liabilities',
      assetsAndLiabilitiesExhausts,
      [investmentsAtValue, ...assetLines, ...liabilityLines],
      balances,
      currency,
    ),
    ...coverageIssues('statement of operations', operationsExhausts, results, balances, currency),
    ...coverageIssues('components of net assets', componentsExhaust, [...componentLines, changeInUnrealized, closedUnrealized], balances, currency),
  ]
}

/** Distributions have no event yet, and their amounts a share cannot be known from an entry by hand. */
function distributionIssues(scope: Scope): readonly Issue[] {
  if (isZero(totalDistributions.define(scope).amount)) return []
  return [
    {
      code: 'statement.distributions',
      place: { file: 'report', column: 'distributions' },
      found: 'distributions in the period, entered by hand',
      needed: 'distributions as records, with their amounts a share',
      remedy: 'This version has no kind of event for distributions: leave the entries out, or report on a period without them.',
    },
  ]
}

function remarksOf(books: StatementBooks, page: Page, presentation: Presentation): readonly Remark[] {
  const average: Remark[] = isAverageNil(page, presentation)
    ? [
        {
          about: 'highlights.average-net-assets',
          text: 'Average net assets and the ratios on it print as nil and N/A for a period of one day (one_day_average: nil). The average itself is computed and checked (T68).',
        },
      ]
    : []
  const holdings = books.positions(books.period.through).flatMap(({ instrument }): Remark[] => {
    const { remark, name } = books.instruments.get(instrument) ?? {}
    return remark === undefined ? [] : [{ about: `soi.holding.${instrument}`, text: `${name}: ${remark}` }]
  })
  const exceptions = books.closing.strike.exceptions.map(({ place, found, needed }): Remark => ({
    about: `${place.file}:${place.row ?? ''}`,
    text: `${found}; needed: ${needed}`,
  }))
  return [...average, ...holdings, ...exceptions]
}
