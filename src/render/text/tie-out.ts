/** The last part: what was checked and how it came out, which cells the footing moved, what the reader must know. */
import { formatLongDate } from '../../values/calendar-date.ts'
import { type IdentityResult } from '../../statements/identities/identity.ts'
import { breaksOf, movedCells, type Report } from '../../statements/report.ts'
import { type ReportDocument } from '../../statements/report-document.ts'
import { type Cell } from '../../statements/statement.ts'
import { HAIRLINE } from './page.ts'
import { type Block, block, paragraph, together } from './paginate.ts'
import { rowOfColumns } from './side-by-side.ts'
import { indented, PAGE_WIDTH, wrap } from './wrap.ts'

export const tieOutBlocks = ({ report, bookHash }: ReportDocument): readonly Block[] => [
  block(basisLines(report, bookHash)),
  ...section('Identities', [...paragraph(wrap(countsText(report), PAGE_WIDTH)), ...breakBlocks(report)]),
  ...section('Observations', resultBlocks(report.identities.filter(({ result }) => result === 'observation'))),
  ...section('Not Applicable', notApplicableBlocks(report)),
  ...section('Cells Moved by Footing', movedBlocks(report)),
  ...section('Remarks', remarkBlocks(report)),
]

const LABEL_WIDTH = 11
const labelled = (label: string, text: string): readonly string[] =>
  rowOfColumns([[label], wrap(text, PAGE_WIDTH - LABEL_WIDTH - 2)], [LABEL_WIDTH, PAGE_WIDTH - LABEL_WIDTH - 2])

const basisLines = ({ fund, period }: Report, bookHash: string): readonly string[] => [
  ...labelled('Fund', fund.series.name),
  ...labelled(
    'Period',
    period.from === period.through ? formatLongDate(period.through) : `${formatLongDate(period.from)} through ${formatLongDate(period.through)}`,
  ),
  ...labelled('Basis', 'reporting basis (trade date)'),
  ...labelled('Book hash', bookHash),
]

/** A part with its heading; nothing where it is empty. */
function section(title: string, blocks: readonly Block[]): readonly Block[] {
  const [first, ...rest] = blocks
  return first === undefined ? [] : [together(block([title.toUpperCase()], 2), first), ...rest]
}

function countsText(report: Report): string {
  const count = (wanted: IdentityResult['result']): number => report.identities.filter(({ result }) => result === wanted).length
  const breaks = count('breaks')
  const checked = count('ties') + breaks
  const verdict =
    breaks === 0 ? `All ${checked} tie.` : `${count('ties')} tie and ${breaks} ${breaks === 1 ? 'breaks' : 'break'}: this report does not tie out.`
  return `${checked} identities were checked on the printed report. ${verdict} ${count('observation')} more are observed and not required, ${count('not applicable')} do not apply to this report.`
}

const breakBlocks = (report: Report): readonly Block[] => resultBlocks(breaksOf(report))

/** Both sides of identities, one below the other. */
const resultBlocks = (results: readonly IdentityResult[]): readonly Block[] =>
  results.map(({ id, title, left, right, tolerance, note }) => {
    const sides = [`left ${left ?? 'none'}`, `right ${right ?? 'none'}`, ...(tolerance === undefined || tolerance === '0' ? [] : [`tolerance ${tolerance}`])]
    return block(numbered(id, [...wrap(title, TEXT_WIDTH), ...wrap(sides.join(', '), TEXT_WIDTH), ...(note === undefined ? [] : wrap(note, TEXT_WIDTH))]))
  })

const notApplicableBlocks = ({ identities }: Report): readonly Block[] =>
  identities
    .filter(({ result }) => result === 'not applicable')
    .map(({ id, title, note }) => block(numbered(id, wrap(note === undefined ? title : `${title}: ${note}`, TEXT_WIDTH)), 0))
    .map((one, index) => (index === 0 ? { ...one, gap: 1 } : one))

const ID_WIDTH = 5
const TEXT_WIDTH = PAGE_WIDTH - ID_WIDTH
const numbered = (id: string, lines: readonly string[]): readonly string[] => [id.padEnd(ID_WIDTH) + (lines[0] ?? ''), ...indented(lines.slice(1), ID_WIDTH)]

const MOVED_BY = 'Moved by'
const rightOf = [false, true, true] as const

type MovedTable = { readonly widths: readonly [place: number, printed: number, movedBy: number]; readonly head: readonly string[] }

/** The place has what the amounts leave. */
function movedTable(moved: readonly Cell[]): MovedTable {
  const printed = Math.max('Printed'.length, ...moved.map((cell) => cell.printed.length))
  const widths = [PAGE_WIDTH - printed - MOVED_BY.length - 4, printed, MOVED_BY.length] as const
  return { widths, head: [...rowOfColumns([['Place'], ['Printed'], [MOVED_BY]], widths, rightOf), HAIRLINE] }
}

function movedBlocks(report: Report): readonly Block[] {
  const moved = movedCells(report)
  if (moved.length === 0) return [block(['None: every printed figure is its exact value, rounded half up.'])]
  const intro = block(
    wrap('Each of these prints one unit or more away from its exact value rounded half up, so that its column adds to the printed total.', PAGE_WIDTH),
  )
  const table = movedTable(moved)
  const [first, ...rest] = moved.map((cell) => ({ ...block(movedLines(cell, table), 0), continues: table.head }))
  return first === undefined ? [intro] : [together(intro, block(table.head), { ...first, gap: 0 }), ...rest]
}

const movedLines = ({ place, printed, footing }: Cell, { widths }: MovedTable): readonly string[] => {
  const by = footing === undefined || footing.by === 'lock' ? '' : `${footing.movedBy > 0n ? '+' : ''}${footing.movedBy}`
  return rowOfColumns([wrap(place, widths[0]), [printed], [by]], widths, rightOf)
}

function remarkBlocks({ remarks }: Report): readonly Block[] {
  if (remarks.length === 0) return [block(['None.'])]
  return remarks.flatMap(({ about, text }) => [together(block(wrap(about, PAGE_WIDTH)), { ...block(indented(wrap(text, PAGE_WIDTH - 5), 5)), gap: 0 })])
}
