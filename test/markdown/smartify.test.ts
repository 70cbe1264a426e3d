import { expect, test } from 'vitest'
import { createSmartify } from '../../src/markdown/smartify.ts'

const smartify = createSmartify()

test.each([
  [`"a" -- b`, `“a” – b`],
  [`a`, `a`],
  [
    `a
`,
    `a`,
  ],
  [
    `a

`,
    `a
`,
  ],
  [`"x" <b class="y">"z"</b> &copy; &nope; it's...`, `“x” <b class="y">“z”</b> © &amp;nope; it’s…`],
  [
    `<div>"x"</div> "y"`,
    `<div>"x"</div>
 “y”`,
  ],
  [
    `"a"
"b"

"c"`,
    `“a”
“b”

“c”`,
  ],
  [`\\"x\\" *y* \`"z"\``, `\\“x\\” *y* \`”z”\``],
  [
    `# "h"

- "l"`,
    `# “h”

- “l”`,
  ],
  [``, ``],
  [`<<a>> ---`, `«a» —`],
  [
    `<p>"a" -- b</p>
<p>x</p>`,
    `<p>"a" -- b</p>
<p>x</p>`,
  ],
  [`say "<em>hi</em>"`, `say “<em>hi</em>”`],
  [`a & b < c`, `a &amp; b &lt; c`],
  [
    `<script>"x"</script>`,
    `<script>"x"</script>
`,
  ],
  [`<code>"x"</code>`, `<code>"x"</code>`],
  [`it's "5" o'clock`, `it’s “5” o’clock`],
])('%j', (text, html) => {
  expect(smartify(text)).toBe(html)
})
