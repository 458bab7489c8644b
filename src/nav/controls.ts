/** What must be true of the books after every day (R12.1, R12.17, R12.18): a breach is a fault of the program, not of the data. */
import { invariant } from '../values/invariant.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { type InstrumentId } from '../reference/instrument.ts'
import { baseBalance, type Balances } from '../ledger/balances.ts'
import { type Currency } from '../values/currency.ts'
import { type CurrencyHolding } from '../booking/foreign-cash.ts'
import { type Obligation } from '../booking/obligation.ts'
import { type Holding } from '../lots/lot.ts'
import { type Position } from './mark.ts'
import { type NavRoll } from './nav-roll.ts'

export type Controlled = {
  readonly balances: Balances
  readonly holdings: ReadonlyMap<InstrumentId, Holding>
  /** The holdings of the day before, which were controlled then. */
  readonly before: ReadonlyMap<InstrumentId, Holding>
  readonly obligations: Iterable<Obligation>
  readonly foreignCash: ReadonlyMap<Currency, CurrencyHolding>
  readonly positions: readonly Position[]
  readonly roll: NavRoll
}

export function assertControls({ balances, holdings, before, obligations, foreignCash, positions, roll }: Controlled): void {
  let cost = 0n
  for (const [instrument, holding] of holdings) {
    cost += holding.cost
    if (holding === before.get(instrument)) continue // It was added up on the day it became what it is.
    let [quantity, ofLots] = [0n, 0n]
    for (const lot of holding.lots) {
      quantity += lot.quantity
      ofLots += lot.cost
    }
    invariant(quantity === holding.quantity && ofLots === holding.cost, 'R12.17: lots do not add to the position')
  }
  const ofAccount = (code: string): bigint => baseBalance(balances, (account) => account === code)
  invariant(ofAccount(accounts.investments) === cost, 'R12.17: lots do not add to account 1100')
  invariant(
    ofAccount(accounts.investmentsUnrealized) === positions.reduce((total, { value, cost: ofPosition }) => total + value - ofPosition, 0n),
    'R12.18: account 1190 is not value less cost',
  )

  const open = new Map<string, bigint>()
  for (const { account, side, openBase } of obligations) open.set(account, (open.get(account) ?? 0n) + (side === 'receivable' ? openBase : -openBase))
  for (const account of [
    accounts.receivableInvestmentsSold,
    accounts.receivableSharesSold,
    accounts.receivableDividends,
    accounts.receivableTaxReclaims,
    accounts.receivableSecuritiesLending,
    accounts.payableInvestmentsPurchased,
    accounts.payableSharesRedeemed,
  ]) {
    invariant(ofAccount(account) === (open.get(account) ?? 0n), `R3.10: open items do not add to account ${account}`)
  }
  for (const { account, currency, local, base } of balances.values()) {
    if (account !== accounts.foreignCurrency) continue
    const holding = foreignCash.get(currency)
    invariant((holding?.local ?? 0n) === local && (holding?.base ?? 0n) === base, `R3.41: the cost of ${currency} is not that of account 1010`)
  }
  invariant(baseBalance(balances, () => true) === 0n, 'R6.9: debits differ from credits')
  invariant(roll.residual === 0n, 'R12.15: the NAV proof has a residual')
}
