/**
 * What a strike of the NAV book rests on. Net assets are investments, of the units held and the day's prices, and all else;
 * units, shares and all else stand where the month before left them, but for the month's events. So a step is small, and
 * no day lists again what the days before it list.
 */
import { addDays, yearMonthDay } from '../../values/calendar-date.ts'
import { unreachable } from '../../values/invariant.ts'
import { type Instrument } from '../../reference/instrument.ts'
import { priceOn } from '../../valuation/price-selection.ts'
import { type Derivation } from '../figure.ts'
import { type FigureBook } from '../figure-book.ts'
import { strikeChange, strikeFigure } from '../strike-figure.ts'
import { dollarsOf } from './causes/causes.ts'
import { type ShareEvent, shareParts } from './causes/order.ts'
import { fromFigures, fromRows, join, type Parts } from './parts.ts'
import { multiplierOf, priceField, unitsRow } from './source-field.ts'

export function strikeParts({ measure, date }: Extract<Derivation, { of: 'strike' }>, figures: FigureBook): Parts {
  const { nav, fund, replay, instruments } = figures.books
  switch (measure) {
    case 'net assets':
      return fromFigures([strikeFigure(figures, 'investments', date).id, strikeFigure(figures, 'other assets, net', date).id])
    case 'investments': {
      const sources = nav.heldOn(date).flatMap((id) => {
        const instrument = instruments.get(id) as Instrument
        const { found } = priceOn(replay.book.prices, fund.policies, instrument, date)
        return found === undefined ? [] : [priceField(found.observation), multiplierOf(instrument)]
      })
      return { operands: nav.dayOn('units held', date) === undefined ? [] : [strikeFigure(figures, 'units held', date).id], sources }
    }
    case 'shares outstanding':
    case 'other assets, net':
    case 'units held': {
      const from = addDays(date, 1 - yearMonthDay(date).day)
      const before = nav.strikeOn(addDays(from, -1))
      const opening = before === undefined || nav.dayOn(measure, before.date) === undefined ? [] : [strikeFigure(figures, measure, before.date).id]
      return fromFigures([...opening, ...strikeChange(figures, measure, from, date)])
    }
    default:
      return unreachable(measure)
  }
}

/** The change through the day before, and the records of the day. */
export function strikeChangeParts({ measure, period }: Extract<Derivation, { of: 'strike change' }>, figures: FigureBook): Parts {
  const events = figures.books.nav.dayOn(measure, period.through)?.events ?? []
  const parts = events.map((event): Parts => {
    if (measure === 'other assets, net') return dollarsOf(event, figures)
    if (event.kind === 'opening-lot' || event.kind === 'purchase' || event.kind === 'sale' || event.kind === 'split')
      return fromRows([unitsRow(event, figures)])
    return shareParts(event as ShareEvent, figures)
  })
  return join([fromFigures(strikeChange(figures, measure, period.from, addDays(period.through, -1))), ...parts])
}
