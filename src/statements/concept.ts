/** A concept: what a statement line means, in any period, whichever presentation prints it. */
import { addDays, type CalendarDate } from '../values/calendar-date.ts'
import { type AccountCode } from '../reference/chart-of-accounts.ts'
import { type Period } from '../reference/fund.ts'
import { type Derivation, type Figure, type Unit } from './figure.ts'
import { type FigureBook } from './figure-book.ts'
import { foreignItemsOf, foreignItemValue } from './foreign-item-figures.ts'

/** The period whose figures are defined. */
export type Scope = { readonly figures: FigureBook; readonly period: Period }

export type Concept = {
  readonly name: string
  readonly unit: Unit
  /** Accounts whose balances or flows it exhausts; none for sums of other concepts. */
  readonly accounts: readonly AccountCode[]
  /** Accounts whose items in foreign currencies it takes, translated (R3.40); those of `accounts` where undefined. */
  readonly translates?: readonly AccountCode[]
  readonly define: (scope: Scope) => Figure
}

export const closingOf = ({ period }: Scope): CalendarDate => period.through
export const openingOf = ({ period }: Scope): CalendarDate => addDays(period.from, -1)

/** Whether the fund begins in the period: nothing stands before it. */
export const isFirstPeriod = (scope: Scope): boolean => openingOf(scope) < scope.figures.books.fund.series.inception

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

/** Items in foreign currencies stand in it at their translated value, all else as the ledger has it. */
export function balanceAt({ name, accounts, positive, cite }: LedgerConcept, { figures }: Scope, at: CalendarDate): Figure {
  const define = (concept: string, derivation: Derivation): Figure => figures.figure({ concept, when: { at }, unit: 'money', derivation, cite })
  const items = foreignItemsOf(figures, accounts, at)
  if (items.length === 0) return define(name, { of: 'ledger balance', query: { accounts, positive, through: at } })
  const own = define(`${name}-in-base-currency`, { of: 'ledger balance', query: { accounts, positive, through: at, translated: 'not' } })
  return define(name, { of: 'sum', terms: [own.id, ...items.map((item) => foreignItemValue(figures, item, at).id)] })
}

/** What accounts gained in the period, from records of some kinds or of all. */
export const flowOf = ({
  name,
  accounts,
  positive,
  cite,
  kinds,
  exceptKinds,
}: LedgerConcept & { readonly kinds?: readonly string[]; readonly exceptKinds?: readonly string[] }): Concept => ({
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

type Derived = {
  readonly name: string
  readonly unit?: Unit
  readonly cite?: string
  /** At the end of the period, or over it. */
  readonly isInstant: boolean
  /** Of the class, not of the whole fund. */
  readonly isOfClass?: boolean
}

/** A concept made from other figures by a derivation. */
export const derivedConcept = ({ name, unit = 'money', cite, isInstant, isOfClass = false }: Derived, derive: (scope: Scope) => Derivation): Concept => ({
  name,
  unit,
  accounts: [],
  define: (scope) =>
    scope.figures.figure({
      concept: name,
      ...(isOfClass ? { subject: scope.figures.books.shareClass.id } : {}),
      when: isInstant ? { at: closingOf(scope) } : scope.period,
      unit,
      derivation: derive(scope),
      ...(cite === undefined ? {} : { cite }),
    }),
})

export const sumOf = (derived: Derived, terms: readonly Concept[]): Concept =>
  derivedConcept(derived, (scope) => ({ of: 'sum', terms: terms.map((term) => term.define(scope).id) }))

export const differenceOf = (derived: Derived, minuend: Concept, subtrahend: Concept): Concept =>
  derivedConcept(derived, (scope) => ({ of: 'difference', minuend: minuend.define(scope).id, subtrahend: subtrahend.define(scope).id }))

/** The same concept as of the day before the period: nothing where the fund had not begun. */
export function atOpening(concept: Concept): Concept {
  return {
    ...concept,
    name: `${concept.name}-at-beginning`,
    define: (scope) => {
      const at = openingOf(scope)
      if (isFirstPeriod(scope)) {
        return scope.figures.figure({
          concept: concept.name,
          when: { at },
          unit: concept.unit,
          derivation: { of: 'nothing', because: 'the fund had not begun' },
        })
      }
      return concept.define({ figures: scope.figures, period: { from: at, through: at } })
    },
  }
}
