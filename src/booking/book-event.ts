/** The door of the room: one event, one view of the books, entries and changes out. Behind it nobody asks for the kind again. */
import { unreachable } from '../values/invariant.ts'
import { type FundEvent, type OpeningEvent } from '../events/event.ts'
import { type Booked, type BookView } from './booked.ts'
import { bookRedemption, bookSubscription } from './capital.ts'
import { bookManualEntry } from './manual-entry.ts'
import { bookPurchase } from './purchase.ts'
import { bookSale } from './sale.ts'
import { bookSettlement } from './settlement.ts'
import { bookSplit } from './split.ts'

/** Any event but those that a fund is taken on with, which are booked together: `bookTakeOn`. */
export function bookEvent(event: Exclude<FundEvent, OpeningEvent>, view: BookView): Booked {
  switch (event.kind) {
    case 'subscription':
      return bookSubscription(event, view)
    case 'redemption':
      return bookRedemption(event, view)
    case 'purchase':
      return bookPurchase(event, view)
    case 'sale':
      return bookSale(event, view)
    case 'split':
      return bookSplit(event, view)
    case 'settlement':
      return bookSettlement(event, view)
    case 'manual-entry':
      return bookManualEntry(event, view)
    default:
      return unreachable(event)
  }
}
