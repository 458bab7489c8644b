/** What interest, lending income and other income have in common: a currency, a day of payment, a receivable till then. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Currency } from '../values/currency.ts'
import { currency, date } from '../values/field.ts'
import { type Issue } from '../values/issue.ts'
import { optional, type SourceRow } from '../values/table.ts'
import { type DecodingContext } from './event-kind.ts'

export const incomeColumns = {
  currency: optional(currency, 'Currency of the amounts; the base currency where empty.'),
  pay_date: optional(date, 'Day on which it is paid; cash moves then by rule. Where empty, only a settlement record moves it.'),
} as const

export type IncomeTerms = {
  readonly currency: Currency
  /** Cash moves by record alone where there is none. */
  readonly payDate: CalendarDate | undefined
}

type IncomeRow = { readonly currency: Currency | undefined; readonly pay_date: CalendarDate | undefined }

export const incomeTermsOf = (row: IncomeRow, { baseCurrency }: DecodingContext): IncomeTerms => ({
  currency: row.currency ?? baseCurrency,
  payDate: row.pay_date,
})

/** That it is paid before the day of which it is income. */
export const payDateIssues = ({ pay_date: payDate }: IncomeRow, earned: CalendarDate, { file, row }: SourceRow): Issue[] =>
  payDate === undefined || payDate >= earned
    ? []
    : [
        {
          code: 'income.pay-before-ex',
          place: { file, row, column: 'pay_date' },
          found: formatCalendarDate(payDate),
          needed: `the day of which it is income, ${formatCalendarDate(earned)}, or later`,
          remedy: 'Correct one of the two dates.',
        },
      ]
