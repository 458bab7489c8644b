import type { Branded } from './branded.ts'
import { doubleAddDouble } from './check-digit.ts'
import { checkedIdentifier } from './checked-identifier.ts'
import type { Field } from './field.ts'

/** The Financial Instrument Global Identifier of the Object Management Group: provider (2), G, eight characters, check digit. */
export type Figi = Branded<string, 'Figi'>

/** Never given to a provider, so that no FIGI can be taken for an ISIN with these countries and a G. */
const forbiddenPrefixes = ['BS', 'BM', 'GG', 'GB', 'GH', 'KY', 'VG']

/** The twelfth character. */
export const figiCheckDigit = (firstEleven: string): string => String(doubleAddDouble(firstEleven))

export const figi: Field<Figi> = checkedIdentifier({
  describes: 'a FIGI, twelve characters',
  example: 'BBG000B9XRY4',
  form: 'a FIGI: two capital letters, G, eight digits or capital letters, none a vowel, then a check digit',
  pattern: '^[B-DF-HJ-NP-TV-Z]{2}G[0-9B-DF-HJ-NP-TV-Z]{8}[0-9]$',
  length: 12,
  bodyLength: 11,
  checkDigits: figiCheckDigit,
  lacks: (text) => (forbiddenPrefixes.includes(text.slice(0, 2)) ? `a FIGI that does not begin with ${forbiddenPrefixes.join(', ')}` : undefined),
})
