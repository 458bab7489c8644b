import { breaksOf, type IdentityResult, movedCells } from '../../app/vocabulary.ts'
import { formatDecimal } from '../../values/decimal.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { counted } from '../figures.ts'
import { jsonHeader, writeJson } from '../reading-command.ts'
import { type ReportOptions, withReport } from '../report-command.ts'
import { indented, table } from '../table.ts'
import { type Outlet, type Terminal } from '../terminal.ts'

/** `tieout tie BOOK`: every identity of the report with both sides and tolerance. */
export const runTie = (terminal: Terminal, path: string, options: ReportOptions): ExitCode =>
  withReport(terminal, path, 'tie', options, ({ report, bookHash }) => {
    const { identities } = report
    const moved = movedCells(report)
    if (options.json) {
      const cells = moved.map(({ place, printed, footing }) => ({
        place,
        printed,
        movedBy: footing !== undefined && footing.by !== 'lock' ? String(footing.movedBy) : '0',
      }))
      writeJson(terminal, { ...jsonHeader('tie', path, []), period: report.periodName, basis: report.basis, bookHash, identities, movedCells: cells })
    } else if (!options.quiet) {
      const { out } = terminal
      out.write([
        out.bold(`${report.fund.series.name}: identities of the report ${report.periodName}`),
        '',
        ...table(
          [
            { heading: 'Rule', align: 'left' },
            { heading: 'Identity', align: 'left' },
            { heading: 'Left', align: 'right' },
            { heading: 'Right', align: 'right' },
            { heading: 'Tolerance', align: 'right' },
            { heading: 'Result', align: 'left' },
            { heading: 'Note', align: 'left' },
          ],
          identities.map(({ id, title, left = '', right = '', tolerance = '', result, note = '' }) => [
            id,
            title,
            left,
            right,
            tolerance,
            result === 'breaks' ? 'BREAKS' : result,
            note,
          ]),
          [],
          { heading: out.bold, rule: out.faint },
        ),
        '',
        `${counted(moved.length, 'printed figure')} moved from ${moved.length === 1 ? 'its' : 'their'} half-up value by footing (R8.3, R8.4):`,
        ...indented(
          moved.map(
            ({ place, printed, value, footing }) =>
              `${place}  ${printed || formatDecimal(value ?? { units: 0n, scale: 0 })}, moved by ${footing !== undefined && footing.by !== 'lock' ? footing.movedBy : 0n}`,
          ),
        ),
        '',
        tallyText(tally(identities)),
      ])
    }
    terminal.err.write(breakLines(identities, terminal.err))
    return exitCodeOf(report)
  })

/** A report with a broken identity ends its command with a code of its own. */
export const exitCodeOf = (report: Parameters<typeof breaksOf>[0]): ExitCode => (breaksOf(report).length > 0 ? exitCodes.breaks : exitCodes.allWell)

export type Tally = { readonly ties: number; readonly breaks: number; readonly notApplicable: number; readonly observations: number }

export const tally = (identities: readonly IdentityResult[]): Tally => {
  const count = (wanted: IdentityResult['result']): number => identities.filter(({ result }) => result === wanted).length
  return { ties: count('ties'), breaks: count('breaks'), notApplicable: count('not applicable'), observations: count('observation') }
}

/** `71 identities tie, 0 break; 3 do not apply to this period, 2 are observations`. */
export const tallyText = ({ ties, breaks, notApplicable, observations }: Tally): string =>
  `${counted(ties, 'identity ties', 'identities tie')}, ${breaks} break${breaks === 1 ? 's' : ''}; ${notApplicable} do not apply to this period, ${observations} are observations`

/** The broken ones in words; none where all hold. */
export const breakLines = (identities: readonly IdentityResult[], { alarming }: Outlet): string[] =>
  identities
    .filter(({ result }) => result === 'breaks')
    .map(({ id, title, left, right, tolerance }) => `${alarming('BREAKS')} ${id} ${title}: ${left} against ${right}, tolerance ${tolerance}`)
