/** A text as it is shown in an issue: in quotes, on one line, its invisible characters visible, and no longer than a line can hold. */
export function shown(text: string): string {
  const cut = text.length > LENGTH_MAX ? `${text.slice(0, LENGTH_MAX)}…` : text
  const visible = cut.replaceAll(
    /[^\P{White_Space} ]|\p{Cc}|\p{Cf}/gu,
    (character) => named[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `"${visible}"`
}

const LENGTH_MAX = 60
const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }
