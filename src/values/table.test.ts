import { describe, expect, expectTypeOf, test } from 'vitest'
import type { CalendarDate } from './calendar-date.ts'
import { parseCalendarDate } from './calendar-date.ts'
import { USD } from './currency.ts'
import { date, price, quantity, text } from './field.ts'
import { formatPlace } from './issue.ts'
import type { Price, Quantity } from './scaled.ts'
import { optional, readTable, required, type RowOf, type SourceTable } from './table.ts'

const columns = {
  trade_date: required(date, 'Day of the trade.'),
  quantity: required(quantity, 'Units bought.'),
  price: optional(price, 'Price of a unit.'),
  note: optional(text, 'Anything.'),
}

const context = { baseCurrency: USD }

/** A table from its lines, cells parted by '|'. */
const tableOf = (header: string, ...lines: readonly string[]): SourceTable => ({
  file: 'events/purchase.csv',
  sha256: 'ab12',
  header: header.split('|'),
  rows: lines.map((line, index) => ({ line: index + 2, cells: line.split('|') })),
})

const problems = (table: SourceTable) => readTable(columns, table, context).issues.map(({ code, place }) => `${formatPlace(place)} ${code}`)

describe('reading rows', () => {
  test('values stand under their names, with the row they came from', () => {
    const { rows, issues, unreadable } = readTable(columns, tableOf('trade_date|quantity|price|note', '2002-12-31|521|20.41|'), context)
    expect(issues).toEqual([])
    expect(unreadable).toEqual([])
    expect(rows).toEqual([
      {
        source: { file: 'events/purchase.csv', row: 2, sha256: 'ab12' },
        values: { trade_date: parseCalendarDate('2002-12-31'), quantity: 521_000_000n, price: 20_410_000_000n, note: undefined },
      },
    ])
  })

  test('columns may stand in any order, optional ones may be left out, and cells at the end too', () => {
    const { rows, issues } = readTable(columns, tableOf('note|quantity|trade_date|price', 'first|1|2002-12-31'), context)
    expect(issues).toEqual([])
    expect(rows[0]?.values).toMatchObject({ note: 'first', quantity: 1_000_000n, price: undefined })
    expect(readTable(columns, tableOf('quantity|trade_date', '1|2002-12-31'), context).rows[0]?.values.note).toBeUndefined()
  })

  test('a row has the types of its columns', () => {
    expectTypeOf<RowOf<typeof columns>>().toEqualTypeOf<{
      readonly trade_date: CalendarDate
      readonly quantity: Quantity
      readonly price: Price | undefined
      readonly note: string | undefined
    }>()
  })
})

describe('bad cells', () => {
  test('file, line, column, found, needed and remedy', () => {
    expect(readTable(columns, tableOf('trade_date|quantity', '2002-12-31|1', '31.12.2002|2'), context).issues).toEqual([
      {
        code: 'field.date',
        place: { file: 'events/purchase.csv', row: 3, column: 'trade_date' },
        found: '"31.12.2002"',
        needed: 'a date that exists, written YYYY-MM-DD',
        remedy: 'Write it as in 2002-12-31.',
      },
    ])
  })

  test('one bad cell hides neither its neighbours nor other rows', () => {
    const table = tableOf('trade_date|quantity|price', '2002-12-32|-5|', '2002-12-31|1|20.41', '2002-12-31||1,000.00')
    expect(problems(table)).toEqual([
      'events/purchase.csv:2 trade_date field.date',
      'events/purchase.csv:2 quantity field.sign',
      'events/purchase.csv:4 quantity field.required',
      'events/purchase.csv:4 price field.number',
    ])
    const { rows, unreadable } = readTable(columns, table, context)
    expect(rows.map(({ source }) => source.row)).toEqual([3])
    expect(unreadable).toEqual([
      { place: { file: 'events/purchase.csv', row: 2 }, cells: { trade_date: '2002-12-32', quantity: '-5', price: '' }, values: {} },
      {
        place: { file: 'events/purchase.csv', row: 4 },
        cells: { trade_date: '2002-12-31', quantity: '', price: '1,000.00' },
        values: { trade_date: parseCalendarDate('2002-12-31') },
      },
    ])
  })

  test('an empty required cell is told what goes there, by example', () => {
    expect(readTable(columns, tableOf('trade_date|quantity', '|1'), context).issues).toEqual([
      {
        code: 'field.required',
        place: { file: 'events/purchase.csv', row: 2, column: 'trade_date' },
        found: 'nothing',
        needed: 'a date, YYYY-MM-DD',
        remedy: 'Fill it in, as in "2002-12-31".',
      },
    ])
  })
})

describe('bad headers', () => {
  test('an unknown column is named with the one that was meant', () => {
    const { issues, rows } = readTable(columns, tableOf('trade_date|quantity|prise', '2002-12-31|1|20.41'), context)
    expect(issues).toEqual([
      {
        code: 'csv.unknown-column',
        place: { file: 'events/purchase.csv', row: 1, column: 'prise' },
        found: 'column "prise"',
        needed: 'one of trade_date, quantity, price, note',
        remedy: 'Did you mean "price"?',
      },
    ])
    expect(rows).toHaveLength(1)
  })

  test('a column like none, or like one that is there already, is to be removed', () => {
    const remedies = readTable(columns, tableOf('trade_date|quantity|broker|quantiti', '2002-12-31|1|x|2'), context).issues.map(({ remedy }) => remedy)
    expect(remedies).toEqual(Array(2).fill('Remove the column; notes of your own belong in another file.'))
  })

  test('without a required column no row is read, every missing one is named, and the other columns are still checked', () => {
    const table = tableOf('note', 'x', 'y')
    expect(problems(table)).toEqual(['events/purchase.csv:1 trade_date csv.missing-column', 'events/purchase.csv:1 quantity csv.missing-column'])
    expect(readTable(columns, table, context)).toMatchObject({ rows: [], unreadable: [{ cells: { note: 'x' } }, { cells: { note: 'y' } }] })
    expect(problems(tableOf('trade_date', '2002-13-31'))).toEqual([
      'events/purchase.csv:1 quantity csv.missing-column',
      'events/purchase.csv:2 trade_date field.date',
    ])
  })

  test('a misspelt required column is said once, with a suggestion, and read as the one it means', () => {
    const { issues, rows } = readTable(columns, tableOf('trade_date|quantiy', '2002-12-31|1'), context)
    expect(issues.map(({ code, remedy }) => `${code}: ${remedy}`)).toEqual(['csv.unknown-column: Did you mean "quantity"?'])
    expect(rows.map(({ values }) => values.quantity)).toEqual([1_000_000n])
  })

  test('a column twice', () => {
    expect(problems(tableOf('trade_date|quantity|quantity', '2002-12-31|1|2'))).toEqual(['events/purchase.csv:1 quantity csv.repeated-column'])
  })
})
