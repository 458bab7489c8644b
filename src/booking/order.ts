/**
 * What all orders of fund shares have in common: the price of their trade date (R3.1), par as the change of par on all shares
 * outstanding (R1.8), dollars against shares (R12.5), and the cash that is owed until it moves.
 */
import { formatCalendarDate } from '../values/calendar-date.ts'
import { minorUnitDigits } from '../values/currency.ts'
import { absolute, add, compare, decimal, type Decimal, formatDecimal, formatShortDecimal, powerOfTen, product, subtract } from '../values/decimal.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { Shares } from '../values/scaled.ts'
import { type AccountCode, accounts } from '../reference/chart-of-accounts.ts'
import { type ClassId, type ShareClass } from '../reference/fund.ts'
import { addBusinessDays } from '../reference/nyse-calendar.ts'
import { policyOn } from '../reference/policy.ts'
import { dollarsFor, dollarTolerance, parAmount } from '../capital/fund-shares.ts'
import { type FundEvent } from '../events/event.ts'
import { inBase, type JournalEntry, journalEntry } from '../ledger/journal-entry.ts'
import { type BookView, type Change } from './booked.ts'

export type Order = Extract<FundEvent, { kind: 'subscription' | 'creation-in-kind' | 'redemption' | 'redemption-in-kind' }>

export type OrderPrice = { readonly ok: true; readonly shareClass: ShareClass; readonly price: Decimal } | { readonly ok: false; readonly issue: Issue }

/** The net asset value per share of the trade date, above zero (17 CFR 270.22c-1). */
export function priceOfOrder(event: Order, view: BookView): OrderPrice {
  const shareClass = view.shareClass(event.payload.classId)
  const price = view.dealingPrice(shareClass.id, event.effectiveDate)
  if (price === undefined) return { ok: false, issue: view.outstanding(shareClass.id) === 0n ? noShares(event, shareClass) : notStruck(event, shareClass) }
  if (price.units <= 0n) return { ok: false, issue: notAboveZero(event, shareClass, price) }
  return { ok: true, shareClass, price }
}

/** Shares of more places than the class deals in. */
export const placesIssue = (event: Order, shareClass: ShareClass, shares: Shares): Issue | undefined =>
  shares % powerOfTen(Shares.scale - shareClass.shareDecimals) === 0n ? undefined : tooManyPlaces(event, shareClass, shares)

export type ShareMove = { readonly par: bigint; readonly outstanding: Change; readonly fundShares: NonNullable<JournalEntry['fundShares']> }

/** What `change` shares (negative where they are cancelled) do to par and to the shares outstanding. */
export function moveShares({ id: classId, parValue }: ShareClass, change: bigint, view: BookView): ShareMove {
  const before = view.outstanding(classId)
  const after = (before + change) as Shares
  return {
    par: parAmount(after, parValue, view.currency) - parAmount(before, parValue, view.currency),
    outstanding: { of: 'shares', classId, outstanding: after },
    fundShares: { classId, change: change as Shares },
  }
}

/**
 * R12.5: dollars of `stated` minor units = shares × net asset value, within the rounding of both; `values` more amounts
 * were rounded to the minor unit before they were added up to it.
 */
export function dollarExceptions(
  { source, id }: Order,
  column: string,
  dealt: { readonly stated: bigint; readonly shares: Shares; readonly price: Decimal; readonly shareClass: ShareClass; readonly values?: number },
  { currency }: BookView,
): Issue[] {
  const { price, shareClass, shares, values = 0 } = dealt
  const digits = minorUnitDigits(currency)
  const stated = decimal(dealt.stated, digits)
  const computed = decimal(dollarsFor(shares, price, currency), digits)
  const tolerance = add(dollarTolerance(price, shareClass.shareDecimals, currency), product(decimal(5n, digits + 1), decimal(BigInt(values), 0)))
  const difference = absolute(subtract(stated, computed))
  if (compare(difference, tolerance) <= 0) return []
  return [
    {
      code: 'capital.dollars-differ',
      place: { file: source.file, row: source.row, column },
      found: `${formatDecimal(stated)} for ${id}`,
      needed: `${formatDecimal(computed)} = ${formatShortDecimal(Shares.toDecimal(shares))} shares × ${formatShortDecimal(price)}, within rounding`,
      remedy: 'Compare with the transfer agent: a wrong price, date or amount.',
      about: { effect: formatDecimal(difference) },
    },
  ]
}

/** An entry of an order, priced at the net asset value of its trade date. */
export const entryHeader = ({ id, kind, effectiveDate }: Order, { navDate }: BookView, memo: string) => ({
  id,
  effectiveDate,
  navDate,
  cause: { by: 'record', record: id, kind, restsOn: [], pricedOn: effectiveDate } as const,
  memo,
})

/** Cash of an order that is still to move: by the settlement policy, or on the date that the order states. */
export function capitalObligation({ id, effectiveDate, payload }: Order, view: BookView, amount: Amount, side: 'receivable' | 'payable'): Change {
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

/**
 * A fee that the fund keeps, by itself, so that statements tell it from what was sold or redeemed: it adds to paid-in capital
 * and is no income. `from` is the account on which the cash of the order stands.
 */
export const feeEntry = (
  event: Order,
  { kind, from, fee, memo }: { readonly kind: 'redemption-fee' | 'transaction-fee'; readonly from: AccountCode; readonly fee: Amount; readonly memo: string },
  view: BookView,
): JournalEntry => {
  const classId: ClassId = event.payload.classId
  return journalEntry({
    ...entryHeader(event, view, memo),
    id: `${event.id}/fee`,
    cause: { by: 'record', record: event.id, kind, restsOn: [] },
    postings: [inBase('debit', from, view.currency, fee, classId), inBase('credit', accounts.paidIn, view.currency, fee, classId)],
  })
}

export const insufficientShares = ({ source, id }: Order, shares: Shares, held: Shares): Issue => ({
  code: 'capital.insufficient-shares',
  place: { file: source.file, row: source.row, column: 'shares' },
  found: `a redemption of ${formatShortDecimal(Shares.toDecimal(shares))} shares by ${id}`,
  needed: `at most the ${formatShortDecimal(Shares.toDecimal(held))} outstanding`,
  remedy: 'Add the missing subscription, or correct the order.',
})

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

const tooManyPlaces = ({ source }: Order, { name, shareDecimals }: ShareClass, shares: Shares): Issue => ({
  code: 'field.too-many-decimals',
  place: { file: source.file, row: source.row, column: 'shares' },
  found: formatDecimal(Shares.toDecimal(shares)),
  needed: `at most ${shareDecimals} decimal places, the share_decimals of ${name}`,
  remedy: 'Give the shares as the transfer agent issued them, or correct share_decimals in fund.yaml.',
})
