import { expect, test } from 'vitest'
import { parseCalendarDate } from '../values/calendar-date.ts'
import { type Amount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { type Quantity } from '../values/scaled.ts'
import { emptyHolding, openLot, type OpenLot } from './lot.ts'
import { splitHolding, unitsAfterSplit } from './split.ts'

const acquired = parseCalendarDate('2024-01-02') as OpenLot['acquired']
/** Units in millionths, cost in cents. */
const lot = (id: string, quantity: bigint, cost: bigint, taxCost?: bigint): OpenLot => ({
  id: id as RecordId,
  acquired,
  quantity: quantity as Quantity,
  cost: cost as Amount,
  localCost: cost as Amount,
  ...(taxCost === undefined ? {} : { taxCost: taxCost as Amount }),
})
const one = { units: 1n, scale: 0 }
const three = { units: 3n, scale: 0 }

test.each([
  ['first', [lot('tiny', 1n, 7n, 5n), lot('large', 300n, 900n, 600n)]],
  ['last', [lot('large', 300n, 900n, 600n), lot('tiny', 1n, 7n, 5n)]],
])('a lot of which a reverse split leaves nothing, %s of two: its cost, for tax too, goes to the other', (_place, lots) => {
  const holding = lots.reduce((all, each) => openLot(all, each), emptyHolding as ReturnType<typeof openLot>)
  // 301 millionths one for three: 100, of which the tiny lot has a third of a millionth.
  const after = splitHolding(holding, unitsAfterSplit(holding.quantity, one, three))
  expect(after.lots.map(({ id, quantity, cost, localCost, taxCost }) => [id as string, quantity, cost, localCost, taxCost])).toEqual([
    ['large', 100n, 907n, 907n, 605n],
  ])
  expect([after.quantity, after.cost]).toEqual([100n, 907n])
})
