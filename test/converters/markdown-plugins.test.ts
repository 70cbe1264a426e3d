import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { createLog } from '../../src/util/log.ts'
import { buildSite } from '../support/site.ts'

const require = createRequire(import.meta.url)

/** Files that make a package of ours one of the site's own. */
function installed(name: string): Record<string, string> {
  const folder = `node_modules/${name}`
  return {
    [`${folder}/package.json`]: '{"main": "index.cjs"}',
    [`${folder}/index.cjs`]: `module.exports = require(${JSON.stringify(require.resolve(name))})`,
  }
}

/** Files that make a package of the given code. */
function made(name: string, code: string): Record<string, string> {
  return {
    [`node_modules/${name}/package.json`]: '{"main": "index.mjs"}',
    [`node_modules/${name}/index.mjs`]: code,
  }
}

test('markdown-it-anchor and markdown-it-link-attributes change tokens and renderer rules', async () => {
  const output = await buildSite({
    ...installed('markdown-it-anchor'),
    ...installed('markdown-it-link-attributes'),
    '_config.yml': `
markdown_it:
  plugins:
    - markdown-it-anchor: {tabIndex: -1, level: [2]}
    - markdown-it-link-attributes: {attrs: {rel: nofollow}}
`,
    'a.md':
      '---\n---\n# One\n\n> ## Two *parts*\n{: .c}\n\nA [link](/u "t"), <http://e.org> and [^1].\n\n[^1]: [x](y)\n',
  })
  expect(output.get('a.html')).toBe(`<h1 id="one">One</h1>

<blockquote class="c">
  <h2 id="two-parts" tabindex="-1">Two <em>parts</em></h2>
</blockquote>

<p>A <a href="/u" title="t" rel="nofollow">link</a>, <a href="http://e.org" rel="nofollow">http://e.org</a> and <sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup>.</p>

<div class="footnotes" role="doc-endnotes">
  <ol>
    <li id="fn:1" role="doc-endnote">
      <p><a href="y" rel="nofollow">x</a>\u00a0<a href="#fnref:1" class="reversefootnote" role="doc-backlink">&#8617;</a></p>
    </li>
  </ol>
</div>
`)
})

test('a rule of the renderer counts for blocks and for text, and may call the one before it', async () => {
  const output = await buildSite({
    ...made(
      'mine',
      `export default (md, { word }) => {
  const { fence, image } = md.renderer.rules
  md.renderer.rules.fence = (...given) => '<figure>' + fence(...given).trimEnd() + '</figure>\\n'
  md.renderer.rules.image = (...given) => word + image(...given)
  md.renderer.rules.bullet_list_open = (tokens, index, options, env, self) =>
    '<nav>' + self.renderToken(tokens, index, options)
  md.renderer.rules.bullet_list_close = () => '</ul></nav>\\n'
}`,
    ),
    '_config.yml': 'markdown_it: {plugins: [{mine: {word: "An image: "}}]}\nhighlighter: none\n',
    'a.md': '---\n---\n![a](b)\n\n```\nx\n```\n\n- one\n  - two\n',
  })
  expect(output.get('a.html')).toBe(`<p>An image: <img src="b" alt="a" /></p>

<figure><pre><code>x
</code></pre></figure>

<nav><ul>
  <li>one
    <nav><ul>
      <li>two</li>
    </ul></nav>
  </li>
</ul></nav>
`)
})

test('CommonMark takes them too', async () => {
  const output = await buildSite({
    ...installed('markdown-it-link-attributes'),
    '_config.yml':
      'markdown: CommonMark\nmarkdown_it: {plugins: {markdown-it-link-attributes: {attrs: {rel: me}}}}\n',
    'a.md': '---\n---\n[a](b)\n',
  })
  expect(output.get('a.html')).toBe('<p><a href="b" rel="me">a</a></p>\n')
})

test('a plugin that is not installed ends the build and says what to do', async () => {
  const files = { '_config.yml': 'markdown_it: {plugins: [markdown-it-nothing]}\n', 'a.md': 'a' }
  await expect(buildSite(files)).rejects.toMatchObject({
    name: 'SiteError',
    message: "The markdown-it plugin 'markdown-it-nothing' is not installed.",
    place: { file: '_config.yml' },
    hint: "Run 'npm install markdown-it-nothing' in the site, or remove it from 'markdown_it.plugins'.",
  })
})

test.each([
  [
    'a package that does not load',
    'throw new Error("no")',
    "The markdown-it plugin 'bad' fails: no",
  ],
  [
    'a plugin that fails',
    'export default () => { throw new Error("no") }',
    "The markdown-it plugin 'bad' fails: no",
  ],
  [
    'a package that is none',
    'export default 1',
    "'bad' is not a markdown-it plugin: its export is no function.",
  ],
])('%s ends the build', async (_why, code, message) => {
  const files = {
    ...made('bad', code),
    '_config.yml': 'markdown_it: {plugins: [bad]}\n',
    'a.md': '---\n---\na',
  }
  await expect(buildSite(files)).rejects.toMatchObject({ name: 'SiteError', message })
})

test('in safe mode no plugin runs', async () => {
  const files = {
    ...made('bad', 'throw new Error("no")'),
    '_config.yml': 'markdown_it: {plugins: [bad]}\n',
    'a.md': '---\n---\na',
  }
  const output = await buildSite(files, { flags: { safe: true } })
  expect(output.get('a.html')).toBe('<p>a</p>\n')
})

const MATH = '---\n---\nA $$x$$.\n\n$$\ny < z\n$$\n{: .c}\n'

test('the math engine katex renders formulas where the site has it', async () => {
  const output = await buildSite({
    ...installed('katex'),
    '_config.yml': 'kramdown: {math_engine: katex, math_engine_opts: {output: mathml}}\n',
    'a.md': MATH,
  })
  expect(output.get('a.html')).toBe(
    '<p>A <span class="katex"><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>x</mi></mrow>' +
      '<annotation encoding="application/x-tex">x</annotation></semantics></math></span>.</p>\n\n' +
      '<span class="c" class="katex"><math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><semantics><mrow>' +
      '<mi>y</mi><mo>&lt;</mo><mi>z</mi></mrow><annotation encoding="application/x-tex">y &lt; z</annotation>' +
      '</semantics></math></span>\n',
  )
})

test('without KaTeX formulas are left for MathJax, with a warning', async () => {
  const log = createLog()
  const files = { '_config.yml': 'kramdown: {math_engine: katex}\n', 'a.md': MATH }
  const output = await buildSite(files, { log })
  expect(output.get('a.html')).toBe('<p>A \\(x\\).</p>\n\n<div class="c">\\[y &lt; z\\]\n</div>\n')
  expect(log.messages.filter(({ level }) => level === 'warn').map(({ text }) => text)).toEqual([
    "The math engine 'katex' needs the package katex: run 'npm install katex' in the site. " +
      'Formulas are left for MathJax.',
  ])
})
