/** Statement of changes in net assets (17 CFR 210.6-09), as the fund printed it in 2002. */
import { decimal, type Decimal, isZero, ZERO } from '../../values/decimal.ts'
import { foot, halfUp } from '../footing/foot.ts'
import {
  distributionsOfCapital,
  distributionsOfGains,
  distributionsOfIncome,
  hasShareSplit,
  netAssetsAtBeginning,
  netCapitalTransactions,
  netIncrease,
  otherCapital,
  redemptionFees,
  purchasesOfSecurities,
  salesOfSecurities,
  shareCountIncrease,
  shareCountIssued,
  shareCountReinvested,
  shareCountRepurchased,
  shareCountSold,
  shareCountSplit,
  sharesOutstanding,
  sharesOutstandingAtBeginning,
  sharesReinvested,
  sharesRepurchased,
  sharesSold,
  totalComponents,
  totalDistributions,
  transactionFees,
  undistributedIncome,
  undistributedRealized,
} from '../concepts/changes.ts'
import { type Concept, openingOf, type Scope } from '../concept.ts'
import { netAssets, paidInCapital } from '../concepts/net-assets.ts'
import { changeInUnrealized, netIncreaseFromOperations, netInvestmentIncome, netRealized } from '../concepts/operations.ts'
import { unrealizedAppreciation } from '../concepts/securities.ts'
import { type Figure } from '../figure.ts'
import { carried, type Page, planned, single, wholeShares, whole } from '../printer.ts'
import { type Cell } from '../statement.ts'
import { cellLine, heading, line, rule, space, type TableRow, totalLine } from './table.ts'

export const componentsExhaust = { from: '3000', through: '7999' } as const

const TWICE = 'changes.'

/** A cell that already stands in the statement of operations, printed again under the caption of this one. */
const again = (level: number, caption: string | readonly string[], concept: Concept, symbol = false): TableRow =>
  cellLine(level, caption, `${TWICE}${concept.name}`, (page, printed) =>
    carried(page, concept.name, concept.define(page.scope), printed.get(concept.name) as Cell, { symbol }),
  )

export const changes = (scope: Scope): readonly TableRow[] => [
  heading(0, 'Operations:'),
  again(1, 'Net investment income/(loss)', netInvestmentIncome, true),
  cellLine(1, ['Net realized gain/(loss) from investment transactions', 'and foreign currency transactions'], 'net-realized-gain', (page) =>
    planned(page, 'net-realized-gain', netRealized),
  ),
  again(1, ['Change in unrealized net appreciation/(depreciation) of', 'investments and foreign currency translations'], changeInUnrealized),
  rule,
  again(0, 'Net Increase/(Decrease) in Net Assets Resulting from Operations', netIncreaseFromOperations),
  rule,
  heading(0, 'Dividends and Distributions to Shareholders:'),
  line(1, 'Net investment income{tax}', distributionsOfIncome, { isNegated: true }),
  line(1, 'Net realized gain from investment transactions{tax}', distributionsOfGains, { isNegated: true }),
  line(1, 'Return of capital{tax}', distributionsOfCapital, { isNegated: true, show: 'when not zero' }),
  rule,
  totalLine(0, 'Net Decrease from Dividends and Distributions', totalDistributions, [
    'distributions-of-income',
    'distributions-of-gains',
    'distributions-of-capital',
  ]),
  rule,
  heading(0, 'Capital Share Transactions:'),
  line(1, 'Shares sold', sharesSold),
  line(1, 'Reinvested dividends and distributions', sharesReinvested),
  line(1, 'Shares repurchased', sharesRepurchased),
  line(1, 'Redemption fees', redemptionFees, { show: 'when not zero' }),
  line(1, 'Transaction fees', transactionFees, { show: 'when not zero' }),
  line(1, 'Other capital transactions', otherCapital, { show: 'when not zero' }),
  rule,
  totalLine(0, 'Net Increase/(Decrease) from Capital Share Transactions', netCapitalTransactions, [
    'shares-sold',
    'shares-reinvested',
    'shares-repurchased',
    'redemption-fees',
    'transaction-fees',
    'other-capital-transactions',
  ]),
  rule,
  totalLine(0, 'Net Increase/(Decrease) in Net Assets', netIncrease, [
    `${TWICE}net-increase-from-operations`,
    'total-distributions',
    'net-capital-share-transactions',
  ]),
  heading(0, 'Net Assets:'),
  cellLine(1, 'Beginning of period', 'net-assets-at-beginning', (page) => beginning(page)),
  rule,
  again(1, 'End of period', netAssets, true),
  rule,
  heading(0, 'Net Assets Consist of:'),
  line(1, 'Capital (par value and paid-in surplus){tax}', paidInCapital, { symbol: true }),
  line(1, 'Undistributed net investment income/(loss){tax}', undistributedIncome),
  line(1, 'Undistributed net realized gain/(loss) from investments{tax}', undistributedRealized),
  line(1, ['Unrealized appreciation/(depreciation) of investments', 'and foreign currency translations'], unrealizedAppreciation),
  rule,
  totalLine(
    0,
    'Total Net Assets',
    totalComponents,
    ['paid-in-capital', 'undistributed-net-investment-income', 'undistributed-net-realized-gain', 'unrealized-appreciation'],
    { symbol: true },
  ),
  rule,
  heading(0, 'Transactions in {noun} Shares'),
  shares(1, 'Shares sold', shareCountSold),
  shares(1, 'Reinvested dividends and distributions', shareCountReinvested),
  rule,
  shares(0, 'Total', shareCountIssued),
  rule,
  shares(1, 'Shares Repurchased', shareCountRepurchased),
  ...(isZero(splitUnits(scope)) ? [] : [shares(1, 'Fractions of share split', shareCountSplit)]),
  shares(0, 'Net Increase/(Decrease) in {noun} Shares', shareCountIncrease),
  shares(0, 'Shares Outstanding, Beginning of Period', sharesOutstandingAtBeginning),
  rule,
  shares(0, 'Shares Outstanding, End of Period', sharesOutstanding),
  rule,
  heading(0, 'Purchases and Sales of Investment Securities:', '(excluding short-term securities)'),
  cellLine(1, 'Purchases of securities', 'purchases-of-securities', (page) =>
    single(page, 'purchases-of-securities', purchasesOfSecurities.define(page.scope), { symbol: true }),
  ),
  cellLine(1, 'Proceeds from sales of securities', 'sales-of-securities', (page) => single(page, 'sales-of-securities', salesOfSecurities.define(page.scope))),
  governments('Purchases of long-term U.S. government obligations', 'purchases-of-governments'),
  governments('Proceeds from sales of long-term U.S. government obligations', 'sales-of-governments'),
  space,
]

