/** Chapters 8, 9 and 13 of the rule book on two books: the example of 2002, and a small one in two periods. */
import { describe, expect, test } from 'vitest'
import { buildReport, movedCells, type Report } from '../../src/statements/report.ts'
import { defaultPresentation } from '../../src/statements/presentation.ts'
import { type CaptionLine } from '../../src/statements/statement.ts'
import { statementBooks, viewDates } from '../../src/statements/statement-books.ts'
import { formatDecimal } from '../../src/values/decimal.ts'
import { formatCalendarDate } from '../../src/values/calendar-date.ts'
import { type BookText, day, keep, shownIssue } from '../support/book.ts'
import { exampleReport, reportOf, smallBook } from './reports.ts'

const example = exampleReport()
const first = reportOf(smallBook, '2024-06-03', '2024-06-04')
const second = reportOf(smallBook, '2024-06-05', '2024-06-06')

/** What stands on the page: `sal.cash` without the period. */
const printed = ({ cells }: Report, ...lines: readonly string[]): readonly (string | undefined)[] =>
  lines.map((line) => cells.find(({ place }) => place.startsWith(`${line}/`))?.printed)

/** Both sides of identities, as `tieout tie` shows them. */
const sides = ({ identities }: Report, ...ids: readonly string[]): readonly string[] =>
  ids.map((id) => {
    const found = identities.find((identity) => identity.id === id)
    return `${found?.left} ${found?.right} ${found?.tolerance} ${found?.result}`
  })

const notApplicable = ({ identities }: Report): readonly string[] => identities.filter(({ result }) => result === 'not applicable').map(({ id }) => id)

describe('T01–T76: what every report checks', () => {
  test.each([
    ['the example of 2002', example, ['T69', 'T70', 'T75'], []],
    ['the example with the average printed', exampleReport('default'), ['T75'], []],
    ['a first period', first, ['T19', 'T20', 'T54', 'T64', 'T75'], []],
    ['a second period', second, ['T19', 'T20', 'T54', 'T55', 'T64', 'T75'], ['T80', 'T81', 'T82', 'T83', 'T88', 'T105']],
  ])('%s: all tie, but those that do not apply and two observations', (_, report, exceptions, rolls) => {
    expect(report.identities.map(({ id }) => id)).toEqual([
      ...Array.from({ length: 71 }, (_unused, index) => `T${String(index + 1).padStart(2, '0')}`),
      'T72',
      'T73',
      'T74',
      'T75',
      'T76',
      ...rolls,
    ])
    expect(notApplicable(report)).toEqual(exceptions)
    expect(report.identities.filter(({ result }) => result === 'observation').map(({ id }) => id)).toEqual(['T72', 'T74'])
    expect(report.identities.filter(({ result }) => result === 'breaks')).toEqual([])
  })

  test('both sides on the example: the printed report of 2002', () => {
    expect(sides(example, 'T01', 'T08', 'T10', 'T13', 'T17', 'T20', 'T21', 'T22')).toEqual([
      '484268 484268 0 ties',
      '97.6 97.6 0 ties',
      '2.4 2.4 0 ties',
      '11747 11747 0 ties',
      '484268 484268 0 ties',
      '0.6 0.6 0 ties',
      '99.4 99.4 0 ties',
      '100.0 100.0 0 ties',
    ])
    expect(sides(example, 'T31', 'T54', 'T57', 'T58', 'T64', 'T66', 'T67', 'T68', 'T72', 'T73', 'T74', 'T76')).toEqual([
      '496000.00 496015 255.460 ties',
      '10.00 10.00 0 ties',
      '488253.00 488253.00 0 ties',
      '500000.00 500000.00 0 ties',
      '-0.0797 -0.08 0.01005 ties',
      '-0.80 -0.80 0.060000 ties',
      '496 496 0 ties',
      '500000.00 498007.365 1992.635 ties',
      '7 0 0 observation',
      '0 0 0 ties',
      '484275 484268 0 observation',
      '50.00 50.00 0 ties',
    ])
    expect(example.identities.find(({ id }) => id === 'T75')?.note).toBe('49.2%: not available')
  })

  test('T58: what invoices ask for, one paid and one still owed: 84,897.48 less 12.34', () => {
    const invoices = `id, invoice_date, account, amount, period_from, period_through, pay_date
      paid, 2024-06-05, 5250, 12.34, 2024-06-05, 2024-06-05, 2024-06-06
      owed, 2024-06-05, 5290, 5.00, 2024-06-05, 2024-06-05, 2024-07-05`
    const report = reportOf({ ...smallBook, events: { ...smallBook.events, invoice: invoices } }, '2024-06-05', '2024-06-06')
    expect(sides(report, 'T58')).toEqual(['84885.14 84885.14 0 ties'])
    expect(report.identities.filter(({ result }) => result === 'breaks')).toEqual([])
  })

  test('both sides in the second period, where nothing is zero by itself', () => {
    expect(sides(second, 'T03', 'T29', 'T33', 'T35', 'T36', 'T37', 'T38', 'T39', 'T40')).toEqual([
      '16008 16008 0 ties',
      '100985 100985 0 ties',
      '-169 -169 0 ties',
      '33 33 0 ties',
      '31 31 0 ties',
      '21 21 0 ties',
      '-21 -21 0 ties',
      '228 228 0 ties',
      '207 207 0 ties',
    ])
    expect(sides(second, 'T47', 'T48', 'T49', 'T51', 'T52', 'T56', 'T69', 'T70', 'T71')).toEqual([
      '-5055 -5055 0 ties',
      '-4848 -4848 0 ties',
      '100985 100985 0 ties',
      '-500 -500 0 ties',
      '9996 9996 0 ties',
      '1001 1001 0 ties',
      '23.82 23.80 0.04 ties',
      '21.22 21.20 0.04 ties',
      '935 935 0 ties',
    ])
  })
})

