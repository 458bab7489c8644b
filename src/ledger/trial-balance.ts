/** The trial balance (R6.9, R12.1): every account with a balance, debits and credits, which are equal or nothing is struck. */
import { compareText } from '../values/issue.ts'
import { type Account, accountOf } from '../reference/chart-of-accounts.ts'
import { type Balances } from './balances.ts'

export type TrialBalanceLine = {
  readonly account: Account
  /** In minor units of the base currency; one of the two is zero. */
  readonly debit: bigint
  readonly credit: bigint
}

export type TrialBalance = { readonly lines: readonly TrialBalanceLine[]; readonly debits: bigint; readonly credits: bigint }

export function trialBalance(balances: Balances): TrialBalance {
  const byAccount = Map.groupBy(balances.values(), ({ account }) => account)
  const lines = [...byAccount]
    .toSorted(([left], [right]) => compareText(left, right))
    .flatMap(([code, rows]) => {
      const base = rows.reduce((total, row) => total + row.base, 0n)
      const account = accountOf(code)
      return base === 0n || account === undefined ? [] : [{ account, debit: base > 0n ? base : 0n, credit: base < 0n ? -base : 0n }]
    })
  return { lines, debits: lines.reduce((total, { debit }) => total + debit, 0n), credits: lines.reduce((total, { credit }) => total + credit, 0n) }
}
