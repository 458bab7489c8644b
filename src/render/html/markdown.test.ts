import { describe, expect, test } from 'vitest'
import { markdownHtml } from './markdown.ts'

const shown = (markdown: string): string => markdownHtml(markdown, 'text-notes').markup

describe('what the book writes stays text', () => {
  test.each([
    ['an element', '<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
    ['an element within words', 'a <b onclick="x()">b</b> c', '<p>a &lt;b onclick=&quot;x()&quot;&gt;b&lt;/b&gt; c</p>'],
    ['a script', '<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['a script within words', 'a <script>alert("<i>")</script>', '<p>a &lt;script&gt;alert(&quot;&lt;i&gt;&quot;)&lt;/script&gt;</p>'],
    ['code', '`<i>`', '<p><code>&lt;i&gt;</code></p>'],
    ['a block of code', '```\n</code><script>\n```', '<pre tabindex="0"><code>&lt;/code&gt;&lt;script&gt;</code></pre>'],
    ['an image, of which its words remain', '![a <i> picture](https://example.com/a.png)', '<p>a &lt;i&gt; picture</p>'],
    ['a character reference, which remains one', 'AT&amp;T &sect; &lt;i&gt; &nonsense', '<p>AT&amp;T &sect; &lt;i&gt; &amp;nonsense</p>'],
  ])('%s', (_, markdown, expected) => {
    expect(shown(markdown)).toBe(expected)
  })
})

describe('links', () => {
  test.each([
    ['https', '[a](https://example.com/?b=1&c="2")', '<p><a href="https://example.com/?b=1&amp;c=&quot;2&quot;" rel="noreferrer">a</a></p>'],
    ['mailto', '[a](mailto:a@example.com)', '<p><a href="mailto:a@example.com" rel="noreferrer">a</a></p>'],
    [
      'a heading of the same text',
      '## Two words\n\n[a](#two-words)',
      '<h3 id="text-notes-two-words">Two words</h3>\n\n<p><a href="#text-notes-two-words" rel="noreferrer">a</a></p>',
    ],
    ['another place of the report', '[a](#tie-out)', '<p><a href="#tie-out" rel="noreferrer">a</a></p>'],
    ['javascript', '[a](javascript:alert(1))', '<p>a</p>'],
    ['javascript in capitals and references', '[a](JaVaScRiPt&colon;alert(1)) [b](&#106;avascript:alert(1))', '<p>a b</p>'],
    ['javascript behind a blank', '[a](<\tjavascript:alert(1)>)', '<p>a</p>'],
    ['data', '[a](data:text/html;base64,PHNjcmlwdD4=)', '<p>a</p>'],
    ['a file', '[a](other.html)', '<p>a</p>'],
    ['no scheme', '[a](//example.com)', '<p>a</p>'],
    ['an automatic one', '<javascript:alert(1)>', '<p>javascript:alert(1)</p>'],
  ])('%s', (_, markdown, expected) => {
    expect(shown(markdown)).toBe(expected)
  })
})

test('headings begin under that of the part and skip no level', () => {
  expect(
    [...shown('#### Deep\n\n## One\n\n###### Six\n\n### Two\n\n## One').matchAll(/<h(\d) id="([^"]+)"/g)].map(([, level, id]) => `${level} ${id}`),
  ).toEqual(['3 text-notes-deep', '3 text-notes-one', '4 text-notes-six', '4 text-notes-two', '3 text-notes-one-1'])
})

test('lists, tables and emphasis', () => {
  expect(shown('3. a\n4. *b*')).toBe('<ol start="3"><li>a</li><li><em>b</em></li></ol>')
  expect(shown('- a\n- **b**')).toBe('<ul><li>a</li><li><strong>b</strong></li></ul>')
  expect(shown('| a | b |\n| --- | ---: |\n| c | <i> |')).toContain('<tr><td>c</td><td class="right">&lt;i&gt;</td></tr>')
})
