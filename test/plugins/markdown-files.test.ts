import { expect, test } from 'vitest'
import { buildSite } from '../support/site.ts'

function plugins(...names: string[]): string {
  return `plugins: [${names.join(', ')}]\n`
}

test('default-layout gives Markdown the layout that fits', async () => {
  const output = await buildSite({
    '_config.yml': plugins('jekyll-default-layout'),
    '_layouts/home.html': 'H {{ content }}',
    '_layouts/post.html': 'B {{ content }}',
    '_layouts/default.html': 'D {{ content }}',
    'index.md': '---\n---\ni',
    'a.md': '---\n---\na',
    'b.md': '---\nlayout: null\n---\nb',
    'c.html': '---\n---\nc',
    '_posts/2020-01-01-p.md': '---\n---\np',
  })
  expect(Object.fromEntries(output)).toEqual({
    '2020/01/01/p.html': 'B <p>p</p>\n',
    'a.html': 'D <p>a</p>\n',
    'b.html': '<p>b</p>\n',
    'c.html': 'c',
    'index.html': 'H <p>i</p>\n',
  })
})

test('optional-front-matter makes pages of Markdown without front matter', async () => {
  const output = await buildSite({
    '_config.yml': `${plugins('jekyll-optional-front-matter')}
optional_front_matter: {remove_originals: true}
include: [CONTRIBUTING.md, docs]
`,
    'a.md': '# A {{ page.url }}',
    'README.md': '# R',
    'CONTRIBUTING.md': 'c',
    'docs/LICENSE.md': '\ufeff*l*',
    'sub/CONTRIBUTING.md': 's',
    'd.html': '{{ x }}',
  })
  expect(Object.fromEntries(output)).toEqual({
    'CONTRIBUTING.html': '<p>c</p>\n',
    'README.md': '# R',
    'a.html': '<h1 id="a-ahtml">A /a.html</h1>\n',
    'd.html': '{{ x }}',
    'docs/LICENSE.html': '<p><em>l</em></p>\n',
    'sub/CONTRIBUTING.html': '<p>s</p>\n',
  })
})

test('readme-index shows a README where a folder has no index', async () => {
  const output = await buildSite({
    '_config.yml': `${plugins('jekyll-readme-index')}readme_index: {with_frontmatter: true}\n`,
    'README.md': '---\n---\nroot',
    'docs/readme.markdown': '*docs*',
    'has/README.md': 'r',
    'has/index.html': 'i',
  })
  expect(Object.fromEntries(output)).toEqual({
    'docs/index.html': '<p><em>docs</em></p>\n',
    'docs/readme.markdown': '*docs*',
    'has/README.md': 'r',
    'has/index.html': 'i',
    'index.html': '<p>root</p>\n',
  })
})

test('titles-from-headings takes the heading a page begins with', async () => {
  const output = await buildSite({
    '_config.yml': plugins('jekyll-titles-from-headings'),
    '_layouts/l.html': '[{{ page.title }}]{{ content }}',
    'a.md': '---\nlayout: l\nstrip_title: true\n---\n\n# Big *pot*\n\nText',
    'b.md': '---\nlayout: l\n---\nSet\n===\n',
    'c.md': '---\nlayout: l\n---\nText\n\n# H',
    'd.md': '---\nlayout: l\ntitle: Own\n---\n# H',
  })
  expect(Object.fromEntries(output)).toEqual({
    'a.html': '[Big pot]<p>Text</p>\n',
    'b.html': '[Set]<h1 id="set">Set</h1>\n',
    'c.html': '[]<p>Text</p>\n\n<h1 id="h">H</h1>\n',
    'd.html': '[Own]<h1 id="h">H</h1>\n',
  })
})

