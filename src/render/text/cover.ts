/** The cover: what the document is, of which fund, and, where an identity breaks, that it does not tie out. */
import { formatLongDate } from '../../values/calendar-date.ts'
import { breaksOf, type Report } from '../../statements/report.ts'
import { type DocumentPart } from '../../statements/report-document.ts'
import { HAIRLINE } from './page.ts'
import { indented, padLeft, PAGE_WIDTH, wrap } from './wrap.ts'

export type Cover = Extract<DocumentPart, { part: 'cover' }>

/** `tieOutPage` is where the reader finds both sides of what breaks. */
export const coverLines = (cover: Cover, report: Report, tieOutPage: number | undefined): readonly string[] => [
  HAIRLINE,
  '',
  ...coverTitle(cover, report),
  '',
  HAIRLINE,
  '',
  '',
  ...indented(wrap(cover.name.toUpperCase(), PAGE_WIDTH - 5), 5),
  '',
  ...wrap(report.fund.trust.name.toUpperCase(), PAGE_WIDTH).map((line) => padLeft(line, PAGE_WIDTH)),
  '',
  HAIRLINE,
  ...breakNotice(report, tieOutPage),
  '',
  HAIRLINE,
  '',
]

/** '2002 ANNUAL REPORT'; a period that is no fiscal year is written out. */
function coverTitle({ title, date }: Cover, { period }: Report): readonly string[] {
  if (/^\d{4}$/.test(date)) return wrap(`${date} ${title.toUpperCase()}`, PAGE_WIDTH)
  return wrap(`${title.toUpperCase()} for the period from ${formatLongDate(period.from)} through ${formatLongDate(period.through)}`, PAGE_WIDTH)
}

function breakNotice(report: Report, tieOutPage: number | undefined): readonly string[] {
  const breaks = breaksOf(report)
  if (breaks.length === 0) return []
  const which = breaks.length === 1 ? '1 identity breaks' : `${breaks.length} identities break`
  const where = tieOutPage === undefined ? '' : ` Both sides of each are on page ${tieOutPage}.`
  return [
    '',
    '     THIS REPORT DOES NOT TIE OUT',
    '',
    ...indented(wrap(`${which}: ${breaks.map(({ id, title }) => `${id} ${title}`).join('; ')}.${where}`, PAGE_WIDTH - 10), 5),
    '',
    HAIRLINE,
  ]
}
