/** R3.9: Dr 1300 net proceeds / Cr 1100 cost of the lots relieved; the difference is realized gain or loss (R2.5, R4.4). */
import { formatCalendarDate } from '../values/calendar-date.ts'
import { formatDecimal } from '../values/decimal.ts'
import { translateAmount } from '../values/exchange-rate.ts'
import { type Issue } from '../values/issue.ts'
import { Quantity } from '../values/scaled.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { type Instrument } from '../reference/instrument.ts'
import { policyOn } from '../reference/policy.ts'
import { settlementDate } from '../reference/settlement-cycle.ts'
import { type Sale } from '../events/sale.ts'
import { journalEntry, posting, postingsOf } from '../ledger/journal-entry.ts'
import { type Holding } from '../lots/lot.ts'
import { type Relief, type ReliefFault, relieveFifo, relieveSpecific } from '../lots/relief.ts'
import { type Booked, booked, type BookView, refused } from './booked.ts'
import { missingRate } from './missing-rate.ts'
import { tradeCash } from './trade-cash.ts'

export function bookSale(event: Sale, view: BookView): Booked {
  const { id, effectiveDate, payload } = event
  const instrument = view.instrument(payload.instrument)
  const { currency } = instrument
  const cash = tradeCash(event, instrument)
  if (!cash.ok) return refused(cash.issue)
  const relief = relieveFor(event, view)
  if ('code' in relief) return refused(relief)
  const rate = view.rate(currency, effectiveDate)
  if (rate === undefined) return refused(missingRate(currency, effectiveDate, id))

  const proceeds = translateAmount(cash.amount, currency, rate, view.currency)
  const entry = journalEntry({
    id,
    effectiveDate,
    navDate: view.navDate,
    cause: { by: 'record', record: id, kind: 'sale', restsOn: relief.relieved.map(({ lot }) => lot) },
    memo: `Sale of ${instrument.name}`,
    postings: [
      posting('debit', accounts.receivableInvestmentsSold, currency, cash.amount, proceeds),
      posting('credit', accounts.investments, currency, relief.localCost, relief.cost),
      ...postingsOf('credit', accounts.realizedSecurities, currency, cash.amount - relief.localCost, proceeds - relief.cost),
    ],
  })
  return booked(
    [entry],
    [
      { of: 'holding', instrument: instrument.id, holding: relief.holding },
      {
        of: 'obligation',
        obligation: {
          trade: id,
          account: accounts.receivableInvestmentsSold,
          side: 'receivable',
          classId: undefined,
          currency,
          total: cash.amount,
          open: cash.amount,
          openBase: proceeds,
          undelivered: payload.quantity,
          due: payload.settlementDate ?? settlementDate(effectiveDate),
        },
      },
    ],
    cash.exceptions,
  )
}

/** The lots that the sale names, or by the policy in force on its trade date. */
function relieveFor(event: Sale, view: BookView): Relief | Issue {
  const { payload, effectiveDate, source } = event
  const holding = view.holding(payload.instrument)
  const instrument = view.instrument(payload.instrument)
  if (payload.lots !== undefined) {
    const relief = relieveSpecific(holding, payload.lots)
    return 'fault' in relief ? faultIssue(relief, event, instrument, holding) : relief
  }
  if (
    policyOn(view.fund.policies, 'lot_relief', effectiveDate)?.settings.method === 'specific' &&
    holding.lots.length > 1 &&
    payload.quantity < holding.quantity
  ) {
    return {
      code: 'lots.selection-missing',
      place: { file: source.file, row: source.row, column: 'lots' },
      found: `no lots named, and ${holding.lots.length} open lots of ${instrument.name}: ${listLots(holding)}`,
      needed: 'the lots it relieves, since the policy lot_relief is "specific"',
      remedy: 'Fill in "lots" as ID:QUANTITY, or change the policy to "fifo".',
    }
  }
  const relief = relieveFifo(holding, payload.quantity)
  return 'fault' in relief ? faultIssue(relief, event, instrument, holding) : relief
}

function faultIssue(fault: ReliefFault, { payload, effectiveDate, source }: Sale, instrument: Instrument, holding: Holding): Issue {
  const place = { file: source.file, row: source.row, column: fault.fault === 'insufficient' ? 'quantity' : 'lots' }
  switch (fault.fault) {
    case 'insufficient':
      return {
        code: 'lots.insufficient',
        place,
        found: `a sale of ${units(payload.quantity)} ${instrument.name} on ${formatCalendarDate(effectiveDate)}`,
        needed: `at most the ${units(holding.quantity)} held${holding.lots.length === 0 ? '' : ` (${listLots(holding)})`}; ${units(fault.missing)} are missing`,
        remedy: 'Add the missing purchase, or correct the quantity or the date of the sale.',
      }
    case 'unknown lot':
      return {
        code: 'lots.unknown-lot',
        place,
        found: `lot ${fault.lot}`,
        needed: `an open lot of ${instrument.name}: ${listLots(holding) || 'there is none'}`,
        remedy: 'Name the lot by the id of the purchase that opened it.',
      }
    case 'lot too small':
      return {
        code: 'lots.insufficient',
        place,
        found: `${units(fault.asked)} of lot ${fault.lot.id}`,
        needed: `at most the ${units(fault.lot.quantity)} left in it`,
        remedy: 'Take less from this lot, or name another beside it.',
      }
  }
}

const listLots = ({ lots }: Holding): string => {
  const shown = lots.slice(0, 5).map(({ id, quantity }) => `${id}: ${units(quantity)}`)
  return lots.length > 5 ? `${shown.join(', ')} and ${lots.length - 5} more` : shown.join(', ')
}

const units = (quantity: Quantity): string => formatDecimal(Quantity.toDecimal(quantity)).replace(/\.?0+$/, '')
