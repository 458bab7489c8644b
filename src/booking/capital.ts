/**
 * R3.1 and R3.3: fund shares sold and redeemed at the net asset value next computed. Capital splits into par, posted as
 * the change of par on all shares outstanding (R1.8), and paid-in surplus.
 */
import { formatCalendarDate } from '../values/calendar-date.ts'
import { minorUnitDigits } from '../values/currency.ts'
import { absolute, compare, decimal, type Decimal, formatDecimal, formatShortDecimal, powerOfTen, subtract } from '../values/decimal.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { Shares } from '../values/scaled.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { type ShareClass } from '../reference/fund.ts'
import { addBusinessDays } from '../reference/nyse-calendar.ts'
import { policyOn } from '../reference/policy.ts'
import { dollarsFor, dollarTolerance, parAmount, sharesFor } from '../capital/fund-shares.ts'
import { type Redemption } from '../events/redemption.ts'
import { type Subscription } from '../events/subscription.ts'
import { inBase, journalEntry, signedInBase } from '../ledger/journal-entry.ts'
import { type Booked, booked, type BookView, type Change, refused } from './booked.ts'

/** Dr 1310 Receivable for fund shares sold / Cr 3000 Par, Cr 3010 Paid-in. */
export function bookSubscription(event: Subscription, view: BookView): Booked {
  const dealt = deal(event, view)
  if (!dealt.ok) return refused(dealt.issue)
  const { shareClass, amount, shares, exceptions } = dealt
  const before = view.outstanding(shareClass.id)
  const after = (before + shares) as Shares
  const par = parAmount(after, shareClass.parValue, view.currency) - parAmount(before, shareClass.parValue, view.currency)
  const entry = journalEntry({
    ...entryHeader(event, view, `Shares sold, ${shareClass.name}`),
    postings: [
      inBase('debit', accounts.receivableSharesSold, view.currency, amount, shareClass.id),
      signedInBase('credit', accounts.par, view.currency, par, shareClass.id),
      signedInBase('credit', accounts.paidIn, view.currency, amount - par, shareClass.id),
    ],
    fundShares: { classId: shareClass.id, change: shares },
  })
  return booked([entry], [{ of: 'shares', classId: shareClass.id, outstanding: after }, obligationOf(event, view, amount, 'receivable')], exceptions)
}

/** Dr 3000 Par, Dr 3010 Paid-in / Cr 2110 Payable for fund shares redeemed. */
export function bookRedemption(event: Redemption, view: BookView): Booked {
  const dealt = deal(event, view)
  if (!dealt.ok) return refused(dealt.issue)
  const { shareClass, amount, shares, exceptions } = dealt
  const before = view.outstanding(shareClass.id)
  if (shares > before) return refused(insufficientShares(event, shares, before))
  const after = (before - shares) as Shares
  const par = parAmount(before, shareClass.parValue, view.currency) - parAmount(after, shareClass.parValue, view.currency)
  const entry = journalEntry({
    ...entryHeader(event, view, `Shares redeemed, ${shareClass.name}`),
    postings: [
      signedInBase('debit', accounts.par, view.currency, par, shareClass.id),
      signedInBase('debit', accounts.paidIn, view.currency, amount - par, shareClass.id),
      inBase('credit', accounts.payableSharesRedeemed, view.currency, amount, shareClass.id),
    ],
    fundShares: { classId: shareClass.id, change: -shares as Shares },
  })
  return booked([entry], [{ of: 'shares', classId: shareClass.id, outstanding: after }, obligationOf(event, view, amount, 'payable')], exceptions)
}

type Order = Subscription | Redemption

type Dealt =
  | { readonly ok: true; readonly shareClass: ShareClass; readonly amount: Amount; readonly shares: Shares; readonly exceptions: readonly Issue[] }
  | { readonly ok: false; readonly issue: Issue }

/** Dollars and shares of an order, at the price of its trade date; what the source states is kept, the rest computed. */
function deal(event: Order, view: BookView): Dealt {
  const { payload, effectiveDate } = event
  const shareClass = view.shareClass(payload.classId)
  const price = view.dealingPrice(shareClass.id, effectiveDate)
  if (price === undefined) return { ok: false, issue: view.outstanding(shareClass.id) === 0n ? noShares(event, shareClass) : notStruck(event, shareClass) }
  if (price.units <= 0n) return { ok: false, issue: notAboveZero(event, shareClass, price) }
  const shares = payload.shares ?? sharesFor(payload.amount as Amount, price, shareClass.shareDecimals, view.currency)
  const amount = payload.amount ?? dollarsFor(shares, price, view.currency)
  if (shares === 0n || amount === 0n) return { ok: false, issue: tooSmall(event, shareClass, price) }
  if (shares % powerOfTen(Shares.scale - shareClass.shareDecimals) !== 0n) return { ok: false, issue: tooManyPlaces(event, shareClass, shares) }
  const isStated = payload.shares !== undefined && payload.amount !== undefined
  return { ok: true, shareClass, amount, shares, exceptions: isStated ? dollarExceptions(event, view, price, shareClass) : [] }
}

/**
 * A class whose last share was redeemed has no net asset value per share from then on. At what price it would open again
 * is for its trustees to say, and fund.yaml has no place for a second issue price.
 */
