/**
 * The checks of a day (R5.12, R12.7, R12.8, R12.11): gathers what each price, each rate and the net asset value are held
 * against, and hands it to the checks. Yesterday comes from the books of prices and rates, not from the state: a price that
 * was corrected since is compared as it stands now. On the first day there is no yesterday.
 */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { decimal, divideRound, product } from '../values/decimal.ts'
import { equalRates } from '../values/exchange-rate.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount, amountToDecimal } from '../values/money.ts'
import { Price, Quantity, type Shares } from '../values/scaled.ts'
import { type RateObservation } from '../market/rate-book.ts'
import { accountOf, accounts } from '../reference/chart-of-accounts.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { onOrAfter, previousBusinessDay } from '../reference/nyse-calendar.ts'
import { type Asset, policyOn } from '../reference/policy.ts'
import { type FundEvent } from '../events/event.ts'
import { type Split } from '../events/split.ts'
import { baseBalance, type Balances } from '../ledger/balances.ts'
import { impactOf, type Move } from '../valuation/impact.ts'
import { backTest, checkPrice, type CheckedPrice, type FundSize, staleIssue } from '../valuation/price-checks.ts'
import { priceOn, type SelectedPrice } from '../valuation/price-selection.ts'
import { checkCross, checkRate, type CheckedRate } from '../valuation/rate-checks.ts'
import { selectRate } from '../valuation/rate-selection.ts'
import { assetOf, type Tolerances, tolerancesOn } from '../valuation/tolerances.ts'
import { type Position, valueOf } from './mark.ts'
import { benchmarkMove, type CheckContext, missingLevel } from './benchmark-move.ts'
import { navChecks } from './nav-checks.ts'
import { type NavRoll } from './nav-roll.ts'

export type CheckedDay = {
  readonly date: CalendarDate
  readonly positions: readonly Position[]
  readonly before: Balances
  readonly balances: Balances
  readonly roll: NavRoll
  /** Shares of all classes. */
  readonly shares: Shares
  readonly events: readonly FundEvent[]
}

export function dayChecks(day: CheckedDay, context: CheckContext): readonly Issue[] {
  const { date, positions, shares, roll, events } = day
  const { fund, benchmarks } = context
  const yesterday = date > onOrAfter(fund.series.booksFrom) ? previousBusinessDay(date) : undefined
  const size: FundSize = { shares, base: fund.series.baseCurrency }
  const before = yesterday === undefined ? new Map<InstrumentId, SelectedPrice>() : pricesOn(yesterday, positions, context)
  const priced: PricedDay = {
    date,
    yesterday,
    before,
    splits: new Map(events.flatMap((event) => (event.kind === 'split' ? [[event.payload.instrument, event.payload] as const] : []))),
    tolerancesOf: once((asset: Asset) => tolerancesOn(fund.policies, asset, date)),
    moveOf: once((index: string) => benchmarkMove(benchmarks, index, date, yesterday)),
  }
  const prices = positions.flatMap((position) => priceIssues(position, priced, size, context))
  const tests = events.flatMap((event) => backTests(event, size, context))
  const rates = rateIssues(day, yesterday, size, context)
  const ofNav =
    yesterday === undefined ? [] : navChecks({ date, yesterday, before, positions, roll, translated: translationOf(day), size, benchmarks, context })
  return withoutRepeats([...prices, ...tests, ...rates, ...ofNav])
}

/** A benchmark without its levels is one exception, however many prices are compared with it. */
function withoutRepeats(issues: readonly Issue[]): readonly Issue[] {
  const missing = new Set<string | undefined>()
  return issues.filter(({ code, place }) => {
    if (code !== 'valuation.benchmark-missing') return true
    const isFirst = !missing.has(place.column)
    missing.add(place.column)
    return isFirst
  })
}

/** A price that stands in is an exception on either basis. */
export const staleChecks = ({ date, positions, shares }: CheckedDay, context: CheckContext): readonly Issue[] =>
  positions
    .filter(({ staleDays }) => staleDays > 0)
    .flatMap((position) => {
      const { price: observation, level, staleDays, instrument: id } = position
      const instrument = context.instruments.get(id) as Instrument
      const base = context.fund.series.baseCurrency
      const tolerances = tolerancesOn(context.fund.policies, assetOf(instrument.type), date)
      return staleIssue(
        { instrument, date, today: { observation, level, staleDays }, valueAt: (price) => valueOf(position, price, instrument, base), fund: { shares, base } },
        tolerances,
      )
    })

