/** R3.9: Dr 1300 net proceeds / Cr 1100 cost of the lots relieved; the difference is realized gain or loss (R2.5, R4.4). */
import { formatCalendarDate } from '../values/calendar-date.ts'
import { formatDecimal } from '../values/decimal.ts'
import { type Issue } from '../values/issue.ts'
import { Quantity } from '../values/scaled.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { type Instrument } from '../reference/instrument.ts'
import { policyOn } from '../reference/policy.ts'
import { settlementDate } from '../reference/settlement-cycle.ts'
import { type Sale } from '../events/sale.ts'
import { inBase, journalEntry, signedInBase } from '../ledger/journal-entry.ts'
import { type Holding } from '../lots/lot.ts'
import { type Relief, type ReliefFault, relieveFifo, relieveSpecific } from '../lots/relief.ts'
import { type Booked, booked, type BookView, refused } from './booked.ts'
import { tradeCash } from './trade-cash.ts'

export function bookSale(event: Sale, view: BookView): Booked {
  const { id, effectiveDate, payload } = event
  const instrument = view.instrument(payload.instrument)
  const cash = tradeCash(event, instrument, view.currency)
  if (!cash.ok) return refused(cash.issue)
  const relief = relieveFor(event, view)
  if ('code' in relief) return refused(relief)

  const gain = cash.amount - relief.cost
  const entry = journalEntry({
    id,
    effectiveDate,
    navDate: view.navDate,
    cause: { by: 'record', record: id, kind: 'sale', restsOn: relief.relieved.map(({ lot }) => lot) },
    memo: `Sale of ${instrument.name}`,
    postings: [
      inBase('debit', accounts.receivableInvestmentsSold, view.currency, cash.amount),
      inBase('credit', accounts.investments, view.currency, relief.cost),
      ...(gain === 0n ? [] : [signedInBase('credit', accounts.realizedSecurities, view.currency, gain)]),
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
          total: cash.amount,
          open: cash.amount,
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