/** Net assets as the last report printed them at its end. */
function beginning(page: Page): Cell {
  const figure = netAssetsAtBeginning.define(page.scope)
  return whole(page, 'net-assets-at-beginning', figure, halfUp(figure.amount, page.footed.unit), { by: 'lock' }, {})
}

/** Fund shares in whole shares: opening and closing are rounded, what lies between is footed to them (R8.4). */
function shares(level: number, caption: string, concept: Concept): TableRow {
  return cellLine(level, caption, `count.${concept.name}`, (page) => {
    const figure = concept.define(page.scope)
    const printed = shareUnits(page).get(concept.name) as bigint
    const isLocked = concept === sharesOutstanding || concept === sharesOutstandingAtBeginning
    return wholeShares(page, concept.name, figure, printed, isLocked ? { by: 'lock' } : { by: 'foot', movedBy: printed - halfUp(figure.amount, 0) })
  })
}

/** Whole shares that splits left when they were rounded: a line only where there are any. */
const splitUnits = (scope: Scope): Decimal => (hasShareSplit(scope) ? decimal(halfUp(shareCountSplit.define(scope).amount, 0), 0) : ZERO)

function shareUnits(page: Page): ReadonlyMap<string, bigint> {
  const amount = (concept: Concept): Figure['amount'] => concept.define(page.scope).amount
  const opening = openingOf(page.scope) < page.scope.figures.books.shareClass.inception ? 0n : halfUp(amount(sharesOutstandingAtBeginning), 0)
  const closing = halfUp(amount(sharesOutstanding), 0)
  const movements = [shareCountSold, shareCountReinvested, shareCountRepurchased, ...(isZero(splitUnits(page.scope)) ? [] : [shareCountSplit])]
  const footed = foot(movements.map(amount), closing - opening, 0)
  const [sold = 0n, reinvested = 0n, repurchased = 0n, split = 0n] = footed.fits ? footed.printed : movements.map((concept) => halfUp(amount(concept), 0))
  return new Map([
    [shareCountSold.name, sold],
    [shareCountReinvested.name, reinvested],
    [shareCountIssued.name, sold + reinvested],
    [shareCountRepurchased.name, repurchased],
    [shareCountSplit.name, split],
    [shareCountIncrease.name, sold + reinvested + repurchased + split],
    [sharesOutstandingAtBeginning.name, opening],
    [sharesOutstanding.name, closing],
  ])
}

/** Government obligations have no kind of instrument in this version; the line is part of the statement all the same. */
function governments(caption: string, concept: string): TableRow {
  return cellLine(1, caption, concept, (page) => {
    const figure = page.scope.figures.figure({
      concept,
      when: page.scope.period,
      unit: 'money',
      derivation: { of: 'nothing', because: 'the book holds equities only' },
    })
    return single(page, concept, figure)
  })
}
