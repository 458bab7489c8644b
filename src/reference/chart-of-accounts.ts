/**
 * The chart of accounts (R2.1): one for all funds, as a table that a fund accountant can review.
 * A row says what an account is and the statement line it ends in; its kind and its dimensions follow from its code
 * by the rules below the table. Codes are text: a leading digit is a meaning, not a magnitude.
 */
import type { Branded } from '../values/branded.ts'
import { bad, type Field, good } from '../values/field.ts'
import { mostLike } from '../values/issue.ts'

/** Four digits of an account that is in the chart. Made only here: by `accounts` and by the field `accountCode`. */
export type AccountCode = Branded<string, 'AccountCode'>

export type AccountKind = 'asset' | 'liability' | 'capital' | 'distribution' | 'income' | 'expense' | 'realized' | 'unrealized' | 'memo'

/** The sub-ledger that proves an account to the cent. Only its own events post there; a manual entry may not. */
export type Control = 'lots' | 'marks' | 'capital stock' | 'settlements'

export type Account = {
  readonly code: AccountCode
  readonly name: string
  readonly kind: AccountKind
  /** The side on which the account grows. A contra account has the side opposite to its kind's: premium amortized is income, debit. */
  readonly normalSide: 'debit' | 'credit'
  /** Its postings may name a share class (R2.1). */
  readonly hasClass: boolean
  /** Its postings may name an instrument or a lot (R2.1). */
  readonly hasInstrument: boolean
  /** Absent where a manual entry may post. */
  readonly controlledBy?: Control
  /** The statement line that its balance belongs to, in general words: each presentation has captions of its own (R8.2). */
  readonly line: string
  /** The caption of Regulation S-X, where the chart names one. */
  readonly cite?: string
}

/** `cite` is a paragraph of 17 CFR 210, without that prefix. */
type Row = readonly [code: string, side: 'Dr' | 'Cr', name: string, line: string, cite?: string]

/**
 * By the name that the engine calls each account. Where R2.1 lets a balance stand on either side, the row has the side of a
 * gain or of an increase in net assets, and for a performance adjustment that of the fee it adjusts.
 */
