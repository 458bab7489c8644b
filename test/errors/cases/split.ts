import { lines } from '../changes.ts'
import { type ErrorCase } from '../error-case.ts'

const split = (row: string) => ({ 'events/split.csv': lines('id,ex_date,instrument,new_units,old_units,fractions,cash_price', row) })

export const splitCases: readonly ErrorCase[] = [
  {
    code: 'split.ratio',
    fault: 'a split of one for one',
    files: split('split-0001,2026-08-21,ACME,1,1,,'),
    place: { file: 'events/split.csv', row: 2, column: 'new_units' },
    found: '1 new units for 1 old',
    needed: 'two numbers above zero that differ',
    remedy: 'Give the ratio as announced: 2 and 1 for two-for-one, 1 and 4 for a reverse split.',
  },
  {
    code: 'split.no-cash',
    fault: 'fractions paid in cash without a price',
    files: split('split-0001,2026-08-21,ACME,3,2,cash,'),
    place: { file: 'events/split.csv', row: 2, column: 'cash_price' },
    found: 'fractions paid in cash, and neither cash_price nor cash_amount',
    needed: 'one of the two',
    remedy: 'Give the price at which the agent paid fractions, or the cash as confirmed.',
  },
  {
    code: 'split.kept-and-paid',
    fault: 'a price of fractions that are kept',
    files: split('split-0001,2026-08-21,ACME,3,2,,20.00'),
    place: { file: 'events/split.csv', row: 2, column: 'fractions' },
    found: 'a price or an amount of cash in lieu, and fractions that are kept',
    needed: 'fractions "cash"',
    remedy: 'Say "cash" in fractions, or empty cash_price and cash_amount.',
  },
  {
    code: 'split.nothing-left',
    fault: 'a split of which nothing is left',
    files: split('split-0001,2026-08-21,BOLT,1,1000000000,,'),
    place: { file: 'events/split.csv', row: 2, column: 'new_units' },
    found: 'a split that leaves nothing of 50 units of BOLT',
    needed: 'a ratio that leaves units',
    remedy: 'Correct the ratio; a security that is exchanged for nothing is no split.',
  },
]
