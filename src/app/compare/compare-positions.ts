/**
 * Positions beside those of an incumbent. Rows of one instrument and day are added up. A number of units that differs is a
 * position, and what it makes of the value too; a value that differs for the same units is a price. Units that are ours of the
 * business day before or after are timing; what the last published place leaves open is rounding; a cost that differs for the same
 * units is unexplained, since its lots are not in the file.
 */
import { type CalendarDate, formatCalendarDate } from '../../values/calendar-date.ts'
import { minorUnitDigits } from '../../values/currency.ts'
import { absolute, add, type Decimal, decimal, divideRound, equals, product, round, subtract, sum, withoutTrailingZeros } from '../../values/decimal.ts'
import { compareText } from '../../values/issue.ts'
import { Price, Quantity } from '../../values/scaled.ts'
import { type SourceRow } from '../../values/table.ts'
import { type InstrumentId } from '../../reference/instrument.ts'
import { nextBusinessDay, previousBusinessDay } from '../../reference/nyse-calendar.ts'
import { type Position } from '../../nav/mark.ts'
import { type Basis } from '../../nav/strike.ts'
import { type ForeignName, type PositionRow } from './against-file.ts'
import { basisPoints, type Cause, halfUnit, isWithin, placesOf } from './difference.ts'
import { type InstrumentMatcher, type MatchedBy } from './match-instruments.ts'
import { type OwnDays, whyNotCompared } from './own-days.ts'

export type PositionDifference = {
  readonly date: CalendarDate
  readonly instrument: InstrumentId
  readonly name: string
  /** Where the file states it; none where it has no row of what we hold. */
  readonly sources: readonly SourceRow[]
  readonly figure: 'quantity' | 'price' | 'value' | 'cost'
  readonly ours: Decimal
  readonly theirs: Decimal
  readonly cause: Cause
  readonly because: string
  /** Ours less theirs in the base currency, where it is a matter of value. */
  readonly effect: Decimal | undefined
  /** The effect in basis points of our net assets of the day. */
  readonly bp: Decimal | undefined
}

export type UnmatchedName = {
  readonly names: ForeignName
  /** Of our instruments, those that its name fits alike. */
  readonly several: readonly InstrumentId[]
  readonly rows: number
  readonly first: SourceRow
  /** Whether any of its rows has units. */
  readonly isHeld: boolean
}

export type PositionComparison = {
  readonly kind: 'positions'
  readonly file: string
  readonly basis: Basis
  readonly days: readonly CalendarDate[]
  /** Positions compared, ours and theirs together. */
  readonly compared: number
  readonly differences: readonly PositionDifference[]
  readonly matchedBy: ReadonlyMap<MatchedBy, number>
  readonly unmatched: readonly UnmatchedName[]
  readonly notCompared: readonly { readonly date: CalendarDate; readonly rows: number; readonly why: string }[]
  /** What the differences of a day say of its net asset value. */
  readonly gaps: ReadonlyMap<CalendarDate, ReadonlyMap<InstrumentId, Gap>>
}

/** Of one instrument and day. */
export type Gap = {
  /** Ours less theirs, where it is no rounding; the units of ours where theirs are not stated. */
  readonly price: Decimal | undefined
  readonly quantity: Decimal | undefined
  readonly ourPrice: Decimal | undefined
}

/** Theirs of one instrument and day, its rows added up. */
type Theirs = {
  readonly sources: readonly SourceRow[]
  readonly quantity: Decimal
  readonly price: Decimal | undefined
  readonly value: Decimal | undefined
  readonly cost: Decimal | undefined
}

