import { expect, test } from 'vitest'
import { createLog } from '../../src/util/log.ts'
import { buildSite, type Files } from '../support/site.ts'

const TEMPLATE = `---
---
{{ paginator.page }}/{{ paginator.total_pages }} of {{ paginator.total_posts }}:
{%- for post in paginator.posts %} {{ post.title }}{% endfor %}
< {{ paginator.previous_page }} {{ paginator.previous_page_path }}
> {{ paginator.next_page }} {{ paginator.next_page_path }}
`

function posts(count: number): Files {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  return Object.fromEntries(numbers.map((n) => [`_posts/2020-01-0${n}-p${n}.md`, '---\n---\nx\n']))
}

test('the newest posts stand on the index, older ones on further pages', async () => {
  const output = await buildSite({
    '_config.yml': 'plugins: [jekyll-paginate]\npaginate: 2\n',
    'index.html': TEMPLATE,
    ...posts(3),
  })
  expect(output.get('index.html')).toBe('1/2 of 3: P3 P2\n<  \n> 2 /page2\n')
  expect(output.get('page2/index.html')).toBe('2/2 of 3: P1\n< 1 /\n>  \n')
})

test('the template is the index nearest to paginate_path', async () => {
  const output = await buildSite({
    '_config.yml': 'plugins: [jekyll-paginate]\npaginate: 2\npaginate_path: /blog/page-:num/\n',
    'index.html': '---\n---\nfront {{ paginator.page }}',
    'blog/index.html': '---\n---\n{{ paginator.page }} {{ page.url }} {{ page.path }}',
    ...posts(3),
  })
  expect(output.get('index.html')).toBe('front ')
  expect(output.get('blog/index.html')).toBe('1 /blog/ blog/index.html')
  expect(output.get('blog/page-2/index.html')).toBe('2 /blog/page-2/ blog/index.html')
})

test('hidden posts are not counted', async () => {
  const output = await buildSite({
    '_config.yml': 'plugins: [jekyll-paginate]\npaginate: 5\n',
    'index.html': '---\n---\n{{ paginator.total_posts }}',
    '_posts/2020-02-01-hidden.md': '---\nhidden: true\n---\nx',
    ...posts(2),
  })
  expect(output.get('index.html')).toBe('2')
})

test('without a template it says so and builds on', async () => {
  const log = createLog()
  const output = await buildSite(
    { '_config.yml': 'plugins: [jekyll-paginate]\npaginate: 2\n', 'a.txt': 'a', ...posts(1) },
    { log },
  )
  expect([...output.keys()]).toEqual(['2020/01/01/p1.html', 'a.txt'])
  expect(log.messages.filter(({ level }) => level === 'warn')).toEqual([
    {
      level: 'warn',
      topic: 'Pagination:',
      text:
        "Pagination is enabled, but I couldn't find an index.html page to use as the " +
        'pagination template. Skipping pagination.',
    },
  ])
})

test('paginate without the plugin changes nothing but gives Jekyll’s warning', async () => {
  const log = createLog()
  const output = await buildSite(
    {
      '_config.yml': 'paginate: 2\n',
      'index.html': '---\n---\n[{{ paginator.page }}]',
      ...posts(1),
    },
    { log },
  )
  expect(output.get('index.html')).toBe('[]')
  expect(log.messages.some(({ topic }) => topic === 'Deprecation:')).toBe(true)
})
