/** R8.3 and R8.4: one plan rounds a whole report. */
import { describe, expect, test } from 'vitest'
import { type Decimal, parseDecimal, ZERO } from '../../src/values/decimal.ts'
import { foot } from '../../src/statements/footing/foot.ts'
import { type FootingInput, type Line, planFooting } from '../../src/statements/footing/plan.ts'

const of = (text: string): Decimal => {
  const read = parseDecimal(text)
  if (read === undefined) throw new Error(`a test names a number that is none: ${text}`)
  return read
}
const line = (id: string, exact: string): Line => ({ id, exact: of(exact) })
const nil = (id: string): Line => ({ id, exact: ZERO })

/** A fund without investments whose books are cash and liabilities; what a case does not give is nothing. */
function plan(given: Partial<FootingInput>) {
  const result = planFooting({
    unit: 0,
    value: nil('value'),
    cost: nil('cost'),
    translation: nil('translation'),
    netAssets: nil('net-assets'),
    totalAssets: nil('total-assets'),
    totalLiabilities: nil('total-liabilities'),
    assets: [],
    liabilities: [],
    closing: { paidIn: nil('paid-in'), income: nil('income'), realized: nil('realized'), unrealized: nil('unrealized') },
    openingPrinted: { paidIn: 0n, income: 0n, realized: 0n, unrealized: 0n },
    operations: { income: nil('operations-income'), realized: nil('operations-realized'), unrealized: nil('operations-unrealized') },
    distributions: { paidIn: nil('distributed-capital'), income: nil('distributed-income'), realized: nil('distributed-gains') },
    reclassified: { paidIn: nil('moved-paid-in'), income: nil('moved-income'), realized: nil('moved-realized') },
    capital: [],
    details: { income: [], realized: [], unrealized: [] },
    ...given,
  })
  return {
    why: result.fits ? undefined : result.why,
    printed: (id: string) => (result.fits ? result.cells.get(id)?.printed : undefined),
    movedBy: (id: string) => (result.fits ? result.cells.get(id)?.movedBy : undefined),
  }
}

describe('R8.3: a list adds to its total', () => {
  test.each([
    // Floors 10 and −4 make 6 of 7; .6 against .6, the larger amount takes the unit.
    { exact: ['10.6', '-3.4'], total: 7n, printed: [11n, -4n] },
    // Floors 10 + 20 + 30 + 38 = 98 of 100; all fractions .5, the two largest amounts take the units.
    { exact: ['10.5', '20.5', '30.5', '38.5'], total: 100n, printed: [10n, 20n, 31n, 39n] },
  ])('$exact to $total', ({ exact, total, printed }) => expect(foot(exact.map(of), total, 0)).toEqual({ fits: true, printed }))

  test('R8.9: percentages to 100.0: 3,074 / 484,268 = 0.635% and 481,194 / 484,268 = 99.365%', () => {
    expect(foot([of('0.634772'), of('99.365228')], 1000n, -1)).toEqual({ fits: true, printed: [6n, 994n] })
  })
})

describe('R8.4: figures at a date first, movements after them', () => {
  test('100.40 + 10.40 = 110.80: 100 and 111 stand, so operations print 11', () => {
    const { printed, movedBy } = plan({
      netAssets: line('net-assets', '110.80'),
      totalAssets: line('total-assets', '110.80'),
      assets: [line('cash', '110.80')],
      closing: { paidIn: line('paid-in', '100'), income: line('income', '10.80'), realized: nil('realized'), unrealized: nil('unrealized') },
      openingPrinted: { paidIn: 100n, income: 0n, realized: 0n, unrealized: 0n },
      operations: { income: line('operations-income', '10.40'), realized: nil('operations-realized'), unrealized: nil('operations-unrealized') },
      details: { income: [line('dividends', '10.40')], realized: [], unrealized: [] },
    })
    expect([printed('net-assets'), printed('operations-income'), printed('dividends')]).toEqual([111n, 11n, 11n])
    expect([movedBy('net-assets'), movedBy('operations-income')]).toEqual([0n, 1n])
  })

  test('net assets 100.50 and liabilities 50.50 would be 101 + 51 = 152 of assets that are exactly 151: liabilities print 50', () => {
    const { printed, movedBy } = plan({
      netAssets: line('net-assets', '100.50'),
      totalAssets: line('total-assets', '151.00'),
      totalLiabilities: line('total-liabilities', '50.50'),
      assets: [line('cash', '151.00')],
      liabilities: [line('payable', '50.50')],
      closing: { paidIn: line('paid-in', '100.50'), income: nil('income'), realized: nil('realized'), unrealized: nil('unrealized') },
      capital: [line('shares-sold', '100.50')],
    })
    expect([printed('total-assets'), printed('total-liabilities'), printed('payable'), printed('net-assets')]).toEqual([151n, 50n, 50n, 101n])
    expect([movedBy('total-liabilities'), movedBy('cash')]).toEqual([-1n, 0n])
  })

  test('unrealized is printed value less printed cost: 484,268 − 488,253, and capital takes 496,015 + 3,985', () => {
    const { printed } = plan({
      value: line('value', '484267.73'),
      cost: line('cost', '488253.00'),
      netAssets: line('net-assets', '496014.73'),
      totalAssets: line('total-assets', '984267.73'),
      totalLiabilities: line('total-liabilities', '488253.00'),
      assets: [line('cash', '500000.00')],
      liabilities: [line('payable', '488253.00')],
      closing: { paidIn: line('paid-in', '500000.00'), income: nil('income'), realized: nil('realized'), unrealized: line('unrealized', '-3985.27') },
      operations: { income: nil('operations-income'), realized: nil('operations-realized'), unrealized: line('operations-unrealized', '-3985.27') },
      capital: [line('shares-sold', '500000.00')],
    })
    expect([printed('unrealized'), printed('operations-unrealized'), printed('paid-in'), printed('total-assets')]).toEqual([-3985n, -3985n, 500000n, 984268n])
  })

  test('a movement two units from its exact value is not forced: the plan says why', () => {
    const { why } = plan({
      netAssets: line('net-assets', '100.00'),
      totalAssets: line('total-assets', '100.00'),
      assets: [line('cash', '100.00')],
      closing: { paidIn: line('paid-in', '90'), income: line('income', '10'), realized: nil('realized'), unrealized: nil('unrealized') },
      openingPrinted: { paidIn: 90n, income: 3n, realized: 0n, unrealized: 0n },
      operations: { income: line('operations-income', '5.00'), realized: nil('operations-realized'), unrealized: nil('operations-unrealized') },
      details: { income: [line('dividends', '5.00')], realized: [], unrealized: [] },
    })
    // 10 − 3 = 7 against 5.00.
    expect(why).toBe('a flow would be printed two units or more from its exact value')
  })
})
