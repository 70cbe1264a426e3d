import { expect, test } from 'vitest'
import { buildSite } from '../support/site.ts'

test('a page for each tag, category, year, month and day', async () => {
  const output = await buildSite({
    '_config.yml': 'plugins: [jekyll-archives]\njekyll-archives: {enabled: all}\n',
    '_layouts/archive.html':
      '{{ page.type }} {{ page.title }} {{ page.date }}:{% for p in page.posts %} {{ p.title }}{% endfor %}',
    '_posts/2020-01-01-first.md': '---\ntags: [Red Wine]\ncategories: [c]\n---\nx',
    '_posts/2020-02-02-second.md': '---\ntags: [Red Wine]\n---\nx',
    'list.txt': '---\n---\n{% for p in site.archives %}{{ p.url }} {% endfor %}',
  })
  expect(Object.fromEntries(output)).toEqual({
    '2020/01/01/index.html': 'day  2020-01-01: First',
    '2020/01/index.html': 'month  2020-01-01: First',
    '2020/02/02/index.html': 'day  2020-02-02: Second',
    '2020/02/02/second.html': '<p>x</p>\n',
    '2020/02/index.html': 'month  2020-02-01: Second',
    '2020/index.html': 'year  2020-01-01: Second First',
    'c/2020/01/01/first.html': '<p>x</p>\n',
    'category/c/index.html': 'category c : First',
    'list.txt': '/tag/red-wine/ /category/c/ /2020/ /2020/02/ /2020/02/02/ /2020/01/ /2020/01/01/ ',
    'tag/red-wine/index.html': 'tag Red Wine : Second First',
  })
})

test('permalinks and layouts of one kind', async () => {
  const output = await buildSite({
    '_config.yml': `plugins: [jekyll-archives]
jekyll-archives: {enabled: [tags], layouts: {tag: t}, permalinks: {tag: '/t/:name.html'}}
`,
    '_layouts/t.html': '{{ page.title }} {{ page.permalink }}',
    '_posts/2020-01-01-first.md': '---\ntags: [red]\n---\nx',
  })
  expect([...output.keys()]).toEqual(['2020/01/01/first.html', 't/red.html'])
  expect(output.get('t/red.html')).toBe('red ')
})

test('names of other scripts are escaped in addresses, and defaults know the type', async () => {
  const output = await buildSite({
    '_config.yml': `plugins: [jekyll-archives]
jekyll-archives: {enabled: [tags]}
defaults:
  - {scope: {path: '', type: tag}, values: {tint: red}}
  - {scope: {path: '', type: pages}, values: {tint: blue}}
`,
    '_layouts/archive.html': '{{ page.url }} {{ page.path }} {{ page.tint }} {{ page.dir }}',
    '_posts/2020-01-01-first.md': '---\ntags: [Ünder]\n---\nx',
  })
  expect(output.get('tag/ünder/index.html')).toBe('/tag/%C3%BCnder/ tag/ünder/index.html red ')
})

test('archives show no permalink, defaults or not', async () => {
  const output = await buildSite({
    '_config.yml': `plugins: [jekyll-archives]
jekyll-archives: {enabled: [tags]}
defaults: [{scope: {path: tag}, values: {colour: red}}]
`,
    '_layouts/archive.html':
      '{{ page.title }}|{{ page.colour }}|{{ page.permalink }}|{{ page.url }}',
    '_posts/2020-01-01-first.md': '---\ntags: [c]\n---\nx',
  })
  expect(output.get('tag/c/index.html')).toBe('c|red||/tag/c/')
})
