/** Positions (R12.3): settled and pending units at the custodian, with those lent out, against the books' units on trade date. No tolerance. */
import { Quantity } from '../values/scaled.ts'
import { ZERO } from '../values/decimal.ts'
import { type InstrumentId } from '../reference/instrument.ts'
import { type BookSide, unitValue, worth } from './book-side.ts'
import { comparison, type Comparison } from './comparison.ts'
import { asLargeAs } from './compare-cash.ts'
import { type GivenPosition } from './given-records.ts'

export function comparePositions(books: BookSide, given: readonly GivenPosition[]): readonly Comparison[] {
  return [...Map.groupBy(given, ({ date }) => date)].flatMap(([date, rows]) => {
    const view = books.viewOn(date)
    const { holdings } = view.state
    const byInstrument = Map.groupBy(rows, ({ instrument }) => instrument)
    return [...new Set<InstrumentId>([...holdings.keys(), ...byInstrument.keys()])].toSorted().map((instrument) => {
      const own = byInstrument.get(instrument) ?? []
      const held = own.reduce((total, { settled, pending, onLoan }) => total + settled + pending + onLoan, 0n) as Quantity
      const sides = {
        matter: 'position',
        subject: instrument,
        date,
        unit: 'units',
        ours: Quantity.toDecimal(holdings.get(instrument)?.quantity ?? (0n as Quantity)),
        theirs: Quantity.toDecimal(held),
        source: own[0]?.source,
      } as const
      return comparison(sides, ZERO, (difference) => ({
        effect: worth(difference, unitValue(view, instrument, books.fund)),
        causes: asLargeAs(difference, date, books.units.get(instrument) ?? []),
      }))
    })
  })
}
