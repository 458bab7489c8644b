import type { Branded } from './branded.ts'
import { expandLetters } from './check-digit.ts'
import { checkedIdentifier } from './checked-identifier.ts'
import type { Field } from './field.ts'

/** Legal Entity Identifier, ISO 17442: eighteen characters and two check digits. Held by registrants and series, not by classes (R1.4). */
export type Lei = Branded<string, 'Lei'>

/** Letters become two digits (A is 10), and the whole is read as one integer. */
const remainder97 = (text: string): bigint => BigInt(expandLetters(text)) % 97n

/** The last two characters, by ISO 7064 mod 97-10: 02 to 98. */
export const leiCheckDigits = (firstEighteen: string): string => String(98n - remainder97(`${firstEighteen}00`)).padStart(2, '0')

export const lei: Field<Lei> = checkedIdentifier({
  describes: 'an LEI, twenty characters',
  example: 'HWUPKR0MPOU8FGXBT394',
  form: 'an LEI: eighteen digits or capital letters, then two check digits',
  pattern: '^[0-9A-Z]{18}[0-9]{2}$',
  length: 20,
  bodyLength: 18,
  checkDigits: leiCheckDigits,
  // R1.4 asks for a remainder of 1 and no more: 00, 01 and 99 pass where 97, 98 and 02 would.
  isChecked: (text) => remainder97(text) === 1n,
})
