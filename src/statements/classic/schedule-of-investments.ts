/** Schedule of investments (17 CFR 210.12-12; R8.6, R8.7, R8.9): by type and industry, with percentages of net assets; and the countries. */
import { decimal, type Decimal, isZero } from '../../values/decimal.ts'
import { formatLongDate } from '../../values/calendar-date.ts'
import { countryName } from '../../values/country.ts'
import { compareText } from '../../values/issue.ts'
import { type Instrument, type InstrumentId, type InstrumentType, instrumentTypes } from '../../reference/instrument.ts'
import { type Position } from '../../nav/mark.ts'
import { closingOf } from '../concept.ts'
import { netAssets, otherAssetsNet } from '../concepts/net-assets.ts'
import { groupValue, investmentsAtCost, investmentsAtValue, positionQuantity, positionValueOf, typeCost } from '../concepts/securities.ts'
import { type Figure } from '../figure.ts'
import { type Presentation } from '../presentation.ts'
import { type StatementBooks } from '../statement-books.ts'
import { slugOf, subjectsOf } from '../subjects.ts'
import { footedList, footedPercents, type Page, percent, planned, total, units, withheld, withSymbol } from '../printer.ts'
import { type CaptionPart, type Cell, type Row, type Statement } from '../statement.ts'
import { type PrintedCells } from './table.ts'

const typeCaptions: Readonly<Record<InstrumentType, string>> = {
  'common-stock': 'Common Stock',
  'preferred-stock': 'Preferred Stock',
  'depositary-receipt': 'Depositary Receipts',
}

export const NON_INCOME_PRODUCING = '*'

type Holding = { readonly instrument: Instrument; readonly position: Position }

/** Types in their order, industries and names in alphabetical order whatever their case. */
export function scheduleOfInvestments(page: Page, presentation: Presentation, printed: PrintedCells, hasNotes: boolean): Statement | undefined {
  const { scope } = page
  const { books } = scope.figures
  const holdings = books
    .positions(closingOf(scope))
    .map((position): Holding => ({ position, instrument: books.instruments.get(position.instrument) as Instrument }))
    .toSorted(
      (left, right) =>
        instrumentTypes.indexOf(left.instrument.type) - instrumentTypes.indexOf(right.instrument.type) ||
        byName(left.instrument.industry, right.instrument.industry) ||
        byName(left.instrument.name, right.instrument.name) ||
        compareText(left.instrument.id, right.instrument.id),
    )

  const value = planned(page, 'investments-at-value', investmentsAtValue)
  const cells = footedList(
    page,
    holdings.map(({ instrument }) => ({ line: `holding.${instrument.id}`, figure: positionValueOf(scope, instrument.id) })),
    (value.value as Decimal).units,
  )
  if (cells === undefined) return undefined
  const symbolOn = new Set<string>(presentation.symbolOn.length > 0 ? presentation.symbolOn : holdings.slice(0, 1).map(({ instrument }) => instrument.id))
  const cellOf = new Map(
    holdings.map(({ instrument }, index) => [instrument.id, symbolOn.has(instrument.id) ? withSymbol(cells[index] as Cell) : (cells[index] as Cell)]),
  )
  for (const [id, cell] of cellOf) printed.set(`holding.${id}`, cell)

  const types = [...Map.groupBy(holdings, ({ instrument }) => instrument.type)]
  const costs = footedList(
    page,
    types.map(([type, held]) => ({ line: `type-cost.${type}`, figure: typeCost(scope, type, idsOf(held)) })),
    (planned(page, 'cost', investmentsAtCost).value as Decimal).units,
  )
  if (costs === undefined) return undefined

  const rows: Row[] = types.flatMap(([type, held], index) => typeRows(page, type, held, costs[index] as Cell, cellOf, presentation, printed))
  return {
    id: 'soi',
    title: 'Schedule of Investments',
    stub: [],
    leadHeading: 'Shares or Principal Amount',
    columns: [{ heading: ['Market Value'] }],
    rows: [
      ...rows,
      ...totalRows(
        page,
        types.map(([type]) => printed.get(`type-value.${type}`) as Cell),
        printed,
      ),
    ],
    footnotes: [],
    reference: hasNotes
      ? 'See Notes to Schedule of Investments and Financial Statements.'
      : scheduleLegend(page).length > 0
        ? 'See Notes to Schedule of Investments.'
        : undefined,
  }
}

