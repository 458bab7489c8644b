/** What `tieout compare` prints for a person: what was compared, how far it differs and why, and the worst days or items. */
import { type CalendarDate, formatCalendarDate } from '../../values/calendar-date.ts'
import { absolute, add, compare, type Decimal, decimal, formatDecimal, round } from '../../values/decimal.ts'
import { type BalanceComparison } from '../../app/compare/compare-balances.ts'
import { type ComparedBook } from '../../app/compare/compare-book.ts'
import { type Measured, type NavComparison, type NavDay } from '../../app/compare/compare-navs.ts'
import { type PositionComparison } from '../../app/compare/compare-positions.ts'
import { type Cause, causes } from '../../app/compare/difference.ts'
import { type Verdict } from '../../app/compare/verdict.ts'
import { type FundBook } from '../../app/vocabulary.ts'
import { counted, shownCount, shownDecimal } from '../figures.ts'
import { indented, table, type TableStyle } from '../table.ts'
import { type Outlet } from '../terminal.ts'

export function comparedText({ comparisons, unreadColumns, verdicts }: ComparedBook, book: FundBook, path: string, worst: number, outlet: Outlet): string[] {
  const { series } = book.fund
  return comparisons.flatMap((comparison, index) => {
    const unread = unreadColumns.get(comparison.file) ?? []
    const body = comparison.kind === 'navs' ? navText(comparison, worst, outlet) : itemText(comparison, worst, outlet)
    const judged = verdicts.filter(({ file }) => file === comparison.file)
    return [
      ...(index > 0 ? [''] : []),
      outlet.bold(`${series.name} beside ${comparison.file}`),
      `${kindWords[comparison.kind]}, ${comparison.basis === 'nav' ? 'NAV' : 'reporting'} basis, ${series.baseCurrency}. ${outlet.faint(`Book ${path}.`)}`,
      ...(unread.length === 0 ? [] : [`Columns of the file that are read over: ${unread.join(', ')}.`]),
      '',
      ...body,
      '',
      outlet.bold('Verdict'),
      ...indented(judged.map((verdict) => `${verdictLine(verdict)}${verdict.isWithin ? '' : outlet.alarming('  BEYOND')}`)),
    ]
  })
}

const kindWords = { navs: 'Net asset values', positions: 'Positions', 'trial-balance': 'Trial balances' } as const

const measureWords: Readonly<Record<Verdict['measure'], string>> = {
  median: 'Median of the daily differences',
  ninetieth: '90th percentile of the daily differences',
  largest: 'Largest daily difference',
  cumulative: 'Cumulative difference',
  level: 'Largest level',
  differences: 'Differences beyond rounding and tolerance',
  shares: 'Days on which shares differ unexplained',
  unmatched: 'Names of the file that the book does not have',
}

/** `Median of the daily differences: 0.130 bp, tolerance 0.2`. */
export const verdictLine = ({ measure, value, tolerance }: Verdict): string =>
  measure === 'differences' || measure === 'shares' || measure === 'unmatched'
    ? `${measureWords[measure]}: ${formatDecimal(value)}`
    : `${measureWords[measure]}: ${bpText(value)} bp, tolerance ${formatDecimal(tolerance)}`

/** To the thousandth of a basis point; a difference that is smaller keeps its sign to be seen. */
const bpText = (bp: Decimal): string => formatDecimal(round(bp, 'half-up', 3))

const styleOf = ({ bold, faint }: Outlet): TableStyle => ({ heading: bold, rule: faint })

const measuredWords: Readonly<Record<Measured, string>> = {
  'nav per share': 'Net asset value per share',
  'net assets': 'Net assets',
  shares: 'Shares outstanding',
}

