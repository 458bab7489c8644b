import type { Branded } from './branded.ts'
import { characterValue, digitToTen } from './check-digit.ts'
import { checkedIdentifier } from './checked-identifier.ts'
import type { Field } from './field.ts'

/** The London Stock Exchange's number of a security in one market: six characters without vowels, and a check digit. */
export type Sedol = Branded<string, 'Sedol'>

const weights = [1, 3, 1, 7, 3, 9] // the check digit itself weighs 1

/** The seventh character, which brings the weighted sum to a multiple of ten. */
export const sedolCheckDigit = (firstSix: string): string =>
  String(digitToTen([...firstSix].reduce((sum, character, position) => sum + characterValue(character) * (weights[position] as number), 0)))

export const sedol: Field<Sedol> = checkedIdentifier({
  describes: 'a SEDOL, seven characters',
  example: '0263494',
  form: 'a SEDOL: six digits or capital letters other than vowels, then a check digit',
  pattern: '^[0-9B-DF-HJ-NP-TV-Z]{6}[0-9]$',
  length: 7,
  bodyLength: 6,
  checkDigits: sedolCheckDigit,
})
