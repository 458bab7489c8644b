/** The books as others are held against them: on trade date, day by day, with the movements that led there. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { type Decimal, divideRound, product } from '../values/decimal.ts'
import { translate } from '../values/exchange-rate.ts'
import { type Amount, amountToDecimal } from '../values/money.ts'
import { Price, Quantity, Shares } from '../values/scaled.ts'
import { accounts, type AccountCode } from '../reference/chart-of-accounts.ts'
import { type ClassId, type Fund } from '../reference/fund.ts'
import { type InstrumentId } from '../reference/instrument.ts'
import { type JournalEntry, signedAmount, signedBase } from '../ledger/journal-entry.ts'
import { type CapitalTerm, capitalTermOf } from '../nav/capital-roll.ts'
import { type Replay } from '../nav/replay.ts'
import { type ReportingView } from '../nav/reporting-view.ts'
import { type Movement } from './cause.ts'

export type BookSide = {
  readonly fund: Fund
  /** The reporting view of a day that was asked for. */
  readonly viewOn: (date: CalendarDate) => ReportingView
  /** An amount of a currency in the base currency on a day; undefined where no rate is known. */
  readonly inBase: (amount: Decimal, currency: Currency, date: CalendarDate) => Decimal | undefined
  /** At which orders of a trade date are dealt: the net asset value per share of the day, or the issue price before there is one. */
  readonly dealingPrice: (classId: ClassId, date: CalendarDate) => Decimal
  /** Postings to cash by currency, in order of date. */
  readonly cash: ReadonlyMap<string, readonly Movement[]>
  /** Units bought and sold, and those of baskets, by instrument. */
  readonly units: ReadonlyMap<string, readonly Movement[]>
  /** Shares sold and redeemed with their dollars, by class. */
  readonly orders: ReadonlyMap<string, readonly Order[]>
  /** What splits of fund shares made of those there were, by class. */
  readonly splits: ReadonlyMap<string, readonly Movement[]>
  readonly trades: readonly BookedTrade[]
  /** Records effective on or before a day, by id. */
  readonly isRecorded: (record: string, date: CalendarDate) => boolean
}

export type Order = Movement & { readonly dollars: Decimal }

export type BookedTrade = {
  readonly record: string
  readonly date: CalendarDate
  readonly side: 'purchase' | 'sale'
  readonly instrument: InstrumentId
  readonly quantity: Decimal
  readonly currency: Currency
  /** Net, positive. */
  readonly amount: Decimal
}

const cashAccounts: ReadonlySet<AccountCode> = new Set([accounts.cash, accounts.foreignCurrency])
const capitalAccounts: ReadonlySet<AccountCode> = new Set([accounts.par, accounts.paidIn])
const orderTerms: ReadonlySet<CapitalTerm> = new Set(['sold', 'created in kind', 'redeemed', 'redeemed in kind'])
const tradeAccounts: ReadonlySet<AccountCode> = new Set([accounts.receivableInvestmentsSold, accounts.payableInvestmentsPurchased])

