/**
 * R3.6: fund shares for a basket of securities, each at the value it has in the net asset value of the trade date. What comes in
 * opens lots at that cost; what goes out relieves lots, and value less cost is realized, kept apart from sales by its cause:
 * gains of deliveries are no gains for tax (IRC section 852(b)(6)).
 */
import { formatCalendarDate } from '../values/calendar-date.ts'
import { minorUnitDigits } from '../values/currency.ts'
import { decimal, formatDecimal, formatShortDecimal } from '../values/decimal.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { Quantity } from '../values/scaled.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { type Instrument } from '../reference/instrument.ts'
import { type CreationInKind } from '../events/creation-in-kind.ts'
import { type BasketLine } from '../events/in-kind.ts'
import { type RedemptionInKind } from '../events/redemption-in-kind.ts'
import { journalEntry, posting, type Posting, postingsOf, signedInBase } from '../ledger/journal-entry.ts'
import { type Relief } from '../lots/relief.ts'
import { positionValue, translatedValue } from '../valuation/position-value.ts'
import { type Booked, booked, type BookView, type Change, refused } from './booked.ts'
import { missingRate } from './missing-rate.ts'
import { capitalObligation, dollarExceptions, entryHeader, feeEntry, insufficientShares, moveShares, placesIssue, priceOfOrder } from './order.ts'
import { relieve } from './relieve.ts'

type InKind = CreationInKind | RedemptionInKind

/** Dr 1100 securities at their value, Dr 1310 cash component / Cr 3000 Par, Cr 3010 Paid-in. */
export function bookCreationInKind(event: CreationInKind, view: BookView): Booked {
  const { id, effectiveDate, payload } = event
  const priced = priceOfOrder(event, view)
  if (!priced.ok) return refused(priced.issue)
  const places = placesIssue(event, priced.shareClass, payload.shares)
  const { lines, issues } = valuedLines(event, view)
  if (places !== undefined || issues.length > 0) return refused(...(places === undefined ? [] : [places]), ...issues)
  const { shareClass } = priced
  const { par, outstanding, fundShares } = moveShares(shareClass, payload.shares, view)
  const into = payload.cashComponent + payload.transactionFee
  const cashAccount = into >= 0n ? accounts.receivableSharesSold : accounts.payableSharesRedeemed
  const capital = totalOf(lines) + payload.cashComponent
  if (capital <= 0n) return refused(worthless(event, capital, view))
  const entry = journalEntry({
    ...entryHeader(event, view, `Shares created in kind, ${shareClass.name}`),
    postings: [
      ...lines.flatMap(({ instrument, local, base }) => [
        posting('debit', accounts.investments, instrument.currency, local, base, { instrument: instrument.id }),
        ...exchange('debit', instrument, local, base, view),
      ]),
      signedInBase('debit', cashAccount, view.currency, payload.cashComponent, shareClass.id),
      signedInBase('credit', accounts.par, view.currency, par, shareClass.id),
      signedInBase('credit', accounts.paidIn, view.currency, capital - par, shareClass.id),
    ],
    fundShares,
  })
  const opened = lines.map(({ instrument, line, local, base }): Change => ({
    of: 'lot opened',
    instrument: instrument.id,
    lot: { id, acquired: effectiveDate, quantity: line.quantity, cost: base, localCost: local },
  }))
  return booked(
    [entry, ...feeEntries(event, cashAccount, view)],
    [...opened, outstanding, ...cashChanges(event, into, view)],
    dollarExceptions(event, 'shares', { stated: capital, shares: payload.shares, ...priced, values: lines.length }, view),
  )
}

/** Dr 3000 Par, Dr 3010 Paid-in / Cr 1100 cost of the lots, Cr 6000 value less cost, Cr 2110 cash component. */
export function bookRedemptionInKind(event: RedemptionInKind, view: BookView): Booked {
  const { effectiveDate, payload } = event
  const priced = priceOfOrder(event, view)
  if (!priced.ok) return refused(priced.issue)
  const { shareClass } = priced
  const held = view.outstanding(shareClass.id)
  const faults = [placesIssue(event, shareClass, payload.shares), payload.shares > held ? insufficientShares(event, payload.shares, held) : undefined]
  const { lines, issues } = valuedLines(event, view)
  const reliefs: Relief[] = []
  for (const { instrument, quantity, lots, source } of payload.lines) {
    const relief = relieve({ what: 'delivery', instrument, quantity, lots, effectiveDate, source }, view)
    if ('code' in relief) issues.push({ ...relief, about: { instrument } })
    else reliefs.push(relief)
  }
  const wrong = [...faults.filter((fault) => fault !== undefined), ...issues]
  if (wrong.length > 0) return refused(...wrong)

  const { par, outstanding, fundShares } = moveShares(shareClass, -payload.shares, view)
  const into = payload.transactionFee - payload.cashComponent
  const cashAccount = into > 0n ? accounts.receivableSharesSold : accounts.payableSharesRedeemed
  const capital = totalOf(lines) + payload.cashComponent
  if (capital <= 0n) return refused(worthless(event, capital, view))
  const header = entryHeader(event, view, `Shares redeemed in kind, ${shareClass.name}`)
  const entry = journalEntry({
    ...header,
    cause: { ...header.cause, restsOn: [...new Set(reliefs.flatMap(({ relieved }) => relieved.map(({ lot }) => lot)))] },
    postings: [
      signedInBase('debit', accounts.par, view.currency, -par, shareClass.id),
      signedInBase('debit', accounts.paidIn, view.currency, capital + par, shareClass.id),
      ...lines.flatMap(({ instrument, local, base }, index) => {
        const relief = reliefs[index] as Relief
        return [
          posting('credit', accounts.investments, instrument.currency, relief.localCost, relief.cost, { instrument: instrument.id }),
          ...postingsOf('credit', accounts.realizedSecurities, instrument.currency, local - relief.localCost, base - relief.cost, {
            instrument: instrument.id,
          }),
          ...exchange('credit', instrument, local, base, view),
        ]
      }),
      signedInBase('credit', cashAccount, view.currency, payload.cashComponent, shareClass.id),
    ],
    fundShares,
  })
  const relieved = reliefs.map(({ holding }, index): Change => ({ of: 'holding', instrument: (payload.lines[index] as BasketLine).instrument, holding }))
  return booked(
    [entry, ...feeEntries(event, cashAccount, view)],
    [...relieved, outstanding, ...cashChanges(event, into, view)],
    dollarExceptions(event, 'shares', { stated: capital, shares: payload.shares, ...priced, values: lines.length }, view),
  )
}

