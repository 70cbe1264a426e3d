import { expect, test } from 'vitest'
import { createKramdown } from '../../src/markdown/kramdown.ts'

const kramdown = createKramdown()

/** Lists: text, and the HTML that Jekyll writes for it. */
const CASES: [name: string, text: string, html: string][] = [
  [
    'a blank line loosens only the item before it',
    `- a

- b
- c`,
    `<ul>
  <li>
    <p>a</p>
  </li>
  <li>b</li>
  <li>c</li>
</ul>
`,
  ],
  [
    'the last item follows the others',
    `- a

- b

- c`,
    `<ul>
  <li>
    <p>a</p>
  </li>
  <li>
    <p>b</p>
  </li>
  <li>
    <p>c</p>
  </li>
</ul>
`,
  ],
  [
    'nested lists leave their parents tight',
    `- a
  - b
    - c

    d
- e`,
    `<ul>
  <li>a
    <ul>
      <li>b
        <ul>
          <li>c</li>
        </ul>

        <p>d</p>
      </li>
    </ul>
  </li>
  <li>e</li>
</ul>
`,
  ],
  [
    'bullets differ, numbers do not count',
    `* a
+ b
3. c
1. d`,
    `<ul>
  <li>a</li>
  <li>b
    <ol>
      <li>c</li>
      <li>d</li>
    </ol>
  </li>
</ul>
`,
  ],
  [
    'an item of the other kind nests',
    `1. a
- b
2. c`,
    `<ol>
  <li>a
    <ul>
      <li>b</li>
    </ul>
  </li>
  <li>c</li>
</ol>
`,
  ],
  [
    'lazy lines belong to an item and are read with it',
    `- a
b
# c
> d
- e`,
    `<ul>
  <li>a
b
    <h1 id="c">c</h1>
    <blockquote>
      <p>d</p>
    </blockquote>
  </li>
  <li>e</li>
</ul>
`,
  ],
  [
    'tabs count as four columns',
    `-	a

	b

		code`,
    `<ul>
  <li>
    <p>a</p>

    <p>b</p>

    <div class="language-plaintext highlighter-rouge"><div class="highlight"><pre class="highlight"><code>code
</code></pre></div>    </div>
  </li>
</ul>
`,
  ],
  [
    'a blank after the last item that has content stands behind the list',
    `- a

- 
<div></div>`,
    `<ul>
  <li>
    <p>a</p>
  </li>
  <li></li>
</ul>

<div></div>
`,
  ],
  [
    'a rule ends a list only behind a blank line',
    `- a
* * *

* * *`,
    `<ul>
  <li>a</li>
  <li>
    <ul>
      <li>*</li>
    </ul>
  </li>
</ul>

<hr />
`,
  ],
  [
    'items have attribute lists of their own',
    `- {: .a} b
- c
{: .d}
- {:.e}

  f`,
    `<ul class="d">
  <li class="a">b</li>
  <li>c</li>
</ul>
<ul>
  <li class="e"></li>
</ul>

<p>f</p>
`,
  ],
  [
    'boxes make a task list from the first one on',
    `- a
- [ ] b
- [x] *c*
- d
- # e`,
    `<ul class="task-list">
  <li>a</li>
  <li class="task-list-item"><input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />b</li>
  <li class="task-list-item"><input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" /><em>c</em></li>
  <li class="task-list-item">d</li>
  <li>
    <h1 id="e">e</h1>
  </li>
</ul>
`,
  ],
  [
    'definitions take the paragraph before them',
    `a
{:.x} b
: c

: d
  e

f
:  - g


h`,
    `<dl>
  <dt>a</dt>
  <dt class="x">b</dt>
  <dd>c</dd>
  <dd>
    <p>d
e</p>
  </dd>
  <dt>f</dt>
  <dd>
    <ul>
      <li>g</li>
    </ul>
  </dd>
</dl>

<p>h</p>
`,
  ],
  [
    'terms get ids on request',
    `{:auto_ids-x-}
A \`b\` c
: d

A \`b\` c
: e`,
    `<dl>
  <dt id="x-a-b-c">A <code class="language-plaintext highlighter-rouge">b</code> c</dt>
  <dd>d</dd>
  <dt id="x-a-b-c">A <code class="language-plaintext highlighter-rouge">b</code> c</dt>
  <dd>e</dd>
</dl>
`,
  ],
]

test.each(CASES)('%s', (_name, text, html) => {
  expect(kramdown(text)).toBe(html)
})
