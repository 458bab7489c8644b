/**
 * The NAV pack of a day (R12.14): all that a reviewer of a net asset value asks for, exact and unformatted. Everything in it
 * was found elsewhere; here it is put beside each other, and the shares of the return are taken.
 */
import { type CalendarDate } from '../../values/calendar-date.ts'
import { type Decimal, divideRound, subtract } from '../../values/decimal.ts'
import { invariant } from '../../values/invariant.ts'
import { type Amount } from '../../values/money.ts'
import { type Shares } from '../../values/scaled.ts'
import { businessDays, previousBusinessDay } from '../../reference/nyse-calendar.ts'
import { type ClassId, type Fund } from '../../reference/fund.ts'
import { type Instrument, type InstrumentId } from '../../reference/instrument.ts'
import { policyOn } from '../../reference/policy.ts'
import { type Knowledge } from '../../events/knowledge.ts'
import { trialBalance } from '../../ledger/trial-balance.ts'
import { benchmarkMove } from '../../nav/benchmark-move.ts'
import { type ClosedDay } from '../../nav/close-day.ts'
import { isOpen, type Standing, type StandingException } from '../../nav/exceptions/standing.ts'
import { type ProofContext } from '../../nav/holding-gain.ts'
import { type DayProof, navProof, proofContext } from '../../nav/nav-proof.ts'
import { type ClassStrike, type Strike } from '../../nav/strike.ts'
import { inValueOfToday, type UnitisedRoll, unitisedRoll } from '../../nav/unitised-roll.ts'
import { businessDaysAfter } from '../../reconciliation/break.ts'
import { type BooksAsOf } from '../books-as-of.ts'
import { type Exceptions, exceptionsOf } from '../exceptions.ts'
import { type Gate, gatesOf } from '../gates.ts'
import { listPositions, type ListedPosition, type PriceMix } from '../list-positions.ts'
import { bridgeByKind, type ShownBridge } from '../show-nav.ts'
import { type DayContributions, dayContributions } from './contributions.ts'
import { type DayExpenses, dayExpenses } from './expenses.ts'

export type NavPack = {
  readonly fund: Fund
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>
  readonly date: CalendarDate
  readonly previous: CalendarDate | undefined
  readonly standing: Standing
  readonly readThrough: Knowledge
  readonly bookHash: string
  readonly strike: Strike
  readonly classes: readonly PackClass[]
  readonly benchmark: PackBenchmark | undefined
  readonly proof: DayProof
  /** Undefined where a class has no net asset value on one of the two days. */
  readonly perShare: UnitisedRoll | undefined
  readonly contributions: DayContributions | undefined
  readonly shares: readonly ShareRoll[]
  readonly expenses: DayExpenses
  /** By the step of the daily order (R6.4). */
  readonly gates: readonly Gate[]
  /** All but breaks; open ones first. */
  readonly exceptions: readonly StandingException[]
  readonly breaks: readonly PackBreak[]
  readonly mix: readonly PriceMix[]
  /** Prices that stand in, are by judgement, or are of level 3. */
  readonly judged: readonly ListedPosition[]
  readonly trialBalance: { readonly accounts: number; readonly debits: Amount; readonly credits: Amount }
  readonly bridge: ShownBridge
  readonly reporting: Strike
}

export type PackClass = ClassStrike & {
  readonly name: string
  readonly shareDecimals: number
  readonly before: ClassStrike | undefined
  /** The published value of yesterday, through a split of fund shares; what the change is from. */
  readonly beforeInSharesOfToday: Decimal | undefined
  /** Of the published value; undefined where there was none. */
  readonly change: Decimal | undefined
  /** In percent, to two places, half up. */
  readonly percent: Decimal | undefined
}

export type PackBenchmark = { readonly name: string; readonly level: Decimal; readonly percent: Decimal }

export type ShareRoll = {
  readonly classId: ClassId
  readonly opening: Shares
  readonly closing: Shares
}

/** A break with its age in business days. */
export type PackBreak = { readonly exception: StandingException; readonly age: number }

