/**
 * A dividend (R3.15, R3.16): what is declared a unit, entitled by the position at the close before the ex-date. What was
 * booked is never overwritten: a changed rate and a cancelled dividend are records that reverse the one before (R3.67).
 */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { compare, type Decimal, formatDecimal, formatShortDecimal, isZero, ZERO } from '../values/decimal.ts'
import { anyDecimal, choice, currency, date, positiveDecimal, rate, text, unsignedDecimal, yesOrNo } from '../values/field.ts'
import { type Issue, type IssueCode } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId, recordId } from '../values/record-id.ts'
import { Rate } from '../values/scaled.ts'
import { optional, required, type RowOf, type SourceRow } from '../values/table.ts'
import { type InstrumentId, instrumentId } from '../reference/instrument.ts'
import { type DecodingContext, eventKind } from './event-kind.ts'
import { localAmount, localAmountIssues, localCurrency } from './local-amount.ts'
import { headerColumns, type RecordHeader } from './record.ts'

export type Dividend = RecordHeader<'dividend'> & {
  readonly payload: {
    readonly instrument: InstrumentId
    /** Gross, for one unit held, in `currency`; zero where it is cancelled. */
    readonly rate: Decimal
    readonly currency: Currency
    readonly type: 'cash' | 'special' | 'manufactured'
    /** What of the rate the payer reports as a distribution of long-term gains (R3.62). */
    readonly capitalGain: Decimal
    /** What the depositary takes for one unit (R3.66). */
    readonly feeRate: Decimal
    /** Tax withheld: a part of gross, or minor units in all. */
    readonly withholdingRate: Rate | undefined
    readonly withheld: Amount | undefined
    /** What of it is reclaimed: all above this part of gross, or minor units in all. */
    readonly treatyRate: Rate | undefined
    readonly reclaim: Amount | undefined
    readonly recordDate: CalendarDate | undefined
    /** Cash moves by record alone where there is none. */
    readonly payDate: CalendarDate | undefined
    readonly announcedBy: string | undefined
    /** When the fund learned of it, where that was after the ex-date (R12.27). */
    readonly informed: CalendarDate | undefined
    /** Whether it could have been known in time; given wherever `informed` is. */
    readonly isKnowable: boolean | undefined
    readonly approvedBy: string | undefined
    /** The dividend that this one replaces. */
    readonly reverses: RecordId | undefined
  }
}

const columns = {
  ...headerColumns,
  ex_date: required(date, 'Ex-date: first day on which a buyer does not get it. It is income of this day.'),
  instrument: required(instrumentId, 'Who pays it: an id of instruments.csv.'),
  rate: required(anyDecimal, 'Gross, for one unit; 0 only where the record cancels the dividend it reverses.'),
  currency: optional(currency, 'Currency of the rate; that of the instrument where empty.'),
  type: optional(
    choice(['cash', 'special', 'manufactured']),
    'cash, also where empty; special; manufactured: paid by the borrower of a loaned security or by a counterparty, not by the issuer.',
  ),
  record_date: optional(date, 'Record date.'),
  pay_date: optional(date, 'Day on which it is paid; cash moves then by rule. Where empty, only a settlement record moves it.'),
  withholding_rate: optional(rate, 'Tax withheld at source, as a fraction of gross: 0.25.'),
  withheld: optional(unsignedDecimal, 'The same as an amount in all, in place of its rate.'),
  treaty_rate: optional(rate, 'Tax that is final by treaty, as a fraction of gross: what is withheld above it is reclaimed.'),
  reclaim: optional(unsignedDecimal, 'What is reclaimed as an amount in all, in place of the treaty rate.'),
  fee_rate: optional(positiveDecimal, 'Fee that the depositary takes out of it, for one unit.'),
  capital_gain: optional(positiveDecimal, 'Part of the rate that a fund reports as a distribution of its long-term gains (R3.62).'),
  announced_by: optional(text, 'Who announced it: the exchange, a vendor, the custodian.'),
  informed: optional(date, 'Day on which the fund was informed, where that is after the ex-date: it is booked in the NAV of that day (R12.27).'),
  knowable: optional(yesOrNo, 'yes: it was announced before, and missed; no: it was first published on that day. Needed where "informed" is given.'),
  approved_by: optional(text, 'Who approved that answer.'),
  reverses: optional(recordId, 'Id of the dividend that this record corrects: that one is reversed, and this one booked, on the day informed (R3.67).'),
} as const

type Row = RowOf<typeof columns>

