import { expect, test } from 'vitest'
import { buildSite, type Files } from '../support/site.ts'

const CONFIG = 'url: https://kiln.example\nindex_pages: false\nplugins: [jekyll-feed]\n'
const POSTS: Files = {
  '_posts/2020-01-01-first.md':
    '---\ntitle: First & "best"\ntags: [red]\ncategories: [c]\nauthor: ida\nimage: /i.png\n---\nOne *two*.\n',
  '_posts/2020-01-02-second.md':
    '---\ndescription: Own words\nlast_modified_at: 2020-02-02\n---\nBody\n',
}
const HEAD = '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" '
const GENERATOR = '<generator uri="https://jekyllrb.com/" version="4.3.1">Jekyll</generator>'

/** One element a line, for reading. */
function lines(feed: string | undefined): string[] {
  return (feed ?? '').replace(/(<\/?entry>|\/>|<\/[^>]+>)(?=<)/g, '$1\n').split('\n')
}

test('the feed of the posts', async () => {
  const output = await buildSite({
    '_config.yml': `${CONFIG}title: Kiln\ndescription: Pots & pans\n`,
    '_data/authors.yml': 'ida: {name: Ida, email: ida@kiln.example}\n',
    ...POSTS,
  })
  expect(lines(output.get('feed.xml'))).toEqual([
    `${HEAD}>${GENERATOR}`,
    '<link href="https://kiln.example/feed.xml" rel="self" type="application/atom+xml" />',
    '<link href="https://kiln.example/" rel="alternate" type="text/html" />',
    '<updated>2024-06-01T12:00:00+00:00</updated>',
    '<id>https://kiln.example/feed.xml</id>',
    '<title type="html">Kiln</title>',
    '<subtitle>Pots &amp; pans</subtitle>',
    '<entry>',
    '<title type="html">Second</title>',
    '<link href="https://kiln.example/2020/01/02/second.html" rel="alternate" type="text/html" title="Second" />',
    '<published>2020-01-02T00:00:00+00:00</published>',
    '<updated>2020-02-02T00:00:00+00:00</updated>',
    '<id>https://kiln.example/2020/01/02/second</id>',
    '<content type="html" xml:base="https://kiln.example/2020/01/02/second.html"><![CDATA[<p>Body</p>]]></content>',
    '<author><name></name>',
    '</author>',
    '<summary type="html"><![CDATA[Own words]]></summary>',
    '</entry>',
    '<entry>',
    '<title type="html">First &amp;amp; “best”</title>',
    '<link href="https://kiln.example/c/2020/01/01/first.html" rel="alternate" type="text/html" title="First &amp;amp; “best”" />',
    '<published>2020-01-01T00:00:00+00:00</published>',
    '<updated>2020-01-01T00:00:00+00:00</updated>',
    '<id>https://kiln.example/c/2020/01/01/first</id>',
    '<content type="html" xml:base="https://kiln.example/c/2020/01/01/first.html"><![CDATA[<p>One <em>two</em>.</p>]]></content>',
    '<author><name>Ida</name>',
    '<email>ida@kiln.example</email>',
    '</author>',
    '<category term="c" />',
    '<category term="red" />',
    '<summary type="html"><![CDATA[One two.]]></summary>',
    '<media:thumbnail xmlns:media="http://search.yahoo.com/mrss/" url="https://kiln.example/i.png" />',
    '<media:content medium="image" url="https://kiln.example/i.png" xmlns:media="http://search.yahoo.com/mrss/" />',
    '</entry>',
    '</feed>',
  ])
})

test('feeds of categories, collections and tags are made where configured', async () => {
  const output = await buildSite({
    '_config.yml': `${CONFIG}collections: {tools: {output: true}}
feed: {path: atom.xml, categories: [c], collections: {tools: {path: /tools.xml}}, tags: true}
`,
    '_tools/a.md': '---\n---\nA',
    ...POSTS,
  })
  expect([...output.keys()].filter((path) => path.endsWith('.xml'))).toEqual([
    'atom.xml',
    'feed/by_tag/red.xml',
    'feed/c.xml',
    'tools.xml',
  ])
})

test('the site’s own feed.xml wins', async () => {
  const output = await buildSite({ '_config.yml': CONFIG, 'feed.xml': 'mine', ...POSTS })
  expect(output.get('feed.xml')).toBe('mine')
})

test('feed_meta links to the feed', async () => {
  const output = await buildSite({
    '_config.yml': `${CONFIG}title: Kiln & <b>Co</b>\nfeed: {path: atom.xml}\n`,
    'index.html': '---\n---\n{% feed_meta %}',
  })
  expect(output.get('index.html')).toBe(
    '<link type="application/atom+xml" rel="alternate" href="https://kiln.example/atom.xml" title="Kiln &amp; &lt;b&gt;Co&lt;/b&gt;" />',
  )
})

test('documents of one moment: those of a collection from the last, posts from the first', async () => {
  const output = await buildSite({
    '_config.yml': `${CONFIG}excerpt_separator: ''
collections: {tools: {output: true}}
feed: {collections: [tools]}
`,
    '_tools/a.md': '---\n---\nA',
    '_tools/b.md': '---\n---\nB',
    '_posts/2020-01-01-a.md': 'A',
    '_posts/2020-01-01-b.md': 'B',
  })
  const ids = (path: string) =>
    Array.from(
      output.get(path)?.matchAll(/<entry>.*?<id>[^<]*\/(\w+)<\/id>/g) ?? [],
      ([, id]) => id,
    )
  expect(ids('feed/tools.xml')).toEqual(['b', 'a'])
  expect(ids('feed.xml')).toEqual(['a', 'b'])
  expect(output.get('feed.xml')).not.toContain('<summary')
})

test('a category that is a number is a term twice, and a limit below nothing is nothing', async () => {
  const post = { 'news/_posts/2020-01-01-a.md': '---\ncategories: [2019]\n---\nx' }
  const output = await buildSite({ '_config.yml': CONFIG, ...post })
  expect(lines(output.get('feed.xml')).filter((line) => line.startsWith('<category'))).toEqual([
    '<category term="news" />',
    '<category term="2019" />',
    '<category term="2019" />',
  ])
  const none = await buildSite({ '_config.yml': `${CONFIG}feed: {posts_limit: -1}\n`, ...post })
  expect(none.get('feed.xml')).not.toContain('<entry>')
})

test('feed_meta heeds the path of all feeds before that of the posts; no tags named are all tags', async () => {
  const output = await buildSite({
    '_config.yml': `${CONFIG}feed: {path: /q.xml, collections: {posts: {path: /p.xml}}, tags: {only: ~}}\n`,
    '_posts/2020-01-01-a.md': '---\ntags: [red]\n---\nx',
    'm.html': '---\n---\n{% feed_meta %}',
  })
  expect([...output.keys()]).toEqual([
    '2020/01/01/a.html',
    'feed/by_tag/red.xml',
    'm.html',
    'p.xml',
  ])
  expect(output.get('m.html')).toBe(
    '<link type="application/atom+xml" rel="alternate" href="https://kiln.example/q.xml" />',
  )
})