export function comparePositions(
  rows: readonly PositionRow[],
  own: OwnDays,
  matcher: InstrumentMatcher,
  { file, basis }: { readonly file: string; readonly basis: Basis },
): PositionComparison {
  const unmatched = new Map<string, { names: ForeignName; several: readonly InstrumentId[]; rows: number; first: SourceRow; isHeld: boolean }>()
  const matchedBy = new Map<MatchedBy, number>()
  const notCompared: { date: CalendarDate; rows: number; why: string }[] = []
  const differences: PositionDifference[] = []
  const days: CalendarDate[] = []
  const gaps = new Map<CalendarDate, ReadonlyMap<InstrumentId, Gap>>()
  const places: Places = {
    quantity: placesOf(rows.map(({ quantity }) => quantity)),
    price: placesOf(rows.map(({ price }) => price)),
    value: placesOf(rows.map(({ value }) => value)),
    cost: placesOf(rows.map(({ cost }) => cost)),
  }
  let compared = 0

  for (const [date, ofDay] of [...Map.groupBy(rows, (row) => row.date)].toSorted(([left], [right]) => left - right)) {
    const day = own.day(basis, date)
    if (day === undefined) {
      notCompared.push({
        date,
        rows: ofDay.length,
        why: whyNotCompared(own, date),
      })
      continue
    }
    const matched = new Map<InstrumentId, PositionRow[]>()
    for (const row of ofDay) {
      const match = matcher(row.names)
      if (match.found) {
        matchedBy.set(match.by, (matchedBy.get(match.by) ?? 0) + 1)
        matched.set(match.instrument, [...(matched.get(match.instrument) ?? []), row])
        continue
      }
      const key = Object.values(row.names).join('\t')
      const known = unmatched.get(key) ?? { names: row.names, several: match.several, rows: 0, first: row.source, isHeld: false }
      unmatched.set(key, { ...known, rows: known.rows + 1, isHeld: known.isHeld || row.quantity.units !== 0n })
    }
    const ours = new Map(day.positions.map((position) => [position.instrument, position]))
    const ofDate = new Map<InstrumentId, Gap>()
    for (const instrument of [...new Set([...ours.keys(), ...matched.keys()])].toSorted(compareText)) {
      const one = compareOne({ date, instrument, ours: ours.get(instrument), theirs: addedUp(matched.get(instrument) ?? []), own, basis, places })
      compared += 1
      differences.push(...one.differences)
      ofDate.set(instrument, one.gap)
    }
    days.push(date)
    gaps.set(date, ofDate)
  }
  return { kind: 'positions', file, basis, days, compared, differences, matchedBy, unmatched: [...unmatched.values()], notCompared, gaps }
}

type Places = { readonly quantity: number; readonly price: number; readonly value: number; readonly cost: number }

function addedUp(rows: readonly PositionRow[]): Theirs {
  const total = (values: readonly (Decimal | undefined)[]): Decimal | undefined =>
    values.length === 0 || values.includes(undefined) ? undefined : sum(values as Decimal[])
  return {
    sources: rows.map(({ source }) => source),
    quantity: sum(rows.map(({ quantity }) => quantity)),
    price: rows[0]?.price,
    value: total(rows.map(({ value }) => value)),
    cost: total(rows.map(({ cost }) => cost)),
  }
}

type One = {
  readonly date: CalendarDate
  readonly instrument: InstrumentId
  readonly ours: Position | undefined
  readonly theirs: Theirs
  readonly own: OwnDays
  readonly basis: Basis
  readonly places: Places
}

/** Places to which a price is found from a value: those a price is kept with. */
const pricePlaces = Price.scale

function compareOne(one: One): { readonly differences: readonly PositionDifference[]; readonly gap: Gap } {
  const { date, instrument, ours, theirs, own, basis, places } = one
  const digits = minorUnitDigits(own.book.fund.series.baseCurrency)
  const zero = decimal(0n, digits)
  const ourQuantity = ours === undefined ? decimal(0n, 0) : withoutTrailingZeros(Quantity.toDecimal(ours.quantity))
  const ourValue = ours === undefined ? zero : decimal(ours.value, digits)
  const netAssets = decimal(own.strike(basis, date)?.netAssets ?? 0n, digits)
  const found: PositionDifference[] = []
  const note = (figure: PositionDifference['figure'], left: Decimal, right: Decimal, cause: Cause, because: string, effect?: Decimal): void => {
    found.push({
      date,
      instrument,
      name: own.book.instruments.get(instrument)?.name ?? instrument,
      sources: theirs.sources,
      figure,
      ours: left,
      theirs: right,
      cause,
      because,
      effect,
      bp: effect === undefined || netAssets.units === 0n ? undefined : basisPoints(effect, netAssets),
    })
  }

  const difference = subtract(ourQuantity, theirs.quantity)
  // In the base currency: as stated, or else from the value. A price of another currency says nothing without its rate.
  const isOfBase = own.book.instruments.get(instrument)?.currency === own.book.fund.series.baseCurrency
  const theirPrice = (isOfBase ? theirs.price : undefined) ?? (theirs.value === undefined ? undefined : unitValue(theirs.value, theirs.quantity))
  const ourPrice = ours === undefined ? undefined : unitValue(ourValue, ourQuantity)
  const isRounded = isWithin(difference, halfUnit(places.quantity)) || equals(round(ourQuantity, 'truncate', places.quantity), theirs.quantity)
  if (difference.units !== 0n) {
    const at = ourPrice ?? theirPrice
    const effect = at === undefined ? undefined : round(product(difference, at), 'half-up', digits)
    const neighbour = isRounded ? undefined : neighbourWith(one)
    if (isRounded) note('quantity', ourQuantity, theirs.quantity, 'rounding', 'no more than the last place of the file', effect)
    else if (neighbour !== undefined) note('quantity', ourQuantity, theirs.quantity, 'timing', `theirs are ours of ${formatCalendarDate(neighbour)}`, effect)
    else note('quantity', ourQuantity, theirs.quantity, 'position', theirs.sources.length === 0 ? 'the file has no row of it' : 'the units differ', effect)
  }

  const price =
    ours === undefined || ourPrice === undefined
      ? undefined
      : comparePrice({ ...one, ours, ourQuantity, ourValue, ourPrice, theirPrice, digits, isSame: isRounded })
  if (price !== undefined) note(price.figure, price.left, price.right, price.cause, price.because, price.effect)

  if (ours !== undefined && theirs.cost !== undefined && difference.units === 0n) {
    const ourCost = decimal(ours.cost, digits)
    const gap = subtract(ourCost, theirs.cost)
    if (gap.units !== 0n) {
      const isSmall = isWithin(gap, halfUnit(places.cost))
      note(
        'cost',
        ourCost,
        theirs.cost,
        isSmall ? 'rounding' : 'unexplained',
        isSmall ? 'no more than the last place of the file' : 'the same units at another cost: their lots are not in the file',
      )
    }
  }
  return {
    differences: found,
    gap: {
      price: price?.cause === 'price' && theirPrice !== undefined && ourPrice !== undefined ? subtract(ourPrice, theirPrice) : undefined,
      quantity: difference.units === 0n || isRounded ? undefined : difference,
      ourPrice: ourPrice ?? theirPrice,
    },
  }
}

