/** An issue in words: where it is and its code, then what was found, what is needed and what to do. */
import { formatPlace, type Issue } from '../values/issue.ts'

/** `events/sale.csv:3 quantity  lots.insufficient`, and three lines below it. */
export const issueLines = ({ code, place, found, needed, remedy }: Issue): readonly string[] => [
  `${formatPlace(place)}  ${code}`,
  `  found   ${found}`,
  `  needed  ${needed}`,
  `  to do   ${remedy}`,
]
