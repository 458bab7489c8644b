/** What an invoice refers to: a budget or fee of fund.yaml that the fund itself bears, for days that a fee is known of. */
import { formatCalendarDate } from '../values/calendar-date.ts'
import { type Issue, type IssueCode, mostLike } from '../values/issue.ts'
import { type Fund } from '../reference/fund.ts'
import { type AccountCode } from '../reference/chart-of-accounts.ts'
import { borneByAdviser, budgetEntryFor, feePolicyKinds, policyOn } from '../reference/policy.ts'
import { type Invoice } from './invoice.ts'

/** Whether the budget or fee that it names, if it names one, is among the policies. */
export const isOfBook = ({ payload: { against, periodThrough } }: Invoice, { policies }: Fund): boolean => {
  const fee = feePolicyKinds.find((kind) => kind === against)
  return against === undefined || (fee === undefined ? budgetEntryFor(policies, against, periodThrough) !== undefined : policies.has(fee))
}

/** Nothing is said of a name that may be of a policy that could not be read. */
export function invoiceReferenceIssues(event: Invoice, fund: Fund, isUnreadPolicy: (kind: string) => boolean): readonly Issue[] {
  const { effectiveDate, payload, source } = event
  const { policies } = fund
  const issue = (column: string, code: IssueCode, found: string, needed: string, remedy: string): readonly Issue[] => [
    { code, place: { file: source.file, row: source.row, column }, found, needed, remedy },
  ]
  const { against, account, periodThrough } = payload
  const fee = feePolicyKinds.find((kind) => kind === against)
  const budget = against === undefined || fee !== undefined ? undefined : budgetEntryFor(policies, against, periodThrough)
  if (against !== undefined && !isOfBook(event, fund)) {
    if (isUnreadPolicy(fee ?? 'expense_budget')) return []
    const budgets = (policies.get('expense_budget') ?? []).map(({ settings }) => ('id' in settings ? settings.id : ''))
    const known = [...new Set([...feePolicyKinds.filter((kind) => policies.has(kind)), ...budgets])]
    const meant = mostLike(against, known)
    return issue(
      'against',
      'invoice.unknown-budget',
      `"${against}"`,
      known.length === 0 ? 'a budget or fee of fund.yaml, which has none' : `a budget or fee of fund.yaml: ${known.join(', ')}`,
      meant === undefined ? 'Add the budget to fund.yaml, or give the expense account in place of it.' : `Did you mean "${meant}"?`,
    )
  }
  if (fee !== undefined && periodThrough > effectiveDate) {
    return issue(
      'period_through',
      'invoice.fee-ahead',
      `${fee} through ${formatCalendarDate(periodThrough)}, billed on ${formatCalendarDate(effectiveDate)}`,
      'days that are over: a fee on net assets is known when they are',
      'Bill the days that are over, or book the invoice when all of them are.',
    )
  }
  const expense: AccountCode | undefined = account ?? budget?.settings.account
  const unitary = policyOn(policies, 'advisory_fee', effectiveDate)
  if (expense === undefined || unitary === undefined || !borneByAdviser(unitary, expense)) return []
  return issue(
    account === undefined ? 'against' : 'account',
    'invoice.borne-by-adviser',
    `an expense of account ${expense} under a unitary fee (${unitary.source.file}:${unitary.source.row})`,
    'an expense that the fund itself pays',
    `Remove the invoice: the adviser pays it. If the fund does, add ${expense} to fund_pays of the advisory fee.`,
  )
}
