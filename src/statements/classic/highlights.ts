/** Financial highlights (Form N-1A Item 13; R9.1), as the fund printed them in 2002. */
import { isZero } from '../../values/decimal.ts'
import { type Concept, type Scope } from '../concept.ts'
import { type Figure } from '../figure.ts'
import { type Cell } from '../statement.ts'
import {
  averageNetAssets,
  capitalFeesOf,
  distributionsPerShare,
  gainPerShare,
  grossExpenseRatio,
  hasPrices,
  incomePerShare,
  incomeRatio,
  navAtBeginning,
  navPerShare,
  netExpenseRatio,
  portfolioTurnover,
  totalFromOperationsPerShare,
  totalReturn,
  daysOf,
} from '../concepts/highlights.ts'
import { netAssets } from '../concepts/net-assets.ts'
import { type Presentation } from '../presentation.ts'
import { type Page, percent, perShare, price, thousands, withheld } from '../printer.ts'
import { cellLine, heading, rule, type TableRow } from './table.ts'

export function highlights(presentation: Presentation, scope: Scope): readonly TableRow[] {
  return [
    cellLine(0, 'Net Asset Value, Beginning of Period', 'highlights.nav-at-beginning', (page) => navCell(page, 'nav-at-beginning', navAtBeginning(page.scope))),
    rule,
    heading(0, 'Income from Investment Operations:'),
    cellLine(1, 'Net investment income/(loss)', 'highlights.income', (page) => perShare(page, 'net-investment-income', incomePerShare.define(page.scope))),
    cellLine(1, ['Net gain/(loss) on securities', '(both realized and unrealized)'], 'highlights.gain', (page) => priced(page, 'gain', gainPerShare, perShare)),
    rule,
    cellLine(0, 'Total from Investment Operations', 'highlights.total-from-operations', (page) =>
      priced(page, 'total-from-operations', totalFromOperationsPerShare, perShare),
    ),
    rule,
    heading(0, 'Less Distributions:'),
    cellLine(1, 'Dividends (from net investment income){tax}', 'highlights.dividends', (page) =>
      perShare(page, 'dividends', noDistribution(page, 'dividends-per-share')),
    ),
    cellLine(1, 'Distributions (from capital gains){tax}', 'highlights.gains-distributed', (page) =>
      perShare(page, 'gains-distributed', noDistribution(page, 'gains-distributed-per-share')),
    ),
    rule,
    cellLine(0, 'Total Distributions', 'highlights.total-distributions', (page) =>
      perShare(page, 'total-distributions', distributionsPerShare.define(page.scope)),
    ),
    rule,
    ...capitalFeesOf(scope).flatMap(({ name, caption, perShare: fee }) => [
      cellLine(0, caption, `highlights.${name}`, (page) => perShare(page, name, fee.define(page.scope))),
      rule,
    ]),
    cellLine(0, 'Net Asset Value, End of Period', 'highlights.nav-at-end', (page) => navCell(page, 'nav-at-end', navPerShare.define(page.scope))),
    rule,
    cellLine(0, 'Total Return**', 'highlights.total-return', (page) => priced(page, 'total-return', totalReturn, percent)),
    rule,
    cellLine(0, 'Net Assets, End of Period (in thousands)', 'highlights.net-assets', (page) =>
      thousands(page, 'net-assets', netAssets.define(page.scope), { symbol: true }),
    ),
    cellLine(0, 'Average Net Assets for the Period (in thousands)', 'highlights.average-net-assets', (page) => average(page, presentation)),
    ratioLine('Ratio of Gross Expenses to Average Net Assets***', 'gross-expense-ratio', grossExpenseRatio, presentation),
    ratioLine('Ratio of Net Expenses to Average Net Assets***', 'net-expense-ratio', netExpenseRatio, presentation),
    ratioLine(['Ratio of Net Investment Income', 'to Average Net Assets***'], 'net-investment-income-ratio', incomeRatio, presentation),
    cellLine(0, 'Portfolio Turnover Rate***', 'highlights.portfolio-turnover', (page) => {
      const figure = portfolioTurnover(page.scope, presentation.turnover === 'annualized')
      return figure === undefined
        ? withheld(page, 'portfolio-turnover', 'N/A', 'R9.11: no securities were held to turn over')
        : percent(page, 'portfolio-turnover', figure)
    }),
  ]
}

export const highlightsFootnotes = ({ taxNote }: Presentation): readonly string[] => [
  ...(taxNote === undefined ? [] : [`  * See Note ${taxNote} in Notes to Financial Statements.`]),
  ' ** Total return not annualized for periods of less than one full year.',
  '*** Annualized for periods of less than one full year.',
]

const NO_SHARES = 'R9.11: no shares were outstanding'

/** A net asset value per share; N/A where the class has no shares. */
export const navCell = (page: Page, line: string, figure: Figure): Cell =>
  isZero(figure.amount) ? withheld(page, line, 'N/A', NO_SHARES) : price(page, line, figure, { symbol: true })

/** What is measured from one net asset value to the other; N/A where one of them is missing. */
const priced = (page: Page, line: string, concept: Concept, print: (page: Page, line: string, figure: Figure) => Cell): Cell =>
  hasPrices(page.scope) ? print(page, line, concept.define(page.scope)) : withheld(page, line, 'N/A', NO_SHARES)

/** Whether the presentation prints the average of this period as nil: a setting for periods of one day (T68). */
export const isAverageNil = (page: Page, { oneDayAverage }: Presentation): boolean => oneDayAverage === 'nil' && daysOf(page.scope) === 1

function average(page: Page, presentation: Presentation) {
  const figure = averageNetAssets(page.scope)
  return isAverageNil(page, presentation)
    ? withheld(page, 'average-net-assets', '--', 'one_day_average is nil: this presentation prints no average of a single day', figure, { symbol: true })
    : thousands(page, 'average-net-assets', figure, { symbol: true })
}

function ratioLine(caption: string | readonly string[], name: string, of: (scope: Page['scope']) => Figure | undefined, presentation: Presentation): TableRow {
  return cellLine(0, caption, `highlights.${name}`, (page) => {
    if (isAverageNil(page, presentation)) return withheld(page, name, 'N/A', 'R9.11: its denominator, average net assets, is printed as nil')
    const figure = of(page.scope)
    return figure === undefined ? withheld(page, name, 'N/A', 'R9.11: average net assets are zero') : percent(page, name, figure)
  })
}

/** The two lines of distributions; a book that has any is not reported on in this version. */
const noDistribution = (page: Page, concept: string): Figure =>
  page.scope.figures.figure({
    concept,
    subject: page.scope.figures.books.shareClass.id,
    when: page.scope.period,
    unit: 'money per share',
    derivation: { of: 'nothing', because: 'no distribution was declared in the period' },
  })
