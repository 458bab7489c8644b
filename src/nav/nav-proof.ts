/**
 * The NAV proof of a day, expanded (R12.15): net assets yesterday, with what each holding, each currency and each record
 * did to them, are net assets today. Its terms are those of the roll (`nav-roll.ts`), by where they came from: what is
 * realized and unrealized of a holding is one gain (R2.5), and that is told apart by price, dealing and currency.
 */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { invariant } from '../values/invariant.ts'
import { compareText } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { type Shares } from '../values/scaled.ts'
import { type AccountCode, accountOf, accounts } from '../reference/chart-of-accounts.ts'
import { type ClassId } from '../reference/fund.ts'
import { type ShareSplit } from '../events/share-split.ts'
import { type JournalEntry, type Posting, type PostingPart, signedBase } from '../ledger/journal-entry.ts'
import { priceOn } from '../valuation/price-selection.ts'
import { type ClosedDay } from './close-day.ts'
import { dealingsOf, type HoldingGain, holdingGains, isOfLots, type ProofContext } from './holding-gain.ts'
import { type Replay } from './replay.ts'

/** Each as it adds to net assets, in minor units of the base currency; an expense is negative. */
export const proofTerms = [
  'price',
  'dealing',
  'valueRounding',
  'holdingCurrency',
  'cashCurrency',
  'income',
  'expenses',
  'realized',
  'takenOn',
  'capital',
  'distributions',
] as const
export type ProofTerm = (typeof proofTerms)[number]

export type DayProof = {
  readonly date: CalendarDate
  /** Undefined on the first day. */
  readonly previous: CalendarDate | undefined
  readonly opening: Amount
  /** In the order of `proofTerms`. */
  readonly terms: readonly { readonly term: ProofTerm; readonly effect: Amount }[]
  readonly closing: Amount
  /** closing − opening − terms: zero, or the books are broken. */
  readonly residual: Amount
  /** Price, dealing, rounding and currency of each holding, by id; of those held yesterday, today or in between. */
  readonly holdings: readonly HoldingGain[]
  /** Currency of cash, receivables and payables. */
  readonly currency: readonly CurrencyEffect[]
  readonly income: readonly RecordedEffect[]
  readonly expenses: readonly RecordedEffect[]
  /** What was realized neither on a holding nor on a currency. */
  readonly realized: readonly RecordedEffect[]
  readonly capital: readonly CapitalEffect[]
  readonly distributions: readonly RecordedEffect[]
  /** Splits of fund shares at the open of the day (R6.24). */
  readonly shareSplits: readonly ShareSplit['payload'][]
}

/** Translated anew (R3.40): of an account; or realized (R3.41): by a record. */
export type CurrencyEffect = {
  readonly currency: Currency
  readonly of: PostingPart | undefined
  readonly record: RecordId | undefined
  readonly effect: Amount
}

/** What entries of one cause did by one account. */
export type RecordedEffect = {
  readonly account: AccountCode
  /** The record; or of an accrual the fee or budget by its name. */
  readonly source: string
  readonly by: 'record' | 'accrual' | 'rule'
  readonly effect: Amount
}

/** Capital of a class by the kind of record that brought or took it. */
export type CapitalEffect = {
  readonly classId: ClassId | undefined
  readonly kind: string
  /** How many records. */
  readonly count: number
  /** Shares issued less cancelled. */
  readonly shares: Shares
  readonly effect: Amount
}

/** Proves `day` from the day before it, which is undefined for the first; a residual is a fault of the program. */
export function navProof(before: ClosedDay | undefined, day: ClosedDay, context: ProofContext): DayProof {
  const entries = day.entries.filter((entry) => !isRule(entry, 'fiscal year close'))
  const isTakenOn = entries.some((entry) => isRule(entry, 'take-on'))
  const holdings = isTakenOn ? [] : holdingGains(before, day, entries, context)
  const effects = entries.flatMap((entry) => entry.postings.map((posting) => ({ entry, posting, kind: accountOf(posting.account)?.kind })))
  const ofKind = (kind: (typeof effects)[number]['kind']): readonly Effect[] => effects.filter((each) => each.kind === kind)

  const realized = ofKind('realized')
  const isCurrency = ({ posting: { account } }: Effect): boolean => account === accounts.realizedCurrency || account === accounts.unrealizedCurrency
  const isOfHolding = ({ posting, entry }: Effect): boolean => !isTakenOn && isOfLots(posting) && dealingsOf(entry, context.events).length > 0
  const currency = currencyEffects([...realized, ...ofKind('unrealized')].filter(isCurrency))
  const [income, expenses, distributions] = [recorded(ofKind('income')), recorded(ofKind('expense')), recorded(ofKind('distribution'))]
  const otherwise = recorded(realized.filter((each) => !isCurrency(each) && !isOfHolding(each)))
  const capital = capitalEffects(ofKind('capital'), entries)
  const marked = isTakenOn
    ? total(
        ofKind('unrealized')
          .filter((each) => !isCurrency(each))
          .map(effectOf),
      )
    : 0n

  const ofHoldings = (part: 'price' | 'dealing' | 'rounding' | 'currency'): bigint => total(holdings.map((each) => each[part]))
  const sums: Readonly<Record<ProofTerm, bigint>> = {
    price: ofHoldings('price'),
    dealing: ofHoldings('dealing'),
    valueRounding: ofHoldings('rounding'),
    holdingCurrency: ofHoldings('currency'),
    cashCurrency: totalOf(currency),
    income: totalOf(income),
    expenses: totalOf(expenses),
    realized: totalOf(otherwise),
    takenOn: marked,
    capital: totalOf(capital),
    distributions: totalOf(distributions),
  }
  const { opening, closing } = day.strike.roll
  const terms = proofTerms.map((term) => ({ term, effect: sums[term] as Amount }))
  const residual = (closing - opening - totalOf(terms)) as Amount
  invariant(residual === 0n, `R12.15: the NAV proof of ${formatCalendarDate(day.date)} by holding and record has a residual of ${residual}`)
  return {
    date: day.date,
    previous: before?.date,
    opening,
    terms,
    closing,
    residual,
    holdings,
    currency,
    income,
    expenses,
    realized: otherwise,
    capital,
    distributions,
    shareSplits: entries.flatMap(({ cause }) => {
      const event = cause.by === 'record' ? context.events.get(cause.record) : undefined
      return event?.kind === 'share-split' ? [event.payload] : []
    }),
  }
}

