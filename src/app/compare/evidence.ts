/** What other data say of the difference of a day in net asset value, in basis points of net assets: each a measure, none a guess. */
import { type CalendarDate, formatCalendarDate } from '../../values/calendar-date.ts'
import { minorUnitDigits } from '../../values/currency.ts'
import { add, type Decimal, decimal, formatDecimal, product, subtract, sum } from '../../values/decimal.ts'
import { Quantity, Shares } from '../../values/scaled.ts'
import { type ClassId } from '../../reference/fund.ts'
import { type InstrumentId } from '../../reference/instrument.ts'
import { dollarTolerance } from '../../capital/fund-shares.ts'
import { type Included } from '../../nav/inclusion.ts'
import { type Basis } from '../../nav/strike.ts'
import { type BalanceComparison } from './compare-balances.ts'
import { type Evidence } from './compare-navs.ts'
import { type PositionComparison } from './compare-positions.ts'
import { basisPoints, isWithin, type Part, shownBp } from './difference.ts'
import { ownClass, type OwnDays } from './own-days.ts'

/** Dollars of an effect as a part; on the NAV's own day of ours. */
function partOf(cause: Part['cause'], effect: Decimal, because: string, own: OwnDays, basis: Basis, date: CalendarDate): readonly Part[] {
  const digits = minorUnitDigits(own.book.fund.series.baseCurrency)
  const netAssets = own.strike(basis, date)?.netAssets
  return netAssets === undefined || netAssets === 0n || effect.units === 0n ? [] : [{ cause, bp: basisPoints(effect, decimal(netAssets, digits)), because }]
}

/**
 * Prices that differ, on the units in our net asset value: the change of Σ units × (our price − theirs) since the day before. Where
 * a day before was not compared, there is no measure of its change, and none is made.
 */
export const priceEvidence =
  (positions: PositionComparison, own: OwnDays, basis: Basis): Evidence =>
  (date, previous) => {
    const [now, before] = [priceLevel(positions, own, basis, date), previous === undefined ? decimal(0n, 0) : priceLevel(positions, own, basis, previous)]
    if (now === undefined || before === undefined) return []
    const count = [...(positions.gaps.get(date)?.values() ?? [])].filter(({ price }) => price !== undefined).length
    return partOf('price', subtract(now, before), `prices that differ in ${positions.file}: ${count} on the day`, own, basis, date)
  }

function priceLevel(positions: PositionComparison, own: OwnDays, basis: Basis, date: CalendarDate): Decimal | undefined {
  const gaps = positions.gaps.get(date)
  const held = own.day(basis, date)?.positions
  if (gaps === undefined || held === undefined) return undefined
  return sum(
    held.flatMap(({ instrument, quantity }) => {
      const price = gaps.get(instrument)?.price
      return price === undefined ? [] : [product(Quantity.toDecimal(quantity), price)]
    }),
  )
}

/**
 * Units that differ, times the move of the price over the day on which both sides held them: those of the day before where the file
 * is on trade date, since a trade at the close gains nothing on its own day.
 */
export const positionEvidence =
  (positions: PositionComparison, own: OwnDays, basis: Basis): Evidence =>
  (date, previous) => {
    const heldOn = positions.basis === 'nav' ? date : previous
    if (previous === undefined || heldOn === undefined) return []
    const [held, now, before] = [heldOn, date, previous].map((day) => positions.gaps.get(day))
    if (held === undefined || now === undefined || before === undefined) return []
    const effects = [...held].flatMap(([instrument, { quantity }]) => {
      const [price, earlier] = [now.get(instrument)?.ourPrice, before.get(instrument)?.ourPrice]
      if (quantity === undefined || price === undefined || earlier === undefined || isSplit(own, instrument, date)) return []
      return [product(quantity, subtract(price, earlier))]
    })
    return partOf('position', sum(effects), `units that differ in ${positions.file}: ${effects.length} over the day`, own, basis, date)
  }

/** Units and prices of two days do not compare over a split. */
const isSplit = ({ book }: OwnDays, instrument: InstrumentId, date: CalendarDate): boolean =>
  book.events.some((event) => event.kind === 'split' && event.effectiveDate === date && event.payload.instrument === instrument)

/** Income less expenses that differ: the change since the day before. */
export const accrualEvidence =
  (balances: BalanceComparison, own: OwnDays, basis: Basis): Evidence =>
  (date, previous) => {
    const [now, before] = [balances.incomeGaps.get(date), previous === undefined ? decimal(0n, 0) : balances.incomeGaps.get(previous)]
    if (now === undefined || before === undefined) return []
    return partOf('accrual', subtract(now, before), `income and expenses that differ in ${balances.file}`, own, basis, date)
  }

