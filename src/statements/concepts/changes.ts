/** Changes in net assets (17 CFR 210.6-09; R8.2, R8.13–R8.15): distributions, capital, components, shares, purchases and sales. */
import { accounts } from '../../reference/chart-of-accounts.ts'
import { atOpening, balanceOf, type Concept, closingOf, derivedConcept, differenceOf, flowOf, openingOf, type Scope, sumOf } from '../concept.ts'
import { netAssets, paidInCapital } from './net-assets.ts'
import { netIncreaseFromOperations } from './operations.ts'
import { unrealizedAppreciation } from './securities.ts'

const a = accounts

export const distributionsOfIncome = flowOf({
  name: 'distributions-of-income',
  accounts: [a.distributionsOfIncome],
  positive: 'debit',
  cite: '17 CFR 210.6-09.3',
})
export const distributionsOfGains = flowOf({ name: 'distributions-of-gains', accounts: [a.distributionsOfGains], positive: 'debit', cite: '17 CFR 210.6-09.3' })
export const distributionsOfCapital = flowOf({
  name: 'distributions-of-capital',
  accounts: [a.distributionsOfCapital],
  positive: 'debit',
  cite: '17 CFR 210.6-09.3',
})
export const totalDistributions = sumOf({ name: 'total-distributions', cite: '17 CFR 210.6-09.3', isInstant: false }, [
  distributionsOfIncome,
  distributionsOfGains,
  distributionsOfCapital,
])

const capital = [a.par, a.paidIn] as const
const capitalFlow = (name: string, kinds: readonly string[]): Concept =>
  flowOf({ name, accounts: capital, positive: 'credit', cite: '17 CFR 210.6-09.4', kinds })
/** Kinds of record that issue and cancel fund shares, for cash or in kind (R8.14). */
const issued = ['subscription', 'creation-in-kind'] as const
const cancelled = ['redemption', 'redemption-in-kind'] as const
export const sharesSold = capitalFlow('shares-sold', issued)
/** Nothing posts here until distributions exist; the line is in the statements of every period. */
export const sharesReinvested = capitalFlow('shares-reinvested', ['reinvestment'])
/** A negative figure: what redemptions took out of capital. */
export const sharesRepurchased = capitalFlow('shares-repurchased', cancelled)
/** Fees of redemptions that the fund keeps (R3.3): shares repurchased are before them. */
export const redemptionFees = capitalFlow('redemption-fees', ['redemption-fee'])
/** Fees of orders in kind that the fund keeps (R3.6). */
export const transactionFees = capitalFlow('transaction-fees', ['transaction-fee'])
export const otherCapital = flowOf({
  name: 'other-capital-transactions',
  accounts: capital,
  positive: 'credit',
  cite: '17 CFR 210.6-09.4',
  exceptKinds: [...issued, 'reinvestment', ...cancelled, 'redemption-fee', 'transaction-fee'],
})
export const capitalLines = [sharesSold, sharesReinvested, sharesRepurchased, redemptionFees, transactionFees, otherCapital] as const
export const netCapitalTransactions = sumOf({ name: 'net-capital-share-transactions', cite: '17 CFR 210.6-09.4', isInstant: false }, capitalLines)

export const netIncrease = sumOf({ name: 'net-increase-in-net-assets', cite: '17 CFR 210.6-09.5', isInstant: false }, [
  differenceOf({ name: 'operations-less-distributions', isInstant: false }, netIncreaseFromOperations, totalDistributions),
  netCapitalTransactions,
])
export const netAssetsAtBeginning = atOpening(netAssets)

/** UNII, closing: everything ever earned on income accounts, less what was distributed and reclassified (R8.13). */
export const undistributedIncome = balanceOf({
  name: 'undistributed-net-investment-income',
  accounts: [
    a.undistributedIncome,
    a.distributionsOfIncome,
    a.undistributedIncomeReclassified,
    a.dividendIncome,
    a.affiliatedDividendIncome,
    a.foreignTaxWithheld,
    a.interestIncome,
    a.discountAccreted,
    a.premiumAmortized,
    a.paydownGains,
    a.securitiesLendingIncome,
    a.otherIncome,
    a.advisoryFee,
    a.performanceAdjustment,
    a.distributionFee,
    a.administrativeServicesFee,
    a.transferAgentFee,
    a.custodianFee,
    a.registrationFees,
    a.systemFees,
    a.insurance,
    a.auditFees,
    a.legalFees,
    a.trusteesFees,
    a.printing,
    a.otherExpenses,
    a.dividendExpense,
    a.interestExpense,
    a.exciseTax,
    a.recoupment,
    a.expenseOffsets,
    a.feeWaivers,
    a.expenseReimbursement,
  ],
  positive: 'credit',
  cite: 'R8.13',
})

