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
<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight"><code data-lang="ruby"><span class="n">x</span>
</code></pre></div></div>
<div class="highlighter-rouge"><div class="highlight"><pre class="highlight"><code>&lt;b&gt;
</code></pre></div></div>
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

test('CommonMark: footnotes as commonmarker writes them', async () => {
  const output = await buildSite({
    '_config.yml': 'markdown: CommonMark\ncommonmark: {options: [FOOTNOTES]}\n',
    'a.md': `---
---
Tea[^tea], pot[^pot], tea[^tea] and none[^none] ^[inline].

[^pot]:
    > Clay

        fired

[^tea]: *Green*.

    Or black.

[^unused]: Nothing.

End
`,
  })
  expect(
    output.get('a.html'),
  ).toBe(`<p>Tea<sup class="footnote-ref"><a href="#fn1" id="fnref1">1</a></sup>, pot<sup class="footnote-ref"><a href="#fn2" id="fnref2">2</a></sup>, tea<sup class="footnote-ref"><a href="#fn1" id="fnref1">1</a></sup> and none[^none] ^[inline].</p>
<p>End</p>
<section class="footnotes">
<ol>
<li id="fn1">
<p><em>Green</em>.</p>
<p>Or black. <a href="#fnref1" class="footnote-backref">↩</a></p>
</li>
<li id="fn2">
<blockquote>
<p>Clay</p>
</blockquote>
<div class="highlighter-rouge"><div class="highlight"><pre class="highlight"><code>fired
</code></pre></div></div>
<a href="#fnref2" class="footnote-backref">↩</a>
</li>
</ol>
</section>
`)
})

test('CommonMark: lists of tasks, tildes and addresses', async () => {
  const config = (options: string) =>
    `markdown: CommonMark\ncommonmark: {options: [${options}], extensions: [tasklist, strikethrough, autolink]}\n`
  const text = `---
---
- [ ] foo
- [x] bar
  - [X]
- [-] no
- [x]no

1. [ ] loose

2. y

This ~text~ ~~is~~ ~~~curious~~~, no ~mismatch~~
(http://x.example/ok.) "https://a.example/é?b=c&d;" www.b.example/(c)) //d.example a.w@b.example http://ü.example
`
  const output = await buildSite({ '_config.yml': config(''), 'a.md': text })
  expect(output.get('a.html')).toBe(`<ul>
<li><input type="checkbox" disabled="" /> foo</li>
<li><input type="checkbox" checked="" disabled="" /> bar
<ul>
<li><input type="checkbox" checked="" disabled="" /> </li>
</ul>
</li>
<li>[-] no</li>
<li>[x]no</li>
</ul>
<ol>
<li><input type="checkbox" disabled="" /> 
<p>loose</p>
</li>
<li>
<p>y</p>
</li>
</ol>
<p>This <del>text</del> <del>is</del> ~~~curious~~~, no ~mismatch~~
(<a href="http://x.example/ok">http://x.example/ok</a>.) &quot;<a href="https://a.example/%C3%A9?b=c">https://a.example/é?b=c</a>&amp;d;&quot; <a href="http://www.b.example/(c)">www.b.example/(c)</a>) //d.example <a href="mailto:a.w@b.example">a.w@b.example</a> <a href="http://%C3%BC.example">http://ü.example</a></p>
`)
  const strict = await buildSite({
    '_config.yml': config('STRIKETHROUGH_DOUBLE_TILDE, NOBREAKS'),
    'a.md': '---\n---\n~a~ ~~b~~\nc',
  })
  expect(strict.get('a.html')).toBe('<p>~a~ <del>b</del> c</p>\n')
})

test('CommonMark on GitHub Pages frames code that it colours', async () => {
  const output = await buildSite({
    '_config.yml': 'markdown: CommonMarkGhPages\n',
    'a.md': '---\n---\n```ruby,lines\nx\n```\n\n```none-such\na < b\n```\n\n    c\n',
  })
  expect(
    output.get('a.html'),
  ).toBe(`<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight"><code><span class="n">x</span>
</code></pre></div></div>
<pre><code class="language-none-such">a &lt; b
</code></pre>
<pre><code>c
</code></pre>
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
