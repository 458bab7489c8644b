import type { Branded } from './branded.ts'
import { expandLetters, luhn } from './check-digit.ts'
import { checkedIdentifier } from './checked-identifier.ts'
import { parseCountry } from './country.ts'
import type { Field } from './field.ts'

/** Prefix (2), national number (9) and check digit, by ISO 6166. */
export type Isin = Branded<string, 'Isin'>

/**
 * Prefixes that are not countries of ISO 3166-1, and who numbers under them. Numbers are not changed when a country is,
 * so those of countries that are no more stay: Schlumberger is AN8068571086 though the Netherlands Antilles ended in 2010.
 */
const otherPrefixes: ReadonlyMap<string, string> = new Map([
  ['EU', 'the European Union and its institutions'],
  ['EZ', 'over-the-counter derivatives, Derivatives Service Bureau'],
  ['QS', 'internal numbers of Euroclear France'],
  ['QT', 'internal numbers in Switzerland'],
  ['XA', 'CUSIP Global Services as substitute agency'],
  ['XB', 'National Settlement Depository as substitute agency'],
  ['XC', 'WM Datenservice as substitute agency'],
  ['XD', 'SIX Financial Information as substitute agency'],
  ['XF', 'internal numbers, not unique'],
  ['XK', 'Kosovo'],
  ['XS', 'international securities of Euroclear and Clearstream'],
  ['XT', 'digital tokens'],
  ['AN', 'Netherlands Antilles, until 2010'],
  ['CS', 'Czechoslovakia, until 1993; Serbia and Montenegro, until 2006'],
  ['DD', 'German Democratic Republic, until 1990'],
  ['SU', 'Soviet Union, until 1992'],
  ['YU', 'Yugoslavia, until 2003'],
  ['ZR', 'Zaire, until 1997'],
])

/** The twelfth character: Luhn's, after every letter is written as its two digits. */
export const isinCheckDigit = (firstEleven: string): string => String(luhn(expandLetters(firstEleven)))

export const isin: Field<Isin> = checkedIdentifier({
  describes: 'an ISIN, twelve characters',
  example: 'US0378331005',
  form: 'an ISIN: two capital letters, nine digits or capital letters, then a check digit',
  pattern: '^[A-Z]{2}[0-9A-Z]{9}[0-9]$',
  length: 12,
  bodyLength: 11,
  checkDigits: isinCheckDigit,
  lacks: (text) => {
    const prefix = text.slice(0, 2)
    return parseCountry(prefix) !== undefined || otherPrefixes.has(prefix)
      ? undefined
      : `an ISIN that begins with a country of ISO 3166-1, or with ${[...otherPrefixes.keys()].join(', ')}`
  },
})
