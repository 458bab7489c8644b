/** Trustees and officers (Form N-1A Item 17; R1.11), as report/trustees.csv and report/officers.csv list them. Printed, never computed with. */
import { choice, text, wholeNumber } from '../values/field.ts'
import { optional, required, type RowOf, type SourceRow } from '../values/table.ts'

export const trusteeColumns = {
  name: required(text, 'Name as printed.'),
  group: required(choice(['interested', 'independent']), 'Whether the trustee is an interested person of the trust (1940 Act, section 2(a)(19)).'),
  age: optional(wholeNumber(18, 120), 'Age at the date of the report.'),
  address: optional(text, 'Address, on one line.'),
  position: required(text, 'Positions held with the fund.'),
  served: required(text, 'Length of time served, as printed: 5/93-Present.'),
  occupation: required(text, 'Principal occupations during the past five years.'),
  portfolios: optional(wholeNumber(0, 9999), 'Funds of the complex that the trustee oversees.'),
  directorships: optional(text, 'Other directorships held.'),
  note: optional(text, 'A footnote on the trustee.'),
} as const

export const officerColumns = {
  name: required(text, 'Name as printed.'),
  age: optional(wholeNumber(18, 120), 'Age at the date of the report.'),
  address: optional(text, 'Address, on one line.'),
  position: required(text, 'Positions held with the fund.'),
  served: required(text, 'Term of office and length of time served, as printed.'),
  occupation: required(text, 'Principal occupations during the past five years.'),
} as const

export type Trustee = RowOf<typeof trusteeColumns> & { readonly source: SourceRow }
export type Officer = RowOf<typeof officerColumns> & { readonly source: SourceRow }
