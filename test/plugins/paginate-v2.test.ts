import { expect, test } from 'vitest'
import { buildSite } from '../support/site.ts'

const post = (day: number, front: string) => [
  `_posts/2020-01-0${day}-p${day}.md`,
  `---\n${front}\n---\n`,
]
const POSTS = Object.fromEntries([
  post(1, 'tags: [Tea, "Green Tea"]\nrank: 3'),
  post(2, 'tags: tea\nrank: 1'),
  post(3, 'categories: News\nrank: 2'),
  post(4, 'hidden: true'),
])
const LIST =
  '{{ page.title }}: {{ paginator.posts | map: "slug" | join: "," }} {{ paginator.page }}/{{ paginator.total_pages }} {{ paginator.previous_page_path }} {{ paginator.next_page_path }}'

/** As jekyll-paginate-v2 3.0 writes them. */
test('filters, sorting, limits and named index pages', async () => {
  const output = await buildSite({
    ...POSTS,
    '_config.yml':
      'plugins: [jekyll-paginate-v2]\npagination: {enabled: true, per_page: 1, indexpage: index, title: ":title (:num of :max)"}\n',
    'index.html': `---\ntitle: All\npagination: {enabled: true, sort_reverse: true, limit: 2}\n---\n${LIST}`,
    'tea.html': `---\ntitle: Tea\npermalink: /tea/\npagination: {enabled: true, tag: tea, sort_field: rank, per_page: 5}\n---\n${LIST}`,
  })
  expect(output.get('index.html')).toBe('All: p3 1/2  /page2/index.html')
  expect(output.get('page2/index.html')).toBe('All (2 of 2): p2 2/2 /index.html ')
  expect(output.has('page3/index.html')).toBe(false)
  expect(output.get('tea/index.html')).toBe('Tea: p2,p1 1/1  ')
})

test('pages for every tag, under the name it was first written with', async () => {
  const output = await buildSite({
    ...POSTS,
    '_config.yml':
      'plugins: [jekyll-paginate-v2]\npagination: {enabled: true}\nautopages: {enabled: true, categories: {enabled: false}, collections: {enabled: false}}\n',
    '_layouts/autopage_tags.html': `{{ page.autopages.display_name }} ${LIST}`,
  })
  expect([...output].filter(([path]) => path.startsWith('tag/'))).toEqual([
    ['tag/green tea/index.html', 'Green Tea Posts tagged with green tea: p1 1/1  '],
    ['tag/tea/index.html', 'Tea Posts tagged with tea: p1,p2 1/1  '],
  ])
})

test('the settings of the old gem are refused', async () => {
  const files = { '_config.yml': 'plugins: [jekyll-paginate-v2]\npaginate: 5\n' }
  await expect(buildSite(files)).rejects.toThrow(
    'Legacy jekyll-paginate configuration compatibility mode has expired.',
  )
})

test('without pagination the pages of tags are made, and list nothing', async () => {
  const output = await buildSite({
    '_config.yml':
      'plugins: [jekyll-paginate-v2]\nindex_pages: false\nautopages:\n  enabled: true\n  tags: {permalink: "/t/:tag"}\n  categories: {enabled: false}\n  collections: {enabled: false}\n',
    '_layouts/autopage_tags.html': '{{ page.url }} {{ page.title }} {{ paginator.page }}',
    '_posts/2020-01-01-a.md': '---\ntags: [Clay]\n---\n',
  })
  expect([...output]).toEqual([
    ['2020/01/01/a.html', '\n'],
    ['t/clay/index.html', '/t/clay/index.html Posts tagged with clay '],
  ])
})

test('settings of a page lie over those of the site, mapping by mapping, and a null leaves them', async () => {
  const trail = '{% for t in paginator.page_trail %}{{ t.num }}{% endfor %}'
  const output = await buildSite({
    ...POSTS,
    '_config.yml':
      'plugins: [jekyll-paginate-v2]\npagination: {enabled: true, per_page: 1, trail: {before: 0, after: 1}}\n',
    'a.html': `---\npermalink: /a/\npagination: {enabled: true, trail: {before: 1}}\n---\n${trail}`,
    'b.html': `---\npermalink: /b/\npagination: {enabled: true, trail: ~, category: ""}\n---\n${trail}`,
  })
  const trails = [...output].filter(([path]) => /^[ab]\//.test(path))
  expect(trails).toEqual([
    ['a/index.html', '123'],
    ['a/page2/index.html', '123'],
    ['a/page3/index.html', '123'],
    ['b/index.html', '12'],
    ['b/page2/index.html', '23'],
    ['b/page3/index.html', '23'],
  ])
})

test('pages of a kind whose settings are null are made as usual', async () => {
  const output = await buildSite({
    '_config.yml':
      'plugins: [jekyll-paginate-v2]\npagination: {enabled: true}\nautopages: {enabled: true, tags: ~, categories: {enabled: false}, collections: {enabled: false}}\n',
    '_layouts/autopage_tags.html': '{{ page.title }} {{ page.pagination | jsonify }}',
    '_posts/2020-01-01-a.md': '---\ntags: [Clay]\n---\n',
  })
  expect(output.get('tag/clay/index.html')).toBe(
    'Posts tagged with clay {"enabled":true,"collection":"posts","offset":0,"per_page":10,' +
      '"permalink":"/page:num/","title":":title - page :num","page_num":1,"sort_reverse":false,' +
      '"sort_field":"date","limit":0,"trail":{"before":0,"after":0},"indexpage":null,' +
      '"extension":"html","debug":false,"legacy":false,"tag":"clay"}',
  )
})
