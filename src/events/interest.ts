/**
 * Interest on cash, on an overdraft or a line of credit, and the fee for what of a line is not drawn (R3.57, R3.66): income
 * or expense of the last day of its period, as the bank states it or by balance × rate × days ÷ 360.
 */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Currency, minorUnitDigits } from '../values/currency.ts'
import { type Decimal, decimal, divideRound, product } from '../values/decimal.ts'
import { choice, date, positiveDecimal, rate } from '../values/field.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { Rate } from '../values/scaled.ts'
import { optional, required, type RowOf, type SourceRow } from '../values/table.ts'
import { type DecodingContext, eventKind } from './event-kind.ts'
import { incomeColumns, type IncomeTerms, incomeTermsOf, payDateIssues } from './income.ts'
import { localAmount, localAmountIssues } from './local-amount.ts'
import { headerColumns, type RecordHeader } from './record.ts'

export type Interest = RecordHeader<'interest'> & {
  readonly payload: IncomeTerms & {
    /** Of cash it is earned; of the others it is owed. */
    readonly type: 'cash' | 'overdraft' | 'commitment-fee'
    readonly from: CalendarDate
    /** In minor units of its currency. */
    readonly amount: Amount
    /** Whether the source states the amount; it is found from balance and rate otherwise. */
    readonly isStated: boolean
  }
}

const columns = {
  ...headerColumns,
  from: optional(date, 'First day of the period; that of "through" where empty.'),
  through: required(date, 'Last day of the period: it is income or expense of this day.'),
  type: required(
    choice(['cash', 'overdraft', 'commitment-fee']),
    'cash: earned on cash; overdraft: owed on an overdraft or a loan; commitment-fee: owed for what of a line of credit is not drawn.',
  ),
  amount: optional(positiveDecimal, 'Interest of the period, as the bank states it.'),
  balance: optional(positiveDecimal, 'Where no amount is stated: the balance, or what is not drawn, on each day of the period …'),
  rate: optional(rate, '… and the rate of a year, as a fraction: interest is balance × rate × days ÷ 360.'),
  ...incomeColumns,
} as const

type Row = RowOf<typeof columns>

export const interest = eventKind({
  kind: 'interest',
  doc: 'Interest on cash, interest owed on an overdraft, or the fee for an undrawn line of credit (R3.66).',
  columns,
  dateColumn: 'through',
  rank: 'income and expense',
  isOfBusinessDay: false,
  issues: interestIssues,
  payload: (row, context): Interest['payload'] => {
    const terms = incomeTermsOf(row, context)
    return {
      ...terms,
      type: row.type,
      from: row.from ?? row.through,
      amount: row.amount === undefined ? simpleInterest(row, terms.currency) : localAmount(row.amount, terms.currency),
      isStated: row.amount !== undefined,
    }
  },
})

/** ACT/360, both ends of the period counted; half up to the minor unit. 100,000.00 at 4% for a day is 11.11 (R3.66). */
function simpleInterest({ balance, rate: ofYear, from, through }: Row, currency: Currency): Amount {
  const days = decimal(BigInt(through - (from ?? through) + 1), 0)
  const yearly = product(balance as Decimal, Rate.toDecimal(ofYear as Rate), days)
  return divideRound(yearly, DAYS_OF_A_YEAR, 'half-up', minorUnitDigits(currency)).units as Amount
}

const DAYS_OF_A_YEAR = decimal(360n, 0)

function interestIssues(row: Row, source: SourceRow, context: DecodingContext): Issue[] {
  const { amount, balance } = row
  const issues = [...payDateIssues(row, row.through, source), ...localAmountIssues({ amount, balance }, row.currency ?? context.baseCurrency, source)]
  const isStated = amount !== undefined
  if (isStated !== (balance === undefined) || isStated !== (row.rate === undefined))
    issues.push({
      code: 'income.amount',
      place: { file: source.file, row: source.row, column: 'amount' },
      found:
        [amount === undefined ? [] : ['an amount'], balance === undefined ? [] : ['a balance'], row.rate === undefined ? [] : ['a rate']]
          .flat()
          .join(' and ') || 'no amount',
      needed: 'the amount alone, or the balance with its rate',
      remedy: 'Give the interest as the bank states it, or what it is computed from.',
    })
  if (row.from !== undefined && row.from > row.through)
    issues.push({
      code: 'income.period',
      place: { file: source.file, row: source.row, column: 'from' },
      found: formatCalendarDate(row.from),
      needed: `the last day of the period, ${formatCalendarDate(row.through)}, or earlier`,
      remedy: 'Correct one of the two dates.',
    })
  return issues
}
