/**
 * A statement as a table. Digits end in one line, signs and parentheses hang to the right of it, the currency symbol stands
 * left of the widest amount; every number is a button that opens its derivation. Cells are placed as printed, never read.
 */
import { type CaptionLine, type Cell, type Row, type Statement } from '../../statements/statement.ts'
import { safe, type Html, joined, nothing } from './markup.ts'
import { type Heading, headingsOver, wordsOf } from './names.ts'

/**
 * A number that opens its derivation. It is disabled until the script is there to open it, so that without script the
 * report is plain text; the place of the cell is its id, and a link may lead to it.
 */
export const numberButton = (cell: Cell, shown: Html | string = cell.printed): Html =>
  safe`<button type="button" class="n" id="${cell.place}" disabled>${shown}</button>`

/** How the amounts of one column are set. */
type AmountColumn = { readonly width: string; readonly tail: string }

type Line = Extract<Row, { row: 'line' }>

export function statementTable(statement: Statement, caption: string): Html {
  const columns = statement.columns.map((_, index) => amountColumn(statement.rows.flatMap((row) => (row.row === 'line' ? (row.cells[index] ?? []) : []))))
  const hasLead = statement.leadHeading !== undefined
  return safe`<table class="statement ${statement.id}${hasLead ? ' schedule' : ''}">
<caption class="unseen">${caption}</caption>
${head(statement)}
${groups(statement, columns)}
</table>`
}

function head({ leadHeading, stub, columns }: Statement): Html {
  const lead = leadHeading === undefined ? nothing : safe`<th scope="col" class="lead">${leadHeading}</th>`
  const first = stub.length === 0 ? safe`<th scope="col"><span class="unseen">Holding</span></th>` : safe`<th scope="col" class="stub">${lines(stub)}</th>`
  return safe`<thead><tr>${lead}${first}${columns.map(({ heading }) => safe`<th scope="col" class="amount">${lines(heading)}</th>`)}</tr></thead>`
}

const lines = (texts: readonly string[]): Html =>
  joined(
    texts.map((text) => safe`${text}`),
    ' <br>',
  )

/** Rows in groups, each with the heading it begins with, so that a row is announced with the headings it stands under. */
function groups(statement: Statement, columns: readonly AmountColumn[]): Html {
  const bodies: Html[][] = [[]]
  let headings: readonly Heading[] = []
  for (const [index, row] of statement.rows.entries()) {
    const over = headingsOver(statement, index, headings)
    // Rows that no longer stand under the last heading begin a group of their own.
    if (row.row === 'heading' || over.length < headings.length) bodies.push([])
    headings = row.row === 'heading' ? [...over, row] : over
    bodies.at(-1)?.push(rowMarkup(statement, index, headings, columns))
  }
  const filled = bodies
    .map((rows) =>
      joined(
        rows.filter(({ markup }) => markup !== ''),
        '\n',
      ),
    )
    .filter(({ markup }) => markup !== '')
  return joined(
    filled.map((rows) => safe`<tbody>\n${rows}\n</tbody>`),
    '\n',
  )
}

function rowMarkup(statement: Statement, index: number, headings: readonly Heading[], columns: readonly AmountColumn[]): Html {
  const row = statement.rows[index]
  if (row === undefined || (row.row !== 'heading' && row.row !== 'line')) return nothing
  const classes = rowClasses(statement, index)
  const span = columns.length + (statement.leadHeading === undefined ? 1 : 2)
  if (row.row === 'heading') {
    return safe`<tr class="${['heading', ...classes].join(' ')}"><th scope="rowgroup" colspan="${span}" class="level${row.level}">${captionMarkup(row.caption)}</th></tr>`
  }
  const open = classes.length === 0 ? safe`<tr>` : safe`<tr class="${classes.join(' ')}">`
  const lead = statement.leadHeading === undefined ? nothing : safe`<td class="lead">${row.lead === undefined ? nothing : numberButton(row.lead)}</td>`
  const cells = columns.map((column, at) => safe`<td class="amount">${amountMarkup(row.cells[at], column)}</td>`)
  return safe`${open}${lead}${rowHeader(row, headings)}${cells}</tr>`
}

