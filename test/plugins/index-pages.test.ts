import { describe, expect, test } from 'vitest'
import { buildSite, type Files } from '../support/site.ts'

const TWO_POSTS: Files = {
  '_posts/2020-01-01-first.md': '---\ntags: [red, blue]\ncategories: [pots]\n---\nOne.',
  '_posts/2020-02-02-second.md': '---\ntitle: Second & "last"\ntags: [red]\n---\nTwo.',
}

function tagged(...tags: string[]): Files {
  const list = tags.map((tag) => JSON.stringify(tag)).join(', ')
  return { '_posts/2020-01-01-p.md': `---\ntags: [${list}]\n---\nx` }
}

/** What lies below /tags/, and for each page the name it is about. */
async function tagPages(files: Files): Promise<Record<string, string>> {
  const output = await buildSite({ '_layouts/tag.html': '{{ page.tag }}', ...files })
  const pages = [...output].filter(([path]) => /^tags\/.+\/index\.html$/.test(path))
  return Object.fromEntries(pages.map(([path, text]) => [path.split('/')[1], text]))
}

test('every tag and category has a page, and there is a list of each', async () => {
  const output = await buildSite(TWO_POSTS)
  expect([...output.keys()]).toEqual([
    '2020/02/02/second.html',
    'categories/index.html',
    'categories/pots/index.html',
    'pots/2020/01/01/first.html',
    'tags/blue/index.html',
    'tags/index.html',
    'tags/red/index.html',
  ])
})

test('the lists are plain within the layout page', async () => {
  const output = await buildSite({
    '_config.yml': 'baseurl: /b\n',
    '_layouts/page.html': '<main>{{ page.title }}\n{{ content }}</main>',
    ...TWO_POSTS,
  })
  expect(output.get('tags/index.html')).toBe(`<main>Tags
<ul>
  <li><a href="/b/tags/blue/">blue</a> (1)</li>
  <li><a href="/b/tags/red/">red</a> (2)</li>
</ul>
</main>`)
  expect(output.get('tags/red/index.html')).toBe(`<main>red
<p>2 posts</p>
<ul>
  <li><time datetime="2020-02-02T00:00:00+00:00">2020-02-02</time> <a href="/b/2020/02/02/second.html">Second &amp; &quot;last&quot;</a></li>
  <li><time datetime="2020-01-01T00:00:00+00:00">2020-01-01</time> <a href="/b/pots/2020/01/01/first.html">First</a></li>
</ul>
</main>`)
})

test('the layout default gets a heading too', async () => {
  const output = await buildSite({ '_layouts/default.html': '{{ content }}', ...tagged('red') })
  expect(output.get('tags/index.html')).toBe(`<h1>Tags</h1>
<ul>
  <li><a href="/tags/red/">red</a> (1)</li>
</ul>
`)
})

test('a site without layouts gets whole pages, however strict its Liquid', async () => {
  const strict = 'liquid: {strict_variables: true, strict_filters: true, error_mode: strict}\n'
  const output = await buildSite({ '_config.yml': strict, ...tagged('red') })
  expect([...output.keys()]).toEqual([
    '2020/01/01/p.html',
    'tags/index.html',
    'tags/red/index.html',
  ])
  expect(output.get('tags/red/index.html')).toMatch(/^<!doctype html>\n<html>[\s\S]*<\/html>\n$/)
})

test('layouts of those names list things themselves', async () => {
  const output = await buildSite({
    '_layouts/tags.html':
      '[{{ content }}]{% for e in page.entries %}{{ e.name }} {{ e.slug }} {{ e.url }} {{ e.count }} {{ e.posts[0].title }};{% endfor %}',
    '_layouts/tag.html':
      '[{{ content }}]{{ page.title }} {{ page.tag }} {{ page.slug }} {{ page.index_url }}{% for p in page.posts %} {{ p.title }}{% endfor %} {{ site.tags[page.tag].size }}',
    ...TWO_POSTS,
  })
  expect(output.get('tags/index.html')).toBe(
    '[]blue blue /tags/blue/ 1 First;red red /tags/red/ 2 Second & "last";',
  )
  expect(output.get('tags/red/index.html')).toBe('[]red red red /tags/ Second & "last" First 2')
})

test('they are not among site.pages', async () => {
  const output = await buildSite({
    'index.html': '---\n---\n{% for p in site.pages %}{{ p.url }} {% endfor %}',
    ...TWO_POSTS,
  })
  expect(output.get('index.html')).toBe('/ ')
})

