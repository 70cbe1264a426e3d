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
    '_config.yml': `markdown: CommonMark
commonmark:
  options: [SMART, UNSAFE]
  extensions: [table, strikethrough, autolink, tagfilter]
`,
    'a.md': `---
---
# "Tea" ~~cold~~ (c) -- and --- so---- on...

\`\`\`ruby
x
\`\`\`

    <b>

a | b
--|:-:
www.x.example/y, | tea.example

<i>x</i> <script>y</script> [z](javascript:z)

<iframe>
`,
  })
  expect(output.get('a.html')).toBe(`<h1>“Tea” <del>cold</del> (c) – and — so–– on…</h1>
<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight"><code><span class="n">x</span>
</code></pre></div></div>
<pre><code>&lt;b&gt;
</code></pre>
<table>
<thead>
<tr>
<th>a</th>
<th align="center">b</th>
</tr>
</thead>
<tbody>
<tr>
<td><a href="http://www.x.example/y">www.x.example/y</a>,</td>
<td align="center">tea.example</td>
</tr>
</tbody>
</table>
<p><i>x</i> &lt;script>y&lt;/script> <a href="javascript:z">z</a></p>
&lt;iframe>
`)
})

test('CommonMark lets no HTML through unless told to, and on GitHub Pages its headings have ids', async () => {
  const text = '---\n---\n# A *b* 2!\n\n# a b 2\n\n<i>x</i> [z](javascript:z)\n\n<p>\n'
  const rest =
    '<p><!-- raw HTML omitted -->x<!-- raw HTML omitted --> <a href="">z</a></p>\n' +
    '<!-- raw HTML omitted -->\n'
  const plain = await buildSite({ '_config.yml': 'markdown: CommonMark\n', 'a.md': text })
  expect(plain.get('a.html')).toBe(`<h1>A <em>b</em> 2!</h1>\n<h1>a b 2</h1>\n${rest}`)
  const pages = await buildSite({ '_config.yml': 'markdown: CommonMarkGhPages\n', 'a.md': text })
  expect(pages.get('a.html')).toBe(
    `<h1 id="a-b-2">A <em>b</em> 2!</h1>\n<h1 id="a-b-2-1">a b 2</h1>\n${rest}`,
  )
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

test('what kramdown lets its highlighter do', async () => {
  const wrap = (kind: string, inside: string) =>
    `<div class="language-${kind} highlighter-rouge"><div class="highlight">${inside}</div></div>\n`
  const files = { 'a.md': '---\n---\n```\nx = 1\n```\n' }
  const output = async (kramdown: string) =>
    (await buildSite({ '_config.yml': `kramdown: ${kramdown}\n`, ...files })).get('a.html')

  const opts = '{block: {line_numbers: true, start_line: 9}, css_class: mine}'
  expect(await output(`{syntax_highlighter_opts: ${opts}}`)).toBe(
    wrap(
      'plaintext',
      '<pre class="mine"><code><table class="rouge-table"><tbody><tr>' +
        '<td class="rouge-gutter gl"><pre class="lineno">9\n</pre></td>' +
        '<td class="rouge-code"><pre>x = 1\n</pre></td></tr></tbody></table></code></pre>',
    ),
  )
  expect(await output('{syntax_highlighter_opts: {default_lang: nothing}}')).toBe(
    '<pre><code>x = 1\n</code></pre>\n',
  )
  expect(await output('{syntax_highlighter_opts: {disable: true}}')).toBe(
    '<pre><code>x = 1\n</code></pre>\n',
  )
  expect(await output('{guess_lang: false}')).toBe('<pre><code>x = 1\n</code></pre>\n')
  expect(await output('{syntax_highlighter: null, syntax_highlighter_opts: null}')).toBe(
    wrap('plaintext', '<pre class="highlight"><code>x = 1\n</code></pre>'),
  )
})

test('pygments gives way to Rouge in the highlight tag, with a warning', async () => {
  const log = createLog()
  const files = {
    '_config.yml': 'highlighter: pygments\n',
    'a.html': '---\n---\n{% highlight ruby %}\nx\n{% endhighlight %}',
  }
  const output = await buildSite(files, { log })
  expect(output.get('a.html')).toBe(
    '<figure class="highlight"><pre><code class="language-ruby" data-lang="ruby">' +
      '<span class="n">x</span></code></pre></figure>',
  )
  expect(log.messages.filter(({ level }) => level === 'warn')).toEqual([
    {
      level: 'warn',
      topic: 'Warning:',
      text:
        'Highlight Tag no longer supports rendering with Pygments.\n' +
        'Using the default highlighter, Rouge, instead.',
    },
  ])
})
