/** From an entry of the ledger to the record that caused it, and to the fields of it that the entry was made of. */
import { type Currency, minorUnitDigits } from '../../../values/currency.ts'
import { decimal } from '../../../values/decimal.ts'
import { type EventKind, type FundEvent } from '../../../events/event.ts'
import { type LedgerQuery } from '../../figure.ts'
import { type FigureBook } from '../../figure-book.ts'
import { type Contribution, settlesForeign } from '../../statement-books.ts'
import { isBasketTrade, type TradeEvent } from '../../trade-events.ts'
import { accrualSources } from '../accrual.ts'
import { exchangeParts, foreignSettlementParts } from '../foreign-cash.ts'
import { fromRows, join, NONE, type Parts, withoutTerms, withPart } from '../parts.ts'
import { rateFields } from '../source-field.ts'
import { type Cause, type CauseContext, type EventOf } from './cause.ts'
import { currencyExchange, sideIn } from './currency-exchange.ts'
import { dividend, wholeDividend } from './dividend.ts'
import { interest, otherIncome, reclaim, securitiesLending } from './income.ts'
import { inKind, lineValueParts } from './in-kind.ts'
import { invoice } from './invoice.ts'
import { linesMoved, manualEntry } from './manual-entry.ts'
import { nameChange } from './name-change.ts'
import { openingBalance, openingLot, openingShares, takeOnParts } from './opening.ts'
import { order } from './order.ts'
import { settlement } from './settlement.ts'
import { shareSplit } from './share-split.ts'
import { split } from './split.ts'
import { purchase, sale } from './trade.ts'

const causes: { readonly [Kind in EventKind]: Cause<EventOf<Kind>> } = {
  'opening-balance': openingBalance,
  'opening-lot': openingLot,
  'opening-shares': openingShares,
  purchase,
  sale,
  subscription: order,
  'creation-in-kind': inKind,
  redemption: order,
  'redemption-in-kind': inKind,
  'share-split': shareSplit,
  split,
  'name-change': nameChange,
  'currency-exchange': currencyExchange,
  invoice,
  dividend,
  interest,
  'securities-lending': securitiesLending,
  'other-income': otherIncome,
  settlement,
  reclaim,
  'manual-entry': manualEntry,
}

const causeOf = ({ kind }: FundEvent): Cause<FundEvent> => causes[kind] as Cause<FundEvent>

export const contextOf = (figures: FigureBook): CauseContext => ({
  figures,
  dollarsOf: (event) => dollarsOf(event, figures),
  cashOf: (event, accounts) => cashOf(event, figures, accounts),
  counterValueOf: (event) => counterValueOf(event, figures),
  costOf: (trade) => costOfTrade(trade, figures),
  cashValueOf: (event, accounts) => atOwnRate(event, cashOf(event, figures, accounts), figures),
})

/** What the money of a record was read from, in its own currency. */
export const dollarsOf = (event: FundEvent, figures: FigureBook): Parts => causeOf(event).dollars(event, contextOf(figures))

/** What the cash that moves for a record was read from. */
function cashOf(event: FundEvent, figures: FigureBook, accounts?: ReadonlySet<string>): Parts {
  const { cash, dollars } = causeOf(event)
  return cash === undefined ? dollars(event, contextOf(figures)) : cash(event, contextOf(figures), accounts)
}

/** The money of a record in base currency (R3.39). */
export const counterValueOf = (event: FundEvent, figures: FigureBook): Parts => atOwnRate(event, dollarsOf(event, figures), figures)

/** Money of a record in base currency: at the rate of its day, or as it has a value of its own. */
function atOwnRate(event: FundEvent, money: Parts, figures: FigureBook): Parts {
  const stated = causeOf(event).counterValue?.(event, contextOf(figures))
  return stated ?? join([money, fromRows(rateFields(figures.books.currencyOf(event), event.effectiveDate, figures))])
}

/** What an event moves of the items in one currency, or of all else; an entry by hand has lines of both. */
export function moneyOf(event: FundEvent, figures: FigureBook, currency?: Currency): Parts {
  if (event.kind === 'manual-entry') return linesMoved(event, figures, currency)
  if (event.kind === 'currency-exchange') return sideIn(event, currency ?? figures.books.currency, figures)
  // Cash to come and tax to be reclaimed are two items, each rounded by itself.
  if (event.kind === 'dividend' && currency !== undefined)
    return join([dollarsOf(event, figures), wholeDividend(event, figures), ...reversedBy(event, figures)].map(withoutTerms))
  return currency === undefined && event.kind === 'opening-balance' ? counterValueOf(event, figures) : dollarsOf(event, figures)
}

const reversedBy = ({ payload: { reverses } }: EventOf<'dividend'>, figures: FigureBook): readonly Parts[] =>
  reverses === undefined ? [] : [wholeDividend(figures.books.eventOf(reverses) as EventOf<'dividend'>, figures)]

/** What a trade that opens a lot paid for it: its dollars, or the value of a line that came in kind. */
export const costOfTrade = (trade: TradeEvent, figures: FigureBook): Parts =>
  isBasketTrade(trade) ? lineValueParts(trade, figures) : counterValueOf(trade, figures)

/** What an entry adds to a balance was read from. What a rule posts for a record is its cash; marks are read through positions. */
export function entryParts({ entry, postings, amount }: Contribution, query: LedgerQuery, figures: FigureBook): Parts {
  const { cause } = entry
  const accounts = new Set<string>(postings.map(({ account }) => account))
  if (cause.by === 'rule' && cause.rule === 'take-on') return takeOnParts(query, contextOf(figures))
  const { books } = figures
  const isLocal = query.measure === 'local'
  const part = decimal(amount, minorUnitDigits(isLocal ? (query.currency ?? books.currency) : books.currency))
  if (cause.by === 'rule' && cause.rule === 'accrual') return withPart(accrualSources(cause, figures), part)
  if (!('record' in cause)) return NONE
  const event = books.eventOf(cause.record)
  if (!isLocal && settlesForeign(entry, books.currency)) return withPart(foreignSettlementParts(entry, query, contextOf(figures)), part)
  if (!isLocal && event.kind === 'currency-exchange') return withPart(exchangeParts(event, entry, query, contextOf(figures)), part)
  if (isLocal && event.kind === 'currency-exchange') return withPart(sideIn(event, query.currency ?? books.currency, figures), part)
  // What is prepaid is charged by the invoice's own days, and so by all of its entry.
  if (cause.by === 'rule' && cause.rule !== 'prepaid expense') return withPart(cashOf(event, figures, accounts), part)
  const ofEntry = causeOf(event).entry
  if (ofEntry === undefined) return withPart(isLocal ? dollarsOf(event, figures) : counterValueOf(event, figures), part)
  return ofEntry(event, { entry, accounts, postings, isLocal, positive: query.positive, part }, contextOf(figures))
}