const noShares = ({ source, effectiveDate, kind }: Order, { name }: ShareClass): Issue => ({
  code: 'capital.no-price',
  place: { file: source.file, row: source.row, column: 'trade_date' },
  found: `a ${kind} of ${formatCalendarDate(effectiveDate)}, a day on which ${name} had no shares outstanding`,
  needed: 'a trade date on which the class has shares, and so a net asset value per share',
  remedy: 'Correct this date, or the redemption that took the last shares. This version does not open a class again once all its shares are redeemed.',
})

const notStruck = ({ source, effectiveDate, kind }: Order, { name }: ShareClass): Issue => ({
  code: 'capital.no-price',
  place: { file: source.file, row: source.row, column: 'trade_date' },
  found: `a ${kind} of ${formatCalendarDate(effectiveDate)}, for which no net asset value of ${name} was struck`,
  needed: 'a trade date on which the class has a net asset value, or its first day',
  remedy: 'Correct the trade date; the first order of a class is a subscription, on the day it begins.',
})

const notAboveZero = ({ source, effectiveDate, kind }: Order, { name }: ShareClass, price: Decimal): Issue => ({
  code: 'capital.price-not-positive',
  place: { file: source.file, row: source.row, column: 'trade_date' },
  found: `a ${kind} of ${formatCalendarDate(effectiveDate)}, on which the net asset value of ${name} was ${formatDecimal(price)} a share`,
  needed: 'a net asset value per share above zero, for no number of shares is worth the dollars of an order at another',
  remedy: 'Look for what brings net assets that low: a missing record, a wrong price, an entry on the wrong side. If it is right, remove the order.',
})

/** Dollars that buy no share, or shares that cost no dollar, would move net assets per share for all others (R12.16). */
const tooSmall = ({ source, id, payload }: Order, { name, shareDecimals }: ShareClass, price: Decimal): Issue => ({
  code: 'capital.too-small',
  place: { file: source.file, row: source.row, column: payload.amount === undefined ? 'shares' : 'amount' },
  found: `${id}, which at ${formatDecimal(price)} a share comes to nothing`,
  needed: `an order that comes to dollars and to shares, of which ${name} deals in ${shareDecimals} decimal places`,
  remedy: 'Correct the amount or the shares, or remove the order.',
})

const tooManyPlaces = ({ source }: Order, { name, shareDecimals }: ShareClass, shares: Shares): Issue => ({
  code: 'field.too-many-decimals',
  place: { file: source.file, row: source.row, column: 'shares' },
  found: formatDecimal(Shares.toDecimal(shares)),
  needed: `at most ${shareDecimals} decimal places, the share_decimals of ${name}`,
  remedy: 'Give the shares as the transfer agent issued them, or correct share_decimals in fund.yaml.',
})

/** R12.5: dollars = shares × net asset value, within the rounding of both. */
function dollarExceptions({ payload, source, id }: Order, { currency }: BookView, price: Decimal, shareClass: ShareClass): Issue[] {
  const stated = decimal(payload.amount as Amount, minorUnitDigits(currency))
  const computed = decimal(dollarsFor(payload.shares as Shares, price, currency), minorUnitDigits(currency))
  const difference = absolute(subtract(stated, computed))
  if (compare(difference, dollarTolerance(price, shareClass.shareDecimals, currency)) <= 0) return []
  return [
    {
      code: 'capital.dollars-differ',
      place: { file: source.file, row: source.row, column: 'amount' },
      found: `${formatDecimal(stated)} for ${id}`,
      needed: `${formatDecimal(computed)} = ${formatShortDecimal(Shares.toDecimal(payload.shares as Shares))} shares × ${formatShortDecimal(price)}, within rounding`,
      remedy: 'Compare with the transfer agent: a wrong price, date or amount.',
      about: { effect: formatDecimal(difference) },
    },
  ]
}

const entryHeader = ({ id, kind, effectiveDate }: Order, { navDate }: BookView, memo: string) => ({
  id,
  effectiveDate,
  navDate,
  cause: { by: 'record', record: id, kind, restsOn: [], pricedOn: effectiveDate } as const,
  memo,
})

function obligationOf({ id, effectiveDate, payload }: Order, view: BookView, amount: Amount, side: 'receivable' | 'payable'): Change {
  const days = policyOn(view.fund.policies, 'settlement', effectiveDate)?.settings.capital_days ?? 1
  return {
    of: 'obligation',
    obligation: {
      trade: id,
      account: side === 'receivable' ? accounts.receivableSharesSold : accounts.payableSharesRedeemed,
      side,
      classId: payload.classId,
      currency: view.currency,
      total: amount,
      open: amount,
      openBase: amount,
      undelivered: undefined,
      due: payload.settlementDate ?? addBusinessDays(effectiveDate, days),
    },
  }
}

const insufficientShares = ({ source, id }: Order, shares: Shares, held: Shares): Issue => ({
  code: 'capital.insufficient-shares',
  place: { file: source.file, row: source.row, column: 'shares' },
  found: `a redemption of ${formatShortDecimal(Shares.toDecimal(shares))} shares by ${id}`,
  needed: `at most the ${formatShortDecimal(Shares.toDecimal(held))} outstanding`,
  remedy: 'Add the missing subscription, or correct the order.',
})