type Effect = { readonly entry: JournalEntry; readonly posting: Posting }

const isRule = ({ cause }: JournalEntry, rule: Extract<JournalEntry['cause'], { by: 'rule' }>['rule']): boolean => cause.by === 'rule' && cause.rule === rule

/** Credits positive: as it adds to net assets. */
const effectOf = ({ posting }: Effect): bigint => -signedBase(posting)
const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n)
const totalOf = (effects: readonly { readonly effect: bigint }[]): bigint => total(effects.map(({ effect }) => effect))

function currencyEffects(effects: readonly Effect[]): readonly CurrencyEffect[] {
  const keyed = Map.groupBy(effects, ({ entry, posting }) => [entry.id, currencyMoved(entry, posting), posting.part ?? ''].join(' '))
  return [...keyed.values()].flatMap((alike) => {
    const [{ entry, posting }] = alike as [Effect]
    const record = entry.cause.by === 'record' || 'record' in entry.cause ? entry.cause.record : undefined
    const effect = total(alike.map(effectOf)) as Amount
    return effect === 0n ? [] : [{ currency: currencyMoved(entry, posting), of: posting.part, record, effect }]
  })
}

/** What is realized of a currency is posted in base; the currency is that of the other postings. */
const currencyMoved = (entry: JournalEntry, { currency }: Posting): Currency =>
  entry.postings.find((other) => other.currency !== currency)?.currency ?? currency

function recorded(effects: readonly Effect[]): readonly RecordedEffect[] {
  const keyed = Map.groupBy(effects, ({ entry, posting }) => `${posting.account} ${sourceOf(entry).source}`)
  return [...keyed.values()]
    .map((alike) => {
      const [{ entry, posting }] = alike as [Effect]
      return { account: posting.account, ...sourceOf(entry), effect: total(alike.map(effectOf)) as Amount }
    })
    .toSorted((left, right) => compareText(left.account, right.account))
}

function sourceOf({ cause }: JournalEntry): Pick<RecordedEffect, 'source' | 'by'> {
  if (cause.by === 'record') return { source: cause.record, by: 'record' }
  if (cause.rule === 'accrual') return { source: cause.charge, by: 'accrual' }
  return 'record' in cause ? { source: cause.record, by: 'record' } : { source: cause.rule, by: 'rule' }
}

/** Of entries that move dollars or shares: a split of fund shares, or shares taken on, may move no dollar. */
function capitalEffects(effects: readonly Effect[], entries: readonly JournalEntry[]): readonly CapitalEffect[] {
  const kindOf = ({ cause }: JournalEntry): string => (cause.by === 'record' ? cause.kind : cause.rule)
  const moved = [
    ...effects.map((each) => ({ entry: each.entry, classId: each.posting.classId, effect: effectOf(each), shares: 0n })),
    ...entries.flatMap((entry) =>
      entry.fundShares === undefined ? [] : [{ entry, classId: entry.fundShares.classId, effect: 0n, shares: BigInt(entry.fundShares.change) }],
    ),
  ]
  const keyed = Map.groupBy(moved, ({ entry, classId }) => `${classId ?? ''} ${kindOf(entry)}`)
  return [...keyed.values()].map((alike) => {
    const [{ entry, classId }] = alike as [(typeof moved)[number]]
    return {
      classId,
      kind: kindOf(entry),
      count: new Set(alike.map((each) => each.entry.id)).size,
      shares: total(alike.map(({ shares }) => shares)) as Shares,
      effect: totalOf(alike) as Amount,
    }
  })
}

/** What the proofs of a replay look into. */
export function proofContext({ book, context }: Pick<Replay, 'book' | 'context'>): ProofContext {
  const { fund, instruments, prices } = book
  return {
    instruments,
    events: new Map(book.events.map((event) => [event.id, event])),
    rateOn: context.rateOn,
    closingPrice: (instrument, date) => priceOn(prices, fund.policies, instrument, date).found?.observation.price,
    baseCurrency: fund.series.baseCurrency,
  }
}
