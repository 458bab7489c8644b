/** Money in the currency of the instrument of the row: what a foreign trade or dividend states (R3.39). */
import { type Currency } from '../values/currency.ts'
import { type Decimal, formatDecimal } from '../values/decimal.ts'
import { amountIn } from '../values/field.ts'
import { invariant } from '../values/invariant.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { type SourceRow } from '../values/table.ts'
import { type InstrumentId } from '../reference/instrument.ts'
import { type DecodingContext } from './event-kind.ts'

/** That of the instrument; the base currency where the instrument is unknown, which is an issue of its own. */
export const localCurrency = (instrument: InstrumentId, { currencyOf, baseCurrency }: DecodingContext): Currency => currencyOf(instrument) ?? baseCurrency

/** Each amount of the row that its currency cannot hold. */
export const localAmountIssues = (columns: Readonly<Record<string, Decimal | undefined>>, currency: Currency, { file, row }: SourceRow): Issue[] =>
  Object.entries(columns).flatMap(([column, value]) => {
    if (value === undefined) return []
    const read = amountIn(value, currency)
    return read.ok
      ? []
      : [{ code: read.fault.code, place: { file, row, column }, found: formatDecimal(value), needed: read.fault.needed, remedy: read.fault.remedy }]
  })

/** The amount in minor units of the currency; of a row that `localAmountIssues` found sound. */
export function localAmount(value: Decimal, currency: Currency): Amount {
  const read = amountIn(value, currency)
  invariant(read.ok, 'an amount of a row was checked before it is taken')
  return read.value
}
