/** T23–T58: assets and liabilities, operations and changes in net assets, within themselves and against each other. */
import { decimal, type Decimal, divideRound, formatDecimal, isZero, product, subtract, sum } from '../../values/decimal.ts'
import { type Currency, minorUnitDigits } from '../../values/currency.ts'
import { parity, translateAmount } from '../../values/exchange-rate.ts'
import { invariant } from '../../values/invariant.ts'
import { type AccountCode, accounts } from '../../reference/chart-of-accounts.ts'
import { type NavRounding, publishedRounding } from '../../reference/nav-rounding.ts'
import { type JournalEntry, signedAmount, signedBase } from '../../ledger/journal-entry.ts'
import { isTranslated } from '../../nav/mark.ts'
import { openItemAccounts } from '../../events/opening-balance.ts'
import { atOpening, closingOf, isFirstPeriod } from '../concept.ts'
import { costOfSales, otherChangesOfCost, shareCountSold, sharesOutstanding, sharesSold } from '../concepts/changes.ts'
import { allOverdrawn, cash, foreignCurrency, hasForeignCash, netAssets, payableInvestmentsPurchased } from '../concepts/net-assets.ts'
import { investmentsAtCost } from '../concepts/securities.ts'
import { isShareEvent } from '../trade-events.ts'
import { addUp, equal, exact, type Examined, identity, type Identity, printed, rounded, valueOf, whereShares } from './identity.ts'

const p = printed
const add = (examined: Examined, names: readonly string[]): Decimal => sum(names.map((name) => p(examined, name)))

const navRounding = ({ scope }: Examined): NavRounding => publishedRounding(scope.figures.books.fund.policies, closingOf(scope))

/** The most that rounding moves a net asset value per share: half a unit of its last place, a whole one where it is cut off. */
export function roundingOfNav(examined: Examined): Decimal {
  const { mode, scale } = navRounding(examined)
  return decimal(mode === 'truncate' ? 10n : 5n, scale + 1)
}

/** Lines of one statement between two of its lines, told by their place in it and not by the total that sums them. */
function between({ statements, page }: Examined, statement: 'sal' | 'soo', after: string | undefined, before: string): Decimal {
  const cells = (statements.get(statement)?.rows ?? []).flatMap((row) => (row.row === 'line' ? row.cells : []))
  const at = (line: string): number => cells.findIndex(({ place }) => place === `${statement}.${line}/${page.period}`)
  return addUp(cells.slice(after === undefined ? 0 : at(after) + 1, at(before)).map(valueOf))
}

export const balanceIdentities: readonly Identity[] = [
  identity('T23', 'Σ assets = total assets', (e) => equal(between(e, 'sal', 'investments-at-cost', 'total-assets'), p(e, 'total-assets'))),
  identity('T24', 'Σ liabilities = total liabilities', (e) => equal(between(e, 'sal', 'total-assets', 'total-liabilities'), p(e, 'total-liabilities'))),
  identity('T25', 'Total assets − total liabilities = net assets', (e) => equal(subtract(p(e, 'total-assets'), p(e, 'total-liabilities')), p(e, 'net-assets'))),
  identity('T26', 'Net assets: assets and liabilities = schedule', (e) => equal(p(e, 'net-assets'), p(e, 'soi.net-assets'))),
  identity('T27', 'Net assets: assets and liabilities = end of period (changes)', (e) => equal(p(e, 'net-assets'), p(e, 'changes.net-assets'))),
  identity('T28', 'Net assets: end of period = total net assets (components)', (e) => equal(p(e, 'changes.net-assets'), p(e, 'components-of-net-assets'))),
  identity('T29', 'Σ components of capital = total net assets', (e) =>
    equal(
      add(e, ['paid-in-capital', 'undistributed-net-investment-income', 'undistributed-net-realized-gain', 'unrealized-appreciation']),
      p(e, 'components-of-net-assets'),
    ),
  ),
  identity(
    'T30',
    'Net assets ÷ shares, rounded = net asset value per share',
    whereShares((e) => {
      const { mode, scale } = navRounding(e)
      return equal(divideRound(exact(e, netAssets), exact(e, sharesOutstanding), mode, scale), p(e, 'nav-per-share'))
    }),
  ),
  identity(
    'T31',
    'Net asset value per share × shares ≈ net assets',
    whereShares((e) => ({
      left: product(p(e, 'nav-per-share'), p(e, 'shares-outstanding')),
      right: p(e, 'net-assets'),
      tolerance: sum([product(roundingOfNav(e), p(e, 'shares-outstanding')), decimal(5n, 1), product(p(e, 'nav-per-share'), decimal(5n, 1))]),
      note: 'the rounding of the value a share, of shares and of net assets',
    })),
  ),
  identity('T32', 'Value − cost = unrealized component of capital', (e) => {
    const translation = translationPrinted(e)
    return equal(
      sum([subtract(p(e, 'investments-at-value'), p(e, 'investments-at-cost')), translation]),
      p(e, 'unrealized-appreciation'),
      isZero(translation) ? undefined : `with ${formatDecimal(translation)} from translation of foreign cash, receivables and payables`,
    )
  }),
  identity('T33', 'Change in unrealized = closing − opening unrealized', (e) =>
    equal(subtract(p(e, 'unrealized-appreciation'), decimal(e.openingPrinted.unrealized, 0)), p(e, 'change-in-unrealized')),
  ),
]

