// What is written in a foreign way is read back as what it was: numbers with separators, tables with any delimiter, trees of OFX.
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readForeignCsv } from '../../src/book/foreign-csv.ts'
import { parseForeignNumber } from '../../src/import/foreign-number.ts'
import { type OfxNode, readOfxTree } from '../../src/import/ofx-tree.ts'
import { decimal, formatDecimal } from '../../src/values/decimal.ts'

const number = fc.record({ units: fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), scale: fc.nat({ max: 12 }) })
const marks = fc.constantFrom(['.', ','] as const, [',', '.'] as const, ['.', ' '] as const, [',', "'"] as const, ['.', ''] as const)

test('a number with separators, and its sign written in any of the ways', () => {
  fc.assert(
    fc.property(number, marks, fc.constantFrom('minus', 'trailing-minus', 'parentheses'), ({ units, scale }, [point, thousands], negative) => {
      const plain = formatDecimal(decimal(units < 0n ? -units : units, scale))
      const [whole = '', places] = plain.split('.')
      const digits = whole.replaceAll(/\B(?=(\d{3})+$)/g, thousands) + (places === undefined ? '' : point + places)
      const signed = units >= 0n ? digits : { minus: `-${digits}`, 'trailing-minus': `${digits}-`, parentheses: `(${digits})` }[negative]
      expect(parseForeignNumber(signed, { decimal: point, thousands, negative, symbols: [] })).toEqual({ units, scale })
    }),
  )
})

const cell = fc.string({ unit: fc.constantFrom('a', 'B', '1', '"', ';', ',', '\t', ' ', 'é', '-') })

test('a table with any delimiter is read as csv-parse reads it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(';', '\t', '|', ','),
      (rows, delimiter) => {
        const quoted = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(delimiter)).join('\n')
        const { table, issues } = readForeignCsv('a.csv', new TextEncoder().encode(quoted), { encoding: 'utf-8', delimiter, headerRow: 0 })
        const oracle = parse(quoted, { delimiter, relax_column_count: true, trim: false }).map((row) => row.map((each) => each.trim()))
        expect(issues).toEqual([])
        expect(table?.rows.map(({ cells }) => cells)).toEqual(oracle.filter((row) => row.some((each) => each !== '')))
      },
    ),
  )
})

/** As a program would write it; a tag that is in itself would be closed by its own end. */
type Tree = { readonly tag: string; readonly content: string | readonly Tree[] }
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      tag: fc.constantFrom('FITID', 'MEMO', 'X.Y'),
      content: fc.string({ unit: fc.constantFrom('a', '&', '<', '>', 'é', ' ', '5', ';') }).map((text) => text.trim()),
    }),
    fc.record({ tag: fc.constantFrom('LIST', 'A1', 'SEC'), content: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }) }),
  ),
}))
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const plain = ({ tag, text, children }: OfxNode): Tree => ({ tag, content: text ?? children.map(plain) })

/** Elements with a text are closed or not as `closes` says; those without one must be, since nothing else tells where they end. */
function written({ tag, content }: Tree, closes: () => boolean): string {
  if (typeof content !== 'string') return `<${tag}>\n${content.map((child) => written(child, closes)).join('')}</${tag}>\n`
  return content === '' || closes() ? `<${tag}>${escaped(content)}</${tag}>` : `<${tag}>${escaped(content)}\n`
}

test('a tree of OFX, its elements closed or not', () => {
  fc.assert(
    fc.property(tree, fc.infiniteStream(fc.boolean()), (content, choices) => {
      const whole: Tree = { tag: 'OFX', content: [content] }
      const sgml = readOfxTree({ file: 'a.ofx', text: written(whole, () => choices.next().value === true), form: 'sgml' })
      const xml = readOfxTree({ file: 'a.ofx', text: written(whole, () => true), form: 'xml' })
      expect([sgml.issues, xml.issues]).toEqual([[], []])
      expect([sgml.root && plain(sgml.root), xml.root && plain(xml.root)]).toEqual([whole, whole])
    }),
  )
})
