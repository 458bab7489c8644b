/** The mark (R2.4, R3.12): the valuation account is set to value less cost; only the difference is posted. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { type ExchangeRate, parity, translateAmount } from '../values/exchange-rate.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { type Price, type Quantity } from '../values/scaled.ts'
import { type SourceRow } from '../values/table.ts'
import { type AccountCode, accountOf, accounts } from '../reference/chart-of-accounts.ts'
import { type Fund } from '../reference/fund.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { type Policy } from '../reference/policy.ts'
import { type Balance, type Balances } from '../ledger/balances.ts'
import { type JournalEntry, journalEntry, posting, type PostingPart } from '../ledger/journal-entry.ts'
import { type Holding } from '../lots/lot.ts'
import { type Level } from '../market/price.ts'
import { type PriceBook, type PriceObservation } from '../market/price-book.ts'
import { missingRate } from '../booking/missing-rate.ts'
import { positionValue, translatedValue } from '../valuation/position-value.ts'
import { type DaySelection, priceOn } from '../valuation/price-selection.ts'
import { type RateOn } from './day-rates.ts'

/** A holding at its value: what the schedule of investments prints a line of. */
export type Position = {
  readonly instrument: InstrumentId
  readonly quantity: Quantity
  /** Minor units of the base currency. */
  readonly cost: Amount
  readonly value: Amount
  /** Minor units of the currency of the instrument. */
  readonly localCost: Amount
  readonly currency: Currency
  readonly price: PriceObservation
  readonly rate: ExchangeRate
  /** Of the fair value hierarchy, on this day (R5.10). */
  readonly level: Level
  /** Business days for which the price of an earlier day has stood in; 0 for a price that holds today (R5.3). */
  readonly staleDays: number
}

export type Valued = { readonly positions: readonly Position[]; readonly issues: readonly Issue[] }

/** Values every holding at the day's prices. A holding without a price is an issue: nothing is carried over silently (R5.3). */
export function valueHoldings(holdings: ReadonlyMap<InstrumentId, Holding>, date: CalendarDate, context: MarkContext): Valued {
  const { prices, fund, instruments, sourceOf, rateOn } = context
  const base = fund.series.baseCurrency
  const unrated = new Set<Currency>()
  const issues: Issue[] = []
  const missing: { readonly instrument: Instrument; readonly selection: Missing }[] = []
  const positions: Position[] = []
  for (const [id, holding] of holdings) {
    const instrument = instruments.get(id) as Instrument
    const selection = priceOn(prices, fund.policies, instrument, date)
    if (selection.policy === undefined) return { positions: [], issues: [] } // The gap is said of the policy.
    if (selection.found === undefined) {
      if (selection.why === 'missing') missing.push({ instrument, selection })
      else issues.push(ambiguousPrice(instrument, date, selection.candidates))
      continue
    }
    const rate = rateOn(instrument.currency, date)
    if (rate === undefined) {
      unrated.add(instrument.currency)
      continue
    }
    const { observation, level, staleDays } = selection.found
    positions.push({
      instrument: id,
      quantity: holding.quantity,
      cost: holding.cost,
      value: valueOf({ quantity: holding.quantity, rate }, observation.price, instrument, base),
      localCost: holding.localCost,
      currency: instrument.currency,
      price: observation,
      rate,
      level,
      staleDays,
    })
  }
  for (const currency of unrated) issues.push(missingRate(currency, date, 'the value of what is held in it'))
  for (const { instrument, selection } of missing) {
    if (selection.policy === undefined) continue
    issues.push(
      missingPrice({
        instrument,
        holding: holdings.get(instrument.id) as Holding,
        date,
        policy: selection.policy,
        selection,
        others: prices.on(instrument.id, date),
        neighbour: positions[0]?.price,
        sourceOf,
      }),
    )
  }
  return { positions, issues }
}

/** What units are worth at a price, in minor units of the base currency (R5.5). */
export const valueOf = ({ quantity, rate }: Pick<Position, 'quantity' | 'rate'>, price: Price, { multiplier, currency }: Instrument, base: Currency): Amount =>
  currency === base ? positionValue(quantity, price, multiplier, base) : translatedValue(quantity, price, multiplier, rate, base)

/** The same at the price and the rate of an earlier day; undefined where there is no such rate. */
export function valueBefore(
  position: Position,
  price: Price,
  instrument: Instrument,
  day: CalendarDate,
  { rateOn }: MarkContext,
  base: Currency,
): Amount | undefined {
  const rate = rateOn(instrument.currency, day)
  return rate === undefined ? undefined : valueOf({ quantity: position.quantity, rate }, price, instrument, base)
}

type Missing = Extract<DaySelection, { why: 'missing' }>