/** The journal of the NAV book and of the last view together hold every event that is effective by then. */
export function bookSideOf(replay: Replay, last: ReportingView): BookSide {
  const { fund, events } = replay.book
  const dates = new Map<string, CalendarDate>(events.map(({ id, effectiveDate }) => [id, effectiveDate]))
  const strikes = new Map(replay.strikes.map((strike) => [strike.date, strike]))
  const entries = [...replay.journal, ...last.entries].toSorted((left, right) => left.effectiveDate - right.effectiveDate)
  const amounts = new Map<string, Amount>()
  const cash: (Movement & { readonly subject: string })[] = []
  const orders: (Order & { readonly subject: string })[] = []
  const splits: (Movement & { readonly subject: string })[] = []
  for (const entry of entries) {
    // What a fund is taken on with was not moved here.
    if (entry.cause.by === 'rule' && entry.cause.rule === 'take-on') continue
    const record = recordOf(entry)
    for (const posting of entry.postings) {
      if (cashAccounts.has(posting.account) && posting.amount !== 0n)
        cash.push({
          subject: posting.currency,
          isSettlement: isSettlement(entry),
          record,
          date: entry.effectiveDate,
          amount: amountToDecimal(signedAmount(posting), posting.currency),
        })
      if (tradeAccounts.has(posting.account) && entry.cause.by === 'record' && (entry.cause.kind === 'purchase' || entry.cause.kind === 'sale'))
        amounts.set(record, posting.amount)
    }
    const order = orderOf(entry, fund)
    if (order !== undefined) orders.push(order)
    const { fundShares, effectiveDate: date } = entry
    if (fundShares !== undefined && capitalTermOf(entry.cause) === 'split')
      splits.push({ subject: fundShares.classId, isSettlement: false, record, date, amount: Shares.toDecimal(fundShares.change) })
  }
  const trades = events.flatMap((event): BookedTrade[] => {
    if (event.kind !== 'purchase' && event.kind !== 'sale') return []
    const { id, kind, effectiveDate, payload } = event
    const amount = amounts.get(id)
    const currency = replay.book.instruments.get(payload.instrument)?.currency ?? fund.series.baseCurrency
    if (amount === undefined || effectiveDate > last.date) return []
    const quantity = Quantity.toDecimal(payload.quantity)
    return [{ record: id, date: effectiveDate, side: kind, instrument: payload.instrument, quantity, currency, amount: amountToDecimal(amount, currency) }]
  })
  const inKind = events.flatMap((event) => {
    if ((event.kind !== 'creation-in-kind' && event.kind !== 'redemption-in-kind') || event.effectiveDate > last.date) return []
    const sign = event.kind === 'creation-in-kind' ? 1n : -1n
    return event.payload.lines.map(({ instrument, quantity }) => ({
      subject: instrument as string,
      isSettlement: false,
      record: event.id as string,
      date: event.effectiveDate,
      amount: Quantity.toDecimal((sign * quantity) as Quantity),
    }))
  })
  const bought = trades.map(({ record, date, side, instrument, quantity }) => ({
    subject: instrument,
    isSettlement: false,
    record,
    date,
    amount: side === 'purchase' ? quantity : { ...quantity, units: -quantity.units },
  }))
  const bySubject = <Each extends { readonly subject: string }>(all: readonly Each[]) => Map.groupBy(all, ({ subject }) => subject)
  return {
    fund,
    viewOn: (date) => replay.views.get(date) as ReportingView,
    inBase: (amount, currency, date) => {
      const rate = replay.context.rateOn(currency, date)
      return rate && amountToDecimal(translate(amount, rate, fund.series.baseCurrency), fund.series.baseCurrency)
    },
    dealingPrice: (classId, date) =>
      strikes.get(date)?.classes.find((each) => each.classId === classId)?.navPerShare ??
      Price.toDecimal(fund.classes.find(({ id }) => id === classId)?.issuePrice ?? (0n as Price)),
    cash: bySubject(cash),
    units: bySubject([...bought, ...inKind].toSorted((left, right) => left.date - right.date)),
    orders: bySubject(orders),
    splits: bySubject(splits),
    trades,
    isRecorded: (record, date) => (dates.get(record) ?? Infinity) <= date,
  }
}

/** The record that moved something: of a settlement the trade, for that is what the other side knows of it. */
function recordOf({ cause, id }: JournalEntry): string {
  if (cause.by === 'rule') return cause.rule === 'contractual settlement' ? cause.record : id
  return cause.kind === 'settlement' ? (cause.restsOn[0] ?? cause.record) : cause.record
}

const isSettlement = ({ cause }: JournalEntry): boolean => (cause.by === 'record' ? cause.kind === 'settlement' : cause.rule === 'contractual settlement')

/** Shares of an order with its dollars, in cash and in kind, before fees; what a fund is taken on with is no order, nor is a split. */
function orderOf({ cause, effectiveDate, fundShares, postings }: JournalEntry, { series }: Fund): (Order & { readonly subject: string }) | undefined {
  if (fundShares === undefined || cause.by !== 'record' || !orderTerms.has(capitalTermOf(cause))) return undefined
  const capital = postings.reduce((sum, posting) => (capitalAccounts.has(posting.account) ? sum + signedBase(posting) : sum), 0n)
  return {
    subject: fundShares.classId,
    isSettlement: false,
    record: cause.record,
    date: effectiveDate,
    amount: Shares.toDecimal(fundShares.change),
    dollars: amountToDecimal(capital < 0n ? -capital : capital, series.baseCurrency),
  }
}

/** Cash in each currency, in its minor units: the balances of 1000 and 1010. */
export function cashOn({ state }: ReportingView): ReadonlyMap<string, bigint> {
  const cash = new Map<string, bigint>()
  for (const { account, currency, local } of state.balances.values()) {
    if (cashAccounts.has(account)) cash.set(currency, (cash.get(currency) ?? 0n) + local)
  }
  return cash
}

const UNIT_PLACES = 9

/** Value of one unit of an instrument in the base currency, at the mark of the day; undefined where none is held. */
export function unitValue({ positions }: ReportingView, id: string, { series }: Fund): Decimal | undefined {
  const position = positions.find(({ instrument }) => instrument === id)
  if (position === undefined || position.quantity === 0n) return undefined
  return divideRound(amountToDecimal(position.value, series.baseCurrency), Quantity.toDecimal(position.quantity), 'half-up', UNIT_PLACES)
}

/** Net asset value of one share on trade date, unrounded; undefined where the class has no shares. */
export const shareValue = ({ strike }: ReportingView, id: string): Decimal | undefined =>
  strike.classes.find(({ classId }) => classId === (id as ClassId))?.unrounded

/** Worth of so many at so much, to the minor unit. */
export const worth = (count: Decimal, each: Decimal | undefined): Decimal | undefined => each && product(count, each)