export const operationsIdentities: readonly Identity[] = [
  identity('T34', 'Σ income less foreign tax = total investment income', (e) =>
    equal(between(e, 'soo', undefined, 'total-investment-income'), p(e, 'total-investment-income')),
  ),
  identity('T35', 'Σ expenses = total expenses', (e) => equal(between(e, 'soo', 'total-investment-income', 'total-expenses'), p(e, 'total-expenses'))),
  identity('T36', 'Total expenses − offsets = net expenses', (e) =>
    equal(add(e, ['total-expenses', 'expense-offsets']), p(e, 'net-expenses'), 'offsets print as a negative'),
  ),
  identity('T37', 'Net expenses − reimbursement = net expenses after reimbursement', (e) =>
    equal(add(e, ['net-expenses', 'expense-reimbursement']), p(e, 'net-expenses-after-reimbursement'), 'the reimbursement prints as a negative'),
  ),
  identity('T38', 'Total investment income − net expenses after reimbursement = net investment income', (e) =>
    equal(subtract(p(e, 'total-investment-income'), p(e, 'net-expenses-after-reimbursement')), p(e, 'net-investment-income')),
  ),
  identity('T39', 'Realized + change in unrealized = net realized and unrealized gain', (e) =>
    equal(
      add(e, ['realized-securities', 'realized-foreign-currency', 'payments-by-affiliates', 'change-in-unrealized']),
      p(e, 'net-realized-and-unrealized-gain'),
    ),
  ),
  identity('T40', 'Net investment income + net gain = net increase from operations', (e) =>
    equal(add(e, ['net-investment-income', 'net-realized-and-unrealized-gain']), p(e, 'net-increase-from-operations')),
  ),
]

