/** What EDGAR and the SEC number: filers, series, classes and registrations. None has a check digit; all stay text. */
import type { Branded } from './branded.ts'
import { bad, type Field, good } from './field.ts'

/** Central Index Key of a filer, kept as ten digits: 0000906185 (R1.1). */
export type Cik = Branded<string, 'Cik'>
/** S and nine digits (R1.4). */
export type EdgarSeriesId = Branded<string, 'EdgarSeriesId'>
/** C and nine digits (R1.4). */
export type EdgarClassId = Branded<string, 'EdgarClassId'>
/** 811-7736: registration under the Investment Company Act of 1940, as printed. */
export type FileNumber1940 = Branded<string, 'FileNumber1940'>
/** 33-63212 or 333-######: registration under the Securities Act of 1933, as printed. */
export type FileNumber1933 = Branded<string, 'FileNumber1933'>

/** One to ten digits; the leading zeros that a page left out are put back, so that one filer has one text. */
export const cik: Field<Cik> = {
  describes: 'a CIK, up to ten digits',
  example: '0000906185',
  read: (text) =>
    /^\d{1,10}$/.test(text) && /[1-9]/.test(text)
      ? good(text.padStart(10, '0') as Cik)
      : bad('identifier.form', 'a CIK: up to ten digits, not all zero', 'Take out letters and signs; leading zeros may stay or go.'),
  schema: { pattern: '^\\d{1,10}$' },
}

export const edgarSeriesId: Field<EdgarSeriesId> = writtenAs(
  'an EDGAR series id, S and nine digits',
  'S000002586',
  '^S\\d{9}$',
  'Copy it from the series and class page of the registrant on EDGAR.',
)

export const edgarClassId: Field<EdgarClassId> = writtenAs(
  'an EDGAR class id, C and nine digits',
  'C000007092',
  '^C\\d{9}$',
  'Copy it from the series and class page of the registrant on EDGAR.',
)

/** 814 numbers the business development companies; the leading zeros of EDGAR's own pages (811-07736) may stay. */
export const fileNumber1940: Field<FileNumber1940> = writtenAs(
  'a file number under the 1940 Act, 811- and up to five digits',
  '811-7736',
  '^81[14]-\\d{1,5}$',
  'Copy it from the cover of the registration statement.',
)

/** 2- came before 33-, and 33- before 333-; EDGAR writes the first two as 002- and 033-. */
export const fileNumber1933: Field<FileNumber1933> = writtenAs(
  'a file number under the 1933 Act, 33- and up to five digits or 333- and up to six',
  '33-63212',
  '^((0{0,2}2|0?33)-\\d{1,5}|333-\\d{1,6})$',
  'Copy it from the cover of the registration statement.',
)

function writtenAs<Id extends string>(describes: string, example: string, pattern: string, remedy: string): Field<Id> {
  const form = new RegExp(pattern)
  return { describes, example, read: (text) => (form.test(text) ? good(text as Id) : bad('identifier.form', describes, remedy)), schema: { pattern } }
}
