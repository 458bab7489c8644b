/** The footing plan of a report, made from its figures (R8.4): which concept stands in which step. */
import { type Decimal, negate, ZERO } from '../../values/decimal.ts'
import { type Issue } from '../../values/issue.ts'
import { atOpening, type Concept, isFirstPeriod, openingOf, type Scope } from '../concept.ts'
import { assetLinesOf, liabilityLines, netAssets, paidInCapital, totalAssets, totalLiabilities } from '../concepts/net-assets.ts'
import {
  capitalLines,
  distributionsOfCapital,
  distributionsOfGains,
  distributionsOfIncome,
  undistributedIncome,
  undistributedRealized,
} from '../concepts/changes.ts'
import {
  changeInUnrealized,
  expenseOffsets,
  expenseReimbursement,
  incomeLines,
  minorExpenses,
  miscellaneousExpenses,
  namedExpenses,
  netInvestmentIncome,
  netRealized,
  realizedLines,
} from '../concepts/operations.ts'
import { investmentsAtCost, investmentsAtValue, unrealizedAppreciation, unrealizedOfItems } from '../concepts/securities.ts'
import { type PrintedUnit } from './foot.ts'
import { type Component, type FootingPlan, type Line, planClosing, planFooting } from './plan.ts'

/** Lines that reduce net investment income are footed with their sign turned; their cells print it back. */
export const expenseLines: readonly Concept[] = [...namedExpenses, ...minorExpenses, miscellaneousExpenses]

/** A detail line that is nil in the period and not printed takes no part. */
export function footDocument(scope: Scope, unit: PrintedUnit, openingPrinted: OpeningComponents): FootingPlan {
  const line = (concept: Concept): Line => ({ id: concept.name, exact: concept.define(scope).amount })
  const turned = (concept: Concept): Line => ({ id: concept.name, exact: negate(concept.define(scope).amount) })
  const nil = (id: string): Line => ({ id, exact: ZERO })
  return planFooting({
    unit,
    value: line(investmentsAtValue),
    cost: line(investmentsAtCost),
    netAssets: line(netAssets),
    totalAssets: line(totalAssets),
    totalLiabilities: line(totalLiabilities),
    translation: { id: 'translation', exact: unrealizedOfItems(scope) },
    assets: assetLinesOf(scope).map(line),
    liabilities: liabilityLines.map(line),
    closing: {
      paidIn: line(paidInCapital),
      income: line(undistributedIncome),
      realized: line(undistributedRealized),
      unrealized: line(unrealizedAppreciation),
    },
    openingPrinted,
    operations: { income: line(netInvestmentIncome), realized: line(netRealized), unrealized: line(changeInUnrealized) },
    distributions: { paidIn: line(distributionsOfCapital), income: line(distributionsOfIncome), realized: line(distributionsOfGains) },
    reclassified: { paidIn: nil('reclassified-paid-in'), income: nil('reclassified-income'), realized: nil('reclassified-realized') },
    capital: capitalLines.map(line),
    details: {
      income: [...incomeLines.map(line), ...expenseLines.map(turned), line(expenseOffsets), line(expenseReimbursement)],
      realized: realizedLines.map(line),
      unrealized: [],
    },
  })
}

/** Printed components of capital at the end of the last period. */
export type OpeningComponents = Readonly<Record<Component, bigint>>

const NOTHING: OpeningComponents = { paidIn: 0n, income: 0n, realized: 0n, unrealized: 0n }

/** The components as the last report printed them: rounded by the same plan from the opening balances. */
export function openingComponents(scope: Scope, unit: PrintedUnit): OpeningComponents {
  if (isFirstPeriod(scope)) return NOTHING
  const line = (concept: Concept): Line => ({ id: concept.name, exact: amountAtOpening(concept, scope) })
  return planClosing({
    unit,
    value: line(investmentsAtValue),
    cost: line(investmentsAtCost),
    translation: { id: 'translation', exact: unrealizedOfItems({ figures: scope.figures, period: { from: openingOf(scope), through: openingOf(scope) } }) },
    netAssets: line(netAssets),
    closing: {
      paidIn: line(paidInCapital),
      income: line(undistributedIncome),
      realized: line(undistributedRealized),
      unrealized: line(unrealizedAppreciation),
    },
  })
}

const amountAtOpening = (concept: Concept, scope: Scope): Decimal => atOpening(concept).define(scope).amount

export const footingIssue = (why: string): Issue => ({
  code: 'statement.footing',
  place: { file: 'report' },
  found: why,
  needed: 'printed figures that add, each within two units of its exact value',
  remedy: 'Print in smaller units, or report this with the book: a figure is never forced by hand.',
})
