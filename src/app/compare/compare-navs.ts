/**
 * Net asset values per share beside those of an incumbent. The level of a day is ours ÷ theirs − 1; the difference of a day is
 * the change of the level since the day compared before (on the first day, the level itself). So the differences of all days
 * add up to the level of the last day: that sum is the cumulative difference, and it is chained by nature.
 *
 * A difference is attributed in this order, and never by guess:
 *  1. what evidence measures: prices and positions of the incumbent, its income and expenses, orders dealt at other dollars;
 *  2. rounding: what is left is no more than the last published places of the two days can make;
 *  3. timing: theirs is ours of the business day before or after, or what is left is taken back on the next business day;
 *  4. unexplained: all else.
 */
import { type CalendarDate, formatCalendarDate } from '../../values/calendar-date.ts'
import { absolute, add, compare, type Decimal, decimal, equals, isZero, negate, product, signOf, subtract, sum } from '../../values/decimal.ts'
import { type SourceRow } from '../../values/table.ts'
import { type ClassId } from '../../reference/fund.ts'
import { nextBusinessDay, previousBusinessDay } from '../../reference/nyse-calendar.ts'
import { type Basis } from '../../nav/strike.ts'
import { type NavRow } from './against-file.ts'
import { basisPoints, type Cause, type Distribution, distributionOf, halfUnit, isWithin, type Part, placesOf, shownBp, withRemainder } from './difference.ts'
import { type OwnClass, ownClass, type OwnDays } from './own-days.ts'

/** What is measured: the net asset value per share, or where the file has none, net assets or else shares. */
export type Measured = 'nav per share' | 'net assets' | 'shares'

/** One row of the file on a day that was struck. */
export type NavDay = {
  readonly source: SourceRow
  readonly date: CalendarDate
  readonly classId: ClassId
  readonly ours: Decimal
  readonly theirs: Decimal
  /** ours ÷ theirs − 1, in basis points. */
  readonly level: Decimal
  /** Change of the level since the day compared before. */
  readonly daily: Decimal
  /** They add up to `daily`. */
  readonly parts: readonly Part[]
  readonly others: readonly OtherFigure[]
}

/** A figure beside the one measured that differs. */
export type OtherFigure = {
  readonly figure: 'net assets' | 'shares'
  readonly ours: Decimal
  readonly theirs: Decimal
  readonly cause: Cause | 'follows'
  readonly because: string
}

export type NavComparison = {
  readonly kind: 'navs'
  readonly file: string
  readonly basis: Basis
  readonly measured: Measured
  /** Places that the file publishes the measured figure to. */
  readonly places: number
  readonly days: readonly NavDay[]
  readonly distribution: Distribution | undefined
  /** Level of the last day; of several classes the largest. */
  readonly cumulative: Decimal
  /** The largest level of any day. */
  readonly largestLevel: Decimal
  /** Days of the file that were not struck, with the reason. */
  readonly notCompared: readonly { readonly source: SourceRow; readonly date: CalendarDate; readonly why: string }[]
}

/** Parts of the difference of a day that other data measure, since `previous` (undefined: the first day compared). */
export type Evidence = (date: CalendarDate, previous: CalendarDate | undefined, classId: ClassId) => readonly Part[]

/** Ours is kept to eight places (R0.2): a file with more of them is compared as if it had eight. */
const placesKept = 8

export type NavRequest = {
  readonly file: string
  readonly basis: Basis
  readonly evidence: readonly Evidence[]
  /** What the other data compared agree in on the day, for the words of a difference that they do not explain. */
  readonly agreement: (date: CalendarDate, previous: CalendarDate | undefined) => string | undefined
}

