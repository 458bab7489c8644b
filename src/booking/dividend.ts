/**
 * R3.15, R3.16: on the ex-date Dr 1320 net, Dr 4020 the tax that is final, Dr 1325 what is reclaimed / Cr 4000 gross, on the
 * position at the close before. A correction reverses what was booked and books anew, effective on the same day (R3.67).
 */
import { formatCalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { decimal, type Decimal, divideRound, formatDecimal, formatShortDecimal, isZero, product } from '../values/decimal.ts'
import { type ExchangeRate, translateAmount } from '../values/exchange-rate.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount, amountToDecimal, roundToAmount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { Quantity, Rate, Shares } from '../values/scaled.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { onOrAfter } from '../reference/nyse-calendar.ts'
import { policyOn } from '../reference/policy.ts'
import { type Dividend } from '../events/dividend.ts'
import { type JournalEntry, journalEntry, type Posting, posting } from '../ledger/journal-entry.ts'
import { type Booked, booked, type BookView, type Change, refused } from './booked.ts'
import { incomeItem } from './income-item.ts'
import { missingRate } from './missing-rate.ts'
import { type Obligation } from './obligation.ts'

export function bookDividend(event: Dividend, view: BookView): Booked {
  const { id, effectiveDate, payload } = event
  const { currency, instrument, reverses } = payload
  const units = view.heldBefore(instrument, effectiveDate)
  const parts = partsOf(event, units, view)
  if ('code' in parts) return refused(parts)
  const reversed = reverses === undefined ? undefined : view.dividend(reverses)
  if (reverses !== undefined && reversed === undefined) return refused(notBooked(event, reverses))
  const rate = view.rate(currency, effectiveDate)
  if (rate === undefined) return refused(missingRate(currency, effectiveDate, id))

  const { name } = view.instrument(instrument)
  const header = { effectiveDate, navDate: view.navDate }
  const cause = { by: 'record', record: id, kind: 'dividend' } as const
  const postings = postingsOf(parts, currency, rate, view)
  const entry = journalEntry({ ...header, id, cause: { ...cause, restsOn: [] }, memo: `Dividend of ${name}`, postings })
  const reversal =
    reversed === undefined
      ? undefined
      : journalEntry({
          ...header,
          id: `${id}/reversal`,
          cause: { ...cause, restsOn: [reversed.record] },
          memo: `Reversal of ${reversed.record}, dividend of ${name}`,
          postings: reversed.postings.map((each) => ({ ...each, side: each.side === 'debit' ? 'credit' : 'debit' })),
        })
  const { changes, residuals } = openItems(event, entry, reversed, view)
  const entries = [reversal, entry, residuals && journalEntry({ ...header, id: `${id}/rounding`, ...residuals, cause: { ...cause, restsOn: [] } })]
  const effect = effectOf(entry.postings) - effectOf(reversed?.postings ?? [])
  return booked(
    entries.filter((each) => each !== undefined && each.postings.length > 0) as readonly JournalEntry[],
    [...changes, { of: 'dividend', dividend: { record: id, postings: entry.postings } }],
    [...(units === 0n && !isZero(payload.rate) ? [noPosition(event, name)] : []), ...missed(event, effect, view)],
  )
}

/** Minor units of the currency of the dividend; together net, tax, reclaim and fee are gross. */
type DividendParts = {
  readonly gross: bigint
  /** Cash to come on the pay date. */
  readonly net: bigint
  readonly tax: bigint
  readonly reclaim: bigint
  readonly fee: bigint
  /** What of gross is a distribution of gains. */
  readonly gain: bigint
}

/** Each found from the units and its own rate, half up to the minor unit; the reclaim is what is withheld above the treaty's tax. */
function partsOf(event: Dividend, units: Quantity, { instrument }: BookView): DividendParts | Issue {
  const { rate, currency, capitalGain, feeRate, withholdingRate, withheld: statedTax, treatyRate, reclaim: statedReclaim } = event.payload
  const ofUnits = (each: Decimal): Amount => roundToAmount(product(Quantity.toDecimal(units), each), currency, 'half-up')
  const gross = ofUnits(rate)
  const ofGross = (part: Rate): Amount => roundToAmount(product(amountToDecimal(gross, currency), Rate.toDecimal(part)), currency, 'half-up')
  // Nothing is withheld from nothing: amounts are stated for a position that is not there.
  const withheld = gross === 0n ? 0n : (statedTax ?? (withholdingRate === undefined ? 0n : ofGross(withholdingRate)))
  const reclaim = gross === 0n ? 0n : treatyRate === undefined ? (statedReclaim ?? 0n) : withheld - ofGross(treatyRate)
  const fee = ofUnits(feeRate)
  const shown = (amount: bigint): string => formatDecimal(amountToDecimal(amount, currency))
  if (withheld + fee > gross || reclaim < 0n || reclaim > withheld) {
    const isOfReclaim = withheld + fee <= gross
    return {
      code: 'income.tax-exceeds',
      place: { file: event.source.file, row: event.source.row, column: isOfReclaim ? 'reclaim' : 'withheld' },
      found: isOfReclaim
        ? reclaim < 0n
          ? `${shown(withheld)} withheld, less than the ${shown(withheld - reclaim)} of the treaty rate`
          : `${shown(reclaim)} reclaimed of ${shown(withheld)} withheld`
        : `${shown(withheld)} withheld and a fee of ${shown(fee)}`,
      needed: isOfReclaim
        ? 'a reclaim of at most what was withheld'
        : `at most the ${shown(gross)} of ${formatShortDecimal(Quantity.toDecimal(units))} ${instrument(event.payload.instrument).name} held before the ex-date`,
      remedy: 'Compare the rates and amounts with the advice of the custodian, and correct the one that is wrong.',
    }
  }
  return { gross, net: gross - withheld - fee, tax: withheld - reclaim, reclaim, fee, gain: ofUnits(capitalGain) }
}

/**
 * In local and base. Each base amount is what the sum through it is at the rate, less the sum before: so the debits make gross
 * at the rate to the last unit, and none is negative.
 */
function postingsOf({ gross, net, tax, reclaim, fee, gain }: DividendParts, currency: Currency, rate: ExchangeRate, view: BookView): readonly Posting[] {
  const base = (amount: bigint): bigint => translateAmount(amount, currency, rate, view.currency)
  const isFeeNet = policyOn(view.fund.policies, 'income', view.navDate)?.settings.depositary_fees === 'net-of-dividend'
  const debits = [
    [accounts.receivableDividends, net],
    [accounts.receivableTaxReclaims, reclaim],
    [accounts.foreignTaxWithheld, tax],
    ...(isFeeNet ? [] : [[accounts.otherExpenses, fee] as const]),
  ] as const
  let before = 0n
  const debited = debits.map(([account, amount]) => {
    const own = base(before + amount) - base(before)
    before += amount
    return posting('debit', account, currency, amount, own)
  })
  // Of a distribution of gains the fee takes what it must: income is not below zero.
  const income = gross - gain - (isFeeNet ? fee : 0n) > 0n ? gross - gain - (isFeeNet ? fee : 0n) : 0n
  return [
    ...debited,
    posting('credit', accounts.dividendIncome, currency, income, base(income)),
    posting('credit', accounts.capitalGainDistributionsReceived, currency, before - income, base(before) - base(income)),
  ]
}

/** What is left open: what was, less what was booked for it, and what is booked now. What came already may be too much: then it is owed. */
function openItems(
  { id, effectiveDate, payload }: Dividend,
  entry: JournalEntry,
  reversed: { readonly record: RecordId; readonly postings: readonly Posting[] } | undefined,
  view: BookView,
): { readonly changes: readonly Change[]; readonly residuals: { readonly memo: string; readonly postings: readonly Posting[] } | undefined } {
  const { currency, payDate } = payload
  const changes: Change[] = []
  const postings: Posting[] = []
  for (const [item, account] of items) {
    const before = reversed === undefined ? undefined : view.obligation(reversed.record, item)
    const sign = before?.side === 'payable' ? -1n : 1n
    const now = sumOn(account, entry.postings)
    const then = sumOn(account, reversed?.postings ?? [])
    const local = sign * (before?.open ?? 0n) - then.local + now.local
    const base = sign * (before?.openBase ?? 0n) - then.base + now.base
    if (before !== undefined) changes.push({ of: 'obligation', obligation: { ...before, open: 0n as Amount, openBase: 0n as Amount } })
    // Of a part paid at its share of the first counter-value, a unit of rounding may be left that is of no cash.
    const isOfCash = local !== 0n && base > 0n === local > 0n
    if (!isOfCash && base !== 0n)
      postings.push(posting('credit', account, currency, 0n, base), posting('debit', accounts.realizedCurrency, view.currency, 0n, base))
    if (local !== 0n)
      changes.push(
        incomeItem({
          record: id,
          item,
          account,
          currency,
          local,
          base: isOfCash ? base : 0n,
          due: item === undefined ? payDate : undefined,
          since: effectiveDate,
        }),
      )
  }
  return { changes, residuals: postings.length === 0 ? undefined : { memo: 'Rounding of a dividend paid before it was corrected', postings } }
}

const items: readonly (readonly [Obligation['item'], Posting['account']])[] = [
  [undefined, accounts.receivableDividends],
  ['reclaim', accounts.receivableTaxReclaims],
]

function sumOn(account: Posting['account'], postings: readonly Posting[]): { readonly local: bigint; readonly base: bigint } {
  let [local, base] = [0n, 0n]
  for (const each of postings) {
    if (each.account !== account) continue
    local += each.side === 'debit' ? each.amount : -each.amount
    base += each.side === 'debit' ? each.base : -each.base
  }
  return { local, base }
}

/** What the postings add to net assets, in base. */
const effectOf = (postings: readonly Posting[]): bigint => items.reduce((total, [, account]) => total + sumOn(account, postings).base, 0n)

const noPosition = ({ id, source, effectiveDate, payload }: Dividend, name: string): Issue => ({
  code: 'income.no-position',
  place: { file: source.file, row: source.row, column: 'instrument' },
  found: `a dividend of ${name}, and none held at the close before ${formatCalendarDate(effectiveDate)}`,
  needed: 'a position bought before the ex-date and not sold before it',
  remedy: 'Nothing is booked. Remove the row, or check the ex-date and the dates of the trades.',
  about: { record: id, instrument: payload.instrument, date: formatCalendarDate(effectiveDate) },
})

/** R12.27: what could have been known when a net asset value was struck asks whether that was in error; what could not does not. */
function missed({ id, source, effectiveDate, payload }: Dividend, effect: bigint, view: BookView): readonly Issue[] {
  if (payload.isKnowable !== true || view.navDate <= onOrAfter(effectiveDate) || effect === 0n) return []
  const outstanding = view.fund.classes.reduce((total, { id: classId }) => total + view.outstanding(classId), 0n)
  const perShare =
    outstanding === 0n
      ? ''
      : `, ${formatDecimal(divideRound(amountToDecimal(effect, view.currency), decimal(outstanding, Shares.scale), 'half-up', 4))} a share`
  return [
    {
      code: 'income.missed',
      place: { file: source.file, row: source.row, column: 'informed' },
      found: `${id} adds ${formatDecimal(amountToDecimal(effect, view.currency))} to net assets${perShare}, of which the net asset values from ${formatCalendarDate(onOrAfter(effectiveDate))} were struck without`,
      needed: 'what could be known in the net asset value of its day',
      remedy: 'Test those net asset values for an error in the price of fund shares: the dividend is in this one whatever its size.',
      about: {
        record: id,
        instrument: payload.instrument,
        date: formatCalendarDate(effectiveDate),
        effect: formatDecimal(amountToDecimal(effect < 0n ? -effect : effect, view.currency)),
      },
    },
  ]
}

const notBooked = ({ source }: Dividend, reverses: RecordId): Issue => ({
  code: 'income.not-booked',
  place: { file: source.file, row: source.row, column: 'reverses' },
  found: `a correction of ${reverses}, which is not booked`,
  needed: 'a dividend that stands in the books',
  remedy: 'Mend what is wrong with that record, or name another.',
})
