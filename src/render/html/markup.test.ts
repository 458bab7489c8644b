import { expect, test } from 'vitest'
import { joined, jsonMarkup, safe } from './markup.ts'

test('text in a template is escaped, markup and lists of it are not, nothing is nothing', () => {
  const name = `<b title='x'>"A" & B</b>`
  const list = [safe`<i>${1}</i>`, 'c>d']
  const markup = safe`<td>${name}</td>${undefined}${list}`.markup
  expect(markup).toBe('<td>&lt;b title=&#39;x&#39;&gt;&quot;A&quot; &amp; B&lt;/b&gt;</td><i>1</i>c&gt;d')
  expect(joined([safe`a`, safe`${'<'}`], '<br>').markup).toBe('a<br>&lt;')
})

test('JSON in a script element cannot end it, and reads back the same', () => {
  const value = { text: '</script><!-- & \u2028 <script>' }
  const { markup } = jsonMarkup(value)
  expect(markup).not.toMatch(/[<>&\u2028]/)
  expect(JSON.parse(markup)).toEqual(value)
})
