/**
 * Markdown of the book as HTML. Only what is written out here becomes an element: raw HTML is shown as the text that it is,
 * an image is its words, and a link leads to http, https, mailto or a place in the document, or is no link.
 */
import { Lexer, type Token, type Tokens } from 'marked'
import { escapeHtml, type Html, joined, nothing, safe } from './markup.ts'

/** What the tokens of one text share: where its headings stand, and how far the last one was nested. */
type Text = { readonly id: string; readonly anchors: ReadonlySet<string>; readonly used: Map<string, number>; level: number }

/** A token as far as most of them go. */
type Plain = { readonly raw: string; readonly text?: unknown; readonly tokens?: readonly Token[] | undefined }

/** Headings of the text begin one level under the heading of the part, and never skip a level. */
const PART_LEVEL = 2

/** The text of the part `id`. Anchors are of the part: two texts may have a heading of the same words. */
export function markdownHtml(markdown: string, id: string): Html {
  const tokens = Lexer.lex(markdown)
  const anchors = new Set<string>()
  const counted = new Map<string, number>()
  for (const token of tokens) if (token.type === 'heading') anchors.add(anchorOf(token as Tokens.Heading, counted))
  return blocks(tokens, { id, anchors, used: new Map(), level: PART_LEVEL })
}

const blocks = (tokens: readonly Token[] | undefined, text: Text): Html =>
  joined(
    (tokens ?? []).map((token) => block(token, text)),
    '\n',
  )

function block(token: Token, text: Text): Html {
  switch (token.type) {
    case 'space':
    case 'def':
      return nothing
    case 'heading':
      return heading(token as Tokens.Heading, text)
    case 'paragraph':
      return safe`<p>${inlines(token.tokens, text)}</p>`
    case 'hr':
      return safe`<hr>`
    case 'code':
      return safe`<pre tabindex="0"><code>${String(token['text'])}</code></pre>`
    case 'blockquote':
      return safe`<blockquote>${blocks(token.tokens, text)}</blockquote>`
    case 'list':
      return list(token as Tokens.List, text)
    case 'table':
      return table(token as Tokens.Table, text)
    case 'html':
      return safe`<p>${token.raw.trim()}</p>`
    default:
      return inner(token, text)
  }
}

function heading(token: Tokens.Heading, text: Text): Html {
  const level = Math.min(Math.max(token.depth + 1, PART_LEVEL + 1), text.level + 1, 6)
  text.level = level
  const tag = { markup: `h${level}` }
  return safe`<${tag} id="${text.id}-${anchorOf(token, text.used)}">${inlines(token.tokens, text)}</${tag}>`
}

/** The words of a heading as an anchor, as most readers of Markdown make it; a repeated one is numbered. */
function anchorOf({ text }: Tokens.Heading, used: Map<string, number>): string {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-')
  const before = used.get(words) ?? 0
  used.set(words, before + 1)
  return before === 0 ? words : `${words}-${before}`
}

function list({ ordered, start, items, loose }: Tokens.List, text: Text): Html {
  const entries = items.map((item) => safe`<li>${loose ? blocks(item.tokens, text) : joined(item.tokens.map((token) => block(token, text)))}</li>`)
  if (!ordered) return safe`<ul>${entries}</ul>`
  return start === '' || start === 1 ? safe`<ol>${entries}</ol>` : safe`<ol start="${start}">${entries}</ol>`
}

function table({ header, rows, align }: Tokens.Table, text: Text): Html {
  const side = (index: number): Html => (align[index] === 'right' ? safe` class="right"` : nothing)
  const head = header.map((cell, index) => safe`<th scope="col"${side(index)}>${inlines(cell.tokens, text)}</th>`)
  const body = rows.map((row) => safe`<tr>${row.map((cell, index) => safe`<td${side(index)}>${inlines(cell.tokens, text)}</td>`)}</tr>`)
  return safe`<div class="scroll" tabindex="0" role="group" aria-label="Table"><table class="plain"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
}

const inlines = (tokens: readonly Token[] | undefined, text: Text): Html => joined((tokens ?? []).map((token) => inline(token, text)))

function inline(token: Token, text: Text): Html {
  switch (token.type) {
    case 'strong':
      return safe`<strong>${inlines(token.tokens, text)}</strong>`
    case 'em':
      return safe`<em>${inlines(token.tokens, text)}</em>`
    case 'del':
      return safe`<del>${inlines(token.tokens, text)}</del>`
    case 'codespan':
      return safe`<code>${String(token['text'])}</code>`
    case 'br':
      return safe`<br>`
    case 'image':
      return plain(token)
    case 'html':
      return safe`${token.raw}`
    case 'link': {
      const target = safeTarget(String(token['href']), text)
      const words = inlines(token.tokens, text)
      return target === undefined ? words : safe`<a href="${target}" rel="noreferrer">${words}</a>`
    }
    default:
      return inner(token, text)
  }
}

const inner = (token: Plain, text: Text): Html => (token.tokens === undefined || token.tokens.length === 0 ? plain(token) : inlines(token.tokens, text))

/** Where a link may lead, or undefined. A heading of the same text is found under the anchor that it has here. */
function safeTarget(href: string, { id, anchors }: Text): string | undefined {
  if (href.startsWith('#')) return anchors.has(href.slice(1)) ? `#${id}-${href.slice(1)}` : href
  // Told by their first characters, as written: anything else, also what a browser would first clean of blanks, is no link.
  return /^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(href) ? href : undefined
}

/** Words as they stand; a character reference such as &sect; stays one. */
const plain = ({ text, raw }: Plain): Html => ({
  markup: escapeHtml(typeof text === 'string' ? text : raw).replace(/&amp;(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi, '&$1;'),
})
