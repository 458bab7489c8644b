/**
 * From concepts to cells: every printed figure of a report passes here once. Footed digits come from the plan; a total is
 * the sum of the cells above it, so that a column adds as a reader adds it (R8.3).
 */
import { decimal, type Decimal, isZero, negate, round, subtract, sum, ZERO } from '../values/decimal.ts'
import { invariant } from '../values/invariant.ts'
import { type Concept, type Scope } from './concept.ts'
import { type Figure } from './figure.ts'
import { foot, halfUp, type PrintedUnit } from './footing/foot.ts'
import { type FootedCell } from './footing/plan.ts'
import { printPercent, printPerShare, printPrice, printUnits, printWhole } from './format.ts'
import { type Cell, type CellFooting, type StatementId } from './statement.ts'

export type Footed = { readonly cells: ReadonlyMap<string, FootedCell>; readonly unit: PrintedUnit }

/** What the cells of one statement share. */
export type Page = {
  readonly statement: StatementId
  readonly period: string
  readonly scope: Scope
  readonly footed: Footed
  /** The mark of captions that point to the note on federal income tax; nothing where there is no such note. */
  readonly taxMark: '*' | ''
}

export type Style = { readonly symbol?: boolean; readonly isNegated?: boolean }

const placeOf = ({ statement, period }: Page, line: string): string => `${statement}.${line}/${period}`

/** An amount of the plan, in printed units. */
export function planned(page: Page, line: string, concept: Concept, style: Style = {}): Cell {
  const figure = concept.define(page.scope)
  const cell = page.footed.cells.get(concept.name)
  invariant(cell !== undefined, `${concept.name} is not in the footing plan`)
  // The plan foots some lines with their sign turned; the figure says which way is up.
  const isTurned = !isZero(figure.amount) && figure.amount.units < 0n !== cell.exact.units < 0n
  const value = isTurned ? -cell.printed : cell.printed
  const footing: CellFooting = cell.isLocked ? { by: 'lock' } : { by: 'foot', movedBy: isTurned ? -cell.movedBy : cell.movedBy }
  return whole(page, line, figure, style.isNegated === true ? -value : value, footing, style)
}

/** An amount outside the plan, rounded half up by itself. */
export const single = (page: Page, line: string, figure: Figure, style: Style = {}): Cell =>
  whole(page, line, figure, (style.isNegated === true ? -1n : 1n) * halfUp(figure.amount, page.footed.unit), { by: 'lock' }, style)

/** The sum of cells already printed, as the printed value of a figure. */
export function total(page: Page, line: string, figure: Figure, cells: readonly { readonly cell: Cell; readonly sign: 1 | -1 }[], style: Style = {}): Cell {
  const value = sum(cells.map(({ cell, sign }) => (sign === 1 ? (cell.value ?? ZERO) : negate(cell.value ?? ZERO))))
  const printed = halfUp(value, 0)
  const own = halfUp(figure.amount, page.footed.unit)
  return whole(page, line, figure, printed, { by: 'cells', of: cells.map(({ cell }) => cell.place), movedBy: printed - own }, style)
}

/** A printed amount carried over from another cell of the same figure: taken once and reused (R8.4). */
export const carried = (page: Page, line: string, figure: Figure, from: Cell, style: Style = {}): Cell => {
  invariant(from.figure === figure.id && from.value !== undefined, `${from.place} does not print ${figure.id}`)
  return whole(page, line, figure, halfUp(from.value, 0), from.footing, style)
}

export function whole(page: Page, line: string, figure: Figure, printed: bigint, footing: CellFooting | undefined, { symbol = false }: Style): Cell {
  return {
    place: placeOf(page, line),
    figure: figure.id,
    printed: printWhole(printed, isZero(figure.amount) && printed === 0n),
    value: decimal(printed, 0),
    unit: page.footed.unit,
    hasSymbol: symbol,
    footing,
  }
}

