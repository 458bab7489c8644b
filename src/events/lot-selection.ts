/** Lots named by the record that takes from them, for specific identification (R4.2). */
import { decimal, formatShortDecimal } from '../values/decimal.ts'
import { bad, type Field, good, quantity as quantityField } from '../values/field.ts'
import { type Issue } from '../values/issue.ts'
import { type RecordId, recordId } from '../values/record-id.ts'
import { Quantity } from '../values/scaled.ts'
import { type SourceRow } from '../values/table.ts'

/** A lot named by the record that opened it, and how much of it is taken. */
export type LotSelection = { readonly lot: RecordId; readonly quantity: Quantity }

export const lotSelections: Field<readonly LotSelection[]> = {
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

const units = (quantity: bigint): string => formatShortDecimal(decimal(quantity, Quantity.scale))

/** Where lots are named, their quantities add to that of the row; `what` was done with it: sold, delivered. */
export function selectionIssues(
  { lots, quantity }: { readonly lots: readonly LotSelection[] | undefined; readonly quantity: Quantity },
  { file, row: line }: SourceRow,
  what: 'sold' | 'delivered',
): Issue[] {
  if (lots === undefined) return []
  const named = lots.reduce((accumulated, selection) => accumulated + selection.quantity, 0n)
  if (named === quantity) return []
  return [
    {
      code: 'lots.selection-differs',
      place: { file, row: line, column: 'lots' },
      found: `lots of ${units(named)} in all`,
      needed: `the ${units(quantity)} ${what}, in "lots" as in "quantity"`,
      remedy: `Correct the quantities of the lots, or the quantity ${what}.`,
    },
  ]
}
