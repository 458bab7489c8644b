/**
 * One digit of one field of a book is changed, the report is made again, and the figures of the two reports are compared.
 * Everything but the one row is taken over from the book as it was read.
 */
import { makeReport, parsePeriod } from '../../src/app/make-report.ts'
import { type BookSource } from '../../src/app/book-source.ts'
import { openBook } from '../../src/app/open-book.ts'
import { readBookFolder } from '../../src/book/read-book-folder.ts'
import { eventKindNames } from '../../src/events/event.ts'
import { type Figure, type FigureId, isAbsorbing } from '../../src/statements/figure.ts'
import { closureOf, reachOf, stepOf } from '../../src/statements/lineage/lineage.ts'
import { isRate } from '../../src/statements/lineage/source-field.ts'
import { type Report } from '../../src/statements/report.ts'
import { type ReportDocument } from '../../src/statements/report-document.ts'
import { type Cell } from '../../src/statements/statement.ts'
import { equals, isZero } from '../../src/values/decimal.ts'
import { formatPlace } from '../../src/values/issue.ts'
import { type SourceTable } from '../../src/values/table.ts'
import { type TreeNode } from '../../src/values/tree.ts'
import { examplePath } from '../support/example-report.ts'

export type Target = { readonly file: string; readonly row: number; readonly field: string }

export const shownTarget = ({ file, row, field }: Target): string => `${file}:${row} ${field}`

/** The report of a book, or what is wrong with it. */
export function reportOf(source: BookSource, word: string): Report | string {
  const document = documentOrFault(source, word)
  return typeof document === 'string' ? document : document.report
}

function documentOrFault(source: BookSource, word: string): ReportDocument | string {
  const opened = openBook(source)
  const period = opened.book === undefined ? undefined : parsePeriod(word, opened.book.fund)
  if (opened.book === undefined || period === undefined) return 'the book cannot be opened'
  const { document, issues } = makeReport(source, { ...opened, book: opened.book }, period, '')
  return document ?? issues.map(({ code, place }) => `${formatPlace(place)} ${code}`).join('; ')
}

export function documentOfSource(source: BookSource, word: string): ReportDocument {
  const document = documentOrFault(source, word)
  if (typeof document === 'string') throw new Error(document)
  return document
}

export function soundReportOf(source: BookSource, word: string): Report {
  const report = reportOf(source, word)
  if (typeof report === 'string') throw new Error(report)
  return report
}

/** Every figure behind a cell, and all that these are made of. */
export const figuresBehindCells = ({ figures, cells }: Report): readonly FigureId[] =>
  closureOf(
    figures,
    cells.flatMap(({ figure }) => (figure === undefined ? [] : [figure])),
  )

/** The example book as its reader hands it over. */
export function exampleSource(): BookSource {
  const { folder, issues } = readBookFolder(examplePath, eventKindNames)
  if (folder === undefined || issues.length > 0) throw new Error('the example cannot be read')
  return folder
}

/** Columns of numbers that a figure may be read from; not the balance of interest, whose last digit is no cent of it. */
export const numberFields = [
  'quantity',
  'bought',
  'sold',
  'price',
  'commission',
  'fees',
  'net_amount',
  'amount',
  'shares',
  'multiplier',
  'redemption_fee',
  'cash_component',
  'transaction_fee',
  'rate',
  'withholding_rate',
  'treaty_rate',
  'withheld',
  'reclaim',
  'fee_rate',
  'capital_gain',
  'earned',
  'rebate',
  'agent_rate',
  'agent_fee',
]

/** The tables of a book that hold records. */
export const tablesOf = (source: BookSource): readonly SourceTable[] => [
  ...(source.instruments === undefined ? [] : [source.instruments]),
  ...source.events.map(({ table }) => table),
  ...source.prices,
  ...(source.rates ?? []),
]

/** The book with the text of one cell replaced. */
export function withCell(source: BookSource, target: Target, text: string): BookSource {
  const replaced = (table: SourceTable): SourceTable => {
    if (table.file !== target.file) return table
    const column = table.header.indexOf(target.field)
    return { ...table, rows: table.rows.map((row) => (row.line === target.row ? { ...row, cells: row.cells.with(column, text) } : row)) }
  }
  return {
    ...source,
    instruments: source.instruments === undefined ? undefined : replaced(source.instruments),
    events: source.events.map(({ kind, table }) => ({ kind, table: replaced(table) })),
    prices: source.prices.map(replaced),
    ...(source.rates === undefined ? {} : { rates: source.rates.map(replaced) }),
  }
}

/** The book with the value of every key of that name in fund.yaml replaced. */
export function withFundValue(source: BookSource, key: string, text: string): BookSource {
  if (source.fund === undefined) throw new Error('no fund.yaml')
  return { ...source, fund: { ...source.fund, root: replaced(source.fund.root) } }

  function replaced(node: TreeNode): TreeNode {
    switch (node.shape) {
      case 'scalar':
        return node
      case 'sequence':
        return { ...node, items: node.items.map(replaced) }
      case 'mapping':
        return {
          ...node,
          entries: new Map(
            [...node.entries].map(([name, entry]) => [
              name,
              name === key && entry.value.shape === 'scalar' ? { ...entry, value: { ...entry.value, text } } : { ...entry, value: replaced(entry.value) },
            ]),
          ),
        }
    }
  }
}

