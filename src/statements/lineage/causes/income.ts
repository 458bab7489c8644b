/** Interest, lending income, other income, and what came of reclaims. */
import { type FigureBook } from '../../figure-book.ts'
import { fromRows, join, type Parts, withoutTerms } from '../parts.ts'
import { row, type SourceField } from '../source-field.ts'
import { type Cause, type EventOf } from './cause.ts'
import { reclaimParts } from './dividend.ts'

export const interest: Cause<EventOf<'interest'>> = {
  dollars: (event, { figures }) => fromRows([row(event, event.payload.isStated ? ['amount'] : ['balance', 'rate'], figures)]),
}

export const securitiesLending: Cause<EventOf<'securities-lending'>> = {
  dollars: (event, { figures }) => fromRows([row(event, ['earned', 'rebate', event.payload.agentRate === undefined ? 'agent_fee' : 'agent_rate'], figures)]),
}

export const otherIncome: Cause<EventOf<'other-income'>> = {
  dollars: (event, { figures }) => fromRows([row(event, ['amount'], figures)]),
}

/** As stated; or all that the dividend reclaims, less what came before. */
export const reclaim: Cause<EventOf<'reclaim'>> = {
  dollars: (event, { figures }): Parts => {
    if (event.payload.amount !== undefined) return fromRows([row(event, ['amount'], figures)])
    return join([fromRows([row(event, [], figures)]), askedParts(event, figures), fromRows(earlierReclaims(event, figures))])
  },
  // What is written off, or exchanged for cash, is a part of what the tax was booked at on the day of the dividend.
  counterValue: (event, { figures, dollarsOf, counterValueOf }) => {
    const { books } = figures
    const of = books.eventOf(event.payload.of)
    if (books.currencyOf(of) === books.currency) return undefined
    return join([withoutTerms(dollarsOf(event)), counterValueOf(of), fromRows(earlierReclaims(event, figures))])
  },
}

/** The tax that was to be reclaimed. */
function askedParts({ payload: { of } }: EventOf<'reclaim'>, figures: FigureBook): Parts {
  const asked = figures.books.eventOf(of)
  return asked.kind === 'dividend' ? reclaimParts(asked, figures) : fromRows([row(asked, ['debit'], figures)])
}

function earlierReclaims(event: EventOf<'reclaim'>, figures: FigureBook): readonly SourceField[] {
  const all = figures.books.reclaimsOf(event.payload.of)
  return all.slice(0, all.indexOf(event)).map((each) => row(each, ['amount'], figures))
}
