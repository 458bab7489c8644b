import { expect, test } from 'vitest'
import { exampleDocument } from '../../test/support/example-report.ts'
import { renderJson, reportFormat } from './report-json.ts'

type Shown = {
  readonly statements: readonly {
    readonly rows: readonly { readonly cells?: readonly string[]; readonly lead?: string; readonly inCaption?: readonly string[] }[]
  }[]
  readonly cells: readonly { readonly place: string; readonly figure?: string }[]
  readonly figures: readonly { readonly id: string; readonly derivation: Readonly<Record<string, unknown>> }[]
  readonly [key: string]: unknown
}

const document = exampleDocument()
const text = renderJson(document)
const shown = JSON.parse(text) as Shown

test('is the same on every run, indented by two, and ends in a line feed', () => {
  expect(renderJson(exampleDocument())).toBe(text)
  expect(text).toBe(`${JSON.stringify(shown, undefined, 2)}\n`)
})

test('keys stand in one order', () => {
  expect(Object.keys(shown)).toEqual([
    'format',
    'fund',
    'period',
    'basis',
    'bookHash',
    'tiesOut',
    'parts',
    'statements',
    'legend',
    'cells',
    'figures',
    'identities',
    'movedCells',
    'remarks',
  ])
  expect(shown['format']).toBe(reportFormat)
  expect(shown['period']).toEqual({ name: '2002', from: '2002-12-31', through: '2002-12-31' })
})

test('amounts are decimal strings and dates are ISO', () => {
  expect(shown.figures.find(({ id }) => id === 'net-assets@2002-12-31')).toEqual({
    id: 'net-assets@2002-12-31',
    concept: 'net-assets',
    at: '2002-12-31',
    basis: 'reporting',
    amount: '496014.73',
    unit: 'money',
    derivation: { of: 'difference', minuend: 'total-assets@2002-12-31', subtrahend: 'total-liabilities@2002-12-31' },
    cite: 'R2.2, R6.5',
  })
  expect(shown.figures.find(({ id }) => id === 'position-value[zoran]@2002-12-31')?.derivation).toEqual({
    of: 'position',
    measure: 'value',
    instrument: 'zoran',
    date: '2002-12-31',
  })
  expect(shown.cells.find(({ place }) => place === 'sal.net-assets/2002')).toEqual({
    place: 'sal.net-assets/2002',
    figure: 'net-assets@2002-12-31',
    printed: '496,015',
    value: '496015',
    unit: 0,
    hasSymbol: true,
    footing: { by: 'cells', of: ['sal.total-assets/2002', 'sal.total-liabilities/2002'], movedBy: '0' },
  })
  expect(shown['movedCells']).toContainEqual({ place: 'soi.holding.dycom-industries/2002', printed: '2,782', movedBy: '-1' })
})

test('every place of a row is a cell, every cell of a row stands once, every figure named is there', () => {
  const places = shown.statements.flatMap(({ rows }) =>
    rows.flatMap(({ lead, inCaption = [], cells = [] }) => [...(lead === undefined ? [] : [lead]), ...inCaption, ...cells]),
  )
  expect(places).toEqual(shown.cells.map(({ place }) => place))
  const ids = new Set(shown.figures.map(({ id }) => id))
  expect(shown.cells.filter(({ figure }) => figure !== undefined && !ids.has(figure))).toEqual([])
  const operands = shown.figures.flatMap(({ derivation }) =>
    ['terms', 'factors', 'minuend', 'subtrahend', 'numerator', 'denominator', 'figure'].flatMap((name) => derivation[name] ?? []),
  )
  expect(operands.filter((id) => !ids.has(id as string))).toEqual([])
})
