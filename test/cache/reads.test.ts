import { expect, test } from 'vitest'
import { buildFresh, rebuild } from './rebuild.ts'

const SITE = {
  '_config.yml': 'title: Blog\nindex_pages: false\ncollections: {notes: {output: true}}\n',
  '_data/nav.yml': '- {url: /about.html, name: About}\n',
  '_data/ages.yml': 'anna: 7\n',
  '_includes/nav.html':
    '{% for entry in site.data.nav %}<a href="{{ entry.url }}">{{ entry.name }}</a>{% endfor %}',
  '_includes/line.html': '<li>{{ include.post.title }}</li>\n',
  '_layouts/base.html': '<title>{{ site.title }}</title>{% include nav.html %}{{ content }}',
  '_layouts/post.html':
    '---\nlayout: base\n---\n<h1>{{ page.title }}</h1>{{ content }}{{ page.previous.title }} {{ page.next.title }}',
  '_posts/2024-01-01-a.md': '---\nlayout: post\ntitle: A\n---\nFirst of a.\n\nSecond of a.\n',
  '_posts/2024-01-02-b.md': '---\nlayout: post\ntitle: B\n---\nFirst of b.\n',
  '_posts/2024-01-03-c.md':
    '---\nlayout: post\ntitle: C\n---\nSee [a]({% post_url 2024-01-01-a %}).\n',
  '_notes/n.md': '---\n---\n{{ page.date | date: "%Y" }}\n',
  'about.html': '---\nlayout: base\n---\n{{ site.data.ages.anna }}\n',
  'archive.html':
    '---\n---\n{% for post in site.posts %}{% include line.html post=post %}{% endfor %}',
  'excerpts.html': '---\n---\n{% for post in site.posts %}{{ post.excerpt }}{% endfor %}',
  'feed.xml': '---\n---\n{% for post in site.posts %}{{ post.content | escape }}{% endfor %}',
  'plain.html': '---\n---\nnothing\n',
  'time.html': '---\n---\n{{ site.time | date: "%Y" }}\n',
  'clock.html': '---\n---\n{{ site.time }}\n',
}

const A = '_posts/2024-01-01-a.md'
const B = '_posts/2024-01-02-b.md'
const C = '_posts/2024-01-03-c.md'
const BASED = [A, B, C, 'about.html']

test.each([
  ['nothing', {}, []],
  [
    'the text of a post behind its excerpt',
    { [A]: '---\nlayout: post\ntitle: A\n---\nFirst of a.\n\nOther.\n' },
    [A, 'feed.xml'],
  ],
  [
    'the excerpt of a post',
    { [A]: '---\nlayout: post\ntitle: A\n---\nOther.\n\nSecond of a.\n' },
    [A, 'excerpts.html', 'feed.xml'],
  ],
  [
    'the title of a post',
    { [A]: '---\nlayout: post\ntitle: X\n---\nFirst of a.\n\nSecond of a.\n' },
    [A, B, C, 'archive.html', 'excerpts.html', 'feed.xml'],
  ],
  ['a layout around another', { '_layouts/base.html': '{{ content }}' }, BASED],
  ['a layout', { '_layouts/post.html': '{{ content }}' }, [A, B, C, 'excerpts.html']],
  ['an include', { '_includes/line.html': '{{ include.post.url }}' }, ['archive.html']],
  ['an include within a layout', { '_includes/nav.html': '-' }, BASED],
  ['data that is read', { '_data/ages.yml': 'anna: 8\n' }, ['about.html']],
  ['data that a layout reads', { '_data/nav.yml': '[]\n' }, BASED],
  ['a page that nobody reads', { 'plain.html': '---\n---\nmore\n' }, ['plain.html']],
  ['a post away', { [B]: undefined }, [A, C, 'archive.html', 'excerpts.html', 'feed.xml']],
  [
    'a post more',
    { '_posts/2024-01-04-d.md': '---\ntitle: D\n---\nd\n' },
    [C, '_posts/2024-01-04-d.md', 'archive.html', 'excerpts.html', 'feed.xml'],
  ],
])('renders again what an edit changes: %s', async (_what, edits, expected) => {
  const { outputs, stale } = await rebuild(SITE, edits)
  expect(stale).toEqual(expected)
  expect(outputs).toEqual(await buildFresh(SITE, edits))
})

test('another day renders again what shows the moment, not what shows its year', async () => {
  const { outputs, stale } = await rebuild(SITE, {}, 1)
  expect(stale).toEqual(['_notes/n.md', 'clock.html'])
  expect(outputs).toEqual(await buildFresh(SITE, {}, 1))
})

