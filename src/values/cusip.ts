import type { Branded } from './branded.ts'
import { doubleAddDouble } from './check-digit.ts'
import { checkedIdentifier } from './checked-identifier.ts'
import type { Field } from './field.ts'

/** Issuer (6), issue (2) and check digit, by ANSI X9.6; CINS numbers, which begin with a letter, are among them. */
export type Cusip = Branded<string, 'Cusip'>

/** The ninth character. Private placement numbers may have *, @ and # among the first eight. */
export const cusipCheckDigit = (firstEight: string): string => String(doubleAddDouble(firstEight))

export const cusip: Field<Cusip> = checkedIdentifier({
  describes: 'a CUSIP, nine characters',
  example: '037833100',
  form: 'a CUSIP: eight digits or capital letters (in private placements also *, @ and #), then a check digit',
  pattern: '^[0-9A-Z*@#]{8}[0-9]$',
  length: 9,
  bodyLength: 8,
  checkDigits: cusipCheckDigit,
})