const unitValue = (value: Decimal, quantity: Decimal): Decimal | undefined =>
  quantity.units === 0n ? undefined : divideRound(value, quantity, 'half-up', pricePlaces)

type Priced = One & {
  readonly ours: Position
  readonly ourQuantity: Decimal
  readonly ourValue: Decimal
  readonly ourPrice: Decimal
  readonly theirPrice: Decimal | undefined
  readonly digits: number
  /** Whether the units are the same, but for their last published place. */
  readonly isSame: boolean
}

/** The price, by the value where the units are the same and by the price where they are not. Undefined where it agrees or is not stated. */
function comparePrice({ instrument, date, ours, theirs, own, places, ourQuantity, ourValue, ourPrice, theirPrice, digits, isSame }: Priced) {
  const stale = (): string => {
    if (theirPrice === undefined) return ''
    const before = previousBusinessDay(date)
    const isOld =
      own.book.prices.on(instrument, before).some(({ price }) => equals(Price.toDecimal(price), theirPrice)) &&
      !equals(Price.toDecimal(ours.price.price), theirPrice)
    return isOld ? `; theirs is our price of ${formatCalendarDate(before)}` : ''
  }
  if (isSame && theirs.value !== undefined) {
    const effect = subtract(ourValue, theirs.value)
    if (effect.units === 0n) return undefined
    // A value is rounded once on each side.
    const bound = add(halfUnit(places.value), halfUnit(digits))
    const isRounding = isWithin(effect, bound)
    return {
      figure: 'value' as const,
      left: ourValue,
      right: theirs.value,
      effect,
      cause: isRounding ? ('rounding' as const) : ('price' as const),
      because: isRounding ? 'no more than the last place of the file' : `the same units at another price${stale()}`,
    }
  }
  if (theirPrice === undefined || theirs.quantity.units === 0n) return undefined
  const gap = subtract(ourPrice, theirPrice)
  // A price found from a value is as exact as the value spread over its units; ours is found so too.
  const spread = (quantity: Decimal, half: Decimal): Decimal => divideRound(half, absolute(quantity), 'half-up', pricePlaces + 1)
  const ofTheirs = theirs.price === undefined || theirPrice !== theirs.price ? spread(theirs.quantity, halfUnit(places.value)) : halfUnit(places.price)
  const bound = sum([ofTheirs, spread(ourQuantity, halfUnit(digits)), halfUnit(pricePlaces)])
  if (isWithin(gap, bound)) return undefined
  return {
    figure: 'price' as const,
    left: ourPrice,
    right: theirPrice,
    effect: round(product(gap, ourQuantity), 'half-up', digits),
    cause: 'price' as const,
    because: `the prices differ${stale()}`,
  }
}

/** The business day before or after on which ours were theirs. */
function neighbourWith({ date, instrument, theirs, own, basis }: One): CalendarDate | undefined {
  return [nextBusinessDay(date), previousBusinessDay(date)].find((other) => {
    const day = own.day(basis, other)
    if (day === undefined) return false
    const quantity = day.positions.find((position) => position.instrument === instrument)?.quantity ?? (0n as Quantity)
    return equals(Quantity.toDecimal(quantity), theirs.quantity)
  })
}
