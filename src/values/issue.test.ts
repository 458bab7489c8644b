import { describe, expect, test } from 'vitest'
import { compareIssues, compareText, formatPlace, type Issue, mostLike } from './issue.ts'

describe('places', () => {
  test('as much as is known', () => {
    expect(formatPlace({ file: 'events/sale.csv', row: 3, column: 'quantity' })).toBe('events/sale.csv:3 quantity')
    expect(formatPlace({ file: 'events/sale.csv', row: 3 })).toBe('events/sale.csv:3')
    expect(formatPlace({ file: 'fund.yaml', column: 'series.0.name' })).toBe('fund.yaml series.0.name')
    expect(formatPlace({ file: 'fund.yaml' })).toBe('fund.yaml')
  })
})

describe('the order in which a person mends a book', () => {
  const issueAt = (file: string, row?: number, column?: string, code: Issue['code'] = 'field.date'): Issue => ({
    code,
    place: { file, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) },
    found: '',
    needed: '',
    remedy: '',
  })

  test('file, then row as a number, then column, then code', () => {
    const sorted = [
      issueAt('a.csv'),
      issueAt('a.csv', 2, 'date'),
      issueAt('a.csv', 2, 'price', 'field.number'),
      issueAt('a.csv', 2, 'price', 'field.sign'),
      issueAt('a.csv', 10, 'date'),
      issueAt('b.csv', 1),
    ]
    expect(sorted.toReversed().toSorted(compareIssues)).toEqual(sorted)
  })

  test('text goes by code unit, the same in every locale', () => {
    expect(['b', 'B', 'ä', 'a', 'Z'].toSorted(compareText)).toEqual(['B', 'Z', 'a', 'b', 'ä'])
    expect(compareText('x', 'x')).toBe(0)
  })
})

describe('did you mean', () => {
  const columns = ['instrument', 'quantity', 'price', 'trade_date', 'settlement_date']

  test.each([
    ['quantiy', 'quantity'], // one letter left out
    ['quantitty', 'quantity'], // one too many
    ['qauntity', 'quantity'], // two changed places: one edit
    ['Quantity', 'quantity'], // capitals are no edit
    ['tradedate', 'trade_date'],
    ['settlment_dat', 'settlement_date'],
    ['pirce', 'price'],
    ['price', 'price'],
  ])('%s: %s', (text, meant) => {
    expect(mostLike(text, columns)).toBe(meant)
  })

  test.each(['notes', 'cusip', '', 'amount'])('"%s" is like none of them', (text) => {
    expect(mostLike(text, columns)).toBeUndefined()
  })

  test('the fewest edits win; the first of equals', () => {
    expect(mostLike('sales', ['scales', 'sale', 'sales'])).toBe('sales')
    expect(mostLike('bat', ['cat', 'bar'])).toBe('cat')
    expect(mostLike('bat', [])).toBeUndefined()
  })

  test('a third of the length is the limit, one edit the least of limits', () => {
    expect(mostLike('abcdef', ['abcdxy'])).toBe('abcdxy') // 2 of 6
    expect(mostLike('abcdef', ['abcxyz'])).toBeUndefined() // 3 of 6
    expect(mostLike('yes', ['yep'])).toBe('yep') // 1 of 3
    expect(mostLike('no', ['na'])).toBe('na') // 1, though 2 ÷ 3 is less
  })
})