/** A pack of each business day from `from`, or of the last one alone; the books were asked for with `isProved` and `isReconciled`. */
export function navPacks(books: BooksAsOf, from: CalendarDate | undefined, bookHash: string): readonly NavPack[] {
  const exceptions = exceptionsOf(books)
  const context = proofContext(books.replay)
  const dates = from === undefined ? [books.nav.date] : businessDays(from, books.asOf)
  return dates.flatMap((date) => {
    const day = books.days.get(date)
    return day === undefined ? [] : [navPack(books, day, exceptions, context, bookHash)]
  })
}

function navPack(books: BooksAsOf, day: ClosedDay, found: Exceptions, context: ProofContext, bookHash: string): NavPack {
  const { book, replay, days } = books
  const { fund } = book
  const base = fund.series.baseCurrency
  const { date, strike } = day
  const before = days.get(previousBusinessDay(date))
  const view = date === books.nav.date ? books.reporting : replay.views.get(date)
  invariant(view !== undefined, 'every day of a pack has a reporting view')
  const proof = navProof(before, day, context)
  const { standing, exceptions } = found.on(date, 'nav')
  const { mix, positions } = listPositions({ ...books, day })
  const { lines, debits, credits } = trialBalance(day.state.balances)
  const [shareClass] = strike.classes
  const isBreak = ({ issue }: StandingException): boolean => issue.code.startsWith('reconciliation.')
  const openFirst = exceptions.toSorted((left, right) => Number(isOpen(right)) - Number(isOpen(left)))
  return {
    fund,
    instruments: book.instruments,
    date,
    previous: before?.date,
    standing,
    readThrough: strike.readThrough,
    bookHash,
    strike,
    classes: strike.classes.map((each) => packClass(each, before, fund, proof.shareSplits)),
    benchmark: benchmarkOf(books, date),
    proof,
    perShare: shareClass === undefined || strike.classes.length > 1 ? undefined : unitisedRoll(before?.strike.classes[0], shareClass, proof, base),
    contributions: dayContributions(proof, fund, date),
    shares: strike.classes.map(({ classId, outstanding }) => ({
      classId,
      opening: before?.state.outstanding.get(classId) ?? (0n as Shares),
      closing: outstanding,
    })),
    expenses: dayExpenses(proof, day, fund),
    gates: gatesOf(date, exceptions, found.reconciliation),
    exceptions: openFirst.filter((each) => !isBreak(each)),
    breaks: openFirst.filter(isBreak).map((exception) => ({ exception, age: businessDaysAfter(exception.date, date) })),
    mix,
    judged: positions.filter(({ price: { type }, level, staleDays }) => staleDays > 0 || type === 'fair-value' || type === 'override' || level === '3'),
    trialBalance: { accounts: lines.length, debits: debits as Amount, credits: credits as Amount },
    bridge: bridgeByKind(view.bridge, book.events),
    reporting: view.strike,
  }
}

function packClass(strike: ClassStrike, before: ClosedDay | undefined, fund: Fund, splits: DayProof['shareSplits']): PackClass {
  const shareClass = fund.classes.find(({ id }) => id === strike.classId)
  const earlier = before?.strike.classes.find(({ classId }) => classId === strike.classId)
  const [published, is] = [earlier?.navPerShare, strike.navPerShare]
  const was = published && inValueOfToday(published, splits)
  const change = was === undefined || is === undefined ? undefined : subtract(is, was)
  return {
    ...strike,
    name: shareClass?.name ?? strike.classId,
    shareDecimals: shareClass?.shareDecimals ?? 0,
    before: earlier,
    beforeInSharesOfToday: was,
    change,
    percent: change === undefined || was === undefined || was.units <= 0n ? undefined : percentOf(change, was),
  }
}

/** In percent to two places, half up. */
const percentOf = (part: Decimal, whole: Decimal): Decimal => divideRound({ ...part, units: part.units * 100n }, whole, 'half-up', 2)

function benchmarkOf({ book }: BooksAsOf, date: CalendarDate): PackBenchmark | undefined {
  const policy = policyOn(book.fund.policies, 'nav_checks', date)
  if (policy === undefined) return undefined
  const name = policy.settings.benchmark
  const move = benchmarkMove(book.benchmarks, name, date, previousBusinessDay(date))
  return move === undefined || move.before.units <= 0n
    ? undefined
    : { name, level: move.after, percent: percentOf(subtract(move.after, move.before), move.before) }
}
