/** A parallel run: files of an incumbent beside the books, every difference attributed as far as the data allow, and a verdict. */
import { type CalendarDate } from '../../values/calendar-date.ts'
import { compareIssues, type Issue } from '../../values/issue.ts'
import { invariant } from '../../values/invariant.ts'
import { shown } from '../../values/shown.ts'
import { type SourceTable } from '../../values/table.ts'
import { type ClassId, type Fund } from '../../reference/fund.ts'
import { isCovered, nextBusinessDay, previousBusinessDay } from '../../reference/nyse-calendar.ts'
import { instrumentsEver } from '../../events/instrument-names.ts'
import { type FundBook } from '../../nav/fund-book.ts'
import { type Basis } from '../../nav/strike.ts'
import { keepBooks, lastDayOf } from '../keep-books.ts'
import { type OpenedBook } from '../open-book.ts'
import { type AgainstFile, type AgainstKind, type NavRow, readAccountMap, readAgainst } from './against-file.ts'
import { type BalanceComparison, compareBalances } from './compare-balances.ts'
import { compareNavs, type NavComparison } from './compare-navs.ts'
import { comparePositions, type PositionComparison } from './compare-positions.ts'
import { accrualEvidence, agreementOf, dealingEvidence, positionEvidence, priceEvidence } from './evidence.ts'
import { instrumentMatcher, matcherWithin } from './match-instruments.ts'
import { dayWatcher, ownDaysOf } from './own-days.ts'
import { type Tolerances, type Verdict, verdictsOf } from './verdict.ts'

export type CompareRequest = {
  readonly files: readonly SourceTable[]
  /** What all files hold, where their headers are not to say. */
  readonly kind: AgainstKind | undefined
  /** Which account of ours each of theirs is, where codes and names do not say. */
  readonly accounts: SourceTable | undefined
  /** Net asset values are compared on the NAV basis, positions and balances on the reporting basis, where none is named. */
  readonly basis: Basis | undefined
  /** Rows of earlier and later days are left out. */
  readonly from: CalendarDate | undefined
  readonly through: CalendarDate | undefined
  readonly tolerances: Tolerances
}

export type Comparison = NavComparison | PositionComparison | BalanceComparison

export type ComparedBook = {
  readonly comparisons: readonly Comparison[]
  /** Columns of each file that were read over. */
  readonly unreadColumns: ReadonlyMap<string, readonly string[]>
  readonly verdicts: readonly Verdict[]
}

/** The comparison; or what is wrong with the book, or with a file compared with. */
export type CompareAnswer = { readonly ok: true; readonly compared: ComparedBook } | { readonly ok: false; readonly issues: readonly Issue[] }

