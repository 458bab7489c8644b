/**
 * The day (R6.4): books what is due, moves the cash that is due, marks, strikes and proves. Pure: the state it is given is
 * never altered, and the next one is built in a draft of its own.
 */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { invariant } from '../values/invariant.ts'
import { type Issue, type Subject } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { Price, type Shares } from '../values/scaled.ts'
import { type SourceRow } from '../values/table.ts'
import { type Fund } from '../reference/fund.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { policyOn } from '../reference/policy.ts'
import { type Knowledge } from '../events/knowledge.ts'
import { chargeDays, type ChargeDay } from '../accruals/charge-days.ts'
import { isOpening } from '../events/event.ts'
import { isAtOpen } from '../events/order.ts'
import { bookEvent } from '../booking/book-event.ts'
import { type Booked } from '../booking/booked.ts'
import { settleByContract } from '../booking/settlement.ts'
import { bookTakeOn } from '../booking/take-on.ts'
import { postEntries } from '../ledger/balances.ts'
import { type JournalEntry } from '../ledger/journal-entry.ts'
import { type BenchmarkBook } from '../market/benchmark-book.ts'
import { type PriceBook } from '../market/price-book.ts'
import { type RateBook } from '../market/rate-book.ts'
import { assertControls } from './controls.ts'
import { dayChecks, staleChecks } from './day-checks.ts'
import { accrueAndBill, capitalActivityOf, withoutBills } from './day-expenses.ts'
import { applyChanges, draftOf, type FundState, type Moment, viewOf } from './fund-state.ts'
import { fiscalYearClose, fiscalYearEndBefore } from './fiscal-year-close.ts'
import { type Included } from './inclusion.ts'
import { incomeExceptions } from './income-exceptions.ts'
import { currenciesOf, exactRateFault, type RateOn, rateTimeFaults } from './day-rates.ts'
import { markEntry, type Position, translationEntry, valueHoldings } from './mark.ts'
import { navRoll } from './nav-roll.ts'
import { netAssetsOf, type Strike, strikeClasses } from './strike.ts'
import { takeOnExceptions } from './take-on-exceptions.ts'

/** What the day is closed with, beside its events: what does not change from day to day. */
export type DayContext = {
  readonly fund: Fund
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>
  readonly prices: PriceBook
  readonly rates: RateBook
  readonly benchmarks: BenchmarkBook
  readonly readThrough: Knowledge
  /** Trades that settlement records settle; the rule leaves them alone. */
  readonly settledByRecord: ReadonlySet<RecordId>
  /** Invoices, which are booked against what their day accrued, and so after it, with their settlements. */
  readonly invoices: ReadonlySet<RecordId>
  /** The row of a record, for what is said of a lot that it opened. */
  readonly sourceOf: (record: RecordId) => SourceRow | undefined
  readonly rateOn: RateOn
}

export type ClosedDay = {
  readonly date: CalendarDate
  readonly state: FundState
  readonly entries: readonly JournalEntry[]
  readonly positions: readonly Position[]
  readonly strike: Strike
  /** Wrong data met on the way; where there is any, the strike is not to be used. */
  readonly issues: readonly Issue[]
}

/** Closes `date` on the NAV basis, with the events whose NAV date it is, in the order of booking. */
export function closeDay(state: FundState, date: CalendarDate, events: readonly Included[], context: DayContext): ClosedDay {
  invariant(state.closedThrough === undefined || date > state.closedThrough, `${formatCalendarDate(date)} is closed already`)
  const netAssets = netAssetsOf(state.balances)
  const daysToCharge = (capital: Amount) => chargeDays(state.accruals.chargedThrough, date, { netAssets, capital }, context.fund)
  const worked = workDay(state, { date, markDate: date, settleThrough: date, events, basis: 'nav', daysToCharge }, context)
  const { classes } = worked.strike
  // The value of the day of a take-on is that which the books before published: orders of that day deal at it.
  const priced = new Map([
    ...classes.flatMap(({ classId, navPerShare }) => (navPerShare === undefined ? [] : [[classId, navPerShare] as const])),
    ...events.flatMap(({ event }) => (event.kind === 'opening-shares' ? [[event.payload.classId, Price.toDecimal(event.payload.netAssetValue)] as const] : [])),
  ])
  return { ...worked, state: { ...worked.state, closedThrough: date, navs: priced.size === 0 ? state.navs : { date, byClass: priced, before: state.navs } } }
}

/** The work of a day on either basis. The reporting view (R6.3) does the same on a copy, with what is not in the NAV yet. */
export type DayWork = {
  readonly date: CalendarDate
  /** Day whose prices mark the holdings. */
  readonly markDate: CalendarDate
  /** Contractual settlements due on or before this day are made. */
  readonly settleThrough: CalendarDate
  readonly events: readonly Included[]
  readonly basis: Strike['basis']
  /** The calendar days whose fees and budgets are accrued, given the capital activity of the events: sold less redeemed (R7.1). */
  readonly daysToCharge: (capital: Amount) => readonly ChargeDay[]
}

