/**
 * The footing plan of a whole document (R8.4): stocks first, flows forced. Figures that stand in several statements are
 * rounded once; the statement of changes is one table of components of capital by opening, operations, distributions,
 * capital transactions, reclassifications and closing, rounded so that rows and columns add.
 *
 *   1  value, cost, net assets and total liabilities are rounded and taken once; assets and liabilities foot to them
 *   2  unrealized = value − cost + translation of foreign items; the other closing components foot to net assets less unrealized
 *   3  distributions and reclassifications are rounded; capital share lines foot to what the paid-in row leaves
 *   4  operations of each component = closing − opening, adjusted for 3
 *   5  detail lines foot to these totals
 *   6  a flow that lies a unit or more from its exact value, or to which its lines cannot foot: the other neighbours of the
 *      free cells of 2 and 3 are tried; last, closing components within two units, for one that did not move in the period
 *      keeps what the last report printed. Where nothing foots even so, translation, which no line prints, is re-rounded, then
 *      total liabilities, then cost, then value, by one unit: the first report of a fund has whole capital, and nothing else
 *      there can take what rounding leaves
 */
import { type Decimal, isZero, sum, ZERO } from '../../values/decimal.ts'
import { invariant } from '../../values/invariant.ts'
import { distance, foot, halfUp, neighbours, type PrintedUnit, withinTwoUnits } from './foot.ts'

export type Line = { readonly id: string; readonly exact: Decimal }

export type Component = 'paidIn' | 'income' | 'realized' | 'unrealized'

export type FootingInput = {
  readonly unit: PrintedUnit
  readonly value: Line
  readonly cost: Line
  /** What translation of foreign cash, receivables and payables adds to the unrealized component; exactly zero without any. */
  readonly translation: Line
  readonly netAssets: Line
  readonly totalAssets: Line
  readonly totalLiabilities: Line
  /** Asset lines other than investments at value. */
  readonly assets: readonly Line[]
  readonly liabilities: readonly Line[]
  readonly closing: Readonly<Record<Component, Line>>
  /** As printed at the end of the last period. */
  readonly openingPrinted: Readonly<Record<Component, bigint>>
  /** Net operations of each component with investment results. */
  readonly operations: Readonly<Record<Exclude<Component, 'paidIn'>, Line>>
  /** Distributions as positive amounts, by the component they reduce. */
  readonly distributions: Readonly<Record<Exclude<Component, 'unrealized'>, Line>>
  /** Reclassifications between components (ROCSOP), signed, adding to zero. */
  readonly reclassified: Readonly<Record<Exclude<Component, 'unrealized'>, Line>>
  /** Capital share transactions, signed: sold and reinvested positive, repurchased negative. */
  readonly capital: readonly Line[]
  /** Lines whose sum is the operations of a component, signed as they add to it. */
  readonly details: Readonly<Record<Exclude<Component, 'paidIn'>, readonly Line[]>>
}

export type FootedCell = {
  readonly id: string
  readonly exact: Decimal
  readonly printed: bigint
  /** Printed less its half-up value, in printed units: what the footing moved. */
  readonly movedBy: bigint
  /** Rounded half up by itself and never moved: value, cost and net assets (step 1). */
  readonly isLocked: boolean
}

export type FootingPlan =
  | { readonly fits: true; readonly unit: PrintedUnit; readonly cells: ReadonlyMap<string, FootedCell> }
  | { readonly fits: false; readonly why: string }

const COMPONENTS = ['paidIn', 'income', 'realized', 'unrealized'] as const

/** Foots the document, or says which step cannot be footed without moving a figure by two units. */
export function planFooting(input: FootingInput): FootingPlan {
  const failures: string[] = []
  for (const stocks of stockChoices(input)) {
    const cells = cellsIn(input.unit)
    const failure = footStocks(input, stocks, cells) ?? planFlows(input, stocks.netAssets, unrealizedOf(stocks), cells)
    if (failure === undefined) return { fits: true, unit: input.unit, cells: cells.footed }
    failures.push(failure)
  }
  return { fits: false, why: [...new Set(failures)].join('; ') }
}

type Stocks = {
  readonly value: bigint
  readonly cost: bigint
  readonly translation: bigint
  readonly netAssets: bigint
  readonly totalLiabilities: bigint
}

const unrealizedOf = ({ value, cost, translation }: Stocks): bigint => value - cost + translation

/**
 * The stocks in the order in which they are tried: all half up; total liabilities re-rounded (step 6); then, where capital is
 * whole and nothing else can take a unit, cost re-rounded, and last value. Net assets stand. Translation, which no line prints,
 * is rounded to where unrealized comes nearest to its exact value, and the other way before any of these.
 */