export type MarkContext = {
  readonly prices: PriceBook
  readonly fund: Fund
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>
  readonly sourceOf: (record: RecordId) => SourceRow | undefined
  readonly rateOn: RateOn
}

/**
 * The entry that sets 1190 to Σ(value − cost), or none where it stands there already. What is held in a foreign currency is
 * marked in two parts (R3.40): the change of its currency is what its local cost is worth now less what it cost; the rest is
 * the change of its price.
 */
export function markEntry(
  positions: readonly Position[],
  balances: Balances,
  date: CalendarDate,
  fund: Fund,
  view: 'nav' | 'reporting',
): JournalEntry | undefined {
  const { baseCurrency } = fund.series
  const changes = new PartChanges(accounts.investmentsUnrealized, balances)
  for (const { value, cost, localCost, currency, rate } of positions) {
    if (currency === baseCurrency) changes.add(currency, undefined, value - cost)
    else {
      const ofCurrency = translateAmount(localCost, currency, rate, baseCurrency) - cost
      changes.add(currency, 'currency', ofCurrency)
      changes.add(currency, 'price', value - cost - ofCurrency)
    }
  }
  const header = { id: `mark/${formatCalendarDate(date)}`, memo: 'Change in unrealized appreciation of investments', rule: 'mark' } as const
  return changes.entry(header, accounts.unrealizedSecurities, date, fund, view)
}

/** Accounts whose balance in a foreign currency is translated at each net asset value: all but investments and the two halves of an exchange (R3.40, R6.9). */
const isMonetary = (code: AccountCode): boolean => {
  const account = accountOf(code)
  return (
    (account?.kind === 'asset' || account?.kind === 'liability') &&
    account.controlledBy !== 'lots' &&
    account.controlledBy !== 'marks' &&
    code !== accounts.currencyPositionLocal &&
    code !== accounts.currencyPositionBase
  )
}

/** Whether what stands on an account in a currency is translated at each net asset value. */
export const isTranslated = ({ account, currency }: { readonly account: AccountCode; readonly currency: Currency }, base: Currency): boolean =>
  currency !== base && isMonetary(account)

export type Translated = { readonly entry: JournalEntry | undefined; readonly issues: readonly Issue[] }

/** The entry that sets 1192 to Σ(local × rate − base) of foreign cash, receivables and payables, kept apart by what it revalues. */
export function translationEntry(
  balances: Balances,
  date: CalendarDate,
  markDate: CalendarDate,
  fund: Fund,
  rateOn: RateOn,
  view: 'nav' | 'reporting',
): Translated {
  const { baseCurrency } = fund.series
  const changes = new PartChanges(accounts.currencyUnrealized, balances)
  const unrated = new Set<Currency>()
  const foreign = [...balances.values()].filter((balance) => isTranslated(balance, baseCurrency))
  // An account is translated as a whole, whether some of it names a class or not.
  for (const ofItem of Map.groupBy(foreign, ({ account, currency }) => `${account}/${currency}`).values()) {
    const [{ account, currency }] = ofItem as [Balance]
    const local = ofItem.reduce((total, balance) => total + balance.local, 0n)
    const base = ofItem.reduce((total, balance) => total + balance.base, 0n)
    const rate = local === 0n ? parity : rateOn(currency, markDate)
    if (rate === undefined) unrated.add(currency)
    else changes.add(currency, account, (local === 0n ? 0n : translateAmount(local, currency, rate, baseCurrency)) - base)
  }
  const header = { id: `translation/${formatCalendarDate(date)}`, memo: 'Translation of foreign cash, receivables and payables', rule: 'translation' } as const
  return {
    entry: changes.entry(header, accounts.unrealizedCurrency, date, fund, view),
    issues: [...unrated].map((currency) => missingRate(currency, markDate, 'what is owned and owed in it')),
  }
}

/** Σ of targets by currency and part, less what the valuation account holds of each already (R2.4). */
class PartChanges {
  private readonly account: AccountCode
  private readonly changes = new Map<string, { readonly currency: Currency; readonly part: PostingPart | undefined; change: bigint }>()

  constructor(account: AccountCode, balances: Balances) {
    this.account = account
    for (const balance of balances.values()) if (balance.account === account) this.add(balance.currency, balance.part, -balance.base)
  }

  add(currency: Currency, part: PostingPart | undefined, change: bigint): void {
    const key = `${currency}/${part ?? ''}`
    const known = this.changes.get(key)
    if (known === undefined) this.changes.set(key, { currency, part, change })
    else known.change += change
  }

