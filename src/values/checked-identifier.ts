/** Fields for identifiers that carry their own check digits. They stay text: CUSIP 00123E101 is not a number. */
import { bad, type Field, good } from './field.ts'

/** How one scheme's identifiers look, and how the check digits at their end follow from the body before them. */
export type IdentifierScheme = {
  readonly describes: string
  readonly example: string
  /** What the text must be, as a noun phrase. */
  readonly form: string
  /** A regular expression for the whole text. */
  readonly pattern: string
  readonly length: number
  /** Characters before the check digits. */
  readonly bodyLength: number
  readonly checkDigits: (body: string) => string
  /** What a text of the right pattern still lacks in form, as a noun phrase; undefined where it lacks nothing. */
  readonly lacks?: (text: string) => string | undefined
  /** Whether the check digits are right, where more than one ending can be. */
  readonly isChecked?: (text: string) => boolean
}

/**
 * Reads an identifier exactly as written: spaces, hyphens and small letters are refused, and the remedy gives the text
 * without them where that is valid. Faults, in this order: `identifier.form`, `identifier.check-digit`.
 */
export function checkedIdentifier<Id extends string>(scheme: IdentifierScheme): Field<Id> {
  const pattern = new RegExp(scheme.pattern)
  const lacks = (text: string): string | undefined => (pattern.test(text) ? scheme.lacks?.(text) : scheme.form)
  const rightDigits = (text: string): string => scheme.checkDigits(text.slice(0, scheme.bodyLength))
  const isChecked = scheme.isChecked ?? ((text) => text.endsWith(rightDigits(text)))

  return {
    describes: scheme.describes,
    example: scheme.example,
    read: (text) => {
      const lacking = lacks(text)
      if (lacking !== undefined) {
        const meant = tidied(text, scheme.length).find((candidate) => lacks(candidate) === undefined && isChecked(candidate))
        return bad('identifier.form', lacking, meant === undefined ? 'Copy it as text from the source.' : `Did you mean "${meant}"?`)
      }
      if (isChecked(text)) return good(text as Id)
      const right = rightDigits(text)
      return bad(
        'identifier.check-digit',
        `check digit${right.length === 1 ? '' : 's'} ${right} after "${text.slice(0, scheme.bodyLength)}"`,
        'Compare it with the source, character by character: the slip may be in any of them.',
      )
    },
    schema: { pattern: scheme.pattern },
  }
}

const MOST_ZEROS_LOST = 3 // more would make an identifier of any small number

/** What a text may have been before a page or a spreadsheet changed it: in capitals, without separators, with its leading zeros. */
function tidied(text: string, length: number): readonly string[] {
  const bare = text.replaceAll(/[\s-]/g, '').toUpperCase()
  return bare.length < length - MOST_ZEROS_LOST ? [bare] : [bare, bare.padStart(length, '0')]
}
