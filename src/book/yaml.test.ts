import { describe, expect, test } from 'vitest'
import { childAt, type TreeNode } from '../values/tree.ts'
import { sha256 } from './book-hash.ts'
import { readYaml } from './yaml.ts'

const read = (text: string) => readYaml('fund.yaml', Buffer.from(text))
const issues = (text: string) => read(text).issues.map(({ code, place, found }) => [code, place.row, place.column, found])

/** A tree as plain data, each scalar as its text with its place: '1.10 @3 a.b'. */
function outline(node: TreeNode | undefined): unknown {
  if (node === undefined) return undefined
  if (node.shape === 'scalar') return `${node.text} @${node.place.row} ${node.place.column ?? ''}`.trimEnd()
  if (node.shape === 'sequence') return node.items.map(outline)
  return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, outline(value)]))
}

describe('a good file', () => {
  test('has each text with its line and path', () => {
    const text =
      '\uFEFFformat: 1\n# a comment\nclasses:\n  - name: initial\n    par_value: 0.010\npolicies:\n  lots:\n    - { from: 2002-01-01, method: fifo }\n    - from: 2003-01-01\n'
    const { tree, issues: found } = read(text)
    expect(found).toEqual([])
    expect(tree).toMatchObject({ file: 'fund.yaml', sha256: sha256(Buffer.from(text)) })
    expect(outline(tree?.root)).toEqual({
      format: '1 @1 format',
      classes: [{ name: 'initial @4 classes.0.name', par_value: '0.010 @5 classes.0.par_value' }],
      policies: {
        lots: [{ from: '2002-01-01 @8 policies.lots.0.from', method: 'fifo @8 policies.lots.0.method' }, { from: '2003-01-01 @9 policies.lots.1.from' }],
      },
    })
  })

  test('keeps every scalar as text', () => {
    expect(outline(read('a: 00123E101\nb: 0012\nc: 1.10\nd: null\ne: true\nf: "1.10"\ng: ~\n').tree?.root)).toEqual({
      a: '00123E101 @1 a',
      b: '0012 @2 b',
      c: '1.10 @3 c',
      d: 'null @4 d',
      e: 'true @5 e',
      f: '1.10 @6 f',
      g: '~ @7 g',
    })
  })

  test('has empty text where a value is missing, at the line of its key', () => {
    expect(outline(read('a: # none\n\n# yet\nb: ""\nc:\n  - x\n  -\nd: { e, f: }\n').tree?.root)).toEqual({
      a: ' @1 a',
      b: ' @4 b',
      c: ['x @6 c.0', ' @7 c.1'],
      d: { e: ' @8 d.e', f: ' @8 d.f' },
    })
  })

  test('may hold texts of several lines', () => {
    expect(outline(read('a: |\n  one\n  two\nb: >-\n  one\n  two\nc: x\n').tree?.root)).toEqual({ a: 'one\ntwo\n @1 a', b: 'one two @4 b', c: 'x @7 c' })
  })

  test('a file with nothing in it is an empty text', () => {
    expect(read('# only a comment\n')).toMatchObject({ tree: { root: { shape: 'scalar', text: '' } }, issues: [] })
    expect(read('')).toMatchObject({ tree: { root: { shape: 'scalar', text: '' } }, issues: [] })
  })

  test('may begin with the mark of a document', () => {
    expect(outline(read('---\na: 1\n').tree?.root)).toEqual({ a: '1 @2 a' })
  })

  test('the place of a key is its own, also where its value is a list', () => {
    const { tree } = read('a: 1\nclasses:\n  - x\n')
    expect(tree?.root.shape === 'mapping' && tree.root.entries.get('classes')?.place).toEqual({ file: 'fund.yaml', row: 2, column: 'classes' })
    expect(tree === undefined ? undefined : childAt(tree.root, 'classes')?.place).toEqual({ file: 'fund.yaml', row: 3, column: 'classes' })
  })
})

describe('issues', () => {
  test.each([
    ['a tab', 'a: 1\n\tb: 2\n', [['yaml.syntax', 2, undefined, '"b: 2"']]],
    ['a bracket not closed', 'x: 1\na: [1, 2\nb: 3\n', [['yaml.syntax', 3, undefined, '"b: 3"']]],
    ['a quote not closed, where it opens', 'z: 1\na: "x\nb: 3\n', [['yaml.syntax', 2, undefined, '"a: "x"']]],
    ['a colon in a text', 'a: 1\nb: Note: see below\n', [['yaml.syntax', 2, undefined, '"b: Note: see below"']]],
    ['no blank behind a colon', 'a:b\nc: 1\n', [['yaml.syntax', 1, undefined, '"a:b"']]],
    ['a repeated key', 'a: 1\nb:\n  - c: 1\n    d: 2\n    c: 3\n', [['yaml.repeated-key', 5, 'b.0.c', 'key "c" again; it stands on line 3 already']]],
    [
      'an anchor and an alias',
      'a: &x 1\nb: *x\n',
      [
        ['yaml.not-plain', 1, 'a', 'an anchor, "&x"'],
        ['yaml.not-plain', 2, 'b', 'an alias, "*x"'],
      ],
    ],
    [
      'tags',
      'a: !!str 5\nb: !mine { c: 1 }\n',
      [
        ['yaml.not-plain', 1, 'a', 'a tag, "!!str"'],
        ['yaml.not-plain', 2, 'b', 'a tag, "!mine"'],
      ],
    ],
    ['a second document', 'a: 1\n---\nb: 2\n', [['yaml.not-plain', 3, undefined, 'a second document (behind a line "---")']]],
    ['a directive', '%YAML 1.2\n---\na: 1\n', [['yaml.not-plain', 1, undefined, 'a directive (a line that begins with "%")']]],
    ['a tag directive', '%TAG ! tag:x,2000:\n---\na: 1\n', [['yaml.not-plain', 1, undefined, 'a directive (a line that begins with "%")']]],
    ['a key that is a list', 'a: 1\n? [b, c]\n: 2\n', [['yaml.not-plain', 2, undefined, 'a key that is not plain text']]],
    ['Windows-1252', undefined, [['file.encoding', 2, undefined, 'byte E9 at byte offset 12, in Windows-1252 "Société"']]],
  ])('%s', (_, text, expected) => {
    const reading = text === undefined ? readYaml('fund.yaml', Buffer.from('a: 1\nb: Soci\xe9t\xe9\n', 'latin1')) : read(text)
    expect(reading.issues.map(({ code, place, found }) => [code, place.row, place.column, found])).toEqual(expected)
    for (const { needed, remedy } of reading.issues) expect([needed, remedy]).not.toContain('')
  })

  test('several mistakes are told in one run, one for each line', () => {
    expect(issues('a: @x\nb: 1\nc: @y\n')).toEqual([
      ['yaml.syntax', 1, undefined, '"a: @x"'],
      ['yaml.syntax', 3, undefined, '"c: @y"'],
    ])
  })

  test('a key that repeats keeps its first value', () => {
    expect(outline(read('a: 1\na: 2\n').tree?.root)).toEqual({ a: '1 @1 a' })
  })

  test('nesting without end is a mistake in the file, not a crash', () => {
    const { issues: found } = read(`a: ${'['.repeat(20_000)}`)
    expect(found.map(({ code }) => code)).toEqual(['yaml.syntax'])
  })
})
