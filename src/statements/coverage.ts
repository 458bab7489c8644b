/** Coverage (R8.2): every account with a balance stands in exactly one line of each statement that must exhaust its range. */
import { compareText, type Issue } from '../values/issue.ts'
import { type Currency } from '../values/currency.ts'
import { type AccountCode, accountOf, accounts, type Account } from '../reference/chart-of-accounts.ts'
import { type Balances } from '../ledger/balances.ts'
import { isTranslated } from '../nav/mark.ts'
import { type Concept } from './concept.ts'

export type Range = { readonly from: string; readonly through: string }

export type Taker = Pick<Concept, 'name' | 'accounts' | 'translates'>

/**
 * `statement` names the statement in the issue. A balance of zero needs no line. An item in a foreign currency stands in a line
 * with its translation, account 1192, whose parts are named by what they revalue.
 */
export function coverageIssues(statement: string, range: Range, concepts: readonly Taker[], balances: Balances, base: Currency): Issue[] {
  const lines = new Map<string, string[]>()
  const take = (key: string, name: string): unknown => lines.set(key, [...(lines.get(key) ?? []), name])
  for (const { name, accounts: taken, translates = taken } of concepts) {
    for (const code of taken) take(code, name)
    for (const code of translates) take(`${code} translated`, name)
  }
  const withBalance = new Map<string, AccountCode>()
  for (const balance of balances.values()) {
    if (balance.base === 0n) continue
    const item = balance.account === accounts.currencyUnrealized ? (accountOf(balance.part ?? '')?.code ?? balance.account) : balance.account
    withBalance.set(item !== balance.account || isTranslated(balance, base) ? `${item} translated` : item, item)
  }
  return [...withBalance]
    .filter(([, code]) => code >= range.from && code <= range.through)
    .toSorted(([left], [right]) => compareText(left, right))
    .flatMap(([key, code]): Issue[] => {
      const takers = lines.get(key) ?? []
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
