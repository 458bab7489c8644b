/** Settings of fees and expenses, as they stand under `policies:` in fund.yaml (R7.1–R7.5, R7.12). */
import { type Branded } from '../values/branded.ts'
import { bad, choice, type Field, good, identifier, positiveAmount, rate, text } from '../values/field.ts'
import { type Amount } from '../values/money.ts'
import { type Rate } from '../values/scaled.ts'
import { optional, required } from '../values/table.ts'
import { type AccountCode, accountCode, accountOf } from './chart-of-accounts.ts'

/** The name of an expense budget: its successive entries share it, and invoices name it. */
export type BudgetId = Branded<string, 'BudgetId'>

/** A rate that holds for net assets above an amount, in minor units of the base currency. */
export type Breakpoint = { readonly above: Amount; readonly rate: Rate }

/** `0.0070 above 100000000, 0.0065 above 500000000`: amounts rise. */
const breakpoints: Field<readonly Breakpoint[]> = {
  describes: 'annual rates, each with the net assets above which it holds, from the lowest amount to the highest',
  example: '0.0070 above 100000000, 0.0065 above 500000000',
  read: (value, context) => {
    const tiers: Breakpoint[] = []
    for (const part of value.split(/\s*,\s*/)) {
      const [, rateText, amountText] = /^(\S+) above (\S+)$/.exec(part) ?? []
      if (rateText === undefined || amountText === undefined) return bad('field.breakpoints', 'a rate, the word "above" and an amount', WRITE_BREAKPOINTS)
      const [tier, above] = [rate.read(rateText, context), positiveAmount.read(amountText, context)]
      if (!tier.ok) return tier
      if (!above.ok) return above
      if (above.value <= (tiers.at(-1)?.above ?? 0n)) return bad('field.breakpoints', 'amounts that rise from one rate to the next', WRITE_BREAKPOINTS)
      tiers.push({ above: above.value, rate: tier.value })
    }
    return good(tiers)
  },
  schema: {},
}

const WRITE_BREAKPOINTS = 'Write the rates after the first one as in "0.0070 above 100000000, 0.0065 above 500000000".'

/** A part of a whole: 3/4. */
export type Part = { readonly of: bigint; readonly whole: bigint }

const part: Field<Part> = {
  describes: 'a part of a whole, two whole numbers with a stroke between them',
  example: '3/4',
  read: (value) => {
    const [, of, whole] = /^(\d{1,15})\/(\d{1,15})$/.exec(value) ?? []
    return of === undefined || whole === undefined || BigInt(of) === 0n || BigInt(of) > BigInt(whole)
      ? bad('field.part', 'a part of a whole above zero and no more than all of it, as 3/4', 'Write the part, a stroke and the whole, in plain digits.')
      : good({ of: BigInt(of), whole: BigInt(whole) })
  },
  schema: { pattern: '^\\d+/\\d+$' },
}

/** An account of the 5000s that a bill can be for: not one that reduces expenses. */
export const expenseAccount: Field<AccountCode> = {
  describes: 'the code of an expense account, four digits',
  example: '5250',
  read: (value, context) => {
    const read = accountCode.read(value, context)
    if (!read.ok) return read
    const account = accountOf(read.value)
    return account?.kind === 'expense' && account.normalSide === 'debit'
      ? read
      : bad('reference.not-an-expense', 'the code of an expense account, such as 5250 for audit fees', 'Take an account of the 5000s that holds an expense.')
  },
  schema: { pattern: '^5\\d{3}$' },
}

const expenseAccounts: Field<readonly AccountCode[]> = {
  describes: 'codes of expense accounts with blanks between them',
  example: '5310 5320',
  read: (value, context) => {
    const codes: AccountCode[] = []
    for (const word of value.split(/\s+/)) {
      const read = expenseAccount.read(word, context)
      if (!read.ok) return read
      codes.push(read.value)
    }
    return good(codes)
  },
  schema: {},
}

/** A fee on net assets, beside its dates. */
export const feeTerms = {
  rate: required(rate, 'Annual rate on average net assets, as a fraction: 0.0075 is 0.75%. With breakpoints, the rate of the first tier.'),
  breakpoints: optional(breakpoints, 'Rates of the tiers above the first (R7.3). Each holds for the net assets of its tier alone.'),
  minimum: optional(positiveAmount, 'Least fee a year, in the base currency (R7.4).'),
  minimum_test: optional(
    choice(['daily', 'annual']),
    'daily, also where empty: each day has its part of the minimum at least; annual: the year as a whole has, day by day what is due since it began.',
  ),
  to: optional(text, 'Who receives it.'),
  up_to: optional(choice(['yes', 'no']), 'yes: the rate is a maximum, not a charge agreed.'),
} as const

export const advisoryFeeTerms = {
  ...feeTerms,
  unitary: optional(choice(['yes', 'no']), 'yes: the adviser pays all expenses of the fund out of this fee, but for the accounts of fund_pays (R7.5).'),
  fund_pays: optional(expenseAccounts, 'Under a unitary fee: accounts whose expenses the fund pays all the same.'),
} as const

/** How all fees and budgets become daily amounts. What is empty, or without an entry, has the choice named first. */
export const accrualSettings = {
  rounding: optional(
    choice(['carry', 'daily']),
    'carry: what is due since the fiscal year or the policy began, rounded, less what is posted (R0.9); daily: each day rounded, with what rounding left posted on the last day of the month (R7.2).',
  ),
  day_count: optional(choice(['ACT/ACT', 'ACT/365']), 'ACT/ACT: a day is 1/365 of a year, or 1/366 in a leap year; ACT/365: always 1/365 (R7.1).'),
  weekend: optional(
    choice(['monday', 'friday']),
    'When days without a net asset value are charged: monday, with the business day after them; friday, with the one before them, but never across the end of a month or fiscal year.',
  ),
  base_includes_capital: optional(
    choice(['no', 'yes']),
    'yes: fees are charged on the net assets of the last net asset value and the capital activity that is first in this one.',
  ),
} as const

/** A fixed cost, beside its dates. */
export const budgetTerms = {
  id: required(identifier<BudgetId>('a short name of the budget', 'audit'), 'Name of the budget; a change of it is a later entry with the same name.'),
  account: required(expenseAccount, 'Expense account that it is charged to.'),
  annual_amount: required(positiveAmount, 'Cost of a year, in the base currency; for a cost that several series share, of all of them.'),
  share: optional(part, 'This series’ part of it; all where empty (R7.12).'),
  payee: optional(text, 'Who is paid.'),
  true_up: optional(
    choice(['yes', 'no']),
    'Of an entry that changes the budget within a fiscal year. yes, also where empty: what the new amount leaves for the year, after what was charged, is spread over its days left; no: the new daily amount from its first day.',
  ),
  shortfall: optional(
    choice(['at-once', 'spread']),
    'What an invoice has beyond its accrual. at-once, also where empty: an expense of its day; spread: deferred and charged over the days left of the fiscal year (R3.50).',
  ),
} as const
