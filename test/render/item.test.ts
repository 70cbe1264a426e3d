import { expect, test } from 'vitest'
import { buildSite } from '../support/site.ts'

const OFF = { flags: { index_pages: false, time: '2024-06-01' } }

test('pages in YAML and CoffeeScript are templates, documents in them are not', async () => {
  const text = '---\nlayout: l\n---\n{{ site.title }}\n'
  const site = await buildSite(
    {
      '_config.yml': 'title: T\ncollections: {tools: {output: true}}\n',
      '_layouts/l.html': '[{{ content }}]',
      'a.yml': text,
      'a.coffee': text,
      '_tools/b.coffee': text,
    },
    OFF,
  )
  expect(Object.fromEntries(site)).toEqual({
    'a.coffee': 'T\n',
    'a.yml': '[T\n]',
    'tools/b.coffee': '{{ site.title }}\n',
  })
})

test('a style sheet in a collection has no source map', async () => {
  const site = await buildSite(
    {
      '_config.yml': 'collections: {tools: {output: true}}\nsass: {style: compressed}\n',
      'a.scss': '---\n---\na { b: c }',
      '_tools/b.scss': '---\n---\na { b: c }',
    },
    OFF,
  )
  expect([...site.keys()]).toEqual(['a.css', 'a.css.map', 'tools/b.css'])
  expect(site.get('tools/b.css')).toBe('a{b:c}\n')
})

test('what is rendered after a style sheet has its source map among the pages', async () => {
  const list = '---\n---\n{% for p in site.pages %}{{ p.url }} {{ p.title }},{% endfor %}'
  const site = await buildSite(
    {
      'a.html': list,
      'css/m.scss': '---\ntitle: Style\n---\na { b: c }',
      'n.html': `${list}{{ site.html_pages | map: "url" | join }}`,
      '_posts/2024-01-01-p.html': list,
    },
    OFF,
  )
  const before = '/a.html ,/css/m.css Style,/n.html ,'
  expect(site.get('a.html')).toBe(before)
  expect(site.get('2024/01/01/p.html')).toBe(before)
  expect(site.get('n.html')).toBe(`${before}/css/m.css.map Style,/a.html /n.html`)
})

test('templates see a category that is a number twice, as Jekyll shows it', async () => {
  const site = await buildSite(
    {
      '_posts/2024-01-01-a.md': '---\ncategories: [2024, news]\n---\n',
      'index.html':
        '---\n---\n{% for c in site.categories %}{{ c[0] | inspect }}:{{ c[1].size }} {% endfor %}',
    },
    OFF,
  )
  expect(site.get('index.html')).toBe('2024:1 &quot;news&quot;:1 &quot;2024&quot;:1 ')
})
