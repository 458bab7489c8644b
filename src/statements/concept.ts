/** A concept: what a statement line means, in any period, whichever presentation prints it. */
import { addDays, type CalendarDate } from '../values/calendar-date.ts'
import { type AccountCode } from '../reference/chart-of-accounts.ts'
import { type Period } from '../reference/fund.ts'
import { type Figure, type Unit, type When } from './figure.ts'
import { type FigureBook } from './figure-book.ts'

/** The period whose figures are defined. */
export type Scope = { readonly figures: FigureBook; readonly period: Period }

export type Concept = {
  readonly name: string
  readonly unit: Unit
  /** Accounts whose balances or flows it exhausts; none for sums of other concepts. */
  readonly accounts: readonly AccountCode[]
  readonly define: (scope: Scope) => Figure
}

export const closingOf = ({ period }: Scope): CalendarDate => period.through
export const openingOf = ({ period }: Scope): CalendarDate => addDays(period.from, -1)

type LedgerConcept = {
  readonly name: string
  readonly accounts: readonly AccountCode[]
  readonly positive: 'debit' | 'credit'
  readonly cite: string
}

/** The balance of accounts at the end of the period. */
export const balanceOf = ({ name, accounts, positive, cite }: LedgerConcept): Concept => ({
  name,
  unit: 'money',
  accounts,
  define: (scope) => balanceAt({ name, accounts, positive, cite }, scope, closingOf(scope)),
})

export const balanceAt = ({ name, accounts, positive, cite }: LedgerConcept, { figures }: Scope, at: CalendarDate): Figure =>
  figures.figure({ concept: name, when: { at }, unit: 'money', derivation: { of: 'ledger balance', query: { accounts, positive, through: at } }, cite })

/** What accounts gained in the period, from records of some kinds or of all. */
export const flowOf = ({ name, accounts, positive, cite, kinds, exceptKinds }: LedgerConcept & { readonly kinds?: readonly string[]; readonly exceptKinds?: readonly string[] }): Concept => ({
  name,
  unit: 'money',
  accounts,
  define: ({ figures, period }) =>
    figures.figure({
      concept: name,
      when: period,
      unit: 'money',
      derivation: { of: 'ledger balance', query: { accounts, positive, from: period.from, through: period.through, kinds, exceptKinds } },
      cite,
    }),
})

type Composed = { readonly name: string; readonly unit?: Unit; readonly cite?: string; readonly isInstant: boolean }

const whenOf = (isInstant: boolean, scope: Scope): When => (isInstant ? { at: closingOf(scope) } : scope.period)

export const sumOf = ({ name, unit = 'money', cite, isInstant }: Composed, terms: readonly Concept[]): Concept => ({
  name,
  unit,
  accounts: [],
  define: (scope) =>
    scope.figures.figure({
      concept: name,
      when: whenOf(isInstant, scope),
      unit,
      derivation: { of: 'sum', terms: terms.map((term) => term.define(scope).id) },
      ...(cite === undefined ? {} : { cite }),
    }),
})

export const differenceOf = ({ name, unit = 'money', cite, isInstant }: Composed, minuend: Concept, subtrahend: Concept): Concept => ({
  name,
  unit,
  accounts: [],
  define: (scope) =>
    scope.figures.figure({
      concept: name,
      when: whenOf(isInstant, scope),
      unit,
      derivation: { of: 'difference', minuend: minuend.define(scope).id, subtrahend: subtrahend.define(scope).id },
      ...(cite === undefined ? {} : { cite }),
    }),
})

/** The same concept as of the day before the period: nothing where the fund had not begun. */
export function atOpening(concept: Concept): Concept {
  return {
    ...concept,
    name: `${concept.name}-at-beginning`,
    define: (scope) => {
      const at = openingOf(scope)
      const { inception } = scope.figures.books.fund.series
      if (at < inception) {
        return scope.figures.figure({ concept: concept.name, when: { at }, unit: concept.unit, derivation: { of: 'nothing', because: 'the fund had not begun' } })
      }
      return concept.define({ figures: scope.figures, period: { from: at, through: at } })
    },
  }
}
