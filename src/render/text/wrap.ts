/** Words into lines of a width. Widths are counted in characters, an accented letter as one. */

/** Columns of a page, as EDGAR's documents have them. */
export const PAGE_WIDTH = 80

export const widthOf = (text: string): number => [...text.normalize('NFC')].length

/** The text in lines of at most `width`, those after the first of at most `restWidth`; at least one line, which may be empty. */
export function wrap(text: string, width: number, restWidth: number = width): readonly string[] {
  const lines: string[] = []
  let line = ''
  const limit = (): number => Math.max(1, lines.length === 0 ? width : restWidth)
  const flush = (): void => {
    lines.push(line)
    line = ''
  }
  for (const word of text
    .normalize('NFC')
    .split(/\s+/)
    .filter((part) => part !== '')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > limit()) flush()
    line = line === '' ? word : `${line} ${word}`
    // A word that is wider than any line is cut: a long number or address must not leave the page.
    while (widthOf(line) > limit()) {
      const characters = [...line]
      const kept = cutAt(characters, limit())
      line = characters.slice(0, kept).join('')
      flush()
      line = characters.slice(kept).join('')
    }
  }
  if (line !== '' || lines.length === 0) flush()
  return lines
}

/** How much of a long word stays on a line: as far as a mark inside it, where there is one in its second half. */
function cutAt(characters: readonly string[], limit: number): number {
  const mark = characters.slice(0, limit).findLastIndex((character) => '-./_'.includes(character)) + 1
  return mark > limit / 2 ? mark : limit
}

export const padRight = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

export const padLeft = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text

export const centred = (text: string, width: number): string => ' '.repeat(Math.max(0, Math.floor((width - widthOf(text)) / 2))) + text

export const indented = (lines: readonly string[], by: number): readonly string[] => lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line))

/** The line with a text at a column; what is there already is never overwritten. */
export const placed = (line: string, column: number, text: string): string => padRight(line, column) + text