const rows = {
  // Assets.
  cash: ['1000', 'Dr', 'Cash at the custodian', 'Cash', '6-04.4'],
  foreignCurrency: ['1010', 'Dr', 'Foreign currency', 'Foreign currency'],
  // The two halves of an exchange, so that each currency balances by itself; together they are zero in base (R6.9).
  currencyPositionLocal: ['1011', 'Cr', 'Currency position, local', 'Foreign currency'],
  currencyPositionBase: ['1012', 'Dr', 'Currency position, base counter-value', 'Foreign currency'],
  deposits: ['1020', 'Dr', 'Restricted and segregated cash, deposits with brokers', 'Deposits with brokers', '6-04.6'],
  investments: ['1100', 'Dr', 'Investments in unaffiliated issuers, at cost', 'Investments in unaffiliated issuers, at value', '6-04.1'],
  repurchaseAgreements: ['1110', 'Dr', 'Repurchase agreements, at cost', 'Repurchase agreements'],
  affiliatedInvestments: ['1120', 'Dr', 'Investments in affiliated issuers, at cost', 'Investments in affiliated issuers, at value', '6-04.2'],
  purchasedOptions: ['1130', 'Dr', 'Purchased options, at premium', 'Investments in unaffiliated issuers, at value'],
  loanCollateral: ['1140', 'Dr', 'Collateral for securities loaned, at cost', 'Collateral for securities loaned'],
  investmentsUnrealized: [
    '1190',
    'Dr',
    'Unrealized appreciation of investments in unaffiliated issuers',
    'Investments in unaffiliated issuers, at value',
    '6-04.1',
  ],
  affiliatedInvestmentsUnrealized: [
    '1191',
    'Dr',
    'Unrealized appreciation of investments in affiliated issuers',
    'Investments in affiliated issuers, at value',
    '6-04.2',
  ],
  currencyUnrealized: ['1192', 'Dr', 'Unrealized translation of foreign cash, receivables and payables', 'The item that it revalues'],
  receivableInvestmentsSold: ['1300', 'Dr', 'Receivable for investments sold', 'Receivable for investments sold', '6-04.5(a)(1)'],
  receivableSharesSold: ['1310', 'Dr', 'Receivable for fund shares sold', 'Receivable for fund shares sold', '6-04.5(a)(2)'],
  receivableDividends: ['1320', 'Dr', 'Dividends receivable', 'Dividends receivable', '6-04.5(a)(3)'],
  receivableTaxReclaims: ['1325', 'Dr', 'Foreign tax reclaims receivable', 'Dividends receivable'],
  receivableInterest: ['1330', 'Dr', 'Interest receivable, with interest purchased', 'Interest receivable', '6-04.5(a)(3)'],
  receivableSecuritiesLending: ['1340', 'Dr', 'Securities lending income receivable', 'Other receivables'],
  receivableFromAdviser: ['1350', 'Dr', 'Receivable from adviser', 'Other receivables'],
  receivablePaydowns: ['1360', 'Dr', 'Paydowns receivable', 'Other receivables'],
  receivableFuturesMargin: ['1400', 'Dr', 'Variation margin receivable on futures contracts', 'Variation margin receivable on futures contracts', '6-04.3(a)'],
  receivableSwapMargin: ['1405', 'Dr', 'Variation margin receivable on cleared swaps', 'Variation margin receivable on cleared swaps', '6-04.3'],
  forwardsAppreciation: [
    '1410',
    'Dr',
    'Unrealized appreciation on forward currency contracts',
    'Unrealized appreciation on forward currency contracts',
    '6-04.3(b)',
  ],
  swapAssets: ['1420', 'Dr', 'Swap contracts at value, assets', 'Swap contracts at value, assets', '6-04.3(c)'],
  deferredExpenses: ['1500', 'Dr', 'Prepaid and deferred expenses', 'Other assets', '6-04.7'],
  otherAssets: ['1510', 'Dr', 'Other assets', 'Other assets', '6-04.7'],

  // Liabilities.
  borrowings: ['2000', 'Cr', 'Bank overdraft and line of credit', 'Payable to custodian and borrowings', '6-04.13'],
  payableInvestmentsPurchased: ['2100', 'Cr', 'Payable for investments purchased', 'Payable for investments purchased', '6-04.10'],
  payableDelayedDelivery: ['2105', 'Cr', 'Payable for when-issued and to-be-announced purchases', 'Payable for delayed-delivery purchases'],
  payableSharesRedeemed: ['2110', 'Cr', 'Payable for fund shares redeemed', 'Payable for fund shares redeemed', '6-04.10'],
  payableDistributions: ['2120', 'Cr', 'Distributions payable', 'Distributions payable', '6-04.10'],
  deferredForeignTax: ['2130', 'Cr', 'Deferred foreign tax on unrealized gains', 'Accrued foreign taxes'],
  payableForeignTax: ['2135', 'Cr', 'Foreign taxes payable on realized gains', 'Accrued foreign taxes'],
  payableFuturesMargin: ['2140', 'Cr', 'Variation margin payable on futures contracts', 'Variation margin payable on futures contracts', '6-04.9(c)'],
  payableSwapMargin: ['2145', 'Cr', 'Variation margin payable on cleared swaps', 'Variation margin payable on cleared swaps', '6-04.9'],
  forwardsDepreciation: [
    '2150',
    'Cr',
    'Unrealized depreciation on forward currency contracts',
    'Unrealized depreciation on forward currency contracts',
    '6-04.9(d)',
  ],
  swapLiabilities: ['2160', 'Cr', 'Swap contracts at value, liabilities', 'Swap contracts at value, liabilities', '6-04.9(e)'],
  shortPositions: ['2200', 'Cr', 'Securities sold short, proceeds', 'Securities sold short, at value', '6-04.9(a)'],
  writtenOptions: ['2210', 'Cr', 'Options written, premiums received', 'Options written, at value', '6-04.9(b)'],
  reverseRepurchaseAgreements: ['2220', 'Cr', 'Reverse repurchase agreements', 'Reverse repurchase agreements'],
  shortPositionsUnrealized: ['2290', 'Cr', 'Unrealized depreciation of short positions', 'Securities sold short, at value', '6-04.9(a)'],
  writtenOptionsUnrealized: ['2291', 'Cr', 'Unrealized depreciation of written options', 'Options written, at value', '6-04.9(b)'],
  payableOnShorts: ['2300', 'Cr', 'Dividends and interest payable on short positions', 'Dividends and interest payable on short positions'],
  payableLoanCollateral: ['2400', 'Cr', 'Payable upon return of securities loaned', 'Payable upon return of securities loaned', '6-04.11'],
  payableAdvisoryFee: ['2500', 'Cr', 'Advisory fee payable', 'Advisory fee payable', '6-04.12(a)'],
  payableDistributionFee: ['2510', 'Cr', 'Distribution fee payable', 'Distribution and service fees payable', '6-04.12(b)(3)'],
  payableAdministrativeServices: ['2520', 'Cr', 'Administrative services fee payable', 'Distribution and service fees payable', '6-04.12(b)(3)'],
  payableTransferAgent: ['2530', 'Cr', 'Transfer agent expenses payable', 'Accrued expenses'],
  payableCustodian: ['2540', 'Cr', 'Custodian fees payable', 'Accrued expenses'],
  payableTrustees: ['2550', 'Cr', "Trustees' fees payable", "Trustees' fees payable", '6-04.12(b)(1)'],
  payableOtherExpenses: ['2560', 'Cr', 'Audit, legal, printing, registration, insurance and other expenses payable', 'Accrued expenses'],
  payableRecoupment: ['2570', 'Cr', 'Recoupment payable to adviser', 'Recoupment payable to adviser', '6-04.12(a)'],
  payableInterest: ['2580', 'Cr', 'Interest payable', 'Accrued expenses'],

  // Capital. Distributions are nominal and close into it (R2.3).
  par: ['3000', 'Cr', 'Capital stock at par', 'Paid-in capital'],
  paidIn: ['3010', 'Cr', 'Paid-in surplus', 'Paid-in capital'],
  paidInReclassified: ['3090', 'Cr', 'Book-tax reclassification, paid-in capital', 'Paid-in capital'],
  undistributedIncome: ['3100', 'Cr', 'Undistributed net investment income at the opening of the year', 'Undistributed net investment income'],
  distributionsOfIncome: ['3150', 'Dr', 'Distributions from net investment income', 'Distributions from net investment income'],
  undistributedIncomeReclassified: ['3190', 'Cr', 'Book-tax reclassification, net investment income', 'Undistributed net investment income'],
  accumulatedRealized: ['3200', 'Cr', 'Accumulated net realized gain at the opening of the year', 'Accumulated net realized gain'],
  distributionsOfGains: ['3250', 'Dr', 'Distributions from net realized gain', 'Distributions from net realized gain'],
  distributionsOfCapital: ['3260', 'Dr', 'Distributions of capital', 'Distributions of capital', '6-09.3'],
  accumulatedRealizedReclassified: ['3290', 'Cr', 'Book-tax reclassification, net realized gain', 'Accumulated net realized gain'],
  netUnrealized: ['3400', 'Cr', 'Net unrealized appreciation at the opening of the year', 'Net unrealized appreciation'],

  // Income.
  dividendIncome: ['4000', 'Cr', 'Dividends from unaffiliated issuers', 'Dividends', '6-07.1(a)'],
  affiliatedDividendIncome: ['4010', 'Cr', 'Dividends from affiliated issuers', 'Dividends from affiliated issuers', '6-07.1'],
  foreignTaxWithheld: ['4020', 'Dr', 'Foreign tax withheld', 'Foreign tax withheld'],
  interestIncome: ['4100', 'Cr', 'Interest', 'Interest', '6-07.1(b)'],
  discountAccreted: ['4110', 'Cr', 'Accretion of discount', 'Interest'],
  premiumAmortized: ['4120', 'Dr', 'Amortization of premium', 'Interest'],
  paydownGains: ['4130', 'Cr', 'Paydown gains and losses', 'Interest'],
  securitiesLendingIncome: ['4200', 'Cr', 'Securities lending income, net', 'Other income', '6-07.1(c)'],
  otherIncome: ['4300', 'Cr', 'Other income', 'Other income', '6-07.1(c)'],

  // Expenses, gross; what reduces them stands in 59xx.
  advisoryFee: ['5000', 'Dr', 'Advisory fee', 'Advisory fee', '6-07.2(a)'],
  performanceAdjustment: ['5010', 'Dr', 'Performance adjustment of the advisory fee', 'Advisory fee'],
  distributionFee: ['5100', 'Dr', 'Distribution fee', 'Distribution fee'],
  administrativeServicesFee: ['5110', 'Dr', 'Administrative services fee', 'Administrative services fee'],
  transferAgentFee: ['5200', 'Dr', 'Transfer agent expenses', 'Transfer agent expenses'],
  custodianFee: ['5210', 'Dr', 'Custodian fees, before credits', 'Custodian fees'],
  registrationFees: ['5220', 'Dr', 'Registration fees', 'Registration fees'],
  systemFees: ['5230', 'Dr', 'System fees', 'System fees'],
  insurance: ['5240', 'Dr', 'Insurance', 'Insurance'],
  auditFees: ['5250', 'Dr', 'Audit fees', 'Audit fees'],
  legalFees: ['5260', 'Dr', 'Legal fees', 'Legal fees'],
  trusteesFees: ['5270', 'Dr', "Trustees' fees", "Trustees' fees"],
  printing: ['5280', 'Dr', 'Printing and postage', 'Printing and postage'],
  otherExpenses: ['5290', 'Dr', 'Other expenses', 'Other expenses'],
  dividendExpense: ['5300', 'Dr', 'Dividends on short positions', 'Dividends on short positions'],
  interestExpense: ['5310', 'Dr', 'Interest expense', 'Interest expense', '6-07.3'],
  exciseTax: ['5320', 'Dr', 'Excise tax', 'Excise tax', '6-07.5'],
  recoupment: ['5400', 'Dr', 'Recoupment of expenses waived earlier', 'Recoupment of expenses waived earlier'],
  expenseOffsets: ['5900', 'Cr', 'Expense and fee offsets', 'Expense and fee offsets', '6-07.2(g)'],
  feeWaivers: ['5910', 'Cr', 'Fees waived', 'Fees waived and expenses reimbursed', '6-07.2(a)'],
  expenseReimbursement: ['5920', 'Cr', 'Expenses reimbursed by adviser', 'Fees waived and expenses reimbursed'],

  // Realized: gains on the credit side.
  realizedSecurities: ['6000', 'Cr', 'Realized gain on unaffiliated securities', 'Net realized gain on securities', '6-07.7(a)'],
  realizedAffiliatedSecurities: ['6010', 'Cr', 'Realized gain on affiliated securities', 'Net realized gain on affiliated securities'],
  capitalGainDistributionsReceived: ['6020', 'Cr', 'Capital gain distributions from other funds', 'Capital gain distributions from other funds', '6-07.7'],
  realizedWrittenOptions: ['6100', 'Cr', 'Realized gain on written options', 'Net realized gain on written options'],
  realizedShortPositions: ['6110', 'Cr', 'Realized gain on short positions', 'Net realized gain on short positions'],
  realizedCurrency: ['6200', 'Cr', 'Realized gain on foreign currency transactions', 'Net realized gain on foreign currency transactions'],
  realizedFutures: ['6300', 'Cr', 'Realized gain on futures contracts', 'Net realized gain on futures contracts'],
  realizedSwaps: ['6400', 'Cr', 'Realized gain on swap contracts', 'Net realized gain on swap contracts'],
  paymentsByAffiliates: ['6500', 'Cr', 'Payments by affiliates', 'Payments by affiliates'],

  // Unrealized: increases on the credit side; the change since the opening of the year, split as realized gains are.
  unrealizedSecurities: ['7000', 'Cr', 'Change in unrealized, unaffiliated securities', 'Change in net unrealized appreciation', '6-07.7'],
  unrealizedAffiliatedSecurities: ['7010', 'Cr', 'Change in unrealized, affiliated securities', 'Change in net unrealized appreciation', '6-07.7'],
  unrealizedWrittenOptions: ['7100', 'Cr', 'Change in unrealized, written options', 'Change in net unrealized appreciation', '6-07.7'],
  unrealizedShortPositions: ['7110', 'Cr', 'Change in unrealized, short positions', 'Change in net unrealized appreciation', '6-07.7'],
  unrealizedCurrency: ['7200', 'Cr', 'Change in unrealized, foreign currency', 'Change in net unrealized appreciation', '6-07.7'],
  unrealizedFutures: ['7300', 'Cr', 'Change in unrealized, futures contracts', 'Change in net unrealized appreciation', '6-07.7'],
  unrealizedSwaps: ['7400', 'Cr', 'Change in unrealized, swap contracts', 'Change in net unrealized appreciation', '6-07.7'],

  // Memo: quantities, not money; in no sum of net assets. Shares grow as capital does, contracts as positions do.
  sharesOutstanding: ['9000', 'Cr', 'Fund shares outstanding', 'Shares outstanding'],
  notional: ['9010', 'Dr', 'Notional and contracts open', 'Schedule of open contracts'],
} as const satisfies Readonly<Record<string, Row>>

