/** A tax lot with which a fund is taken on (R4.1): it keeps its date and its cost. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { date, positiveAmount, quantity, unsignedDecimal } from '../values/field.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { type Quantity } from '../values/scaled.ts'
import { optional, required, type RowOf, type SourceRow } from '../values/table.ts'
import { type InstrumentId, instrumentId } from '../reference/instrument.ts'
import { type DecodingContext, eventKind } from './event-kind.ts'
import { localAmount, localAmountIssues, localCurrency } from './local-amount.ts'
import { headerColumns, type RecordHeader } from './record.ts'

export type OpeningLot = RecordHeader<'opening-lot'> & {
  readonly payload: {
    readonly instrument: InstrumentId
    readonly acquired: CalendarDate
    readonly quantity: Quantity
    /** Minor units of the currency of the instrument. */
    readonly localCost: Amount
    /** Minor units of the base currency, at the rate of the day it was acquired. */
    readonly cost: Amount
    /** Cost for tax where it is another, in minor units of the base currency. */
    readonly taxCost: Amount | undefined
  }
}

const columns = {
  ...headerColumns,
  effective_date: required(date, 'Day at whose close the fund was taken on: books_from of fund.yaml.'),
  instrument: required(instrumentId, 'What is held: an id of instruments.csv.'),
  acquired: required(date, 'Trade date of the acquisition, which the holding period runs from.'),
  quantity: required(quantity, 'Units still held of the lot.'),
  cost: required(unsignedDecimal, 'Cost of the units still held, with commission and charges, in the currency of the instrument.'),
  base_cost: optional(positiveAmount, 'The same in the base currency, at the rate of the day it was acquired; needed where the two currencies differ.'),
  tax_cost: optional(positiveAmount, 'Cost for tax purposes in the base currency, where it is known and another.'),
} as const

export const openingLot = eventKind({
  kind: 'opening-lot',
  doc: 'A tax lot with which a fund is taken on, at the cost and with the date it had in the books before.',
  columns,
  dateColumn: 'effective_date',
  rank: 'opening',
  isOfBusinessDay: true,
  issues: (row, source, context) => [
    ...localAmountIssues({ cost: row.cost }, localCurrency(row.instrument, context), source),
    ...lotIssues(row, source, context),
  ],
  payload: (row, context): OpeningLot['payload'] => {
    const localCost = localAmount(row.cost, localCurrency(row.instrument, context))
    return {
      instrument: row.instrument,
      acquired: row.acquired,
      quantity: row.quantity,
      localCost,
      cost: row.base_cost ?? localCost,
      taxCost: row.tax_cost,
    }
  },
})

function lotIssues(row: RowOf<typeof columns>, { file, row: line }: SourceRow, context: DecodingContext): Issue[] {
  const issues: Issue[] = []
  if (row.acquired > row.effective_date) {
    issues.push({
      code: 'take-on.acquired-later',
      place: { file, row: line, column: 'acquired' },
      found: formatCalendarDate(row.acquired),
      needed: `${formatCalendarDate(row.effective_date)}, the day of the take-on, or earlier`,
      remedy: 'Correct the date; what was bought later is a purchase.',
    })
  }
  const isForeign = localCurrency(row.instrument, context) !== context.baseCurrency
  if (isForeign && row.base_cost === undefined) {
    issues.push({
      code: 'take-on.no-base-cost',
      place: { file, row: line, column: 'base_cost' },
      found: `a cost in ${localCurrency(row.instrument, context)} alone`,
      needed: `its cost in ${context.baseCurrency}, at the rate of the day it was acquired`,
      remedy: 'Take it from the books before; it is never translated again.',
    })
  }
  return issues
}
