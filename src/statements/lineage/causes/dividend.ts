/**
 * Dividends: each account takes a sum of gross, tax, reclaim, fee and gain, and is read from the fields of those that are left
 * in the sum. What is found a unit rests on the trades before the ex-date too, and what is foreign on the rate of the ex-date.
 */
import { isZero } from '../../../values/decimal.ts'
import { accounts } from '../../../reference/chart-of-accounts.ts'
import { policyOn } from '../../../reference/policy.ts'
import { type FigureBook } from '../../figure-book.ts'
import { fromRows, join, NONE, type Parts, withoutTerms, withPart } from '../parts.ts'
import { fieldsOfTerms, rateFields, row, type SourceTerm, splitFields } from '../source-field.ts'
import { type Cause, type EventOf } from './cause.ts'

type Dividend = EventOf<'dividend'>

/** What a dividend is made of, each found from fields of its own. */
type Term = 'gross' | 'gain' | 'withheld' | 'tax at the treaty rate' | 'reclaim as stated' | 'fee'

/** How often each term is in a sum. */
type Sum = Readonly<Partial<Record<Term, number>>>

export const dividend: Cause<Dividend> = {
  // A correction takes what it reverses back.
  dollars: (event, { figures }) => {
    const { reverses } = event.payload
    const reversed = reverses === undefined ? undefined : (figures.books.eventOf(reverses) as Dividend)
    const effect = (of: Dividend): Sum => sumOf([accounts.receivableDividends, accounts.receivableTaxReclaims], of, figures)
    const own = partsOf(event, effect(event), figures)
    return reversed === undefined ? own : join([own, partsOf(reversed, times(effect(reversed), -1), figures)])
  },
  counterValue: (event, { figures }) => {
    if (event.payload.currency === figures.books.currency) return undefined
    const { reverses } = event.payload
    return join([inBase(event, figures), reverses === undefined ? NONE : inBase(figures.books.eventOf(reverses) as Dividend, figures)])
  },
  cash: (event, context, taken) => {
    const { figures } = context
    const moved = times(sumOf([accounts.receivableDividends], event, figures), signOf(taken))
    const own = partsOf(event, moved, figures)
    if (event.payload.reverses === undefined) return own
    // What came of the one before it has no need to come again.
    const reversed = figures.books.eventOf(event.payload.reverses) as Dividend
    const settlements = figures.books.settlementsOf(reversed.id)
    if (settlements.length > 0) return join([own, ...settlements.map((each) => context.dollarsOf(each))])
    if (!hasCome(reversed, figures)) return own
    return join([own, partsOf(reversed, times(sumOf([accounts.receivableDividends], reversed, figures), -signOf(taken)), figures)])
  },
  entry: (event, { entry: { cause }, accounts: taken, isLocal, part }, { figures }) => {
    const reversed = cause.by === 'record' ? cause.restsOn[0] : undefined
    const isInBase = !isLocal && event.payload.currency !== figures.books.currency
    if (reversed === undefined) return withPart(isInBase ? inBase(event, figures) : partsOf(event, sumOf([...taken], event, figures), figures), part)
    const of = figures.books.eventOf(reversed) as Dividend
    const reversal = withPart(isInBase ? inBase(of, figures) : partsOf(of, times(sumOf([...taken], of, figures), -1), figures), part)
    // A rate of nothing has no entry of its own to be named by.
    return isZero(event.payload.rate) ? join([reversal, fromRows([row(event, ['rate'], figures)])]) : reversal
  },
}

/** All fields of a dividend in a foreign currency: what one account takes of it in base is rounded so that all of them add. */
const inBase = (event: Dividend, figures: FigureBook): Parts =>
  join([wholeDividend(event, figures), fromRows(rateFields(event.payload.currency, event.effectiveDate, figures))])

/** All that a dividend is made of, in its own currency. */
export function wholeDividend(event: Dividend, figures: FigureBook): Parts {
  const whole: Sum = {
    gross: 1,
    gain: 1,
    withheld: 1,
    fee: 1,
    ...(event.payload.treatyRate === undefined ? { 'reclaim as stated': 1 } : { 'tax at the treaty rate': 1 }),
  }
  return withoutTerms(partsOf(event, whole, figures))
}

