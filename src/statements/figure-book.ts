/**
 * The figures of a report: each made once, on demand, from the books or from other figures. The only place where a
 * derivation is evaluated, so that amount and lineage cannot part.
 */
import { addDays, type CalendarDate } from '../values/calendar-date.ts'
import { type Currency, minorUnitDigits } from '../values/currency.ts'
import { compare, decimal, type Decimal, divideRound, isZero, ONE, product, round, subtract, sum, ZERO } from '../values/decimal.ts'
import { translate } from '../values/exchange-rate.ts'
import { invariant, unreachable } from '../values/invariant.ts'
import { isSameData } from '../values/same-data.ts'
import { Quantity, Shares } from '../values/scaled.ts'
import { type Basis } from '../nav/strike.ts'
import { type Derivation, type Figure, figureId, type FigureId, type PeriodName, periodName, type StrikeMeasure, type Unit, type When } from './figure.ts'
import { lastOn } from './nav-index.ts'
import { inUnitsAfter, movementsOf } from './share-history.ts'
import { contributions, type StatementBooks } from './statement-books.ts'

export type FigureBook = {
  readonly books: StatementBooks
  readonly nameOf: PeriodName
  /** The figure of that concept and context; made from the derivation the first time, and the same object ever after: it is defined one way only. */
  readonly figure: (definition: FigureDefinition) => Figure
  readonly get: (id: FigureId) => Figure
  readonly has: (id: string) => id is FigureId
  readonly all: () => readonly Figure[]
}

export type FigureDefinition = {
  readonly concept: string
  readonly subject?: string
  readonly when: When
  readonly basis?: Basis
  readonly unit: Unit
  readonly derivation: Derivation
  readonly cite?: string
}

export function figureBook(books: StatementBooks): FigureBook {
  const { inception, fiscalYearEnd } = books.fund.series
  const nameOf = periodName(inception, fiscalYearEnd)
  const figures = new Map<string, Figure>()
  const get = (id: FigureId): Figure => {
    const found = figures.get(id)
    invariant(found !== undefined, `figure ${id} is read before it is made`)
    return found
  }
  return {
    books,
    nameOf,
    get,
    has: (id): id is FigureId => figures.has(id),
    all: () => [...figures.values()],
    figure: ({ concept, subject, when, basis = 'reporting', unit, derivation, cite }) => {
      const context = { subject, when, basis }
      const id = figureId(concept, context, nameOf)
      const known = figures.get(id)
      if (known !== undefined) {
        const isSame = known.unit === unit && known.cite === cite && isSameData(known.derivation, derivation)
        invariant(isSame, `two figures with concept and context ${id}`)
        return known
      }
      const made: Figure = { id, concept, context, amount: evaluate(derivation, books, get), unit, derivation, cite }
      figures.set(id, made)
      return made
    },
  }
}

