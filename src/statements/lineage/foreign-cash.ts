/**
 * What settlements in a foreign currency were made from (R3.41): what the trade was booked at, by its own day's rate; the cash,
 * at the rate of the day where it comes in, and at the average of what was there where it goes out. The average rests on all
 * moves of that cash; they are told month by month, as the strikes are.
 */
import { addDays, yearMonthDay } from '../../values/calendar-date.ts'
import { type Currency } from '../../values/currency.ts'
import { accounts } from '../../reference/chart-of-accounts.ts'
import { type FundEvent } from '../../events/event.ts'
import { type JournalEntry } from '../../ledger/journal-entry.ts'
import { type Derivation, type LedgerQuery } from '../figure.ts'
import { type FigureBook } from '../figure-book.ts'
import { type CashMove } from '../foreign-items.ts'
import { lastOn } from '../nav-index.ts'
import { foreignCash } from '../strike-figure.ts'
import { type CauseContext, type EventOf } from './causes/cause.ts'
import { sideIn } from './causes/currency-exchange.ts'
import { cashLines } from './causes/manual-entry.ts'
import { takeOnParts } from './causes/opening.ts'
import { fromFigures, fromRows, join, NONE, type Parts, withoutPart } from './parts.ts'
import { rateFields, row, type SourceField } from './source-field.ts'

/** What a settlement in a foreign currency, or a reclaim that came in one, adds to a balance in base currency. */
export function foreignSettlementParts(entry: JournalEntry, query: LedgerQuery, context: CauseContext): Parts {
  const { books } = context.figures
  const { cause } = entry
  if (!('record' in cause)) return NONE
  const taken = new Set<string>(query.accounts)
  const isGain = taken.has(accounts.realizedCurrency)
  const isCash = taken.has(accounts.foreignCurrency)
  const isItem = entry.postings.some(({ account }) => account !== accounts.foreignCurrency && account !== accounts.realizedCurrency && taken.has(account))
  const event = books.eventOf(cause.record)
  return join([
    isCash || isGain || isItem ? moneyMoved(event, taken, context) : NONE,
    isGain || isItem ? carriedParts(event, taken, context) : NONE,
    isGain || isCash ? costParts(entry, books.currencyOf(event), context) : NONE,
  ])
}

/** The money that a settlement, a reclaim, or the rule for a record moves. */
const moneyMoved = (event: FundEvent, taken: ReadonlySet<string>, { dollarsOf, cashOf }: CauseContext): Parts =>
  event.kind === 'settlement' || event.kind === 'reclaim' ? dollarsOf(event) : cashOf(event, taken)

/** What is carried is a part of what the record was booked at, less what earlier settlements took of it. */
function carriedParts(event: FundEvent, taken: ReadonlySet<string>, { figures, cashValueOf, counterValueOf }: CauseContext): Parts {
  const { books } = figures
  if (event.kind === 'reclaim') return counterValueOf(event)
  if (event.kind !== 'settlement') return cashValueOf(event, taken)
  const settled = books.settlementsOf(event.payload.of)
  const earlier = settled.slice(
    0,
    settled.findIndex(({ id }) => id === event.id),
  )
  return join([cashValueOf(books.eventOf(event.payload.of)), fromRows(earlier.map((each) => row(each, ['quantity', 'amount'], figures)))])
}

/**
 * What an exchange of currencies adds to a balance in base currency: its two amounts; for what was sold its average cost; and
 * between two foreign currencies the rate of the day of the one bought, which is what the exchange is worth.
 */
export function exchangeParts(event: EventOf<'currency-exchange'>, entry: JournalEntry, query: LedgerQuery, context: CauseContext): Parts {
  const { bought, sold } = event.payload
  const base = context.figures.books.currency
  const isCost = query.accounts.includes(accounts.foreignCurrency) || query.accounts.includes(accounts.realizedCurrency)
  const currencies = [bought.currency, sold.currency].filter((currency) => currency !== base)
  return join([exchangeWorth(event, context), ...(isCost ? currencies.map((currency) => costParts(entry, currency, context)) : [])])
}

const exchangeWorth = (event: EventOf<'currency-exchange'>, { figures, dollarsOf }: CauseContext): Parts => {
  const { bought, sold } = event.payload
  const { currency: base } = figures.books
  const isCross = bought.currency !== base && sold.currency !== base
  return join([dollarsOf(event), isCross ? fromRows(rateFields(bought.currency, event.effectiveDate, figures)) : NONE])
}

