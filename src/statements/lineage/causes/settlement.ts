/** Settlements: cash as stated, or what their quantity is of what earlier settlements left of the trade (R3.10). */
import { type SettlementEvent } from '../../statement-books.ts'
import { fromRows, join } from '../parts.ts'
import { row } from '../source-field.ts'
import { type Cause } from './cause.ts'

export const settlement: Cause<SettlementEvent> = {
  dollars: (event, { figures, cashOf }) => {
    const { books } = figures
    const { amount, of } = event.payload
    if (amount !== undefined) return fromRows([row(event, ['amount'], figures)])
    const trade = books.eventOf(of)
    const all = books.settlementsOf(of)
    const earlier = all.slice(0, all.indexOf(event))
    const units = trade.kind === 'purchase' || trade.kind === 'sale' ? [row(trade, ['quantity'], figures)] : []
    return join([
      fromRows([row(event, ['quantity'], figures)]),
      cashOf(trade),
      fromRows([...units, ...earlier.map((settled) => row(settled, ['quantity', 'amount'], figures))]),
    ])
  },
}