/** What came of a reclaim was asked for by these fields. */
export const reclaimParts = (event: Dividend, figures: FigureBook): Parts => partsOf(event, sumOf([accounts.receivableTaxReclaims], event, figures), figures)

/** Cash comes as the receivable goes. */
const signOf = (taken: ReadonlySet<string> | undefined): number =>
  taken === undefined || !taken.has(accounts.receivableDividends) ? 1 : taken.has(accounts.cash) || taken.has(accounts.foreignCurrency) ? 0 : -1

const hasCome = ({ id }: Dividend, { books }: FigureBook): boolean =>
  books.entries.some(({ cause }) => cause.by === 'rule' && 'record' in cause && cause.record === id)

/** Debits less credits of the accounts, as a sum of terms. */
function sumOf(codes: readonly string[], { payload, effectiveDate, id }: Dividend, { books: { fund, nav } }: FigureBook): Sum {
  const isFeeNet = policyOn(fund.policies, 'income', nav.dateOf(id) ?? effectiveDate)?.settings.depositary_fees === 'net-of-dividend'
  const reclaim: Sum = payload.treatyRate === undefined ? { 'reclaim as stated': 1 } : { withheld: 1, 'tax at the treaty rate': -1 }
  const byAccount: Readonly<Record<string, readonly Sum[]>> = {
    [accounts.receivableDividends]: [{ gross: 1, withheld: -1, fee: -1 }],
    [accounts.receivableTaxReclaims]: [reclaim],
    [accounts.foreignTaxWithheld]: [{ withheld: 1 }, times(reclaim, -1)],
    [accounts.otherExpenses]: isFeeNet ? [] : [{ fee: 1 }],
    [accounts.dividendIncome]: [{ gross: -1, gain: 1, ...(isFeeNet ? { fee: 1 } : {}) }],
    [accounts.capitalGainDistributionsReceived]: [{ gain: -1 }],
  }
  const total: Partial<Record<Term, number>> = {}
  for (const sum of codes.flatMap((code) => byAccount[code] ?? []))
    for (const [term, count] of Object.entries(sum) as [Term, number][]) total[term] = (total[term] ?? 0) + count
  return total
}

const times = (sum: Sum, factor: number): Sum => Object.fromEntries(Object.entries(sum).map(([term, count]) => [term, count * factor]))

/** The row with the terms of the sum, in the currency of the dividend; what is found a unit brings its trades. */
function partsOf(event: Dividend, sum: Sum, figures: FigureBook): Parts {
  const { payload } = event
  const fields: Readonly<Record<Term, readonly string[]>> = {
    gross: ['rate'],
    gain: isZero(payload.capitalGain) ? [] : ['capital_gain'],
    withheld: payload.withheld === undefined ? (payload.withholdingRate === undefined ? [] : ['rate', 'withholding_rate']) : ['withheld'],
    'tax at the treaty rate': ['rate', 'treaty_rate'],
    'reclaim as stated': payload.reclaim === undefined ? [] : ['reclaim'],
    fee: isZero(payload.feeRate) ? [] : ['fee_rate'],
  }
  const terms = (Object.entries(sum) as [Term, number][]).map(([name, count]): SourceTerm => ({ name, times: count, fields: fields[name] }))
  const named = fieldsOfTerms(terms)
  const isByUnit = ['rate', 'capital_gain', 'fee_rate'].some((field) => named.includes(field))
  return join([fromRows([{ ...row(event, named, figures), terms }]), isByUnit ? heldParts(event, figures) : NONE])
}

/** The trades and splits that made the position before the ex-date. */
const heldParts = ({ effectiveDate, payload: { instrument } }: Dividend, figures: FigureBook): Parts =>
  fromRows(
    figures.books
      .tradesOf(instrument)
      .filter((trade) => trade.effectiveDate < effectiveDate || (trade.kind === 'split' && trade.effectiveDate === effectiveDate))
      .map((trade) => row(trade, trade.kind === 'split' ? splitFields : ['quantity'], figures)),
  )
