/** All that is wrong, as far as a person can take it in at once, and what to do about it. */
import { formatPlace, type Issue } from '../values/issue.ts'
import { issueLines as wordsOf } from '../render/issue-text.ts'
import { counted } from './figures.ts'
import { type Outlet } from './terminal.ts'

/** How many are printed; `--json` gives all. */
const MOST_PRINTED = 50

/** The problems of a book and what they come to (`outcome`). Issues come in order of place, so those of a file stand together. */
export function issueReport(issues: readonly Issue[], outlet: Outlet, outcome = 'nothing was computed'): string[] {
  const printed = issues.slice(0, MOST_PRINTED)
  const rest = issues.length - printed.length
  const files = new Set(issues.map(({ place }) => place.file)).size
  const where = files === 1 ? '' : ` in ${counted(files, 'file')}`
  return [
    ...printed.flatMap((issue, index) => [...(index > 0 && issue.place.file !== printed[index - 1]?.place.file ? [''] : []), ...issueLines(issue, outlet)]),
    '',
    ...(rest > 0 ? [`… and ${counted(rest, 'more problem')}: --json prints them all.`] : []),
    `${counted(issues.length, 'problem')}${where}; ${outcome}.`,
    issues.length === 1 ? `"tieout help ${issues[0]?.code}" explains it.` : '"tieout help CODE" explains each.',
  ]
}

/** One problem in words, its place and code marked. */
export function issueLines(issue: Issue, { bold, alarming }: Outlet): string[] {
  const [, ...facts] = wordsOf(issue)
  return [`${bold(formatPlace(issue.place))}  ${alarming(issue.code)}`, ...facts]
}
