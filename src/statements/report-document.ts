/** The report as a document: its parts in order, statements among texts and tables. Pages are the renderers'. */
import { type FieldContext } from '../values/field.ts'
import { type Issue, mostLike } from '../values/issue.ts'
import { readTable, type SourceTable } from '../values/table.ts'
import { type Officer, officerColumns, type Trustee, trusteeColumns } from '../reference/people.ts'
import { type Report } from './report.ts'
import { type StatementId } from './statement.ts'

export type DocumentPart =
  | { readonly part: 'cover'; readonly title: string; readonly name: string; readonly date: string }
  | { readonly part: 'contents'; readonly title: string }
  /** Given text: Markdown of the book, in the words of the fund. */
  | { readonly part: 'text'; readonly id: string; readonly title: string; readonly markdown: string; readonly file: string }
  /** One statement, or the schedule with its country summary. */
  | { readonly part: 'statements'; readonly title: string; readonly statements: readonly StatementId[] }
  | { readonly part: 'legend'; readonly title: string }
  | { readonly part: 'trustees'; readonly title: string; readonly trustees: readonly Trustee[] }
  | { readonly part: 'officers'; readonly title: string; readonly officers: readonly Officer[] }
  /** What was checked, what was moved by footing, and what the reader must know. */
  | { readonly part: 'tie-out'; readonly title: string }

export type ReportDocument = {
  readonly report: Report
  readonly parts: readonly DocumentPart[]
  /** SHA-256 over the book's records: the same on every machine. */
  readonly bookHash: string
}

type SourceText = { readonly file: string; readonly text: string }

/** Texts that a report may have, in the order of its pages, before and after the statements. */
const textsBefore = ['letter'] as const
const textsAfter = ['notes', 'auditor', 'explanations'] as const
const knownFiles = [...textsBefore, ...textsAfter].map((id) => `report/${id}.md`)
const knownTables = ['report/trustees.csv', 'report/officers.csv']

export function reportDocument(
  report: Report,
  texts: readonly SourceText[],
  tables: readonly SourceTable[],
  bookHash: string,
): { readonly document: ReportDocument; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [...unknownFiles(texts, tables)]
  const context: FieldContext = { baseCurrency: report.fund.series.baseCurrency }
  const textPart = (id: string): DocumentPart[] => {
    const found = texts.find(({ file }) => file === `report/${id}.md`)
    if (found === undefined) return []
    const heading = /^# (.+)$/m.exec(found.text)?.[1]
    if (heading === undefined) {
      issues.push({
        code: 'presentation.no-title',
        place: { file: found.file, row: 1 },
        found: 'no title',
        needed: 'a first line "# Title"',
        remedy: 'Begin the text with its title, as it stands in the table of contents.',
      })
      return []
    }
    return [{ part: 'text', id, title: heading.trim(), markdown: found.text.replace(/^# .+\n?/m, '').trim(), file: found.file }]
  }
  const parts: DocumentPart[] = [
    { part: 'cover', title: isFiscalYear(report) ? 'Annual Report' : 'Report', name: report.fund.series.name, date: report.periodName },
    { part: 'contents', title: 'Table of Contents' },
    ...textsBefore.flatMap(textPart),
    ...statementParts(report),
    ...(report.legend.length === 0 ? [] : [{ part: 'legend', title: 'Notes to Schedule of Investments' } as const]),
    ...textsAfter.flatMap(textPart),
    ...people(tables, context, issues),
    { part: 'tie-out', title: 'Tie-Out and Remarks' },
  ]
  return { document: { report, parts, bookHash }, issues }
}

/** Whether the period is named by a fiscal year, short first years included. */
export const isFiscalYear = ({ periodName }: Report): boolean => /^\d{4}$/.test(periodName)

function statementParts({ statements }: Report): DocumentPart[] {
  const hasCountries = statements.some(({ id }) => id === 'countries')
  return statements.flatMap((statement): DocumentPart[] => {
    if (statement.id === 'countries') return []
    return [{ part: 'statements', title: statement.title, statements: statement.id === 'soi' && hasCountries ? ['soi', 'countries'] : [statement.id] }]
  })
}

function people(tables: readonly SourceTable[], context: FieldContext, issues: Issue[]): DocumentPart[] {
  const parts: DocumentPart[] = []
  const trustees = tables.find(({ file }) => file === 'report/trustees.csv')
  if (trustees !== undefined) {
    const reading = readTable(trusteeColumns, trustees, context)
    for (const issue of reading.issues) issues.push(issue)
    parts.push({ part: 'trustees', title: 'Trustees (unaudited)', trustees: reading.rows.map(({ source, values }) => ({ ...values, source })) })
  }
  const officers = tables.find(({ file }) => file === 'report/officers.csv')
  if (officers !== undefined) {
    const reading = readTable(officerColumns, officers, context)
    for (const issue of reading.issues) issues.push(issue)
    parts.push({ part: 'officers', title: 'Officers (unaudited)', officers: reading.rows.map(({ source, values }) => ({ ...values, source })) })
  }
  return parts
}

const unknownFiles = (texts: readonly SourceText[], tables: readonly SourceTable[]): Issue[] =>
  [...texts, ...tables].flatMap(({ file }) => {
    const known = file.endsWith('.md') ? knownFiles : knownTables
    if (known.includes(file)) return []
    const meant = mostLike(file, known)
    return [
      {
        code: 'presentation.unknown-file' as const,
        place: { file },
        found: 'a part that no report has',
        needed: `one of ${known.join(', ')}`,
        remedy: meant === undefined ? 'Rename or move the file.' : `Did you mean "${meant}"?`,
      },
    ]
  })
