/**
 * T80–T83, T88, T105: from one report to the next, on exact figures. The opening is what the ledger had on the last day of the
 * period before, as its report was made from; the closing is found from the entries, positions and items of this one.
 */
import { decimal, type Decimal, divideRound, product, subtract, sum, ZERO } from '../../values/decimal.ts'
import { minorUnitDigits } from '../../values/currency.ts'
import { type AccountCode, accountOf, accounts } from '../../reference/chart-of-accounts.ts'
import { baseBalance, type Balances } from '../../ledger/balances.ts'
import { signedBase } from '../../ledger/journal-entry.ts'
import { atOpening, type Concept, isFirstPeriod, openingOf } from '../concept.ts'
import {
  distributionsOfCapital,
  distributionsOfGains,
  distributionsOfIncome,
  netCapitalTransactions,
  sharesOutstandingAtBeginning,
  undistributedIncome,
  undistributedRealized,
} from '../concepts/changes.ts'
import { paidInCapital } from '../concepts/net-assets.ts'
import { netInvestmentIncome, netRealized } from '../concepts/operations.ts'
import { unrealizedAppreciation } from '../concepts/securities.ts'
import { Shares } from '../../values/scaled.ts'
import { ratioOf, type ShareSplitEvent } from '../share-history.ts'
import { countOf, equal, exact, type Examined, identity, type Identity, printed, type Sides } from './identity.ts'

/** Only a period after the first has an opening, where the books reach back to it. */
const hasOpening = ({ scope }: Examined): boolean => !isFirstPeriod(scope) && scope.figures.books.opening !== undefined

const later = (each: Identity): Identity => ({ ...each, isFor: hasOpening })

/** Of every period with items in foreign currencies too: their translation is a part of it that no line prints. */
const laterOrForeign = (each: Identity): Identity => ({
  ...each,
  isFor: (e) => hasOpening(e) || e.scope.figures.books.foreign.through(e.scope.period.through).length > 0,
})

/** Credits less debits in base currency. */
function creditOf({ scope }: Examined, balances: Balances | undefined, includes: (account: AccountCode) => boolean): Decimal {
  const { currency } = scope.figures.books
  return balances === undefined ? ZERO : decimal(-baseBalance(balances, includes), minorUnitDigits(currency))
}

const openingBalances = ({ scope }: Examined): Balances | undefined => scope.figures.books.opening?.state.balances

/** Opening, from the ledger of that day, and the flows of the period; against the closing component. */
const roll = (e: Examined, component: Concept, flows: readonly Decimal[]): Sides =>
  equal(sum([creditOf(e, openingBalances(e), (account) => component.accounts.includes(account)), ...flows]), exact(e, component), 'on exact figures')

const minus = (e: Examined, concept: Concept): Decimal => subtract(ZERO, exact(e, concept))

/** What marks and translation are posted against, and where the close of a fiscal year takes it. */
const isUnrealized = (account: AccountCode): boolean => accountOf(account)?.kind === 'unrealized' || account === accounts.netUnrealized

export const rollIdentities: readonly Identity[] = [
  later(
    identity('T80', 'Opening undistributed income + net investment income − distributions of it = closing', (e) =>
      roll(e, undistributedIncome, [exact(e, netInvestmentIncome), minus(e, distributionsOfIncome)]),
    ),
  ),
  later(
    identity('T81', 'Opening undistributed gain + realized, of currency too − distributions of it = closing', (e) =>
      roll(e, undistributedRealized, [exact(e, netRealized), minus(e, distributionsOfGains)]),
    ),
  ),
  laterOrForeign(
    identity('T82', 'Opening unrealized + change as posted day by day = closing, of investments and of foreign items', (e) => {
      const { closing } = e.scope.figures.books
      const posted = subtract(creditOf(e, closing.state.balances, isUnrealized), creditOf(e, openingBalances(e), isUnrealized))
      return equal(sum([exact(e, atOpening(unrealizedAppreciation)), posted]), exact(e, unrealizedAppreciation), 'on exact figures')
    }),
  ),
  later(
    identity('T83', 'Opening capital + net capital transactions − capital returned = closing', (e) =>
      roll(e, paidInCapital, [exact(e, netCapitalTransactions), minus(e, distributionsOfCapital)]),
    ),
  ),
  later(
    identity('T88', 'Accounts and shares that differ between the last closing and this opening', (e) =>
      equal(countOf([...accountsThatDiffer(e), ...sharesThatDiffer(e)]), ZERO, 'marks aside, which the components carry (T82)'),
    ),
  ),
  later(
    identity('T105', 'Net asset value at the beginning = that at the end of the last period', (e) => {
      const last = e.scope.figures.books.opening?.strike.classes[0]?.navPerShare
      if (last === undefined) return { notApplicable: 'no shares were outstanding' }
      const splits = e.scope.figures.books.shares.splitsAfter(openingOf(e.scope))
      return splits.length === 0
        ? equal(printed(e, 'highlights.nav-at-beginning'), last)
        : restatedSides(printed(e, 'highlights.nav-at-beginning'), last, splits)
    }),
  ),
]

/** Accounts whose entries through the opening, as this report takes them, are not the balance that the last one closed with. */
function accountsThatDiffer(e: Examined): readonly AccountCode[] {
  const { books } = e.scope.figures
  const found = new Map<AccountCode, bigint>()
  const add = (account: AccountCode, change: bigint): unknown => found.set(account, (found.get(account) ?? 0n) + change)
  for (const { effectiveDate, postings, cause } of books.entries) {
    // The close of the year is dated on its last day, and made after it.
    const isClose = cause.by === 'rule' && cause.rule === 'fiscal year close' && cause.date === openingOf(e.scope)
    if (effectiveDate <= openingOf(e.scope) && !isClose) for (const posting of postings) add(posting.account, signedBase(posting))
  }
  for (const { account, base } of books.opening?.state.balances.values() ?? []) add(account, -base)
  return [...found].flatMap(([account, difference]) => (difference === 0n || accountOf(account)?.controlledBy === 'marks' ? [] : [account]))
}

/** In the units of the last closing: a split of this period restates the opening shares (R6.24). */
function sharesThatDiffer(e: Examined): readonly string[] {
  const { opening, shareClass, shares } = e.scope.figures.books
  const last = opening?.state.outstanding.get(shareClass.id) ?? (0n as Shares)
  if (shares.splitsAfter(openingOf(e.scope)).length === 0)
    return subtract(exact(e, sharesOutstandingAtBeginning), Shares.toDecimal(last)).units === 0n ? [] : [shareClass.id]
  const moved = shares.movements.reduce(
    (sumOf, { entry }) => (entry.effectiveDate <= openingOf(e.scope) ? sumOf + (entry.fundShares?.change ?? 0n) : sumOf),
    0n,
  )
  return moved === last ? [] : [shareClass.id]
}

/** The last value × old units ÷ new units; it was rounded in old units, and this one in new ones. */
function restatedSides(left: Decimal, last: Decimal, splits: readonly ShareSplitEvent[]): Sides {
  const { multiplied, divided } = ratioOf(splits)
  const half = decimal(5n, last.scale + 1)
  return {
    left,
    right: divideRound(product(last, divided), multiplied, 'half-up', last.scale),
    tolerance: sum([divideRound(product(half, divided), multiplied, 'half-up', last.scale + 2), half, half]),
    note: 'the right side restated for the split of the shares since; its rounding is of the units before',
  }
}
