import { expect, test } from 'vitest'
import { kramdown } from '../../src/kramdown.ts'

/** Options by kramdown's names, a text, and the HTML that Jekyll writes for both. */
const CASES: [options: Record<string, unknown>, text: string, html: string][] = [
  [
    { input: 'kramdown' },
    `#a#
b
- c

~~d~~\\
e`,
    `<h1 id="a">a</h1>
<p>b
- c</p>

<p>~~d~~\\
e</p>
`,
  ],
  [
    { hard_wrap: true },
    `a
b  
*c
d*
`,
    `<p>a<br />
b  <br />
<em>c<br />
d</em></p>
`,
  ],
  [
    { gfm_quirks: [] },
    `# a#
b
- c
# d`,
    `<h1 id="a">a</h1>
<p>b
- c
# d</p>
`,
  ],
  [
    { gfm_quirks: 'no_auto_typographic' },
    `a -- b... "c"`,
    `<p>a -- b... “c”</p>
`,
  ],
  [
    { auto_ids: 'no', header_offset: '1' },
    `# a
###### b`,
    `<h2 id="a">a</h2>
<h6 id="b">b</h6>
`,
  ],
  [
    { auto_id_prefix: 'x-', toc_levels: '2..3' },
    `* t
{:toc}

# a
## b
### c
#### d`,
    `<ul id="markdown-toc">
  <li><a href="#x-b" id="markdown-toc-x-b">b</a>    <ul>
      <li><a href="#x-c" id="markdown-toc-x-c">c</a></li>
    </ul>
  </li>
</ul>

<h1 id="x-a">a</h1>
<h2 id="x-b">b</h2>
<h3 id="x-c">c</h3>
<h4 id="x-d">d</h4>
`,
  ],
  [
    { toc_levels: '2..3', header_offset: 1 },
    `* t
{:toc}

# a
## b`,
    `<ul id="markdown-toc">
  <li><a href="#b" id="markdown-toc-b">b</a></li>
</ul>

<h2 id="a">a</h2>
<h3 id="b">b</h3>
`,
  ],
  [
    { entity_output: 'numeric' },
    `&copy; &lt; "a" -- &nope;`,
    `<p>&#169; &lt; &#8220;a&#8221; &#8211; &amp;nope;</p>
`,
  ],
  [
    { entity_output: 'symbolic', smart_quotes: 'apos,apos,quot,quot' },
    `&#169; 'a' "b"`,
    `<p>&copy; &apos;a&apos; &quot;b&quot;</p>
`,
  ],
  [
    { entity_output: ':as_input' },
    `&copy; &#xA9; -- "a"`,
    `<p>&copy; &#xA9; &#8211; &#8220;a&#8221;</p>
`,
  ],
  [
    { typographic_symbols: { mdash: '<->', hellip: '...' } },
    `a---b...`,
    `<p>a&lt;-&gt;b...</p>
`,
  ],
  [
    { math_engine: null },
    `$$a<b$$

$$
c
$$`,
    `<div class="kdmath">$$
a<b
$$</div>

<div class="kdmath">$$
c
$$</div>
`,
  ],
  [
    { parse_block_html: true, parse_span_html: false },
    `<div>
*a* <b>*c*</b>
</div>`,
    `<div>
  <p><em>a</em> <b>*c*</b></p>
</div>
`,
  ],
  [
    { link_defs: { a: ['http://b', 'T'], c: ['d'] } },
    `[A] [c]`,
    `<p><a href="d">A</a></p>
`,
  ],
  [
    { footnote_nr: 5, footnote_prefix: 'p-', footnote_backlink: '' },
    `a[^b]

[^b]: c`,
    `<p>a<sup id="fnref:p-b" role="doc-noteref"><a href="#fn:p-b" class="footnote" rel="footnote">5</a></sup></p>

<div class="footnotes" role="doc-endnotes">
  <ol start="5">
    <li id="fn:p-b" role="doc-endnote">
      <p>c</p>
    </li>
  </ol>
</div>
`,
  ],
  [
    { footnote_backlink_inline: true },
    `a[^b]

[^b]:
    - c
    - d`,
    `<p>a<sup id="fnref:b" role="doc-noteref"><a href="#fn:b" class="footnote" rel="footnote">1</a></sup></p>

<div class="footnotes" role="doc-endnotes">
  <ol>
    <li id="fn:b" role="doc-endnote">

      <ul>
        <li>c</li>
        <li>d\u00a0<a href="#fnref:b" class="reversefootnote" role="doc-backlink">&#8617;</a></li>
      </ul>
    </li>
  </ol>
</div>
`,
  ],
  [
    { remove_line_breaks_for_cjk: true },
    `一
二
a
三`,
    `<p>一二
a
三</p>
`,
  ],
  [
    { syntax_highlighter_opts: { disable: true } },
    `    a
{: .language-x .y}

\`b\`{:.language-z}`,
    `<pre class="y"><code class="language-x">a
</code></pre>

<p><code class="language-z">b</code></p>
`,
  ],
  [
    { syntax_highlighter_opts: { span: { disable: true }, css_class: 'hl' } },
    `    a

\`b\``,
    `<div class="language-plaintext highlighter-rouge"><div class="highlight"><pre class="hl"><code>a
</code></pre></div></div>

<p><code>b</code></p>
`,
  ],
  [
    { guess_lang: false },
    `    a

\`b\``,
    `<pre><code>a
</code></pre>

<p><code>b</code></p>
`,
  ],
  [
    { unknown: 1, forbidden_inline_options: ['template', 'auto_ids'], hard_wrap: null },
    `{::options auto_ids="false" footnote_nr="3" /}\n# a\nb\nc`,
    `<h1 id="a">a</h1>\n<p>b\nc</p>\n`,
  ],
]

test.each(CASES)('%j', (options, text, html) => {
  expect(kramdown(text, options)).toBe(html)
})
