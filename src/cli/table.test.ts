import { describe, expect, test } from 'vitest'
import { indented, table } from './table.ts'

describe('a table', () => {
  test('figures stand with their points under each other, totals under a rule', () => {
    const columns = [
      { heading: 'Name', align: 'left' },
      { heading: 'Amount', align: 'decimal' },
    ] as const
    expect(
      table(
        columns,
        [
          ['cash', '1,234.50'],
          ['units', '7'],
          ['rate', '0.125'],
        ],
        [['all', '-3.00']],
      ),
    ).toEqual(['Name      Amount', 'cash   1,234.50', 'units      7', 'rate       0.125', '-----  ---------', 'all       -3.00'])
  })

  test('no headings, no head line; a cell that is not there is empty', () => {
    expect(
      table(
        [
          { heading: '', align: 'right' },
          { heading: '', align: 'left' },
        ],
        [['90', 'instruments'], ['1']],
      ),
    ).toEqual(['90  instruments', ' 1'])
  })

  test('an empty line stays empty when indented', () => {
    expect(indented(['a', '', 'b'])).toEqual(['  a', '', '  b'])
  })
})
