/** Split or reverse split of a security (R3.17): units change, cost and dates do not. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Decimal, equals, formatDecimal } from '../values/decimal.ts'
import { anyDecimal, choice, date, positiveDecimal, price } from '../values/field.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { type Price } from '../values/scaled.ts'
import { optional, required, type RowOf, type SourceRow } from '../values/table.ts'
import { type InstrumentId, instrumentId } from '../reference/instrument.ts'
import { type DecodingContext, eventKind } from './event-kind.ts'
import { localAmount, localAmountIssues, localCurrency } from './local-amount.ts'
import { headerColumns, type RecordHeader } from './record.ts'

export type Split = RecordHeader<'split'> & {
  readonly payload: {
    readonly instrument: InstrumentId
    /** `newUnits` for each `oldUnits`, both above zero. */
    readonly newUnits: Decimal
    readonly oldUnits: Decimal
    /** What becomes of a part of a unit: it is held on, or paid out in cash. */
    readonly fractions: 'kept' | 'cash'
    /** For the fraction paid in cash: price a new unit, or the amount as confirmed, in the currency of the instrument. */
    readonly cashPrice: Price | undefined
    readonly cashAmount: Amount | undefined
    readonly payDate: CalendarDate | undefined
  }
}

const columns = {
  ...headerColumns,
  ex_date: required(date, 'First day on which the security trades in new units; trades of that day are in new units.'),
  instrument: required(instrumentId, 'What is split: an id of instruments.csv.'),
  new_units: required(anyDecimal, 'New units for the old ones beside it: 2 and 1 for two-for-one, 1 and 4 for a reverse split.'),
  old_units: required(anyDecimal, 'Old units that become the new ones.'),
  fractions: optional(choice(['kept', 'cash']), 'What becomes of a part of a unit: kept where empty, or cash in lieu.'),
  cash_price: optional(price, 'Price a new unit at which the fraction is paid, where it is paid in cash; this or cash_amount.'),
  cash_amount: optional(positiveDecimal, 'Cash in lieu as confirmed, in the currency of the instrument.'),
  pay_date: optional(date, 'Day on which cash in lieu is paid; by the market’s settlement cycle where empty.'),
} as const

export const split = eventKind({
  kind: 'split',
  doc: 'A split or reverse split of a security: units change at the open of the ex-date, cost and dates of lots stay (R3.17).',
  columns,
  dateColumn: 'ex_date',
  rank: 'corporate action',
  isOfBusinessDay: true,
  issues: splitIssues,
  payload: (row, context): Split['payload'] => ({
    instrument: row.instrument,
    newUnits: row.new_units,
    oldUnits: row.old_units,
    fractions: row.fractions ?? 'kept',
    cashPrice: row.cash_price,
    cashAmount: row.cash_amount === undefined ? undefined : localAmount(row.cash_amount, localCurrency(row.instrument, context)),
    payDate: row.pay_date,
  }),
})

function splitIssues(row: RowOf<typeof columns>, source: SourceRow, context: DecodingContext): Issue[] {
  const wrong = (column: string, code: Issue['code'], found: string, needed: string, remedy: string): Issue => ({
    code,
    place: { file: source.file, row: source.row, column },
    found,
    needed,
    remedy,
  })
  const issues = localAmountIssues({ cash_amount: row.cash_amount }, localCurrency(row.instrument, context), source)
  const { new_units: after, old_units: before } = row
  if (after.units === 0n || before.units === 0n || equals(after, before)) {
    issues.push(
      wrong(
        'new_units',
        'split.ratio',
        `${formatDecimal(after)} new units for ${formatDecimal(before)} old`,
        'two numbers above zero that differ',
        'Give the ratio as announced: 2 and 1 for two-for-one, 1 and 4 for a reverse split.',
      ),
    )
  }
  const isPaid = row.cash_price !== undefined || row.cash_amount !== undefined
  if (row.fractions === 'cash' && !isPaid) {
    issues.push(
      wrong(
        'cash_price',
        'split.no-cash',
        'fractions paid in cash, and neither cash_price nor cash_amount',
        'one of the two',
        'Give the price at which the agent paid fractions, or the cash as confirmed.',
      ),
    )
  }
  if (row.fractions !== 'cash' && isPaid) {
    issues.push(
      wrong(
        'fractions',
        'split.kept-and-paid',
        'a price or an amount of cash in lieu, and fractions that are kept',
        'fractions "cash"',
        'Say "cash" in fractions, or empty cash_price and cash_amount.',
      ),
    )
  }
  if (row.pay_date !== undefined && row.pay_date < row.ex_date) {
    issues.push(
      wrong(
        'pay_date',
        'settlement.before-trade',
        formatCalendarDate(row.pay_date),
        `the ex-date, ${formatCalendarDate(row.ex_date)}, or later`,
        'Correct one of the two dates.',
      ),
    )
  }
  return issues
}