/** Fund shares in whole shares, footed beside each other by the caller. */
export const wholeShares = (page: Page, line: string, figure: Figure, printed: bigint, footing: CellFooting = { by: 'lock' }): Cell => ({
  place: placeOf(page, line),
  figure: figure.id,
  printed: printWhole(printed, isZero(figure.amount) && printed === 0n),
  value: decimal(printed, 0),
  unit: 0,
  hasSymbol: false,
  footing,
})

export const thousands = (page: Page, line: string, figure: Figure, style: Style = {}): Cell => {
  const printed = halfUp(figure.amount, 3)
  return {
    place: placeOf(page, line),
    figure: figure.id,
    printed: printWhole(printed, isZero(figure.amount)),
    value: decimal(printed, 0),
    unit: 3,
    hasSymbol: style.symbol ?? false,
  }
}

export const perShare = (page: Page, line: string, figure: Figure, style: Style = {}): Cell => ({
  place: placeOf(page, line),
  figure: figure.id,
  printed: printPerShare(figure.amount, isNothing(figure, page)),
  value: figure.amount,
  unit: 0,
  hasSymbol: style.symbol ?? false,
})

/** Zero before it was rounded: a quotient of nothing, and not of something too small to show. */
const isNothing = ({ amount, derivation }: Figure, { scope }: Page): boolean =>
  isZero(amount) && (derivation.of !== 'quotient' || isZero(scope.figures.get(derivation.numerator).amount))

export const price = (page: Page, line: string, figure: Figure, style: Style = {}): Cell => ({
  ...perShare(page, line, figure, style),
  printed: printPrice(figure.amount),
})

export const percent = (page: Page, line: string, figure: Figure): Cell => ({
  place: placeOf(page, line),
  figure: figure.id,
  printed: printPercent(figure.amount),
  value: figure.amount,
  unit: 0,
  hasSymbol: false,
})

export const units = (page: Page, line: string, figure: Figure): Cell => ({
  place: placeOf(page, line),
  figure: figure.id,
  printed: printUnits(figure.amount),
  value: figure.amount,
  unit: 0,
  hasSymbol: false,
})

/** N/A or nil, with the rule that says why. */
export const withheld = (page: Page, line: string, printed: string, because: string, figure?: Figure, style: Style = {}): Cell => ({
  place: placeOf(page, line),
  figure: figure?.id,
  printed,
  value: printed === 'N/A' ? undefined : ZERO,
  unit: 0,
  hasSymbol: style.symbol ?? false,
  because,
})

/** Holdings, or any list, footed to a printed total. */
export function footedList(
  page: Page,
  lines: readonly { readonly line: string; readonly figure: Figure }[],
  printedTotal: bigint,
): readonly Cell[] | undefined {
  const result = foot(
    lines.map(({ figure }) => figure.amount),
    printedTotal,
    page.footed.unit,
  )
  if (!result.fits) return undefined
  return lines.map(({ line, figure }, index) => {
    const printed = result.printed[index] as bigint
    return whole(page, line, figure, printed, { by: 'foot', movedBy: printed - halfUp(figure.amount, page.footed.unit) }, {})
  })
}

/** Percentages footed to a total at some places: a country table adds to 100.0. */
export function footedPercents(
  page: Page,
  lines: readonly { readonly line: string; readonly figure: Figure }[],
  printedTotal: Decimal,
): readonly Cell[] | undefined {
  const { scale } = printedTotal
  const result = foot(
    lines.map(({ figure }) => figure.amount),
    printedTotal.units,
    -scale,
  )
  if (!result.fits) return undefined
  return lines.map(({ line, figure }, index) => {
    const value = decimal(result.printed[index] as bigint, scale)
    const own = round(figure.amount, 'half-up', scale)
    return {
      ...percent(page, line, figure),
      printed: printPercent(value),
      value,
      footing: { by: 'foot', movedBy: subtract(value, own).units } satisfies CellFooting,
    }
  })
}

export const withSymbol = (cell: Cell): Cell => ({ ...cell, hasSymbol: true })