/**
 * Orders that came with dollars and shares: dollars less shares at our net asset value of their day. They widen or narrow a
 * difference that was there before, as an order dealt at a value that is not the fund's always does.
 */
export function dealingEvidence(included: readonly Included[], own: OwnDays, basis: Basis): Evidence {
  const orders = Map.groupBy(included, ({ event, navDate }) => (basis === 'nav' ? navDate : event.effectiveDate))
  return (date, _previous, classId) => {
    const digits = minorUnitDigits(own.book.fund.series.baseCurrency)
    const places = own.book.fund.classes.find(({ id }) => id === classId)?.shareDecimals ?? 0
    const effects = (orders.get(date) ?? []).flatMap(({ event }) => {
      if ((event.kind !== 'subscription' && event.kind !== 'redemption') || event.payload.classId !== classId) return []
      const { amount, shares } = event.payload
      const strike = own.strike('nav', event.effectiveDate)
      const dealt = strike === undefined || event.effectiveDate === own.first ? undefined : publishedNav(own, event.effectiveDate, classId)
      if (amount === undefined || shares === undefined || dealt === undefined) return []
      const excess = subtract(decimal(amount, digits), product(Shares.toDecimal(shares), dealt))
      // Dollars are rounded, and shares to the places of their class (R12.5).
      if (isWithin(excess, dollarTolerance(dealt, places, own.book.fund.series.baseCurrency))) return []
      return [{ excess: event.kind === 'subscription' ? excess : decimal(-excess.units, excess.scale), dealt, on: event.effectiveDate }]
    })
    const [one] = effects
    if (one === undefined) return []
    const because = `orders of ${formatCalendarDate(one.on)} at dollars that are not their shares at our ${formatDecimal(one.dealt)}`
    const strike = own.strike(basis, date)
    const ofClass = strike === undefined ? undefined : ownClass(strike, classId, own.book.fund)?.netAssets
    if (ofClass === undefined || ofClass.units === 0n) return []
    return [
      {
        cause: 'dealing',
        bp: basisPoints(
          effects.reduce((total, { excess }) => add(total, excess), decimal(0n, digits)),
          ofClass,
        ),
        because,
      },
    ]
  }
}

const publishedNav = (own: OwnDays, date: CalendarDate, classId: ClassId): Decimal | undefined =>
  own.strike('nav', date)?.classes.find((each) => each.classId === classId)?.navPerShare

/** Says that positions agree where they all do over the day: what is left then lies elsewhere, and how much was dealt is worth knowing. */
export function agreementOf(others: readonly (PositionComparison | BalanceComparison)[], included: readonly Included[], own: OwnDays, basis: Basis) {
  const trades = Map.groupBy(included, ({ event, navDate }) => (basis === 'nav' ? navDate : event.effectiveDate))
  return (date: CalendarDate, previous: CalendarDate | undefined): string | undefined => {
    const agreed = others.flatMap((other) => {
      if (other.kind !== 'positions') return []
      const days = [date, ...(previous === undefined ? [] : [previous])].map((day) => other.gaps.get(day))
      const agrees = days.every(
        (gaps) => gaps !== undefined && [...gaps.values()].every(({ price, quantity }) => price === undefined && quantity === undefined),
      )
      return agrees && days[0] !== undefined ? [`${days[0].size} positions agree in units and price`] : []
    })
    if (agreed.length === 0) return undefined
    const dealt = shownDealt(trades.get(date) ?? [], own, basis, date)
    return `${agreed.join('; ')}: it lies in what is not compared, such as cash, income, expenses and what trades were dealt at${dealt}, or in their figure`
  }
}

/** The cash of the trades that are first in the day's books, where all are in the base currency and state it. */
function shownDealt(trades: readonly Included[], own: OwnDays, basis: Basis, date: CalendarDate): string {
  const { fund, instruments } = own.book
  const base = fund.series.baseCurrency
  const amounts = trades.flatMap(({ event }) => (event.kind === 'purchase' || event.kind === 'sale' ? [event.payload] : []))
  const isKnown = amounts.every(({ instrument, netAmount }) => netAmount !== undefined && instruments.get(instrument)?.currency === base)
  const netAssets = own.strike(basis, date)?.netAssets
  if (!isKnown || amounts.length === 0 || netAssets === undefined || netAssets === 0n) return ''
  const total = amounts.reduce((sumOfAll, { netAmount }) => sumOfAll + (netAmount ?? 0n), 0n)
  return ` (${shownBp(basisPoints(decimal(total, minorUnitDigits(base)), decimal(netAssets, minorUnitDigits(base))))} bp of net assets are first in it)`
}