/** Every row has the class that it means, which is found before. */
export function compareNavs(
  rows: readonly (NavRow & { readonly classId: ClassId })[],
  own: OwnDays,
  { file, basis, evidence, agreement }: NavRequest,
): NavComparison {
  const measured: Measured = rows.some(({ navPerShare }) => navPerShare !== undefined)
    ? 'nav per share'
    : rows.some(({ netAssets }) => netAssets !== undefined)
      ? 'net assets'
      : 'shares'
  const places = Math.min(placesOf(rows.map((row) => theirsOf(row, measured))), placesKept)
  const notCompared: { source: SourceRow; date: CalendarDate; why: string }[] = []
  const days: NavDay[] = []
  for (const [classId, ofClass] of Map.groupBy(rows, (row) => row.classId)) {
    const stated: Stated[] = []
    for (const row of ofClass.toSorted((left, right) => left.date - right.date)) {
      const why = whyNot(row, own, basis, measured, places)
      if (typeof why === 'string') notCompared.push({ source: row.source, date: row.date, why })
      else stated.push(why)
    }
    days.push(...attributed(stated, { own, basis, measured, places, classId, evidence, agreement }))
  }
  days.sort((left, right) => left.date - right.date)
  const lasts = [...Map.groupBy(days, ({ classId }) => classId).values()].flatMap((ofClass) => ofClass.at(-1)?.level ?? [])
  return {
    kind: 'navs',
    file,
    basis,
    measured,
    places,
    days,
    distribution: distributionOf(days),
    cumulative: largestOf(lasts),
    largestLevel: largestOf(days.map(({ level }) => level)),
    notCompared,
  }
}

/** By its size, with its sign; of none, zero. */
export const largestOf = (values: readonly Decimal[]): Decimal =>
  values.reduce((largest, value) => (compare(absolute(value), absolute(largest)) > 0 ? value : largest), decimal(0n, 0))

/** A row with our figure beside it. */
type Stated = { readonly row: NavRow; readonly theirs: Decimal; readonly own: OwnClass; readonly ours: Decimal; readonly exact: Decimal }

type Context = {
  readonly own: OwnDays
  readonly basis: Basis
  readonly measured: Measured
  readonly places: number
  readonly classId: ClassId
  readonly evidence: readonly Evidence[]
  readonly agreement: NavRequest['agreement']
}

const theirsOf = ({ navPerShare, netAssets, shares }: NavRow, measured: Measured): Decimal | undefined =>
  measured === 'nav per share' ? navPerShare : measured === 'net assets' ? netAssets : shares

/** Ours of a day, as the file publishes it, and to all the places there are. */
function oursOf(own: OwnDays, basis: Basis, date: CalendarDate, classId: ClassId, measured: Measured, places: number) {
  const strike = own.strike(basis, date)
  const found = strike === undefined ? undefined : ownClass(strike, classId, own.book.fund)
  const ours = measured === 'nav per share' ? found?.navPerShare(places) : measured === 'net assets' ? found?.netAssets : found?.shares
  const exact = measured === 'nav per share' ? found?.unrounded : ours
  return found === undefined || ours === undefined || exact === undefined ? undefined : { own: found, ours, exact }
}

function whyNot(row: NavRow & { readonly classId: ClassId }, own: OwnDays, basis: Basis, measured: Measured, places: number): Stated | string {
  const theirs = theirsOf(row, measured)
  if (theirs === undefined) return `no ${measured} in the file`
  const found = oursOf(own, basis, row.date, row.classId, measured, places)
  if (found !== undefined) return theirs.units === 0n ? 'theirs is zero' : { row, theirs, ...found }
  if (row.date < own.first) return `the first net asset value is that of ${formatCalendarDate(own.first)}`
  if (row.date > own.last) return `the book ends on ${formatCalendarDate(own.last)}`
  return own.strike(basis, row.date) === undefined ? 'the exchange was closed' : 'the class had no shares'
}

