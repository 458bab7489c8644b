// For every code of an issue, a book with that fault and the message that it gives, in full; a file for each topic.
import { basketCases } from './cases/basket.ts'
import { bookCases } from './cases/book.ts'
import { capitalCases } from './cases/capital.ts'
import { csvCases } from './cases/csv.ts'
import { dateCases } from './cases/date.ts'
import { exceptionCases } from './cases/exception.ts'
import { fieldCases } from './cases/field.ts'
import { fileCases } from './cases/file.ts'
import { fundCases } from './cases/fund.ts'
import { identifierCases } from './cases/identifier.ts'
import { incomeCases } from './cases/income.ts'
import { invoiceCases } from './cases/invoice.ts'
import { lotsCases } from './cases/lots.ts'
import { manualEntryCases } from './cases/manual-entry.ts'
import { policyCases } from './cases/policy.ts'
import { reconciliationCases } from './cases/reconciliation.ts'
import { checkCases } from './cases/price-checks.ts'
import { recordCases } from './cases/record.ts'
import { referenceCases } from './cases/reference.ts'
import { settlementCases } from './cases/settlement.ts'
import { splitCases } from './cases/split.ts'
import { takeOnCases } from './cases/take-on.ts'
import { tradeCases } from './cases/trade.ts'
import { valuationCases } from './cases/valuation.ts'
import { yamlCases } from './cases/yaml.ts'
import { type ErrorCase } from './error-case.ts'

export const errorCases: readonly ErrorCase[] = [
  ...bookCases,
  ...capitalCases,
  ...basketCases,
  ...csvCases,
  ...dateCases,
  ...fieldCases,
  ...fileCases,
  ...fundCases,
  ...identifierCases,
  ...incomeCases,
  ...invoiceCases,
  ...lotsCases,
  ...manualEntryCases,
  ...policyCases,
  ...checkCases,
  ...recordCases,
  ...referenceCases,
  ...settlementCases,
  ...splitCases,
  ...takeOnCases,
  ...tradeCases,
  ...valuationCases,
  ...exceptionCases,
  ...reconciliationCases,
  ...yamlCases,
]
