import { change, inFund } from '../changes.ts'
import { type ErrorCase } from '../error-case.ts'

export const fundCases: readonly ErrorCase[] = [
  {
    code: 'fund.several-classes',
    fault: 'two classes',
    files: inFund(
      'policies:',
      '  - id: institutional\n    name: Institutional Shares\n    par_value: 0.001\n    issue_price: 10.00\n    share_decimals: 3\n\npolicies:',
    ),
    place: { file: 'fund.yaml', row: 20, column: 'classes.1' },
    found: '2 classes: service, institutional',
    needed: 'one class',
    remedy: 'This version does not allocate among classes; keep one class in the book.',
  },
  {
    code: 'fund.books-before-inception',
    fault: 'books that begin before the fund',
    files: { 'fund.yaml': change('  fiscal_year_end', '  books_from: 2026-08-19\n  fiscal_year_end') },
    place: { file: 'fund.yaml', row: 11, column: 'series.books_from' },
    found: '2026-08-19',
    needed: '2026-08-20, the inception of the series, or later',
    remedy: 'Correct one of the two dates; leave books_from out where the books begin with the fund.',
  },
]
