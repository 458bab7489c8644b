/** Currency bought for another at the spot, on the day on which both move (R3.41). */
import { type Currency } from '../values/currency.ts'
import { amountIn, currency, date, positiveDecimal } from '../values/field.ts'
import { formatDecimal } from '../values/decimal.ts'
import { invariant } from '../values/invariant.ts'
import { type Issue } from '../values/issue.ts'
import { type Money, money } from '../values/money.ts'
import { required, type RowOf, type SourceRow } from '../values/table.ts'
import { eventKind } from './event-kind.ts'
import { headerColumns, type RecordHeader } from './record.ts'

export type CurrencyExchange = RecordHeader<'currency-exchange'> & { readonly payload: { readonly bought: Money; readonly sold: Money } }

const columns = {
  ...headerColumns,
  value_date: required(date, 'Day on which the two amounts move. A contract that is open over a net asset value is a forward and not recorded here.'),
  bought_currency: required(currency, 'Currency received.'),
  bought: required(positiveDecimal, 'Amount received, in that currency.'),
  sold_currency: required(currency, 'Currency given, another one.'),
  sold: required(positiveDecimal, 'Amount given, in that currency.'),
} as const

export const currencyExchange = eventKind({
  kind: 'currency-exchange',
  doc: 'An exchange of currencies at the spot: what is bought costs what is given for it, what is sold leaves at its average cost, and the difference is realized (R3.41).',
  columns,
  dateColumn: 'value_date',
  rank: 'settlement',
  isOfBusinessDay: true,
  issues: exchangeIssues,
  payload: (row): CurrencyExchange['payload'] => ({ bought: moneyOf(row.bought, row.bought_currency), sold: moneyOf(row.sold, row.sold_currency) }),
})

function moneyOf(value: RowOf<typeof columns>['bought'], of: Currency): Money {
  const read = amountIn(value, of)
  invariant(read.ok, 'an exchange without an issue has its amounts')
  return money(of, read.value)
}

function exchangeIssues(row: RowOf<typeof columns>, { file, row: line }: SourceRow): Issue[] {
  const issues: Issue[] = []
  for (const [column, value, of] of [
    ['bought', row.bought, row.bought_currency],
    ['sold', row.sold, row.sold_currency],
  ] as const) {
    const read = amountIn(value, of)
    if (!read.ok)
      issues.push({
        code: read.fault.code,
        place: { file, row: line, column },
        found: formatDecimal(value),
        needed: read.fault.needed,
        remedy: read.fault.remedy,
      })
  }
  if (row.bought_currency === row.sold_currency) {
    issues.push({
      code: 'trade.one-currency',
      place: { file, row: line, column: 'sold_currency' },
      found: `${row.bought_currency} for ${row.sold_currency}`,
      needed: 'two currencies',
      remedy: 'Correct one of the two.',
    })
  }
  return issues
}
