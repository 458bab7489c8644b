/** T01–T22, T72–T74: the schedule of investments, its percentages, and the countries. */
import { absolute, compare, decimal, type Decimal, isZero, powerOfTen, subtract, sum, ZERO } from '../../values/decimal.ts'
import { type Instrument } from '../../reference/instrument.ts'
import { countryName } from '../../values/country.ts'
import { closingOf } from '../concept.ts'
import { positionValueOf } from '../concepts/securities.ts'
import { industrySubjects } from '../classic/schedule-of-investments.ts'
import { slugOf } from '../subjects.ts'
import { halfUp } from '../footing/foot.ts'
import { type Cell } from '../statement.ts'
import {
  addUp,
  cellsNamed,
  countOf,
  equal,
  type Examined,
  identity,
  type Identity,
  type NotApplicable,
  observation,
  printed,
  recomputedPercent,
  type Sides,
  slackOf,
  valueOf,
  whereNetAssets,
} from './identity.ts'

const holdings = (examined: Examined) => cellsNamed(examined, 'holding.')
const sumNamed = (examined: Examined, prefix: string): Decimal => addUp(cellsNamed(examined, prefix).map(({ cell }) => valueOf(cell)))

/** Industries with their members' printed values, read from the books, not from the statement's rows. */
function industries(examined: Examined): readonly { readonly subject: string; readonly members: readonly Cell[] }[] {
  const { books } = examined.scope.figures
  const positions = books.positions(closingOf(examined.scope))
  const subjects = industrySubjects(books)
  const byIndustry = Map.groupBy(positions, ({ instrument }) => {
    const { type, industry } = books.instruments.get(instrument) as Instrument
    return `${type}.${subjects.get(industry)}`
  })
  return [...byIndustry].map(([subject, members]) => ({
    subject,
    members: members.map(({ instrument }) => examined.cells.get(`holding.${instrument}`) as Cell),
  }))
}

/** The same members by their exact figures. */
const exactSum = ({ scope }: Examined, members: readonly Cell[]): Decimal =>
  sum(members.map(({ figure }) => (figure === undefined ? ZERO : scope.figures.get(figure).amount)))

const membersSum = (members: readonly Cell[]): Decimal => sum(members.map(valueOf))

/** Lines whose amount is printed below the holdings of an industry. */
function subtotalLines(examined: Examined): ReadonlySet<string> {
  const rows = examined.statements.get('soi')?.rows ?? []
  return new Set(
    rows.flatMap((row) =>
      row.row === 'line' && row.lead === undefined && row.cells[0]?.place.startsWith('soi.industry-value.') === true ? [row.cells[0].place] : [],
    ),
  )
}

/** The countries beside the one with the largest value: what a reader checks holding by holding. */
function smallerCountries(examined: Examined): { readonly smaller: readonly string[]; readonly largest: string | undefined } {
  const values = cellsNamed(examined, 'country-value.').toSorted((left, right) => compare(valueOf(right.cell), valueOf(left.cell)))
  return { largest: values[0]?.name, smaller: values.slice(1).map(({ name }) => name) }
}

function holdingsOfCountries(examined: Examined, countries: readonly string[]): Decimal {
  const { books } = examined.scope.figures
  return sum(
    books
      .positions(closingOf(examined.scope))
      .filter(({ instrument }) => countries.includes(slugOf(countryName((books.instruments.get(instrument) as Instrument).country))))
      .map(({ instrument }) => printed(examined, `holding.${instrument}`)),
  )
}

