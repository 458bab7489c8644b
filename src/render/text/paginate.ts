/** Lines onto pages: what belongs together is a block, and pages break between blocks only. */

/** Lines that stand on one page. */
export type Block = {
  readonly lines: readonly string[]
  /** Blank lines before it; none at the top of a page. */
  readonly gap: number
  /** What a page that begins with this block says first: the headings of what it continues. */
  readonly continues?: readonly string[] | undefined
}

export const block = (lines: readonly string[], gap = 1): Block => ({ lines, gap })

/** One block of several, with the gaps between them. */
export const together = (first: Block, ...others: readonly Block[]): Block => ({
  ...first,
  lines: [...first.lines, ...others.flatMap(({ gap, lines }) => [...blank(gap), ...lines])],
})

/** Fills pages of so many lines, the first with a length of its own. A block longer than a page has one for itself. */
export function paginate(blocks: readonly Block[], firstLines: number, nextLines: number): readonly (readonly string[])[] {
  const pages: string[][] = []
  let page: string[] = []
  for (const { lines, gap, continues = [] } of blocks) {
    const capacity = pages.length === 0 ? firstLines : nextLines
    if (page.length > 0 && page.length + gap + lines.length > capacity) {
      pages.push(page)
      page = [...continues]
    } else if (page.length > 0) page.push(...blank(gap))
    page.push(...lines)
  }
  return page.length > 0 || pages.length === 0 ? [...pages, page] : pages
}

/** A paragraph as blocks: it may part over two pages, with no fewer than two lines on either. */
export function paragraph(lines: readonly string[], gap = 1): readonly Block[] {
  if (lines.length < 4) return [block(lines, gap)]
  return [block(lines.slice(0, 2), gap), ...lines.slice(2, -2).map((line) => block([line], 0)), block(lines.slice(-2), 0)]
}

const blank = (count: number): readonly string[] => Array.from({ length: count }, () => '')