export const undistributedRealized = balanceOf({
  name: 'undistributed-net-realized-gain',
  accounts: [
    a.accumulatedRealized,
    a.distributionsOfGains,
    a.accumulatedRealizedReclassified,
    a.realizedSecurities,
    a.realizedAffiliatedSecurities,
    a.capitalGainDistributionsReceived,
    a.realizedWrittenOptions,
    a.realizedShortPositions,
    a.realizedCurrency,
    a.realizedFutures,
    a.realizedSwaps,
    a.paymentsByAffiliates,
  ],
  positive: 'credit',
  cite: 'R8.13',
})

export const componentLines = [paidInCapital, undistributedIncome, undistributedRealized, unrealizedAppreciation] as const
export const totalComponents = sumOf({ name: 'components-of-net-assets', cite: 'R8.13', isInstant: true }, componentLines)

const shareCount = (name: string, kinds: readonly string[] | undefined): Concept => ({
  name,
  unit: 'shares',
  accounts: [],
  define: ({ figures, period }) => {
    const { id } = figures.books.shareClass
    return figures.figure({
      concept: name,
      subject: id,
      when: period,
      unit: 'shares',
      derivation: { of: 'share count', query: { classId: id, from: period.from, through: period.through, kinds } },
      cite: 'R8.14',
    })
  },
})
export const shareCountSold = shareCount('share-count-sold', issued)
export const shareCountReinvested = shareCount('share-count-reinvested', ['reinvestment'])
export const shareCountRepurchased = shareCount('share-count-repurchased', cancelled)
export const shareCountIssued = sumOf({ name: 'share-count-issued', unit: 'shares', isInstant: false }, [shareCountSold, shareCountReinvested])
/** What splits of the period left when they were rounded: all else is restated into their units (R6.24). */
export const shareCountSplit = shareCount('share-count-split', ['share-split'])
export const hasShareSplit = ({ figures, period }: Scope): boolean => figures.books.shares.splitsAfter(openingOf({ figures, period })).length > 0
export const shareCountIncrease = derivedConcept({ name: 'share-count-increase', unit: 'shares', isInstant: false }, (scope) => ({
  of: 'sum',
  terms: [shareCountIssued, shareCountRepurchased, ...(hasShareSplit(scope) ? [shareCountSplit] : [])].map((concept) => concept.define(scope).id),
}))

/** Par value of a share (R1.8), as the fund's file states it. */
export const parValue: Concept = {
  name: 'par-value',
  unit: 'money per share',
  accounts: [],
  define: (scope) => {
    const { id, parValue: value, statedAt } = scope.figures.books.shareClass
    return scope.figures.figure({
      concept: 'par-value',
      subject: id,
      when: { at: closingOf(scope) },
      unit: 'money per share',
      derivation: { of: 'policy value', source: statedAt.parValue, name: 'par_value', value },
      cite: 'R1.8',
    })
  },
}

/** Shares of the class on the reporting basis at the end of the period (R6.6, R8.2). */
export const sharesOutstanding: Concept = {
  name: 'shares-outstanding',
  unit: 'shares',
  accounts: [],
  define: (scope) => {
    const { id } = scope.figures.books.shareClass
    const at = closingOf(scope)
    return scope.figures.figure({
      concept: 'shares-outstanding',
      subject: id,
      when: { at },
      unit: 'shares',
      derivation: { of: 'share count', query: { classId: id, through: at } },
      cite: '17 CFR 210.6-04.16',
    })
  },
}
export const sharesOutstandingAtBeginning: Concept = {
  ...sharesOutstanding,
  name: 'shares-outstanding-at-beginning',
  define: (scope) => sharesOutstanding.define({ figures: scope.figures, period: { from: openingOf(scope), through: openingOf(scope) } }),
}

/** Cost of securities bought in the period, on trade date, without what came in kind (R8.15, R9.12); short-term securities have no kind yet. */
export const purchasesOfSecurities = flowOf({
  name: 'purchases-of-securities',
  accounts: [a.investments],
  positive: 'debit',
  cite: 'R8.15',
  kinds: ['purchase'],
})
/** Proceeds of securities sold in the period, net of commission and charges, on trade date, without what was delivered in kind (R8.15, R9.12). */
export const salesOfSecurities = flowOf({
  name: 'sales-of-securities',
  accounts: [a.receivableInvestmentsSold],
  positive: 'debit',
  cite: 'R8.15',
  kinds: ['sale'],
})
/** Cost of lots relieved by sales (T56). */
export const costOfSales = flowOf({ name: 'cost-of-sales', accounts: [a.investments], positive: 'credit', cite: 'R4.4', kinds: ['sale'] })
/** What else moved the cost of securities: baskets in kind, cash in lieu of a fraction, a fund taken on. */
export const otherChangesOfCost = flowOf({
  name: 'other-changes-of-cost',
  accounts: [a.investments],
  positive: 'debit',
  cite: 'R3.6',
  exceptKinds: ['purchase', 'sale'],
})
