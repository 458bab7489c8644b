/** From an entry of the ledger to the record that caused it, and to the fields of it that the entry was made of. */
import { minorUnitDigits } from '../../../values/currency.ts'
import { decimal } from '../../../values/decimal.ts'
import { type EventKind, type FundEvent } from '../../../events/event.ts'
import { type LedgerQuery } from '../../figure.ts'
import { type FigureBook } from '../../figure-book.ts'
import { type Contribution } from '../../statement-books.ts'
import { accrualSources } from '../accrual.ts'
import { NONE, type Parts, withPart } from '../parts.ts'
import { type Cause, type CauseContext, type EventOf } from './cause.ts'
import { currencyExchange } from './currency-exchange.ts'
import { dividend } from './dividend.ts'
import { interest, otherIncome, reclaim, securitiesLending } from './income.ts'
import { invoice } from './invoice.ts'
import { manualEntry } from './manual-entry.ts'
import { nameChange } from './name-change.ts'
import { openingBalance, openingLot, openingShares, takeOnParts } from './opening.ts'
import { order } from './order.ts'
import { settlement } from './settlement.ts'
import { split } from './split.ts'
import { purchase, sale } from './trade.ts'

const causes: { readonly [Kind in EventKind]: Cause<EventOf<Kind>> } = {
  'opening-balance': openingBalance,
  'opening-lot': openingLot,
  'opening-shares': openingShares,
  purchase,
  sale,
  subscription: order,
  redemption: order,
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

/** What the dollars of a record were read from. */
export function dollarsOf(event: FundEvent, figures: FigureBook): Parts {
  return causeOf(event).dollars(event, contextOf(figures))
}

/** What the cash that moves for a record was read from. */
function cashOf(event: FundEvent, figures: FigureBook, accounts?: ReadonlySet<string>): Parts {
  const { cash, dollars } = causeOf(event)
  return cash === undefined ? dollars(event, contextOf(figures)) : cash(event, contextOf(figures), accounts)
}

const contextOf = (figures: FigureBook): CauseContext => ({
  figures,
  dollarsOf: (other) => dollarsOf(other, figures),
  cashOf: (other) => cashOf(other, figures),
})

/** What an entry adds to a balance was read from. What a rule posts for a record is its cash; marks are read through positions. */
export function entryParts({ entry, postings, amount }: Contribution, { positive }: LedgerQuery, figures: FigureBook): Parts {
  const { cause } = entry
  const accounts = new Set<string>(postings.map(({ account }) => account))
  if (cause.by === 'rule' && cause.rule === 'take-on') return takeOnParts(accounts, positive, figures, (event) => dollarsOf(event, figures))
  const { books } = figures
  const part = decimal(amount, minorUnitDigits(books.currency))
  if (cause.by === 'rule' && cause.rule === 'accrual') return withPart(accrualSources(cause, figures), part)
  if (!('record' in cause)) return NONE
  const event = books.eventOf(cause.record)
  // What is prepaid is charged by the invoice's own days, and so by all of its entry.
  if (cause.by === 'rule' && cause.rule !== 'prepaid expense') return withPart(cashOf(event, figures, accounts), part)
  const ofEntry = causeOf(event).entry
  if (ofEntry === undefined) return withPart(dollarsOf(event, figures), part)
  return ofEntry(event, { entry, accounts, positive, part }, contextOf(figures))
}
