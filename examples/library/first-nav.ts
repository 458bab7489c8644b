/**
 * The net asset value of a fund from a folder of files, on both bases, with the way from one to the other and one printed
 * number followed back to its rows. Run it in the repository: node examples/library/first-nav.ts
 */
import { fileURLToPath } from 'node:url'
// In a program of your own: import { … } from 'tieout'
import {
  amountToDecimal,
  canonicalLines,
  eventKindNames,
  explainFigure,
  findFigure,
  formatCalendarDate,
  formatDecimal,
  formatPlace,
  hashCanonicalLines,
  type Issue,
  keepBooks,
  lastDayOf,
  lastFiscalYear,
  makeReport,
  openBook,
  parsePeriod,
  readBookFolder,
  type Strike,
} from '../../src/index.ts'

const path = fileURLToPath(new URL('../small-cap-value-2002', import.meta.url))

// Wrong data is never an exception: look for issues after each step, and use nothing where there is one.
const { folder, issues } = readBookFolder(path, eventKindNames)
if (folder === undefined) throw new Error(listed(issues))
const opened = openBook(folder)
const { book } = opened
if (book === undefined || issues.length + opened.issues.length > 0) throw new Error(listed([...issues, ...opened.issues]))

const day = lastDayOf(book)
const kept = keepBooks({ ...opened, book }, day, [day])
const [nav, reporting] = [kept.replay.last, kept.replay.views.get(day)]
if (kept.issues.length > 0 || nav === undefined || reporting === undefined) throw new Error(listed(kept.issues))

const currency = book.fund.series.baseCurrency
const amount = (units: bigint): string => formatDecimal(amountToDecimal(units, currency))
const perShare = ({ classes }: Strike): string =>
  classes.map(({ navPerShare }) => (navPerShare === undefined ? 'no shares' : formatDecimal(navPerShare))).join(', ')

console.log(`${book.fund.series.name}, ${formatCalendarDate(day)}, in ${currency}`)
console.log(`NAV basis        ${amount(nav.strike.netAssets)}  ${perShare(nav.strike)} a share`)
const { events, values, residual } = reporting.bridge
console.log(`  ${events.length} records not in it yet  ${amount(events.reduce((total, { effect }) => total + effect, 0n))}`)
console.log(`  value of ${values.length} holdings  ${amount(values.reduce((total, { change }) => total + change, 0n))}`)
console.log(`  left unexplained  ${amount(residual)}`)
console.log(`Reporting basis  ${amount(reporting.strike.netAssets)}  ${perShare(reporting.strike)} a share`)

const period = parsePeriod(lastFiscalYear(book), book.fund)
if (period === undefined) throw new Error('the book has no fiscal year')
const { document, issues: ofReport } = makeReport(folder, { ...opened, book }, period, hashCanonicalLines(canonicalLines(book)))
if (document === undefined) throw new Error(listed(ofReport))

const found = findFigure(document.report, 'sal.net-assets/2002')
if ('meant' in found || found.figure === undefined) throw new Error('the report has no such cell')
const { figure, sentence, operands } = explainFigure(document.report.figures, found.figure, { depth: 1, breadth: 8 })
console.log(`${found.cell?.place} prints ${found.cell?.printed}: ${figure.id} = ${formatDecimal(figure.amount)}. ${sentence}:`)
for (const operand of operands) console.log(`  ${operand.figure.id} = ${formatDecimal(operand.figure.amount)}`)

function listed(problems: readonly Issue[]): string {
  return problems.map((issue) => `${formatPlace(issue.place)}  ${issue.found}; needed: ${issue.needed}. ${issue.remedy}`).join('\n')
}
