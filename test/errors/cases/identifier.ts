import { change } from '../changes.ts'
import { type ErrorCase } from '../error-case.ts'

export const identifierCases: readonly ErrorCase[] = [
  {
    code: 'identifier.check-digit',
    fault: 'two digits of a CUSIP in the wrong order',
    files: { 'instruments.csv': change('001ACM105', '001ACM015') },
    place: { file: 'instruments.csv', row: 2, column: 'cusip' },
    found: '"001ACM015"',
    needed: 'check digit 4 after "001ACM01"',
    remedy: 'Compare it with the source, character by character: the slip may be in any of them.',
  },
  {
    code: 'identifier.form',
    fault: 'a CUSIP that a spreadsheet took for a number',
    files: { 'instruments.csv': change('annual report,\n', 'annual report,37833100\n') },
    place: { file: 'instruments.csv', row: 4, column: 'cusip' },
    found: '"37833100"',
    needed: 'a CUSIP: eight digits or capital letters (in private placements also *, @ and #), then a check digit',
    remedy: 'Did you mean "037833100"?',
  },
]
