import { lines } from '../changes.ts'
import { type ErrorCase } from '../error-case.ts'

const file = 'events/creation-in-kind.csv'
const basket = (...rows: readonly string[]) => ({ [file]: lines('id,line,trade_date,class,shares,instrument,quantity', ...rows) })

export const basketCases: readonly ErrorCase[] = [
  {
    code: 'basket.no-header',
    fault: 'a basket whose first line does not say how many fund shares it is for',
    files: basket('creation-0001,1,2026-08-20,service,,ACME,100'),
    place: { file, row: 2, column: 'shares' },
    found: 'line 1 of creation-0001, its first, without shares',
    needed: 'trade_date, class, shares on the first line of an order',
    remedy: 'Fill it in there; the other lines need only instrument and quantity.',
  },
  {
    code: 'basket.header-differs',
    fault: 'two lines of one basket with different fund shares',
    files: basket('creation-0001,1,2026-08-20,service,201.000,ACME,100', 'creation-0001,2,,,210.000,BOLT,10'),
    place: { file, row: 3, column: 'shares' },
    found: 'another shares than on line 1 of creation-0001',
    needed: 'nothing, or 201: it is said of the whole order, on its first line',
    remedy: 'Correct it, or give the lines of another order an id of their own.',
  },
  {
    code: 'basket.repeated-line',
    fault: 'a line number twice in a basket',
    files: basket('creation-0001,1,2026-08-20,service,241.000,ACME,100', 'creation-0001,1,,,,BOLT,10'),
    place: { file, row: 3, column: 'line' },
    found: 'line 1 of creation-0001 twice',
    needed: 'each line number once',
    remedy: 'Number the lines 1, 2, 3 …, or give the second order another id.',
  },
  {
    code: 'basket.repeated-instrument',
    fault: 'a security twice in a basket',
    files: basket('creation-0001,1,2026-08-20,service,402.000,ACME,100', 'creation-0001,2,,,,ACME,100'),
    place: { file, row: 3, column: 'instrument' },
    found: 'ACME on line 2 of creation-0001, and on line 1',
    needed: 'each security once in an order: its units open or relieve lots together',
    remedy: 'Add the two quantities on one line.',
  },
]