/** The code of each account by its name: `accounts.cash` is 1000. */
export const accounts = Object.fromEntries(Object.entries(rows).map(([name, [code]]) => [name, code])) as {
  readonly [Name in keyof typeof rows]: AccountCode
}

/** By code, ascending. */
export const chartOfAccounts: readonly Account[] = Object.values<Row>(rows).map(toAccount)

const byCode: ReadonlyMap<string, Account> = new Map(chartOfAccounts.map((account) => [account.code, account]))

export const accountOf = (code: string): Account | undefined => byCode.get(code)

/** An account in a column or key, as its code. That a manual entry may not touch a controlled one is for its reader to say. */
export const accountCode: Field<AccountCode> = {
  describes: 'an account code of the chart',
  example: accounts.otherExpenses,
  read: (text) => {
    const account = accountOf(text)
    if (account !== undefined) return good(account.code)
    const meant = accountMeantBy(text)
    return bad(
      'reference.unknown-account',
      'an account code of the chart, four digits',
      meant === undefined ? 'Take a code from the chart of accounts, such as 5290 for other expenses.' : `Did you mean ${meant.code} (${meant.name})?`,
    )
  },
  schema: { enum: chartOfAccounts.map(({ code }) => code) },
}

function toAccount([code, side, name, line, cite]: Row): Account {
  const controlledBy = controlOf(code)
  return {
    code: code as AccountCode,
    name,
    kind: kindOf(code),
    normalSide: side === 'Dr' ? 'debit' : 'credit',
    hasClass: carriesClass(code),
    hasInstrument: /^(11|6|7)/.test(code),
    ...(controlledBy === undefined ? {} : { controlledBy }),
    line,
    ...(cite === undefined ? {} : { cite: `17 CFR 210.${cite}` }),
  }
}

