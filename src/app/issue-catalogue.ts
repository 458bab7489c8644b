/**
 * Every issue code with its meaning and its remedy, as `tieout help CODE` prints them: a file for each topic, in the order
 * of a book: its files, their form, what stands in them, what they refer to, and what shows when the books are kept.
 */
import type { IssueTopic } from '../values/issue.ts'
import { basketIssues } from './issue-catalogue/basket.ts'
import { bookIssues } from './issue-catalogue/book.ts'
import { capitalIssues } from './issue-catalogue/capital.ts'
import type { CatalogueEntry, CatalogueTopic } from './issue-catalogue/catalogue-topic.ts'
import { commandIssues } from './issue-catalogue/command.ts'
import { compareIssues } from './issue-catalogue/compare.ts'
import { csvIssues } from './issue-catalogue/csv.ts'
import { dateIssues } from './issue-catalogue/date.ts'
import { exceptionIssues } from './issue-catalogue/exception.ts'
import { fieldIssues } from './issue-catalogue/field.ts'
import { fileIssues } from './issue-catalogue/file.ts'
import { fundIssues } from './issue-catalogue/fund.ts'
import { identifierIssues } from './issue-catalogue/identifier.ts'
import { incomeIssues } from './issue-catalogue/income.ts'
import { invoiceIssues } from './issue-catalogue/invoice.ts'
import { importIssues } from './issue-catalogue/import.ts'
import { lotsIssues } from './issue-catalogue/lots.ts'
import { manualEntryIssues } from './issue-catalogue/manual-entry.ts'
import { policyIssues } from './issue-catalogue/policy.ts'
import { presentationIssues } from './issue-catalogue/presentation.ts'
import { reconciliationIssues } from './issue-catalogue/reconciliation.ts'
import { recordIssues } from './issue-catalogue/record.ts'
import { referenceIssues } from './issue-catalogue/reference.ts'
import { settlementIssues } from './issue-catalogue/settlement.ts'
import { splitIssues } from './issue-catalogue/split.ts'
import { statementIssues } from './issue-catalogue/statement.ts'
import { takeOnIssues } from './issue-catalogue/take-on.ts'
import { tradeIssues } from './issue-catalogue/trade.ts'
import { valuationIssues } from './issue-catalogue/valuation.ts'
import { yamlIssues } from './issue-catalogue/yaml.ts'

/** The part of a code before its point, with what it is about and its codes. */
export const issueTopics: { readonly [Word in IssueTopic]: CatalogueTopic<Word> } = {
  book: bookIssues,
  file: fileIssues,
  csv: csvIssues,
  yaml: yamlIssues,
  field: fieldIssues,
  identifier: identifierIssues,
  record: recordIssues,
  reference: referenceIssues,
  fund: fundIssues,
  policy: policyIssues,
  date: dateIssues,
  trade: tradeIssues,
  split: splitIssues,
  lots: lotsIssues,
  'take-on': takeOnIssues,
  capital: capitalIssues,
  basket: basketIssues,
  settlement: settlementIssues,
  income: incomeIssues,
  invoice: invoiceIssues,
  'manual-entry': manualEntryIssues,
  valuation: valuationIssues,
  exception: exceptionIssues,
  reconciliation: reconciliationIssues,
  statement: statementIssues,
  presentation: presentationIssues,
  import: importIssues,
  compare: compareIssues,
  command: commandIssues,
}

export const issueCatalogue: Readonly<Record<string, CatalogueEntry>> = Object.fromEntries(
  Object.values(issueTopics).flatMap(({ codes }) => Object.entries<CatalogueEntry>(codes)),
)