export const scheduleIdentities: readonly Identity[] = [
  identity('T01', 'Σ holding values = total of their types', (e) => equal(addUp(holdings(e).map(({ cell }) => valueOf(cell))), sumNamed(e, 'type-value.'))),
  identity('T02', 'Σ type totals = total investments', (e) => equal(sumNamed(e, 'type-value.'), printed(e, 'total-investments'))),
  identity('T03', 'Σ subtotals and single-line industries = total of their types', (e) => equal(sumNamed(e, 'industry-value.'), sumNamed(e, 'type-value.'))),
  identity('T04', 'Industries whose subtotal is not the sum of its holdings', (e) =>
    equal(countOf(industries(e).filter(({ subject, members }) => compare(printed(e, `industry-value.${subject}`), membersSum(members)) !== 0)), ZERO),
  ),
  identity('T05', 'Industries with a subtotal and one holding, or without one and several', (e) => {
    const lines = subtotalLines(e)
    return equal(
      countOf(industries(e).filter(({ subject, members }) => members.length > 1 !== lines.has(`soi.industry-value.${subject}/${e.page.period}`))),
      ZERO,
    )
  }),
  identity(
    'T06',
    'Industry percentages that do not recompute from printed values',
    whereNetAssets((e) => {
      const wrong = industries(e).filter(
        ({ subject, members }) =>
          !isWithin(
            recomputedPercent(
              printed(e, `industry-percent.${subject}`),
              membersSum(members),
              printed(e, 'net-assets'),
              slackOf(membersSum(members), exactSum(e, members)),
            ),
          ),
      )
      return equal(countOf(wrong), ZERO)
    }),
  ),
  identity('T07', 'Σ industry percentages = Σ type percentages', (e) => {
    const parts = cellsNamed(e, 'industry-percent.')
    return {
      left: addUp(parts.map(({ cell }) => valueOf(cell))),
      right: sumNamed(e, 'type-percent.'),
      tolerance: decimal(5n * BigInt(parts.length), 2),
      note: '0.05 for each industry',
    }
  }),
  identity(
    'T08',
    'Type percentage = total ÷ net assets',
    whereNetAssets((e) => {
      const types = cellsNamed(e, 'type-value.')
      if (types.length !== 1)
        return equal(
          countOf(
            types.filter(
              ({ name, cell }) =>
                !isWithin(recomputedPercent(printed(e, `type-percent.${name}`), valueOf(cell), printed(e, 'net-assets'), BigInt(holdings(e).length))),
            ),
          ),
          ZERO,
        )
      return recomputedPercent(sumNamed(e, 'type-percent.'), sumNamed(e, 'type-value.'), printed(e, 'net-assets'), 1n)
    }),
  ),
  identity(
    'T09',
    'Total investments percentage = total ÷ net assets',
    whereNetAssets((e) => recomputedPercent(printed(e, 'total-percent'), printed(e, 'total-investments'), printed(e, 'net-assets'), 1n)),
  ),
  identity(
    'T10',
    'Other assets percentage = other assets ÷ net assets',
    whereNetAssets((e) => {
      const sides = recomputedPercent(printed(e, 'other-percent'), printed(e, 'other-assets-net'), printed(e, 'net-assets'), 1n)
      // The column is forced to add (T11, T116), so its last line may give up one step.
      return 'notApplicable' in sides || isWithin(sides) ? sides : { ...sides, tolerance: decimal(1n, 1), note: 'forced by T116' }
    }),
  ),
  identity(
    'T11',
    'Investments % + other assets % = 100.0',
    whereNetAssets((e) => ({
      left: sum([printed(e, 'total-percent'), printed(e, 'other-percent')]),
      right: printed(e, 'whole-percent'),
      note: 'the second is forced (T116)',
    })),
  ),
  identity('T12', 'Total investments + other assets, net = net assets (schedule)', (e) =>
    equal(sum([printed(e, 'total-investments'), printed(e, 'other-assets-net')]), printed(e, 'soi.net-assets')),
  ),
  identity('T13', 'Other assets, net = total assets − investments − total liabilities', (e) =>
    equal(printed(e, 'other-assets-net'), subtract(subtract(printed(e, 'total-assets'), printed(e, 'investments-at-value')), printed(e, 'total-liabilities'))),
  ),
  identity('T14', 'Σ cost of types = total investments cost', (e) => equal(sumNamed(e, 'type-cost.'), printed(e, 'total-cost'))),
  identity('T15', 'Schedule cost = investments at cost (assets and liabilities)', (e) => equal(printed(e, 'total-cost'), printed(e, 'investments-at-cost'))),
  identity('T16', 'Schedule value = investments at value (assets and liabilities)', (e) =>
    equal(printed(e, 'total-investments'), printed(e, 'investments-at-value')),
  ),
  identity('T17', 'Σ country values = total of the countries', (e) => equal(sumNamed(e, 'country-value.'), printed(e, 'countries.total'))),
  identity('T18', 'Total of the countries = total investments', (e) => equal(printed(e, 'countries.total'), printed(e, 'total-investments'))),
  identity('T19', 'Countries but the largest = value of their holdings', (e) => {
    const { smaller } = smallerCountries(e)
    if (smaller.length === 0) return { notApplicable: 'one country only' }
    return equal(sum(smaller.map((name) => printed(e, `country-value.${name}`))), holdingsOfCountries(e, smaller), smaller.join(', '))
  }),
  identity('T20', 'Their percentage of investment securities', (e) => {
    const { smaller } = smallerCountries(e)
    if (smaller.length === 0) return { notApplicable: 'one country only' }
    const sides = recomputedPercent(
      sum(smaller.map((name) => printed(e, `country-percent.${name}`))),
      sum(smaller.map((name) => printed(e, `country-value.${name}`))),
      printed(e, 'total-investments'),
      1n,
    )
    // Each percentage is rounded by itself, and the column is footed to 100.0.
    return 'notApplicable' in sides || smaller.length === 1 ? sides : { ...sides, tolerance: decimal(BigInt(smaller.length), 1) }
  }),
  identity('T21', 'Percentage of the largest country', (e) => {
    const { largest, smaller } = smallerCountries(e)
    if (largest === undefined) return { notApplicable: 'no investments' }
    const sides = recomputedPercent(printed(e, `country-percent.${largest}`), printed(e, `country-value.${largest}`), printed(e, 'total-investments'), 1n)
    return 'notApplicable' in sides || smaller.length <= 1 ? sides : { ...sides, tolerance: decimal(1n, 1), note: 'footed to 100.0' }
  }),
  identity('T22', 'Σ country percentages = 100.0, as printed', (e) => {
    if (cellsNamed(e, 'country-percent.').length === 0) return { notApplicable: 'no investments' }
    const total = printed(e, 'countries.total-percent')
    return equal(sumNamed(e, 'country-percent.'), total, compare(total, decimal(1000n, 1)) === 0 ? undefined : 'the total is not 100.0')
  }),
]