describe('chapter 8: the statements', () => {
  test('R8.1, R8.18: which there are, and the mark of a first period', () => {
    expect(example.statements.map(({ id }) => id)).toEqual(['soi', 'countries', 'sal', 'soo', 'socna', 'highlights'])
    expect(example.statements.at(-1)?.columns[0]?.heading.at(-1)).toBe('2002(1)')
    expect(example.statements.at(-1)?.footnotes.at(-1)).toBe('(1) Portfolio commenced operations on December 31, 2002 (inception date).')
    expect(second.statements.at(-1)?.columns[0]?.heading.at(-1)).toBe('2024')
  })

  test('R1.9: shares authorized and par stand in a caption', () => {
    const caption = example.statements
      .find(({ id }) => id === 'sal')
      ?.rows.flatMap((row) => (row.row === 'line' ? [captionText(row.caption)] : []))
      .find((text) => text.startsWith('Shares Outstanding'))
    expect(caption).toBe('Shares Outstanding, $0.001 Par Value (unlimited shares authorized)')
  })

  test('R8.2: an account with a balance and no line stops the report, and is named', () => {
    expect(refusals(withEntry(['1420', '2160'], '102000.00'))).toEqual([
      'statement.uncovered-account a balance of account 1420 Swap contracts at value, assets, which no line takes',
      'statement.uncovered-account a balance of account 2160 Swap contracts at value, liabilities, which no line takes',
    ])
  })

  test('R8.2: a credit balance of cash is a liability', () => {
    const report = reportOf(withEntry(['1510', '1000'], '150000.00'), '2024-06-03', '2024-06-04')
    // 77,555.11 − 150,000.00 = −72,444.89.
    expect(printed(report, 'sal.cash', 'sal.overdraft')).toEqual(['--', '72,445'])
  })

  test('R8.3: half up prints 7 lines otherwise, and the subtotals are sums of what is printed', () => {
    expect(
      movedCells(example)
        .map(({ place }) => place)
        .filter((place) => place.startsWith('soi.holding.')),
    ).toHaveLength(7)
    // 136 × 23.32 = 3,171.52.
    expect(printed(example, 'soi.holding.atmos-energy', 'soi.industry-value.common-stock.commercial-banks')).toEqual(['3,171', '120,265'])
  })

  test('R8.4: figures moved from their half-up value are named: cash 84,897.48 as 84,898, so that assets add to 100,985 + 31', () => {
    expect(movedCells(second).map(({ place, printed: shown }) => `${place.split('/')[0]} ${shown}`)).toContain('sal.cash 84,898')
    expect(printed(second, 'sal.total-assets', 'sal.total-liabilities', 'sal.net-assets')).toEqual(['101,016', '31', '100,985'])
  })

  test('R8.6, T116: percentages of net assets, and the rest of 100.0', () => {
    // 484,267.73 / 496,014.73 = 97.63%; 100.0 − 97.6 = 2.4.
    expect(printed(example, 'soi.type-percent.common-stock', 'soi.total-percent', 'soi.other-percent', 'soi.other-assets-net')).toEqual([
      '97.6%',
      '97.6%',
      '2.4%',
      '11,747',
    ])
  })

  test('R8.5: the currency sign in the schedule is on the holdings that the presentation names', () => {
    const signs = example.cells.filter(({ place, hasSymbol }) => place.startsWith('soi.holding.') && hasSymbol).map(({ place }) => place.split('/')[0])
    expect(signs).toEqual(
      ['soi.holding.delta-and-pine-land', 'soi.holding.zoran', 'soi.holding.national-health-investors', 'soi.holding.marvell-technology-group'].toSorted(
        (a, b) => order(a) - order(b),
      ),
    )
  })

  test('R8.7, R8.8: the star, and its legend once', () => {
    const names = second.statements[0]?.rows.flatMap((row) => (row.row === 'line' && row.lead !== undefined ? [captionText(row.caption)] : []))
    expect(names).toEqual(['Coda Ltd.*', 'Acme Corp.', 'Beta Inc.*'])
    expect(second.legend).toEqual([{ symbol: '*', text: 'Non-income-producing security' }])
    expect(reportOf({ ...smallBook, instruments: payingInstruments }, '2024-06-03', '2024-06-04').legend).toEqual([])
  })

  test('R8.9: countries in percent of securities: 3,074 / 484,268 and 481,194 / 484,268', () => {
    expect(printed(example, 'countries.percent.bermuda', 'countries.percent.united-states', 'countries.total-percent')).toEqual(['0.6%', '99.4%', '100.0%'])
  })

  test('R8.13, R2.3: components are all that was ever earned: income 100.37 − 21.20 = 79.17', () => {
    expect(
      printed(
        second,
        'socna.paid-in-capital',
        'socna.undistributed-net-investment-income',
        'socna.undistributed-net-realized-gain',
        'socna.unrealized-appreciation',
      ),
    ).toEqual(['99,945', '79', '397', '564'])
  })

  test('R8.14, R8.15: 500 shares for 5,055.00 redeemed; 1,001.00 bought and 8,398.37 sold', () => {
    expect(printed(second, 'socna.shares-repurchased', 'socna.share-count-repurchased', 'socna.purchases-of-securities', 'socna.sales-of-securities')).toEqual([
      '(5,055)',
      '(500)',
      '1,001',
      '8,398',
    ])
  })

  test('R8.16: of 33.95 in all, 5% is 1.6975: trustees 2.30 have a line, legal 1.40 has none', () => {
    expect(printed(second, 'soo.trustees-fees', 'soo.legal-fees', 'soo.other-expenses', 'soo.audit-fees')).toEqual(['2', undefined, '1', '30'])
  })
})

