import { type Issue } from '../../values/issue.ts'
import { missingRow } from '../../app/book-rows.ts'
import { usesOf } from '../../app/explain.ts'
import { formatDecimal } from '../../values/decimal.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { counted, shownDecimal } from '../figures.ts'
import { jsonHeader, refuseRequest, writeJson } from '../reading-command.ts'
import { type ReportOptions, withReport } from '../report-command.ts'
import { table } from '../table.ts'
import { type Terminal } from '../terminal.ts'

export type UsesOptions = ReportOptions & { readonly field?: string }

/** `tieout uses BOOK FILE:ROW`: the figures that a row reaches, and where they are printed. */
export function runUses(terminal: Terminal, path: string, place: string, options: UsesOptions): ExitCode {
  const match = /^(.+):([1-9]\d*)$/.exec(place)
  if (match === null) return refuseRequest(terminal, [wrongPlace(place)])
  const [, file = '', row = ''] = match
  return withReport(terminal, path, 'uses', options, ({ report }, source) => {
    const missing = missingRow(source, file, Number(row))
    if (missing !== undefined) return refuseRequest(terminal, [missing])
    const { fields, figures, roundingNeighbours } = usesOf(report, file, Number(row), options.field)
    if (options.json) {
      writeJson(terminal, {
        ...jsonHeader('uses', path, []),
        file,
        row: Number(row),
        fields,
        figures: figures.map(({ figure, cells }) => ({
          figure: figure.id,
          amount: formatDecimal(figure.amount),
          cells: cells.map((cell) => ({ place: cell.place, printed: cell.printed })),
        })),
        roundingNeighbours: roundingNeighbours.map((cell) => ({ place: cell.place, printed: cell.printed })),
      })
      return exitCodes.allWell
    }
    if (options.quiet) return exitCodes.allWell
    const { out } = terminal
    if (figures.length === 0) {
      out.write([`No figure of the report ${report.periodName} was read from ${place}${options.field === undefined ? '' : `, column ${options.field}`}.`])
      return exitCodes.allWell
    }
    out.write([
      out.bold(
        `${place}${options.field === undefined ? '' : ` ${options.field}`} reaches ${counted(figures.length, 'figure')} of the report ${report.periodName}`,
      ),
      `Read from it: ${fields.join(', ')}.`,
      '',
      ...table(
        [
          { heading: 'Figure', align: 'left' },
          { heading: 'Exact', align: 'decimal' },
          { heading: 'Printed in', align: 'left' },
        ],
        figures.map(({ figure, cells }) => [figure.id, shownDecimal(figure.amount), cells.map((cell) => `${cell.place} ${cell.printed}`).join('; ')]),
        [],
        { heading: out.bold, rule: out.faint },
      ),
      '',
      roundingNeighbours.length === 0
        ? 'No other printed number can be moved by it.'
        : `Besides, ${counted(roundingNeighbours.length, 'printed number')} footed to the same totals may move by a unit (rounding neighbours): their own figures do not depend on it.`,
    ])
    return exitCodes.allWell
  })
}

const wrongPlace = (found: string): Issue => ({
  code: 'command.place',
  place: { file: 'FILE:ROW' },
  found: `"${found}"`,
  needed: 'a file of the book and a line in it, such as events/purchase.csv:12',
  remedy: 'The header is line 1; files are named from the folder of the book.',
})