function typeRows(
  page: Page,
  type: InstrumentType,
  held: readonly Holding[],
  cost: Cell,
  cellOf: ReadonlyMap<InstrumentId, Cell>,
  presentation: Presentation,
  printed: PrintedCells,
): Row[] {
  const { scope } = page
  const figure = groupValue(scope, 'type-value', type, idsOf(held))
  const share = percentOf(page, `type-percent.${type}`, type, figure, netAssets.define(scope), 'type-percent')
  const typeTotal = total(
    page,
    `type-value.${type}`,
    figure,
    held.map(({ instrument }) => ({ cell: cellOf.get(instrument.id) as Cell, sign: 1 })),
  )
  printed.set(`type-value.${type}`, typeTotal)
  printed.set(`type-percent.${type}`, share)
  printed.set(`type-cost.${type}`, cost)
  const industries = [...Map.groupBy(held, ({ instrument }) => instrument.industry)]
  return [
    { row: 'heading', level: 0, caption: [[`${typeCaptions[type]} - `, share]] },
    ...industries.flatMap(([industry, members], index): Row[] => [
      ...(presentation.breakBefore.includes(industry) ? [{ row: 'page break' } as const] : index === 0 ? [] : [{ row: 'space' } as const]),
      ...industryRows(page, type, industry, members, cellOf, printed),
    ]),
    { row: 'rule' },
    line([[`Total ${typeCaptions[type]} (cost $`, cost, ')']], typeTotal),
    { row: 'rule' },
  ]
}

function industryRows(
  page: Page,
  type: InstrumentType,
  industry: string,
  members: readonly Holding[],
  cellOf: ReadonlyMap<InstrumentId, Cell>,
  printed: PrintedCells,
): Row[] {
  const { scope } = page
  const slug = industrySubjects(scope.figures.books).get(industry) as string
  const subject = `${type}.${slug}`
  // Most funds hold common stock alone, so its industries are named without it.
  const ofType = type === 'common-stock' ? slug : `${slug}.${type}`
  const figure = groupValue(scope, 'industry-value', ofType, idsOf(members))
  const share = percentOf(page, `industry-percent.${subject}`, ofType, figure, netAssets.define(scope), 'industry-percent')
  printed.set(`industry-percent.${subject}`, share)
  const lines = members.map(({ instrument }): Row => {
    const mark = instrument.isIncomeProducing ? '' : NON_INCOME_PRODUCING
    const quantity = units(page, `quantity.${instrument.id}`, positionQuantity(scope, instrument.id))
    return { ...line([[`${instrument.name}${mark}`]], cellOf.get(instrument.id) as Cell), lead: quantity }
  })
  const sum = total(
    page,
    `industry-value.${subject}`,
    figure,
    members.map(({ instrument }) => ({ cell: cellOf.get(instrument.id) as Cell, sign: 1 })),
  )
  printed.set(`industry-value.${subject}`, sum)
  // A subtotal stands only under industries of more than one holding.
  const subtotal: Row[] = members.length > 1 ? [{ row: 'space' }, { row: 'line', level: 0, caption: [[]], cells: [sum], hasLeaders: false }] : []
  return [{ row: 'heading', level: 0, caption: [[`${industry} - `, share]] }, ...lines, ...subtotal]
}

function totalRows(page: Page, types: readonly Cell[], printed: PrintedCells): Row[] {
  const { scope } = page
  const value = investmentsAtValue.define(scope)
  const all = total(
    page,
    'total-investments',
    value,
    types.map((cell) => ({ cell, sign: 1 })),
  )
  const cost = planned(page, 'total-cost', investmentsAtCost)
  const net = planned(page, 'net-assets', netAssets, { symbol: true })
  const other = otherAssetsNet.define(scope)
  const otherCell = total(page, 'other-assets-net', other, [
    { cell: net, sign: 1 },
    { cell: all, sign: -1 },
  ])
  const share = percentOf(page, 'total-percent', undefined, value, netAssets.define(scope), 'investments-percent')
  const whole = wholePercent(page)
  const otherShare = remainder(page, share)
  for (const [name, cell] of [
    ['total-investments', all],
    ['total-cost', cost],
    ['soi.net-assets', net],
    ['other-assets-net', otherCell],
    ['total-percent', share],
    ['other-percent', otherShare],
    ['whole-percent', whole],
  ] as const)
    printed.set(name, cell)
  return [
    line([['Total Investments (total cost $', cost, ') - ', share]], all),
    { row: 'rule' },
    line([['Cash, Receivables and Other Assets, net of Liabilities - ', otherShare]], otherCell),
    { row: 'rule' },
    line([['Net Assets - ', whole]], net),
    { row: 'rule' },
  ]
}

/** All of net assets, in percent. */
const wholeFigure = ({ scope }: Page): Figure =>
  scope.figures.figure({ concept: 'whole', when: scope.period, unit: 'percent', derivation: { of: 'count', what: 'percent of the whole', value: 100 } })

const wholePercent = (page: Page): Cell => percent(page, 'whole-percent', wholeFigure(page))

/** What is left of 100.0% after investments, as printed: the two are forced to add (T116). */
function remainder(page: Page, investments: Cell): Cell {
  if (investments.figure === undefined) return withheld(page, 'other-percent', 'N/A', 'R9.11: net assets are zero')
  const { figures } = page.scope
  const hundred = wholeFigure(page)
  const figure = figures.figure({
    concept: 'other-assets-net-percent',
    when: { at: closingOf(page.scope) },
    unit: 'percent',
    derivation: { of: 'difference', minuend: hundred.id, subtrahend: investments.figure },
    cite: 'T116',
  })
  return percent(page, 'other-percent', figure)
}

