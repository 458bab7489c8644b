/**
 * Presentation: what of a report's look has no cause in the books. report/presentation.yaml states it; without the file
 * every choice has a default. It is layout: no figure depends on it.
 */
import { choice, text, wholeNumber } from '../values/field.ts'
import { USD } from '../values/currency.ts'
import { type Issue, mostLike } from '../values/issue.ts'
import { type Columns, optional } from '../values/table.ts'
import { childAt, itemsAt, readMapping, type SourceTree, type TreeNode } from '../values/tree.ts'
import { type Fund } from '../reference/fund.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { type StatementId } from './statement.ts'

export const presentationFamilies = ['classic-2002'] as const
export type PresentationFamily = (typeof presentationFamilies)[number]

export type Presentation = {
  readonly family: PresentationFamily
  /** Name at the foot of each page and in captions: Janus Aspen Small Cap Value Portfolio. */
  readonly pageName: string
  /** Lines over the column of figures, by statement; the last carries the period's mark. */
  readonly columnHeadings: Readonly<Partial<Record<StatementId, readonly string[]>>>
  /** How the average of a one-day period prints: as computed, or as nil, with the ratios on it N/A (R9.11). */
  readonly oneDayAverage: 'computed' | 'nil'
  /** Number of the note on federal income tax, to which distributions and capital point; undefined where there is none. */
  readonly taxNote: number | undefined
  /** Turnover of a period under a year: annualized, as the reports of 2002 footnote it, or as it is (R9.12). */
  readonly turnover: 'annualized' | 'as-is'
  /** Holdings whose value carries the currency symbol: the heads of printed columns. The first holding where none is named. */
  readonly symbolOn: readonly InstrumentId[]
  /** Industries before which the schedule begins a new page. */
  readonly breakBefore: readonly string[]
}

const columns = {
  family: optional(choice(presentationFamilies), 'The presentation family; classic-2002 where empty.'),
  page_name: optional(text, 'Name at the foot of each page; the name of the series where empty.'),
  turnover: optional(choice(['annualized', 'as-is']), 'Portfolio turnover of a period under a year: annualized where empty.'),
  tax_note: optional(
    wholeNumber(1, 99),
    'Number of the note on federal income tax in report/notes.md, to which distributions and capital point; no pointer where empty.',
  ),
  one_day_average: optional(choice(['computed', 'nil']), 'Average net assets of a one-day period: computed, or printed as nil with N/A ratios.'),
} as const satisfies Columns

export const presentationColumns = columns

const headingStatements = ['sal', 'soo', 'socna', 'highlights'] as const

export const defaultPresentation = (fund: Fund): Presentation => ({
  family: 'classic-2002',
  pageName: fund.series.name,
  columnHeadings: {},
  oneDayAverage: 'computed',
  turnover: 'annualized',
  taxNote: undefined,
  symbolOn: [],
  breakBefore: [],
})

export function readPresentation(
  tree: SourceTree | undefined,
  fund: Fund,
  instruments: ReadonlyMap<InstrumentId, Instrument>,
): { readonly presentation: Presentation; readonly issues: readonly Issue[] } {
  const fallback = defaultPresentation(fund)
  if (tree === undefined) return { presentation: fallback, issues: [] }
  const issues: Issue[] = []
  const context = { baseCurrency: USD }
  const row = readMapping(columns, ['column_headings', 'schedule'], tree.root, context, issues)

  const headings = childAt(tree.root, 'column_headings')
  if (headings !== undefined) readMapping({}, headingStatements, headings, context, issues)
  const columnHeadings = Object.fromEntries(
    headingStatements.flatMap((id) => {
      const lines = headings === undefined ? [] : wordsOf(itemsAt(headings, id, issues))
      return lines.length === 0 ? [] : [[id, lines.map(({ text: line }) => line)] as const]
    }),
  )

  const schedule = childAt(tree.root, 'schedule')
  if (schedule !== undefined) readMapping({}, ['symbol_on', 'break_before'], schedule, context, issues)
  const industries = new Set([...instruments.values()].map(({ industry }) => industry))
  const symbolOn = known('symbol_on', new Set<string>(instruments.keys()), 'an id of instruments.csv')
  const breakBefore = known('break_before', industries, 'an industry of instruments.csv')
  return {
    presentation: {
      family: row?.family ?? fallback.family,
      pageName: row?.page_name ?? fallback.pageName,
      oneDayAverage: row?.one_day_average ?? fallback.oneDayAverage,
      turnover: row?.turnover ?? fallback.turnover,
      taxNote: row?.tax_note,
      columnHeadings,
      symbolOn: symbolOn as InstrumentId[],
      breakBefore,
    },
    issues,
  }

  function known(key: string, names: ReadonlySet<string>, needed: string): string[] {
    const scalars = schedule === undefined ? [] : wordsOf(itemsAt(schedule, key, issues))
    return scalars.flatMap(({ text: name, place }) => {
      if (names.has(name)) return [name]
      const meant = mostLike(name, names)
      issues.push({
        code: 'presentation.unknown-name',
        place,
        found: `"${name}"`,
        needed,
        remedy: meant === undefined ? 'Correct the name, or remove the line.' : `Did you mean "${meant}"?`,
      })
      return []
    })
  }
}

const wordsOf = (items: readonly TreeNode[]) => items.filter((item) => item.shape === 'scalar')