export const changesIdentities: readonly Identity[] = [
  identity('T41', 'Net investment income: operations = changes', (e) => equal(p(e, 'net-investment-income'), p(e, 'changes.net-investment-income'))),
  identity('T42', 'Realized gain: operations = changes', (e) =>
    equal(add(e, ['realized-securities', 'realized-foreign-currency', 'payments-by-affiliates']), p(e, 'net-realized-gain')),
  ),
  identity('T43', 'Change in unrealized: operations = changes', (e) => equal(p(e, 'change-in-unrealized'), p(e, 'changes.change-in-unrealized'))),
  identity('T44', 'Increase from operations: operations = changes', (e) =>
    equal(p(e, 'net-increase-from-operations'), p(e, 'changes.net-increase-from-operations')),
  ),
  identity('T45', 'Net investment income + realized + unrealized = increase from operations (changes)', (e) =>
    equal(add(e, ['changes.net-investment-income', 'net-realized-gain', 'changes.change-in-unrealized']), p(e, 'changes.net-increase-from-operations')),
  ),
  identity('T46', 'Σ distributions = net decrease from dividends and distributions', (e) =>
    equal(add(e, ['distributions-of-income', 'distributions-of-gains', 'distributions-of-capital']), p(e, 'total-distributions')),
  ),
  identity('T47', 'Sold + reinvested − repurchased = net capital share transactions', (e) =>
    equal(
      add(e, ['shares-sold', 'shares-reinvested', 'shares-repurchased', 'redemption-fees', 'transaction-fees', 'other-capital-transactions']),
      p(e, 'net-capital-share-transactions'),
    ),
  ),
  identity('T48', 'Operations − distributions + capital = net increase in net assets', (e) =>
    equal(add(e, ['changes.net-increase-from-operations', 'total-distributions', 'net-capital-share-transactions']), p(e, 'net-increase-in-net-assets')),
  ),
  identity('T49', 'Beginning + net increase = end', (e) =>
    equal(add(e, ['net-assets-at-beginning', 'net-increase-in-net-assets']), p(e, 'changes.net-assets')),
  ),
  identity('T50', 'Shares: sold + reinvested = total', (e) =>
    equal(add(e, ['count.share-count-sold', 'count.share-count-reinvested']), p(e, 'count.share-count-issued')),
  ),
  identity('T51', 'Shares: total − repurchased = net increase', (e) =>
    equal(add(e, ['count.share-count-issued', 'count.share-count-repurchased', 'count.share-count-split']), p(e, 'count.share-count-increase')),
  ),
  identity('T52', 'Shares: beginning + net increase = end', (e) =>
    equal(add(e, ['count.shares-outstanding-at-beginning', 'count.share-count-increase']), p(e, 'count.shares-outstanding')),
  ),
  identity('T53', 'Shares outstanding: changes = assets and liabilities', (e) => equal(p(e, 'count.shares-outstanding'), p(e, 'shares-outstanding'))),
  identity('T54', 'Dollars ÷ shares sold = issue price = net asset value at the beginning', (e) => {
    if (!isFirstPeriod(e.scope)) return { notApplicable: 'not the first period' }
    if (!allSoldOnFirstDay(e)) return { notApplicable: 'shares were sold at more than one price' }
    const price = p(e, 'highlights.nav-at-beginning')
    return equal(divideRound(exact(e, sharesSold), exact(e, shareCountSold), 'half-up', price.scale), price, 'dollars and shares as exact figures')
  }),
  identity('T55', 'Capital component = net capital share transactions since the beginning', (e) =>
    isFirstPeriod(e.scope) ? equal(p(e, 'net-capital-share-transactions'), p(e, 'paid-in-capital')) : { notApplicable: 'not the first period' },
  ),
  identity('T56', 'Purchases of securities = cost of holdings + cost of sales − opening cost', (e) => {
    const others = exact(e, otherChangesOfCost)
    return equal(
      p(e, 'purchases-of-securities'),
      rounded(subtract(sum([exact(e, investmentsAtCost), exact(e, costOfSales)]), sum([exact(e, atOpening(investmentsAtCost)), others])), 0),
      isZero(others)
        ? 'the right side from exact figures, rounded once'
        : 'the right side from exact figures, rounded once, without what came or went in kind or otherwise',
    )
  }),
  identity('T57', 'Payable for investments purchased = purchases with cash still to move', (e) =>
    equal(exact(e, payableInvestmentsPurchased), openItems(e, accounts.payableInvestmentsPurchased), 'on exact figures; trade by trade'),
  ),
  identity('T58', 'Cash = received − paid, trade by trade', (e) => {
    const moved = receivedLessPaid(e)
    const isForeign = hasForeignCash(e.scope)
    if (!isForeign && moved.some((amount) => amount.units < 0n)) return { notApplicable: 'the custodian is overdrawn' }
    // In several currencies some may be overdrawn, and are not netted with the others.
    const held = isForeign ? sum([cash, foreignCurrency, allOverdrawn].map((concept) => exact(e, concept))) : exact(e, cash)
    const note = 'on exact figures: capital, sales and income received, purchases, redemptions and invoices paid, and entries by hand'
    return equal(held, sum(moved), isForeign ? `${note}; each currency at the rate of the day, overdrawn ones below zero` : note)
  }),
]

/** Translation as the unrealized component has it: no line prints it by itself. */
const translationPrinted = ({ page }: Examined): Decimal => decimal(page.footed.cells.get('translation')?.printed ?? 0n, 0)

