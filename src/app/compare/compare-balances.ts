/**
 * Trial balances beside those of an incumbent, by account: debits less credits, classes and currencies added up. Income or expense
 * that differs is an accrual; a balance that is ours of the business day before or after is timing; what the last published
 * place leaves open is rounding; all else is unexplained, because an account alone does not say which of its entries differ.
 */
import { type CalendarDate, formatCalendarDate } from '../../values/calendar-date.ts'
import { minorUnitDigits } from '../../values/currency.ts'
import { type Decimal, decimal, equals, subtract, sum } from '../../values/decimal.ts'
import { compareText } from '../../values/issue.ts'
import { type SourceRow } from '../../values/table.ts'
import { type Account, type AccountCode, accountOf, chartOfAccounts } from '../../reference/chart-of-accounts.ts'
import { nextBusinessDay, previousBusinessDay } from '../../reference/nyse-calendar.ts'
import { type Balances } from '../../ledger/balances.ts'
import { type Basis } from '../../nav/strike.ts'
import { type BalanceRow } from './against-file.ts'
import { basisPoints, type Cause, halfUnit, isWithin, placesOf } from './difference.ts'
import { type OwnDays, whyNotCompared } from './own-days.ts'

export type BalanceDifference = {
  readonly date: CalendarDate
  readonly account: Account
  readonly sources: readonly SourceRow[]
  /** Debits less credits. */
  readonly ours: Decimal
  readonly theirs: Decimal
  readonly cause: Cause
  readonly because: string
  /** In basis points of our net assets of the day. */
  readonly bp: Decimal | undefined
}

export type UnmatchedAccount = {
  readonly account: string
  readonly name: string | undefined
  readonly rows: number
  readonly first: SourceRow
  readonly hasBalance: boolean
}

export type BalanceComparison = {
  readonly kind: 'trial-balance'
  readonly file: string
  readonly basis: Basis
  readonly days: readonly CalendarDate[]
  readonly compared: number
  readonly differences: readonly BalanceDifference[]
  readonly unmatched: readonly UnmatchedAccount[]
  readonly notCompared: readonly { readonly date: CalendarDate; readonly rows: number; readonly why: string }[]
  /** Ours less theirs of income less expenses, by day: what accruals make of net assets. */
  readonly incomeGaps: ReadonlyMap<CalendarDate, Decimal>
}

/** Our account of each account of theirs that is named, by its code or name. */
export type AccountMap = ReadonlyMap<string, AccountCode>

export function compareBalances(
  rows: readonly BalanceRow[],
  own: OwnDays,
  { file, basis, accounts }: { readonly file: string; readonly basis: Basis; readonly accounts: AccountMap },
): BalanceComparison {
  const digits = minorUnitDigits(own.book.fund.series.baseCurrency)
  const places = placesOf(rows.map(({ balance }) => balance))
  const unmatched = new Map<string, UnmatchedAccount>()
  const notCompared: { date: CalendarDate; rows: number; why: string }[] = []
  const differences: BalanceDifference[] = []
  const days: CalendarDate[] = []
  const incomeGaps = new Map<CalendarDate, Decimal>()
  let compared = 0

  for (const [date, ofDay] of [...Map.groupBy(rows, (row) => row.date)].toSorted(([left], [right]) => left - right)) {
    const ours = balancesOn(own, basis, date, digits)
    if (ours === undefined) {
      notCompared.push({
        date,
        rows: ofDay.length,
        why: whyNotCompared(own, date),
      })
      continue
    }
    const neighbours = [nextBusinessDay(date), previousBusinessDay(date)].map((other) => ({ other, balances: balancesOn(own, basis, other, digits) }))
    const theirs = new Map<AccountCode, BalanceRow[]>()
    for (const row of ofDay) {
      const account = accountMeant(row, accounts)
      if (account !== undefined) theirs.set(account.code, [...(theirs.get(account.code) ?? []), row])
      else {
        const known = unmatched.get(row.account) ?? { account: row.account, name: row.accountName, rows: 0, first: row.source, hasBalance: false }
        unmatched.set(row.account, { ...known, rows: known.rows + 1, hasBalance: known.hasBalance || row.balance.units !== 0n })
      }
    }
    const incomeGap: Decimal[] = []
    for (const code of [...new Set([...ours.keys(), ...theirs.keys()])].toSorted(compareText)) {
      const account = accountOf(code)
      // Shares and contracts are no money.
      if (account === undefined || account.kind === 'memo') continue
      compared += 1
      const ofAccount = theirs.get(code) ?? []
      const [left, right] = [ours.get(code) ?? decimal(0n, digits), sum(ofAccount.map(({ balance }) => balance))]
      const gap = subtract(left, right)
      if (gap.units === 0n) continue
      const neighbour =
        ofAccount.length === 0
          ? undefined
          : neighbours.find(({ balances }) => balances !== undefined && equals(balances.get(code) ?? decimal(0n, digits), right))?.other
      const isIncome = account.kind === 'income' || account.kind === 'expense'
      const [cause, because]: readonly [Cause, string] = isWithin(gap, halfUnit(places))
        ? ['rounding', 'no more than the last place of the file']
        : neighbour !== undefined
          ? ['timing', `theirs is ours of ${formatCalendarDate(neighbour)}`]
          : isIncome
            ? ['accrual', `${account.kind} recognised differs`]
            : ['unexplained', ofAccount.length === 0 ? 'the file has no row of it' : 'the balance alone does not say which entries differ']
      const netAssets = decimal(own.strike(basis, date)?.netAssets ?? 0n, digits)
      differences.push({
        date,
        account,
        sources: ofAccount.map(({ source }) => source),
        ours: left,
        theirs: right,
        cause,
        because,
        bp: netAssets.units === 0n ? undefined : basisPoints(gap, netAssets),
      })
      // A debit lessens net assets.
      if (isIncome) incomeGap.push(decimal(-gap.units, gap.scale))
    }
    days.push(date)
    incomeGaps.set(date, sum(incomeGap))
  }
  return { kind: 'trial-balance', file, basis, days, compared, differences, unmatched: [...unmatched.values()], notCompared, incomeGaps }
}

/** Debits less credits by account, those with a balance. */
function balancesOn(own: OwnDays, basis: Basis, date: CalendarDate, digits: number): ReadonlyMap<AccountCode, Decimal> | undefined {
  const balances: Balances | undefined = own.day(basis, date)?.balances
  if (balances === undefined) return undefined
  const totals = new Map<AccountCode, bigint>()
  for (const { account, base } of balances.values()) totals.set(account, (totals.get(account) ?? 0n) + base)
  return new Map([...totals].filter(([, total]) => total !== 0n).map(([account, total]) => [account, decimal(total, digits)]))
}

const byName: ReadonlyMap<string, readonly Account[]> = Map.groupBy(chartOfAccounts, ({ name }) => name.toLowerCase())

/** As it is mapped, else by its code, else by a name that is the account's to the letter. */
function accountMeant({ account, accountName }: BalanceRow, map: AccountMap): Account | undefined {
  const names = [account, ...(accountName === undefined ? [] : [accountName])]
  const mapped = names.map((name) => map.get(name)).find((code) => code !== undefined)
  if (mapped !== undefined) return accountOf(mapped)
  return accountOf(account) ?? names.flatMap((name) => byName.get(name.toLowerCase()) ?? [])[0]
}
