/** Positions: units by trades, cost by what lots were bought for, value by units and the price of the day. */
import { type Instrument } from '../../reference/instrument.ts'
import { positionQuantity } from '../concepts/securities.ts'
import { type Derivation } from '../figure.ts'
import { type FigureBook } from '../figure-book.ts'
import { isDisposal } from '../trade-events.ts'
import { costOfTrade } from './causes/causes.ts'
import { fromRows, join, NONE, type Parts } from './parts.ts'
import { multiplierOf, priceField, rateFields, row, unitsRow } from './source-field.ts'

export function positionParts({ measure, instrument: id, date }: Extract<Derivation, { of: 'position' }>, figures: FigureBook): Parts {
  const { books } = figures
  const trades = books.tradesOf(id).filter(({ effectiveDate }) => effectiveDate <= date)
  switch (measure) {
    case 'quantity':
      return fromRows(trades.map((event) => unitsRow(event, figures)))
    case 'cost': {
      // A sale relieves a part of a lot's cost by quantity, so then quantities matter too (R4.3); a split that pays a fraction in cash is one.
      const hasSales = trades.some((event) => isDisposal(event) || (event.kind === 'split' && event.payload.fractions === 'cash'))
      return join(
        trades.map((event) => {
          if (isDisposal(event)) return fromRows([row(event, ['quantity', 'lots'], figures)])
          if (event.kind === 'split') return hasSales ? fromRows([unitsRow(event, figures)]) : NONE
          return join([costOfTrade(event, figures), hasSales ? fromRows([row(event, ['quantity'], figures)]) : NONE])
        }),
      )
    }
    case 'value': {
      const position = books.position(date, id)
      const quantity = positionQuantity({ figures, period: { from: date, through: date } }, id)
      return {
        operands: [quantity.id],
        sources:
          position === undefined
            ? []
            : [priceField(position.price), multiplierOf(books.instruments.get(id) as Instrument), ...rateFields(position.currency, date, figures)],
      }
    }
  }
}
