import { describe, expect, test } from 'vitest'
import { type OfxNode, readOfxTree } from './ofx-tree.ts'

type Plain = { readonly [tag: string]: string | readonly Plain[] }
const plain = ({ tag, text, children }: OfxNode): Plain => ({ [tag]: text ?? children.map(plain) })

const read = (text: string, form: 'sgml' | 'xml' = 'sgml') => readOfxTree({ file: 'a.ofx', text, form })
function tree(text: string, form: 'sgml' | 'xml' = 'sgml'): Plain {
  const { root, issues } = read(text, form)
  expect(issues).toEqual([])
  return root === undefined ? {} : plain(root)
}
const faults = (text: string, form: 'sgml' | 'xml' = 'sgml'): readonly string[] => read(text, form).issues.map(({ place, found }) => `${place.row}: ${found}`)

describe('the body of an OFX file', () => {
  const expected = { OFX: [{ A: [{ B: '1' }, { C: 'two words' }] }, { D: '3' }] }

  test('without closing tags, as SGML allows', () => expect(tree('<OFX><A><B>1<C>two words</A><D>3</OFX>')).toEqual(expected))
  test('with all of them, and blanks', () => expect(tree('<OFX>\n <A>\n  <B>1</B>\n  <C> two words </C>\n </A>\n <D>3</D>\n</OFX>')).toEqual(expected))
  test('as XML', () => expect(tree('<OFX><A><B>1</B><C>two words</C></A><D>3</D></OFX>', 'xml')).toEqual(expected))

  test('an element that nothing follows and nothing closes leaves its neighbours where they are', () =>
    expect(tree('<OFX><A><MEMO><FITID>7<UNITS>5</A></OFX>')).toEqual({ OFX: [{ A: [{ MEMO: '' }, { FITID: '7' }, { UNITS: '5' }] }] }))
  test('an element closed at once is empty', () =>
    expect(tree('<OFX><A><MEMO></MEMO><B>1<E/></A></OFX>')).toEqual({ OFX: [{ A: [{ MEMO: '' }, { B: '1' }, { E: '' }] }] }))
  test('entities, and an "&" that is none', () =>
    expect(tree('<OFX><A>S&amp;P &lt;500&gt; AT&T &#233;&#xE9;&nbsp;x</OFX>')).toEqual({ OFX: [{ A: 'S&P <500> AT&T éé x' }] }))
  test('CDATA and comments', () => expect(tree('<OFX><A><![CDATA[1 < 2 & 3]]></A><!-- <B>no</B> --></OFX>', 'xml')).toEqual({ OFX: [{ A: '1 < 2 & 3' }] }))
  test('a tag is counted on the line it stands on', () => expect(read('\n\n<OFX>\n<A>\n<B>1\n</A>\n</OFX>').root?.children[0]?.children[0]?.line).toBe(5))

  test.each([
    ['the file ends early', '<OFX><A><B>1', 'sgml', ['1: <OFX> that is not closed: the file ends early']],
    ['a closing tag too many', '<OFX>\n<B>1</B></B></OFX>', 'sgml', ['2: </B> without a <B>']],
    ['a text before any tag of its own', '<OFX><A><B>1</B>2</A></OFX>', 'sgml', ['1: a text that no tag stands before: "2"']],
    ['a sign of a tag inside a text', '<OFX><A>1 < 2</OFX>', 'sgml', ['1: "<" in a text: "1 < 2"']],
    ['XML whose element is not closed', '<OFX><A><B>1</A></OFX>', 'xml', ['1: <B> that is not closed']],
    ['XML whose empty element is not closed', '<OFX><A><B></A></OFX>', 'xml', ['1: <B> that is not closed']],
  ] as const)('%s', (_, text, form, expectedFaults) => expect(faults(text, form)).toEqual(expectedFaults))

  test('tags in each other without end stop the reading, not the program', () =>
    expect(faults('<OFX>'.repeat(100_000))).toEqual(['1: tags within tags, 100 deep']))
})