/** What the prices of a day are held against, looked up once for all of them. */
type PricedDay = {
  readonly date: CalendarDate
  readonly yesterday: CalendarDate | undefined
  /** The prices of yesterday, in the units of that day. */
  readonly before: ReadonlyMap<InstrumentId, SelectedPrice>
  readonly splits: ReadonlyMap<InstrumentId, Split['payload']>
  readonly tolerancesOf: (asset: Asset) => Tolerances | undefined
  readonly moveOf: (index: string) => Move | undefined
}

/** The same function, which looks up each answer once. */
function once<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const found = new Map<Key, { readonly value: Value }>()
  return (key) => {
    const known = found.get(key) ?? { value: find(key) }
    found.set(key, known)
    return known.value
  }
}

/** The prices at which what is held now was selected on a day; of what had none then, nothing. */
function pricesOn(date: CalendarDate, positions: readonly Position[], { prices, fund, instruments }: CheckContext): ReadonlyMap<InstrumentId, SelectedPrice> {
  const selected = new Map<InstrumentId, SelectedPrice>()
  for (const { instrument: id } of positions) {
    const { found } = priceOn(prices, fund.policies, instruments.get(id) as Instrument, date)
    if (found !== undefined) selected.set(id, found)
  }
  return selected
}

function priceIssues(position: Position, day: PricedDay, fund: FundSize, context: CheckContext): readonly Issue[] {
  const { date, yesterday, splits, tolerancesOf, moveOf } = day
  const instrument = context.instruments.get(position.instrument) as Instrument
  const tolerances = tolerancesOf(assetOf(instrument.type))
  const { price: observation, level, staleDays } = position
  const before = day.before.get(instrument.id)
  const checked: CheckedPrice = {
    instrument,
    date,
    today: { observation, level, staleDays },
    before: inUnitsAfter(before, splits.get(instrument.id)),
    unchanged: unchangedSince(position, instrument, day, before, tolerances, context),
    others: context.prices.on(instrument.id, date).filter(({ type, supplier }) => type === observation.type && supplier !== observation.supplier),
    index: tolerances?.index === undefined ? undefined : { name: tolerances.index, move: moveOf(tolerances.index) },
    valueAt: (price) => valueOf(position, price, instrument, fund.base),
    fund,
  }
  const issues = checkPrice(checked, tolerances)
  const { index } = checked
  if (tolerances === undefined || index === undefined || index.move !== undefined || yesterday === undefined) return issues
  return [...issues, missingLevel(index.name, date, tolerances.source)]
}

/** A price of old units as one of new units: 76.95 is 38.475 after two for one. */
function inUnitsAfter(before: SelectedPrice | undefined, split: Split['payload'] | undefined): SelectedPrice | undefined {
  if (before === undefined || split === undefined) return before
  const price = divideRound(product(Price.toDecimal(before.observation.price), split.oldUnits), split.newUnits, 'half-up', Price.scale).units as Price
  return { ...before, observation: { ...before.observation, price } }
}

/** How far back the price has been the same, as far as the tolerances ask. */
function unchangedSince(
  { price: { price }, staleDays }: Position,
  instrument: Instrument,
  { date, yesterday }: PricedDay,
  before: SelectedPrice | undefined,
  tolerances: Tolerances | undefined,
  { prices, fund }: CheckContext,
): CheckedPrice['unchanged'] {
  if (tolerances === undefined || staleDays > 0 || yesterday === undefined || before?.observation.price !== price) return { since: date, days: 0 }
  const first = onOrAfter(fund.series.booksFrom)
  let [since, days] = [yesterday, 1]
  const enough = (): boolean => days >= tolerances.unchangedDays && date - since > tolerances.fairValueDays
  while (!enough() && since > first) {
    const earlier = previousBusinessDay(since)
    if (priceOn(prices, fund.policies, instrument, earlier).found?.observation.price !== price) break
    since = earlier
    days += 1
  }
  return { since, days }
}

