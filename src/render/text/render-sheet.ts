/** A sheet as text: 132 columns wide, two columns of tables side by side, in the manner of a line printer's page. */
import { type Sheet, type SheetColumn, type SheetRow, type SheetSection, type SheetTable } from '../sheet.ts'
import { padLeft, padRight, widthOf, wrap } from './wrap.ts'

export const SHEET_WIDTH = 132
const GUTTER = 4
const HALF = (SHEET_WIDTH - GUTTER) / 2
const BETWEEN = 2

/** Ends in a line feed. The same sheet gives the same text. */
export function renderSheetText({ kind, title, subtitle, status, facts, sections, signatures, foot }: Sheet): string {
  const placed = (place: SheetSection['place'], width: number): readonly string[] =>
    sections.filter((section) => section.place === place).flatMap((section) => sectionLines(section, width))
  const lines = [
    '='.repeat(SHEET_WIDTH),
    apart(title, kind.toUpperCase()),
    apart(subtitle, status.text),
    '='.repeat(SHEET_WIDTH),
    ...wrap(facts.map(({ name, value }) => `${name}: ${value}`).join('; '), SHEET_WIDTH),
    '',
    ...placed('above', SHEET_WIDTH),
    ...beside(placed('left', HALF), placed('right', HALF)),
    ...placed('below', SHEET_WIDTH),
    ...(signatures.length === 0 ? [] : [signatures.map((who) => `${who} ${'_'.repeat(28)} ${'_'.repeat(10)}`).join('      '), '']),
    '-'.repeat(SHEET_WIDTH),
    ...wrap(foot, SHEET_WIDTH),
  ]
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}

/** Two texts at the two ends of a line; the left one is cut where they do not fit. */
const apart = (left: string, right: string): string => padRight(cut(left, SHEET_WIDTH - widthOf(right) - BETWEEN), SHEET_WIDTH - widthOf(right)) + right

const beside = (left: readonly string[], right: readonly string[]): readonly string[] =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, index) => padRight(left[index] ?? '', HALF + GUTTER) + (right[index] ?? ''))

/** The heading of the only column of figures stands in the rule over it. */
function sectionLines({ title, table, chart, remarks }: SheetSection, width: number): readonly string[] {
  const headings = (table?.columns ?? []).map(({ heading }) => heading).filter((heading) => heading !== '')
  const isOne = headings.length === 1 && table?.columns.at(-1)?.heading !== ''
  const heading = `${cut(title.toUpperCase(), width - 8)} `
  const ending = isOne ? ` ${headings[0] ?? ''}` : ''
  return [
    `${heading}${'-'.repeat(Math.max(0, width - widthOf(heading) - widthOf(ending)))}${ending}`,
    ...(chart === undefined
      ? []
      : [`From ${chart.points[0]?.label ?? ''} to ${chart.points.at(-1)?.label ?? ''}; highest ${chart.highest}, lowest ${chart.lowest}.`]),
    ...(table === undefined ? [] : tableLines(table, width, !isOne)),
    ...remarks.flatMap((remark) => wrap(remark, width)),
    '',
  ]
}

/** A column of text, or else the first of words, takes what is left. */
function tableLines({ columns, rows }: SheetTable, width: number, isHeaded: boolean): readonly string[] {
  const cells = columns.map((column, index) => written(column, rows, index))
  const widths = cells.map((own, index) => Math.max(widthOf(columns[index]?.heading ?? ''), ...own.map(widthOf)))
  const text = columns.findIndex(({ of }) => of === 'text')
  const flowing = text < 0 ? columns.findIndex(({ of }) => of === 'words') : text
  const fixed = widths.reduce((sum, each, index) => (index === flowing ? sum : sum + each + BETWEEN), 0)
  if (flowing >= 0) widths[flowing] = Math.max(8, width - fixed)
  const fit = (cell: string, index: number): string => {
    const own = widths[index] ?? 0
    return columns[index]?.of === 'figures' ? padLeft(cell, own) : padRight(cut(cell, own), own)
  }
  const line = (texts: readonly string[]): string => texts.map(fit).join(' '.repeat(BETWEEN))
  const rule = line(columns.map(({ of }, index) => (of === 'figures' ? '-'.repeat(widths[index] ?? 0) : '')))
  return [
    ...(isHeaded && columns.some(({ heading }) => heading !== '') ? [line(columns.map(({ heading }) => heading))] : []),
    ...rows.flatMap(({ look }, row) => {
      const own = cells.map((column) => column[row] ?? '')
      const wrapped = text < 0 ? [own[flowing] ?? ''] : wrap(own[text] ?? '', widths[text] ?? 0)
      const lines = wrapped.map((part, index) => line(own.map((cell, column) => (column === flowing ? part : index === 0 ? cell : ''))))
      return look === 'total' && row > 0 && rows[row - 1]?.look !== 'total' ? [rule, ...lines] : lines
    }),
  ]
}

/** A figure without a parenthesis leaves the place of one where the column has any. */
function written({ of }: SheetColumn, rows: readonly SheetRow[], index: number): readonly string[] {
  const own = rows.map(({ cells }) => cells[index] ?? '')
  if (of !== 'figures') return own
  const hangs = (text: string): boolean => text.endsWith(')')
  return own.some(hangs) ? own.map((text) => (hangs(text) || text === '' ? text : `${text} `)) : own
}

/** With an ellipsis in place of what does not fit. */
const cut = (text: string, width: number): string =>
  widthOf(text) <= width
    ? text
    : `${[...text.normalize('NFC')]
        .slice(0, Math.max(0, width - 1))
        .join('')
        .trimEnd()}…`
