/** The formats that a command is asked to write, by their words. */
import { type Issue, mostLike } from '../values/issue.ts'

export type AskedFormats<Format extends string> = { readonly ok: true; readonly formats: readonly Format[] } | { readonly ok: false; readonly issue: Issue }

/** `text,html` as its words, each once; or what is wrong with the first that is none of `names`. */
export function askedFormats<Format extends string>(option: string, names: readonly Format[]): AskedFormats<Format> {
  const words = option.split(',').map((word) => word.trim())
  const unknown = words.find((word) => !(names as readonly string[]).includes(word))
  return unknown === undefined ? { ok: true, formats: [...new Set(words as Format[])] } : { ok: false, issue: unknownFormat(unknown, names) }
}

function unknownFormat(found: string, names: readonly string[]): Issue {
  const meant = mostLike(found, names)
  return {
    code: 'command.format',
    place: { file: '--format' },
    found: `"${found}"`,
    needed: `one or more of ${names.join(', ')}, with commas between them`,
    remedy: meant === undefined ? 'Take one of these words.' : `Did you mean "${meant}"?`,
  }
}
