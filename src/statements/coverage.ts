/** Coverage (R8.2): every account with a balance stands in exactly one line of each statement that must exhaust its range. */
import { compareText, type Issue } from '../values/issue.ts'
import { type AccountCode, accountOf, type Account } from '../reference/chart-of-accounts.ts'
import { type Balances } from '../ledger/balances.ts'
import { type Concept } from './concept.ts'

export type Range = { readonly from: string; readonly through: string }

/** `statement` names the statement in the issue. A balance of zero needs no line. */
export function coverageIssues(statement: string, range: Range, concepts: readonly Concept[], balances: Balances): Issue[] {
  const lines = new Map<AccountCode, string[]>()
  for (const { name, accounts: taken } of concepts) for (const code of taken) lines.set(code, [...(lines.get(code) ?? []), name])
  const withBalance = new Set([...balances.values()].filter(({ base }) => base !== 0n).map(({ account }) => account))
  return [...withBalance]
    .filter((code) => code >= range.from && code <= range.through)
    .toSorted(compareText)
    .flatMap((code): Issue[] => {
      const takers = lines.get(code) ?? []
      if (takers.length === 1) return []
      const { name } = accountOf(code) as Account
      return [
        {
          code: takers.length === 0 ? 'statement.uncovered-account' : 'statement.account-in-two-lines',
          place: { file: 'report', column: statement },
          found: takers.length === 0 ? `a balance of account ${code} ${name}, which no line takes` : `account ${code} ${name} in ${takers.join(' and ')}`,
          needed: 'each account with a balance in exactly one line',
          remedy:
            takers.length === 0
              ? 'This version has no line for the account: move the balance to one that has, or leave the entry out.'
              : 'This is a fault of the presentation family: report it.',
        },
      ]
    })
}
