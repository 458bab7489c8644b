import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarDate, parseCalendarDate } from '../values/calendar-date.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { type Quantity } from '../values/scaled.ts'
import { emptyHolding, type Holding, openLot, type OpenLot } from './lot.ts'
import { type Relief, relieveFifo, type ReliefFault, relieveSpecific } from './relief.ts'

const UNIT = 1_000_000n
const lot = (id: string, quantity: number, dollars: number, acquired = '2024-01-02'): OpenLot => ({
  id: id as RecordId,
  acquired: parseCalendarDate(acquired) as CalendarDate,
  quantity: (BigInt(quantity) * UNIT) as Quantity,
  cost: BigInt(Math.round(dollars * 100)) as Amount,
  localCost: BigInt(Math.round(dollars * 100)) as Amount,
})
const holdingOf = (...lots: readonly OpenLot[]): Holding => lots.reduce(openLot, emptyHolding)
const take = (units: number): Quantity => (BigInt(units) * UNIT) as Quantity
const select = (...parts: readonly (readonly [string, number])[]) => parts.map(([id, units]) => ({ lot: id as RecordId, quantity: take(units) }))

/** `L1 100 1000.00`, by lot. */
const lines = (parts: readonly { readonly lot: RecordId; readonly quantity: bigint; readonly cost: bigint }[]): readonly string[] =>
  parts.map(({ lot: id, quantity, cost }) => `${id} ${quantity / UNIT} ${cost / 100n}.${String(cost % 100n).padStart(2, '0')}`)

const relieved = (relief: Relief | ReliefFault): Relief => {
  if ('fault' in relief) throw new Error(relief.fault)
  return relief
}

describe('R4.2: L1 100@10, L2 100@14, L3 100@12; sell 150 at 13, proceeds 1,950', () => {
  const three = holdingOf(lot('L1', 100, 1000, '2024-01-10'), lot('L2', 100, 1400, '2024-03-11'), lot('L3', 100, 1200, '2024-06-10'))

  test('a holding is its lots: 300 units, 3,600.00', () => {
    expect(three).toMatchObject({ quantity: 300n * UNIT, cost: 360_000n })
  })

  test('FIFO: L1 100, L2 50: cost 1,000 + 1,400 × 50/100 = 1,700, gain 250', () => {
    const { relieved: parts, cost, holding } = relieved(relieveFifo(three, take(150)))
    expect(lines(parts)).toEqual(['L1 100 1000.00', 'L2 50 700.00'])
    expect([cost, 195_000n - cost]).toEqual([170_000n, 25_000n])
    expect(lines(holding.lots.map((left) => ({ ...left, lot: left.id })))).toEqual(['L2 50 700.00', 'L3 100 1200.00'])
    expect(holding).toMatchObject({ quantity: 150n * UNIT, cost: 190_000n })
  })

  test('specific, L2 50 and L3 100: cost 700 + 1,200 = 1,900, gain 50', () => {
    const { relieved: parts, cost, holding } = relieved(relieveSpecific(three, select(['L2', 50], ['L3', 100])))
    expect(lines(parts)).toEqual(['L2 50 700.00', 'L3 100 1200.00'])
    expect([cost, 195_000n - cost]).toEqual([190_000n, 5000n])
    expect(lines(holding.lots.map((left) => ({ ...left, lot: left.id })))).toEqual(['L1 100 1000.00', 'L2 50 700.00'])
  })

  test('a lot named twice is one part: 30 and 20 of L2 are 50 for 700.00, rounded once', () => {
    expect(lines(relieved(relieveSpecific(three, select(['L2', 30], ['L2', 20]))).relieved)).toEqual(['L2 50 700.00'])
  })

  test('what cannot be relieved is said, with how much is missing', () => {
    expect(relieveFifo(three, take(301))).toEqual({ fault: 'insufficient', missing: UNIT })
    expect(relieveFifo(emptyHolding, take(1))).toEqual({ fault: 'insufficient', missing: UNIT })
    expect(relieveSpecific(three, select(['L9', 1]))).toEqual({ fault: 'unknown lot', lot: 'L9' })
    expect(relieveSpecific(three, select(['L2', 60], ['L2', 41]))).toMatchObject({ fault: 'lot too small', lot: { id: 'L2' }, asked: 101n * UNIT })
  })

  test('the holding given is not altered', () => {
    const before = JSON.stringify(three, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
    relieveFifo(three, take(150))
    relieveSpecific(three, select(['L2', 50]))
    expect(JSON.stringify(three, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))).toBe(before)
  })
})

describe('R4.3: the cost of a part', () => {
  test('100.00 in three: 33.33; then 66.67 × 1/2 = 33.335 → 33.34; then the rest, 33.33', () => {
    const costs: bigint[] = []
    let holding = holdingOf(lot('L1', 3, 100))
    for (let piece = 0; piece < 3; piece += 1) {
      const relief = relieved(relieveFifo(holding, take(1)))
      costs.push(relief.cost)
      holding = relief.holding
    }
    expect(costs).toEqual([3333n, 3334n, 3333n])
    expect(holding).toEqual(emptyHolding)
  })

  test('R3.9: 40 of 100 at 2,504.00: 1,001.60', () => {
    expect(relieved(relieveFifo(holdingOf(lot('L1', 100, 2504)), take(40))).cost).toBe(100_160n)
  })

  test('however a holding is sold off, its cost is relieved to the cent, and each piece lies within a cent of its share of what was left', () => {
    const sizes = fc.array(fc.record({ units: fc.bigInt(1n, 500n), cents: fc.bigInt(1n, 1_000_000n) }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(sizes, fc.array(fc.bigInt(1n, 300n), { maxLength: 12 }), (lots, sales) => {
        let holding = lots.reduce(
          (all, { units, cents }, index) =>
            openLot(all, { ...lot(`L${index}`, 1, 1), quantity: units as Quantity, cost: cents as Amount, localCost: cents as Amount }),
          emptyHolding,
        )
        const [units, cost] = [holding.quantity, holding.cost]
        let soldUnits = 0n
        let soldCost = 0n
        for (const wanted of [...sales, holding.quantity]) {
          const quantity = wanted < holding.quantity ? wanted : holding.quantity
          if (quantity === 0n) continue
          const relief = relieved(relieveFifo(holding, quantity as Quantity))
          for (const part of relief.relieved) {
            const of = holding.lots.find(({ id }) => id === part.lot) as OpenLot
            const twice = 2n * (part.cost * of.quantity - of.cost * part.quantity)
            expect(twice <= of.quantity && twice > -of.quantity - 1n).toBe(true)
          }
          soldUnits += relief.relieved.reduce((total, part) => total + part.quantity, 0n)
          soldCost += relief.cost
          holding = relief.holding
          expect(holding.lots.every((left) => left.quantity > 0n && left.cost >= 0n)).toBe(true)
          expect([holding.quantity + soldUnits, holding.cost + soldCost]).toEqual([units, cost])
        }
        const rest = relieveFifo(holding, holding.quantity)
        if (holding.quantity > 0n) expect(relieved(rest).holding).toEqual(emptyHolding)
      }),
      { seed: 43, numRuns: 200 },
    )
  })
})
