import { expect, test } from 'vitest'
import { createKramdown } from '../../src/markdown/kramdown.ts'

const kramdown = createKramdown()

/** Paragraphs, headers, quotes, code and rules: text, and the HTML that Jekyll writes for it. */
const CASES: [name: string, text: string, html: string][] = [
  [
    'lines of a paragraph keep their own leading spaces',
    `  a  
  b
   c`,
    `<p>a<br />
  b
   c</p>
`,
  ],
  [
    'a start that comes to nothing goes on with the paragraph',
    `para
# 
para`,
    `<p>para
# 
para</p>
`,
  ],
  [
    'a list start interrupts a paragraph, a table does not',
    `a
| b |
- c`,
    `<p>a
| b |</p>
<ul>
  <li>c</li>
</ul>
`,
  ],
  [
    'a tab behind a space begins no paragraph',
    ` 	a

b`,
    ` 	a

<p>b</p>
`,
  ],
  [
    'closing hashes need a blank before them',
    `# a #
# C#
## b ## {#id}`,
    `<h1 id="a">a</h1>
<h1 id="c">C#</h1>
<h2 id="id">b</h2>
`,
  ],
  [
    'an underline makes a header of one line only',
    `a
=

b
c
---`,
    `<h1 id="a">a</h1>

<p>b
c
—</p>
`,
  ],
  [
    'equal headers get numbered ids',
    `# A
# A
# A 1
# !!!`,
    `<h1 id="a">A</h1>
<h1 id="a-1">A</h1>
<h1 id="a-1">A 1</h1>
<h1>!!!</h1>
`,
  ],
  [
    'headers inside HTML get ids of the other kind',
    `# A_b

<div markdown="1">
# A_b \`c\` -- d
</div>`,
    `<h1 id="a_b">A_b</h1>

<div>
  <h1 id="ab-c--d">A_b <code class="language-plaintext highlighter-rouge">c</code> – d</h1>
</div>
`,
  ],
  [
    'every line behind a quote belongs to it',
    `> a
b
# c

> d`,
    `<blockquote>
  <p>a
b</p>
  <h1 id="c">c</h1>
</blockquote>

<blockquote>
  <p>d</p>
</blockquote>
`,
  ],
  [
    'lines that are not indented join indented code',
    `    a
b

    c
^
    d`,
    `<div class="language-plaintext highlighter-rouge"><div class="highlight"><pre class="highlight"><code>a b

c
</code></pre></div></div>
<div class="language-plaintext highlighter-rouge"><div class="highlight"><pre class="highlight"><code>d
</code></pre></div></div>
`,
  ],
  [
    'blanks may follow the language of a fence',
    '```nolang \t \na\n```\n',
    '<pre><code class="language-nolang">a\n</code></pre>\n',
  ],
  [
    'a fence without end is text',
    `a

\`\`\`
b`,
    `<p>a</p>

<p>\`\`\`
b</p>
`,
  ],
  [
    'a fence may end on a longer run',
    `~~~ x?y=1
\`\`\`
~~~~
a`,
    `<pre><code class="language-x">\`\`\`
</code></pre>
<p>a</p>
`,
  ],
  [
    'a mark on its own parts what would join',
    `- a
^
- b
^
c`,
    `<ul>
  <li>a</li>
</ul>
<ul>
  <li>b</li>
</ul>
<p>c</p>
`,
  ],
  [
    'blank lines make one line end, also around definitions',
    `

a

[x]: y


b

`,
    `
<p>a</p>

<p>b</p>

`,
  ],
]

test.each(CASES)('%s', (_name, text, html) => {
  expect(kramdown(text)).toBe(html)
})
