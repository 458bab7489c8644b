/** Income of no other kind: a consent or commitment fee received, the proceeds of a class action on a security long sold. */
import { date, positiveDecimal, text } from '../values/field.ts'
import { type Amount } from '../values/money.ts'
import { optional, required } from '../values/table.ts'
import { type InstrumentId, instrumentId } from '../reference/instrument.ts'
import { eventKind } from './event-kind.ts'
import { incomeColumns, type IncomeTerms, incomeTermsOf, payDateIssues } from './income.ts'
import { localAmount, localAmountIssues } from './local-amount.ts'
import { headerColumns, type RecordHeader } from './record.ts'

export type OtherIncome = RecordHeader<'other-income'> & {
  readonly payload: IncomeTerms & {
    /** The security that it comes of, where there is one. */
    readonly instrument?: InstrumentId
    readonly description: string
    /** In minor units of its currency. */
    readonly amount: Amount
  }
}

export const otherIncome = eventKind({
  kind: 'other-income',
  doc: 'Income of no other kind, with a receivable until it is paid.',
  columns: {
    ...headerColumns,
    effective_date: required(date, 'Day of which it is income.'),
    description: required(text, 'What it is.'),
    instrument: optional(instrumentId, 'The security that it comes of, where there is one.'),
    amount: required(positiveDecimal, 'Income.'),
    ...incomeColumns,
  },
  dateColumn: 'effective_date',
  rank: 'income and expense',
  isOfBusinessDay: false,
  issues: (row, source, context) => [
    ...payDateIssues(row, row.effective_date, source),
    ...localAmountIssues({ amount: row.amount }, row.currency ?? context.baseCurrency, source),
  ],
  payload: (row, context): OtherIncome['payload'] => {
    const terms = incomeTermsOf(row, context)
    return {
      ...terms,
      ...(row.instrument === undefined ? {} : { instrument: row.instrument }),
      description: row.description,
      amount: localAmount(row.amount, terms.currency),
    }
  },
})
