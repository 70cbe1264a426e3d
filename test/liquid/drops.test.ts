import { expect, test } from 'vitest'
import { toHash } from '../../src/util/values.ts'
import { makePost, render } from './render.ts'

const posts = [
  makePost(1, toHash({ title: 'One', tags: ['x', 'y'] })),
  makePost(2, toHash({ title: 'Two', tags: ['x'] })),
  makePost(3, toHash({ title: 'Three' })),
]

test.each([
  ['{{ site.posts | map: "title" | join }} {{ site.posts.size }}', 'Three Two One 3'],
  [
    '{% for p in site.posts limit:1 %}{{ p.url }} {{ p.id }} {{ p.date | date: "%F" }}{% endfor %}',
    '/2024/3.html /2024/post-3 2024-01-03',
  ],
  [
    '{% assign p = site.posts[1] %}{{ p.previous.title }} {{ p.next.title }} {{ p.next.next.title }}|',
    'One Three |',
  ],
  [
    '{{ site.posts.first.name }} {{ site.posts.first.path }}',
    '2024-01-03-post-3.md _posts/2024-01-03-post-3.md',
  ],
  ['{{ site.posts | map: "to_liquid" | map: "title" | join }}', 'Three Two One'],
  [
    '{% for t in site.tags %}{{ t[0] }}:{{ t[1] | map: "title" | join: "," }};{% endfor %}',
    'x:Two,One;y:One;',
  ],
  ['{{ site.tags.x[0].title }} {{ site.collections | map: "label" }}', 'Two posts'],
  ['{{ site.posts | where_exp: "p", "p.date > site.posts.last.date" | size }}', '2'],
  [
    '{{ site.title }} {{ site.nope }}{{ site.config }}{{ site.time }}',
    'S 2024-02-29 12:34:56 +0000',
  ],
  [
    '{{ site.posts | inspect }}',
    '[#&lt;Jekyll::Document _posts/2024-01-03-post-3.md collection=posts&gt;, #&lt;Jekyll::Document _posts/2024-01-02-post-2.md collection=posts&gt;, #&lt;Jekyll::Document _posts/2024-01-01-post-1.md collection=posts&gt;]',
  ],
  [
    '{{ jekyll.environment }} {{ jekyll }} {{ site }}',
    'development Jekyll::Drops::JekyllDrop Jekyll::Drops::SiteDrop',
  ],
])('%s', async (template, output) => {
  expect(await render(template, { posts, config: { title: 'S' } })).toBe(output)
})

test('a document has the name that its front matter gives it, or else that of its file', async () => {
  const named = [makePost(1, toHash({ name: 'Ada' })), makePost(2, toHash({ name: false }))]
  const template = '{{ site.posts | map: "name" | join }}'
  expect(await render(template, { posts: named })).toBe('2024-01-02-post-2.md Ada')
})

test('a page is a hash of its front matter and a few keys more', async () => {
  const template = '{{ page.title }}{% for k in page %} {{ k[0] }}{% endfor %}'
  expect(await render(template, { page: 'title: T\non: yes' })).toBe(
    'T title true content dir excerpt name path url',
  )
})
