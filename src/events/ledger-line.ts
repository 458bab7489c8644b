/** One side of an entry as a row states it: a debit or a credit, in a currency, with its counter-value in the base currency. */
import { type Currency, minorUnitDigits } from '../values/currency.ts'
import { decimal, type Decimal, formatDecimal } from '../values/decimal.ts'
import { amountIn, currency, positiveAmount, unsignedDecimal } from '../values/field.ts'
import { type Issue, type IssueCode } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { optional, type RowOf, type SourceRow } from '../values/table.ts'

export const ledgerLineColumns = {
  currency: optional(currency, 'Currency of debit and credit; the base currency where empty.'),
  debit: optional(unsignedDecimal, 'Debit, positive; this or credit.'),
  credit: optional(unsignedDecimal, 'Credit, positive; this or debit.'),
  base_amount: optional(positiveAmount, 'Counter-value in the base currency; needed where the currency is another.'),
} as const

export type LedgerMoney = {
  readonly side: 'debit' | 'credit'
  /** In minor units of `currency`, positive. */
  readonly amount: Amount
  readonly currency: Currency
  /** Counter-value in the base currency, positive. */
  readonly base: Amount
}

/** A fault says its column; the row is the caller's to name. */
export type LedgerFault = Pick<Issue, 'code' | 'found' | 'needed' | 'remedy'> & { readonly column: string }
export type LedgerMoneyReading = { readonly ok: true; readonly value: LedgerMoney } | { readonly ok: false; readonly fault: LedgerFault }

export const ledgerIssue = ({ column, ...words }: LedgerFault, { file, row }: SourceRow): Issue => ({ ...words, place: { file, row, column } })

export function moneyOfLine(row: RowOf<typeof ledgerLineColumns>, baseCurrency: Currency): LedgerMoneyReading {
  const wrong = (column: string, code: IssueCode, found: string, needed: string, remedy: string): LedgerMoneyReading => ({
    ok: false,
    fault: { column, code, found, needed, remedy },
  })
  const { debit, credit, base_amount: baseAmount, currency: lineCurrency = baseCurrency } = row
  const amounts = [debit, credit].filter((value) => value !== undefined && value.units > 0n)
  if (amounts.length !== 1) {
    return wrong(
      'debit',
      'manual-entry.side',
      amounts.length === 0 ? 'neither a debit nor a credit' : 'a debit and a credit',
      'exactly one of the two above zero',
      'Use one line for each side.',
    )
  }
  const side = debit !== undefined && debit.units > 0n ? 'debit' : 'credit'
  const read = amountIn(amounts[0] as Decimal, lineCurrency)
  if (!read.ok) return wrong(side, read.fault.code, formatDecimal(amounts[0] as Decimal), read.fault.needed, read.fault.remedy)
  const amount = read.value
  if (lineCurrency === baseCurrency && baseAmount !== undefined && baseAmount !== amount) {
    const digits = minorUnitDigits(baseCurrency)
    return wrong(
      'base_amount',
      'manual-entry.base-differs',
      formatDecimal(decimal(baseAmount, digits)),
      `${formatDecimal(decimal(amount, digits))}, for a line in ${baseCurrency} is its own counter-value`,
      'Empty base_amount, or name the currency of the line.',
    )
  }
  if (lineCurrency !== baseCurrency && baseAmount === undefined) {
    return wrong(
      'base_amount',
      'manual-entry.no-base-amount',
      `an amount in ${lineCurrency} alone`,
      `its counter-value in ${baseCurrency}`,
      'Fill in base_amount at the rate of the day of the entry.',
    )
  }
  return { ok: true, value: { side, amount, currency: lineCurrency, base: baseAmount ?? amount } }
}
