/** Interest, lending income, other income, and what came of reclaims. */
import { fromRows, join, type Parts } from '../parts.ts'
import { row } from '../source-field.ts'
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
    const { amount, of } = event.payload
    if (amount !== undefined) return fromRows([row(event, ['amount'], figures)])
    const all = figures.books.reclaimsOf(of)
    const earlier = all.slice(0, all.indexOf(event))
    const dividend = figures.books.eventOf(of)
    const asked = dividend.kind === 'dividend' ? reclaimParts(dividend, figures) : fromRows([row(dividend, ['debit'], figures)])
    return join([fromRows([row(event, [], figures)]), asked, fromRows(earlier.map((each) => row(each, ['amount'], figures)))])
  },
}
