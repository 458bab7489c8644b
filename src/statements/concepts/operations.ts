/** Results of operations in the period (17 CFR 210.6-07; R8.2). Expenses are positive figures, reductions of them too. */
import { accounts, type AccountCode } from '../../reference/chart-of-accounts.ts'
import { atOpening, type Concept, differenceOf, flowOf, sumOf } from '../concept.ts'
import { unrealizedAppreciation } from './securities.ts'

const a = accounts
const income = (name: string, codes: readonly AccountCode[], cite: string): Concept => flowOf({ name, accounts: codes, positive: 'credit', cite })
const expense = (name: string, codes: readonly AccountCode[], cite = '17 CFR 210.6-07.2'): Concept => flowOf({ name, accounts: codes, positive: 'debit', cite })

export const interest = income('interest-income', [a.interestIncome, a.discountAccreted, a.premiumAmortized, a.paydownGains], '17 CFR 210.6-07.1(b)')
export const dividends = income('dividend-income', [a.dividendIncome, a.affiliatedDividendIncome], '17 CFR 210.6-07.1(a)')
/** A negative figure: tax withheld at source reduces income on a line of its own (R3.16). */
export const foreignTaxWithheld = income('foreign-tax-withheld', [a.foreignTaxWithheld], 'R3.16')
export const securitiesLendingIncome = income('securities-lending-income', [a.securitiesLendingIncome], '17 CFR 210.6-07.1(c)')
export const otherIncome = income('other-income', [a.otherIncome], '17 CFR 210.6-07.1(c)')
export const incomeLines = [interest, dividends, foreignTaxWithheld, securitiesLendingIncome, otherIncome] as const

export const advisoryFees = expense('advisory-fees', [a.advisoryFee, a.performanceAdjustment], '17 CFR 210.6-07.2(a)')
export const transferAgentExpenses = expense('transfer-agent-expenses', [a.transferAgentFee])
export const registrationFees = expense('registration-fees', [a.registrationFees])
export const systemFees = expense('system-fees', [a.systemFees])
export const custodianFees = expense('custodian-fees', [a.custodianFee])
export const insuranceExpense = expense('insurance-expense', [a.insurance])
export const auditFees = expense('audit-fees', [a.auditFees])
export const distributionFees = expense('distribution-fees', [a.distributionFee])

/** What is printed under "other" unless it is more than 5% of total expenses and has a line of its own (R8.16). */
export const minorExpenses = [
  expense('administrative-services-fees', [a.administrativeServicesFee]),
  expense('legal-fees', [a.legalFees]),
  expense('trustees-fees', [a.trusteesFees]),
  expense('printing-expenses', [a.printing]),
  expense('dividend-expense', [a.dividendExpense]),
  expense('interest-expense', [a.interestExpense], '17 CFR 210.6-07.3'),
  expense('excise-tax', [a.exciseTax], '17 CFR 210.6-07.5'),
  expense('recoupment', [a.recoupment]),
] as const
export const miscellaneousExpenses = expense('miscellaneous-expenses', [a.otherExpenses])

export const namedExpenses = [
  advisoryFees,
  transferAgentExpenses,
  registrationFees,
  systemFees,
  custodianFees,
  insuranceExpense,
  auditFees,
  distributionFees,
] as const

export const expenseOffsets = income('expense-offsets', [a.expenseOffsets], '17 CFR 210.6-07.2(g)')
export const expenseReimbursement = income('expense-reimbursement', [a.feeWaivers, a.expenseReimbursement], '17 CFR 210.6-07.2(a)')

export const totalInvestmentIncome = sumOf({ name: 'total-investment-income', cite: '17 CFR 210.6-07.1', isInstant: false }, incomeLines)
export const totalExpenses = sumOf({ name: 'total-expenses', cite: '17 CFR 210.6-07.2', isInstant: false }, [
  ...namedExpenses,
  ...minorExpenses,
  miscellaneousExpenses,
])
export const netExpenses = differenceOf({ name: 'net-expenses', isInstant: false }, totalExpenses, expenseOffsets)
export const netExpensesAfterReimbursement = differenceOf({ name: 'net-expenses-after-reimbursement', isInstant: false }, netExpenses, expenseReimbursement)
/** The gross ratio's numerator: after waivers, before offsets (R7.15). */
export const expensesBeforeOffsets = differenceOf({ name: 'expenses-after-waivers', isInstant: false }, totalExpenses, expenseReimbursement)
export const netInvestmentIncome = differenceOf(
  { name: 'net-investment-income', cite: '17 CFR 210.6-07.6', isInstant: false },
  totalInvestmentIncome,
  netExpensesAfterReimbursement,
)

export const realizedSecurities = income(
  'realized-securities',
  [
    a.realizedSecurities,
    a.realizedAffiliatedSecurities,
    a.capitalGainDistributionsReceived,
    a.realizedWrittenOptions,
    a.realizedShortPositions,
    a.realizedFutures,
    a.realizedSwaps,
  ],
  '17 CFR 210.6-07.7(a)',
)
export const realizedCurrency = income('realized-foreign-currency', [a.realizedCurrency], '17 CFR 210.6-07.7')
export const paymentsByAffiliates = income('payments-by-affiliates', [a.paymentsByAffiliates], 'R3.59')
export const realizedLines = [realizedSecurities, realizedCurrency, paymentsByAffiliates] as const
export const netRealized = sumOf({ name: 'net-realized-gain', cite: '17 CFR 210.6-07.7', isInstant: false }, realizedLines)

/** Closing less opening appreciation, of investments and of what is translated: the 7000s of the period (R2.4, R3.40). */
export const changeInUnrealized: Concept = {
  ...differenceOf({ name: 'change-in-unrealized', cite: '17 CFR 210.6-07.7(d)', isInstant: false }, unrealizedAppreciation, atOpening(unrealizedAppreciation)),
  accounts: [a.unrealizedSecurities, a.unrealizedCurrency],
}

export const netGain = sumOf({ name: 'net-realized-and-unrealized-gain', cite: '17 CFR 210.6-07.8', isInstant: false }, [netRealized, changeInUnrealized])
export const netIncreaseFromOperations = sumOf({ name: 'net-increase-from-operations', cite: '17 CFR 210.6-07.9', isInstant: false }, [
  netInvestmentIncome,
  netGain,
])
