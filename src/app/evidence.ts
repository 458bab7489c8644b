/** What stands in a book beside its records: decisions about exceptions, and what others say of the fund. It changes no number. */
import { type Issue } from '../values/issue.ts'
import { type Disposition, readDispositions } from '../nav/exceptions/disposition.ts'
import { type GivenContext, type GivenRecords, nothingGiven, readGiven } from '../reconciliation/given-records.ts'
import { type BookSource } from './book-source.ts'

export type Evidence = {
  readonly dispositions: readonly Disposition[]
  readonly given: GivenRecords
}

export const noEvidence: Evidence = { dispositions: [], given: nothingGiven }

export function readEvidence(source: BookSource, context: GivenContext): { readonly evidence: Evidence; readonly issues: readonly Issue[] } {
  const { dispositions, issues } = readDispositions(source.dispositions ?? [], context)
  const { given, issues: ofGiven } = readGiven(source.recon ?? [], context)
  return { evidence: { dispositions, given }, issues: [...issues, ...ofGiven] }
}
