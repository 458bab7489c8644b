/** Securities held: each position, and their sums at cost and at value (17 CFR 210.6-04.1, 210.12-12). */
import { type CalendarDate } from '../../values/calendar-date.ts'
import { type Decimal, ZERO } from '../../values/decimal.ts'
import { accounts } from '../../reference/chart-of-accounts.ts'
import { type InstrumentId } from '../../reference/instrument.ts'
import { closingOf, type Concept, derivedConcept, type Scope } from '../concept.ts'
import { type Figure, type Unit } from '../figure.ts'
import { translation } from '../foreign-item-figures.ts'

type Measure = 'quantity' | 'cost' | 'value'

const positionFigure = ({ figures }: Scope, measure: Measure, instrument: InstrumentId, date: CalendarDate): Figure =>
  figures.figure({
    concept: `position-${measure}`,
    subject: instrument,
    when: { at: date },
    unit: (measure === 'quantity' ? 'units' : 'money') satisfies Unit,
    derivation: { of: 'position', measure, instrument, date },
    cite: measure === 'value' ? 'R5.5' : measure === 'cost' ? 'R3.8, R4.3' : 'R1.13',
  })

export const positionQuantity = (scope: Scope, instrument: InstrumentId): Figure => positionFigure(scope, 'quantity', instrument, closingOf(scope))
export const positionCost = (scope: Scope, instrument: InstrumentId): Figure => positionFigure(scope, 'cost', instrument, closingOf(scope))
export const positionValueOf = (scope: Scope, instrument: InstrumentId): Figure => positionFigure(scope, 'value', instrument, closingOf(scope))

/** Value of the positions that belong together: an industry, a type, a country. */
export const groupValue = (
  scope: Scope,
  concept: 'industry-value' | 'type-value' | 'country-value',
  subject: string,
  instruments: readonly InstrumentId[],
): Figure => groupSum(scope, concept, subject, instruments, positionValueOf)

export const typeCost = (scope: Scope, subject: string, instruments: readonly InstrumentId[]): Figure =>
  groupSum(scope, 'type-cost', subject, instruments, positionCost)

function groupSum(
  scope: Scope,
  concept: string,
  subject: string,
  instruments: readonly InstrumentId[],
  of: (scope: Scope, instrument: InstrumentId) => Figure,
): Figure {
  return scope.figures.figure({
    concept,
    subject,
    when: { at: closingOf(scope) },
    unit: 'money',
    derivation: { of: 'sum', terms: instruments.map((instrument) => of(scope, instrument).id) },
    cite: '17 CFR 210.12-12',
  })
}

const allPositions = (name: string, of: (scope: Scope, instrument: InstrumentId) => Figure, taken: Concept['accounts']): Concept => ({
  ...derivedConcept({ name, cite: '17 CFR 210.6-04.1', isInstant: true }, (scope) => ({
    of: 'sum',
    terms: scope.figures.books.positions(closingOf(scope)).map(({ instrument }) => of(scope, instrument).id),
  })),
  accounts: taken,
})

/** Σ cost of the open lots: account 1100 (R12.17). A memo line of the balance sheet. */
export const investmentsAtCost = allPositions('investments-at-cost', positionCost, [])

/** Σ value of the positions: accounts 1100 and 1190 together (R2.4). */
export const investmentsAtValue = allPositions('investments-at-value', positionValueOf, [accounts.investments, accounts.investmentsUnrealized])

/** Value less cost: account 1190 (R2.4, R12.18), and with foreign items their translation, 1192: one component of net assets (R8.13). */
export const unrealizedAppreciation: Concept = derivedConcept({ name: 'unrealized-appreciation', cite: 'R2.4', isInstant: true }, (scope) => {
  const { figures } = scope
  const at = closingOf(scope)
  const ofInvestments = { of: 'difference', minuend: investmentsAtValue.define(scope).id, subtrahend: investmentsAtCost.define(scope).id } as const
  const ofItems = translation(figures, at)
  if (ofItems === undefined) return ofInvestments
  const own = figures.figure({ concept: 'unrealized-of-investments', when: { at }, unit: 'money', derivation: ofInvestments, cite: 'R2.4' })
  return { of: 'sum', terms: [own.id, ofItems.id] }
})

/** What translation adds to it, exact: zero where there is nothing to translate. */
export const unrealizedOfItems = (scope: Scope): Decimal => translation(scope.figures, closingOf(scope))?.amount ?? ZERO

/** Where a fiscal year's changes are closed to (R2.3): the same component, and so nothing beside it. */
export const closedUnrealized: Pick<Concept, 'name' | 'accounts'> = { name: 'unrealized-appreciation', accounts: [accounts.netUnrealized] }
