import { expect, test } from 'vitest'
import { createLog } from '../../src/util/log.ts'
import { buildSite } from '../support/site.ts'

test('kramdown converts the extensions of markdown_ext', async () => {
  const output = await buildSite({
    '_config.yml': 'markdown_ext: md,bread\n',
    'a.md': '---\n---\n*one*',
    'b.BREAD': '---\n---\n# two',
    'c.markdown': '---\n---\n*three*',
  })
  expect(Object.fromEntries(output)).toEqual({
    'a.html': '<p><em>one</em></p>\n',
    'b.html': '<h1 id="two">two</h1>\n',
    'c.markdown': '*three*',
  })
})

test('code is highlighted unless the highlighter is none', async () => {
  const files = { 'a.md': '---\n---\n```ruby\nx = 1\n```\n' }
  const coloured = await buildSite(files)
  expect(coloured.get('a.html')).toBe(
    '<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight"><code>' +
      '<span class="n">x</span> <span class="o">=</span> <span class="mi">1</span>\n' +
      '</code></pre></div></div>\n',
  )
  const plain = await buildSite({ '_config.yml': 'highlighter: none\n', ...files })
  expect(plain.get('a.html')).toBe('<pre><code class="language-ruby">x = 1\n</code></pre>\n')
})

test('CommonMark with its options and extensions', async () => {
  const output = await buildSite({
    '_config.yml':
      'markdown: CommonMark\ncommonmark: {options: [SMART], extensions: [strikethrough]}\n',
    'a.md': '---\n---\n# "Tea" ~~cold~~\n\n```ruby\nx\n```\n\n    <b>\n',
  })
  expect(output.get('a.html')).toBe(`<h1>“Tea” <s>cold</s></h1>
<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight"><code><span class="n">x</span>
</code></pre></div></div>
<pre><code>&lt;b&gt;
</code></pre>
`)
})

test('a processor of older days gives way to kramdown with one warning', async () => {
  const log = createLog()
  const output = await buildSite(
    { '_config.yml': 'markdown: redcarpet\n', 'a.md': '---\n---\n# a', 'b.md': '---\n---\n# b' },
    { log },
  )
  expect(output.get('a.html')).toBe('<h1 id="a">a</h1>\n')
  expect(log.messages.filter(({ level }) => level === 'warn').map(({ text }) => text)).toEqual([
    "'redcarpet' is not a Markdown processor here. kramdown is used instead.",
  ])
})
