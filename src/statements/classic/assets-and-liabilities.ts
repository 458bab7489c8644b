/** Statement of assets and liabilities (17 CFR 210.6-04), as the fund printed it in 2002. */
import { halfUp } from '../footing/foot.ts'
import {
  accruedExpenses,
  cash,
  foreignCurrency,
  hasForeignCash,
  netAssets,
  otherAssets,
  overdraft,
  payableAdvisoryFee,
  payableDistributions,
  payableInvestmentsPurchased,
  payableSharesRedeemed,
  receivableDividends,
  receivableInterest,
  receivableInvestmentsSold,
  receivableSharesSold,
  totalAssets,
  totalLiabilities,
} from '../concepts/net-assets.ts'
import { sharesOutstanding } from '../concepts/changes.ts'
import { navPerShare } from '../concepts/highlights.ts'
import { type Scope } from '../concept.ts'
import { investmentsAtCost, investmentsAtValue } from '../concepts/securities.ts'
import { wholeShares } from '../printer.ts'
import { navCell } from './highlights.ts'
import { cellLine, heading, line, rule, space, type TableRow, totalLine } from './table.ts'

/** Account ranges whose every balance must stand in exactly one of its lines. */
export const assetsAndLiabilitiesExhausts = { from: '1000', through: '2999' } as const

export const assetsAndLiabilities = (scope: Scope): readonly TableRow[] => [
  heading(0, 'Assets:'),
  line(1, 'Investments at cost', investmentsAtCost, { symbol: true }),
  space,
  line(1, 'Investments at value', investmentsAtValue, { symbol: true }),
  line(2, 'Cash', cash),
  ...(hasForeignCash(scope) ? [line(2, 'Cash denominated in foreign currency (cost ${currencyCost})', foreignCurrency, { show: 'when not zero' })] : []),
  heading(2, 'Receivables:'),
  line(3, 'Investments sold', receivableInvestmentsSold),
  line(3, '{noun} shares sold', receivableSharesSold),
  line(3, 'Dividends', receivableDividends),
  line(3, 'Interest', receivableInterest),
  line(2, 'Other assets', otherAssets),
  rule,
  totalLine(0, 'Total Assets', totalAssets, [
    'investments-at-value',
    'cash',
    'foreign-currency',
    'receivable-investments-sold',
    'receivable-shares-sold',
    'receivable-dividends',
    'receivable-interest',
    'other-assets',
  ]),
  rule,
  heading(0, 'Liabilities:'),
  heading(2, 'Payables:'),
  line(3, 'Bank overdraft', overdraft, { show: 'when not zero' }),
  line(3, 'Investments purchased', payableInvestmentsPurchased),
  line(3, '{noun} shares repurchased', payableSharesRedeemed),
  line(3, 'Distributions', payableDistributions, { show: 'when not zero' }),
  line(3, 'Advisory fees', payableAdvisoryFee),
  line(2, 'Accrued expenses', accruedExpenses),
  rule,
  totalLine(0, 'Total Liabilities', totalLiabilities, [
    'overdraft',
    'payable-investments-purchased',
    'payable-shares-redeemed',
    'payable-distributions',
    'payable-advisory-fee',
    'accrued-expenses',
  ]),
  totalLine(0, 'Net Assets', netAssets, ['total-assets', '-total-liabilities'], { symbol: true }),
  rule,
  cellLine(1, ['Shares Outstanding, ${par} Par Value', '({authorized} shares authorized)'], 'shares-outstanding', (page) => {
    const figure = sharesOutstanding.define(page.scope)
    return wholeShares(page, 'shares-outstanding', figure, halfUp(figure.amount, 0))
  }),
  rule,
  cellLine(1, 'Net Asset Value Per Share', 'nav-per-share', (page) => navCell(page, 'nav-per-share', navPerShare.define(page.scope))),
  rule,
]