function navText({ days, distribution, cumulative, largestLevel, measured, notCompared }: NavComparison, worst: number, outlet: Outlet): string[] {
  const [first, last] = [days[0], days.at(-1)]
  if (distribution === undefined || first === undefined || last === undefined) return ['No day compared.']
  const several = new Set(days.map(({ classId }) => classId)).size > 1
  const equal = days.filter(({ daily }) => daily.units === 0n).length
  return [
    `${counted(distribution.days, 'row')} from ${formatCalendarDate(first.date)} through ${formatCalendarDate(last.date)}; ${shownCount(equal)} without a difference of the day.`,
    ...notComparedLines(notCompared),
    '',
    outlet.bold(`${measuredWords[measured]}, ours less theirs, in basis points`),
    ...indented(
      table(
        [
          { heading: '', align: 'left' },
          { heading: '', align: 'decimal' },
          { heading: '', align: 'left' },
        ],
        [
          ['Daily difference, absolute: median', bpText(distribution.median), ''],
          ['                            90th percentile', bpText(distribution.ninetieth), ''],
          ['                            largest', bpText(distribution.largest.bp), formatCalendarDate(distribution.largest.date)],
          ['Cumulative: level of the last day', bpText(cumulative), formatCalendarDate(last.date)],
          ['Largest level of any day', bpText(largestLevel), ''],
        ],
      ),
    ),
    '  The level of a day is ours ÷ theirs − 1; its difference is the change of the level since the day compared before.',
    '  All differences add up to the level of the last day, so the cumulative difference is chained.',
    '',
    outlet.bold('What the daily differences are made of'),
    ...indented(
      causeTable(
        days.flatMap(({ parts }) => parts, outlet),
        outlet,
      ),
    ),
    ...otherLines(days),
    '',
    outlet.bold(`The ${counted(Math.min(worst, days.length), 'day')} that differ most`),
    ...indented(worstDays(days, worst, several, outlet)),
  ]
}

/** By cause: how many differences have a part of it, their sum, and their sum without signs. */
function causeTable(parts: readonly { readonly cause: Cause; readonly bp: Decimal | undefined }[], outlet: Outlet): readonly string[] {
  if (parts.length === 0) return ['There are none.']
  const zero = decimal(0n, 0)
  const rows = causes.flatMap((cause) => {
    const ofCause = parts.filter((part) => part.cause === cause)
    if (ofCause.length === 0) return []
    const bps = ofCause.map(({ bp }) => bp ?? zero)
    return [[cause, shownCount(ofCause.length), bpText(bps.reduce(add, zero)), bpText(bps.map(absolute).reduce(add, zero))]]
  })
  return table(
    [
      { heading: 'Cause', align: 'left' },
      { heading: 'Count', align: 'right' },
      { heading: 'Sum, bp', align: 'decimal' },
      { heading: 'Sum without signs', align: 'decimal' },
    ],
    rows,
    [],
    styleOf(outlet),
  )
}

const otherLines = (days: readonly NavDay[]): readonly string[] =>
  (['shares', 'net assets'] as const).flatMap((figure) => {
    const found = days.flatMap(({ others }) => others.filter((other) => other.figure === figure))
    if (found.length === 0) return []
    const byCause = [...Map.groupBy(found, ({ cause }) => cause)].map(([cause, ofCause]) => `${shownCount(ofCause.length)} ${otherWords[cause] ?? cause}`)
    return [`  ${figure === 'shares' ? 'Shares' : 'Net assets'} differ in ${counted(found.length, 'row')}: ${byCause.join(', ')}.`]
  })

const otherWords: Readonly<Partial<Record<Cause | 'follows', string>>> = {
  timing: 'by timing (theirs are ours of the business day before or after)',
  follows: 'by their shares and net asset value per share',
  rounding: 'by rounding',
}

function worstDays(days: readonly NavDay[], worst: number, several: boolean, outlet: Outlet): readonly string[] {
  const chosen = days.toSorted((left, right) => compare(absolute(right.daily), absolute(left.daily)) || left.date - right.date).slice(0, worst)
  return table(
    [
      { heading: 'Date', align: 'left' },
      ...(several ? [{ heading: 'Class', align: 'left' as const }] : []),
      { heading: 'Ours', align: 'decimal' },
      { heading: 'Theirs', align: 'decimal' },
      { heading: 'Level', align: 'decimal' },
      { heading: 'Day, bp', align: 'decimal' },
      { heading: 'Made of', align: 'left' },
    ],
    chosen.flatMap(({ date, classId, ours, theirs, level, daily, parts }) => {
      const first = [formatCalendarDate(date), ...(several ? [classId] : []), shownDecimal(ours), shownDecimal(theirs), bpText(level), bpText(daily)]
      // Parts too small to print are in JSON.
      const shown = parts.filter(({ bp }) => parts.length === 1 || round(bp, 'half-up', 3).units !== 0n)
      const made = shown.length === 0 ? ['no difference'] : shown.map(({ cause, bp, because }) => `${bpText(bp)} ${cause}: ${because}`)
      return made.map((text, index) => [...(index === 0 ? first : first.map(() => '')), text])
    }),
    [],
    styleOf(outlet),
  )
}

type Item = {
  readonly date: CalendarDate
  readonly what: string
  readonly figure: string
  readonly ours: Decimal
  readonly theirs: Decimal
  readonly bp: Decimal | undefined
  readonly cause: Cause
  readonly because: string
}

