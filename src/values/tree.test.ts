import { describe, expect, test } from 'vitest'
import { parseCalendarDate } from './calendar-date.ts'
import { USD } from './currency.ts'
import { date, rate, text } from './field.ts'
import type { Issue } from './issue.ts'
import { optional, required } from './table.ts'
import { childAt, itemsAt, type Mapping, readMapping, type Scalar, type Sequence, type TreeNode } from './tree.ts'

const context = { baseCurrency: USD }
const columns = {
  name: required(text, 'Name of the series.'),
  inception: required(date, 'First day.'),
  fee: optional(rate, 'Yearly fee.'),
}

const file = 'fund.yaml'
const scalar = (row: number, column: string, value: string): Scalar => ({ shape: 'scalar', place: { file, row, column }, text: value })
const sequence = (row: number, column: string, ...items: readonly TreeNode[]): Sequence => ({ shape: 'sequence', place: { file, row, column }, items })

/** A mapping that begins on `row`, one key a line; a text stands for a scalar. */
const mapping = (row: number, keys: Readonly<Record<string, string | TreeNode>>, column?: string): Mapping => ({
  shape: 'mapping',
  place: { file, row, ...(column === undefined ? {} : { column }) },
  entries: new Map(
    Object.entries(keys).map(([key, value], index) => {
      const path = column === undefined ? key : `${column}.${key}`
      return [key, { place: { file, row: row + index, column: path }, value: typeof value === 'string' ? scalar(row + index, path, value) : value }]
    }),
  ),
})

const reading = (node: TreeNode, nested: readonly string[] = []) => {
  const issues: Issue[] = []
  return { values: readMapping(columns, nested, node, context, issues), issues }
}

describe('reading a mapping', () => {
  test('values stand under their keys; nested keys are let by', () => {
    const node = mapping(1, { name: 'Small Cap Value', inception: '2002-12-31', classes: sequence(4, 'classes') })
    expect(reading(node, ['classes'])).toEqual({ values: { name: 'Small Cap Value', inception: parseCalendarDate('2002-12-31') }, issues: [] })
  })

  test('several problems in one run, each with its place', () => {
    const node = mapping(3, { name: '', inception: '12/31/2002', fe: '0.0075', colour: 'red' }, 'series.0')
    expect(reading(node)).toEqual({
      values: undefined,
      issues: [
        {
          code: 'yaml.unknown-key',
          place: { file, row: 5, column: 'series.0.fe' },
          found: 'key "fe"',
          needed: 'one of name, inception, fee',
          remedy: 'Did you mean "fee"?',
        },
        {
          code: 'yaml.unknown-key',
          place: { file, row: 6, column: 'series.0.colour' },
          found: 'key "colour"',
          needed: 'one of name, inception, fee',
          remedy: 'Remove the key.',
        },
        {
          code: 'yaml.missing-key',
          place: { file, row: 3, column: 'series.0.name' },
          found: 'no value for name',
          needed: 'text',
          remedy: 'Add it, as in "name: Delta and Pine Land Co.".',
        },
        {
          code: 'field.date',
          place: { file, row: 4, column: 'series.0.inception' },
          found: '"12/31/2002"',
          needed: 'a date that exists, written YYYY-MM-DD',
          remedy: 'Write it as in 2002-12-31.',
        },
      ],
    })
  })

  test('a key that is not there is placed where its mapping begins', () => {
    expect(reading(mapping(7, { name: 'A' }, 'series.1')).issues).toMatchObject([
      { code: 'yaml.missing-key', place: { file, row: 7, column: 'series.1.inception' } },
    ])
    expect(reading(mapping(1, { name: 'A' })).issues).toMatchObject([{ place: { file, row: 1, column: 'inception' } }])
  })

  test('an optional key may be empty', () => {
    expect(reading(mapping(1, { name: 'A', inception: '2002-12-31', fee: '' })).issues).toEqual([])
  })

  test('a list where a value belongs, and a value where keys belong', () => {
    expect(reading(mapping(1, { name: sequence(1, 'name'), inception: '2002-12-31' })).issues).toEqual([
      {
        code: 'yaml.wrong-shape',
        place: { file, row: 1, column: 'name' },
        found: 'a list',
        needed: 'text',
        remedy: 'Compare with the book that "tieout init" writes.',
      },
    ])
    expect(reading(scalar(2, 'series', 'A'))).toMatchObject({ values: undefined, issues: [{ found: '"A"', needed: 'keys with values' }] })
  })

  test('issues of before do not spoil a good mapping', () => {
    const issues: Issue[] = [{ code: 'yaml.unknown-key', place: { file }, found: '', needed: '', remedy: '' }]
    expect(readMapping(columns, [], mapping(1, { name: 'A', inception: '2002-12-31' }), context, issues)).toBeDefined()
    expect(issues).toHaveLength(1)
  })
})

describe('children', () => {
  const items = [scalar(2, 'classes.0', 'A'), scalar(3, 'classes.1', 'B')]

  test('the items of a list; none where the key is absent or empty', () => {
    const issues: Issue[] = []
    const node = mapping(1, { classes: sequence(2, 'classes', ...items), fees: '' })
    expect(itemsAt(node, 'classes', issues)).toEqual(items)
    expect(itemsAt(node, 'fees', issues)).toEqual([])
    expect(itemsAt(node, 'policies', issues)).toEqual([])
    expect(itemsAt(items[0] as TreeNode, 'classes', issues)).toEqual([])
    expect(issues).toEqual([])
  })

  test('a value that is no list is an issue', () => {
    const issues: Issue[] = []
    expect(itemsAt(mapping(1, { classes: 'A' }), 'classes', issues)).toEqual([])
    expect(issues).toMatchObject([{ code: 'yaml.wrong-shape', found: '"A"', needed: 'a list, each item beginning with "- "' }])
  })

  test('the child at a key', () => {
    expect(childAt(mapping(1, { name: 'A' }), 'name')).toMatchObject({ text: 'A' })
    expect(childAt(mapping(1, { name: 'A' }), 'other')).toBeUndefined()
    expect(childAt(items[0] as TreeNode, 'name')).toBeUndefined()
  })
})
