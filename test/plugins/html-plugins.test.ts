import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { parseHtml, writeHtml } from '../../src/plugins/html.ts'
import { buildSite } from '../support/site.ts'

/** As libxml2 reads and writes them. */
test.each([
  ['a &nbsp; é &copy; &#8217; "q" &lt;', 'a \u00a0 é © ’ "q" &lt;'],
  [
    '<p title="a&quot;b&amp;c" data-x=\'y\' hidden>x</p>',
    '<p title=\'a"b&amp;c\' data-x="y" hidden>x</p>',
  ],
  ['<a href="/é?a=b&amp;c=d e">x</a>', '<a href="/%C3%A9?a=b&amp;c=d%20e">x</a>'],
  ['<p>a<div>b</div></p>', '<p>a</p><div>b</div>'],
  ['<ul><li>a<li>b</ul>', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
  ['<p>x<br/>y</p><!-- c -->', '<p>x<br>y</p><!-- c -->'],
  ['<script>if (a && b < c) {}</script>', '<script>if (a && b < c) {}</script>'],
  ['<div>\n<p>y</p></div>', '<div>\n<p>y</p>\n</div>'],
  ['<input checked="checked" alt="">', '<input checked alt="">'],
  ['<ul><li></li><li class="line"></li></ul>', '<ul>\n<li>\n<li class="line">\n</ul>'],
  [
    '<video><source src="a"><track src="b">c</video>d',
    '<video><source src="a"><track src="b">c</track></source></video>d',
  ],
  [
    '<svg viewBox="0 0 1 1"><linearGradient id="a"/></svg>',
    '<svg viewbox="0 0 1 1"><lineargradient id="a"></lineargradient></svg>',
  ],
  ['&notit; &amp &dash; &apos; &#233', "&amp;notit; &amp;amp &amp;dash; ' é"],
  ['<div ="x" @click="a b" c=d/>e</div>', '<div b c="d/">e</div>'],
  ['<b><div>x</b>y</div>z</p></i>', '<b><div>xy</div>z</b>'],
  ['<o:p>x</o:p><!DOCTYPE html><?php echo 1 ?>', '<p>x</p><?php echo 1 ?>'],
  ['<html lang="x"><head><title>t</title></head>\nx</html>', '<title>t</title>\nx'],
  ['a\n<body class="x"><p>b</p></body>', '<body>a\n<p>b</p>\n</body>'],
  ['<svg xlink:href="#a" id="b"></svg>', '<svg id="b" xlink:href="#a"></svg>'],
  ['a < b </> <1> <!-- x', 'a &lt; b &gt; &lt;1&gt; '],
  ['x\b\u0001y <textarea><b>z</textarea>', 'xy <textarea><b>z</b></textarea>'],
  ['<script>a</b></SCRIPT><style>b', '<script>a</b></script><style>b</style>'],
])('%s', (html, written) => {
  expect(writeHtml(parseHtml(html))).toBe(written)
})

test('mentions: a body that has one is written anew', async () => {
  const output = await buildSite({
    '_config.yml': 'plugins: [jekyll-mentions]\n',
    'a.html': '---\n---\n<body>\n<p>@ida<br /></p><tt>@ulf</tt></body>',
    'b.html': '---\n---\n<body><p>me@x.example<br /></p></body>',
  })
  expect(output.get('a.html')).toBe(
    '<body>\n<p><a href="https://github.com/ida" class="user-mention">@ida</a><br></p><tt><a href="https://github.com/ulf" class="user-mention">@ulf</a></tt></body>',
  )
  expect(output.get('b.html')).toBe('<body><p>me@x.example<br /></p></body>')
})

describe('jemoji', () => {
  const SITE = { 'a.md': '---\n---\n:smile: `:smile:` :nobody: :+1: :octocat: :heart: 10:30:00' }
  const picture = (name: string, source: string) =>
    `<img class="emoji" title=":${name}:" alt=":${name}:" src="${source}" height="20" width="20">`

  test('names become pictures, but not in code', async () => {
    const output = await buildSite({ ...SITE, '_config.yml': 'plugins: [jemoji]\n' })
    const from = 'https://github.githubassets.com/images/icons/emoji'
    expect(output.get('a.html')).toBe(
      `<p>${picture('smile', `${from}/unicode/1f604.png`)} <code class="language-plaintext highlighter-rouge">:smile:</code> :nobody: ${picture('+1', `${from}/unicode/1f44d.png`)} ${picture('octocat', `${from}/octocat.png`)} ${picture('heart', `${from}/unicode/2764.png`)} 10:30:00</p>\n`,
    )
  })

  test('from another place', async () => {
    const config = 'plugins: [jemoji]\nemoji: {src: /img}\n'
    const output = await buildSite({ '_config.yml': config, 'a.html': '---\n---\n:tea:' })
    expect(output.get('a.html')).toBe(picture('tea', '/img/emoji/unicode/1f375.png'))
  })
})

test('toc: levels, numbers for equal ids that it makes, headings that are left out', async () => {
  const output = await buildSite({
    '_config.yml':
      'plugins: [jekyll-toc]\ntoc: {ordered_list: true, sublist_class: sub, min_level: 2, no_toc_section_class: [quiet]}\n',
    'a.html': `---
toc: true
---
{% capture html %}<h1>T</h1><h3>Deep</h3><h2 id="x">A &amp; B’s “'s”</h2><h3>In</h3><h2 id="x">C</h2><h2>Deep</h2><div class="quiet"><h2>No</h2></div>{% endcapture %}{{ html | toc_only }}`,
    'b.html': '---\n---\n{{ "<h1>x</h1>" | toc }}[{{ "<h1>x</h1>" | toc_only }}]',
  })
  expect(output.get('a.html')).toBe(`<ol id="toc" class="section-nav">
<li class="toc-entry toc-h3"><a href="#deep">Deep</a></li>
<li class="toc-entry toc-h2"><a href="#x">A &amp; B’s “&#39;s”</a>
<ol class="sub">
<li class="toc-entry toc-h3"><a href="#in">In</a></li>
</ol>
</li>
<li class="toc-entry toc-h2"><a href="#x">C</a></li>
<li class="toc-entry toc-h2"><a href="#deep-1">Deep</a></li>
</ol>`)
  expect(output.get('b.html')).toBe('<h1>x</h1>[]')
})

test('target-blank marks links to other hosts', async () => {
  const output = await buildSite({
    '_config.yml':
      'plugins: [jekyll-target-blank]\nurl: https://x.example\ntarget-blank: {add_css_classes: out, rel: nofollow}\n',
    'a.md': '---\n---\n[a](https://y.example) [b](/c) [d](https://x.example/e)',
    'b.md': '---\n---\n[b](/c)',
  })
  expect(output.get('a.html')).toBe(
    '<p><a href="https://y.example" target="_blank" rel="noopener noreferrer nofollow" class="out">a</a> <a href="/c">b</a> <a href="https://x.example/e">d</a></p>\n',
  )
  expect(output.get('b.html')).toBe('<p><a href="/c">b</a></p>\n')
})

test('target-blank: hosts, classes, and what a link has already', async () => {
  const output = await buildSite({
    '_config.yml':
      'plugins: [jekyll-target-blank]\nurl: https://x.example:8080\ntarget-blank: {css_class: out, add_css_classes: "new tab", noopener: false}\n',
    'a.html': `---
---
<body>
<a class="far out" rel="me" href="http://y.example:80/">1</a>
<a class="outer" href="http://y.example">2</a>
<a class="out" href="https://me@x.example/">3</a>
<a class="out" href="mailto:a@y.example">4</a>
<a class="out" name=5></a></body>
`,
    'b.txt': '---\n---\n<a class="out" href="http://y.example">1</a>',
    'c.html': '---\n---\n<li></li><a href="#">x</a>',
  })
  expect(output.get('a.html')).toBe(`<body>
<a class="new tab far out" rel="me noreferrer" href="http://y.example:80/" target="_blank">1</a>
<a class="outer" href="http://y.example">2</a>
<a class="out" href="https://me@x.example/">3</a>
<a class="out" href="mailto:a@y.example">4</a>
<a class="out" name="5"></a></body>
`)
  expect(output.get('b.txt')).toBe('<a class="out" href="http://y.example">1</a>')
  expect(output.get('c.html')).toBe('<li><a href="#">x</a>')
})

test('jemoji shows pictures of GitHub, but not in code', async () => {
  const picture = (name: string, file: string) =>
    `<img class="emoji" title=":${name}:" alt=":${name}:" src="https://github.githubassets.com/images/icons/emoji/${file}.png" height="20" width="20">`
  const output = await buildSite({
    '_config.yml': 'plugins: [jemoji]\n',
    'a.md': '---\n---\n:+1: :no:copyright: :octocat: `:+1:` 10:20:30\n\n    :+1:\n',
    'b.txt': '---\n---\n:+1:',
    'c.html': '---\n---\n<title>:+1:</title><body\n class="x">\n :heart: <br/></body>',
    'd.html': '---\n---\n:nothing: <br/>',
  })
  expect(Object.fromEntries(output)).toEqual({
    'a.html':
      `<p>${picture('+1', 'unicode/1f44d')} :no${picture('copyright', 'unicode/00a9')} ` +
      `${picture('octocat', 'octocat')} <code class="language-plaintext highlighter-rouge">:+1:</code> 10:20:30</p>\n\n` +
      '<div class="language-plaintext highlighter-rouge"><div class="highlight"><pre class="highlight"><code>:+1:\n' +
      '</code></pre></div></div>\n',
    'b.txt': ':+1:',
    'c.html': `<title>:+1:</title><body\n class="x">\n ${picture('heart', 'unicode/2764')} <br></body>`,
    'd.html': ':nothing: <br/>',
  })
})

test('jemoji: an enterprise has pictures of its own', async () => {
  vi.stubEnv('ASSET_HOST_URL', 'https://assets.example/')
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const output = await buildSite({
    '_config.yml': 'plugins: [jemoji]\n',
    'a.html': '---\n---\n:+1:',
  })
  expect(output.get('a.html')).toBe(
    '<img class="emoji" title=":+1:" alt=":+1:" src="https://assets.example/images/icons/emoji/unicode/1f44d.png" height="20" width="20">',
  )
})
