/** What purchases and sales of securities have in common. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { ZERO } from '../values/decimal.ts'
import { date, positiveDecimal, price, quantity, timeOfDay, unsignedDecimal } from '../values/field.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { type Price, type Quantity } from '../values/scaled.ts'
import { optional, required, type RowOf, type SourceRow } from '../values/table.ts'
import { type InstrumentId, instrumentId } from '../reference/instrument.ts'
import { type DecodingContext } from './event-kind.ts'
import { localAmount, localAmountIssues, localCurrency } from './local-amount.ts'
import { headerColumns } from './record.ts'

export const tradeColumns = {
  ...headerColumns,
  trade_date: required(date, 'Date bought or sold, a day on which the exchange is open.'),
  time: optional(timeOfDay, 'Time of execution; it orders purchases and sales of one day.'),
  instrument: required(instrumentId, 'What is traded: an id of instruments.csv.'),
  quantity: required(quantity, 'Units traded, always positive.'),
  price: optional(price, 'Price a unit, in the quote unit of the instrument.'),
  commission: optional(unsignedDecimal, 'Commission, in the currency of the instrument: part of cost, or taken from proceeds (R3.8, R3.9).'),
  fees: optional(unsignedDecimal, 'Stamp duty, regulatory and other charges of the trade: as the commission.'),
  net_amount: optional(
    positiveDecimal,
    'Cash of the trade with commission and fees, as confirmed, in the currency of the instrument; needed where no price is given.',
  ),
  settlement_date: optional(date, 'Date on which it is to settle; by the market’s cycle where empty (R1.14).'),
} as const

export type Trade = {
  readonly instrument: InstrumentId
  readonly time: string | undefined
  readonly quantity: Quantity
  readonly price: Price | undefined
  /** This and all amounts of the trade are in minor units of the currency of the instrument. */
  readonly commission: Amount
  readonly fees: Amount
  /** Cash of the trade as confirmed, if the source states it; it then prevails over the product of quantity and price. */
  readonly netAmount: Amount | undefined
  readonly settlementDate: CalendarDate | undefined
}

export function tradeOf(row: RowOf<typeof tradeColumns>, context: DecodingContext): Trade {
  const currency = localCurrency(row.instrument, context)
  return {
    instrument: row.instrument,
    time: row.time,
    quantity: row.quantity,
    price: row.price,
    commission: localAmount(row.commission ?? ZERO, currency),
    fees: localAmount(row.fees ?? ZERO, currency),
    netAmount: row.net_amount === undefined ? undefined : localAmount(row.net_amount, currency),
    settlementDate: row.settlement_date,
  }
}

/** What is wrong with a trade by itself. */
export function tradeIssues(row: RowOf<typeof tradeColumns>, source: SourceRow, context: DecodingContext): Issue[] {
  const { file, row: line } = source
  const { commission, fees, net_amount } = row
  const issues = localAmountIssues({ commission, fees, net_amount }, localCurrency(row.instrument, context), source)
  if (row.price === undefined && row.net_amount === undefined) {
    issues.push({
      code: 'trade.no-amount',
      place: { file, row: line, column: 'price' },
      found: 'neither price nor net_amount',
      needed: 'at least one of the two',
      remedy: 'Give the price a unit, or the net amount as confirmed.',
    })
  }
  if (row.settlement_date !== undefined && row.settlement_date < row.trade_date) {
    issues.push({
      code: 'settlement.before-trade',
      place: { file, row: line, column: 'settlement_date' },
      found: formatCalendarDate(row.settlement_date),
      needed: `the trade date, ${formatCalendarDate(row.trade_date)}, or later`,
      remedy: 'Correct one of the two dates.',
    })
  }
  return issues
}
