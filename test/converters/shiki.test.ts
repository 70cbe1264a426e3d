import { expect, test } from 'vitest'
import { createLog } from '../../src/util/log.ts'
import { buildSite } from '../support/site.ts'

/** A package with the few functions of Shiki that are used: numbers are green, the rest is plain. */
const SHIKI = {
  'node_modules/shiki/package.json': JSON.stringify({
    name: 'shiki',
    type: 'module',
    exports: { '.': './index.mjs', './*': './*' },
  }),
  'node_modules/shiki/langs/ruby.mjs': "export default [{ name: 'ruby' }, { name: 'r#' }]\n",
  'node_modules/shiki/index.mjs': `
    export const bundledLanguagesInfo = [{ id: 'ruby', aliases: ['r#'] }, { id: 'css' }]
    export const bundledThemes = { 'github-light': 1, nord: 1, paper: 1 }
    export async function createHighlighter({ themes, langs }) {
      const known = new Set(['text', ...langs])
      const escape = (text) => text.replaceAll('<', '&lt;')
      return {
        loadLanguageSync: (grammars) => grammars.forEach(({ name }) => known.add(name)),
        codeToHtml(code, { lang, theme, themes: pair, structure }) {
          if (!known.has(lang)) throw new Error('not loaded: ' + lang)
          const name = theme ?? Object.values(pair).join(' ')
          const lines = code.split('\\n').map((line) =>
            escape(line).replace(/\\d+/g, '<span style="color:#0f0">$&</span>'))
          return structure === 'inline'
            ? lines.join('<br>')
            : '<pre class="shiki ' + name + '" style="background-color:#fff" tabindex="0"><code>' +
                lines.join('\\n') + '</code></pre>'
        },
      }
    }`,
}

const PAGE = [
  '---\n---\n```ruby\nx < 1\n2\n```\n\n```console\n$ 3\n```\n\n```nosuch\n4\n```\n\n`5`\n',
  '{% highlight R# linenos %}\n6\n{% endhighlight %}\n',
].join('\n')

test('shiki colours blocks and the highlight tag, with the background of its theme', async () => {
  const output = await buildSite({ ...SHIKI, '_config.yml': 'highlighter: shiki\n', 'a.md': PAGE })
  const frame = 'shiki github-light" style="background-color:#fff"'
  expect(output.get('a.html')).toBe(
    '<div class="language-ruby highlighter-shiki"><div class="highlight">' +
      `<pre class="highlight ${frame}><code>x &lt; <span style="color:#0f0">1</span>\n` +
      '<span style="color:#0f0">2</span>\n</code></pre></div></div>\n\n' +
      '<div class="language-console highlighter-shiki"><div class="highlight">' +
      `<pre class="highlight ${frame}><code>$ 3\n</code></pre></div></div>\n\n` +
      '<pre><code class="language-nosuch">4\n</code></pre>\n\n' +
      '<p><code class="language-plaintext highlighter-shiki">5</code></p>\n\n' +
      `<figure class="highlight"><pre class="${frame}><code class="language-r#" data-lang="r#">` +
      '<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">1\n</pre></td>' +
      '<td class="code"><pre><span style="color:#0f0">6</span>\n</pre></td></tr></tbody></table>' +
      '</code></pre></figure>\n\n',
  )
})

test('two themes, and CommonMark', async () => {
  const output = await buildSite({
    ...SHIKI,
    '_config.yml':
      'highlighter: shiki\nmarkdown: CommonMark\nshiki: {themes: {light: paper, dark: nord}}\n',
    'a.md': '---\n---\n```ruby\n1\n```\n',
  })
  expect(output.get('a.html')).toBe(
    '<div class="language-ruby highlighter-shiki"><div class="highlight">' +
      '<pre class="highlight shiki paper nord" style="background-color:#fff"><code data-lang="ruby">' +
      '<span style="color:#0f0">1</span>\n</code></pre></div></div>\n',
  )
})

test('a theme that Shiki lacks ends the build', async () => {
  const files = { ...SHIKI, '_config.yml': 'highlighter: shiki\nshiki: {theme: nrd}\n' }
  await expect(buildSite(files)).rejects.toMatchObject({
    name: 'SiteError',
    message: "Shiki has no theme 'nrd'",
    place: { file: '_config.yml' },
    hint: "Did you mean 'nord'?",
  })
})

test.each([
  [{}, {}, "The highlighter 'shiki' needs the package shiki: run 'npm install shiki' in the site."],
  [SHIKI, { safe: true }, "The highlighter 'shiki' does not run in safe mode."],
])(
  'without Shiki, or in safe mode, there is a warning and Rouge',
  async (installed, flags, why) => {
    const log = createLog()
    const output = await buildSite(
      {
        ...installed,
        '_config.yml': 'highlighter: shiki\n',
        'a.md': '---\n---\n```ruby\n1\n```\n',
      },
      { log, flags },
    )
    expect(output.get('a.html')).toBe(
      '<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight">' +
        '<code><span class="mi">1</span>\n</code></pre></div></div>\n',
    )
    expect(log.messages.filter(({ level }) => level === 'warn').map(({ text }) => text)).toEqual([
      `${why} Rouge's markup is written.`,
    ])
  },
)
