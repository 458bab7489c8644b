/**
 * What each holding did to net assets in a day: its realized gain and the change of its unrealized one together (R2.5),
 * told apart by the move of its price, by dealing at other prices than the closing one, and by currency as the marks keep
 * it (R3.40): the change of rate on what the lots cost in their own currency. A trade of an earlier day that is first in this
 * net asset value (R6.3) was dealt at the prices of that day: it is held against the closing price of yesterday, and its units
 * have the move of today. A trade of the day itself is held against the closing price of today.
 */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { type ExchangeRate, translateAmount } from '../values/exchange-rate.ts'
import { compareText } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { type Price, type Quantity } from '../values/scaled.ts'
import { accountOf } from '../reference/chart-of-accounts.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { type CreationInKind } from '../events/creation-in-kind.ts'
import { type FundEvent } from '../events/event.ts'
import { type RedemptionInKind } from '../events/redemption-in-kind.ts'
import { type Split } from '../events/split.ts'
import { type JournalEntry, type Posting, signedAmount, signedBase } from '../ledger/journal-entry.ts'
import { unitsAfterSplit, unitsKept } from '../lots/split.ts'
import { type ClosedDay } from './close-day.ts'
import { type RateOn } from './day-rates.ts'
import { type Position, valueOf } from './mark.ts'

/** What a proof looks into beside the two days. */
export type ProofContext = {
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>
  /** The events of the book by id. */
  readonly events: ReadonlyMap<RecordId, FundEvent>
  readonly rateOn: RateOn
  /** The closing price of a day by the policy; undefined where there is none. */
  readonly closingPrice: (instrument: Instrument, date: CalendarDate) => Price | undefined
  readonly baseCurrency: Currency
}

/** Minor units of the base currency. */
export type HoldingGain = {
  readonly instrument: InstrumentId
  /** Value yesterday and today; zero where it was not held. */
  readonly opening: Amount
  readonly closing: Amount
  /** Money paid for what came in less what went out; value yesterday, this and the four parts below are value today. */
  readonly traded: Amount
  /** Value at the closing price of yesterday of the units that have the move of today. */
  readonly exposed: Amount
  /** The move of its price on these units; of those sold in the day without a closing price, to the price they were sold at. */
  readonly price: Amount
  /** Units bought and sold: the closing price against what was paid and received, with charges. */
  readonly dealing: Amount
  readonly currency: Amount
  /** What it leaves that the units of yesterday and each lot dealt are valued, and rounded, by themselves. */
  readonly rounding: Amount
}

/** Of every holding of either day and every one dealt in between, by id. The four parts add to realized and change in unrealized. */
export function holdingGains(before: ClosedDay | undefined, day: ClosedDay, entries: readonly JournalEntry[], context: ProofContext): readonly HoldingGain[] {
  const [earlier, later] = [positionsOf(before), positionsOf(day)]
  const dealings = Map.groupBy(
    entries.flatMap((entry) => dealingsOf(entry, context.events)),
    ({ instrument }) => instrument,
  )
  const ids = new Set([...earlier.keys(), ...later.keys(), ...dealings.keys()])
  const days = { yesterday: before?.date, date: day.date }
  return [...ids].toSorted(compareText).map((id) => gainOf(id, earlier.get(id), later.get(id), { dealings: dealings.get(id) ?? [], ...days }, context))
}

const positionsOf = (day: ClosedDay | undefined): ReadonlyMap<InstrumentId, Position> =>
  new Map((day?.positions ?? []).map((position) => [position.instrument, position]))

/** What an entry did to one holding. */
export type Dealing = {
  readonly instrument: InstrumentId
  /** Units that came in, positive, or went out. */
  readonly quantity: bigint
  readonly split?: Split['payload'] | undefined
  readonly entry: JournalEntry
  /** Its postings to cost and to gains on it. */
  readonly postings: readonly Posting[]
}

/** The holdings that an entry of a record is about, each with its part of the postings. */
export function dealingsOf(entry: JournalEntry, events: ProofContext['events']): readonly Dealing[] {
  const event = entry.cause.by === 'record' ? events.get(entry.cause.record) : undefined
  if (event === undefined) return []
  const postings = entry.postings.filter(isOfLots)
  if (event.kind === 'creation-in-kind' || event.kind === 'redemption-in-kind') return postings.length === 0 ? [] : basketDealings(event, entry, postings)
  const instrument = 'instrument' in event.payload ? event.payload.instrument : undefined
  if (instrument === undefined || (postings.length === 0 && event.kind !== 'split')) return []
  const quantity = event.kind === 'purchase' ? event.payload.quantity : event.kind === 'sale' ? -event.payload.quantity : 0n
  return [{ instrument, quantity, split: event.kind === 'split' ? event.payload : undefined, entry, postings }]
}

/** Each line of a basket by itself. */
const basketDealings = (event: CreationInKind | RedemptionInKind, entry: JournalEntry, postings: readonly Posting[]): readonly Dealing[] =>
  event.payload.lines.map(({ instrument, quantity }) => ({
    instrument,
    quantity: event.kind === 'creation-in-kind' ? quantity : -quantity,
    entry,
    postings: postings.filter((posting) => posting.instrument === instrument),
  }))

export const isOfLots = ({ account }: Posting): boolean => accountOf(account)?.controlledBy === 'lots'
const isGain = ({ account }: Posting): boolean => accountOf(account)?.kind === 'realized'

