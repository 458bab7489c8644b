/**
 * What each holding did to net assets in a day: its realized gain and the change of its unrealized one together (R2.5),
 * told apart by the move of its price, by dealing at other prices than the closing one, and by currency as the marks keep
 * it (R3.40): the change of rate on what the lots cost in their own currency.
 */
import { type Currency } from '../values/currency.ts'
import { translateAmount } from '../values/exchange-rate.ts'
import { compareText } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { type Quantity } from '../values/scaled.ts'
import { accountOf } from '../reference/chart-of-accounts.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { type FundEvent } from '../events/event.ts'
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
  readonly baseCurrency: Currency
}

/** Minor units of the base currency. */
export type HoldingGain = {
  readonly instrument: InstrumentId
  /** Value yesterday and today; zero where it was not held. */
  readonly opening: Amount
  readonly closing: Amount
  /** Undefined where it is not held on that day. */
  readonly before: Position | undefined
  readonly after: Position | undefined
  /** The move of its price on the units of yesterday; of one sold out, to the price it was sold at. */
  readonly price: Amount
  /** Units bought and sold in the day: the closing price against what was paid and received, with charges. */
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
  return [...ids].toSorted(compareText).map((id) => gainOf(id, earlier.get(id), later.get(id), dealings.get(id) ?? [], context))
}

const positionsOf = (day: ClosedDay | undefined): ReadonlyMap<InstrumentId, Position> =>
  new Map((day?.positions ?? []).map((position) => [position.instrument, position]))

/** What an entry did to one holding. */
export type Dealing = {
  readonly instrument: InstrumentId
  readonly entry: JournalEntry
  /** Its postings to cost and to gains on it. */
  readonly postings: readonly Posting[]
  readonly event: FundEvent
}

/** The holdings that an entry of a record is about. */
export function dealingsOf(entry: JournalEntry, events: ProofContext['events']): readonly Dealing[] {
  const event = entry.cause.by === 'record' ? events.get(entry.cause.record) : undefined
  if (event === undefined || !('instrument' in event.payload) || event.payload.instrument === undefined) return []
  const postings = entry.postings.filter(isOfLots)
  return postings.length === 0 && event.kind !== 'split' ? [] : [{ instrument: event.payload.instrument, entry, postings, event }]
}

export const isOfLots = ({ account }: Posting): boolean => accountOf(account)?.controlledBy === 'lots'
const isGain = ({ account }: Posting): boolean => accountOf(account)?.kind === 'realized'

function gainOf(id: InstrumentId, before: Position | undefined, after: Position | undefined, dealings: readonly Dealing[], context: ProofContext): HoldingGain {
  const { baseCurrency } = context
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
  const { dealing, rounding } = after === undefined ? nothingDealt : dealtAt(before?.quantity ?? (0n as Quantity), after, dealings, instrument, baseCurrency)
  return {
    instrument: id,
    opening: before?.value ?? (0n as Amount),
    closing: after?.value ?? (0n as Amount),
    before,
    after,
    price: (gain - currency - dealing - rounding) as Amount,
    dealing: dealing as Amount,
    currency: currency as Amount,
    rounding: rounding as Amount,
  }
}

/** What its local cost is worth now less what it cost: the currency part of a mark (R3.40). */
const currencyOf = (position: Position | undefined, base: Currency): bigint =>
  position === undefined ? 0n : translateAmount(position.localCost, position.currency, position.rate, base) - position.cost

/** Of a realized gain what is not the gain in its own currency at the rate of its day. */
function realizedCurrencyOf(entry: JournalEntry, posting: Posting, { currency }: Instrument, { rateOn, baseCurrency }: ProofContext): bigint {
  const rate = rateOn(currency, entry.effectiveDate)
  const local = -signedAmount(posting)
  return -signedBase(posting) - (rate === undefined ? 0n : translateAmount(local, currency, rate, baseCurrency))
}

type Dealt = { readonly dealing: bigint; readonly rounding: bigint }
const nothingDealt: Dealt = { dealing: 0n, rounding: 0n }

/** Units dealt at the closing price less the money they were dealt for, each lot by itself; and what rounding each leaves. */
function dealtAt(opening: Quantity, after: Position, dealings: readonly Dealing[], instrument: Instrument, base: Currency): Dealt {
  if (dealings.length === 0) return nothingDealt
  let held: bigint = opening
  let dealt: { quantity: bigint; readonly paid: bigint }[] = []
  for (const { event, postings } of dealings) {
    const paid = postings.reduce((total, posting) => total + signedAmount(posting), 0n)
    if (event.kind === 'split') {
      const quantity = held + dealt.reduce((total, each) => total + each.quantity, 0n)
      const { newUnits, oldUnits } = event.payload
      const split = (units: bigint): bigint => unitsAfterSplit(units as Quantity, newUnits, oldUnits)
      const fraction = split(quantity) - unitsKept(event.payload, quantity as Quantity)
      held = split(held)
      dealt = dealt.map((each) => ({ ...each, quantity: split(each.quantity) }))
      if (fraction !== 0n) dealt.push({ quantity: -fraction, paid })
    } else dealt.push({ quantity: signedQuantity(event), paid })
  }
  const at = (quantity: bigint): bigint => valueOf({ quantity: quantity as Quantity, rate: after.rate }, after.price.price, instrument, base)
  const money = (local: bigint): bigint => translateAmount(local, instrument.currency, after.rate, base)
  const values = dealt.reduce((total, { quantity }) => total + at(quantity), 0n)
  return {
    dealing: dealt.reduce((total, { quantity, paid }) => total + at(quantity) - money(paid), 0n),
    rounding: after.value - at(held) - values,
  }
}

/** Bought positive, sold negative. */
const signedQuantity = (event: FundEvent): bigint => (event.kind === 'purchase' ? event.payload.quantity : event.kind === 'sale' ? -event.payload.quantity : 0n)
