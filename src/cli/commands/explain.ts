import { formatDecimal, withoutTrailingZeros } from '../../values/decimal.ts'
import { type Issue } from '../../values/issue.ts'
import { explainFigure, type Explanation, findFigure } from '../../app/explain.ts'
import { type Cell, currencyOf, type Figure, type SourceField } from '../../app/vocabulary.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { counted, shownDecimal } from '../figures.ts'
import { jsonHeader, refuseRequest, writeJson } from '../reading-command.ts'
import { type ReportOptions, withReport } from '../report-command.ts'
import { type Outlet, type Terminal } from '../terminal.ts'

export type ExplainOptions = ReportOptions & { readonly depth: number; readonly all?: boolean }

/** How many operands and rows of one figure are printed; `--all` prints the rest. */
const BREADTH = 8

/** `tieout explain BOOK FIGURE`: the derivation of a figure, or of the number in a cell. */
export const runExplain = (terminal: Terminal, path: string, asked: string, options: ExplainOptions): ExitCode =>
  withReport(terminal, path, 'explain', options, ({ report }) => {
    const found = findFigure(report, asked)
    if ('meant' in found) return refuseRequest(terminal, [unknownFigure(asked, found.meant)])
    const { cell, figure } = found
    const limits = options.all === true ? { depth: 99, breadth: 1_000_000 } : { depth: options.depth, breadth: BREADTH }
    const explanation = figure === undefined ? undefined : explainFigure(report.figures, figure, limits)
    if (options.json) {
      writeJson(terminal, {
        ...jsonHeader('explain', path, []),
        cell: cell === undefined ? null : cellJson(cell),
        explanation: explanation === undefined ? null : explanationJson(explanation),
      })
    } else if (!options.quiet) {
      const { out } = terminal
      out.write([...cellLines(cell, out), ...(explanation === undefined ? ['No figure stands behind it.'] : lines(explanation, out, ''))])
    }
    return exitCodes.allWell
  })

const shownFigure = (figure: Figure): string => {
  const { amount, unit } = figure
  const suffix =
    unit === 'foreign money'
      ? ` ${currencyOf(figure)}`
      : unit === 'percent'
        ? '%'
        : unit === 'shares' || unit === 'units'
          ? ` ${unit}`
          : unit === 'money per share'
            ? ' a share'
            : ''
  const isCount = unit === 'shares' || unit === 'units' || unit === 'number'
  return `${shownDecimal(isCount ? withoutTrailingZeros(amount) : amount)}${suffix}`
}

function lines({ figure, sentence, operands, folded, sources, foldedSources }: Explanation, outlet: Outlet, indent: string): string[] {
  const inner = `${indent}  `
  const cite = figure.cite === undefined ? '' : outlet.faint(`  [${figure.cite}]`)
  return [
    `${indent}${outlet.bold(figure.id)} = ${shownFigure(figure)}`,
    `${inner}${sentence}${cite}`,
    ...sources.map((field) => `${inner}${sourceText(field)}`),
    ...(foldedSources > 0 ? [`${inner}… and ${counted(foldedSources, 'more row')} (--all)`] : []),
    ...operands.flatMap((operand) => lines(operand, outlet, inner)),
    ...(folded.length > 0
      ? [`${inner}… and ${counted(folded.length, 'more figure')}: ${folded.slice(0, 3).join(', ')}${folded.length > 3 ? ' …' : ''} (--depth, --all)`]
      : []),
  ]
}

const sourceText = ({ source, fields, text, part }: SourceField): string =>
  `${source.file}:${source.row} ${fields.join(', ')}${part === undefined ? '' : ` ${shownDecimal(part)}`}  (${text})`

function cellLines(cell: Cell | undefined, { bold }: Outlet): string[] {
  if (cell === undefined) return []
  const { place, printed, hasSymbol, footing, because } = cell
  const rounding =
    footing === undefined || footing.by === 'lock'
      ? ''
      : footing.movedBy === 0n
        ? `; ${footing.by === 'foot' ? 'footed to its total' : 'the sum of printed cells'}, not moved`
        : `; ${footing.by === 'foot' ? 'footed to its total' : 'the sum of printed cells'}, ${footing.movedBy > 0n ? '+' : ''}${footing.movedBy} from its half-up value`
  return [`${bold(place)} prints ${hasSymbol ? '$' : ''}${printed}${rounding}${because === undefined ? '' : `: ${because}`}`]
}

const cellJson = ({ place, printed, because, footing }: Cell) => ({
  place,
  printed,
  because,
  footing: footing === undefined || footing.by === 'lock' ? footing : { ...footing, movedBy: String(footing.movedBy) },
})

const explanationJson = ({ figure, sentence, operands, folded, sources, foldedSources }: Explanation): unknown => ({
  figure: figure.id,
  amount: formatDecimal(figure.amount),
  unit: figure.unit,
  cite: figure.cite,
  sentence,
  sources: sources.map(({ record, source, fields, text, part }) => ({
    record,
    file: source.file,
    row: source.row,
    fields,
    text,
    part: part === undefined ? undefined : formatDecimal(part),
  })),
  moreSources: foldedSources,
  operands: operands.map(explanationJson),
  folded,
})

const unknownFigure = (asked: string, meant: string | undefined): Issue => ({
  code: 'command.unknown-figure',
  place: { file: 'FIGURE' },
  found: `"${asked}"`,
  needed: 'the id of a figure, such as net-assets@2002-12-31, or the place of a cell, such as sal.net-assets',
  remedy:
    meant === undefined ? 'The JSON of the report lists all figures and cells; "tieout report BOOK --format json" writes it.' : `Did you mean "${meant}"?`,
})
