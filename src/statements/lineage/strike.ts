/**
 * What a strike of the NAV book rests on. Net assets are investments, of the units held and the day's prices and rates, what
 * there is in each foreign currency, at its rate, and all else; units, shares, foreign money and all else stand where the
 * month before left them, but for the month's events. So a step is small, and no day lists again what the days before it list.
 */
import { addDays, yearMonthDay } from '../../values/calendar-date.ts'
import { type Currency } from '../../values/currency.ts'
import { unreachable } from '../../values/invariant.ts'
import { type Instrument } from '../../reference/instrument.ts'
import { priceOn } from '../../valuation/price-selection.ts'
import { type Derivation } from '../figure.ts'
import { type FigureBook } from '../figure-book.ts'
import { strikeChange, strikeFigure } from '../strike-figure.ts'
import { type ShareEvent, tradesIn } from '../trade-events.ts'
import { accrualParts, invoiceParts } from './accrual.ts'
import { moneyOf } from './causes/causes.ts'
import { shareParts } from './causes/order.ts'
import { fromFigures, fromRows, join, type Parts } from './parts.ts'
import { multiplierOf, priceField, rateFields, unitsRow } from './source-field.ts'

export function strikeParts({ measure, date, currency }: Extract<Derivation, { of: 'strike' }>, figures: FigureBook): Parts {
  const { nav, fund, replay, instruments, foreign } = figures.books
  switch (measure) {
    case 'net assets':
      return fromFigures([
        strikeFigure(figures, 'investments', date).id,
        strikeFigure(figures, 'other assets, net', date).id,
        ...foreign.currenciesOn(date).map((each) => strikeFigure(figures, 'foreign items', date, each).id),
      ])
    case 'investments': {
      const sources = nav.heldOn(date).flatMap((id) => {
        const instrument = instruments.get(id) as Instrument
        const { found } = priceOn(replay.book.prices, fund.policies, instrument, date)
        return found === undefined ? [] : [priceField(found.observation), multiplierOf(instrument), ...rateFields(instrument.currency, date, figures)]
      })
      return join([fromFigures(nav.dayOn('units held', date) === undefined ? [] : [strikeFigure(figures, 'units held', date).id]), fromRows(sources)])
    }
    case 'foreign items': {
      const isNothing = foreign.localOn(currency as Currency, date).every((local) => local === 0n)
      return {
        operands: [strikeFigure(figures, 'foreign money', date, currency).id],
        sources: isNothing ? [] : rateFields(currency as Currency, date, figures),
      }
    }
    case 'shares outstanding':
    case 'other assets, net':
    case 'foreign money':
    case 'units held': {
      const from = addDays(date, 1 - yearMonthDay(date).day)
      const before = nav.strikeOn(addDays(from, -1))
      const hasBefore = before !== undefined && nav.dayOn(measure, before.date, currency) !== undefined
      const opening = hasBefore ? [strikeFigure(figures, measure, before.date, currency).id] : []
      return fromFigures([...opening, ...strikeChange(figures, measure, from, date, currency)])
    }
    default:
      return unreachable(measure)
  }
}

/** The change through the day before, and the records of the day. */
export function strikeChangeParts({ measure, period, currency }: Extract<Derivation, { of: 'strike change' }>, figures: FigureBook): Parts {
  const { events = [], accruals = [] } = figures.books.nav.dayOn(measure, period.through, currency) ?? {}
  const parts = events.map((event): Parts => {
    if (measure === 'other assets, net' || measure === 'foreign money')
      return event.kind === 'invoice' ? invoiceParts(event, figures) : moneyOf(event, figures, currency)
    if (measure === 'units held') return fromRows(tradesIn(event).map((trade) => unitsRow(trade, figures)))
    return shareParts(event as ShareEvent, figures)
  })
  // What a split adds to units is found from those before it.
  const before = measure === 'units held' && events.some(({ kind }) => kind === 'split') ? figures.books.nav.strikeOn(addDays(period.through, -1)) : undefined
  return join([
    fromFigures(strikeChange(figures, measure, period.from, addDays(period.through, -1), currency)),
    fromFigures(before === undefined ? [] : [strikeFigure(figures, measure, before.date).id]),
    ...parts,
    ...accruals.map((entry) => accrualParts(entry, figures)),
  ])
}
