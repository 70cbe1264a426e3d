import { expect, test } from 'vitest'
import { createKramdown } from '../../src/markdown/kramdown.ts'

const kramdown = createKramdown()

/** Footnotes, contents and attribute lists: text, and the HTML that Jekyll writes for it. */
const CASES: [name: string, text: string, html: string][] = [
  [
    'footnotes are numbered by use',
    `a[^y] b[^x] c[^y] d[^z]

[^x]: x[^w]
[^y]: y

    - l
[^w]: w`,
    `<p>a<sup id="fnref:y" role="doc-noteref"><a href="#fn:y" class="footnote" rel="footnote">1</a></sup> b<sup id="fnref:x" role="doc-noteref"><a href="#fn:x" class="footnote" rel="footnote">2</a></sup> c<sup id="fnref:y:1" role="doc-noteref"><a href="#fn:y" class="footnote" rel="footnote">1</a></sup> d[^z]</p>

<div class="footnotes" role="doc-endnotes">
  <ol>
    <li id="fn:y" role="doc-endnote">
      <p>y</p>

      <ul>
        <li>l
[^w]: w</li>
      </ul>
      <p><a href="#fnref:y" class="reversefootnote" role="doc-backlink">&#8617;</a>\u00a0<a href="#fnref:y:1" class="reversefootnote" role="doc-backlink">&#8617;<sup>2</sup></a></p>
    </li>
    <li id="fn:x" role="doc-endnote">
      <p>x[^w]\u00a0<a href="#fnref:x" class="reversefootnote" role="doc-backlink">&#8617;</a></p>
    </li>
  </ol>
</div>
`,
  ],
  [
    'a footnote may begin on the next line',
    `a[^n]

[^n]:
    > b

    c\\
    d`,
    `<p>a<sup id="fnref:n" role="doc-noteref"><a href="#fn:n" class="footnote" rel="footnote">1</a></sup></p>

<div class="footnotes" role="doc-endnotes">
  <ol>
    <li id="fn:n" role="doc-endnote">

      <blockquote>
        <p>b</p>
      </blockquote>

      <p>c\\
d\u00a0<a href="#fnref:n" class="reversefootnote" role="doc-backlink">&#8617;</a></p>
    </li>
  </ol>
</div>
`,
  ],
  [
    'footnotes stand where the list for them is',
    `a[^n]

* x
{:footnotes}

b

[^n]: c`,
    `<p>a<sup id="fnref:n" role="doc-noteref"><a href="#fn:n" class="footnote" rel="footnote">1</a></sup></p>

<div class="footnotes" role="doc-endnotes">
  <ol>
    <li id="fn:n" role="doc-endnote">
      <p>c\u00a0<a href="#fnref:n" class="reversefootnote" role="doc-backlink">&#8617;</a></p>
    </li>
  </ol>
</div>

<p>b</p>

`,
  ],
  [
    'contents list the headers',
    `1. x
{:toc .t}

## A *b* [c](d)
#### E[^n]
# F
{:.no_toc}
# G

[^n]: o`,
    `<ol class="t" id="markdown-toc">
  <li><a href="#a-b-c" id="markdown-toc-a-b-c">A <em>b</em> c</a>    <ol>
      <li><a href="#e" id="markdown-toc-e">E</a></li>
    </ol>
  </li>
  <li><a href="#g" id="markdown-toc-g">G</a></li>
</ol>

<h2 id="a-b-c">A <em>b</em> <a href="d">c</a></h2>
<h4 id="e">E<sup id="fnref:n" role="doc-noteref"><a href="#fn:n" class="footnote" rel="footnote">1</a></sup></h4>
<h1 class="no_toc" id="f">F</h1>
<h1 id="g">G</h1>

<div class="footnotes" role="doc-endnotes">
  <ol>
    <li id="fn:n" role="doc-endnote">
      <p>o\u00a0<a href="#fnref:n" class="reversefootnote" role="doc-backlink">&#8617;</a></p>
    </li>
  </ol>
</div>
`,
  ],
  [
    'contents without headers vanish',
    `* a
{:toc}

b`,
    `
<p>b</p>
`,
  ],
  [
    'attributes defined by name',
    `{:r: .a title="t"}
{:r .b #c k='"\\}'}
para
{: .d}

{: .next}

para
^
{: .lost}

x`,
    `<p class="a b d" title="t" id="c" k="&quot;}">para</p>

<p class="next">para</p>

<p>x</p>
`,
  ],
  [
    'a list ends what it belongs to',
    `a
{: .x}
b
{: .y}
---`,
    `<p class="x">a</p>
<p class="y">b</p>
<hr />
`,
  ],
  [
    'a figure',
    `![a *b*](c){: standalone .d #e title="f"}`,
    `<figure class="d" id="e">
  <img src="c" alt="a *b*" title="f" />
  <figcaption>a *b*</figcaption>
</figure>
`,
  ],
  [
    'options in the text',
    `{::options auto_ids="false" footnote_nr="7" /}
# a

b[^c]

[^c]: d`,
    `<h1>a</h1>

<p>b<sup id="fnref:c" role="doc-noteref"><a href="#fn:c" class="footnote" rel="footnote">7</a></sup></p>

<div class="footnotes" role="doc-endnotes">
  <ol start="7">
    <li id="fn:c" role="doc-endnote">
      <p>d\u00a0<a href="#fnref:c" class="reversefootnote" role="doc-backlink">&#8617;</a></p>
    </li>
  </ol>
</div>
`,
  ],
  [
    'comments and raw blocks',
    `{::comment}
a *b*
{:/comment}
{::nomarkdown}
<i>*c*</i>
{:/}
{::nope}
d`,
    `<!-- a *b* -->
<i>*c*</i>
<p>{::nope}
d</p>
`,
  ],
]

test.each(CASES)('%s', (_name, text, html) => {
  expect(kramdown(text)).toBe(html)
})

test('a table of contents that ends an HTML element has a blank line behind it', () => {
  const text = `<details markdown="block">
  <summary>Contents</summary>
- TOC
{:toc}
</details>

# a
`
  expect(kramdown(text)).toBe(`<details>
  <summary>Contents</summary>
<ul id="markdown-toc">
  <li><a href="#a" id="markdown-toc-a">a</a></li>
</ul>

</details>

<h1 id="a">a</h1>
`)
})

test('footnotes in the place of a list are indented no deeper than the document itself', () => {
  expect(kramdown('> a[^1]\n>\n> * notes\n> {:footnotes}\n\n[^1]: b')).toBe(`<blockquote>
  <p>a<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup></p>

<div class="footnotes" role="doc-endnotes">
  <ol>
    <li id="fn:1" role="doc-endnote">
      <p>b\u00a0<a href="#fnref:1" class="reversefootnote" role="doc-backlink">&#8617;</a></p>
    </li>
  </ol>
</div>
</blockquote>

`)
})
