/** Wrong data, said so that its owner can mend it: where, what was found, what is needed, what to do. Never thrown. */

/** Where something stands in the book. `row` is the line of the file, the first line being 1; `column` is a header name or a YAML path. */
export type Place = { readonly file: string; readonly row?: number; readonly column?: string }

export type IssueTopic =
  | 'book'
  | 'file'
  | 'csv'
  | 'yaml'
  | 'field'
  | 'identifier'
  | 'record'
  | 'reference'
  | 'policy'
  | 'date'
  | 'trade'
  | 'lots'
  | 'capital'
  | 'basket'
  | 'settlement'
  | 'invoice'
  | 'split'
  | 'take-on'
  | 'income'
  | 'manual-entry'
  | 'valuation'
  | 'fund'
  | 'exception'
  | 'reconciliation'
  | 'statement'
  | 'presentation'
  | 'import'
  | 'compare'
  | 'command'

/** Stable and documented: `tieout help CODE` explains each. */
export type IssueCode = `${IssueTopic}.${string}`

export type Issue = {
  readonly code: IssueCode
  readonly place: Place
  /** What stands there now. */
  readonly found: string
  /** What is needed instead. */
  readonly needed: string
  /** The next step, as an instruction. */
  readonly remedy: string
  /** The record or the instrument it is about, where the books are kept: programs tell a fault from its consequences by it. */
  readonly about?: Subject
  /** Of an exception of a strike that a value stands behind: what it comes to (R5.12). */
  readonly impact?: Impact
}

/** |change of value| ÷ shares of the fund, in the base currency to four places, and whether that is half a cent or more. */
export type Impact = { readonly perShare: string; readonly isBlocking: boolean }

/** Ids of the book. Of an exception, record, instrument or item with the date are its identity from day to day. */
export type Subject = {
  readonly record?: string
  readonly instrument?: string
  readonly currency?: string
  /** What is none of these: a policy, a class, cash of a currency. */
  readonly item?: string
  /** YYYY-MM-DD; of an exception the day it is of. Without it, one that stands on several days is of the first. */
  readonly date?: string
  /**
   * Of an exception that states no impact, for its shares are known at the strike only: by how much net assets would move
   * were it wrong, in the base currency, in plain digits (R5.12).
   */
  readonly effect?: string
}

/** `events/sale.csv:3 quantity`. */
export const formatPlace = ({ file, row, column }: Place): string => `${file}${row === undefined ? '' : `:${row}`}${column === undefined ? '' : ` ${column}`}`

/** File, then row, then column, then code: the order in which a person mends a book. */
export const compareIssues = (left: Issue, right: Issue): number =>
  compareText(left.place.file, right.place.file) ||
  (left.place.row ?? 0) - (right.place.row ?? 0) ||
  compareText(left.place.column ?? '', right.place.column ?? '') ||
  compareText(left.code, right.code)

/** By code unit: the same in every locale. */
export const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/** The candidate most like `text` (fewest edits, at most a third of its length), for "did you mean". */
export function mostLike(text: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let fewest = Math.max(1, Math.floor(text.length / 3)) + 1
  for (const candidate of candidates) {
    const edits = editDistance(text.toLowerCase(), candidate.toLowerCase(), fewest)
    if (edits < fewest) [best, fewest] = [candidate, edits]
  }
  return best
}

/** Insertions, deletions, replacements and swaps of neighbours from one text to the other; `limit` where it is that many or more. */
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1]
      const cost = Math.min((last[column] as number) + 1, (current[column - 1] as number) + 1, (last[column - 1] as number) + (isSame ? 0 : 1))
      const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current.push(isSwap ? Math.min(cost, (beforeLast[column - 2] as number) + 1) : cost)
    }
    beforeLast = last
    last = current
  }
  return Math.min(last[to.length] as number, limit)
}
