/**
 * Ids for the rows of an event file that have none, written into its text: `purchase-0001` and on. No other byte changes,
 * neither quotes nor blanks nor line ends nor a byte order mark, so that a diff of the file shows the ids alone.
 */
import { type CsvRecord, isBlankLine, scanCsv } from './csv-scan.ts'

export type AssignedIds = { readonly text: string; readonly assigned: readonly string[] }

/**
 * The text with an id in every row whose cell `id` is empty, and with that column in front where there is none. Numbers
 * go on behind the highest that `taken` (the ids of the whole book) or this file has for the kind, in the order of rows.
 * A text in which a row does not fit the header, or a quote is astray, is given back as it is: mend that first.
 */
export function assignIds(text: string, kind: string, taken: ReadonlySet<string>): AssignedIds {
  const records: CsvRecord[] = []
  scanCsv(text, (record) => {
    if (!isBlankLine(record, text)) records.push(record)
  })
  const [header, ...rows] = records
  if (header === undefined || records.some(({ faults, cells }) => faults.length > 0 || cells.length !== header.cells.length)) return { text, assigned: [] }

  const position = header.cells.indexOf('id')
  const own = position === -1 ? [] : rows.map(({ cells }) => cells[position] as string)
  const numbers = numbersAfter(kind, [...taken, ...own])
  const assigned: string[] = []
  const edits: Edit[] = position === -1 ? [{ from: header.starts[0] as number, to: header.starts[0] as number, text: 'id,' }] : []
  for (const row of rows) {
    if (row.cells.every((cell) => cell === '')) {
      // No record, so no id; under a new column it still needs its cell.
      if (position === -1) edits.push({ from: row.starts[0] as number, to: row.starts[0] as number, text: ',' })
      continue
    }
    if (position !== -1 && row.cells[position] !== '') continue
    const id = numbers()
    assigned.push(id)
    const from = row.starts[position === -1 ? 0 : position] as number
    edits.push(position === -1 ? { from, to: from, text: `${id},` } : { from, to: cellEnd(row, position), text: id })
  }
  return assigned.length === 0 ? { text, assigned } : { text: withEdits(text, edits), assigned }
}

/** A piece of the text, from an offset to before another, and what takes its place. */
type Edit = { readonly from: number; readonly to: number; readonly text: string }

const cellEnd = ({ starts, end }: CsvRecord, position: number): number => {
  const next = starts[position + 1]
  return next === undefined ? end : next - 1
}

/** Gives the next ids of the kind, behind the highest number in use. */
function numbersAfter(kind: string, ids: Iterable<string>): () => string {
  let last = 0n
  for (const id of ids) {
    const digits = id.startsWith(`${kind}-`) ? id.slice(kind.length + 1) : ''
    if (/^\d+$/.test(digits) && BigInt(digits) > last) last = BigInt(digits)
  }
  return () => {
    last += 1n
    return `${kind}-${last.toString().padStart(4, '0')}`
  }
}

function withEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let position = 0
  for (const edit of edits) {
    parts.push(text.slice(position, edit.from), edit.text)
    position = edit.to
  }
  return parts.join('') + text.slice(position)
}
