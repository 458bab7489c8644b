// Changes of the base book, as the cases write them.
import { type Changes } from './reproduce.ts'

export const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`

/** The file with rows behind its last. */
export const add =
  (...rows: readonly string[]) =>
  (base: string): string =>
    base + lines(...rows)

/** The file with the first `from` replaced. */
export const change =
  (from: string, to: string) =>
  (base: string): string =>
    base.replace(from, to)

/** The text with each character as one byte, as Windows-1252 has it. */
export const windows1252 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

export const inFund = (from: string, to: string): Changes => ({ 'fund.yaml': change(from, to) })

export const saleHeader = 'id,trade_date,instrument,quantity,price,net_amount'
export const saleWithLots = (lots: string): string => lines(`${saleHeader},lots`, `sale-0001,2026-08-21,ACME,100,20.50,2050.00,${lots}`)

const entryHeader = 'id,line,effective_date,account,class,currency,debit,credit,base_amount,reason'
export const manualEntry = (...rows: readonly string[]): Changes => ({ 'events/manual-entry.csv': lines(entryHeader, ...rows) })
export const settlement = (...rows: readonly string[]): Changes => ({ 'events/settlement.csv': lines('id,settlement_date,of,quantity,amount', ...rows) })
export const redemption = (row: string): Changes => ({ 'events/redemption.csv': lines('id,trade_date,class,amount,shares', row) })
export const invoice = (...rows: readonly string[]): Changes => ({
  'events/invoice.csv': lines('id,invoice_date,against,account,amount,period_from,period_through,pay_date', ...rows),
})

/** Policies behind the last of fund.yaml. */
export const policy = (...rows: readonly string[]): Changes => ({ 'fund.yaml': add(...rows) })
export const auditBudget: readonly string[] = [
  '  expense_budget:',
  '    - from: 2026-08-20',
  '      id: audit',
  "      account: '5250'",
  '      annual_amount: 36500',
]
