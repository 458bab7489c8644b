/**
 * The report as plain text of 80 columns, in the manner of the documents on EDGAR. Pages are made first, then numbered, so
 * that the table of contents is true. Cells are placed as they are printed; nothing is added up here.
 */
import { formatLongDate } from '../../values/calendar-date.ts'
import { unreachable } from '../../values/invariant.ts'
import { type DocumentPart, type ReportDocument } from '../../statements/report-document.ts'
import { type Statement } from '../../statements/statement.ts'
import { contentsLines } from './contents.ts'
import { coverLines } from './cover.ts'
import { numberedPage, PAGE_LINES, PAGE_TAG, plainPage } from './page.ts'
import { type Block, paginate } from './paginate.ts'
import { officerBlocks, officersHead, trusteeBlocks, trusteesHead } from './people.ts'
import { proseBlocks } from './prose.ts'
import { schedulePages } from './schedule-pages.ts'
import { footnoteLines, statementPage, titleLines } from './statement-page.ts'
import { tieOutBlocks } from './tie-out.ts'
import { PAGE_WIDTH, widthOf } from './wrap.ts'

type Body = readonly string[]
type NumberedPart = { readonly part: DocumentPart; readonly first: number; readonly bodies: readonly Body[] }

/** The whole document; ends in a line feed. The same document gives the same text. */
export function renderText(document: ReportDocument): string {
  const { report, parts } = document
  const numbered = numberedParts(document)
  const date = formatLongDate(report.period.through)
  const foot = { name: report.presentation.pageName, date }
  const pageOf = (wanted: DocumentPart['part']): number | undefined => numbered.find(({ part }) => part.part === wanted)?.first
  const entries = numbered.map(({ part, first }) => ({ title: part.title, page: first }))

  const pages = parts.flatMap((part): readonly Body[] => {
    if (part.part === 'cover') return [coverLines(part, report, pageOf('tie-out'))]
    if (part.part === 'contents') return [plainPage(contentsLines(part.title, report.fund.trust.name, entries))]
    const own = numbered.find((candidate) => candidate.part === part)
    return (own?.bodies ?? []).map((body, index) => numberedPage(body, (own?.first ?? 1) + index, foot.name, foot.date))
  })
  return `${pages.map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join(`\n${PAGE_TAG}\n`)}\n`
}

/** Every part but cover and contents, with the number of its first page; the first of them begins page 1. */
function numberedParts(document: ReportDocument): readonly NumberedPart[] {
  let next = 1
  return document.parts.flatMap((part) => {
    const bodies = bodiesOf(part, document)
    if (bodies.length === 0) return []
    const first = next
    next += bodies.length
    return [{ part, first, bodies }]
  })
}

function bodiesOf(part: DocumentPart, document: ReportDocument): readonly Body[] {
  const { report } = document
  switch (part.part) {
    case 'cover':
    case 'contents':
      return []
    case 'text':
      return titledPages(part.title, proseBlocks(part.markdown))
    case 'statements':
      return statementBodies(
        part.statements.flatMap((id) => report.statements.filter((statement) => statement.id === id)),
        report.presentation.pageName,
      )
    case 'legend':
      return titledPages(
        part.title,
        report.legend.map(({ symbol, text }) => ({ lines: footnoteLines(`${symbol} ${text}`), gap: 1 })),
      )
    case 'trustees':
      return titledPages(part.title, trusteeBlocks(part.trustees, report.fund.series.noun), trusteesHead)
    case 'officers':
      return titledPages(part.title, officerBlocks(part.officers), officersHead)
    case 'tie-out':
      return titledPages(part.title, tieOutBlocks(document))
    default:
      return unreachable(part)
  }
}

/** The schedule with its countries goes over pages; every other statement has a page of its own. */
function statementBodies(statements: readonly Statement[], pageName: string): readonly Body[] {
  const schedule = statements.find(({ id }) => id === 'soi')
  const others = statements.filter(({ id }) => id !== 'soi' && !(id === 'countries' && schedule !== undefined)).map(statementPage)
  if (schedule === undefined) return others
  return [
    ...schedulePages(
      schedule,
      statements.find(({ id }) => id === 'countries'),
      pageName,
    ),
    ...others,
  ]
}

/** Blocks under a title, which says on the pages after the first that it is continued; `head` stands on each of them. */
function titledPages(title: string, blocks: readonly Block[], head: Body = []): readonly Body[] {
  const top = head.length === 0 ? [''] : ['', ...head]
  const first = [...titleLines(title), ...top]
  const next = [...titleLines(title).slice(0, -1), ...continuedTitle(titleLines(title).at(-1) ?? ''), ...top]
  return paginate(blocks, PAGE_LINES - first.length, PAGE_LINES - next.length).map((body, index) => [...(index === 0 ? first : next), ...body])
}

const continuedTitle = (title: string): Body => (widthOf(`${title} (continued)`) <= PAGE_WIDTH ? [`${title} (continued)`] : [title, '(continued)'])