function attributed(stated: readonly Stated[], context: Context): readonly NavDay[] {
  const { places, classId, evidence, agreement } = context
  const half = halfUnit(places)
  const measures = stated.map(({ row, ours, exact, theirs }, index) => {
    const before = stated[index - 1]
    const level = basisPoints(subtract(ours, theirs), theirs)
    const exactLevel = basisPoints(subtract(exact, theirs), theirs)
    const levelBefore = before === undefined ? decimal(0n, 0) : basisPoints(subtract(before.ours, before.theirs), before.theirs)
    const exactBefore = before === undefined ? decimal(0n, 0) : basisPoints(subtract(before.exact, before.theirs), before.theirs)
    const bound = add(basisPoints(half, theirs), before === undefined ? decimal(0n, 0) : basisPoints(half, before.theirs))
    const daily = subtract(level, levelBefore)
    const parts = evidence.flatMap((measure) => measure(row.date, before?.row.date, classId)).filter(({ bp }) => !isZero(bp))
    const isRounded = isWithin(exactLevel, basisPoints(half, theirs))
    const measuredBp = sum(parts.map(({ bp }) => bp))
    return {
      level,
      daily,
      bound,
      parts,
      // Whether the figures of the day, whatever was before, are one figure rounded.
      isRounded,
      rest: subtract(daily, measuredBp),
      exactRest: subtract(subtract(exactLevel, exactBefore), measuredBp),
      shift: isRounded ? undefined : shiftOf(stated[index] as Stated, context),
    }
  })
  const reversals = reversalsOf(stated, measures)
  return stated.map(({ row, own, ours, theirs }, index): NavDay => {
    const { level, daily, parts: evident, exactRest } = measures[index] as (typeof measures)[number]
    const isRounding = isOfRounding(measures, index, exactRest)
    const parts = isRounding ? evident : [...evident, ...shiftParts(measures, index, evident)]
    const otherwise = ((): Omit<Part, 'bp'> => {
      if (isRounding) return { cause: 'rounding', because: `no more than the ${places} published places leave open` }
      const other = parts.length > evident.length ? undefined : reversals.get(index)
      if (other !== undefined) {
        const date = formatCalendarDate((stated[other] as Stated).row.date)
        return { cause: 'timing', because: other > index ? `taken back on ${date}` : `takes back the difference of ${date}` }
      }
      return { cause: 'unexplained', because: agreement(row.date, stated[index - 1]?.row.date) ?? 'the data compared say nothing of it' }
    })()
    return {
      source: row.source,
      date: row.date,
      classId,
      ours,
      theirs,
      level,
      daily,
      parts: withRemainder(daily, parts, otherwise),
      others: context.measured === 'shares' ? [] : othersOf(row, level, own, context),
    }
  })
}

/** The neighbouring business day whose figure of ours is theirs of this day, to the places published; undefined where there is none. */
function shiftOf({ row, theirs }: Stated, { own, basis, measured, places, classId }: Context): CalendarDate | undefined {
  return [previousBusinessDay(row.date), nextBusinessDay(row.date)].find((date) => {
    const other = oursOf(own, basis, date, classId, measured, places)
    return other !== undefined && equals(other.ours, theirs)
  })
}

/**
 * Whether the rounding of the two days can make what is left. A difference that begins on the day, between figures that are not
 * one figure rounded, is none of it however small, and neither is one that ends.
 */
function isOfRounding(measures: readonly Measures[], index: number, exactRest: Decimal): boolean {
  const [now, before] = [measures[index] as Measures, measures[index - 1]]
  return isWithin(exactRest, now.bound) && (now.parts.length > 0 || now.isRounded === (before?.isRounded ?? true))
}

type Measures = {
  readonly parts: readonly Part[]
  readonly isRounded: boolean
  readonly exactRest: Decimal
  readonly level: Decimal
  readonly rest: Decimal
  readonly bound: Decimal
  readonly shift: CalendarDate | undefined
}

