/**
 * The roll of fund shares and of the capital paid in for them (R12.4): from the opening of a range to its close, by what
 * moved them. Shares end at those outstanding, dollars at the balances of 3000 and 3010 (R1.8).
 */
import { type CalendarDate } from '../values/calendar-date.ts'
import { invariant } from '../values/invariant.ts'
import { type Amount } from '../values/money.ts'
import { type Shares } from '../values/scaled.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { type ClassId } from '../reference/fund.ts'
import { type Balances } from '../ledger/balances.ts'
import { type Cause, type JournalEntry, signedBase } from '../ledger/journal-entry.ts'

/** In the order in which they are listed. Nothing is reinvested until distributions exist. */
export const capitalTerms = ['taken on', 'sold', 'created in kind', 'reinvested', 'redeemed', 'redeemed in kind', 'fees kept', 'split', 'other'] as const
export type CapitalTerm = (typeof capitalTerms)[number]

const termOfKind: Readonly<Partial<Record<string, CapitalTerm>>> = {
  subscription: 'sold',
  'creation-in-kind': 'created in kind',
  reinvestment: 'reinvested',
  redemption: 'redeemed',
  'redemption-in-kind': 'redeemed in kind',
  'redemption-fee': 'fees kept',
  'transaction-fee': 'fees kept',
  'share-split': 'split',
  'opening-shares': 'taken on',
  'take-on': 'taken on',
}

/** What an entry that moves capital or fund shares is in their roll. */
export const capitalTermOf = (cause: Cause): CapitalTerm => termOfKind[cause.by === 'record' ? cause.kind : cause.rule] ?? 'other'

/** Fund shares, and capital in minor units of the base currency: credits positive. */
export type CapitalStock = { readonly shares: Shares; readonly dollars: Amount }

/** `count`: the entries. Signed: what was redeemed is negative. */
export type CapitalMove = CapitalStock & { readonly term: CapitalTerm; readonly count: number }

/** A day on which something moved. */
export type CapitalDay = { readonly date: CalendarDate; readonly opening: CapitalStock; readonly moves: readonly CapitalMove[]; readonly closing: CapitalStock }

export type CapitalRoll = {
  readonly classId: ClassId
  readonly opening: CapitalStock
  /** Of the whole range; a term of which there was nothing is left out. */
  readonly moves: readonly CapitalMove[]
  readonly days: readonly CapitalDay[]
  readonly closing: CapitalStock
  /** Balances at the close, credits positive: together they are the dollars of it. */
  readonly par: Amount
  readonly paidIn: Amount
}

export type RolledBooks = {
  /** All entries through the close, in the order made. */
  readonly entries: readonly JournalEntry[]
  /** Whether an entry counts on its NAV date or on its own. */
  readonly dateOf: (entry: JournalEntry) => CalendarDate
  /** First day of the range; all that is before it is its opening. */
  readonly from: CalendarDate
  readonly balances: Balances
  readonly outstanding: ReadonlyMap<ClassId, Shares>
}

export function capitalRoll(classId: ClassId, { entries, dateOf, from, balances, outstanding }: RolledBooks): CapitalRoll {
  const moved = entries.flatMap((entry) => {
    const move = moveOf(entry, classId)
    return move === undefined ? [] : [{ date: dateOf(entry), move }]
  })
  const opening = total(moved.filter(({ date }) => date < from).map(({ move }) => move))
  const within = moved.filter(({ date }) => date >= from)
  let at = opening
  const days = [...Map.groupBy(within, ({ date }) => date)]
    .toSorted(([left], [right]) => left - right)
    .map(([date, ofDay]): CapitalDay => {
      const moves = byTerm(ofDay.map(({ move }) => move))
      const day = { date, opening: at, moves, closing: total([at, ...moves]) }
      at = day.closing
      return day
    })
  const [par, paidIn] = [accounts.par, accounts.paidIn].map((account) => creditOf(balances, account, classId)) as [Amount, Amount]
  invariant(at.shares === (outstanding.get(classId) ?? 0n), 'R12.4: the roll of shares does not end at those outstanding')
  invariant(at.dollars === par + paidIn, 'R1.8: the roll of capital does not end at accounts 3000 and 3010')
  return { classId, opening, moves: byTerm(within.map(({ move }) => move)), days, closing: at, par, paidIn }
}

function moveOf({ postings, fundShares, cause }: JournalEntry, classId: ClassId): CapitalMove | undefined {
  const own = postings.filter((posting) => (posting.account === accounts.par || posting.account === accounts.paidIn) && posting.classId === classId)
  const change = fundShares?.classId === classId ? fundShares.change : undefined
  if (own.length === 0 && change === undefined) return undefined
  const dollars = -own.reduce((sum, posting) => sum + signedBase(posting), 0n) as Amount
  return { term: capitalTermOf(cause), count: 1, shares: change ?? (0n as Shares), dollars }
}

const byTerm = (moves: readonly CapitalMove[]): readonly CapitalMove[] => {
  const groups = Map.groupBy(moves, ({ term }) => term)
  return capitalTerms.flatMap((term) => {
    const ofTerm = groups.get(term)
    return ofTerm === undefined ? [] : [{ term, count: ofTerm.reduce((sum, { count }) => sum + count, 0), ...total(ofTerm) }]
  })
}

const total = (stocks: readonly CapitalStock[]): CapitalStock => ({
  shares: stocks.reduce((sum, { shares }) => sum + shares, 0n) as Shares,
  dollars: stocks.reduce((sum, { dollars }) => sum + dollars, 0n) as Amount,
})

function creditOf(balances: Balances, code: string, classId: ClassId): Amount {
  let credit = 0n
  for (const { account, classId: of, base } of balances.values()) if (account === code && of === classId) credit -= base
  return credit as Amount
}