type ValuedLine = {
  readonly line: BasketLine
  readonly instrument: Instrument
  /** Minor units of the currency of the instrument, and of the base currency. */
  readonly local: Amount
  readonly base: Amount
}

const totalOf = (lines: readonly ValuedLine[]): bigint => lines.reduce((total, { base }) => total + base, 0n)

/** Each security at the price, and the rate, that value it in the net asset value of the trade date. */
function valuedLines(event: InKind, view: BookView): { readonly lines: readonly ValuedLine[]; readonly issues: Issue[] } {
  const issues: Issue[] = []
  const lines = event.payload.lines.flatMap((line): ValuedLine[] => {
    const instrument = view.instrument(line.instrument)
    const { currency, multiplier } = instrument
    const { found } = view.price(instrument, event.effectiveDate)
    const rate = view.rate(currency, event.effectiveDate)
    if (found === undefined) issues.push(unpriced(event, line, instrument))
    if (rate === undefined) issues.push(missingRate(currency, event.effectiveDate, event.id))
    if (found === undefined || rate === undefined) return []
    const { price } = found.observation
    const local = positionValue(line.quantity, price, multiplier, currency)
    return [{ line, instrument, local, base: currency === view.currency ? local : translatedValue(line.quantity, price, multiplier, rate, view.currency) }]
  })
  return { lines, issues }
}

/** A foreign security comes or goes against capital in the base currency: the two halves of that exchange balance each currency (R6.9). */
const exchange = (side: 'debit' | 'credit', { currency }: Instrument, local: bigint, base: bigint, view: BookView): readonly Posting[] =>
  currency === view.currency
    ? []
    : [
        posting(side === 'debit' ? 'credit' : 'debit', accounts.currencyPositionLocal, currency, local, base),
        posting(side, accounts.currencyPositionBase, view.currency, base, base),
      ]

const feeEntries = (event: InKind, from: typeof accounts.receivableSharesSold, view: BookView) => {
  const { transactionFee: fee, classId } = event.payload
  return fee === 0n ? [] : [feeEntry(event, { kind: 'transaction-fee', from, fee, memo: `Transaction fee, ${view.shareClass(classId).name}` }, view)]
}

/** Cash component and fee are one open item; `into` the fund where it is above zero. */
const cashChanges = (event: InKind, into: bigint, view: BookView): readonly Change[] =>
  into === 0n ? [] : [capitalObligation(event, view, (into < 0n ? -into : into) as Amount, into > 0n ? 'receivable' : 'payable')]

const worthless = ({ id, source }: InKind, capital: bigint, { currency }: BookView): Issue => ({
  code: 'capital.too-small',
  place: { file: source.file, row: source.row, column: 'cash_component' },
  found: `${id}, whose securities and cash come to ${formatDecimal(decimal(capital, minorUnitDigits(currency)))}`,
  needed: 'an order for which something is paid or delivered',
  remedy: 'Compare the cash component with the transfer agent: its sign is that of the order.',
})

const unpriced = ({ id, effectiveDate, kind }: InKind, { source, quantity }: BasketLine, { id: instrument, name }: Instrument): Issue => ({
  code: 'valuation.price-missing',
  place: { file: source.file, row: source.row, column: 'instrument' },
  found: `no price of ${name} on ${formatCalendarDate(effectiveDate)}, at which ${id} ${kind === 'creation-in-kind' ? 'brings in' : 'delivers'} ${formatShortDecimal(Quantity.toDecimal(quantity))}`,
  needed: 'a price of the trade date, by the valuation policy: one and only one',
  remedy: `Add the price of ${instrument} to a file in prices/, or correct the trade date.`,
  about: { instrument, date: formatCalendarDate(effectiveDate) },
})
