/** The words of Markdown without its marks: what stays of emphasis, links and code in plain text. */
import { type Token, type Tokens } from 'marked'

/** Stands for a line break that the author set; the line feeds of the source only part words. */
export const HARD_BREAK = '\u2028'

/** Inline tokens as text. */
export const inlineText = (tokens: readonly Token[] | undefined): string => (tokens ?? []).map((token) => tokenText(token as Tokens.Generic)).join('')

function tokenText(token: Tokens.Generic): string {
  switch (token.type) {
    case 'br':
      return HARD_BREAK
    case 'link': {
      const text = inlineText(token.tokens)
      const href = String(token['href'] ?? '')
      return href === '' || href.startsWith('#') || href === text || href === `mailto:${text}` ? text.replace(/^mailto:/, '') : `${text} (${href})`
    }
    case 'image':
      return `[${decoded(String(token['text'] ?? ''))}]`
    case 'html':
      return ''
    default:
      return token.tokens !== undefined && token.tokens.length > 0 ? inlineText(token.tokens) : decoded(String(token['text'] ?? token.raw))
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', mdash: '—', ndash: '–', sect: '§', copy: '©' }

/** Character references by name; one that is not known stays as it is written. */
const decoded = (text: string): string => text.replace(/&(\w+);/g, (reference, name: string) => entities[name] ?? reference)
