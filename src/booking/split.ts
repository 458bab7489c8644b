/** R3.17: the units of all lots change at the open of the ex-date; a fraction paid in cash is sold: proceeds less its cost is realized. */
import { formatShortDecimal } from '../values/decimal.ts'
import { translateAmount } from '../values/exchange-rate.ts'
import { type Issue } from '../values/issue.ts'
import { Quantity } from '../values/scaled.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { settlementDate } from '../reference/settlement-cycle.ts'
import { type Split } from '../events/split.ts'
import { journalEntry, posting, postingsOf } from '../ledger/journal-entry.ts'
import { type Holding } from '../lots/lot.ts'
import { type Relief, relieveFifo } from '../lots/relief.ts'
import { splitHolding, unitsAfterSplit, unitsKept } from '../lots/split.ts'
import { positionValue } from '../valuation/position-value.ts'
import { type Booked, booked, type BookView, type Change, refused } from './booked.ts'
import { missingRate } from './missing-rate.ts'

/** Of what is not held, nothing is booked. */
export function bookSplit(event: Split, view: BookView): Booked {
  const { payload } = event
  const holding = view.holding(payload.instrument)
  if (holding.quantity === 0n) return booked([], [])
  const quantity = unitsAfterSplit(holding.quantity, payload.newUnits, payload.oldUnits)
  if (quantity === 0n) return refused(nothingLeft(event, holding))
  const after = splitHolding(holding, quantity)
  const fraction = (quantity - unitsKept(payload, holding.quantity)) as Quantity
  return fraction === 0n ? bookUnits(event, view, holding, after) : payFraction(event, view, after, fraction)
}

/** An entry of no dollars: the evidence of what happened to the units. */
function bookUnits({ id, effectiveDate, payload }: Split, view: BookView, before: Holding, after: Holding): Booked {
  const { name } = view.instrument(payload.instrument)
  const entry = journalEntry({
    id,
    effectiveDate,
    navDate: view.navDate,
    cause: { by: 'record', record: id, kind: 'split', restsOn: [] },
    memo: `Split of ${name}: ${units(before.quantity)} units become ${units(after.quantity)}`,
    postings: [],
  })
  return booked([entry], [{ of: 'holding', instrument: payload.instrument, holding: after }])
}

/** The oldest lot gives the fraction. */
function payFraction(event: Split, view: BookView, after: Holding, fraction: Quantity): Booked {
  const { id, effectiveDate, payload } = event
  const { currency, name, multiplier } = view.instrument(payload.instrument)
  const rate = view.rate(currency, effectiveDate)
  if (rate === undefined) return refused(missingRate(currency, effectiveDate, id))
  const cash = payload.cashAmount ?? positionValue(fraction, payload.cashPrice ?? (0n as never), multiplier, currency)
  const proceeds = translateAmount(cash, currency, rate, view.currency)
  const relief = relieveFifo(after, fraction) as Relief
  const entry = journalEntry({
    id,
    effectiveDate,
    navDate: view.navDate,
    cause: { by: 'record', record: id, kind: 'split', restsOn: relief.relieved.map(({ lot }) => lot) },
    memo: `Split of ${name}: cash in lieu of ${units(fraction)} units`,
    postings: [
      posting('debit', accounts.receivableInvestmentsSold, currency, cash, proceeds),
      posting('credit', accounts.investments, currency, relief.localCost, relief.cost),
      ...postingsOf('credit', accounts.realizedSecurities, currency, cash - relief.localCost, proceeds - relief.cost),
    ],
  })
  const receivable: Change = {
    of: 'obligation',
    obligation: {
      trade: id,
      account: accounts.receivableInvestmentsSold,
      side: 'receivable',
      classId: undefined,
      currency,
      total: cash,
      open: cash,
      openBase: proceeds,
      undelivered: undefined,
      due: payload.payDate ?? settlementDate(effectiveDate),
    },
  }
  return booked([entry], [{ of: 'holding', instrument: payload.instrument, holding: relief.holding }, receivable])
}

const nothingLeft = ({ source, payload }: Split, { quantity }: Holding): Issue => ({
  code: 'split.nothing-left',
  place: { file: source.file, row: source.row, column: 'new_units' },
  found: `a split that leaves nothing of ${units(quantity)} units of ${payload.instrument}`,
  needed: 'a ratio that leaves units',
  remedy: 'Correct the ratio; a security that is exchanged for nothing is no split.',
})

const units = (quantity: Quantity): string => formatShortDecimal(Quantity.toDecimal(quantity))
