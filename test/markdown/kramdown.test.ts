import { expect, test } from 'vitest'
import { kramdown } from '../../src/kramdown.ts'
import { createKramdown, createMarkdownIt } from '../../src/markdown/kramdown.ts'
import { DEFAULT_OPTIONS } from '../../src/markdown/options.ts'

test('code is highlighted in languages that are known', () => {
  expect(kramdown('```json\n{}\n```\n\n```nosuch\n<\n```')).toBe(
    '<div class="language-json highlighter-rouge"><div class="highlight"><pre class="highlight">' +
      '<code><span class="p">{}</span><span class="w">\n</span></code></pre></div></div>\n\n' +
      '<pre><code class="language-nosuch">&lt;\n</code></pre>\n',
  )
})

test('nothing of one document reaches the next', () => {
  const convert = createKramdown()
  convert('{::options auto_ids="false" /}\n# a\n\n[x]: y\n*[b]: c\n{:r: .s}\n[^n]: m')
  expect(convert('# a\n\n[x] b[^n]\n{: r}')).toBe('<h1 id="a">a</h1>\n\n<p>[x] b[^n]</p>\n')
})

test('tokens are flat, with levels and the lines they come from', () => {
  const md = createMarkdownIt(DEFAULT_OPTIONS)
  const tokens = md.parse('# a\n\n- b\n\n  > c\n  d\n', {})
  expect(tokens.map(({ type, level, map }) => [type, level, map])).toEqual([
    ['heading_open', 0, [0, 1]],
    ['inline', 1, [0, 1]],
    ['heading_close', 0, null],
    ['blank', 0, [1, 2]],
    ['bullet_list_open', 0, [2, 6]],
    ['list_item_open', 1, [2, 6]],
    ['paragraph_open', 2, [2, 3]],
    ['inline', 3, [2, 3]],
    ['paragraph_close', 2, null],
    ['blank', 2, [3, 4]],
    ['blockquote_open', 2, [4, 6]],
    ['paragraph_open', 3, [4, 6]],
    ['inline', 4, [4, 6]],
    ['paragraph_close', 3, null],
    ['blockquote_close', 2, null],
    ['list_item_close', 1, null],
    ['bullet_list_close', 0, null],
  ])
})

test('a plugin for markdown-it can add a rule and change tokens', () => {
  const md = createMarkdownIt(DEFAULT_OPTIONS)
  md.core.ruler.after('inline', 'shout', (state) => {
    for (const token of state.tokens) {
      for (const child of token.children ?? []) child.content = child.content.toUpperCase()
    }
  })
  expect(md.render('a *b*', {})).toBe('<p>A <em>B</em></p>\n')
})
