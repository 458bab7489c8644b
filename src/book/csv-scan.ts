/**
 * The grammar of CSV (RFC 4180): text to records, with the line and the offsets of each cell.
 * A scanner of our own, for three reasons: `--assign-ids` must change a file's ids and no other byte, so it needs offsets;
 * a fault must not hide the rows behind it, while csv-parse, after text behind a closing quote, reads the rest of the file
 * as one cell; and line numbers must hold behind a quoted CR LF, which csv-parse counts as two lines. It is the oracle of
 * the tests. A line ends with a line feed, here and in quotes.
 */

export type CsvFault = {
  /**
   * 'stray': a quote inside an unquoted cell; 'behind': text behind a closing quote; 'unclosed': a quote that opens a
   * cell and closes none; 'return': a carriage return that no line feed follows, outside quotes.
   */
  readonly kind: 'stray' | 'behind' | 'unclosed' | 'return'
  readonly line: number
  /** The position of the cell in its record. */
  readonly cell: number
}

export type CsvRecord = {
  /** The line it begins on; the first line of the file is 1. */
  readonly line: number
  /** The line it ends on. */
  readonly through: number
  readonly cells: readonly string[]
  /** Where each cell begins in the text, its opening quote included. A cell ends before the comma in front of the next. */
  readonly starts: readonly number[]
  /** Where the last cell ends: at the line end or the end of the text. */
  readonly end: number
  readonly faults: readonly CsvFault[]
}

const QUOTE = 0x22
const COMMA = 0x2c // What separates the cells of a book; a file from elsewhere may have another sign.
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const none: readonly never[] = []

/**
 * Calls `visit` with each record in turn, blank lines included, until it answers 'stop'. A byte order mark is passed over.
 * `separator` is the code of the character between two cells.
 */
export function scanCsv(text: string, visit: (record: CsvRecord) => 'stop' | void, separator = COMMA): void {
  let position = text.charCodeAt(0) === 0xfeff ? 1 : 0
  let line = 1
  let above: readonly string[] = none
  while (position < text.length) {
    const record = scanRecord(text, position, line, above, separator)
    above = record.cells
    if (visit(record) === 'stop') return
    position = record.end + (text.charCodeAt(record.end) === CARRIAGE_RETURN ? 2 : 1)
    line = record.through + 1
  }
}

/** A line with nothing on it but blanks. */
export const isBlankLine = ({ cells, starts }: CsvRecord, text: string): boolean =>
  cells.length === 1 && (cells[0] as string).trim() === '' && text.charCodeAt(starts[0] as number) !== QUOTE

/** A cell that says what the cell above it says shares its text: in a file of prices most cells do, and the file takes half the memory. */
function scanRecord(text: string, from: number, firstLine: number, above: readonly string[], separator: number): CsvRecord {
  const cells: string[] = []
  const starts: number[] = []
  const faults: CsvFault[] = []
  let at = from
  let line = firstLine
  for (;;) {
    starts.push(at)
    const isQuoted = text.charCodeAt(at) === QUOTE
    const cell: Cell = isQuoted ? quotedCell(text, at, separator) : unquotedCell(text, at, above[cells.length], separator)
    if (cell.fault !== undefined) faults.push({ kind: cell.fault, line, cell: cells.length })
    cells.push(cell.value)
    line += cell.breaks
    at = cell.end
    if (text.charCodeAt(at) !== separator) break
    at += 1
  }
  return { line: firstLine, through: line, cells, starts, end: at, faults: faults.length === 0 ? none : faults }
}

/** A cell read: its value, where it ends, and how many line breaks it holds. */
type Cell = { readonly value: string; readonly end: number; readonly breaks: number; readonly fault: CsvFault['kind'] | undefined }

function unquotedCell(text: string, start: number, above: string | undefined, separator: number): Cell {
  let end = start
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (code === separator || code === LINE_FEED || code === CARRIAGE_RETURN) break
    end += 1
  }
  if (text.charCodeAt(end) === CARRIAGE_RETURN && text.charCodeAt(end + 1) !== LINE_FEED) {
    // The rest of the line is passed over: a file of such line ends is one line, and one fault says so.
    return { value: text.slice(start, end), end: endOfLine(text, end), breaks: 0, fault: 'return' }
  }
  const value = above?.length === end - start && text.startsWith(above, start) ? above : text.slice(start, end)
  return { value, end, breaks: 0, fault: value.includes('"') ? 'stray' : undefined }
}

function quotedCell(text: string, open: number, separator: number): Cell {
  const { close, hasDoubled } = closingQuote(text, open)
  if (close !== -1 && endsCell(text, close + 1, separator)) {
    const inside = text.slice(open + 1, close)
    return { value: hasDoubled ? inside.replaceAll('""', '"') : inside, end: close + 1, breaks: lineFeeds(text, open, close), fault: undefined }
  }
  if (close !== -1 && lineFeeds(text, open, close) === 0) {
    const rest = unquotedCell(text, close + 1, undefined, separator)
    return { value: text.slice(open, rest.end), end: rest.end, breaks: 0, fault: 'behind' }
  }
  // Text behind a quote on a later line: the quote that was meant to close is missing on the first line. The record
  // ends with that line, and the rows behind it are read as if nothing had happened.
  const end = endOfLine(text, open)
  return { value: text.slice(open, end), end, breaks: 0, fault: 'unclosed' }
}

/** Where the quote stands that closes the cell opened at `open`, −1 where none does, and whether doubled quotes stand between. */
function closingQuote(text: string, open: number): { readonly close: number; readonly hasDoubled: boolean } {
  let hasDoubled = false
  let close = text.indexOf('"', open + 1)
  while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) {
    hasDoubled = true
    close = text.indexOf('"', close + 2)
  }
  return { close, hasDoubled }
}

function endsCell(text: string, at: number, separator: number): boolean {
  if (at >= text.length) return true
  const code = text.charCodeAt(at)
  return code === separator || code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED)
}

function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from)
  if (feed === -1) return text.length
  return text.charCodeAt(feed - 1) === CARRIAGE_RETURN ? feed - 1 : feed
}

function lineFeeds(text: string, from: number, before: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < before; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
