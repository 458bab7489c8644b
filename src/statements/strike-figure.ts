/** Figures of the NAV book: what its strikes measured, each a figure of its day on the NAV basis. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { unreachable } from '../values/invariant.ts'
import { publishedRounding } from '../reference/nav-rounding.ts'
import { type Figure, type FigureId, type StrikeMeasure, type Unit } from './figure.ts'
import { type FigureBook } from './figure-book.ts'
import { type CumulativeMeasure } from './nav-index.ts'

/** What the strike of a day measured; the last strike before it serves a day without one. */
export const strikeFigure = (figures: FigureBook, measure: StrikeMeasure, date: CalendarDate, currency?: Currency): Figure =>
  figures.figure({ ...measured(figures, measure, currency), when: { at: date }, basis: 'nav', derivation: { of: 'strike', date, measure, currency } })

/** The change of the last day on or before `through` that had any, from the first of its month; none where the month had none. */
export function strikeChange(
  figures: FigureBook,
  measure: CumulativeMeasure,
  from: CalendarDate,
  through: CalendarDate,
  currency?: Currency,
): readonly FigureId[] {
  const day = figures.books.nav.dayOn(measure, through, currency)
  if (day === undefined || day.date < from) return []
  const { concept, ...common } = measured(figures, measure, currency)
  const period = { from, through: day.date }
  const derivation = { of: 'strike change', measure, period, currency } as const
  return [figures.figure({ concept: `change-in-${concept}`, ...common, when: period, basis: 'nav', derivation }).id]
}

/** The cash in a currency that the NAV book held at the close of the day, or what it cost. */
export const foreignCash = (figures: FigureBook, measure: 'amount' | 'cost', currency: Currency, date: CalendarDate): Figure =>
  figures.figure({
    concept: measure === 'cost' ? 'foreign-cash-cost' : 'foreign-cash-amount',
    subject: currency,
    when: { at: date },
    basis: 'nav',
    unit: measure === 'cost' ? 'money' : 'foreign money',
    derivation: { of: 'foreign cash', measure, currency, date },
    cite: 'R3.41',
  })

/** The published net asset value per share of a day. */
export function publishedNav(figures: FigureBook, date: CalendarDate): Figure {
  const { fund, shareClass } = figures.books
  return figures.figure({
    concept: 'nav-per-share',
    subject: shareClass.id,
    when: { at: date },
    basis: 'nav',
    unit: 'money per share',
    derivation: {
      of: 'quotient',
      numerator: strikeFigure(figures, 'net assets', date).id,
      denominator: strikeFigure(figures, 'shares outstanding', date).id,
      isPercent: false,
      rounding: publishedRounding(fund.policies, date),
    },
    cite: 'R6.5, R6.7',
  })
}

/** What a strike measures, as concepts of the reporting basis say it, with its unit. */
function measured(
  { books }: FigureBook,
  measure: StrikeMeasure,
  currency: Currency | undefined,
): { readonly concept: string; readonly unit: Unit; readonly subject?: string } {
  switch (measure) {
    case 'net assets':
      return { concept: 'net-assets', unit: 'money' }
    case 'investments':
      return { concept: 'investments-at-value', unit: 'money' }
    case 'other assets, net':
      // Where there is foreign money too, what is in base currency is a part of the whole.
      return { concept: books.foreign.currencies.length === 0 ? 'other-assets-net' : 'other-assets-in-base-currency', unit: 'money' }
    case 'foreign items':
      return { concept: 'foreign-items', unit: 'money', ...(currency === undefined ? {} : { subject: currency }) }
    case 'foreign money':
      return { concept: 'foreign-money', unit: 'foreign money', ...(currency === undefined ? {} : { subject: currency }) }
    case 'shares outstanding':
      return { concept: 'shares-outstanding', unit: 'shares', subject: books.shareClass.id }
    case 'units held':
      return { concept: 'units-held', unit: 'units' }
    default:
      return unreachable(measure)
  }
}
