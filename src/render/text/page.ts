/** The furniture of a page: the double hairline at its head, number, fund and date at its foot, and the tag that ends it. */
import { PAGE_WIDTH, padLeft, wrap } from './wrap.ts'

export const HAIRLINE = '-'.repeat(PAGE_WIDTH)
export const DOUBLE_LINE = '='.repeat(PAGE_WIDTH)

/** EDGAR's mark between two pages. */
export const PAGE_TAG = '<PAGE>'

/** Lines between the furniture: what a page holds where nothing else decides its length. */
export const PAGE_LINES = 60

const head = ['', HAIRLINE, '', HAIRLINE, '']

/** A page of the report proper; even pages have their foot on the left, odd pages on the right. */
export const numberedPage = (body: readonly string[], number: number, name: string, date: string): readonly string[] => [
  ...head,
  ...body,
  '',
  ...footLines(number, name, date),
]

/** The pages before the first numbered one. */
export const plainPage = (body: readonly string[]): readonly string[] => [...head, ...body, '']

function footLines(number: number, name: string, date: string): readonly string[] {
  const isEven = number % 2 === 0
  const text = isEven ? `${number}  ${name}  ${date}` : `${name}  ${date}  ${number}`
  // Two blanks set the parts of the foot apart; only a foot that is too long for its line loses them.
  const lines = text.length <= PAGE_WIDTH ? [text] : wrap(text, PAGE_WIDTH)
  return isEven ? lines : lines.map((line) => padLeft(line, PAGE_WIDTH))
}
