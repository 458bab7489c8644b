import { describe, expect, test } from 'vitest'
import { day, keep } from '../../test/support/book.ts'
import { type Derivation } from './figure.ts'
import { figureBook, type FigureDefinition } from './figure-book.ts'
import { statementBooks } from './statement-books.ts'

const period = { from: day('2024-06-03'), through: day('2024-06-04') }
const subscription = 'id,trade_date,class,amount\ns1,2024-06-03,a,1000.00'
const { figure } = figureBook(statementBooks(keep({ events: { subscription } }, '2024-06-04', ['2024-06-04']), period))

describe('a figure is a fact, once', () => {
  const cash = (accounts: readonly string[], more: object = {}): Derivation =>
    ({ of: 'ledger balance', query: { accounts, positive: 'debit', through: period.through, ...more } }) as Derivation
  const definition = (derivation: Derivation): FigureDefinition => ({ concept: 'cash', when: { at: period.through }, unit: 'money', derivation })
  const first = figure(definition(cash(['1000', '1010'])))

  test('defined again in the same way, it is the same figure', () => {
    expect(figure(definition(cash(['1000', '1010'])))).toBe(first)
    expect(figure(definition(cash(['1000', '1010'], { kinds: undefined })))).toBe(first)
  })

  test.each<[what: string, FigureDefinition]>([
    ['a derivation of another form', definition({ of: 'count', what: 'days', value: 1 })],
    ['other accounts', definition(cash(['1000']))],
    ['the other side', definition(cash(['1000', '1010'], { positive: 'credit' }))],
    ['some kinds of record only', definition(cash(['1000', '1010'], { kinds: ['purchase'] }))],
    ['another unit', { ...definition(cash(['1000', '1010'])), unit: 'number' }],
    ['another rule', { ...definition(cash(['1000', '1010'])), cite: 'R8.2' }],
  ])('two of one concept and context are a fault of the program: %s', (_, other) => {
    expect(() => figure(other)).toThrow('two figures with concept and context cash@2024-06-04')
  })
})