  entry(
    { id, memo, rule }: { readonly id: string; readonly memo: string; readonly rule: 'mark' | 'translation' },
    against: AccountCode,
    date: CalendarDate,
    { series, classes }: Fund,
    view: 'nav' | 'reporting',
  ): JournalEntry | undefined {
    const moved = [...this.changes.values()].filter(({ change }) => change !== 0n)
    if (moved.length === 0) return undefined
    const classId = classes[0]?.id
    return journalEntry({
      id: `${id}${view === 'nav' ? '' : '/reporting'}`,
      effectiveDate: date,
      navDate: date,
      cause: { by: 'rule', rule, date },
      memo,
      postings: moved.flatMap(({ currency, part, change }) => {
        const local = currency === series.baseCurrency ? change : 0n
        return [posting('debit', this.account, currency, local, change, { part }), posting('credit', against, currency, local, change, { part, classId })]
      }),
    })
  }
}

type Unpriced = {
  readonly instrument: Instrument
  readonly holding: Holding
  readonly date: CalendarDate
  readonly policy: Policy<'valuation'>
  readonly selection: Missing
  /** Prices of the day that the policy does not take. */
  readonly others: readonly PriceObservation[]
  /** A price of another holding on that day: where this one's would stand. */
  readonly neighbour: PriceObservation | undefined
  readonly sourceOf: MarkContext['sourceOf']
}

function missingPrice({ instrument, holding: { lots }, date, policy, selection: { halt, expired }, others, neighbour, sourceOf }: Unpriced): Issue {
  if (halt !== undefined || expired !== undefined) return noFairValue(instrument, date, halt, expired)
  const types = policy.settings.price_types
  const suppliers = policy.settings.price_sources
  const day = formatCalendarDate(date)
  const source = lots[0] === undefined ? undefined : sourceOf(lots[0].id)
  const lot = `lot ${lots[0]?.id}${source === undefined ? '' : ` (${source.file}:${source.row})`}`
  const row = `${day},${instrument.id},PRICE,${types[0]},${suppliers?.[0] ?? neighbour?.supplier ?? 'SOURCE'}`
  const add = `Add to ${neighbour === undefined ? 'a file in prices/' : neighbour.source.file} the row "${row}" (date, instrument, price, type, source) with the price in place of PRICE`
  const place = `${policy.source.file}:${policy.source.row}`
  return {
    code: 'valuation.price-missing',
    place: { file: 'prices/', column: instrument.id },
    found: `no price of ${instrument.name} on ${day}${others.length === 0 ? '' : ` but ${others.map((other) => `${other.type} from ${other.supplier} (${other.source.file}:${other.source.row})`).join(', ')}`}, and ${lot}${lots.length === 1 ? ' is held' : ` and ${lots.length - 1} more are held`}`,
    needed: `a price of type ${types.join(' or ')}${suppliers === undefined ? '' : ` from ${suppliers.join(' or ')}`} for that day, by the valuation policy (${place})`,
    remedy: others.length === 0 ? `${add}.` : `${add}; or let the valuation policy take what there is.`,
    about: { instrument: instrument.id, date: day },
  }
}

/** A security that no quotation may price, and whose fair value was not found or is to be reviewed (R5.9, R5.13). */
function noFairValue({ id, name }: Instrument, date: CalendarDate, halt: Missing['halt'], expired: Missing['expired']): Issue {
  const day = formatCalendarDate(date)
  const due = expired?.judgement?.nextReview
  const from = expired === undefined ? undefined : `${formatCalendarDate(expired.date)} (${expired.source.file}:${expired.source.row})`
  const why = halt === undefined ? '' : `, halted since ${formatCalendarDate(halt.from)}: ${halt.reason} (${halt.source.file}:${halt.source.row})`
  return {
    code: 'valuation.fair-value-missing',
    place: {
      file: expired?.source.file ?? 'prices/',
      ...(expired === undefined ? {} : { row: expired.source.row }),
      column: expired === undefined ? id : 'next_review',
    },
    found: `${name} on ${day}${why}${due === undefined ? '; no fair value' : `; the fair value of ${from} held through ${formatCalendarDate(due)}`}`,
    needed: 'a fair value for that day; no quotation stands in for it',
    remedy: `Add to a file in prices/ a row of type fair-value with its memo: the value as reviewed, and the day of the next review.`,
    about: { instrument: id, date: day },
  }
}

const ambiguousPrice = (instrument: Instrument, date: CalendarDate, candidates: readonly PriceObservation[]): Issue => ({
  code: 'valuation.price-ambiguous',
  place: { file: candidates[0]?.source.file ?? 'prices/', row: candidates[0]?.source.row ?? 1, column: 'source' },
  found: `${candidates.length} prices of ${instrument.name} on ${formatCalendarDate(date)}: ${candidates.map(({ supplier, source }) => `${supplier} (${source.file}:${source.row})`).join(', ')}`,
  needed: 'an order of preference between the sources',
  remedy: 'Set price_sources in the valuation policy of fund.yaml, or remove one of the prices.',
  about: { instrument: instrument.id, date: formatCalendarDate(date) },
})