/** What stands around a row: a rule over or under it, a blank before it. A page break is the text's; here pages end where they are full. */
function rowClasses({ rows, leadHeading }: Statement, index: number): readonly string[] {
  const row = rows[index]
  const before = rows[index - 1]?.row
  const isTotal = row?.row === 'line' && row.cells.some(({ footing }) => footing?.by === 'cells')
  const isGrand = isTotal && row.cells.some(({ hasSymbol }) => hasSymbol)
  const isRuled = rows[index + 1]?.row === 'rule'
  const isLast = rows.slice(index + 1).every((later) => later.row === 'rule' || later.row === 'space')
  return [
    ...(before === 'space' || before === 'page break' ? ['after-space'] : []),
    ...(isTotal ? ['total'] : []),
    ...(isRuled ? [isLast || isGrand ? 'ruled double' : 'ruled'] : []),
    ...(before === 'rule' && (index === 1 || rows[index - 2]?.row === 'space') ? ['ruled-above'] : []),
    ...(row?.row === 'heading' && leadHeading !== undefined && rows[index + 1]?.row === 'heading' ? ['type'] : []),
  ]
}

function rowHeader({ caption, level, hasLeaders }: Line, headings: readonly Heading[]): Html {
  // A subtotal of the schedule has no caption on paper; a reader who hears the table needs one.
  if (wordsOf(caption) === '') return safe`<th scope="row"><span class="unseen">${wordsOf(headings.at(-1)?.caption ?? [])}, subtotal</span></th>`
  const words = captionMarkup(caption)
  return safe`<th scope="row" class="level${level}">${hasLeaders ? safe`<span class="leaders"><span>${words}</span></span>` : words}</th>`
}

/** A caption as its presentation breaks it; where the page is narrow it wraps once more. */
const captionMarkup = (caption: readonly CaptionLine[]): Html =>
  joined(
    caption.map((line) => joined(line.map((part) => (typeof part === 'string' ? safe`${part}` : numberButton(part))))),
    ' <br>',
  )

function amountMarkup(cell: Cell | undefined, { width, tail }: AmountColumn): Html {
  if (cell === undefined) return nothing
  const end = tailOf(cell.printed)
  const body = cell.printed.slice(0, cell.printed.length - end.length)
  const number = tail === '' ? safe`${cell.printed}` : safe`${body}<span class="tail">${end}</span>`
  return safe`<span class="set ${width}${tail === '' ? '' : ` ${tail}`}">${cell.hasSymbol ? safe`<span class="symbol">$</span>` : nothing}${numberButton(cell, number)}</span>`
}

/** The narrowest width that holds every amount of the column with its symbol, and what hangs to the right of the digits. */
function amountColumn(cells: readonly Cell[]): AmountColumn {
  const widest = Math.max(0, ...cells.map(({ printed, hasSymbol }) => printed.length - tailOf(printed).length + (hasSymbol ? 2 : 0)))
  const tails = new Set(cells.map(({ printed }) => tailOf(printed)))
  const tail = tails.has(')%') || (tails.has(')') && tails.has('%')) ? 'parenthesis-percent' : tails.has('%') ? 'percent' : tails.has(')') ? 'parenthesis' : ''
  return { width: `w${Math.min(Math.max(widest, 4), WIDEST)}`, tail }
}

/** Widths that the style sheet has classes for, in characters. */
export const WIDEST = 24

/** What follows the last digit: `)`, `%`, `)%`. Words and the nil mark have no tail. */
const tailOf = (printed: string): string => /\d([)%]+)$/.exec(printed)?.[1] ?? ''