function itemText(comparison: PositionComparison | BalanceComparison, worst: number, outlet: Outlet): string[] {
  const [first, last] = [comparison.days[0], comparison.days.at(-1)]
  if (first === undefined || last === undefined) return ['No day compared.']
  const items = comparison.kind === 'positions' ? positionItems(comparison) : balanceItems(comparison)
  const differing = new Set(items.map(({ date, what }) => `${date} ${what}`)).size
  const zero = decimal(0n, 0)
  const chosen = items.toSorted((left, right) => compare(absolute(right.bp ?? zero), absolute(left.bp ?? zero)) || left.date - right.date).slice(0, worst)
  return [
    `${counted(comparison.days.length, 'day')} from ${formatCalendarDate(first)} through ${formatCalendarDate(last)}: ${counted(comparison.compared, comparison.kind === 'positions' ? 'position' : 'balance')} compared, ${shownCount(differing)} differ.`,
    ...(comparison.kind === 'positions' ? matchedLines(comparison) : []),
    ...unmatchedLines(comparison),
    ...notComparedLines(comparison.notCompared),
    ...(items.length === 0
      ? []
      : [
          '',
          outlet.bold('What the differences are made of, in basis points of net assets'),
          ...indented(causeTable(items, outlet)),
          '',
          outlet.bold(`The ${counted(chosen.length, 'difference')} that weigh most`),
          ...indented(
            table(
              [
                { heading: 'Date', align: 'left' },
                { heading: comparison.kind === 'positions' ? 'Instrument' : 'Account', align: 'left' },
                { heading: 'Figure', align: 'left' },
                { heading: 'Ours', align: 'decimal' },
                { heading: 'Theirs', align: 'decimal' },
                { heading: 'bp', align: 'decimal' },
                { heading: 'Cause', align: 'left' },
              ],
              chosen.map(({ date, what, figure, ours, theirs, bp, cause, because }) => [
                formatCalendarDate(date),
                what,
                figure,
                shownDecimal(ours),
                shownDecimal(theirs),
                bp === undefined ? '' : bpText(bp),
                `${cause}: ${because}`,
              ]),
              [],
              styleOf(outlet),
            ),
          ),
        ]),
  ]
}

const positionItems = ({ differences }: PositionComparison): readonly Item[] =>
  differences.map(({ date, instrument, figure, ours, theirs, bp, cause, because }) => ({ date, what: instrument, figure, ours, theirs, bp, cause, because }))

const balanceItems = ({ differences }: BalanceComparison): readonly Item[] =>
  differences.map(({ date, account, ours, theirs, bp, cause, because }) => ({
    date,
    what: `${account.code} ${account.name}`,
    figure: 'balance',
    ours,
    theirs,
    bp,
    cause,
    because,
  }))

const matchedLines = ({ matchedBy }: PositionComparison): readonly string[] =>
  matchedBy.size === 0 ? [] : [`Rows matched by ${[...matchedBy].map(([by, count]) => `${by}: ${shownCount(count)}`).join(', ')}.`]

function unmatchedLines(comparison: PositionComparison | BalanceComparison): readonly string[] {
  const lines =
    comparison.kind === 'positions'
      ? comparison.unmatched.map(
          ({ names, several, rows, first }) =>
            `${Object.values(names).filter(Boolean).join(', ')} (${counted(rows, 'row')}, the first ${first.file}:${first.row})${several.length === 0 ? '' : `: fits ${several.join(' and ')} alike`}`,
        )
      : comparison.unmatched.map(
          ({ account, name, rows, first }) =>
            `${account}${name === undefined ? '' : ` ${name}`} (${counted(rows, 'row')}, the first ${first.file}:${first.row})`,
        )
  return lines.length === 0 ? [] : ['Not in the book, and not compared:', ...indented(lines)]
}

/** Which days were left out, with the reason, each reason once. */
const notComparedLines = (left: readonly { readonly date: CalendarDate; readonly why: string }[]): readonly string[] =>
  [...Map.groupBy(left, ({ why }) => why)].map(([why, dates]) => {
    const [first, last] = [dates[0]?.date, dates.at(-1)?.date] as [CalendarDate, CalendarDate]
    return `Not compared: ${counted(dates.length, 'day')}${first === last ? `, ${formatCalendarDate(first)}` : ` from ${formatCalendarDate(first)} through ${formatCalendarDate(last)}`}, because ${why}.`
  })
