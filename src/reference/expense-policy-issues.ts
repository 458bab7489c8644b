/** Policies of fees and expenses that cannot stand together (R7.5, R7.12). */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Issue } from '../values/issue.ts'
import { accounts, type AccountCode } from './chart-of-accounts.ts'
import { borneByAdviser, feePolicyKinds, type Policy, type PolicyBook } from './policy.ts'

export function expensePolicyIssues(policies: PolicyBook): readonly Issue[] {
  const budgets = (policies.get('expense_budget') ?? []) as readonly Policy<'expense_budget'>[]
  return [...budgets.flatMap((budget) => budgetIssues(budget, budgets)), ...unitaryIssues(policies, budgets)]
}

/** Invoices name a budget or a fee, and what was accrued for a budget is owed on one account. */
function budgetIssues({ source, settings }: Policy<'expense_budget'>, budgets: readonly Policy<'expense_budget'>[]): readonly Issue[] {
  const place = { file: source.file, row: source.row, column: 'policies.expense_budget' }
  if (feePolicyKinds.some((kind) => kind === (settings.id as string))) {
    return [
      {
        code: 'policy.budget',
        place,
        found: `a budget with the name "${settings.id}"`,
        needed: 'a name that is not that of a fee',
        remedy: 'Give the budget another name: invoices name fees by these words.',
      },
    ]
  }
  const first = budgets.find((other) => other.settings.id === settings.id)
  if (first === undefined || first.settings.account === settings.account) return []
  return [
    {
      code: 'policy.budget',
      place,
      found: `budget ${settings.id} on account ${settings.account}, while the entry on line ${first.source.row} has ${first.settings.account}`,
      needed: 'one account for all entries of a budget',
      remedy: 'End the earlier budget, and give the other one another name.',
    },
  ]
}

function unitaryIssues(policies: PolicyBook, budgets: readonly Policy<'expense_budget'>[]): readonly Issue[] {
  const advisory = (policies.get('advisory_fee') ?? []) as readonly Policy<'advisory_fee'>[]
  const charged: readonly (readonly [Policy, string, AccountCode, CalendarDate | undefined])[] = [
    ...budgets.map(
      (budget) =>
        [
          budget,
          `budget ${budget.settings.id}`,
          budget.settings.account,
          endOf(
            budget,
            budgets.filter(({ settings }) => settings.id === budget.settings.id),
          ),
        ] as const,
    ),
    ...(['distribution_fee', 'administrative_fee'] as const).flatMap((kind) => {
      const entries = (policies.get(kind) ?? []) as readonly Policy<'distribution_fee'>[]
      const account = kind === 'distribution_fee' ? accounts.distributionFee : accounts.administrativeServicesFee
      return entries.filter(({ settings }) => settings.up_to !== 'yes').map((fee) => [fee, kind, account, endOf(fee, entries)] as const)
    }),
  ]
  return charged.flatMap(([policy, name, account, through]) => {
    const unitary = advisory.find((entry) => borneByAdviser(entry, account) && overlaps(policy.from, through, entry.from, endOf(entry, advisory)))
    if (unitary === undefined) return []
    return [
      {
        code: 'policy.unitary-fee' as const,
        place: { file: policy.source.file, row: policy.source.row, column: `policies.${policy.kind}` },
        found: `${name} on account ${account} from ${formatCalendarDate(policy.from)}, under the unitary fee on line ${unitary.source.row}`,
        needed: 'only expenses that the fund itself pays: those of fund_pays',
        remedy: `Remove the entry: the adviser pays it. If the fund does, add ${account} to fund_pays of the advisory fee.`,
      },
    ]
  })
}

/** The last day in force: its own, or the day before the entry that follows it. */
function endOf(entry: Policy, entries: readonly Policy[]): CalendarDate | undefined {
  const next = entries[entries.indexOf(entry) + 1]
  return entry.through ?? (next === undefined ? undefined : ((next.from - 1) as CalendarDate))
}

const overlaps = (from: CalendarDate, through: CalendarDate | undefined, otherFrom: CalendarDate, otherThrough: CalendarDate | undefined): boolean =>
  (otherThrough === undefined || from <= otherThrough) && (through === undefined || otherFrom <= through)