/** Value ÷ net assets, to a tenth of a percent, from exact figures (R8.6); N/A where there are no net assets (R9.11). */
function percentOf(page: Page, place: string, subject: string | undefined, numerator: Figure, denominator: Figure, concept: string, scale = 1): Cell {
  if (isZero(denominator.amount)) return withheld(page, place, 'N/A', 'R9.11: net assets are zero')
  const figure = page.scope.figures.figure({
    concept,
    ...(subject === undefined ? {} : { subject }),
    when: { at: closingOf(page.scope) },
    unit: 'percent',
    derivation: { of: 'quotient', numerator: numerator.id, denominator: denominator.id, isPercent: true, rounding: { mode: 'half-up', scale } },
    cite: 'R8.6',
  })
  return percent(page, place, figure)
}

/** Countries of domicile, as a percentage of investment securities, not of net assets; the column adds to 100.0 (R8.9). */
export function countrySummary(page: Page, printed: PrintedCells): Statement | undefined {
  const { scope } = page
  const { books } = scope.figures
  const value = investmentsAtValue.define(scope)
  const byCountry = [
    ...Map.groupBy(books.positions(closingOf(scope)), ({ instrument }) => countryName((books.instruments.get(instrument) as Instrument).country)),
  ].toSorted(([left], [right]) => byName(left, right))
  if (byCountry.length === 0) return undefined
  const lines = byCountry.map(([name, positions]) => {
    const subject = slugOf(name)
    const figure = groupValue(
      scope,
      'country-value',
      subject,
      positions.map(({ instrument }) => instrument),
    )
    const exact = scope.figures.figure({
      concept: 'country-percent',
      subject,
      when: { at: closingOf(scope) },
      unit: 'percent',
      derivation: { of: 'quotient', numerator: figure.id, denominator: value.id, isPercent: true, rounding: { mode: 'half-up', scale: 6 } },
      cite: 'R8.9',
    })
    const amount = total(
      page,
      `value.${subject}`,
      figure,
      positions.map(({ instrument }) => ({ cell: printed.get(`holding.${instrument}`) as Cell, sign: 1 })),
    )
    return { name, subject, exact, amount }
  })
  const percents = footedPercents(
    page,
    lines.map(({ subject, exact }) => ({ line: `percent.${subject}`, figure: exact })),
    decimal(1000n, 1),
  )
  if (percents === undefined) return undefined
  const all = total(
    page,
    'total',
    value,
    lines.map(({ amount }) => ({ cell: amount, sign: 1 })),
    { symbol: true },
  )
  const hundred = scope.figures.figure({
    concept: 'countries-percent',
    when: { at: closingOf(scope) },
    unit: 'percent',
    derivation: { of: 'sum', terms: lines.map(({ exact }) => exact.id) },
  })
  const allPercent: Cell = {
    ...percent(page, 'total-percent', hundred),
    printed: '100.0%',
    value: decimal(1000n, 1),
    footing: { by: 'cells', of: percents.map(({ place }) => place), movedBy: 0n },
  }
  for (const [index, { subject, amount }] of lines.entries()) {
    printed.set(`country-value.${subject}`, amount)
    printed.set(`country-percent.${subject}`, percents[index] as Cell)
  }
  printed.set('countries.total', all)
  printed.set('countries.total-percent', allPercent)
  return {
    id: 'countries',
    title: `Summary of Investments by Country, ${formatLongDate(closingOf(scope))}`,
    stub: ['Country'],
    columns: [{ heading: ['% of Investment Securities'] }, { heading: ['Market Value'] }],
    rows: [
      ...lines.map(({ name, amount }, index): Row => ({
        row: 'line',
        level: 0,
        caption: [[name]],
        cells: [percents[index] as Cell, index === 0 ? withSymbol(amount) : amount],
        hasLeaders: false,
      })),
      { row: 'rule' },
      { row: 'line', level: 0, caption: [['Total']], cells: [allPercent, all], hasLeaders: false },
    ],
    footnotes: [],
    reference: undefined,
  }
}

/** The legend of the symbols that the schedule uses (R8.8): each once, none that is not used. */
export const scheduleLegend = (page: Page): readonly { readonly symbol: string; readonly text: string }[] => {
  const { books } = page.scope.figures
  const isUsed = books.positions(closingOf(page.scope)).some(({ instrument }) => books.instruments.get(instrument)?.isIncomeProducing === false)
  return isUsed ? [{ symbol: NON_INCOME_PRODUCING, text: 'Non-income-producing security' }] : []
}

const line = (caption: readonly (readonly CaptionPart[])[], cell: Cell): Extract<Row, { row: 'line' }> => ({
  row: 'line',
  level: 0,
  caption,
  cells: [cell],
  hasLeaders: true,
})

const idsOf = (holdings: readonly Holding[]): readonly InstrumentId[] => holdings.map(({ instrument }) => instrument.id)

/** Alphabetical without regard to case, by code unit: the same in every locale. */
const byName = (left: string, right: string): number => compareText(left.toLowerCase(), right.toLowerCase())

/** The part of ids and places that names an industry within its type. */
export const industrySubjects = ({ instruments }: StatementBooks): ReadonlyMap<string, string> =>
  subjectsOf([...instruments.values()].map(({ industry }) => industry))