export const dividend = eventKind({
  kind: 'dividend',
  doc: 'A dividend, income of its ex-date on the position held at the close before it (R3.15). Tax withheld, what is reclaimed of it and a depositary fee stand in the same row.',
  columns,
  dateColumn: 'ex_date',
  rank: 'entitlement',
  isOfBusinessDay: false,
  issues: dividendIssues,
  payload: (row, context): Dividend['payload'] => {
    const of = currencyOf(row, context)
    return {
      instrument: row.instrument,
      rate: row.rate,
      currency: of,
      type: row.type ?? 'cash',
      capitalGain: row.capital_gain ?? ZERO,
      feeRate: row.fee_rate ?? ZERO,
      withholdingRate: row.withholding_rate,
      withheld: row.withheld === undefined ? undefined : localAmount(row.withheld, of),
      treatyRate: row.treaty_rate,
      reclaim: row.reclaim === undefined ? undefined : localAmount(row.reclaim, of),
      recordDate: row.record_date,
      payDate: row.pay_date,
      announcedBy: row.announced_by,
      informed: row.informed,
      isKnowable: row.knowable,
      approvedBy: row.approved_by,
      reverses: row.reverses,
    }
  },
})

const currencyOf = (row: Row, context: DecodingContext): Currency => row.currency ?? localCurrency(row.instrument, context)

function dividendIssues(row: Row, source: SourceRow, context: DecodingContext): Issue[] {
  const { withheld, reclaim } = row
  const issues = localAmountIssues({ withheld, reclaim }, currencyOf(row, context), source)
  const report = (column: keyof Row, code: IssueCode, found: string, needed: string, remedy: string): void => {
    issues.push({ code, place: { file: source.file, row: source.row, column }, found, needed, remedy })
  }
  if (row.pay_date !== undefined && row.pay_date < row.ex_date)
    report(
      'pay_date',
      'income.pay-before-ex',
      formatCalendarDate(row.pay_date),
      `the ex-date, ${formatCalendarDate(row.ex_date)}, or later`,
      'Correct one of the two dates; of a dividend with due bills, give the day on which they are redeemed.',
    )
  taxIssues(row, report)
  if (row.capital_gain !== undefined && compare(row.capital_gain, row.rate) > 0)
    report(
      'capital_gain',
      'income.part-exceeds-rate',
      formatShortDecimal(row.capital_gain),
      `at most the rate, ${formatShortDecimal(row.rate)}`,
      'Give the part of the rate that is a distribution of gains; the rate holds all parts.',
    )
  if (isZero(row.rate) && row.reverses === undefined)
    report(
      'rate',
      'income.rate-zero',
      formatDecimal(row.rate),
      'a rate above zero, for the record reverses none',
      'Give the rate. To cancel a dividend that was booked, name it in "reverses" and leave the rate 0.',
    )
  if (row.reverses !== undefined && row.informed === undefined)
    report(
      'informed',
      'income.correction-undated',
      `a correction of ${row.reverses}, and no day on which it became known`,
      'the day on which the fund was informed',
      'Fill in "informed": the correction is booked in the net asset value of that day.',
    )
  if (row.informed !== undefined && row.informed < row.ex_date)
    report(
      'informed',
      'income.informed-before-ex',
      formatCalendarDate(row.informed),
      `nothing, or a day after the ex-date, ${formatCalendarDate(row.ex_date)}`,
      'Empty "informed" where the dividend was known on its ex-date; correct the date otherwise.',
    )
  if (row.informed !== undefined && row.knowable === undefined)
    report(
      'knowable',
      'income.knowable',
      `a dividend of ${formatCalendarDate(row.ex_date)}, known on ${formatCalendarDate(row.informed)}, and no word on whether it could be known before`,
      'yes or no',
      'Write "yes" where it was announced before and missed, for then a net asset value may have been in error; "no" where it was first published on that day.',
    )
  return issues
}

type Report = (column: keyof Row, code: IssueCode, found: string, needed: string, remedy: string) => void

function taxIssues(row: Row, report: Report): void {
  const oneOfTwo = 'one of the two'
  if (row.withholding_rate !== undefined && row.withheld !== undefined)
    report('withheld', 'income.tax', 'withheld and withholding_rate', oneOfTwo, 'Keep the one that the source states.')
  if (row.treaty_rate !== undefined && row.reclaim !== undefined)
    report('reclaim', 'income.tax', 'reclaim and treaty_rate', oneOfTwo, 'Keep the one that the source states.')
  const isWithheld = row.withholding_rate !== undefined || row.withheld !== undefined
  const reclaimed = row.treaty_rate === undefined ? 'reclaim' : 'treaty_rate'
  if (!isWithheld && row[reclaimed] !== undefined)
    report(
      reclaimed,
      'income.tax',
      `${reclaimed}, and nothing withheld`,
      'the tax withheld, of which a part is reclaimed',
      'Fill in withholding_rate or withheld.',
    )
  if (row.withholding_rate !== undefined && row.treaty_rate !== undefined && row.treaty_rate > row.withholding_rate)
    report(
      'treaty_rate',
      'income.tax',
      formatShortDecimal(Rate.toDecimal(row.treaty_rate)),
      `at most the rate withheld, ${formatShortDecimal(Rate.toDecimal(row.withholding_rate))}`,
      'Correct one of the two rates.',
    )
}
