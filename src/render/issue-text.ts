/** An issue in words: where it is and its code, then what was found, what is needed and what to do. */
import { formatPlace, type Issue } from '../values/issue.ts'

/** `events/sale.csv:3 quantity  lots.insufficient`, and three lines below it. */
export const issueLines = ({ code, place, found, needed, remedy }: Issue): readonly string[] => [
  `${formatPlace(place)}  ${code}`,
  `  found   ${found}`,
  `  needed  ${needed}`,
  `  to do   ${remedy}`,
]

/** All issues as printed, in the order given, with an empty line between two; no line feed at the end. */
export const issuesText = (issues: readonly Issue[]): string => issues.map((issue) => issueLines(issue).join('\n')).join('\n\n')
