import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatCalendarDate } from '../../values/calendar-date.ts'
import { breaksOf, isFiscalYear, type ReportDocument } from '../../app/vocabulary.ts'
import { renderHtml } from '../../render/html/render-html.ts'
import { renderJson } from '../../render/report-json.ts'
import { renderText } from '../../render/text/render-text.ts'
import { type ExitCode } from '../exit-code.ts'
import { counted, shownCount, shownDecimal } from '../figures.ts'
import { askedFormats } from '../formats.ts'
import { indented, table } from '../table.ts'
import { jsonHeader, refuseRequest, writeJson } from '../reading-command.ts'
import { type ReportOptions, withReport } from '../report-command.ts'
import { type Terminal } from '../terminal.ts'
import { breakLines, exitCodeOf, tally, tallyText } from './tie.ts'

export type ReportCommandOptions = ReportOptions & { readonly format: string; readonly out: string }

const formats = {
  text: { extension: 'txt', render: renderText },
  html: { extension: 'html', render: renderHtml },
  json: { extension: 'json', render: renderJson },
} as const

type Format = keyof typeof formats

/** `tieout report BOOK`: writes the report of a period. A report with a broken identity is written and says so; the exit code is 3. */
export function runReport(terminal: Terminal, path: string, options: ReportCommandOptions): ExitCode {
  const asked = askedFormats(options.format, Object.keys(formats) as readonly Format[])
  if (!asked.ok) return refuseRequest(terminal, [asked.issue])

  return withReport(terminal, path, 'report', options, (document) => {
    const { report } = document
    const name = `${isFiscalYear(report) ? 'annual-report' : 'report'}-${report.periodName}`
    // Everything is rendered before anything is written: a fault leaves no half of a report behind.
    const files = asked.formats.map((format) => ({
      format,
      file: join(options.out, `${name}.${formats[format].extension}`),
      content: formats[format].render(document),
    }))
    mkdirSync(options.out, { recursive: true })
    for (const { file, content } of files) writeFileSync(file, content)

    const breaks = breaksOf(report)
    if (options.json) {
      writeJson(terminal, {
        ...jsonHeader('report', path, []),
        period: report.periodName,
        basis: report.basis,
        bookHash: document.bookHash,
        files: files.map(({ format, file }) => ({ format, file })),
        breaks,
      })
    } else if (!options.quiet) {
      terminal.out.write(summary(document, files, terminal))
    }
    return exitCodeOf(report)
  })
}

function summary({ report, bookHash }: ReportDocument, files: readonly { readonly format: Format; readonly file: string }[], { out }: Terminal): string[] {
  const printed = (place: string): string => {
    const cell = report.cells.find((candidate) => candidate.place === `${place}/${report.periodName}`)
    return cell === undefined ? '' : `${cell.hasSymbol ? '$' : ''}${cell.printed}`
  }
  const exactNav = report.figures
    .all()
    .find(
      ({ concept, context }) => concept === 'net-assets' && context.basis === 'reporting' && 'at' in context.when && context.when.at === report.period.through,
    )
  const breaks = breakLines(report.identities, out)
  return [
    out.bold(`${report.fund.series.name}: ${isFiscalYear(report) ? 'annual report' : 'report'}`),
    `${formatCalendarDate(report.period.from)} through ${formatCalendarDate(report.period.through)}, reporting basis (trade date), ${report.fund.series.baseCurrency}.`,
    '',
    ...table(
      [
        { heading: '', align: 'left' },
        { heading: '', align: 'right' },
        { heading: '', align: 'left' },
      ],
      [
        ['Net assets', printed('sal.net-assets'), exactNav === undefined ? '' : `exactly ${shownDecimal(exactNav.amount)}`],
        ['Net asset value per share', printed('sal.nav-per-share'), ''],
        ['Total return', printed('highlights.total-return'), ''],
      ],
    ),
    '',
    'Checked',
    ...indented([
      tallyText(tally(report.identities)),
      originText(report),
      'debits = credits, lots = positions, NAV proof and bridge without residual, and a second path to the same net assets, every day',
      `book hash ${bookHash}`,
    ]),
    ...(breaks.length === 0 ? [] : ['', ...breaks]),
    ...(report.remarks.length === 0 ? [] : ['', 'Remarks', ...report.remarks.map(({ text }) => `  ${text}`)]),
    '',
    'Written',
    ...indented(files.map(({ file }) => file)),
  ]
}

/** Counted, not claimed: printed numbers with a figure behind them, and those withheld by a rule. */
function originText({ cells }: ReportDocument['report']): string {
  const withFigure = cells.filter(({ figure }) => figure !== undefined).length
  const withRule = cells.filter(({ figure, because }) => figure === undefined && because !== undefined).length
  const orphans = cells.length - withFigure - withRule
  return `${counted(withFigure, 'printed number has', 'printed numbers have')} a figure with its derivation, ${shownCount(withRule)} a rule that says why there is none${orphans === 0 ? '' : `, ${shownCount(orphans)} NEITHER`}`
}
