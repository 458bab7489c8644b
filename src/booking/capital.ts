/**
 * R3.1 and R3.3: fund shares sold and redeemed at the net asset value next computed. Capital splits into par, posted as
 * the change of par on all shares outstanding (R1.8), and paid-in surplus.
 */
import { minorUnitDigits } from '../values/currency.ts'
import { decimal, type Decimal, formatDecimal } from '../values/decimal.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { type Shares } from '../values/scaled.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { type ShareClass } from '../reference/fund.ts'
import { dollarsFor, sharesFor } from '../capital/fund-shares.ts'
import { type Redemption } from '../events/redemption.ts'
import { type Subscription } from '../events/subscription.ts'
import { inBase, journalEntry, signedInBase } from '../ledger/journal-entry.ts'
import { type Booked, booked, type BookView, refused } from './booked.ts'
import { capitalObligation, dollarExceptions, entryHeader, feeEntry, insufficientShares, moveShares, placesIssue, priceOfOrder } from './order.ts'

/** Dr 1310 Receivable for fund shares sold / Cr 3000 Par, Cr 3010 Paid-in. */
export function bookSubscription(event: Subscription, view: BookView): Booked {
  const dealt = deal(event, view)
  if (!dealt.ok) return refused(dealt.issue)
  const { shareClass, amount, shares, exceptions } = dealt
  const { par, outstanding, fundShares } = moveShares(shareClass, shares, view)
  const entry = journalEntry({
    ...entryHeader(event, view, `Shares sold, ${shareClass.name}`),
    postings: [
      inBase('debit', accounts.receivableSharesSold, view.currency, amount, shareClass.id),
      signedInBase('credit', accounts.par, view.currency, par, shareClass.id),
      signedInBase('credit', accounts.paidIn, view.currency, amount - par, shareClass.id),
    ],
    fundShares,
  })
  return booked([entry], [outstanding, capitalObligation(event, view, amount, 'receivable')], exceptions)
}

/** Dr 3000 Par, Dr 3010 Paid-in / Cr 2110 Payable for fund shares redeemed; a fee that the fund keeps goes from 2110 to 3010. */
export function bookRedemption(event: Redemption, view: BookView): Booked {
  const dealt = deal(event, view)
  if (!dealt.ok) return refused(dealt.issue)
  const { shareClass, amount, shares, exceptions } = dealt
  const { redemptionFee = 0n as Amount } = event.payload
  if (redemptionFee >= amount) return refused(feeExceeds(event, redemptionFee, amount, view))
  const held = view.outstanding(shareClass.id)
  if (shares > held) return refused(insufficientShares(event, shares, held))
  const { par, outstanding, fundShares } = moveShares(shareClass, -shares, view)
  const entry = journalEntry({
    ...entryHeader(event, view, `Shares redeemed, ${shareClass.name}`),
    postings: [
      signedInBase('debit', accounts.par, view.currency, -par, shareClass.id),
      signedInBase('debit', accounts.paidIn, view.currency, amount + par, shareClass.id),
      inBase('credit', accounts.payableSharesRedeemed, view.currency, amount, shareClass.id),
    ],
    fundShares,
  })
  const fee = { kind: 'redemption-fee', from: accounts.payableSharesRedeemed, fee: redemptionFee, memo: `Redemption fee, ${shareClass.name}` } as const
  return booked(
    [entry, ...(redemptionFee === 0n ? [] : [feeEntry(event, fee, view)])],
    [outstanding, capitalObligation(event, view, (amount - redemptionFee) as Amount, 'payable')],
    exceptions,
  )
}

type Dealt =
  | { readonly ok: true; readonly shareClass: ShareClass; readonly amount: Amount; readonly shares: Shares; readonly exceptions: readonly Issue[] }
  | { readonly ok: false; readonly issue: Issue }

/** Dollars and shares of an order, at the price of its trade date; what the source states is kept, the rest computed. */
function deal(event: Subscription | Redemption, view: BookView): Dealt {
  const { payload } = event
  const priced = priceOfOrder(event, view)
  if (!priced.ok) return priced
  const { shareClass, price } = priced
  const shares = payload.shares ?? sharesFor(payload.amount as Amount, price, shareClass.shareDecimals, view.currency)
  const amount = payload.amount ?? dollarsFor(shares, price, view.currency)
  if (shares === 0n || amount === 0n) return { ok: false, issue: tooSmall(event, shareClass, price) }
  const places = placesIssue(event, shareClass, shares)
  if (places !== undefined) return { ok: false, issue: places }
  const isStated = payload.shares !== undefined && payload.amount !== undefined
  const exceptions = isStated ? dollarExceptions(event, 'amount', { stated: amount, shares, price, shareClass }, view) : []
  return { ok: true, shareClass, amount, shares, exceptions }
}

/** Dollars that buy no share, or shares that cost no dollar, would move net assets per share for all others (R12.16). */
const tooSmall = ({ source, id, payload }: Subscription | Redemption, { name, shareDecimals }: ShareClass, price: Decimal): Issue => ({
  code: 'capital.too-small',
  place: { file: source.file, row: source.row, column: payload.amount === undefined ? 'shares' : 'amount' },
  found: `${id}, which at ${formatDecimal(price)} a share comes to nothing`,
  needed: `an order that comes to dollars and to shares, of which ${name} deals in ${shareDecimals} decimal places`,
  remedy: 'Correct the amount or the shares, or remove the order.',
})

const feeExceeds = ({ source, id }: Redemption, fee: Amount, amount: Amount, { currency }: BookView): Issue => ({
  code: 'capital.fee-exceeds-amount',
  place: { file: source.file, row: source.row, column: 'redemption_fee' },
  found: `a fee of ${formatDecimal(decimal(fee, minorUnitDigits(currency)))} on ${id}, a redemption of ${formatDecimal(decimal(amount, minorUnitDigits(currency)))}`,
  needed: 'a fee below the amount, for the shareholder is paid what it leaves',
  remedy: 'Correct the fee. The amount is that before the fee: shares × net asset value.',
})
