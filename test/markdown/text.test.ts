import { expect, test } from 'vitest'
import { createKramdown } from '../../src/markdown/kramdown.ts'

const kramdown = createKramdown()

/** Text: text, and the HTML that Jekyll writes for it. */
const CASES: [name: string, text: string, html: string][] = [
  [
    'emphasis closes at the first mark that may',
    `*a **b* c** ***d*** __e_f__ g_h_ **i*`,
    `<p><em>a <strong>b* c</strong> <strong>*d</strong></em> <strong>e_f</strong> g_h_ <em>*i</em></p>
`,
  ],
  ['NUL at either end of a text is white space', '\0a\0\n', '<p>a</p>\n'],
  [
    'an element never stands in one of its kind',
    `*a *b* c* **d *e **f** g* h**`,
    `<p><em>a *b</em> c* <strong>d <em>e **f** g</em> h</strong></p>
`,
  ],
  [
    'code spans',
    `\`a\` \`\`b \` c\`\` \` d\` \`<&amp;"\` \`\`e`,
    `<p><code class="language-plaintext highlighter-rouge">a</code> <code class="language-plaintext highlighter-rouge">b \` c</code> \` d<code class="language-plaintext highlighter-rouge"> </code>&lt;&amp;”<code class="language-plaintext highlighter-rouge"> </code>\`e</p>
`,
  ],
  [
    'links and their titles',
    `[a](b "c") [d](<e f>) [g]( h(i) 'j"k') [l](m n) [o]() [p](q "r" s)`,
    `<p><a href="b" title="c">a</a> <a href="e f">d</a> <a href="h(i)" title="j&quot;k">g</a> <a href="m n">l</a> <a href="">o</a> [p](q “r” s)</p>
`,
  ],
  [
    'references',
    `[A] [b][a] [c][] [d][e] [a
 b]

[a]: u "t"
{: .x}
[c]: <v> 'w'
[a b]: z`,
    `<p>[A] <a class="x" href="u" title="t">b</a> <a href="v" title="w">c</a> [d]<a href="z">e</a></p>

`,
  ],
  [
    'images take their text as written',
    `![*a* \\* \`b\`](c "d") [![e](f)](g) ![h [i](j) k](l)`,
    `<p><img src="c" alt="*a* * \`b\`" title="d" /> <a href="g"><img src="f" alt="e" /></a> <img src="l" alt="h [i](j) k" /></p>
`,
  ],
  [
    'brackets must balance',
    `[a [b] c](d) [e ] f](g) [h \`]\` i](j) [k [l](m)`,
    `<p><a href="d">a [b] c</a> [e ] f](g) <a href="j">h <code class="language-plaintext highlighter-rouge">]</code> i</a> [k <a href="m">l</a></p>
`,
  ],
  [
    'addresses',
    `<http://a.b?c&d> <mailto:e@f> <g@h.i> <foo:bar> http://j.k`,
    `<p><a href="http://a.b?c&amp;d">http://a.b?c&amp;d</a> <a href="mailto:e@f">e@f</a> <a href="mailto:g@h.i">g@h.i</a> <foo:bar> http://j.k</foo:bar></p>
`,
  ],
  [
    'quotes',
    `"a" 'b' "'c'" it's '90s ("d") "*e*" \`f\`"g" \\"h\\" "i's" - "&amp;"`,
    `<p>“a” ‘b’ “‘c’” it’s ’90s (“d”) “<em>e</em>” <code class="language-plaintext highlighter-rouge">f</code>“g” "h" “i’s” - “&amp;”</p>
`,
  ],
  [
    'symbols',
    `a--b---c----d...e....f <<g>> << h >> \\-- \\... \\<<`,
    `<p>a–b—c—-d…e….f «g» «\u00a0h\u00a0» -- ... &lt;&lt;</p>
`,
  ],
  [
    'entities',
    `&copy;&#169;&#xA9;&lt;&#60;&amp;&quot;&nope;&#128; & AT&T &a;`,
    `<p>©©©&lt;&#60;&amp;"&amp;nope;€ &amp; AT&amp;T &amp;a;</p>
`,
  ],
  [
    'breaks',
    `a  
b\\\\
c\\
d   
e 
f\\`,
    `<p>a<br />
b<br />
c<br />
d <br />
e 
f\\</p>
`,
  ],
  [
    'strikethrough is read on its own',
    `~~a *b*~~ ~~ c~~ *d ~~e* f~~ \\~~g~~`,
    `<p><del>a <em>b</em></del> ~~ c~~ *d <del>e* f</del> ~~g~~</p>
`,
  ],
  [
    'math',
    `$$a_1 < b$$ c $$d$$ \\$$e$$

$$
f

g
$$

\\$$h$$

$$i$$
{: .j}`,
    `<p>\\(a_1 &lt; b\\) c \\(d\\) $$e$$</p>

\\[f

g\\]

<p>\\(h\\)</p>

<div class="j">\\[i\\]
</div>
`,
  ],
  [
    'attribute lists belong to elements',
    `*a*{:.b}{:#c d="e"} \`f\`{:.g} h{:.i} [j](k){:l="\\"m\\""} *n* {:.o}`,
    `<p><em class="b" id="c" d="e">a</em> <code class="language-plaintext g highlighter-rouge">f</code> h{:.i} <a href="k" l="&quot;m&quot;">j</a> <em>n</em> {:.o}</p>
`,
  ],
  [
    'extensions',
    `a {::comment}b -- c{:/} d {::nomarkdown}*e* <{:/nomarkdown} {::x}f{:/}`,
    `<p>a <!-- b -- c --> d *e* < {::x}f{:/}</p>
`,
  ],
  [
    'abbreviations',
    `HTML 5 HTML xHTML *HTML* \`HTML\`

*[HTML]: "Hyper"
{: .a}
*[HTML 5]: five`,
    `<p><abbr title="five">HTML 5</abbr> <abbr class="a" title="&quot;Hyper&quot;">HTML</abbr> xHTML <em><abbr class="a" title="&quot;Hyper&quot;">HTML</abbr></em> <code class="language-plaintext highlighter-rouge">HTML</code></p>

`,
  ],
]

test.each(CASES)('%s', (_name, text, html) => {
  expect(kramdown(text)).toBe(html)
})
