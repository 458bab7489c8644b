import { describe, expect, test } from 'vitest'
import { type CalendarDate, parseCalendarDate } from '../values/calendar-date.ts'
import { type Currency, USD } from '../values/currency.ts'
import { type Amount } from '../values/money.ts'
import { type AccountCode, accounts } from '../reference/chart-of-accounts.ts'
import { type ClassId } from '../reference/fund.ts'
import { baseBalance, noBalances, postEntries } from './balances.ts'
import { inBase, type JournalEntry, journalEntry, type Posting } from './journal-entry.ts'
import { trialBalance } from './trial-balance.ts'

const date = parseCalendarDate('2002-12-31') as CalendarDate
const service = 'service' as ClassId
const entryOf = (...postings: readonly Posting[]): JournalEntry =>
  journalEntry({ id: 'e', effectiveDate: date, navDate: date, cause: { by: 'rule', rule: 'mark', date }, memo: 'test', postings })
const post = (debit: AccountCode, credit: AccountCode, cents: bigint): JournalEntry =>
  entryOf(inBase('debit', debit, USD, cents), inBase('credit', credit, USD, cents))

// RULES 14.1, the postings of the seed.
const seed: readonly JournalEntry[] = [
  entryOf(
    inBase('debit', accounts.receivableSharesSold, USD, 50_000_000n, service),
    inBase('credit', accounts.par, USD, 5000n, service),
    inBase('credit', accounts.paidIn, USD, 49_995_000n, service),
  ),
  entryOf(inBase('debit', accounts.cash, USD, 50_000_000n), inBase('credit', accounts.receivableSharesSold, USD, 50_000_000n, service)),
  post(accounts.investments, accounts.payableInvestmentsPurchased, 48_825_300n),
  post(accounts.unrealizedSecurities, accounts.investmentsUnrealized, 398_527n),
]

describe('R6.9, R12.1: the trial balance of RULES 14.1', () => {
  const { lines, debits, credits } = trialBalance(postEntries(noBalances, seed))

  test('every account with a balance, by code; one that came back to nothing is not there', () => {
    expect(lines.map(({ account, debit, credit }) => [account.code, debit, credit])).toEqual([
      ['1000', 50_000_000n, 0n],
      ['1100', 48_825_300n, 0n],
      ['1190', 0n, 398_527n],
      ['2100', 0n, 48_825_300n],
      ['3000', 0n, 5000n],
      ['3010', 0n, 49_995_000n],
      ['7000', 398_527n, 0n],
    ])
  })

  test('992,238.27 = 992,238.27', () => {
    expect([debits, credits]).toEqual([99_223_827n, 99_223_827n])
  })

  test('R2.2: net assets 500,000.00 + 488,253.00 − 3,985.27 − 488,253.00 = 496,014.73', () => {
    expect(baseBalance(postEntries(noBalances, seed), (code) => code < '3000')).toBe(49_601_473n)
  })
})

describe('balances', () => {
  test('are kept by currency and class, in local and in base', () => {
    const euros = (side: Posting['side'], account: AccountCode): Posting => ({
      side,
      account,
      currency: 'EUR' as Currency,
      amount: 100n as Amount,
      base: 105n as Amount,
    })
    const balances = postEntries(noBalances, [
      entryOf(euros('debit', accounts.foreignCurrency), euros('credit', accounts.otherIncome)),
      post(accounts.cash, accounts.otherIncome, 7n),
    ])
    expect([...balances.values()].map(({ account, currency, local, base }) => [account, currency, local, base])).toEqual([
      ['1010', 'EUR', 100n, 105n],
      ['4300', 'EUR', -100n, -105n],
      ['1000', 'USD', 7n, 7n],
      ['4300', 'USD', -7n, -7n],
    ])
    expect(trialBalance(balances).lines.find(({ account }) => account.code === '4300')).toMatchObject({ debit: 0n, credit: 112n })
  })

  test('posting leaves the balances before it as they were', () => {
    const before = postEntries(noBalances, seed)
    const shown = JSON.stringify([...before], (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
    postEntries(before, seed)
    expect(JSON.stringify([...before], (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))).toBe(shown)
  })
})