test('titles-from-headings: a document that is no post keeps the heading in its excerpt', async () => {
  const files = {
    '_pots/b.md': '---\n---\n# Pot\n\nText',
    '_posts/2020-01-01-a.md': '---\n---\n# Post\n\nText',
    'list.txt': '---\n---\n{{ site.pots[0].excerpt }}{{ site.posts[0].excerpt }}',
  }
  const config = `collections: {pots: {output: true}}
titles_from_headings: {collections: true, strip_title: true}
relative_links: {collections: true}
`
  const alone = await buildSite({
    ...files,
    '_config.yml': `${plugins('jekyll-titles-from-headings')}${config}`,
  })
  expect(alone.get('list.txt')).toBe('<h1 id="pot">Pot</h1>\n<p>Text</p>\n')
  const both = await buildSite({
    ...files,
    '_config.yml': `${config}plugins: [jekyll-titles-from-headings, jekyll-relative-links]\n`,
  })
  expect(both.get('list.txt')).toBe('<p>Text</p>\n<p>Text</p>\n')
})

test('relative-links leads links between files to their pages', async () => {
  const output = await buildSite({
    '_config.yml': `${plugins('jekyll-relative-links')}baseurl: /base\n`,
    'a.md':
      '---\n---\n[b](b.md#part "T") [up](docs/c.md) [x](https://x.example/b.md) [f](#x) [none](gone.md) ![i](i.png) [ref], [out](../../b.md)\n\n[ref]: docs/c.md\n',
    'b.md': '---\npermalink: /bee/\n---\nb',
    'docs/c.md': '---\n---\n[a](../a.md) [root](/b.md)',
    'i.png': 'i',
  })
  expect(output.get('a.html')).toBe(
    '<p><a href="/base/bee/#part" title="T">b</a> <a href="/base/docs/c.html">up</a> ' +
      '<a href="https://x.example/b.md">x</a> <a href="#x">f</a> <a href="gone.md">none</a> ' +
      '<img src="/base/i.png" alt="i" /> <a href="/base/docs/c.html">ref</a>, ' +
      '<a href="../../b.md">out</a></p>\n\n',
  )
  expect(output.get('docs/c.html')).toBe(
    '<p><a href="/base/a.html">a</a> <a href="/base/bee/">root</a></p>\n',
  )
})

test('relative-links in collections makes the excerpts anew, over those of front matter', async () => {
  const output = await buildSite({
    '_config.yml': `${plugins('jekyll-relative-links')}relative_links: {collections: true}\n`,
    '_posts/2020-01-01-a.md': '---\nexcerpt: own\n---\n[b](/b.md)\n\nmore',
    'b.md': '---\n---\nb',
    'list.txt': '---\n---\n{{ site.posts[0].excerpt }}',
  })
  expect(output.get('list.txt')).toBe('<p><a href="/b.html">b</a></p>\n')
})

test('relative-links: a title may hold quotes', async () => {
  const output = await buildSite({
    '_config.yml': plugins('jekyll-relative-links'),
    'a.md': '---\n---\n[b](b.md#part "a \\"quoted\\" title")\n',
    'b.md': '---\npermalink: /bee/\n---\nb',
  })
  expect(output.get('a.html')).toContain('href="/bee/#part"')
})

test('optional-front-matter: originals in a collection stay, but on no list', async () => {
  const output = await buildSite({
    '_config.yml': `${plugins('jekyll-optional-front-matter')}collections: {pots: {output: true}}
optional_front_matter: {remove_originals: true}
`,
    'a.md': 'a',
    '_pots/b.md': 'b',
    'list.txt': '---\n---\n{{ site.static_files | size }}',
  })
  expect([...output.keys()]).toEqual(['_pots/b.html', 'a.html', 'list.txt', 'pots/b.md'])
  expect(output.get('list.txt')).toBe('0')
})

test('relative-links: the address of a reference may hold blanks', async () => {
  const output = await buildSite({
    '_config.yml': plugins('jekyll-relative-links'),
    'a.md':
      '---\n---\n[b], [c], [d]\n\n[b]: tea pot.md\n[c]: tea pot.md#lid "A lid"\n[d]: no pot.md\n',
    'tea pot.md': '---\n---\nb',
  })
  expect(output.get('a.html')).toBe(
    '<p><a href="/tea%20pot.html">b</a>, <a href="/tea%20pot.html#lid" title="A lid">c</a>, ' +
      '<a href="no pot.md">d</a></p>\n\n',
  )
})