/** The cost at which an entry moved the cash in a currency: the rate of its day, the average before it, or both. */
function costParts(entry: JournalEntry, currency: Currency, context: CauseContext): Parts {
  const { figures } = context
  const moves = figures.books.foreign.movesOf(currency)
  const at = moves.findIndex((move) => move.entry === entry)
  const move = moves[at]
  if (move === undefined) return NONE
  const rate = fromRows(ownRate(move, figures))
  if (!move.isAtCost) return rate
  const before = moves.slice(0, at)
  const last = before.findLast(({ date }) => date < move.date)
  const ofDay = before.filter(({ date }) => date === move.date)
  return join([
    rate,
    last === undefined ? NONE : fromFigures([foreignCash(figures, 'cost', currency, last.date).id, foreignCash(figures, 'amount', currency, last.date).id]),
    ...ofDay.flatMap((each) => [amountParts(each, context), statedCost(each, context), fromRows(ownRate(each, figures))].map(withoutPart)),
  ])
}

/**
 * The cash in a currency on a day, or its cost: that of the month before, and the month's moves. What goes out at the average
 * rests on the amount that was there too.
 */
export function foreignCashParts({ measure, currency, date }: Extract<Derivation, { of: 'foreign cash' }>, context: CauseContext): Parts {
  const { figures } = context
  const from = addDays(date, 1 - yearMonthDay(date).day)
  const moves = figures.books.foreign.movesOf(currency)
  const ofMonth = moves.filter((move) => move.date >= from && move.date <= date)
  const before = lastOn(moves, addDays(from, -1))
  const opening = (of: 'amount' | 'cost'): Parts => (before === undefined ? NONE : fromFigures([foreignCash(figures, of, currency, before.date).id]))
  if (measure === 'amount') return join([opening('amount'), ...ofMonth.map((move) => amountParts(move, context))])
  const lastAtCost = ofMonth.findLastIndex(({ isAtCost }) => isAtCost)
  return join([
    opening('cost'),
    lastAtCost < 0 ? NONE : opening('amount'),
    ...ofMonth.flatMap((move, at) => {
      const stated = statedCost(move, context)
      // An entry that states its cost needs no amount for it; the averages after it do.
      return [stated === NONE || at < lastAtCost ? amountParts(move, context) : NONE, stated, fromRows(ownRate(move, figures))]
    }),
  ])
}

/** What an entry moves of the cash in a currency. */
function amountParts({ entry, currency }: CashMove, context: CauseContext): Parts {
  const { cause, effectiveDate } = entry
  const query = { accounts: [accounts.foreignCurrency], positive: 'debit', through: effectiveDate, currency, measure: 'local' } as const
  if (cause.by === 'rule' && cause.rule === 'take-on') return takeOnParts(query, context)
  if (!('record' in cause)) return NONE
  const event = context.figures.books.eventOf(cause.record)
  if (event.kind === 'manual-entry') return cashLines(event, currency, 'amount', context.figures.books.currency)
  if (event.kind === 'currency-exchange') return sideIn(event, currency, context.figures)
  return moneyMoved(event, new Set([accounts.foreignCurrency]), context)
}

/** The cost of what it moves, where the record states it: an entry by hand, or cash with which the fund was taken on. */
function statedCost({ entry, currency }: CashMove, context: CauseContext): Parts {
  const { cause, effectiveDate } = entry
  if (cause.by === 'rule' && cause.rule === 'take-on')
    return takeOnParts({ accounts: [accounts.foreignCurrency], positive: 'debit', through: effectiveDate, currency }, context)
  const event = 'record' in cause ? context.figures.books.eventOf(cause.record) : undefined
  if (event?.kind === 'currency-exchange') return exchangeWorth(event, context)
  return event?.kind === 'manual-entry' ? cashLines(event, currency, 'cost', context.figures.books.currency) : NONE
}

/** The rate of its day, where it is taken at one; an entry that states its cost is not. */
function ownRate({ isAtRate, currency, entry }: CashMove, figures: FigureBook): readonly SourceField[] {
  const { cause } = entry
  const isStated = cause.by === 'rule' ? cause.rule === 'take-on' : cause.kind === 'manual-entry' || cause.kind === 'currency-exchange'
  return isAtRate && !isStated ? rateFields(currency, entry.effectiveDate, figures) : []
}