export const holdingRounding: readonly Identity[] = [
  observation('T72', 'Holdings printed otherwise than half up', (e) =>
    equal(countOf(roundingOf(e).filter(({ shown, half }) => shown !== half)), ZERO, 'the footing rule moves them; see T73'),
  ),
  identity('T73', 'Holdings not printed by largest remainder of quantity × price', (e) => equal(countOf(notByLargestRemainder(roundingOf(e))), ZERO)),
  observation('T74', 'Σ holdings rounded half up, against the printed total', (e) =>
    equal(
      decimal(
        roundingOf(e).reduce((total, { half }) => total + half, 0n),
        0,
      ),
      printed(e, 'total-investments'),
      'why the footing rule is needed',
    ),
  ),
]

type RoundedHolding = { readonly shown: bigint; readonly half: bigint; readonly floor: bigint; readonly fraction: Decimal }

function roundingOf(examined: Examined): readonly RoundedHolding[] {
  const { unit } = examined.page.footed
  return examined.scope.figures.books.positions(closingOf(examined.scope)).map(({ instrument }) => {
    const { amount } = positionValueOf(examined.scope, instrument)
    const denominator = powerOfTen(amount.scale + unit)
    const floor = amount.units / denominator - (amount.units % denominator !== 0n && amount.units < 0n ? 1n : 0n)
    return {
      shown: halfUp(printed(examined, `holding.${instrument}`), 0),
      half: halfUp(amount, unit),
      floor,
      fraction: decimal(amount.units - floor * denominator, amount.scale + unit),
    }
  })
}

/** Told from the result alone: each line is its floor or one above, whole lines stand still, and no line went up before one with a larger fraction. */
function notByLargestRemainder(lines: readonly RoundedHolding[]): readonly RoundedHolding[] {
  const down = lines.filter(({ shown, floor, fraction }) => shown === floor && !isZero(fraction))
  const largestDown = down.reduce((most, { fraction }) => (compare(fraction, most) > 0 ? fraction : most), ZERO)
  return lines.filter(({ shown, floor, fraction }) => {
    if (shown === floor) return false
    return shown !== floor + 1n || isZero(fraction) || compare(fraction, largestDown) < 0
  })
}

const isWithin = (sides: Sides | NotApplicable): boolean =>
  'notApplicable' in sides || compare(absolute(subtract(sides.left, sides.right)), sides.tolerance ?? ZERO) <= 0