describe('chapter 9: financial highlights', () => {
  test('R9.1, R9.4, R9.5, R9.7, R9.8: 10.00 (.08) 9.92, (0.80)%', () => {
    expect(
      printed(example, 'highlights.nav-at-beginning', 'highlights.gain', 'highlights.total-distributions', 'highlights.nav-at-end', 'highlights.total-return'),
    ).toEqual(['10.00', '(.08)', '--', '9.92', '(0.80)%'])
  })

  test('R9.2, R9.4: 100.37 / 10,000 = .01; the gain takes the rest of 10.08 − 10.00', () => {
    expect(printed(first, 'highlights.net-investment-income', 'highlights.gain', 'highlights.total-from-operations')).toEqual(['.01', '.07', '.08'])
  })

  test('R9.6: one caption for realized and unrealized gains', () => {
    const captions = example.statements.at(-1)?.rows.flatMap((row) => (row.row === 'line' ? [captionText(row.caption)] : []))
    expect(captions?.filter((caption) => /realized and unrealized/.test(caption))).toHaveLength(1)
  })

  test('R7.15, R9.9, R9.10: gross 23.80 × 366 / 2 / 103,558.19 = 4.21%, net 21.20 × 366 / 2 / 103,558.19 = 3.75%', () => {
    // The average of the strikes: (106,131.83 + 100,984.54) / 2.
    const average = second.figures.all().find(({ concept, context }) => concept === 'average-net-assets' && context.basis === 'nav')
    expect(average && formatDecimal(average.amount)).toBe('103558.19')
    expect(printed(second, 'highlights.gross-expense-ratio', 'highlights.net-expense-ratio', 'highlights.net-investment-income-ratio')).toEqual([
      '4.21%',
      '3.75%',
      '(3.75)%',
    ])
  })

  test('R9.10, R9.11: a single day prints its average, or nil and N/A by the setting', () => {
    expect(printed(example, 'highlights.average-net-assets', 'highlights.gross-expense-ratio', 'highlights.portfolio-turnover')).toEqual(['--', 'N/A', '0%'])
    expect(printed(exampleReport('default'), 'highlights.average-net-assets', 'highlights.gross-expense-ratio')).toEqual(['500', '0.00%'])
  })

  test('R9.11: nothing held, nothing to turn over', () => {
    const report = reportOf({ events: { subscription: 'id, trade_date, class, amount\nfirst, 2024-06-03, a, 1000.00' } }, '2024-06-03', '2024-06-04')
    expect(printed(report, 'highlights.portfolio-turnover')).toEqual(['N/A'])
  })

  test('R9.12: 1,001.00 × 366 / ((23,177.57 + 16,007.89) / 2 × 2 days) = 935%', () => {
    expect(printed(second, 'highlights.portfolio-turnover')).toEqual(['935%'])
  })
})