function stockChoices({
  unit,
  value,
  cost,
  translation,
  netAssets,
  totalLiabilities,
  closing: { unrealized },
}: Pick<FootingInput, 'unit' | 'value' | 'cost' | 'translation' | 'netAssets' | 'totalLiabilities' | 'closing'>): readonly Stocks[] {
  const candidates = ({ exact }: Line): readonly bigint[] => {
    const first = halfUp(exact, unit)
    return [first, ...neighbours(exact, unit).filter((candidate) => candidate !== first)]
  }
  const translations = (ofValue: bigint, ofCost: bigint): readonly bigint[] => {
    const far = (printed: bigint): Fraction => distance(unrealized.exact, ofValue - ofCost + printed, unit)
    return neighbours(translation.exact, unit).toSorted((left, right) => compareFractions(far(left), far(right)))
  }
  return candidates(value).flatMap((ofValue) =>
    candidates(cost).flatMap((ofCost) =>
      candidates(totalLiabilities).flatMap((ofLiabilities) =>
        translations(ofValue, ofCost).map((ofTranslation) => ({
          value: ofValue,
          cost: ofCost,
          translation: ofTranslation,
          netAssets: halfUp(netAssets.exact, unit),
          totalLiabilities: ofLiabilities,
        })),
      ),
    ),
  )
}

/** Step 1. Returns why it cannot be done, or undefined. */
function footStocks(input: FootingInput, { value, cost, translation, netAssets, totalLiabilities }: Stocks, cells: Cells): string | undefined {
  cells.set(input.value, value)
  cells.set(input.cost, cost)
  cells.set(input.translation, translation)
  cells.lock(input.netAssets, netAssets)
  cells.set(input.totalLiabilities, totalLiabilities)
  cells.set(input.totalAssets, netAssets + totalLiabilities)
  if (!cells.foot(input.assets, netAssets + totalLiabilities - value)) return `assets do not foot to ${netAssets + totalLiabilities}`
  if (!cells.foot(input.liabilities, totalLiabilities)) return `liabilities do not foot to ${totalLiabilities}`
  return undefined
}

/** The printed closing components of a balance alone: the opening column of a period whose last report is not at hand. */
export function planClosing(
  input: Pick<FootingInput, 'unit' | 'value' | 'cost' | 'translation' | 'netAssets' | 'closing'>,
): Readonly<Record<Component, bigint>> {
  const { unit, closing } = input
  const exact = FREE.map((component) => closing[component].exact)
  const choices = stockChoices({ ...input, totalLiabilities: { id: '', exact: ZERO } })
  for (const stocks of choices) {
    const free = foot(exact, stocks.netAssets - unrealizedOf(stocks), unit)
    if (free.fits) return componentsOf(free.printed, unrealizedOf(stocks))
  }
  const [first] = choices as readonly [Stocks]
  return componentsOf(nearestWithin(exact, first.netAssets - unrealizedOf(first), unit), unrealizedOf(first))
}

const componentsOf = ([paidIn = 0n, income = 0n, realized = 0n]: readonly bigint[], unrealized: bigint): Readonly<Record<Component, bigint>> => ({
  paidIn,
  income,
  realized,
  unrealized,
})

/** Where a component is whole and may not move, and the others cannot take what is missing: the nearest that add, within two units. */
function nearestWithin(exact: readonly Decimal[], total: bigint, unit: PrintedUnit): readonly bigint[] {
  const fitting = combinations(exact.map((value) => withinTwoUnits(value, unit))).filter((values) => values.reduce((all, value) => all + value, 0n) === total)
  const rated = fitting.map((values) => ({ values, distance: distanceOf(values.map((printed, index) => distance(exact[index] as Decimal, printed, unit))) }))
  const [best] = rated.toSorted((left, right) => compareDistances(left.distance, right.distance))
  invariant(best !== undefined, 'components of a balance add to it within two units')
  return best.values
}

/** A choice for the free cells of steps 2 and 3. */
type Choice = { readonly closing: Readonly<Record<Component, bigint>>; readonly distributions: readonly bigint[]; readonly reclassified: readonly bigint[] }

const FREE = ['paidIn', 'income', 'realized'] as const

/**
 * Steps 2 to 6. Returns why it cannot be done, or undefined. The choice of step 2 is taken where it leaves every flow within a
 * unit and every list of lines foots; else the best of the others that foots, for a line that is whole can take no unit.
 */
