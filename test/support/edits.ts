/**
 * A site, and endless changes to it of the kinds that writers make.
 */

import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const CONFIG = [
  'title: Blog',
  'url: https://blog.example',
  'paginate: 3',
  'collections: {tools: {output: true}, notes: {}}',
  'defaults: [{scope: {path: "", type: posts}, values: {layout: post}}]',
  'plugins: [jekyll-paginate, jekyll-feed, jekyll-seo-tag, jekyll-sitemap, jekyll-archives,',
  '  jekyll-include-cache, jekyll-redirect-from, jekyll-titles-from-headings, jekyll-relative-links]',
  'jekyll-archives: {enabled: [year, tags]}',
].join('\n')

/** A site in which much depends on much else. */
export const EDITED_SITE: Readonly<Record<string, string>> = {
  '_config.yml': CONFIG,
  '_layouts/base.html': '<html><head>{% seo %}</head>{% include head.html %}{{ content }}</html>\n',
  '_layouts/post.html':
    '---\nlayout: base\nmood: calm\n---\n{{ page.title }}{% if page.next %}{{ page.next.title }}{% endif %}' +
    '{{ page.previous.content | strip_html | size }}{{ content }}\n',
  '_layouts/archive.html':
    '{% for post in page.posts %}{{ post.title }}{{ post.excerpt }}{% endfor %}\n',
  '_includes/head.html': '<h1>{{ site.title }}</h1>{% include_cached menu.html %}\n',
  '_includes/menu.html': '{% for tool in site.tools %}{{ tool.name }} {{ tool.url }}{% endfor %}\n',
  '_includes/card.html': '{{ include.post.title }}: {{ include.post.excerpt }}\n',
  '_data/people.yml': '- {name: Ada}\n',
  '_data/deep/more.csv': 'a,b\n1,2\n',
  '_sass/part.scss': 'a { color: red }\n',
  'assets/main.scss': '---\n---\n@import "part";\n',
  'assets/dot.txt': 'static',
  'index.html':
    '---\nlayout: base\n---\n{% for post in paginator.posts %}{% include card.html post=post %}{% endfor %}' +
    '{{ site.related_posts | size }}\n',
  'people.html':
    '---\ntitle: People\n---\n{% for p in site.data.people %}{{ p.name }}{% endfor %}{{ site.data.deep.more | jsonify }}\n',
  'all.html':
    '---\n---\n{% for page in site.pages %}{{ page.path }}{{ page.title }}{{ page.excerpt }}{% endfor %}' +
    '{% for file in site.static_files %}{{ file.path }}{{ file.modified_time }}{% endfor %}' +
    '{% for tag in site.tags %}{{ tag[0] }}{{ tag[1].size }}{% endfor %}\n',
  'about.md': '# About\n\n[first](_posts/2024-01-01-one.md) {% link people.html %}\n',
  'count.html': '---\n---\n{% for doc in site.documents %}{{ doc.content | size }} {% endfor %}\n',
  'relative.html': '---\n---\n{% include_relative assets/dot.txt %}\n',
  '_tools/saw.md': '---\n---\n{{ page.collection }} {{ site.posts.first.content }}\n',
  '_notes/n.md': '---\ntitle: N\n---\nnote\n',
  '_posts/2024-01-01-one.md': '---\ntags: [x]\n---\nOne.\n\nMore {{ site.posts.size }}.\n',
  '_posts/2024-01-02-two.md': '---\ntags: [x, y]\n---\nTwo.\n',
  '_posts/2024-01-03-three.md': '---\ncategories: [c]\n---\nThree `code`.\n',
}

/** Small numbers, the same in each run. */
export function createDice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const TEXTS = [
  'Plain words.\n',
  '# Title\n\nFirst.\n\nSecond.\n',
  '{{ site.title }} and {{ page.url }}\n',
  '{% for post in site.posts limit:2 %}{{ post.content | truncate: 20 }}{% endfor %}\n',
  '{% for tag in site.tags %}{{ tag[0] }}{% endfor %}\n',
  '{{ site.data.people | jsonify }}\n',
  '{{ page.next.url }}{{ page.previous.title }}{{ page.previous.content | truncate: 20 }}\n',
  '[to](2024-01-01-one.md)\n',
]
/** An excerpt that shows excerpts might show itself without end, so only these do. */
const LISTS = [
  '{% include card.html post=site.posts.first %}\n',
  '{% for post in site.posts %}{{ post.excerpt }}{% endfor %}\n',
  '{% for page in site.pages %}{{ page.title }}{{ page.content | size }}{% endfor %}\n',
  '{{ page.excerpt }}{{ site.posts.last.output | size }}\n',
]
const FRONT = [
  '',
  'title: T',
  'tags: [y, z]',
  'published: false',
  'layout: none',
  'date: 2024-03-04',
  'redirect_from: /old/',
]

/** One change to a site, of the kinds that writers make. */
export function edit(folder: string, dice: (below: number) => number): void {
  const pick = <T>(list: readonly T[]): T => list[dice(list.length)]!
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const body = () => `---\n${pick(FRONT)}\n---\n${pick(TEXTS)}${pick(TEXTS)}`
  const posts = readdirSync(join(folder, '_posts'))
  const fresh = `_posts/2024-02-${String(1 + dice(28)).padStart(2, '0')}-${pick(['a', 'b', 'c'])}.md`
  const kinds = [
    () => put(`_posts/${pick(posts)}`, body()),
    () => put(`_posts/${pick(posts)}`, body()),
    () => put(fresh, body()),
    () => posts.length > 2 && rmSync(join(folder, '_posts', pick(posts))),
    () => renameSync(join(folder, '_posts', pick(posts)), join(folder, fresh)),
    () => put(pick(['index.html', 'all.html', 'count.html', 'new.md']), body() + pick(LISTS)),
    () => put('_includes/menu.html', pick(TEXTS)),
    () =>
      put(
        '_includes/card.html',
        `${dice(9)}{{ include.post.title }}{{ include.post.content | size }}`,
      ),
    () =>
      put(
        '_layouts/post.html',
        `---\nlayout: base\nmood: ${dice(9)}\n---\n{{ layout.mood }}{{ content }}`,
      ),
    () => put('_layouts/base.html', `${dice(9)}{% include head.html %}{{ content }}`),
    () => put('_data/people.yml', `- {name: ${pick(['Ada', 'Bob', 'Cid'])}}\n`),
    () => put('_data/deep/more.csv', `a,b\n${dice(9)},2\n`),
    () => put('_sass/part.scss', `a { color: ${pick(['red', 'blue'])} }\n`),
    () => put('_sass/late.scss', `b { color: ${pick(['red', 'blue'])} }\n`),
    () => put('assets/dot.txt', `static ${dice(99)}`),
    () => put(`assets/new/${dice(3)}.txt`, 'new'),
    () => rmSync(join(folder, 'assets/new'), { recursive: true, force: true }),
    () => put(`_tools/${pick(['saw', 'axe'])}.md`, body()),
    () => put('_notes/n.md', body()),
    () => put(`drawer/${pick(['x', 'y'])}.md`, body()),
    () => rmSync(join(folder, 'drawer'), { recursive: true, force: true }),
  ]
  pick(kinds)()
}
