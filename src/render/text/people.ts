/** Trustees and officers: three columns within the page, one block a person. */
import { type DocumentPart } from '../../statements/report-document.ts'
import { HAIRLINE } from './page.ts'
import { type Block, block, together } from './paginate.ts'
import { rowOfColumns } from './side-by-side.ts'
import { footnoteLines } from './statement-page.ts'
import { wrap } from './wrap.ts'

export type Trustee = Extract<DocumentPart, { part: 'trustees' }>['trustees'][number]
export type Officer = Extract<DocumentPart, { part: 'officers' }>['officers'][number]

/** Who, in which post, and what else: with two blanks between, the width of a page. */
const widths = [21, 23, 32] as const

/** A person may part over two pages only where the entry is longer than this. */
const LONGEST_WHOLE = 30

/** Stands over the columns on each page. */
export const trusteesHead: readonly string[] = headLines('Positions Held, Length', 'of Time Served, and', 'Number Overseen')
export const officersHead: readonly string[] = headLines('Positions Held,', 'Term of Office and', 'Length of Time Served')

function headLines(...post: readonly string[]): readonly string[] {
  return [...rowOfColumns([['', 'Name, Age', 'and Address'], post, ['', 'Principal Occupations', 'During the Past Five Years']], widths), HAIRLINE]
}

const groups = [
  { group: 'interested', one: 'Interested Trustee', many: 'Interested Trustees' },
  { group: 'independent', one: 'Independent Trustee', many: 'Independent Trustees' },
] as const

/** Trustees by group, then a footnote for each that has one. `noun` is the fund's word for what they oversee. */
export function trusteeBlocks(trustees: readonly Trustee[], noun: string): readonly Block[] {
  const noted = trustees.filter(({ note }) => note !== undefined)
  const markOf = (trustee: Trustee): string => '*'.repeat(noted.indexOf(trustee) + 1)
  const people = groups.flatMap(({ group, one, many }) => {
    const members = trustees.filter((trustee) => trustee.group === group)
    const [first, ...rest] = members.flatMap((trustee) => entry(trusteeLines(trustee, markOf(trustee), noun)))
    return first === undefined ? [] : [together(block([members.length === 1 ? one : many]), first), ...rest]
  })
  const notes = noted.map((trustee, index) => block(footnoteLines(`${markOf(trustee)} ${trustee.note ?? ''}`), index === 0 ? 1 : 0))
  return [...closed(people), ...notes]
}

export const officerBlocks = (officers: readonly Officer[]): readonly Block[] => closed(officers.flatMap((officer) => entry(personLines(officer, '', [], []))))

/** A hairline under the last person. */
const closed = (people: readonly Block[]): readonly Block[] => {
  const last = people.at(-1)
  return last === undefined ? [] : [...people.slice(0, -1), together(last, block([HAIRLINE], 0))]
}

const entry = (lines: readonly string[]): readonly Block[] =>
  lines.length <= LONGEST_WHOLE ? [block(lines)] : [block(lines.slice(0, LONGEST_WHOLE)), ...lines.slice(LONGEST_WHOLE).map((line) => block([line], 0))]

function trusteeLines(trustee: Trustee, mark: string, noun: string): readonly string[] {
  const { portfolios, directorships } = trustee
  const overseen = portfolios === undefined ? [] : wrap(`${noun}s overseen: ${portfolios}`, widths[1])
  const seats = directorships === undefined ? [] : wrap(`Other directorships: ${directorships}`, widths[2])
  return personLines(trustee, mark, overseen, seats)
}

function personLines(
  { name, age, address, position, served, occupation }: Trustee | Officer,
  mark: string,
  post: readonly string[],
  seats: readonly string[],
): readonly string[] {
  const who = [...wrap(`${name}${mark}`, widths[0]), ...(address === undefined ? [] : addressLines(address)), ...(age === undefined ? [] : [`Age ${age}`])]
  const what = [...wrap(position, widths[1]), ...wrap(served, widths[1]), ...post]
  return rowOfColumns([who, what, [...wrap(occupation, widths[2]), ...seats]], widths)
}

/** The street on a line of its own, as on a letter. */
function addressLines(address: string): readonly string[] {
  const [street = '', ...rest] = address.split(/,\s+/)
  return rest.length === 0 ? wrap(street, widths[0]) : [...wrap(street, widths[0]), ...wrap(rest.join(', '), widths[0])]
}
