/** Sale of securities (R3.9): net proceeds, with the lots relieved by policy or as the sale names them (R4.2). */
import { decimal, formatShortDecimal } from '../values/decimal.ts'
import { bad, type Field, good, quantity as quantityField } from '../values/field.ts'
import { type Issue } from '../values/issue.ts'
import { type RecordId, recordId } from '../values/record-id.ts'
import { Quantity } from '../values/scaled.ts'
import { optional, type RowOf, type SourceRow } from '../values/table.ts'
import { eventKind } from './event-kind.ts'
import { type RecordHeader } from './record.ts'
import { type Trade, tradeColumns, tradeIssues, tradeOf } from './trade.ts'

/** A lot named by the record that opened it, and how much of it the sale takes. */
export type LotSelection = { readonly lot: RecordId; readonly quantity: Quantity }

const lotSelections: Field<readonly LotSelection[]> = {
  describes: 'lots as ID:QUANTITY with blanks between them',
  example: 'purchase-0001:100 purchase-0007:50',
  read: (value, context) => {
    const selections: LotSelection[] = []
    for (const part of value.split(/\s+/)) {
      const [id = '', units = ''] = part.split(':')
      const lot = recordId.read(id, context)
      const quantity = quantityField.read(units, context)
      if (!lot.ok || !quantity.ok)
        return bad(
          'field.lots',
          'lots as ID:QUANTITY with blanks between them',
          'Name each lot by the id of the record that opened it, a colon and the quantity taken.',
        )
      selections.push({ lot: lot.value, quantity: quantity.value })
    }
    return good(selections)
  },
  schema: { pattern: '^\\S+:\\S+(\\s+\\S+:\\S+)*$' },
}

export type Sale = RecordHeader<'sale'> & { readonly payload: Trade & { readonly lots: readonly LotSelection[] | undefined } }

const columns = {
  ...tradeColumns,
  lots: optional(lotSelections, 'The lots it relieves, for specific identification; their quantities add to the quantity sold.'),
} as const

export const sale = eventKind({
  kind: 'sale',
  doc: 'A sale of securities, at proceeds net of commission and charges (R3.9).',
  columns,
  dateColumn: 'trade_date',
  rank: 'sale',
  isOfBusinessDay: true,
  issues: (row, source, context) => [...tradeIssues(row, source, context), ...selectionIssues(row, source)],
  payload: (row, context): Sale['payload'] => ({ ...tradeOf(row, context), lots: row.lots }),
})

const units = (quantity: bigint): string => formatShortDecimal(decimal(quantity, Quantity.scale))

function selectionIssues(row: RowOf<typeof columns>, { file, row: line }: SourceRow): Issue[] {
  if (row.lots === undefined) return []
  const named = row.lots.reduce((accumulated, { quantity }) => accumulated + quantity, 0n)
  if (named === row.quantity) return []
  return [
    {
      code: 'lots.selection-differs',
      place: { file, row: line, column: 'lots' },
      found: `lots of ${units(named)} in all`,
      needed: `the ${units(row.quantity)} sold, in "lots" as in "quantity"`,
      remedy: 'Correct the quantities of the lots, or the quantity sold.',
    },
  ]
}