export function workDay(state: FundState, { date, markDate, settleThrough, events, basis, daysToCharge }: DayWork, context: DayContext): ClosedDay {
  const { fund, settledByRecord, rateOn } = context
  const draft = draftOf(state)
  const entries: JournalEntry[] = []
  const issues: Issue[] = []
  const exceptions: Issue[] = []

  const take = (result: Booked, about: Subject, at: Moment): void => {
    if (!result.ok) {
      for (const issue of result.issues) issues.push({ ...issue, about: { ...issue.about, ...about } })
      return
    }
    for (const entry of result.entries) entries.push(entry)
    for (const exception of result.exceptions) exceptions.push({ ...exception, about: { ...about, date: formatCalendarDate(at.date), ...exception.about } })
    applyChanges(draft, result.changes, at)
  }
  const openings = events.flatMap(({ event }) => (isOpening(event) ? [event] : []))
  if (openings.length > 0) take(bookTakeOn(openings, viewOf(draft, state.navs, context, date)), {}, { date, isAtOpen: false })

  const book = ({ event, navDate }: Included): void => {
    if (isOpening(event)) return
    const { payload, id, effectiveDate } = event
    const about = { record: id, ...('instrument' in payload && payload.instrument !== undefined ? { instrument: payload.instrument } : {}) }
    take(bookEvent(event, viewOf(draft, state.navs, context, navDate)), about, { date: effectiveDate, isAtOpen: isAtOpen(event) })
  }
  const { others, bills } = withoutBills(events, context.invoices)
  /** The records of some days, then what these days are charged, then their invoices. */
  const bookDays = (isIn: (day: CalendarDate) => boolean): void => {
    for (const included of others) if (isIn(included.event.effectiveDate)) book(included)
    const days = daysToCharge(capitalActivityOf(entries)).filter(({ effectiveDate }) => isIn(effectiveDate))
    const due = bills.filter(({ event }) => isIn(event.effectiveDate))
    accrueAndBill(draft, days, due, { fund, navDate: date, basis, post: (entry) => entries.push(entry), book })
  }
  // A fiscal year is closed behind the last record of it, and before the first of the next (R2.3).
  const yearEnd = basis === 'nav' ? fiscalYearEndBefore(date, state.closedThrough, fund) : undefined
  let closing: JournalEntry | undefined
  if (yearEnd !== undefined) {
    bookDays((day) => day <= yearEnd)
    closing = fiscalYearClose(postEntries(state.balances, entries), yearEnd, date)
    if (closing !== undefined) entries.push(closing)
  }
  bookDays((day) => yearEnd === undefined || day > yearEnd)

  for (const obligation of draft.obligations.values()) {
    const { due } = obligation
    if (due === undefined || due > settleThrough || settledByRecord.has(obligation.trade)) continue
    if (policyOn(fund.policies, 'settlement', due)?.settings.method === 'actual') continue
    take(settleByContract({ ...obligation, due }, viewOf(draft, state.navs, context, date)), { record: obligation.trade }, { date: due, isAtOpen: false })
  }

  const booked = postEntries(state.balances, entries)
  const valued = valueHoldings(draft.holdings, markDate, context)
  const translated = translationEntry(booked, date, markDate, fund, rateOn, basis)
  const unpriced = [...valued.issues, ...translated.issues]
  const faults = unpriced.length > 0 ? unpriced : rateTimeFaults(currenciesOf(draft.holdings.keys(), booked, context), markDate, context)
  // One by one here and above: there may be more than a call takes arguments.
  for (const issue of faults) issues.push(issue)
  const isValued = faults.length === 0
  const marks = isValued ? [markEntry(valued.positions, booked, date, fund, basis), translated.entry].filter((entry) => entry !== undefined) : []
  for (const mark of marks) entries.push(mark)
  const balances = postEntries(booked, marks)

  // Closing moves results into capital and nothing else: it is no part of the day's movement.
  const roll = navRoll(closing === undefined ? state.balances : postEntries(state.balances, [closing]), balances)
  if (isValued) {
    const { holdings, obligations, foreignCash } = draft
    assertControls({ balances, holdings, before: state.holdings, obligations: obligations.values(), foreignCash, positions: valued.positions, roll })
  }
  if (openings.length > 0) for (const exception of takeOnExceptions(openings, marks, balances, fund)) exceptions.push(exception)
  if (isValued) {
    const shares = [...draft.outstanding.values()].reduce((total, each) => total + each, 0n) as Shares
    const day = { date, positions: valued.positions, before: state.balances, balances, roll, shares, events: events.map(({ event }) => event) }
    for (const exception of basis === 'nav' ? dayChecks(day, context) : staleChecks({ ...day, date: markDate }, context)) exceptions.push(exception)
  }
  for (const exception of incomeExceptions(draft.obligations.values(), date, context)) exceptions.push(exception)
  const netAssets = netAssetsOf(balances)
  return {
    date,
    entries,
    issues: issues.map((issue) => exactRateFault(issue, context)),
    positions: valued.positions,
    strike: {
      date,
      basis,
      netAssets,
      investments: valued.positions.reduce((total, { value }) => total + value, 0n) as Amount,
      classes: strikeClasses(netAssets, draft.outstanding, fund, date),
      roll,
      readThrough: context.readThrough,
      exceptions,
    },
    state: {
      closedThrough: state.closedThrough,
      balances,
      holdings: draft.holdings,
      outstanding: draft.outstanding,
      quantities: draft.quantities,
      obligations: draft.obligations,
      dividends: draft.dividends,
      foreignCash: draft.foreignCash,
      accruals: draft.accruals,
      navs: state.navs,
    },
  }
}
