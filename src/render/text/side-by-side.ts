/** Texts in columns beside each other, each wrapped in its own width. */
import { HAIRLINE } from './page.ts'
import { padLeft, padRight, widthOf, wrap } from './wrap.ts'

const GAP = 2

export type ColumnsOptions = { readonly width: number; readonly isRight: readonly boolean[] }

/** A table with a hairline under its headings: as wide as its texts, or as the page with the widest columns wrapped. */
export function sideBySide(header: readonly string[], rows: readonly (readonly string[])[], { width, isRight }: ColumnsOptions): readonly string[] {
  const widths = fitted(
    header.map((heading, index) => Math.max(widthOf(heading), ...rows.map((row) => widthOf(row[index] ?? '')))),
    width,
  )
  const lines = (row: readonly string[]): readonly string[] =>
    rowOfColumns(
      row.map((text, index) => wrap(text, widths[index] ?? 1)),
      widths,
      isRight,
    )
  const whole = widths.reduce((total, one) => total + one + GAP, -GAP)
  return [...lines(header), HAIRLINE.slice(0, Math.max(1, whole)), ...rows.flatMap(lines)]
}

/** Columns of lines beside each other, from the top. */
export function rowOfColumns(columns: readonly (readonly string[])[], widths: readonly number[], isRight: readonly boolean[] = []): readonly string[] {
  const height = Math.max(1, ...columns.map(({ length }) => length))
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((lines, index) => (isRight[index] === true ? padLeft : padRight)(lines[line] ?? '', widths[index] ?? 0))
      .join(' '.repeat(GAP))
      .trimEnd(),
  )
}

/** Takes from the widest columns until all stand within the width. */
function fitted(natural: readonly number[], width: number): readonly number[] {
  const widths = [...natural]
  const room = width - GAP * (widths.length - 1)
  for (let excess = widths.reduce((total, one) => total + one, 0) - room; excess > 0; excess -= 1) {
    const widest = widths.indexOf(Math.max(...widths))
    if ((widths[widest] ?? 0) <= 1) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}