function planFlows(input: FootingInput, netAssets: bigint, unrealized: bigint, cells: Cells): string | undefined {
  invariant(sum(FREE.map((component) => input.reclassified[component].exact)).units === 0n, 'reclassifications add to zero')
  const preferred = preferredChoice(input, netAssets, unrealized)
  if (preferred !== undefined && !worst(input, preferred).isUnitOrMore && footFlows(input, preferred, cells) === undefined) return undefined

  const near = [...(preferred === undefined ? [] : [preferred]), ...otherChoices(input, netAssets, unrealized, neighbours)]
  const first = firstThatFoots(input, near, cells)
  if (first === undefined) return undefined
  return firstThatFoots(input, otherChoices(input, netAssets, unrealized, withinTwoUnits), cells) === undefined
    ? undefined
    : (first ?? `components of capital do not foot to ${netAssets}`)
}

/** Foots the best of the choices that can be footed. Undefined where one could; else why the best could not; null of none. */
function firstThatFoots(input: FootingInput, choices: readonly Choice[], cells: Cells): string | null | undefined {
  const rated = choices.map((choice) => ({ choice, distance: worst(input, choice) }))
  const inOrder = rated.filter(({ distance: { isTwoOrMore } }) => !isTwoOrMore).toSorted((left, right) => compareDistances(left.distance, right.distance))
  if (rated.length > 0 && inOrder.length === 0) return 'a flow would be printed two units or more from its exact value'
  let first: string | null = null
  for (const { choice } of inOrder) {
    const failure = footFlows(input, choice, cells)
    if (failure === undefined) return undefined
    first ??= failure
  }
  return first
}

/** The cells of one choice, with its lists footed to the flows that it forces; why not, where one of them cannot be. */
function footFlows(input: FootingInput, choice: Choice, cells: Cells): string | undefined {
  for (const component of COMPONENTS) cells.set(input.closing[component], choice.closing[component])
  for (const [index, component] of FREE.entries()) {
    cells.set(input.distributions[component], choice.distributions[index] as bigint)
    cells.set(input.reclassified[component], choice.reclassified[index] as bigint)
  }
  const flows = flowsOf(input, choice)
  if (!cells.footFlow(input.capital, flows.capital)) return `capital share transactions do not foot to ${flows.capital}`
  for (const component of ['income', 'realized', 'unrealized'] as const) {
    cells.set(input.operations[component], flows[component])
    // A component without lines of its own (unrealized) is printed as it stands.
    if (input.details[component].length > 0 && !cells.footFlow(input.details[component], flows[component]))
      return `the lines of ${component} do not foot to ${flows[component]}`
  }
  return cells.hasMovedZero() ? 'a figure that is exactly zero would have to move' : undefined
}

function preferredChoice({ unit, closing, distributions, reclassified }: FootingInput, netAssets: bigint, unrealized: bigint): Choice | undefined {
  const footedClosing = foot(
    FREE.map((component) => closing[component].exact),
    netAssets - unrealized,
    unit,
  )
  const footedReclass = foot(
    FREE.map((component) => reclassified[component].exact),
    0n,
    unit,
  )
  if (!footedClosing.fits || !footedReclass.fits) return undefined
  const [paidIn = 0n, income = 0n, realized = 0n] = footedClosing.printed
  return {
    closing: { paidIn, income, realized, unrealized },
    distributions: FREE.map((component) => halfUp(distributions[component].exact, unit)),
    reclassified: footedReclass.printed,
  }
}

/** Every combination of the free cells' candidates whose columns add, in row order; closing components by `candidates`. */
function otherChoices(
  { unit, closing, distributions, reclassified }: FootingInput,
  netAssets: bigint,
  unrealized: bigint,
  candidates: typeof neighbours,
): readonly Choice[] {
  const around = (lines: Readonly<Record<(typeof FREE)[number], Line>>, of = neighbours): readonly (readonly bigint[])[] =>
    combinations(FREE.map((component) => of(lines[component].exact, unit)))
  const add = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n)
  const closings = around(closing, candidates).filter((values) => add(values) === netAssets - unrealized)
  const reclasses = around(reclassified).filter((values) => add(values) === 0n)
  return closings.flatMap(([paidIn = 0n, income = 0n, realized = 0n]) =>
    reclasses.flatMap((reclass) =>
      around(distributions).map((paid) => ({ closing: { paidIn, income, realized, unrealized }, distributions: paid, reclassified: reclass })),
    ),
  )
}

