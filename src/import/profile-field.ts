/** What the parts of a profile are read with. */
import { USD } from '../values/currency.ts'
import { bad, type Field, type FieldContext, good } from '../values/field.ts'
import { type TreeNode } from '../values/tree.ts'
import { type DateFormat, parseDateFormat } from './foreign-date.ts'

/** Nothing in a profile is an amount, so that no currency matters to its reading. */
export const profileContext: FieldContext = { baseCurrency: USD }

export const dateFormat: Field<DateFormat> = {
  describes: 'how a date is written: YYYY, MM and DD and the signs between them',
  example: 'DD.MM.YYYY',
  read: (value) => {
    const read = parseDateFormat(value)
    return read === undefined
      ? bad(
          'import.date-format',
          'a year (YYYY or YY), a month (MM, M or MMM) and a day (DD or D), each once',
          'Write it as in DD.MM.YYYY, M/D/YYYY or YYYYMMDD*.',
        )
      : good(read)
  },
  schema: {},
}

/** One text or a list of them; undefined where it is neither. */
export function scalars(node: TreeNode): readonly string[] | undefined {
  if (node.shape === 'scalar') return [node.text]
  if (node.shape === 'mapping') return undefined
  const texts = node.items.flatMap((item) => (item.shape === 'scalar' ? [item.text] : []))
  return texts.length === node.items.length ? texts : undefined
}
