/** The door of the room: one event, one view of the books, entries and changes out. Behind it nobody asks for the kind again. */
import { unreachable } from '../values/invariant.ts'
import { type FundEvent, type OpeningEvent } from '../events/event.ts'
import { type Booked, type BookView } from './booked.ts'
import { bookRedemption, bookSubscription } from './capital.ts'
import { bookCurrencyExchange } from './currency-exchange.ts'
import { bookDividend } from './dividend.ts'
import { bookCreationInKind, bookRedemptionInKind } from './in-kind.ts'
import { bookInterest } from './interest.ts'
import { bookInvoice } from './invoice.ts'
import { bookManualEntry } from './manual-entry.ts'
import { bookOtherIncome } from './other-income.ts'
import { bookNameChange } from './name-change.ts'
import { bookPurchase } from './purchase.ts'
import { bookReclaim } from './reclaim.ts'
import { bookSale } from './sale.ts'
import { bookSecuritiesLending } from './securities-lending.ts'
import { bookSettlement } from './settlement.ts'
import { bookShareSplit } from './share-split.ts'
import { bookSplit } from './split.ts'

/** Any event but those that a fund is taken on with, which are booked together: `bookTakeOn`. */
export function bookEvent(event: Exclude<FundEvent, OpeningEvent>, view: BookView): Booked {
  switch (event.kind) {
    case 'subscription':
      return bookSubscription(event, view)
    case 'creation-in-kind':
      return bookCreationInKind(event, view)
    case 'redemption':
      return bookRedemption(event, view)
    case 'redemption-in-kind':
      return bookRedemptionInKind(event, view)
    case 'purchase':
      return bookPurchase(event, view)
    case 'sale':
      return bookSale(event, view)
    case 'name-change':
      return bookNameChange(event, view)
    case 'currency-exchange':
      return bookCurrencyExchange(event, view)
    case 'share-split':
      return bookShareSplit(event, view)
    case 'split':
      return bookSplit(event, view)
    case 'dividend':
      return bookDividend(event, view)
    case 'interest':
      return bookInterest(event, view)
    case 'securities-lending':
      return bookSecuritiesLending(event, view)
    case 'other-income':
      return bookOtherIncome(event, view)
    case 'reclaim':
      return bookReclaim(event, view)
    case 'settlement':
      return bookSettlement(event, view)
    case 'invoice':
      return bookInvoice(event, view)
    case 'manual-entry':
      return bookManualEntry(event, view)
    default:
      return unreachable(event)
  }
}
