/** A statement on a page of its own: title, head, rows, footnotes and reference. It is never split. */
import { type Statement } from '../../statements/statement.ts'
import { headLines, layoutOf, rowLines } from './statement-lines.ts'
import { PAGE_WIDTH, indented, wrap } from './wrap.ts'

export function statementPage(statement: Statement): readonly string[] {
  const layout = layoutOf(statement)
  return [
    ...titleLines(statement.title),
    '',
    ...headLines(layout),
    ...withoutBlankEnd(statement.rows.flatMap((row) => rowLines(row, layout))),
    ...(statement.footnotes.length === 0 ? [] : ['', ...statement.footnotes.flatMap(footnoteLines)]),
    ...referenceLines(statement.reference),
  ]
}

export const titleLines = (title: string): readonly string[] => wrap(title.toUpperCase(), PAGE_WIDTH)

/** 'See Notes to Financial Statements.', after a blank line. */
export const referenceLines = (reference: string | undefined): readonly string[] => (reference === undefined ? [] : ['', ...wrap(reference, PAGE_WIDTH)])

/** A footnote keeps its own indent; the lines that follow stand under its words. */
export function footnoteLines(footnote: string): readonly string[] {
  const [, indent = '', mark = '', blank = '', text = ''] = /^(\s*)(\*+|\([^)\s]+\)|\S*)(\s*)(.*)$/s.exec(footnote) ?? []
  const hang = indent.length + mark.length + blank.length
  const [first = '', ...rest] = wrap(text, PAGE_WIDTH - hang)
  return [`${indent}${mark}${blank}${first}`.trimEnd(), ...indented(rest, hang)]
}

function withoutBlankEnd(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line !== '')
  return lines.slice(0, last + 1)
}