const WATCHFUL = {
  '_config.yml':
    'plugins: [jekyll-include-cache, jekyll-seo-tag]\nindex_pages: false\ncollections: [notes]\n',
  '_plugins/count.mjs': `export default {
    name: 'count',
    tags: { count: { parse: () => ({ site }) => String(site.pages.length + site.staticFiles.length) } },
    hooks: { pages: { post_convert: (item, html, site) =>
      item.path === 'hooked.html' ? html + [...site.data.keys()] : html } },
  }`,
  '_data/one.yml': 'a: 1\n',
  '_includes/box.html': '[{{ site.data.one.a }}]',
  '_includes/own.html': '[{{ page.title }}]',
  '_layouts/l.html': '{{ layout.hue }}',
  '_notes/a.md': '---\ntitle: Note\n---\n',
  '_posts/2024-01-01-a.md': '---\ntitle: A\ntags: [x]\n---\nA\n',
  '_posts/2024-01-02-b.md':
    '---\ntitle: B\n---\n{% for p in site.related_posts %}{{ p.url }}{% endfor %}\n',
  '_sass/_hue.scss': '$hue: red;\n',
  'boxes.html': '---\n---\n{% include_cached box.html %}\n',
  'boxes2.html': '---\n---\n{% include_cached box.html %}\n',
  'count.html': '---\n---\n{% count %}\n',
  'data.html': '---\n---\n{% for d in site.data %}{{ d[0] }}{% endfor %}{{ site.data.two.size }}\n',
  'file.txt': 'text',
  'files.html': '---\n---\n{% for f in site.static_files %}{{ f.path }}{% endfor %}\n',
  'hooked.html': '---\n---\n',
  'json.html': '---\n---\n{{ site.posts | map: "title" | jsonify }}\n',
  'link.html': '---\n---\n{% link count.html %}\n',
  'notes.html':
    '---\n---\n{% for c in site.collections %}{{ c.label }}{{ c.docs | size }}{% endfor %}\n',
  'own1.html': '---\ntitle: 1\n---\n{% include_cached own.html %}\n',
  'own2.html': '---\ntitle: 2\n---\n{% include_cached own.html %}\n',
  'pages.html': '---\n---\n{{ site.html_pages | map: "url" }}\n',
  'relative.html': '---\n---\n{% include_relative file.txt %}\n',
  'seo.html': '---\n---\n{% seo %}\n',
  'style.scss': '---\n---\n@import "hue";\na { color: $hue }\n',
  'tags.html': '---\n---\n{% for t in site.tags %}{{ t[0] }}{{ t[1].size }}{% endfor %}\n',
}

/** Their include is remembered from the first of them, and shows its title. */
const ALWAYS = ['own1.html', 'own2.html']

test.each([
  [
    'a tag',
    { '_posts/2024-01-01-a.md': '---\ntitle: A\ntags: [y]\n---\nA\n' },
    ['_posts/2024-01-01-a.md', '_posts/2024-01-02-b.md', 'count.html', 'json.html', 'tags.html'],
  ],
  [
    'what a cached include reads',
    { '_data/one.yml': 'a: 2\n' },
    ['boxes.html', 'boxes2.html', 'data.html', 'hooked.html'],
  ],
  ['data more', { '_data/two.yml': '[1]\n' }, ['data.html', 'hooked.html']],
  ['an imported Sass file', { '_sass/_hue.scss': '$hue: blue;\n' }, ['style.scss']],
  ['a Sass file that hides another', { '_sass/hue.css': 'b { color: red }' }, ['style.scss']],
  [
    'a file that a page includes',
    { 'file.txt': 'other' },
    ['count.html', 'files.html', 'relative.html'],
  ],
  ['a file more', { 'more.txt': '' }, ['count.html', 'files.html']],
  [
    'a file away',
    { 'file.txt': undefined, 'relative.html': '---\n---\n' },
    ['count.html', 'files.html', 'relative.html'],
  ],
  ['a page more', { 'zebra.html': '---\n---\n' }, ['count.html', 'pages.html', 'zebra.html']],
  ['a note more', { '_notes/b.md': '---\n---\n' }, ['_notes/b.md', 'count.html', 'notes.html']],
  [
    'an address',
    { 'count.html': '---\npermalink: /n/\n---\n{% count %}\n' },
    ['count.html', 'link.html', 'pages.html'],
  ],
  [
    'what a cached include reads of the page it is on',
    { 'own1.html': '---\ntitle: 3\n---\n{% include_cached own.html %}\n' },
    ['count.html', 'pages.html'],
  ],
] as const)('notes what plugins and lists read: %s', async (_what, edits, expected) => {
  const { outputs, stale } = await rebuild(WATCHFUL, edits)
  expect(outputs).toEqual(await buildFresh(WATCHFUL, edits))
  expect(stale).toEqual([...expected, ...ALWAYS].sort())
})
