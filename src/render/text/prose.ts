/** Given text on the page: Markdown as headings, paragraphs and lists of plain lines, in blocks that pages do not part. */
import { Lexer, type Token, type Tokens } from 'marked'
import { HAIRLINE } from './page.ts'
import { type Block, block, paragraph, together } from './paginate.ts'
import { HARD_BREAK, inlineText } from './markdown-text.ts'
import { sideBySide } from './side-by-side.ts'
import { indented, PAGE_WIDTH, wrap } from './wrap.ts'

const NUMBER_WIDTH = 5

/** Headings below this level stand right over their text, without a blank line. */
const TITLE_DEPTH = 2

/** The blocks of a text; a heading stands on the page of what follows it. */
export function proseBlocks(markdown: string): readonly Block[] {
  const blocks: Block[] = []
  let heading: (Block & { readonly depth: number }) | undefined
  for (const token of Lexer.lex(markdown)) {
    const [first, ...rest] = tokenBlocks(token, PAGE_WIDTH)
    if (first === undefined) continue
    const depth = token.type === 'heading' ? (token as Tokens.Heading).depth : undefined
    const headed = heading === undefined ? first : together(heading, { ...first, gap: heading.depth > TITLE_DEPTH && depth === undefined ? 0 : 1 })
    if (depth === undefined) blocks.push(headed, ...rest)
    heading = depth === undefined ? undefined : { ...headed, depth }
  }
  return heading === undefined ? blocks : [...blocks, heading]
}

function tokenBlocks(token: Token, width: number): readonly Block[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return []
    case 'heading':
      return [block(headingLines(token as Tokens.Heading, width))]
    case 'hr':
      return [block([HAIRLINE.slice(0, width)])]
    case 'code':
      return [
        block(
          (token as Tokens.Code).text
            .split('\n')
            .flatMap((line) => cut(line, width - 4))
            .map((line) => `    ${line}`),
        ),
      ]
    case 'list':
      return listBlocks(token as Tokens.List, width)
    case 'blockquote':
      return (token as Tokens.Blockquote).tokens
        .flatMap((inner) => tokenBlocks(inner, width - 8))
        .map((inner) => ({ ...inner, lines: indented(inner.lines, 4) }))
    case 'table':
      return [block(tableLines(token as Tokens.Table, width))]
    case 'html': {
      const words = token.raw
        .replace(/<!--.*?-->/gs, '')
        .replace(/<[^>]*>/g, ' ')
        .trim()
      return words === '' ? [] : paragraph(wrap(words, width))
    }
    default:
      return paragraph(textLines('tokens' in token && token.tokens !== undefined ? token.tokens : [token], width))
  }
}

/** Wrapped words, a line break of the author's kept. */
const textLines = (tokens: readonly Token[], width: number): readonly string[] =>
  inlineText(tokens)
    .split(HARD_BREAK)
    .flatMap((part) => wrap(part, width))

function headingLines({ tokens, depth }: Tokens.Heading, width: number): readonly string[] {
  const text = inlineText(tokens)
  const numbered = /^(\d+\.)\s+(.*)$/s.exec(text)
  if (depth <= TITLE_DEPTH && numbered !== null) {
    const [first = '', ...rest] = wrap((numbered[2] ?? '').toUpperCase(), width - NUMBER_WIDTH)
    return [(numbered[1] ?? '').padEnd(NUMBER_WIDTH) + first, ...indented(rest, NUMBER_WIDTH)]
  }
  return wrap(depth <= TITLE_DEPTH + 1 ? text.toUpperCase() : text, width)
}

function listBlocks({ items, ordered, start, loose }: Tokens.List, width: number): readonly Block[] {
  const first = start === '' ? 1 : start
  const markWidth = ordered ? `${first + items.length - 1}. `.length : 2
  return items.flatMap((item, index) => {
    const mark = ordered ? `${first + index}.`.padStart(markWidth - 1) : '-'
    return itemBlocks(item, width - markWidth).map((inner, position) => ({
      ...inner,
      gap: loose || (position === 0 && index === 0) ? inner.gap : 0,
      lines: position === 0 ? marked(inner.lines, mark, markWidth) : indented(inner.lines, markWidth),
    }))
  })
}

const itemBlocks = (item: Tokens.ListItem, width: number): readonly Block[] => {
  const blocks = item.tokens.flatMap((token) => tokenBlocks(token, width))
  return blocks.length === 0 ? [block([''])] : blocks
}

const marked = (lines: readonly string[], mark: string, width: number): readonly string[] => [
  `${mark} ${lines[0] ?? ''}`.trimEnd(),
  ...indented(lines.slice(1), width),
]

function tableLines({ header, rows, align }: Tokens.Table, width: number): readonly string[] {
  const texts = [header, ...rows].map((cells) => cells.map(({ tokens }) => inlineText(tokens)))
  const [head = [], ...body] = texts
  return sideBySide(head, body, { width, isRight: align.map((side) => side === 'right') })
}

/** Code keeps its blanks: a line that is too long is cut, not wrapped. */
const cut = (line: string, width: number): readonly string[] => (line.length <= width ? [line] : [line.slice(0, width), ...cut(line.slice(width), width)])