/** R5.9: what the first sale after a fair value says of it. */
function backTests(event: FundEvent, { shares, base }: FundSize, { prices, fund, instruments }: CheckContext): readonly Issue[] {
  if (event.kind !== 'sale' || policyOn(fund.policies, 'price_checks', event.effectiveDate, 'equity') === undefined) return []
  const { instrument: id, quantity, price } = event.payload
  const instrument = instruments.get(id)
  if (instrument === undefined || price === undefined || event.effectiveDate <= onOrAfter(fund.series.booksFrom)) return []
  const earlier = priceOn(prices, fund.policies, instrument, previousBusinessDay(event.effectiveDate)).found?.observation
  if (earlier?.type !== 'fair-value' || earlier.price === 0n || earlier.price === price) return []
  const gap = decimal(quantity * (price - earlier.price) * instrument.multiplier.units, Quantity.scale + Price.scale + instrument.multiplier.scale)
  const impact = impactOf(divideRound(gap, amountToDecimal(1n, base), 'half-up', 0).units, shares, base)
  const { file, row } = event.source
  return [
    {
      code: 'valuation.fair-value-back-test',
      place: { file, row, column: 'price' },
      found: `${instrument.name} sold on ${formatCalendarDate(event.effectiveDate)} after a fair value of ${formatCalendarDate(earlier.date)} (${earlier.source.file}:${earlier.source.row}): ${backTest(Price.toDecimal(earlier.price), Price.toDecimal(price))}`,
      needed: 'the comparison in the memo of the fair value',
      remedy: 'Note it in the memo; where the gap is large, review the method and the other values found by it.',
      about: { record: event.id, instrument: id, date: formatCalendarDate(event.effectiveDate) },
      impact,
    },
  ]
}

function rateIssues(day: CheckedDay, yesterday: CalendarDate | undefined, fund: FundSize, context: CheckContext): readonly Issue[] {
  const { date } = day
  const tolerances = tolerancesOn(context.fund.policies, 'fx', date)
  if (tolerances === undefined) return []
  const checked = new Map<Currency, CheckedRate>()
  for (const [currency, exposure] of exposures(day, context)) {
    const today = rateOf(context, currency, date)
    if (today === undefined) continue
    checked.set(currency, {
      today,
      before: yesterday === undefined ? undefined : rateOf(context, currency, yesterday),
      unchangedDays: unchangedRate(today, tolerances, context),
      others: context.rates.on(currency, date).filter(({ time, supplier }) => time === today.time && supplier !== today.supplier),
      exposure,
      fund,
    })
  }
  const crosses = context.rates.crossesOn(date).flatMap((cross) => {
    const [first, second] = [checked.get(cross.currency), cross.against === undefined ? undefined : checked.get(cross.against)]
    return first === undefined || second === undefined ? [] : checkCross(cross, first, second, tolerances)
  })
  return [...[...checked.values()].flatMap((each) => checkRate(each, tolerances)), ...crosses]
}

const rateOf = ({ rates, fund }: CheckContext, currency: Currency, date: CalendarDate): RateObservation | undefined =>
  selectRate(rates.on(currency, date), policyOn(fund.policies, 'exchange_rates', date)?.settings).found

function unchangedRate({ currency, date, rate }: RateObservation, tolerances: Tolerances, context: CheckContext): number {
  const first = onOrAfter(context.fund.series.booksFrom)
  let [day, days] = [date, 0]
  while (days < tolerances.unchangedDays && day > first) {
    day = previousBusinessDay(day)
    const earlier = rateOf(context, currency, day)
    if (earlier === undefined || !equalRates(earlier.rate, rate)) break
    days += 1
  }
  return days
}

/** What the translation of cash, receivables and payables added to net assets, in the base currency. */
function translationOf({ before, balances }: CheckedDay): bigint {
  const held = (each: Balances): bigint => baseBalance(each, (account) => account === accounts.currencyUnrealized)
  return held(balances) - held(before)
}

/** What the fund has in each foreign currency, net, in the base currency: holdings at value, and what is owned and owed besides. */
function exposures({ positions, balances }: CheckedDay, { fund }: CheckContext): ReadonlyMap<Currency, Amount> {
  const base = fund.series.baseCurrency
  const totals = new Map<Currency, Amount>()
  const add = (currency: Currency, amount: bigint): void => {
    if (currency !== base) totals.set(currency, ((totals.get(currency) ?? 0n) + amount) as Amount)
  }
  for (const { currency, value } of positions) add(currency, value)
  for (const { account, currency, base: amount } of balances.values()) {
    const known = accountOf(account)
    const isSecurity = account === accounts.investments || account === accounts.investmentsUnrealized
    if (!isSecurity && (known?.kind === 'asset' || known?.kind === 'liability')) add(currency, amount)
  }
  return totals
}