/** A level on a day on which theirs is ours of another is timing; so is its end on the day after. What was measured comes first. */
function shiftParts(measures: readonly Measures[], index: number, evident: readonly Part[]): readonly Part[] {
  if (evident.some(({ cause }) => cause !== 'dealing')) return []
  const [now, before] = [measures[index], measures[index - 1]]
  return [
    ...(now?.shift === undefined ? [] : [{ cause: 'timing' as const, bp: now.level, because: `theirs is ours of ${formatCalendarDate(now.shift)}` }]),
    ...(before?.shift === undefined
      ? []
      : [{ cause: 'timing' as const, bp: negate(before.level), because: 'takes back that of the day before, on which theirs was ours of another day' }]),
  ]
}

/** Neighbouring business days whose differences are equal with opposite signs: each index leads to the other's. */
function reversalsOf(stated: readonly Stated[], measures: readonly Measures[]): ReadonlyMap<number, number> {
  const reversals = new Map<number, number>()
  for (let index = 0; index + 1 < measures.length; index += 1) {
    const [one, next] = [measures[index] as Measures, measures[index + 1] as Measures]
    const [on, then] = [(stated[index] as Stated).row.date, (stated[index + 1] as Stated).row.date]
    if (reversals.has(index) || nextBusinessDay(on) !== then || one.rest.units === 0n) continue
    if (isOfRounding(measures, index, one.exactRest) || isOfRounding(measures, index + 1, next.exactRest)) continue
    if (signOf(one.rest) === signOf(next.rest) || !isWithin(add(one.exactRest, next.exactRest), one.bound)) continue
    reversals.set(index, index + 1)
    reversals.set(index + 1, index)
  }
  return reversals
}

/** Shares and net assets where they differ. Their orders of the day may be in already: ours are in the next day's (R6.3). */
function othersOf(
  { date, shares, netAssets }: NavRow,
  level: Decimal,
  own: OwnClass,
  { own: days, basis, measured, classId }: Context,
): readonly OtherFigure[] {
  const found: OtherFigure[] = []
  let early: Decimal | undefined
  if (shares !== undefined && !equals(shares, own.shares)) {
    const isOurs = (on: Basis, other: CalendarDate): boolean => {
      const there = oursOf(days, on, other, classId, 'shares', 0)
      return there !== undefined && equals(there.ours, shares)
    }
    const neighbour = [nextBusinessDay(date), previousBusinessDay(date)].find((other) => isOurs(basis, other))
    const hasOrders = neighbour === undefined && basis === 'nav' && isOurs('reporting', date)
    const isRounding = isWithin(subtract(own.shares, shares), halfUnit(placesOf([shares])))
    if (neighbour !== undefined || hasOrders) early = subtract(shares, own.shares)
    found.push({
      figure: 'shares',
      ours: own.shares,
      theirs: shares,
      ...(neighbour !== undefined
        ? { cause: 'timing' as const, because: `theirs are ours of ${formatCalendarDate(neighbour)}` }
        : hasOrders
          ? { cause: 'timing' as const, because: 'theirs have the orders of the day, which are in ours of the next' }
          : isRounding
            ? { cause: 'rounding' as const, because: 'no more than their last place' }
            : { cause: 'unexplained' as const, because: 'neither ours of the day nor of the business day before or after' }),
    })
  }
  if (measured === 'nav per share' && netAssets !== undefined && !equals(netAssets, own.netAssets)) {
    const dealt = early === undefined || own.unrounded === undefined ? decimal(0n, 0) : product(early, own.unrounded)
    const rest = subtract(add(own.netAssets, dealt), netAssets)
    const bp = basisPoints(rest, netAssets)
    const orders = early === undefined ? '' : 'apart from the orders of the day, which theirs have in already, '
    const follows = isWithin(subtract(bp, level), aHundredth)
    found.push({
      figure: 'net assets',
      ours: own.netAssets,
      theirs: netAssets,
      cause: follows ? 'follows' : 'unexplained',
      because: `${orders}${shownBp(bp)} bp, ${follows ? 'as' : 'where it is'} ${shownBp(level)} bp for the net asset value per share`,
    })
  }
  return found
}

const aHundredth: Decimal = decimal(1n, 2)