function gainOf(id: InstrumentId, before: Position | undefined, after: Position | undefined, dealt: DealtDay, context: ProofContext): HoldingGain {
  const { baseCurrency } = context
  const { dealings } = dealt
  const instrument = context.instruments.get(id) as Instrument
  const unrealized = (position: Position | undefined): bigint => (position === undefined ? 0n : position.value - position.cost)
  const gains = dealings.flatMap(({ entry, postings }) => postings.filter(isGain).map((posting) => ({ entry, posting })))
  const realized = gains.reduce((total, { posting }) => total - signedBase(posting), 0n)
  const gain = realized + unrealized(after) - unrealized(before)

  let currency = 0n
  if (instrument.currency !== baseCurrency) {
    currency = currencyOf(after, baseCurrency) - currencyOf(before, baseCurrency)
    for (const { entry, posting } of gains) currency += realizedCurrencyOf(entry, posting, instrument, context)
  }
  const { exposed, dealing, rounding } = dealtAt(before, after, dealt, instrument, context)
  return {
    instrument: id,
    opening: before?.value ?? (0n as Amount),
    closing: after?.value ?? (0n as Amount),
    traded: ((after?.value ?? 0n) - (before?.value ?? 0n) - gain) as Amount,
    exposed: exposed as Amount,
    price: (gain - currency - dealing - rounding) as Amount,
    dealing: dealing as Amount,
    currency: currency as Amount,
    rounding: rounding as Amount,
  }
}

type DealtDay = { readonly dealings: readonly Dealing[]; readonly yesterday: CalendarDate | undefined; readonly date: CalendarDate }

/** What its local cost is worth now less what it cost: the currency part of a mark (R3.40). */
const currencyOf = (position: Position | undefined, base: Currency): bigint =>
  position === undefined ? 0n : translateAmount(position.localCost, position.currency, position.rate, base) - position.cost

/** Of a realized gain what is not the gain in its own currency at the rate of its day. */
function realizedCurrencyOf(entry: JournalEntry, posting: Posting, { currency }: Instrument, { rateOn, baseCurrency }: ProofContext): bigint {
  const rate = rateOn(currency, entry.effectiveDate)
  const local = -signedAmount(posting)
  return -signedBase(posting) - (rate === undefined ? 0n : translateAmount(local, currency, rate, baseCurrency))
}

type Dealt = { readonly exposed: bigint; readonly dealing: bigint; readonly rounding: bigint }

/**
 * Units dealt at the closing price less the money they were dealt for, each lot by itself; and what rounding each leaves.
 * `exposed` units are those of yesterday with what earlier days dealt; both are in the units of their day where it has a split.
 */
function dealtAt(before: Position | undefined, after: Position | undefined, dealt: DealtDay, instrument: Instrument, context: ProofContext): Dealt {
  const { dealings, yesterday, date } = dealt
  const opening = before?.value ?? 0n
  if (dealings.length === 0) return { exposed: opening, dealing: 0n, rounding: 0n }
  const earlierPrice = before?.price.price ?? (yesterday === undefined ? undefined : context.closingPrice(instrument, yesterday))
  const earlierRate = before?.rate ?? (yesterday === undefined ? undefined : context.rateOn(instrument.currency, yesterday))
  const rate = after?.rate ?? context.rateOn(instrument.currency, date)
  if (rate === undefined) return { exposed: opening, dealing: 0n, rounding: 0n }
  const price = after?.price.price ?? context.closingPrice(instrument, date)
  const at = (quantity: bigint, each: Price, on: ExchangeRate): bigint =>
    valueOf({ quantity: quantity as Quantity, rate: on }, each, instrument, context.baseCurrency)
  const money = (local: bigint): bigint => translateAmount(local, instrument.currency, rate, context.baseCurrency)

  let [old, exposed]: [bigint, bigint] = [before?.quantity ?? 0n, before?.quantity ?? 0n]
  let [dealing, rounding, ofEarlier] = [0n, 0n, 0n]
  let late: { readonly quantity: bigint; readonly paid: bigint }[] = []
  for (const { entry, quantity, split: ratio, postings } of dealings) {
    const paid = postings.reduce((total, posting) => total + signedAmount(posting), 0n)
    if (ratio !== undefined) {
      const held = exposed + late.reduce((total, each) => total + each.quantity, 0n)
      const split = (units: bigint): bigint => unitsAfterSplit(units as Quantity, ratio.newUnits, ratio.oldUnits)
      const fraction = split(held) - unitsKept(ratio, held as Quantity)
      exposed = split(exposed)
      late = late.map((each) => ({ ...each, quantity: split(each.quantity) }))
      if (fraction !== 0n) late.push({ quantity: -fraction, paid })
    } else if (entry.effectiveDate < date && earlierPrice !== undefined && earlierRate !== undefined) {
      old += quantity
      exposed += quantity
      const value = at(quantity, earlierPrice, earlierRate)
      ofEarlier += value
      dealing += at(quantity, earlierPrice, rate) - money(paid)
    } else late.push({ quantity, paid })
  }
  if (ofEarlier !== 0n && earlierPrice !== undefined && earlierRate !== undefined) rounding += at(old, earlierPrice, earlierRate) - opening - ofEarlier
  if (price === undefined) return { exposed: opening + ofEarlier, dealing, rounding }
  const values = late.map(({ quantity }) => at(quantity, price, rate))
  for (const [index, { paid }] of late.entries()) dealing += (values[index] ?? 0n) - money(paid)
  rounding += (after?.value ?? 0n) - at(exposed, price, rate) - values.reduce((total, value) => total + value, 0n)
  return { exposed: opening + ofEarlier, dealing, rounding }
}