describe('what the site has itself wins', () => {
  test.each([
    ['a page /tags.html', 'tags.html', '---\n---\nmine', 'tags.html'],
    ['a page /tags/', 'tags/index.html', '---\n---\nmine', 'tags/index.html'],
    ['a page with that permalink', 'x.md', '---\npermalink: /tags\n---\nmine', 'tags.html'],
    ['a file', 'tags/index.html', 'mine', 'tags/index.html'],
  ])('%s', async (_what, path, text, destination) => {
    const output = await buildSite({ [path]: text, ...tagged('red') })
    expect([...output.keys()]).toEqual(['2020/01/01/p.html', destination, 'tags/red/index.html'])
    expect(output.get(destination)).toContain('mine')
  })

  test('and the list links to it', async () => {
    const output = await buildSite({
      '_layouts/tags.html': '{% for e in page.entries %}{{ e.url }} {% endfor %}',
      'tags/red.html': '---\n---\nmine',
      ...tagged('red'),
    })
    expect(output.get('tags/index.html')).toBe('/tags/red.html ')
    expect(output.has('tags/red/index.html')).toBe(false)
  })

  test('but not a page that only lies there and goes elsewhere', async () => {
    const output = await buildSite({
      'tags/red/index.html': '---\npermalink: /elsewhere/\n---\nmine {{ page.path }}',
      '_layouts/tag.html': '{{ page.tag }} {{ page.path }}',
      ...tagged('red'),
    })
    expect(output.get('elsewhere/index.html')).toBe('mine tags/red/index.html')
    expect(output.get('tags/red/index.html')).toBe('red tags/red/index.html')
  })

  test('a file where a folder is needed', async () => {
    const output = await buildSite({ tags: 'a file', ...tagged('red') })
    expect([...output.keys()]).toEqual(['2020/01/01/p.html', 'tags'])
  })
})

describe('addresses', () => {
  test('tags that share a slug each keep a page', async () => {
    expect(await tagPages(tagged('C++', 'C', 'c', 'C#', 'C '))).toEqual({
      c: 'c',
      'c-2': 'C',
      'c-plus-plus': 'C++',
      'c-sharp': 'C#',
    })
  })

  test('a name whose own slug is the number of another keeps it', async () => {
    expect(await tagPages(tagged('A', 'a', 'a 2'))).toEqual({ a: 'a', 'a-2': 'a 2', 'a-3': 'A' })
  })

  test('names in other scripts stay readable', async () => {
    expect(await tagPages(tagged('日本語', 'Žluťoučký kůň', 'עברית'))).toEqual({
      日本語: '日本語',
      'žluťoučký-kůň': 'Žluťoučký kůň',
      עברית: 'עברית',
    })
  })

  test('names without letters do no harm', async () => {
    expect(await tagPages(tagged('..', '/', '', ' ', '🎉', '../../x'))).toEqual({
      'dot-dot': '..',
      tag: '/',
      '🎉': '🎉',
      x: '../../x',
    })
  })

  test('a name longer than a file system allows is cut', async () => {
    const pages = await tagPages(tagged('y'.repeat(300), `${'y'.repeat(300)}z`))
    expect(Object.keys(pages)).toEqual([`${'y'.repeat(200)}-2`, 'y'.repeat(200)])
  })

  test('a number and its text are one tag', async () => {
    const files = { '_posts/2020-01-01-p.md': '---\ntags: [2017, "2017"]\n---\nx' }
    expect(await tagPages(files)).toEqual({ '2017': '2017' })
  })
})

describe('configuration', () => {
  test('index_pages: false leaves Jekyll’s own output', async () => {
    const output = await buildSite({ '_config.yml': 'index_pages: false\n', ...TWO_POSTS })
    expect([...output.keys()]).toEqual(['2020/02/02/second.html', 'pots/2020/01/01/first.html'])
  })

  test('each kind has its own addresses, layout and switch', async () => {
    const output = await buildSite({
      '_config.yml':
        'index_pages: {tags: {permalink: /topics/:name.html, layout: topic}, categories: false}\n',
      '_layouts/topic.html': '<{{ page.title }}>{{ content }}',
      ...tagged('red'),
    })
    expect(output.get('topics/index.html')).toBe(`<Tags><ul>
  <li><a href="/topics/red.html">red</a> (1)</li>
</ul>
`)
    expect(output.get('topics/red.html')).toContain('<red><p>1 post</p>')
    expect([...output.keys()]).toEqual([
      '2020/01/01/p.html',
      'topics/index.html',
      'topics/red.html',
    ])
  })

  test('anything else is an error that shows how', async () => {
    await expect(buildSite({ '_config.yml': 'index_pages: 3\n', ...TWO_POSTS })).rejects.toThrow(
      "'index_pages' should be true, false or a mapping.",
    )
  })
})

test.each([
  ['without posts', { 'index.html': '---\ntags: [a]\n---\nx' }, ['index.html']],
  ['without tags', { '_posts/2020-01-01-p.md': '---\n---\nx' }, ['2020/01/01/p.html']],
])('a site %s has none', async (_what, files, paths) => {
  expect([...(await buildSite(files as Files)).keys()]).toEqual(paths)
})
