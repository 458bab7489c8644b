/** Assets, liabilities, net assets and their components (17 CFR 210.6-04; R2.2, R8.2, R8.13). */
import { accounts } from '../../reference/chart-of-accounts.ts'
import { balanceOf, type Concept, derivedConcept, differenceOf, sumOf } from '../concept.ts'
import { investmentsAtValue } from './securities.ts'

const a = accounts

/** Cash of all kinds. A credit balance is an overdraft: it leaves this line for the liability below it. */
const cashAccounts = [a.cash, a.foreignCurrency, a.currencyPositionLocal, a.currencyPositionBase] as const

/** The balance of cash as it stands, below zero where the custodian is overdrawn. */
const cashBalance = balanceOf({ name: 'cash-balance', accounts: cashAccounts, positive: 'debit', cite: '17 CFR 210.6-04.4' })

/** The bound between the two lines that share the balance of cash. */
const nothing: Concept = derivedConcept({ name: 'nothing', isInstant: true }, () => ({
  of: 'nothing',
  because: 'cash is not printed below it, nor an overdraft above it',
}))

export const cash: Concept = {
  ...derivedConcept({ name: 'cash', cite: '17 CFR 210.6-04.4', isInstant: true }, (scope) => ({
    of: 'maximum',
    terms: [cashBalance.define(scope).id, nothing.define(scope).id],
  })),
  accounts: cashAccounts,
}

const cashOverdrawn: Concept = derivedConcept({ name: 'cash-overdrawn', isInstant: true }, (scope) => ({
  of: 'minimum',
  terms: [cashBalance.define(scope).id, nothing.define(scope).id],
}))

const borrowings = balanceOf({ name: 'borrowings', accounts: [a.borrowings], positive: 'credit', cite: '17 CFR 210.6-04.13' })

/** Bank borrowings, with what the custodian is overdrawn by. */
export const overdraft: Concept = {
  ...differenceOf({ name: 'overdraft', cite: '17 CFR 210.6-04.13', isInstant: true }, borrowings, cashOverdrawn),
  accounts: borrowings.accounts,
}

export const receivableInvestmentsSold = balanceOf({
  name: 'receivable-investments-sold',
  accounts: [a.receivableInvestmentsSold],
  positive: 'debit',
  cite: '17 CFR 210.6-04.5(a)(1)',
})
export const receivableSharesSold = balanceOf({
  name: 'receivable-shares-sold',
  accounts: [a.receivableSharesSold],
  positive: 'debit',
  cite: '17 CFR 210.6-04.5(a)(2)',
})
export const receivableDividends = balanceOf({
  name: 'receivable-dividends',
  accounts: [a.receivableDividends, a.receivableTaxReclaims],
  positive: 'debit',
  cite: '17 CFR 210.6-04.5(a)(3)',
})
export const receivableInterest = balanceOf({
  name: 'receivable-interest',
  accounts: [a.receivableInterest],
  positive: 'debit',
  cite: '17 CFR 210.6-04.5(a)(3)',
})
export const otherAssets = balanceOf({
  name: 'other-assets',
  accounts: [a.deposits, a.receivableSecuritiesLending, a.receivableFromAdviser, a.receivablePaydowns, a.deferredExpenses, a.otherAssets],
  positive: 'debit',
  cite: '17 CFR 210.6-04.7',
})

/** Asset lines other than investments, in the order in which statements print them. */
export const assetLines = [cash, receivableInvestmentsSold, receivableSharesSold, receivableDividends, receivableInterest, otherAssets] as const

export const payableInvestmentsPurchased = balanceOf({
  name: 'payable-investments-purchased',
  accounts: [a.payableInvestmentsPurchased, a.payableDelayedDelivery],
  positive: 'credit',
  cite: '17 CFR 210.6-04.10',
})
export const payableSharesRedeemed = balanceOf({
  name: 'payable-shares-redeemed',
  accounts: [a.payableSharesRedeemed],
  positive: 'credit',
  cite: '17 CFR 210.6-04.10',
})
export const payableDistributions = balanceOf({
  name: 'payable-distributions',
  accounts: [a.payableDistributions],
  positive: 'credit',
  cite: '17 CFR 210.6-04.10',
})
export const payableAdvisoryFee = balanceOf({
  name: 'payable-advisory-fee',
  accounts: [a.payableAdvisoryFee, a.payableRecoupment],
  positive: 'credit',
  cite: '17 CFR 210.6-04.12(a)',
})
export const accruedExpenses = balanceOf({
  name: 'accrued-expenses',
  accounts: [
    a.payableDistributionFee,
    a.payableAdministrativeServices,
    a.payableTransferAgent,
    a.payableCustodian,
    a.payableTrustees,
    a.payableOtherExpenses,
    a.payableInterest,
  ],
  positive: 'credit',
  cite: '17 CFR 210.6-04.12',
})

export const liabilityLines = [
  overdraft,
  payableInvestmentsPurchased,
  payableSharesRedeemed,
  payableDistributions,
  payableAdvisoryFee,
  accruedExpenses,
] as const

export const totalAssets = sumOf({ name: 'total-assets', cite: '17 CFR 210.6-04.8', isInstant: true }, [investmentsAtValue, ...assetLines])
export const totalLiabilities = sumOf({ name: 'total-liabilities', cite: '17 CFR 210.6-04.14', isInstant: true }, liabilityLines)
export const netAssets = differenceOf({ name: 'net-assets', cite: 'R2.2, R6.5', isInstant: true }, totalAssets, totalLiabilities)

/** Cash, receivables and other assets, less liabilities: what the schedule adds to investments. */
export const otherAssetsNet = differenceOf({ name: 'other-assets-net', cite: '17 CFR 210.12-12', isInstant: true }, netAssets, investmentsAtValue)

/** Par and paid-in surplus, less returns of capital (R8.13). */
export const paidInCapital = balanceOf({
  name: 'paid-in-capital',
  accounts: [a.par, a.paidIn, a.paidInReclassified, a.distributionsOfCapital],
  positive: 'credit',
  cite: '17 CFR 210.6-04.16',
})