/** The amount of a derivation, exact but where it says how it rounds. */
export function evaluate(derivation: Derivation, books: StatementBooks, get: (id: FigureId) => Figure): Decimal {
  const amountOf = (id: FigureId): Decimal => get(id).amount
  const digits = minorUnitDigits(books.currency)
  switch (derivation.of) {
    case 'ledger balance':
      return decimal(
        contributions(books.entries, derivation.query, books.currency).reduce((total, { amount }) => total + amount, 0n),
        derivation.query.measure === 'local' ? minorUnitDigits(derivation.query.currency ?? books.currency) : digits,
      )
    case 'position': {
      const position = books.position(derivation.date, derivation.instrument)
      if (position === undefined) return ZERO
      return derivation.measure === 'quantity' ? Quantity.toDecimal(position.quantity) : decimal(position[derivation.measure], digits)
    }
    case 'share count':
      return decimal(
        movementsOf(books.shares, derivation.query).reduce((total, { change }) => total + change, 0n),
        Shares.scale,
      )
    case 'strike':
      return dailyMeasure(books, derivation.measure, derivation.date, derivation.currency)
    case 'strike change': {
      const { measure, period, currency } = derivation
      return subtract(dailyMeasure(books, measure, period.through, currency), dailyMeasure(books, measure, addDays(period.from, -1), currency))
    }
    case 'translation':
      return inBase(books, amountOf(derivation.item), derivation.currency, derivation.date)
    case 'foreign cash': {
      const { measure, currency, date } = derivation
      const last = lastOn(books.foreign.movesOf(currency), date)
      return decimal(last?.[measure] ?? 0n, measure === 'cost' ? digits : minorUnitDigits(currency))
    }
    case 'policy value':
      return derivation.value
    case 'count':
      return decimal(BigInt(derivation.value), 0)
    case 'nothing':
      return ZERO
    case 'sum':
      return sum(derivation.terms.map(amountOf))
    case 'difference':
      return subtract(amountOf(derivation.minuend), amountOf(derivation.subtrahend))
    case 'product': {
      const [first = ONE, ...others] = derivation.factors.map(amountOf)
      const exact = product(first, ...others)
      return derivation.rounding === undefined ? exact : round(exact, derivation.rounding.mode, derivation.rounding.scale)
    }
    case 'quotient': {
      const numerator = derivation.isPercent ? product(amountOf(derivation.numerator), HUNDRED) : amountOf(derivation.numerator)
      return divideRound(numerator, amountOf(derivation.denominator), derivation.rounding.mode, derivation.rounding.scale)
    }
    case 'minimum':
      return derivation.terms.map(amountOf).reduce((least, amount) => (compare(amount, least) < 0 ? amount : least))
    case 'maximum':
      return derivation.terms.map(amountOf).reduce((most, amount) => (compare(amount, most) > 0 ? amount : most))
    case 'rounding':
      return round(amountOf(derivation.figure), derivation.rounding.mode, derivation.rounding.scale)
    case 'average over days': {
      const { from, through } = derivation.period
      const daily: Decimal[] = []
      for (let date = from; date <= through; date = (date + 1) as CalendarDate) daily.push(restatedDaily(books, derivation.measure, date))
      return divideRound(sum(daily), decimal(BigInt(derivation.days), 0), derivation.rounding.mode, derivation.rounding.scale)
    }
    case 'linked product': {
      const numerator = product(ONE, ...derivation.ratios.map((ratio) => amountOf(ratio.numerator)))
      const denominator = product(ONE, ...derivation.ratios.map((ratio) => amountOf(ratio.denominator)))
      return divideRound(product(subtract(numerator, denominator), HUNDRED), denominator, derivation.rounding.mode, derivation.rounding.scale)
    }
    default:
      return unreachable(derivation)
  }
}

/** The same, with fund shares in the units of the end of the period: an average is of one unit (R6.24). */
function restatedDaily(books: StatementBooks, measure: StrikeMeasure, date: CalendarDate): Decimal {
  const daily = dailyMeasure(books, measure, date)
  const splits = measure === 'shares outstanding' ? books.shares.splitsAfter(date) : []
  return splits.length === 0 ? daily : Shares.toDecimal(inUnitsAfter(Shares.from(daily) ?? 0n, splits) as Shares)
}

/** A measure of the last NAV on or before the date (R9.10: a weekend has Friday's). */
export function dailyMeasure(books: StatementBooks, measure: StrikeMeasure, date: CalendarDate, currency: Currency = books.currency): Decimal {
  const { nav, foreign } = books
  const strike = nav.strikeOn(date)
  if (strike === undefined) return ZERO
  const dollars = (units: bigint): Decimal => decimal(units, minorUnitDigits(books.currency))
  const itemsIn = (of: Currency): readonly Decimal[] => foreign.localOn(of, strike.date).map((local) => decimal(local, minorUnitDigits(of)))
  const translated = (of: Currency): Decimal => sum(itemsIn(of).map((local) => inBase(books, local, of, strike.date)))
  switch (measure) {
    case 'net assets':
      return dollars(strike.netAssets)
    case 'investments':
      return dollars(strike.investments)
    case 'other assets, net':
      return subtract(dollars(strike.netAssets - strike.investments), sum(foreign.currenciesOn(strike.date).map(translated)))
    case 'foreign items':
      return translated(currency)
    case 'foreign money':
      return sum(itemsIn(currency))
    case 'units held':
      return Quantity.toDecimal(nav.unitsOn(strike.date))
    case 'shares outstanding':
      return sum(strike.classes.map(({ outstanding }) => Shares.toDecimal(outstanding)))
  }
}

/** Foreign money at the rate of the day; nothing needs no rate. */
function inBase(books: StatementBooks, money: Decimal, currency: Currency, date: CalendarDate): Decimal {
  if (isZero(money)) return ZERO
  const observation = books.rateOn(currency, date)
  invariant(observation !== undefined, `the books were kept without a rate of ${currency}`)
  return decimal(translate(money, observation.rate, books.currency), minorUnitDigits(books.currency))
}

const HUNDRED = decimal(100n, 0)
