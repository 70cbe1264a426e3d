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

test('a plugin for markdown-it can add a mark that kramdown has not', () => {
  const md = createMarkdownIt(DEFAULT_OPTIONS)
  md.inline.ruler.push('insert', (state) => {
    const inserted = /\+\+(.+?)\+\+/y
    inserted.lastIndex = state.pos
    const match = inserted.exec(state.src)
    if (!match) return false
    state.push('ins_open', 'ins', 1)
    state.push('text', '', 0).content = match[1]!
    state.push('ins_close', 'ins', -1)
    state.pos += match[0].length
    return true
  })
  expect(md.render('a ++b++ c+d **e**\n\n| ++f++ |', {})).toBe(
    '<p>a <ins>b</ins> c+d <strong>e</strong></p>\n\n' +
      '<table>\n  <tbody>\n    <tr>\n      <td><ins>f</ins></td>\n    </tr>\n  </tbody>\n</table>\n',
  )
})

test('a plugin for markdown-it can add a block that begins with a letter', () => {
  const md = createMarkdownIt(DEFAULT_OPTIONS)
  md.block.ruler.before('paragraph', 'remark', (state) => {
    const start = state.bMarks[state.line]!
    const line = state.src.slice(start, state.eMarks[state.line])
    if (!line.startsWith('Note: ')) return false
    const token = state.push('remark', 'aside', 0)
    token.content = line.slice('Note: '.length)
    state.line++
    return true
  })
  md.renderer.rules.remark = (tokens, index) => `<aside>${tokens[index]!.content}</aside>\n`
  expect(md.render('Note: a\n\nNot b', {})).toBe('<aside>a</aside>\n\n<p>Not b</p>\n')
})
