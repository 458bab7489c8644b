/** Plain aligned tables: two blanks between columns, no frames, so that they can be read, cut and pasted. */
export type Column = {
  readonly heading: string
  /** decimal: figures stand with their decimal points under each other, whatever places each has. */
  readonly align: 'left' | 'right' | 'decimal'
}

export type TableStyle = { readonly heading: (text: string) => string; readonly rule: (text: string) => string }

const plain: TableStyle = { heading: (text) => text, rule: (text) => text }

/** The lines of a table; totals stand under a rule. A cell that is not there is empty. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  totals: readonly (readonly string[])[] = [],
  style: TableStyle = plain,
): string[] {
  const aligned = columns.map(({ heading, align }, position) => {
    const cells = [...rows, ...totals].map((row) => row[position] ?? '')
    const padded = align === 'decimal' ? atPoint(cells) : cells
    const width = Math.max(heading.length, ...padded.map((cell) => cell.length))
    const fit = (cell: string): string => (align === 'left' ? cell.padEnd(width) : cell.padStart(width))
    return { heading: fit(heading), cells: padded.map(fit), rule: '-'.repeat(width) }
  })
  const line = (cellOf: (column: (typeof aligned)[number]) => string): string => aligned.map(cellOf).join('  ').trimEnd()
  const body = rows.map((_, index) => line(({ cells }) => cells[index] as string))
  const foot = totals.map((_, index) => line(({ cells }) => cells[rows.length + index] as string))
  const isHeaded = columns.some(({ heading }) => heading !== '')
  return [
    ...(isHeaded ? [style.heading(line(({ heading }) => heading))] : []),
    ...body,
    ...(foot.length === 0 ? [] : [style.rule(line(({ rule }) => rule)), ...foot]),
  ]
}

/** Cells of one column filled up on the right, so that all points stand the same distance from the end. */
function atPoint(cells: readonly string[]): readonly string[] {
  const places = (cell: string): number => (cell.includes('.') ? cell.length - cell.indexOf('.') : 0)
  const most = Math.max(0, ...cells.map(places))
  return cells.map((cell) => (cell === '' ? cell : cell + ' '.repeat(most - places(cell))))
}

export const indented = (lines: readonly string[], by = 2): string[] => lines.map((line) => (line === '' ? line : ' '.repeat(by) + line))
