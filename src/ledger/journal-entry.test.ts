import { describe, expect, test } from 'vitest'
import { type CalendarDate, parseCalendarDate } from '../values/calendar-date.ts'
import { type Currency, USD } from '../values/currency.ts'
import { type Amount } from '../values/money.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { inBase, type JournalEntry, journalEntry, type Posting, signedAmount, signedBase, signedInBase } from './journal-entry.ts'

const EUR = 'EUR' as Currency
const date = parseCalendarDate('2002-12-31') as CalendarDate
const entryOf = (...postings: readonly Posting[]): JournalEntry =>
  journalEntry({ id: 'e', effectiveDate: date, navDate: date, cause: { by: 'rule', rule: 'mark', date }, memo: 'test', postings })
const euros = (side: Posting['side'], account: Posting['account'], amount: bigint, base: bigint): Posting => ({
  side,
  account,
  currency: EUR,
  amount: amount as Amount,
  base: base as Amount,
})

describe('R0.6, R2.2: debits equal credits, or there is no entry', () => {
  test('R3.1: Dr 1310 500,000.00 / Cr 3000 50.00, Cr 3010 499,950.00', () => {
    const { postings } = entryOf(
      inBase('debit', accounts.receivableSharesSold, USD, 50_000_000n),
      inBase('credit', accounts.par, USD, 5000n),
      inBase('credit', accounts.paidIn, USD, 49_995_000n),
    )
    expect(postings.map(signedBase)).toEqual([50_000_000n, -5000n, -49_995_000n])
  })

  test('a cent too much', () => {
    expect(() => entryOf(inBase('debit', accounts.cash, USD, 101n), inBase('credit', accounts.paidIn, USD, 100n))).toThrow('does not balance')
  })

  test('R6.9: euros bought for dollars: each currency balances, through 1011 and 1012', () => {
    const { postings } = entryOf(
      euros('debit', accounts.foreignCurrency, 1_000_000n, 1_050_000n),
      euros('credit', accounts.currencyPositionLocal, 1_000_000n, 1_050_000n),
      inBase('debit', accounts.currencyPositionBase, USD, 1_050_000n),
      inBase('credit', accounts.cash, USD, 1_050_000n),
    )
    expect(postings.map(signedAmount)).toEqual([1_000_000n, -1_000_000n, 1_050_000n, -1_050_000n])
  })

  test('the same without 1011 and 1012 balances in base, and in no currency', () => {
    expect(() => entryOf(euros('debit', accounts.foreignCurrency, 1_000_000n, 1_050_000n), inBase('credit', accounts.cash, USD, 1_050_000n))).toThrow(
      'does not balance',
    )
  })

  test('euros that balance at two rates do not balance in base', () => {
    expect(() => entryOf(euros('debit', accounts.foreignCurrency, 100n, 105n), euros('credit', accounts.otherIncome, 100n, 104n))).toThrow('does not balance')
  })

  test('euros and yen may not make up for each other', () => {
    const yen: Posting = { side: 'credit', account: accounts.otherIncome, currency: 'JPY' as Currency, amount: 100n as Amount, base: 105n as Amount }
    expect(() => entryOf(euros('debit', accounts.foreignCurrency, 100n, 105n), yen)).toThrow('does not balance')
  })
})

describe('R0.6: amounts are positive, and the side says the rest', () => {
  test('a negative amount is on the other side', () => {
    expect(signedInBase('credit', accounts.realizedSecurities, USD, -7677n)).toEqual(inBase('debit', accounts.realizedSecurities, USD, 7677n))
    expect(signedInBase('debit', accounts.realizedSecurities, USD, -7677n)).toEqual(inBase('credit', accounts.realizedSecurities, USD, 7677n))
    expect(() => inBase('debit', accounts.cash, USD, -1n)).toThrow('change its side')
  })

  test('a posting of nothing is left out', () => {
    const { postings } = entryOf(
      inBase('debit', accounts.cash, USD, 100n),
      inBase('credit', accounts.par, USD, 0n),
      inBase('credit', accounts.paidIn, USD, 100n),
    )
    expect(postings.map(({ account }) => account)).toEqual([accounts.cash, accounts.paidIn])
  })
})