/** Capital all sold on the first day, and none taken on or redeemed since. */
export function allSoldOnFirstDay({ scope }: Examined): boolean {
  const { books } = scope.figures
  const orders = books.replay.book.events.filter((event) => isShareEvent(event) && event.kind !== 'opening-shares' && event.effectiveDate <= closingOf(scope))
  return (
    books.openings.length === 0 &&
    orders.length > 0 &&
    orders.every(({ kind, effectiveDate }) => kind === 'subscription' && effectiveDate === orders[0]?.effectiveDate)
  )
}

/** What is open of an account, trade by trade, each currency at the rate of the day. */
function openItems({ scope }: Examined, account: string): Decimal {
  const { closing } = scope.figures.books
  const open = [...closing.state.obligations.values()].filter((obligation) => obligation.account === account)
  const byCurrency = Map.groupBy(open, ({ currency }) => currency)
  return sum(
    [...byCurrency].map(([currency, obligations]) =>
      atRateOfDay(
        scope,
        currency,
        obligations.reduce((total, obligation) => total + obligation.open, 0n),
      ),
    ),
  )
}

/**
 * Cash of each currency found from trades, invoices and income: what each was for, less what of it is still open, with entries
 * by hand that touch cash; in base currency, at the rate of the day.
 */
function receivedLessPaid({ scope }: Examined): readonly Decimal[] {
  const { books } = scope.figures
  const moved = new Map<Currency, bigint>([[books.currency, 0n]])
  const move = (currency: Currency, change: bigint): unknown => moved.set(currency, (moved.get(currency) ?? 0n) + change)
  for (const entry of books.entries) {
    for (const posting of entry.postings) {
      if (!isForCash(entry, posting.account)) continue
      // The two halves of an exchange are worth what they were dealt for.
      if (isTranslated(posting, books.currency)) move(posting.currency, signedAmount(posting))
      else move(books.currency, signedBase(posting))
    }
  }
  // What an invoice asks for was accrued before it, some of it or all: its entry is of the difference.
  for (const { event } of books.replay.included)
    if (event.kind === 'invoice' && event.effectiveDate <= closingOf(scope)) move(books.currency, -event.payload.amount)
  // What is open is read from the trades themselves, not from the accounts that hold it.
  for (const { side, open, currency } of books.closing.state.obligations.values()) move(currency, side === 'receivable' ? -open : open)
  return [...moved].map(([currency, local]) => atRateOfDay(scope, currency, local))
}

function atRateOfDay(scope: Examined['scope'], currency: Currency, local: bigint): Decimal {
  const { books } = scope.figures
  const rate = currency === books.currency || local === 0n ? parity : books.rateOn(currency, closingOf(scope))?.rate
  invariant(rate !== undefined, `the books were kept without a rate of ${currency}`)
  return decimal(translateAmount(local, currency, rate, books.currency), minorUnitDigits(books.currency))
}

/**
 * Whether a posting says how much cash moves, now or when it settles: cash with which a fund was taken on is there. An entry
 * that is the cash of a record, a settlement or a reclaim that came, does not, and invoices are counted by themselves.
 */
function isForCash({ cause, postings }: JournalEntry, account: string): boolean {
  if (cause.by === 'rule') return cause.rule === 'take-on' && (cashAccounts.has(account) || takenOnItems.has(account as AccountCode))
  switch (cause.kind) {
    case 'manual-entry':
    case 'currency-exchange':
      return cashAccounts.has(account)
    case 'settlement':
    case 'invoice':
      return false
    case 'reclaim':
      return openAccounts.has(account) && !postings.some((posting) => cashAccounts.has(posting.account))
    default:
      return openAccounts.has(account)
  }
}

const cashAccounts: ReadonlySet<string> = new Set(cash.accounts)
/** Accounts whose balances a fund is taken on with item by item. */
const takenOnItems: ReadonlySet<AccountCode> = new Set([...openItemAccounts, accounts.receivableTaxReclaims])
const openAccounts: ReadonlySet<string> = new Set([
  accounts.receivableInvestmentsSold,
  accounts.receivableSharesSold,
  accounts.receivableDividends,
  accounts.receivableTaxReclaims,
  accounts.receivableInterest,
  accounts.receivableSecuritiesLending,
  accounts.otherAssets,
  accounts.payableInterest,
  accounts.payableInvestmentsPurchased,
  accounts.payableSharesRedeemed,
])
