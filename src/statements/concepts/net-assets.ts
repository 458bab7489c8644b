/** Assets, liabilities, net assets and their components (17 CFR 210.6-04; R2.2, R8.2, R8.13). */
import { type CalendarDate } from '../../values/calendar-date.ts'
import { accounts } from '../../reference/chart-of-accounts.ts'
import { balanceOf, closingOf, type Concept, derivedConcept, differenceOf, type Scope, sumOf } from '../concept.ts'
import { type Derivation, type Figure } from '../figure.ts'
import { type FigureBook } from '../figure-book.ts'
import { foreignItemCost, foreignItemsOf, foreignItemValue } from '../foreign-item-figures.ts'
import { type ForeignItem } from '../foreign-items.ts'
import { investmentsAtValue } from './securities.ts'

const a = accounts

/** Cash of all kinds. A credit balance is an overdraft: it leaves this line for the liability below it. */
const cashAccounts = [a.cash, a.foreignCurrency, a.currencyPositionLocal, a.currencyPositionBase] as const

/** The balance of cash as it stands, below zero where the custodian is overdrawn; without what is in foreign currencies. */
export const cashBalance: Concept = {
  name: 'cash-balance',
  unit: 'money',
  accounts: cashAccounts,
  define: (scope) => {
    const at = closingOf(scope)
    const translated = foreignCash(scope).length === 0 ? {} : ({ translated: 'not' } as const)
    return scope.figures.figure({
      concept: 'cash-balance',
      when: { at },
      unit: 'money',
      derivation: { of: 'ledger balance', query: { accounts: cashAccounts, positive: 'debit', through: at, ...translated } },
      cite: '17 CFR 210.6-04.4',
    })
  },
}

/** Cash in each foreign currency that the fund ever had. */
const foreignCash = (scope: Scope): readonly ForeignItem[] => foreignItemsOf(scope.figures, cashAccounts, closingOf(scope))

/** The bound between the two lines that share a balance of cash. */
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
  translates: [],
}

const cashOverdrawn: Concept = derivedConcept({ name: 'cash-overdrawn', isInstant: true }, (scope) => ({
  of: 'minimum',
  terms: [cashBalance.define(scope).id, nothing.define(scope).id],
}))

/** Each currency by itself, above nothing or below it: what is overdrawn in one is not netted with what is there in another. */
function sumOfForeignCash(
  scope: Scope,
  name: string,
  side: 'maximum' | 'minimum',
  of: (figures: FigureBook, item: ForeignItem, at: CalendarDate) => Figure,
): Derivation {
  const at = closingOf(scope)
  const terms = foreignCash(scope).map((item) => {
    const subject = `${item.currency}.${item.account}`
    const bounded = { of: side, terms: [of(scope.figures, item, at).id, nothing.define(scope).id] } as const
    return scope.figures.figure({ concept: name, subject, when: { at }, unit: 'money', derivation: bounded }).id
  })
  return terms.length === 0 ? { of: 'nothing', because: 'the fund never had cash in a foreign currency' } : { of: 'sum', terms }
}

/** Cash denominated in foreign currencies, translated, beside its cost. */
export const foreignCurrency: Concept = {
  ...derivedConcept({ name: 'foreign-currency', cite: '17 CFR 210.6-04.4', isInstant: true }, (scope) =>
    sumOfForeignCash(scope, 'foreign-cash', 'maximum', foreignItemValue),
  ),
  translates: cashAccounts,
}

export const foreignCurrencyAtCost = derivedConcept({ name: 'foreign-currency-at-cost', cite: 'R3.41', isInstant: true }, (scope) =>
  sumOfForeignCash(scope, 'foreign-cash-at-cost', 'maximum', foreignItemCost),
)

const foreignCurrencyOverdrawn = derivedConcept({ name: 'foreign-currency-overdrawn', isInstant: true }, (scope) =>
  sumOfForeignCash(scope, 'foreign-cash-overdrawn', 'minimum', foreignItemValue),
)

/** Below zero: what is overdrawn in any currency. */
export const allOverdrawn = sumOf({ name: 'cash-of-all-currencies-overdrawn', isInstant: true }, [cashOverdrawn, foreignCurrencyOverdrawn])

const borrowings = balanceOf({ name: 'borrowings', accounts: [a.borrowings], positive: 'credit', cite: '17 CFR 210.6-04.13' })

/** Bank borrowings, with what the custodian is overdrawn by. */
export const overdraft: Concept = {
  ...derivedConcept({ name: 'overdraft', cite: '17 CFR 210.6-04.13', isInstant: true }, (scope) => {
    const minuend = borrowings.define(scope).id
    const overdrawn = foreignCash(scope).length === 0 ? cashOverdrawn : allOverdrawn
    return { of: 'difference', minuend, subtrahend: overdrawn.define(scope).id }
  }),
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
export const assetLines = [
  cash,
  foreignCurrency,
  receivableInvestmentsSold,
  receivableSharesSold,
  receivableDividends,
  receivableInterest,
  otherAssets,
] as const

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

export const hasForeignCash = (scope: Scope): boolean => foreignCash(scope).length > 0

/** The asset lines of a scope: foreign currency has one only where the fund had any. */
export const assetLinesOf = (scope: Scope): readonly Concept[] => assetLines.filter((line) => line !== foreignCurrency || hasForeignCash(scope))

export const totalAssets = derivedConcept({ name: 'total-assets', cite: '17 CFR 210.6-04.8', isInstant: true }, (scope) => ({
  of: 'sum',
  terms: [investmentsAtValue, ...assetLinesOf(scope)].map((line) => line.define(scope).id),
}))
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
