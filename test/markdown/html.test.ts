import { expect, test } from 'vitest'
import { createKramdown } from '../../src/markdown/kramdown.ts'

const kramdown = createKramdown()

/** HTML: text, and the HTML that Jekyll writes for it. */
const CASES: [name: string, text: string, html: string][] = [
  [
    'blocks are raw and rewritten',
    `<DIV CLASS=x hidden data-a='"'>
*a* & <b>c</B>
</div>`,
    `<div class="x" hidden="" data-a="&quot;">
*a* &amp; <b>c</b>
</div>
`,
  ],
  [
    'markdown="1" reads blocks',
    `- a

  <div markdown="1">
  *b*

  <p markdown="1">*c*</p>
  </div>`,
    `<ul>
  <li>
    <p>a</p>

    <div>
      <p><em>b</em></p>

      <p><em>c</em></p>
    </div>
  </li>
</ul>
`,
  ],
  [
    'what follows an end tag is a block',
    `<p>a</p> *b*
<hr>
c`,
    `<p>a</p>
<p><em>b</em></p>
<hr />

<p>c</p>
`,
  ],
  [
    'an end tag without start is text',
    `</div>
a </b> c`,
    `<p>&lt;/div&gt;
a &lt;/b&gt; c</p>
`,
  ],
  [
    'unclosed elements end with the text',
    `<ul>
<li>a
</ul>

b`,
    `<ul>
<li>a
&lt;/ul&gt;

b
</li></ul>
`,
  ],
  [
    'scripts are left alone',
    `<script>
a < b && *c*
</script>

d <script>"e" < f</script>`,
    `<script>
a < b && *c*
</script>

<p>d <script>"e" &lt; f</script></p>
`,
  ],
  [
    'comments may span blank lines',
    `<!-- a

b --> c
<!-- d`,
    `<!-- a

b -->
<p>c
&lt;!– d</p>
`,
  ],
  [
    'spans are read on, raw ones are not',
    `<b>*a*</b> <kbd>*b* -- <i>c</i></kbd> <mark>*d*</mark> <div>e</div>`,
    `<p><b><em>a</em></b> <kbd>*b* -- <i>c</i></kbd> <mark>*d*</mark> &lt;div&gt;e&lt;/div&gt;</p>
`,
  ],
  [
    'markdown="span" and markdown="0"',
    `<td markdown="span">*a*</td>
<b markdown="0">*b*</b>`,
    `<td><em>a</em></td>
<p><b>*b*</b></p>
`,
  ],
]

test.each(CASES)('%s', (_name, text, html) => {
  expect(kramdown(text)).toBe(html)
})

test('an attribute list that waits at the end of an element waits in vain', () => {
  expect(kramdown('<div markdown="1">\n{:.c}\n</div>\n\nx')).toBe('<div></div>\n\n<p>x</p>\n')
})

test('in an element within a table all marks count', () => {
  expect(kramdown('<b> <<x>></b> | c')).toBe(
    '<table>\n  <tbody>\n    <tr>\n      <td><b> «x»</b></td>\n      <td>c</td>\n    </tr>\n  </tbody>\n</table>\n',
  )
})

test('a comment loses one line end and no more', () => {
  expect(kramdown('{::comment}\na\n\n{:/comment}')).toBe('<!-- a\n -->\n')
})

test('deleted text keeps the backslashes at its line ends', () => {
  expect(kramdown('~~a\\\nb~~ c\\\nd')).toBe('<p><del>a\\\nb</del> c<br />\nd</p>\n')
})

test('a colon before a digit is in no name', () => {
  expect(kramdown('# => #<Test:0x34> <a:b>c</a:b>\n')).toBe(
    '<h1 id="-test0x34-c">=&gt; #&lt;Test:0x34&gt; <a:b>c</a:b></h1>\n',
  )
})