/** The forced flows of a choice: step 3's capital transactions and step 4's operations. */
function flowsOf(
  { openingPrinted }: FootingInput,
  { closing, distributions, reclassified }: Choice,
): Record<'capital' | 'income' | 'realized' | 'unrealized', bigint> {
  const change = (component: Component): bigint => closing[component] - openingPrinted[component]
  const [returned = 0n, income = 0n, realized = 0n] = distributions
  const [toPaidIn = 0n, toIncome = 0n, toRealized = 0n] = reclassified
  return {
    capital: change('paidIn') - toPaidIn + returned,
    income: change('income') + income - toIncome,
    realized: change('realized') + realized - toRealized,
    unrealized: change('unrealized'),
  }
}

type Distance = { readonly largest: Fraction; readonly total: Fraction; readonly isUnitOrMore: boolean; readonly isTwoOrMore: boolean }
type Fraction = { readonly numerator: bigint; readonly denominator: bigint }

function worst(input: FootingInput, choice: Choice): Distance {
  const flows = flowsOf(input, choice)
  const { unit, operations, distributions, capital, closing } = input
  const distances = [
    distance(sum(capital.map(({ exact }) => exact)), flows.capital, unit),
    ...(['income', 'realized', 'unrealized'] as const).map((component) => distance(operations[component].exact, flows[component], unit)),
    ...FREE.map((component, index) => distance(distributions[component].exact, choice.distributions[index] as bigint, unit)),
    ...FREE.map((component) => distance(closing[component].exact, choice.closing[component], unit)),
  ]
  return distanceOf(distances)
}

function distanceOf(distances: readonly Fraction[]): Distance {
  const zero: Fraction = { numerator: 0n, denominator: 1n }
  const largest = distances.reduce((most, one) => (isLess(most, one) ? one : most), zero)
  const total = distances.reduce(
    (all, one) => ({ numerator: all.numerator * one.denominator + one.numerator * all.denominator, denominator: all.denominator * one.denominator }),
    zero,
  )
  return { largest, total, isUnitOrMore: largest.numerator >= largest.denominator, isTwoOrMore: largest.numerator >= 2n * largest.denominator }
}

const isLess = (left: Fraction, right: Fraction): boolean => left.numerator * right.denominator < right.numerator * left.denominator
const compareFractions = (left: Fraction, right: Fraction): number => (isLess(left, right) ? -1 : isLess(right, left) ? 1 : 0)
/** The smallest largest difference first, then the smallest sum; what compares alike stays in row order. */
const compareDistances = (left: Distance, right: Distance): number => compareFractions(left.largest, right.largest) || compareFractions(left.total, right.total)

const combinations = (choices: readonly (readonly bigint[])[]): readonly (readonly bigint[])[] =>
  choices.reduce<readonly (readonly bigint[])[]>((all, options) => all.flatMap((chosen) => options.map((option) => [...chosen, option])), [[]])

type Cells = {
  readonly footed: ReadonlyMap<string, FootedCell>
  readonly lock: (line: Line, printed: bigint) => void
  readonly set: (line: Line, printed: bigint) => void
  /** Foots the lines to the total; false where that cannot be. */
  readonly foot: (lines: readonly Line[], total: bigint) => boolean
  /** The same for the lines of a flow: where one line alone is not zero, it is the flow, and goes where step 6 lets that go. */
  readonly footFlow: (lines: readonly Line[], total: bigint) => boolean
  /** Whether a line that is exactly zero was printed as something else. */
  readonly hasMovedZero: () => boolean
}

/** The printed cells of one attempt. */
function cellsIn(unit: PrintedUnit): Cells {
  const footed = new Map<string, FootedCell>()
  const put = ({ id, exact }: Line, printed: bigint, isLocked: boolean): void => {
    footed.set(id, { id, exact, printed, movedBy: printed - halfUp(exact, unit), isLocked })
  }
  const footLines = (lines: readonly Line[], total: bigint): boolean => {
    const result = foot(
      lines.map(({ exact }) => exact),
      total,
      unit,
    )
    if (!result.fits) return false
    for (const [index, line] of lines.entries()) put(line, result.printed[index] as bigint, false)
    return true
  }
  const takeWhole = (lines: readonly Line[], total: bigint): boolean => {
    const [alone, ...others] = lines.filter(({ exact }) => !isZero(exact))
    if (alone === undefined || others.length > 0 || neighbours(alone.exact, unit).length === 1) return false
    if (distanceOf([distance(alone.exact, total, unit)]).isTwoOrMore) return false
    for (const line of lines) put(line, line === alone ? total : 0n, false)
    return true
  }
  return {
    footed,
    lock: (line, printed) => put(line, printed, true),
    set: (line, printed) => put(line, printed, false),
    foot: footLines,
    footFlow: (lines, total) => footLines(lines, total) || takeWhole(lines, total),
    hasMovedZero: () => [...footed.values()].some(({ exact, printed }) => isZero(exact) && printed !== 0n),
  }
}