function kindOf(code: string): AccountKind {
  if (['3150', '3250', '3260'].includes(code)) return 'distribution'
  const kinds: Readonly<Record<string, AccountKind>> = {
    1: 'asset',
    2: 'liability',
    3: 'capital',
    4: 'income',
    5: 'expense',
    6: 'realized',
    7: 'unrealized',
    9: 'memo',
  }
  return kinds[code.charAt(0)] as AccountKind
}

/** R2.1: all of capital, the expenses and payables it marks "(class)", and the count of shares. */
function carriesClass(code: string): boolean {
  return code.startsWith('3') || ['2510', '2520', '5100', '5110', '5200', '5920', '9000'].includes(code)
}

/** Cost and the gain relieved from it by lots; valuation accounts and their counterpart by marks (R2.4); open items by settlements (R3.10). */
function controlOf(code: string): Control | undefined {
  if (/^11[0-8]/.test(code) || code === '6000' || code === '6010') return 'lots'
  if (/^(119|229|7)/.test(code)) return 'marks'
  if (code === '3000' || code === '9000') return 'capital stock'
  if (['1300', '1310', '1320', '1325', '1340', '2100', '2110'].includes(code)) return 'settlements'
  return undefined
}

/** The account whose name the text resembles, or for four digits the nearest code under the same first digit, the lower of two. */
function accountMeantBy(text: string): Account | undefined {
  if (!/^\d{4}$/.test(text)) {
    const name = mostLike(
      text,
      chartOfAccounts.map((account) => account.name),
    )
    return chartOfAccounts.find((account) => account.name === name)
  }
  const distanceTo = ({ code }: Account): number => Math.abs(Number(code) - Number(text))
  return chartOfAccounts.filter(({ code }) => code.charAt(0) === text.charAt(0)).toSorted((left, right) => distanceTo(left) - distanceTo(right))[0]
}