/** The text with its last digit raised by one (9 becomes 0), or its first where that leaves nothing. */
export function oneDigitChanged(text: string): string {
  const raised = (at: number): string => `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`
  const last = raised(text.search(/\d(?=\D*$)/))
  return /[1-9]/.test(last) ? last : raised(text.search(/\d/))
}

/** The text with another of its digits raised by 1 to 9, both chosen by the seed; never to nothing. */
export function anyDigitChanged(text: string, seed: number): string {
  const digits = [...text.matchAll(/\d/g)].map(({ index }) => index)
  const at = digits[seed % digits.length] as number
  const by = 1 + (seed % 9)
  const raised = `${text.slice(0, at)}${(Number(text[at]) + by) % 10}${text.slice(at + 1)}`
  return /[1-9]/.test(raised) ? raised : oneDigitChanged(text)
}

export type Comparison = {
  /** Figures whose exact amount differs, or that stand in one of the two reports only. */
  readonly changed: ReadonlySet<FigureId>
  /** Figures whose derivation reaches the field. */
  readonly reached: ReadonlySet<FigureId>
  /** Changed, though their derivation does not reach the field: lineage lies. There must be none. */
  readonly unreached: readonly FigureId[]
  /** Reached and not changed, with no reason known: lineage names too much. There must be none. */
  readonly unexplained: readonly string[]
  /** Reached and not changed, for the record works on it through another record's amount (a quantity, a price), which rounded. */
  readonly throughOthers: readonly FigureId[]
  /** Cells that print something else though their own figure did not change. */
  readonly movedNeighbours: readonly Cell[]
}

export type Baseline = { readonly report: Report; readonly ids: readonly FigureId[] }

export const baselineOf = (report: Report): Baseline => ({ report, ids: figuresBehindCells(report) })

export function compareReports({ report, ids }: Baseline, changedReport: Report, target: Target): Comparison {
  const { figures } = report
  const others = figuresBehindCells(changedReport)
  const known = new Set(ids)
  const changed = new Set([
    ...ids.filter((id) => !changedReport.figures.has(id) || !equals(figures.get(id).amount, changedReport.figures.get(id).amount)),
    ...others.filter((id) => !known.has(id)),
  ])
  const reaches = reachOf(figures, ({ source, fields }) => source.file === target.file && source.row === target.row && fields.includes(target.field))
  const reached = new Set(ids.filter(reaches))

  const unexplained: string[] = []
  const throughOthers: FigureId[] = []
  for (const id of reached) {
    if (changed.has(id)) continue
    const why = whyUnchanged(figures.get(id), report, reached, changed, target)
    if (why === 'through another record') throughOthers.push(id)
    if (why === undefined) unexplained.push(id)
  }
  const printed = new Map(changedReport.cells.map((cell) => [cell.place, cell.printed]))
  return {
    changed,
    reached,
    unreached: [...changed].filter((id) => !reached.has(id)),
    unexplained,
    throughOthers,
    movedNeighbours: report.cells.filter(({ place, figure, printed: before }) => figure !== undefined && !changed.has(figure) && printed.get(place) !== before),
  }
}

/** Why a figure may stand still though what it was made of did not; undefined where there is no reason. */
function whyUnchanged(
  figure: Figure,
  { figures }: Report,
  reached: ReadonlySet<FigureId>,
  changed: ReadonlySet<FigureId>,
  { file, row, field }: Target,
): string | undefined {
  // Units and cost of a position do not round of themselves: only their value does.
  const { derivation } = figure
  if (isAbsorbing(derivation) && (derivation.of !== 'position' || derivation.measure === 'value')) return 'it rounds, or takes the smaller'
  const { operands, sources } = stepOf(figures, figure.id)
  const own = sources.filter(({ source, fields }) => source.file === file && source.row === row && fields.includes(field))
  const movedOperands = operands.filter((operand) => changed.has(operand))
  if (own.length === 0) {
    if (movedOperands.length === 0 && operands.some((operand) => reached.has(operand))) return 'its operands stood still'
    const { of } = derivation
    if ((of === 'sum' || of === 'difference') && movedOperands.length > 1) return 'its operands moved against each other'
    // A net asset value per share that moved: the order it prices rounds to the cent or to the share, or was paid meanwhile.
    return of === 'ledger balance' || of === 'share count' || of === 'strike' || of === 'strike change' ? 'through another record' : undefined
  }
  if (own.every(({ part }) => part !== undefined && isZero(part))) return 'the record came and went: a trade and its settlement'
  // What one settlement leaves of a trade another pays, and a trade is paid by the whole.
  if (sources.some(({ text }) => /^(settlement|reclaim) /.test(text)) && operands.length + sources.length > 1) return 'a settlement paid the rest'
  // A yen is less than a cent.
  if (sources.some(isRate)) return 'its counter-value rounded'
  const isFactor = !file.startsWith('events/')
  if (isFactor || own.every(({ part }) => part === undefined)) return 'through another record'
  return undefined
}
