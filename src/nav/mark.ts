/** The mark (R2.4, R3.12): the valuation account is set to value less cost; only the difference is posted. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { type Quantity } from '../values/scaled.ts'
import { type SourceRow } from '../values/table.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { type Fund } from '../reference/fund.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { type Policy, policyOn } from '../reference/policy.ts'
import { baseBalance, type Balances } from '../ledger/balances.ts'
import { type JournalEntry, journalEntry, signedInBase } from '../ledger/journal-entry.ts'
import { type Holding } from '../lots/lot.ts'
import { type PriceBook, type PriceObservation } from '../market/price-book.ts'
import { positionValue } from '../valuation/position-value.ts'
import { selectPrice } from '../valuation/price-selection.ts'

/** A holding at its value: what the schedule of investments prints a line of. */
export type Position = {
  readonly instrument: InstrumentId
  readonly quantity: Quantity
  readonly cost: Amount
  readonly value: Amount
  readonly price: PriceObservation
}

export type Valued = { readonly positions: readonly Position[]; readonly issues: readonly Issue[] }

/** Values every holding at the day's prices. A holding without a price is an issue: nothing is carried over silently (R5.3). */
export function valueHoldings(holdings: ReadonlyMap<InstrumentId, Holding>, date: CalendarDate, { prices, fund, instruments, sourceOf }: MarkContext): Valued {
  const policy = policyOn(fund.policies, 'valuation', date)
  const issues: Issue[] = []
  const missing: InstrumentId[] = []
  const positions: Position[] = []
  if (policy === undefined) return { positions, issues: [] }
  for (const [id, holding] of holdings) {
    const instrument = instruments.get(id) as Instrument
    const selection = selectPrice(prices.on(id, date), policy.settings)
    if (selection.found === undefined) {
      if (selection.why === 'missing') missing.push(id)
      else issues.push(ambiguousPrice(instrument, date, selection.candidates))
      continue
    }
    positions.push({
      instrument: id,
      quantity: holding.quantity,
      cost: holding.cost,
      value: positionValue(holding.quantity, selection.found.price, instrument.multiplier, fund.series.baseCurrency),
      price: selection.found,
    })
  }
  for (const id of missing) {
    issues.push(
      missingPrice({
        instrument: instruments.get(id) as Instrument,
        holding: holdings.get(id) as Holding,
        date,
        policy,
        others: prices.on(id, date),
        neighbour: positions[0]?.price,
        sourceOf,
      }),
    )
  }
  return { positions, issues }
}

export type MarkContext = {
  readonly prices: PriceBook
  readonly fund: Fund
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>
  readonly sourceOf: (record: RecordId) => SourceRow | undefined
}

/** The entry that sets 1190 to Σ(value − cost), or none where it stands there already. */
export function markEntry(
  positions: readonly Position[],
  balances: Balances,
  date: CalendarDate,
  fund: Fund,
  view: 'nav' | 'reporting',
): JournalEntry | undefined {
  const target = positions.reduce((total, { value, cost }) => total + value - cost, 0n)
  const change = target - baseBalance(balances, (account) => account === accounts.investmentsUnrealized)
  if (change === 0n) return undefined
  const classId = fund.classes[0]?.id
  const currency = fund.series.baseCurrency
  return journalEntry({
    id: `mark/${formatCalendarDate(date)}${view === 'nav' ? '' : '/reporting'}`,
    effectiveDate: date,
    navDate: date,
    cause: { by: 'rule', rule: 'mark', date },
    memo: 'Change in unrealized appreciation of investments',
    postings: [
      signedInBase('debit', accounts.investmentsUnrealized, currency, change),
      signedInBase('credit', accounts.unrealizedSecurities, currency, change, classId),
    ],
  })
}

type Unpriced = {
  readonly instrument: Instrument
  readonly holding: Holding
  readonly date: CalendarDate
  readonly policy: Policy<'valuation'>
  /** Prices of the day that the policy does not take. */
  readonly others: readonly PriceObservation[]
  /** A price of another holding on that day: where this one's would stand. */
  readonly neighbour: PriceObservation | undefined
  readonly sourceOf: MarkContext['sourceOf']
}

function missingPrice({ instrument, holding: { lots }, date, policy, others, neighbour, sourceOf }: Unpriced): Issue {
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

const ambiguousPrice = (instrument: Instrument, date: CalendarDate, candidates: readonly PriceObservation[]): Issue => ({
  code: 'valuation.price-ambiguous',
  place: { file: candidates[0]?.source.file ?? 'prices/', row: candidates[0]?.source.row ?? 1, column: 'source' },
  found: `${candidates.length} prices of ${instrument.name} on ${formatCalendarDate(date)}: ${candidates.map(({ supplier, source }) => `${supplier} (${source.file}:${source.row})`).join(', ')}`,
  needed: 'an order of preference between the sources',
  remedy: 'Set price_sources in the valuation policy of fund.yaml, or remove one of the prices.',
  about: { instrument: instrument.id, date: formatCalendarDate(date) },
})
