/**
 * Identities: what must be true of a report (T01–T76). Each is checked on the report itself, on printed cells where it
 * speaks of what a reader can add, on exact figures where it says so; both sides and the tolerance are shown.
 */
import { absolute, add, compare, decimal, type Decimal, divideRound, formatDecimal, isZero, product, round, subtract, sum, ZERO } from '../../values/decimal.ts'
import { invariant } from '../../values/invariant.ts'
import { type Concept, type Scope } from '../concept.ts'
import { type OpeningComponents } from '../footing/document.ts'
import { type Presentation } from '../presentation.ts'
import { type Page } from '../printer.ts'
import { type Cell, type Statement, type StatementId } from '../statement.ts'

export type IdentityResult = {
  /** The number of the rule: T01. */
  readonly id: string
  readonly title: string
  readonly result: 'ties' | 'breaks' | 'not applicable' | 'observation'
  readonly left?: string | undefined
  readonly right?: string | undefined
  readonly tolerance?: string | undefined
  readonly note?: string | undefined
}

/** What identities read: the statements, the cells by name, the figures behind them. */
export type Examined = {
  readonly page: Page
  readonly scope: Scope
  readonly presentation: Presentation
  readonly statements: ReadonlyMap<StatementId, Statement>
  readonly cells: ReadonlyMap<string, Cell>
  readonly openingPrinted: OpeningComponents
}

export type Sides = { readonly left: Decimal; readonly right: Decimal; readonly tolerance?: Decimal; readonly note?: string }
export type NotApplicable = { readonly notApplicable: string }

export type Identity = {
  readonly id: string
  readonly title: string
  readonly check: (examined: Examined) => Sides | NotApplicable
  /** Shown and never counted as a break. */
  readonly isObservation?: boolean
  /** Whether a report lists it at all; every report does where undefined. */
  readonly isFor?: (examined: Examined) => boolean
}

export const identity = (id: string, title: string, check: Identity['check']): Identity => ({ id, title, check })
export const observation = (id: string, title: string, check: Identity['check']): Identity => ({ id, title, check, isObservation: true })

/** Only where net assets print as something other than zero: percentages of nothing are N/A (R9.11). */
export const whereNetAssets =
  (check: Identity['check']): Identity['check'] =>
  (examined) =>
    isZero(printed(examined, 'net-assets')) ? { notApplicable: 'net assets are zero' } : check(examined)

/** Only where the class has shares at the end of the period and had a price at its beginning. */
export const whereShares =
  (check: Identity['check']): Identity['check'] =>
  (examined) =>
    ['nav-per-share', 'highlights.nav-at-beginning'].some((name) => examined.cells.get(name)?.value === undefined)
      ? { notApplicable: 'no shares are outstanding' }
      : check(examined)

export function examine({ id, title, check, isObservation = false }: Identity, examined: Examined): IdentityResult {
  const sides = check(examined)
  if ('notApplicable' in sides) return { id, title, result: 'not applicable', note: sides.notApplicable }
  const { left, right, tolerance = ZERO, note } = sides
  const ties = compare(absolute(subtract(left, right)), tolerance) <= 0
  return {
    id,
    title,
    result: isObservation ? 'observation' : ties ? 'ties' : 'breaks',
    left: formatDecimal(left),
    right: formatDecimal(right),
    tolerance: formatDecimal(tolerance),
    note,
  }
}

/** The printed number of a cell, by the name of its concept; nil and absent lines are zero. */
export const printed = ({ cells }: Examined, name: string): Decimal => cells.get(name)?.value ?? ZERO

/** Cells whose name begins so, with the rest of the name. */
export const cellsNamed = ({ cells }: Examined, prefix: string): readonly { readonly name: string; readonly cell: Cell }[] =>
  [...cells].flatMap(([name, cell]) => (name.startsWith(prefix) ? [{ name: name.slice(prefix.length), cell }] : []))

export const valueOf = ({ value }: Cell): Decimal => value ?? ZERO

export const addUp = (values: readonly Decimal[]): Decimal => sum(values)

export const countOf = (items: readonly unknown[]): Decimal => decimal(BigInt(items.length), 0)

export const exact = ({ scope }: Examined, concept: Concept): Decimal => concept.define(scope).amount

/** Two printed sums, to the unit. */
export const equal = (left: Decimal, right: Decimal, note?: string): Sides => (note === undefined ? { left, right } : { left, right, note })

/**
 * A printed percentage against the one recomputed from printed amounts. Those are rounded: the numerator may lie `slack` units
 * from its exact value, the denominator half a unit. The tolerance is what that can move, which for most funds is nothing.
 */
export function recomputedPercent(shown: Decimal, numerator: Decimal, denominator: Decimal, slack: bigint): Sides | NotApplicable {
  const half = decimal(5n, 1)
  const corners = [subtract(denominator, half), add(denominator, half)].flatMap((base) => [-slack, slack].map((change) => ({ base, change })))
  if (compare(absolute(denominator), half) <= 0) return { notApplicable: 'its denominator prints as zero or one' }
  const at = (change: bigint, base: Decimal): Decimal =>
    divideRound(product(add(numerator, decimal(change, 0)), decimal(100n, 0)), base, 'half-up', shown.scale)
  const right = at(0n, denominator)
  const tolerance = corners
    .map(({ base, change }) => absolute(subtract(at(change, base), right)))
    .reduce((most, distance) => (compare(distance, most) > 0 ? distance : most), ZERO)
  return { left: shown, right, tolerance: isZero(tolerance) ? ZERO : tolerance }
}

/** Printed units by which a printed amount may lie from the exact one behind it: the slack of what is recomputed from it. */
export function slackOf(shown: Decimal, exactAmount: Decimal): bigint {
  const distance = absolute(subtract(shown, exactAmount))
  return round(distance, 'truncate', 0).units + 1n
}

export function cellOf({ cells }: Examined, name: string): Cell {
  const cell = cells.get(name)
  invariant(cell !== undefined, `no cell is named ${name}`)
  return cell
}

export const rounded = (value: Decimal, places: number): Decimal => round(value, 'half-up', places)