export function compareBook(opened: OpenedBook & { readonly book: FundBook }, request: CompareRequest): CompareAnswer {
  const { book } = opened
  const { fund } = book
  const issues: Issue[] = []
  const files: AgainstFile[] = []
  for (const table of request.files) {
    const reading = readAgainst(table, request.kind, { baseCurrency: fund.series.baseCurrency })
    issues.push(...reading.issues)
    if (reading.against !== undefined) files.push(withinDates(reading.against, request))
  }
  const mapped = request.accounts === undefined ? undefined : readAccountMap(request.accounts, { baseCurrency: fund.series.baseCurrency })
  issues.push(...(mapped?.issues ?? []))
  const withClasses = files.map((file) => (file.kind === 'navs' ? { ...file, rows: classesFound(file.rows, fund, issues) } : file))
  if (issues.length > 0) return { ok: false, issues: issues.toSorted(compareIssues) }

  const basisOf = ({ kind }: AgainstFile): Basis => request.basis ?? (kind === 'navs' ? 'nav' : 'reporting')
  const last = lastDayOf(book)
  const isOfBook = (date: CalendarDate): boolean => isCovered(date) && date >= fund.series.booksFrom && date <= last
  const datesOn = (basis: Basis, kinds: readonly AgainstKind[]): readonly CalendarDate[] =>
    withClasses.filter((file) => kinds.includes(file.kind) && basisOf(file) === basis).flatMap(({ rows }) => rows.map(({ date }) => date))
  // On the last day of the book the orders of the day are in no net asset value yet: the reporting view has them.
  const views = [...new Set([...withNeighbours(datesOn('reporting', ['navs', 'positions', 'trial-balance'])), last])].filter(isOfBook)
  // The measures of evidence need the units in the net asset value of each day compared.
  const days = withNeighbours(datesOn('nav', ['positions', 'trial-balance', ...(withClasses.length > 1 ? (['navs'] as const) : [])])).filter(isOfBook)
  const { watch, seen } = dayWatcher(days, views)
  const kept = keepBooks(opened, last, [], watch)
  if (kept.issues.length > 0) return { ok: false, issues: kept.issues }

  const own = ownDaysOf(kept.replay, seen)
  const matcher = instrumentMatcher(instrumentsEver(book))
  const others = withClasses.flatMap((file): (PositionComparison | BalanceComparison)[] => {
    const options = { file: file.file, basis: basisOf(file) }
    if (file.kind === 'positions')
      return [
        comparePositions(
          file.rows,
          own,
          matcherWithin(
            file.rows.map(({ names }) => names),
            matcher,
          ),
          options,
        ),
      ]
    return file.kind === 'trial-balance' ? [compareBalances(file.rows, own, { ...options, accounts: mapped?.accounts ?? new Map() })] : []
  })
  const comparisons = withClasses.map((file): Comparison => {
    const other = others.find((each) => each.file === file.file && each.kind === file.kind)
    if (other !== undefined) return other
    invariant(file.kind === 'navs', 'a file that is neither positions nor balances is of net asset values')
    const basis = basisOf(file)
    const evidence = [
      ...others.flatMap((each) =>
        each.kind === 'positions' ? [priceEvidence(each, own, basis), positionEvidence(each, own, basis)] : [accrualEvidence(each, own, basis)],
      ),
      dealingEvidence(kept.replay.included, own, basis),
    ]
    return compareNavs(file.rows, own, { file: file.file, basis, evidence, agreement: agreementOf(others, kept.replay.included, own, basis) })
  })
  const nothing = comparisons.filter(({ days: common }) => common.length === 0)
  if (nothing.length > 0) return { ok: false, issues: nothing.map(({ file }) => noCommonDay(file)) }
  return {
    ok: true,
    compared: {
      comparisons,
      unreadColumns: new Map(withClasses.map(({ file, unreadColumns }) => [file, unreadColumns])),
      verdicts: verdictsOf(comparisons, request.tolerances),
    },
  }
}

function withinDates(file: AgainstFile, { from, through }: CompareRequest): AgainstFile {
  const isWithin = ({ date }: { readonly date: CalendarDate }): boolean => (from === undefined || date >= from) && (through === undefined || date <= through)
  if (file.kind === 'navs') return { ...file, rows: file.rows.filter(isWithin) }
  return file.kind === 'positions' ? { ...file, rows: file.rows.filter(isWithin) } : { ...file, rows: file.rows.filter(isWithin) }
}

/** The dates, and the business days before and after each: what is timing shows there. */
const withNeighbours = (dates: readonly CalendarDate[]): readonly CalendarDate[] => [
  ...new Set(dates.filter(isCovered).flatMap((date) => [previousBusinessDay(date), date, nextBusinessDay(date)])),
]

/** Each row with its class; the rows that name none of the fund, and a second row of a class and day, are issues. */
function classesFound(rows: readonly NavRow[], { classes }: Fund, issues: Issue[]): readonly (NavRow & { readonly classId: ClassId })[] {
  const first = new Map<string, NavRow>()
  return rows.flatMap((row) => {
    const { source, className, date } = row
    const wanted = className?.toLowerCase()
    const [only] = classes
    const found =
      wanted === undefined
        ? classes.length === 1
          ? only
          : undefined
        : classes.find(({ id, name, ticker }) => [id, name, ticker].some((each) => each?.toLowerCase() === wanted))
    if (found === undefined) {
      issues.push({
        code: 'compare.unknown-class',
        place: { file: source.file, row: source.row, column: 'class' },
        found: className === undefined ? 'no class' : shown(className),
        needed: `one of ${classes.map(({ id }) => id).join(', ')}`,
        remedy: 'Write the id of a class of fund.yaml.',
      })
      return []
    }
    const key = `${found.id} ${date}`
    const earlier = first.get(key)
    if (earlier !== undefined) {
      issues.push({
        code: 'compare.repeated-day',
        place: { file: source.file, row: source.row, column: 'date' },
        found: `a second row of class ${found.id} on this day`,
        needed: `one; line ${earlier.source.row} is of the same class and day`,
        remedy: 'Remove one of the two.',
      })
      return []
    }
    first.set(key, row)
    return [{ ...row, classId: found.id }]
  })
}

const noCommonDay = (file: string): Issue => ({
  code: 'compare.no-common-day',
  place: { file },
  found: 'no row of a day that the book has a net asset value of',
  needed: 'at least one',
  remedy: 'Check the dates of the file and of the book, and --from and --through.',
})