/** A caption as one line of text. */
function captionText(caption: readonly CaptionLine[]): string {
  return caption.map((parts) => parts.map((part) => (typeof part === 'string' ? part : part.printed)).join('')).join(' ')
}

/** The small book with one more entry by hand, of 2024-06-04. */
function withEntry([debit, credit]: readonly [string, string], amount: string): BookText {
  const entries = [
    smallBook.events?.['manual-entry'] as string,
    `id, line, effective_date, account, debit, credit, reason\nmore, 1, 2024-06-04, ${debit}, ${amount},, a test\nmore, 2, 2024-06-04, ${credit},, ${amount},`,
  ]
  return { ...smallBook, events: { ...smallBook.events, 'manual-entry': entries } }
}

/** Why there is no report of the first period. */
function refusals(text: BookText): readonly string[] {
  const period = { from: day('2024-06-03'), through: day('2024-06-04') }
  const kept = keep(text, '2024-06-04', viewDates(period).map(formatCalendarDate))
  const { report, issues } = buildReport(statementBooks(kept, period), defaultPresentation(kept.book.fund), true)
  expect(report).toBeUndefined()
  return issues.map((issue) => `${shownIssue(issue).split(' ').at(-1)} ${issue.found}`)
}

const payingInstruments = `
  id,   name,       type,         industry, country, currency, income_producing, income_source, multiplier
  acme, Acme Corp., common-stock, Tools,    US,      USD,      yes,              test,
  beta, Beta Inc.,  common-stock, Tools,    US,      USD,      yes,              test,
  coda, Coda Ltd.,  common-stock, Music,    US,      USD,      no,               test,
`

/** Where a holding stands in the schedule. */
function order(place: string): number {
  return example.cells.findIndex((cell) => cell.place.startsWith(`${place}/`))
}
