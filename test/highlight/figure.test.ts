import { expect, test } from 'vitest'
import { highlightFigure } from '../../src/highlight/figure.ts'

test('the tag writes a figure, and cuts line ends around the code but not blanks', () => {
  expect(highlightFigure('\n\r\n  x\n \n\n', 'ruby')).toBe(
    '<figure class="highlight"><pre><code class="language-ruby" data-lang="ruby">' +
      '  <span class="n">x</span>\n </code></pre></figure>',
  )
})

test('the name is put into lower case, and a plus becomes a dash in the class', () => {
  expect(highlightFigure('x', 'C++')).toBe(
    '<figure class="highlight"><pre><code class="language-c--" data-lang="c++">' +
      '<span class="n">x</span></code></pre></figure>',
  )
})

test('an unknown language is only escaped', () => {
  expect(highlightFigure('a < "b"', 'nosuch')).toBe(
    '<figure class="highlight"><pre><code class="language-nosuch" data-lang="nosuch">' +
      'a &lt; "b"</code></pre></figure>',
  )
})

test('line numbers make a table, for unknown languages too', () => {
  expect(highlightFigure('x < 1\n', 'nosuch', { lineNumbers: true })).toBe(
    '<figure class="highlight"><pre><code class="language-nosuch" data-lang="nosuch">' +
      '<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">1\n</pre></td>' +
      '<td class="code"><pre>x &lt; 1\n</pre></td></tr></tbody></table></code></pre></figure>',
  )
})

test('without a highlighter quotes are escaped as well, and there are no line numbers', () => {
  expect(
    highlightFigure('x < 1 "q" \'s\'', 'ruby', { highlighter: 'none', lineNumbers: true }),
  ).toBe(
    '<figure class="highlight"><pre><code class="language-ruby" data-lang="ruby">' +
      'x &lt; 1 &quot;q&quot; &#39;s&#39;</code></pre></figure>',
  )
})
