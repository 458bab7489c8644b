/**
 * HTML from text, safe by default: whatever is put into a template is escaped, unless it is markup made the same way. A
 * name, a note or a file name of the book can therefore never become an element.
 */

/** Markup that may stand in a document as it is. Made by `safe` only. */
export type Html = { readonly markup: string }

type Part = string | number | Html | undefined | readonly Part[]

/**
 * A tagged template: safe`<td>${text}</td>` escapes `text`; markup, lists of it and nothing are taken as they are. It is
 * not called html: formatters take a template of that name for theirs and move its blanks, which a page shows.
 */
export const safe = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: strings.reduce((text, string, index) => `${text}${markupOf(parts[index - 1])}${string}`),
})

export const nothing: Html = { markup: '' }

export const joined = (parts: readonly Html[], between = ''): Html => ({ markup: parts.map(({ markup }) => markup).join(between) })

function markupOf(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part))
  if ('markup' in part) return part.markup
  return part.map(markupOf).join('')
}

const replacements: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as it may stand between tags and inside quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => replacements[character] ?? '')

/** A value as JSON inside a script element: no sequence of it can end the element or open a comment. */
export const jsonMarkup = (value: unknown): Html => ({
  markup: JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
})

/** Text that we wrote ourselves: the style sheet and the script. Never anything of the book. */
export const ownText = (text: string): Html => ({ markup: text })
