/**
 * Fees, budgets and invoices for the second path. Each charge keeps fractions of a minor unit by their denominators, and
 * only their whole is rounded; days are found by asking each calendar day which net asset value it is first in.
 */
import { addDays, type CalendarDate, endOfMonth, isLeapYear, yearMonthDay } from '../../values/calendar-date.ts'
import { divideUnits, powerOfTen } from '../../values/decimal.ts'
import { Rate } from '../../values/scaled.ts'
import { type Fund, fiscalYearEndOnOrAfter } from '../../reference/fund.ts'
import { nextBusinessDay, onOrAfter, onOrBefore, previousBusinessDay } from '../../reference/nyse-calendar.ts'
import { feePolicyKinds, type FeePolicyKind, type Policy, policyOn, type PolicySettings } from '../../reference/policy.ts'
import { type Invoice } from '../../events/invoice.ts'

/** What the expenses of a net asset value take from net assets, in minor units. Called for each day in turn. */
export type ExpenseProof = (date: CalendarDate, base: { readonly netAssets: bigint; readonly capital: bigint }, invoices: readonly Invoice[]) => bigint

type Fraction = { readonly of: bigint; readonly over: bigint }

/** One charge: the sum in progress, what was posted of it, and what invoices need to know. */
type Account = {
  /** Names the sum in progress: another name begins another sum. */
  sum: string
  readonly fractions: Map<bigint, bigint>
  posted: bigint
  year: CalendarDate
  chargedInYear: bigint
  /** Of the year: due on net assets and as the minimum, by days of the year's length. */
  onNetAssets: bigint
  minimum: bigint
  /** Of a budget: the first day of its entry, of its charging in the year, and what a day is after a change. */
  entry: CalendarDate | undefined
  since: CalendarDate | undefined
  eachDay: Fraction | undefined
  readonly byDay: Map<CalendarDate, bigint>
  readonly bills: { readonly from: CalendarDate; readonly through: CalendarDate; readonly taken: bigint }[]
}

type Ahead = {
  readonly name: string | undefined
  readonly isPrepaid: boolean
  readonly from: CalendarDate
  readonly through: CalendarDate
  readonly amount: bigint
  charged: bigint
}

const YEARS = 365n * 366n
const ONE = powerOfTen(Rate.scale)
const larger = (left: bigint, right: bigint): bigint => (left > right ? left : right)
const cents = ({ of, over }: Fraction): bigint => divideUnits(of, over, 'half-up')

