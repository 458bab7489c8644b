/**
 * Documents at random for the footing plan: exact books of several periods in cents, each of which balances by construction,
 * and each period's opening as the period before printed its end.
 */
import fc from 'fast-check'
import { type Component, type FootingInput, type FootingPlan, type Line, planFooting } from '../../src/statements/footing/plan.ts'
import { decimal } from '../../src/values/decimal.ts'

const COMPONENTS = ['paidIn', 'income', 'realized', 'unrealized'] as const
type Cents = Readonly<Record<Component, bigint>>

/** What fast-check draws of one period, in cents. */
export type Period = {
  readonly value: bigint
  readonly cost: bigint
  readonly otherAssets: readonly bigint[]
  readonly liabilities: readonly bigint[]
  readonly sold: bigint
  readonly reinvested: bigint
  readonly repurchased: bigint
  readonly otherCapital: bigint
  readonly income: readonly bigint[]
  readonly expenses: readonly bigint[]
  readonly realized: readonly bigint[]
  readonly returned: bigint
  readonly paidIncome: bigint
  readonly paidGains: bigint
  readonly toPaidIn: bigint
  readonly toIncome: bigint
  /** Of foreign items: what stands among assets and liabilities is translated already. */
  readonly translation: bigint
}

/** Zero and whole dollars come often: most lines of a real statement are one or the other. */
const amount = (most: bigint): fc.Arbitrary<bigint> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(0n) },
    { weight: 1, arbitrary: fc.bigInt(0n, most / 100n).map((dollars) => dollars * 100n) },
    { weight: 4, arbitrary: fc.bigInt(0n, most) },
  )
const signed = (most: bigint): fc.Arbitrary<bigint> => fc.tuple(amount(most), fc.boolean()).map(([value, isNegative]) => (isNegative ? -value : value))

const MILLION = 100_000_000n

export const periods: fc.Arbitrary<readonly Period[]> = fc.array(
  fc.record<Period>({
    value: amount(9n * MILLION),
    cost: amount(9n * MILLION),
    otherAssets: fc.array(amount(MILLION), { minLength: 0, maxLength: 4 }),
    liabilities: fc.array(amount(MILLION), { minLength: 0, maxLength: 5 }),
    sold: amount(5n * MILLION),
    reinvested: amount(MILLION),
    repurchased: amount(2n * MILLION),
    otherCapital: fc.oneof({ weight: 5, arbitrary: fc.constant(0n) }, signed(10_000n)),
    income: fc.array(amount(MILLION), { minLength: 2, maxLength: 5 }),
    expenses: fc.array(amount(MILLION / 10n), { minLength: 2, maxLength: 10 }),
    realized: fc.array(signed(MILLION), { minLength: 1, maxLength: 3 }),
    returned: fc.oneof({ weight: 3, arbitrary: fc.constant(0n) }, amount(MILLION)),
    paidIncome: amount(MILLION),
    paidGains: amount(MILLION),
    toPaidIn: fc.oneof({ weight: 2, arbitrary: fc.constant(0n) }, signed(MILLION)),
    toIncome: fc.oneof({ weight: 2, arbitrary: fc.constant(0n) }, signed(MILLION)),
    translation: fc.oneof({ weight: 2, arbitrary: fc.constant(0n) }, signed(MILLION)),
  }),
  { minLength: 1, maxLength: 4 },
)

const line = (id: string, cents: bigint): Line => ({ id, exact: decimal(cents, 2) })
const total = (values: readonly bigint[]): bigint => values.reduce((all, value) => all + value, 0n)
const lines = (name: string, values: readonly bigint[]): readonly Line[] => values.map((value, index) => line(`${name}-${index}`, value))

export type Document = { readonly input: FootingInput; readonly plan: FootingPlan }

/** The documents of successive periods; the chain ends where one does not fit. */
export function documentsOf(drawn: readonly Period[], unit = 0): readonly Document[] {
  const documents: Document[] = []
  let opening: Cents = { paidIn: 0n, income: 0n, realized: 0n, unrealized: 0n }
  let openingPrinted: Readonly<Record<Component, bigint>> = { paidIn: 0n, income: 0n, realized: 0n, unrealized: 0n }
  for (const period of drawn) {
    const { input, closing } = inputOf(period, opening, openingPrinted, unit)
    const plan = planFooting(input)
    documents.push({ input, plan })
    if (!plan.fits) break
    opening = closing
    openingPrinted = Object.fromEntries(COMPONENTS.map((component) => [component, plan.cells.get(`closing-${component}`)?.printed ?? 0n])) as Record<
      Component,
      bigint
    >
  }
  return documents
}

function inputOf(
  period: Period,
  opening: Cents,
  openingPrinted: Readonly<Record<Component, bigint>>,
  unit: number,
): { readonly input: FootingInput; readonly closing: Cents } {
  const {
    value,
    cost,
    otherAssets,
    sold,
    reinvested,
    repurchased,
    otherCapital,
    income,
    expenses,
    realized,
    returned,
    paidIncome,
    paidGains,
    toPaidIn,
    toIncome,
    translation,
  } = period
  const capital = [sold, reinvested, -repurchased, otherCapital]
  const netIncome = total(income) - total(expenses)
  const closing: Cents = {
    paidIn: opening.paidIn + total(capital) + toPaidIn - returned,
    income: opening.income + netIncome + toIncome - paidIncome,
    realized: opening.realized + total(realized) - toPaidIn - toIncome - paidGains,
    unrealized: value - cost + translation,
  }
  const netAssets = total(Object.values(closing))
  // Cash is what is left; where the fund has none, the custodian is owed.
  const balance = netAssets + total(period.liabilities) - value - total(otherAssets)
  const [cash, overdraft] = balance < 0n ? [0n, -balance] : [balance, 0n]
  const liabilities = [overdraft, ...period.liabilities]
  return {
    closing,
    input: {
      unit,
      value: line('value', value),
      cost: line('cost', cost),
      translation: line('translation', translation),
      netAssets: line('net-assets', netAssets),
      totalAssets: line('total-assets', netAssets + total(liabilities)),
      totalLiabilities: line('total-liabilities', total(liabilities)),
      assets: lines('asset', [cash, ...otherAssets]),
      liabilities: lines('liability', liabilities),
      closing: Object.fromEntries(
        COMPONENTS.map((component) => [component, line(`closing-${component}`, closing[component])]),
      ) as unknown as FootingInput['closing'],
      openingPrinted,
      operations: {
        income: line('operations-income', netIncome),
        realized: line('operations-realized', total(realized)),
        unrealized: line('operations-unrealized', closing.unrealized - opening.unrealized),
      },
      distributions: {
        paidIn: line('distributed-paidIn', returned),
        income: line('distributed-income', paidIncome),
        realized: line('distributed-realized', paidGains),
      },
      reclassified: { paidIn: line('moved-paidIn', toPaidIn), income: line('moved-income', toIncome), realized: line('moved-realized', -toPaidIn - toIncome) },
      capital: lines('capital', capital),
      details: {
        income: [
          ...lines('income', income),
          ...lines(
            'expense',
            expenses.map((expense) => -expense),
          ),
        ],
        realized: lines('realized', realized),
        unrealized: [],
      },
    },
  }
}
