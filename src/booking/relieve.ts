/** Which lots leave (R4.2): those that the record names, or first in, first out; and what is wrong where they cannot. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { formatDecimal } from '../values/decimal.ts'
import { type Issue } from '../values/issue.ts'
import { Quantity } from '../values/scaled.ts'
import { type SourceRow } from '../values/table.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { policyOn } from '../reference/policy.ts'
import { type LotSelection } from '../events/lot-selection.ts'
import { type Holding } from '../lots/lot.ts'
import { type Relief, type ReliefFault, relieveFifo, relieveSpecific } from '../lots/relief.ts'
import { type BookView } from './booked.ts'

/** Units that leave the fund, by the row that says so. */
export type Leaving = {
  readonly what: 'sale' | 'delivery'
  readonly instrument: InstrumentId
  readonly quantity: Quantity
  readonly lots?: readonly LotSelection[] | undefined
  readonly effectiveDate: CalendarDate
  readonly source: SourceRow
}

/** The lots that the record names, or by the policy in force on its date. */
export function relieve(leaving: Leaving, view: BookView): Relief | Issue {
  const { effectiveDate, source, quantity, lots } = leaving
  const holding = view.holding(leaving.instrument)
  const instrument = view.instrument(leaving.instrument)
  if (lots !== undefined) {
    const relief = relieveSpecific(holding, lots)
    return 'fault' in relief ? faultIssue(relief, leaving, instrument, holding) : relief
  }
  if (policyOn(view.fund.policies, 'lot_relief', effectiveDate)?.settings.method === 'specific' && holding.lots.length > 1 && quantity < holding.quantity) {
    return {
      code: 'lots.selection-missing',
      place: { file: source.file, row: source.row, column: 'lots' },
      found: `no lots named, and ${holding.lots.length} open lots of ${instrument.name}: ${listLots(holding)}`,
      needed: 'the lots it relieves, since the policy lot_relief is "specific"',
      remedy: 'Fill in "lots" as ID:QUANTITY, or change the policy to "fifo".',
    }
  }
  const relief = relieveFifo(holding, quantity)
  return 'fault' in relief ? faultIssue(relief, leaving, instrument, holding) : relief
}

function faultIssue(fault: ReliefFault, { what, quantity, effectiveDate, source }: Leaving, instrument: Instrument, holding: Holding): Issue {
  const place = { file: source.file, row: source.row, column: fault.fault === 'insufficient' ? 'quantity' : 'lots' }
  switch (fault.fault) {
    case 'insufficient':
      return {
        code: 'lots.insufficient',
        place,
        found: `a ${what} of ${units(quantity)} ${instrument.name} on ${formatCalendarDate(effectiveDate)}`,
        needed: `at most the ${units(holding.quantity)} held${holding.lots.length === 0 ? '' : ` (${listLots(holding)})`}; ${units(fault.missing)} are missing`,
        remedy: `Add the missing purchase, or correct the quantity or the date of the ${what}.`,
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