export function expenseProof(fund: Fund): ExpenseProof {
  const { policies, series } = fund
  const accounts = new Map<string, Account>()
  const aheads: Ahead[] = []
  // The day of a take-on was charged in the books before.
  let lastDay = series.booksFrom > series.inception ? series.booksFrom : addDays(series.booksFrom, -1)

  const settingsOn = (day: CalendarDate): Partial<PolicySettings<'expense_accrual'>> => policyOn(policies, 'expense_accrual', day)?.settings ?? {}
  const yearEnd = (day: CalendarDate): CalendarDate => fiscalYearEndOnOrAfter(day, series.fiscalYearEnd)
  /** Of the year of the day, by the day count in force on `by`. */
  const daysInYear = (day: CalendarDate, by = day): bigint => (settingsOn(by).day_count !== 'ACT/365' && isLeapYear(yearMonthDay(day).year) ? 366n : 365n)

  /** The net asset value that a calendar day is charged in. */
  function navDateOf(day: CalendarDate): CalendarDate {
    const before = onOrBefore(day)
    const isAhead = before >= series.booksFrom && settingsOn(before).weekend === 'friday'
    return isAhead && endOfMonth(before) === endOfMonth(day) && yearEnd(before) === yearEnd(day) ? before : onOrAfter(day)
  }

  function accountOf(name: string, day: CalendarDate): Account {
    const account: Account = accounts.get(name) ?? {
      sum: '',
      fractions: new Map(),
      posted: 0n,
      year: yearEnd(day),
      chargedInYear: 0n,
      onNetAssets: 0n,
      minimum: 0n,
      entry: undefined,
      since: undefined,
      eachDay: undefined,
      byDay: new Map(),
      bills: [],
    }
    accounts.set(name, account)
    if (account.year === yearEnd(day)) return account
    Object.assign(account, { year: yearEnd(day), chargedInYear: 0n, onNetAssets: 0n, minimum: 0n, entry: undefined, since: undefined, eachDay: undefined })
    return account
  }

  const chargedOn = (day: CalendarDate): readonly { readonly name: string; readonly policy: Policy<FeePolicyKind> | Policy<'expense_budget'> }[] => {
    const fees = feePolicyKinds.flatMap((name) => {
      const policy = policyOn(policies, name, day)
      return policy === undefined || policy.settings.up_to === 'yes' ? [] : [{ name, policy }]
    })
    const entries = ((policies.get('expense_budget') ?? []) as readonly Policy<'expense_budget'>[]).toReversed()
    const names = new Set(entries.map(({ settings }) => settings.id))
    const budgets = [...names].flatMap((name) => {
      const policy = entries.find(({ settings, from }) => settings.id === name && from <= day)
      return policy === undefined || (policy.through !== undefined && policy.through < day) ? [] : [{ name, policy }]
    })
    return [...fees, ...budgets]
  }

  /** The month where days are rounded by themselves, the fiscal year, and the policies: the sum ends where one of them does. */
  const sumOn = (name: string, day: CalendarDate): string => {
    const from = chargedOn(day).find((one) => one.name === name)?.policy.from
    const accrual = policyOn(policies, 'expense_accrual', day)
    return from === undefined ? 'none' : [yearEnd(day), from, accrual?.from, accrual?.settings.rounding === 'daily' ? endOfMonth(day) : ''].join()
  }

  function feePart({ settings }: Policy<FeePolicyKind>, account: Account, day: CalendarDate, base: bigint): Fraction {
    // The whole at the rate of the highest tier reached, and for each breakpoint below what the tiers before it differ.
    const reached = (settings.breakpoints ?? []).filter(({ above }) => base > above)
    const rates = [settings.rate, ...reached.map(({ rate }) => rate)] as readonly bigint[]
    const excess = reached.reduce((sum, { above }, index) => sum + above * ((rates[index] as bigint) - (rates[index + 1] as bigint)), 0n)
    const fee = base <= 0n ? 0n : base * (rates.at(-1) as bigint) + excess
    const least = (settings.minimum ?? 0n) * ONE
    const length = daysInYear(day)
    const before = larger(account.onNetAssets, account.minimum)
    account.onNetAssets += (fee * YEARS) / length
    account.minimum += (least * YEARS) / length
    if (settings.minimum_test !== 'annual') return { of: larger(fee, least), over: length * ONE }
    return { of: larger(account.onNetAssets, account.minimum) - before, over: YEARS * ONE }
  }

  function budgetPart({ settings, from, through }: Policy<'expense_budget'>, account: Account, day: CalendarDate): Fraction {
    const { of, whole } = settings.share ?? { of: 1n, whole: 1n }
    const annual = settings.annual_amount * of
    if (account.entry !== from) {
      const isChange = account.entry !== undefined && settings.true_up !== 'no'
      account.entry = from
      account.since ??= day
      account.eachDay = undefined
      if (isChange) {
        const last = Math.min(yearEnd(day), through ?? yearEnd(day))
        let lengths = 0n
        for (let date = account.since; date <= last; date = addDays(date, 1)) lengths += YEARS / daysInYear(date, day)
        account.eachDay = { of: annual * lengths - account.chargedInYear * whole * YEARS, over: whole * YEARS * BigInt(last - day + 1) }
      }
    }
    return account.eachDay ?? { of: annual, over: whole * daysInYear(day) }
  }

  function chargeDay(day: CalendarDate, base: bigint): bigint {
    let total = 0n
    for (const { name, policy } of chargedOn(day)) {
      const account = accountOf(name, day)
      const isPrepaid = aheads.some((ahead) => ahead.isPrepaid && ahead.name === name && ahead.from <= day && day <= ahead.through)
      const part = policy.kind === 'expense_budget' ? budgetPart(policy, account, day) : feePart(policy, account, day, base)
      const posted = post(account, name, day, isPrepaid ? { of: 0n, over: part.over } : part)
      account.byDay.set(day, posted)
      account.chargedInYear += posted
      total += posted
    }
    for (const ahead of aheads) {
      if (day < ahead.from || day > ahead.through) continue
      const due = cents({ of: ahead.amount * BigInt(day - ahead.from + 1), over: BigInt(ahead.through - ahead.from + 1) }) - ahead.charged
      ahead.charged += due
      total += due
      if (ahead.name !== undefined) accountOf(ahead.name, day).chargedInYear += due
    }
    return total
  }

  function post(account: Account, name: string, day: CalendarDate, part: Fraction): bigint {
    const sum = sumOn(name, day)
    if (account.sum !== sum) {
      account.sum = sum
      account.posted = 0n
      account.fractions.clear()
    }
    account.fractions.set(part.over, (account.fractions.get(part.over) ?? 0n) + part.of)
    const isRoundedByDay = settingsOn(day).rounding === 'daily' && sumOn(name, addDays(day, 1)) === sum
    const amount = isRoundedByDay ? cents(part) : cents(wholeOf(account.fractions)) - account.posted
    account.posted += amount
    return amount
  }

  function bill({ payload }: Invoice): bigint {
    const { against, amount, periodFrom, periodThrough, isFinal } = payload
    const account = against === undefined ? undefined : accountOf(against, lastDay)
    const isGone = (day: CalendarDate): boolean => day <= lastDay
    let [gone, accrued] = [0n, 0n]
    for (let day = periodFrom; day <= periodThrough && isGone(day); day = addDays(day, 1)) {
      gone += 1n
      accrued += account?.byDay.get(day) ?? 0n
    }
    const end = Math.min(periodThrough, lastDay)
    for (const other of account?.bills ?? []) if (other.from <= end && other.through >= periodFrom) accrued -= other.taken
    const open = larger(accrued, 0n)
    const due = cents({ of: amount * gone, over: BigInt(periodThrough - periodFrom + 1) })
    const tomorrow = addDays(lastDay, 1)
    const entries = ((policies.get('expense_budget') ?? []) as readonly Policy<'expense_budget'>[]).filter(({ settings }) => settings.id === against)
    const entry = entries.findLast(({ from }) => from <= periodThrough) ?? entries[0]
    const isSpread = entry?.settings.shortfall === 'spread' && due > open && yearEnd(tomorrow) === yearEnd(lastDay)
    const ahead = { name: against, charged: 0n }
    if (isSpread) aheads.push({ ...ahead, isPrepaid: false, from: tomorrow, through: yearEnd(lastDay), amount: due - open })
    if (due < amount)
      aheads.push({ ...ahead, isPrepaid: true, from: Math.max(periodFrom, tomorrow) as CalendarDate, through: periodThrough, amount: amount - due })
    const isKept = due < open && !isFinal
    const expense = isSpread || isKept ? 0n : due - open
    account?.bills.push({ from: periodFrom, through: end as CalendarDate, taken: isKept ? due : open })
    if (account !== undefined && yearEnd(periodThrough) >= yearEnd(lastDay)) account.chargedInYear += expense
    return expense
  }

  return (date, { netAssets, capital }, invoices) => {
    const pending = [...invoices]
    const billThrough = (before: CalendarDate): bigint => {
      let expense = 0n
      while (pending[0] !== undefined && pending[0].effectiveDate < before) expense += bill(pending.shift() as Invoice)
      return expense
    }
    let total = 0n
    const first = Math.max(addDays(previousBusinessDay(date), 1), series.booksFrom) as CalendarDate
    for (let day = first; day < nextBusinessDay(date); day = addDays(day, 1)) {
      if (day <= lastDay || navDateOf(day) !== date) continue
      total += billThrough(day < date ? day : date)
      const includesCapital = settingsOn(date).base_includes_capital === 'yes' && day >= date
      total += chargeDay(day, includesCapital ? netAssets + capital : netAssets)
      lastDay = day
    }
    return total + billThrough(addDays(date, 1))
  }
}

/** The fractions as one. */
function wholeOf(fractions: ReadonlyMap<bigint, bigint>): Fraction {
  let [of, over] = [0n, 1n]
  for (const [denominator, numerator] of fractions) {
    of = of * denominator + numerator * over
    over *= denominator
  }
  return { of, over }
}
