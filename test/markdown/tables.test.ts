import { expect, test } from 'vitest'
import { createKramdown } from '../../src/markdown/kramdown.ts'

const kramdown = createKramdown()

/** Tables: text, and the HTML that Jekyll writes for it. */
const CASES: [name: string, text: string, html: string][] = [
  [
    'a separator makes a head and aligns',
    `| a | b | c |
|:--|:-:|--:|
| 1 | 2 | 3 |
| 4 |`,
    `<table>
  <thead>
    <tr>
      <th style="text-align: left">a</th>
      <th style="text-align: center">b</th>
      <th style="text-align: right">c</th>
    </tr>
  </thead>
  <tbody>
    <tr>
      <td style="text-align: left">1</td>
      <td style="text-align: center">2</td>
      <td style="text-align: right">3</td>
    </tr>
    <tr>
      <td style="text-align: left">4</td>
      <td style="text-align: center">\u00a0</td>
      <td style="text-align: right">\u00a0</td>
    </tr>
  </tbody>
</table>
`,
  ],
  [
    'bodies and a foot',
    `a | b
--|--
1 | 2
--|--
3 | 4
==|==
5 | 6
{: .t}`,
    `<table class="t">
  <thead>
    <tr>
      <th>a</th>
      <th>b</th>
    </tr>
  </thead>
  <tbody>
    <tr>
      <td>1</td>
      <td>2</td>
    </tr>
  </tbody>
  <tbody>
    <tr>
      <td>3</td>
      <td>4</td>
    </tr>
  </tbody>
  <tfoot>
    <tr>
      <td>5</td>
      <td>6</td>
    </tr>
  </tfoot>
</table>
`,
  ],
  [
    'pipes in code belong to the cell',
    `| \`a|b\` | \\| | \`\`c\`|\`\` | <code>d|e</code> |`,
    `<table>
  <tbody>
    <tr>
      <td><code class="language-plaintext highlighter-rouge">a|b</code></td>
      <td>|</td>
      <td><code class="language-plaintext highlighter-rouge">c\`|</code></td>
      <td><code>d|e</code></td>
    </tr>
  </tbody>
</table>
`,
  ],
  [
    'a line without a pipe in its text makes it a paragraph',
    `a | b
\`c | d\``,
    `<table>
  <tbody>
    <tr>
      <td>a</td>
      <td>b</td>
    </tr>
    <tr>
      <td><code class="language-plaintext highlighter-rouge">c | d</code></td>
      <td>\u00a0</td>
    </tr>
  </tbody>
</table>
`,
  ],
  [
    'code over three lines does not undo a table whose first line has a pipe before it',
    `| a | b \`.|
| c | d |
| e | \`f|`,
    `<table>
  <tbody>
    <tr>
      <td>a</td>
      <td>b \`.</td>
    </tr>
    <tr>
      <td>c</td>
      <td>d</td>
    </tr>
    <tr>
      <td>e</td>
      <td>\`f</td>
    </tr>
  </tbody>
</table>
`,
  ],
  [
    'head alone is no table',
    `| a |
|---|`,
    `<p>| a |
|—|</p>
`,
  ],
  [
    'an attribute list is lost on what only looked like a table',
    `{: .a}
|---|

b`,
    `<p>|—|</p>

<p>b</p>
`,
  ],
]

test.each(CASES)('%s', (_name, text, html) => {
  expect(kramdown(text)).toBe(html)
})
