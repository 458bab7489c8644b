import { type TrialBalance, trialBalance } from '../ledger/trial-balance.ts'
import { type BooksAsOf } from './books-as-of.ts'

export type { TrialBalance, TrialBalanceLine } from '../ledger/trial-balance.ts'

/** Every account with a balance on the day and basis asked for (R6.9). */
export const showTrialBalance = ({ day }: BooksAsOf): TrialBalance => trialBalance(day.state.balances)
