import { describe, expect, test } from 'vitest'
import { makeFolder } from '../cli/make.ts'
import { buildFolder, buildSite, type Files, makeSite, readFolder } from '../support/site.ts'

/** The site with a plugin whose parts are `parts`, by the text of its files. */
const build = (parts: string, files: Files) =>
  buildSite(
    { ...files, '_plugins/p.mjs': `export default { name: 'p', ${parts} }` },
    { flags: { index_pages: false } },
  )

/** What Jekyll makes of these sites with the same plugins in Ruby. */
describe('hooks', () => {
  test('a site that is read gets more data', async () => {
    const output = await build(
      `hooks: { site: { post_read: (site) => site.data.set('added', site.collections.get('posts').documents.length) } }`,
      {
        '_posts/2020-01-01-a.md': '---\n---\na\n',
        'index.html': '---\n---\n{{ site.data.added }}\n',
      },
    )
    expect(output.get('index.html')).toBe('1\n')
    expect(output.get('2020/01/01/a.html')).toBe('<p>a</p>\n')
  })

  test('variables of every template', async () => {
    const output = await build(
      `hooks: { site: { pre_render: (_site, payload) => payload.set('oven', 'hot') } }`,
      { 'index.html': '---\n---\n{{ oven }}\n' },
    )
    expect(output.get('index.html')).toBe('hot\n')
  })

  test('the output of pages, and of pages only', async () => {
    const output = await build(
      `hooks: { pages: { post_render: (_page, output) => output.replace('cold', 'hot') } }`,
      { 'index.html': '---\n---\ncold\n', '_posts/2020-01-01-a.md': '---\n---\ncold\n' },
    )
    expect(output.get('index.html')).toBe('hot\n')
    expect(output.get('2020/01/01/a.html')).toBe('<p>cold</p>\n')
  })

  test('run by priority', async () => {
    const output = await build(
      `hooks: { pages: { post_render: [['low', 'l'], ['high', 'h'], ['normal', 'n'], [25, 'i']].map(
        ([priority, letter]) => ({ priority, run: (_page, output) => output + letter })) } }`,
      { 'index.html': '---\n---\nx\n' },
    )
    expect(output.get('index.html')).toBe('x\nhinl')
  })

  test('may write when all is written', async () => {
    const output = await buildSite(
      {
        'index.html': '---\n---\nx\n',
        'a.md': '---\n---\na\n',
        '_plugins/p.mjs': `import { writeFileSync } from 'node:fs'
export default { name: 'p', hooks: { site: { post_write: ({ config, pages }) =>
  writeFileSync(config.destination + '/done.txt', pages.map(({ url }) => url).join(' ')) } } }`,
      },
      { flags: { index_pages: false } },
    )
    expect(output).toEqual(
      new Map([
        ['a.html', '<p>a</p>\n'],
        ['done.txt', '/a.html /'],
        ['index.html', 'x\n'],
      ]),
    )
  })

  test('posts that are read get more data, and pages do not', async () => {
    const output = await build(
      `hooks: { posts: { post_init: (post) => post.data.set('mood', 'calm') } }`,
      {
        '_posts/2020-01-01-a.md': '---\n---\n{{ page.mood }}\n',
        'b.md': '---\n---\n[{{ page.mood }}]\n',
      },
    )
    expect(output.get('2020/01/01/a.html')).toBe('<p>calm</p>\n')
    expect(output.get('b.html')).toBe('<p>[]</p>\n')
  })

  test('of a collection by its label', async () => {
    const output = await build(
      `hooks: { collections: { tools: { pre_render: (doc, payload) => payload.set('kind', doc.collection) } } }`,
      {
        '_config.yml': 'collections: {tools: {output: true}}\n',
        '_tools/a.md': '---\n---\n{{ kind }}\n',
      },
    )
    expect(output.get('tools/a.html')).toBe('<p>tools</p>\n')
  })

  test('all of them, in their order', async () => {
    const folder = await makeSite({
      '_config.yml': 'index_pages: false\n',
      'a.md': '---\n---\na',
      '_posts/2020-01-01-b.md': '---\nlayout: l\n---\nb',
      '_layouts/l.html': '({{ content }})',
      '_site/old.txt': '',
      '_plugins/p.mjs': `
const said = []
const say = (...words) => void said.push(words.join(' '))
const change = (point) => (item, text) => (say(point, item.path, JSON.stringify(text)), text)
const all = (owner) => ({
  post_init: (item) => say(owner, 'post_init', item.path),
  pre_render: (item) => say(owner, 'pre_render', item.path),
  post_convert: change(owner + ' post_convert'),
  post_render: change(owner + ' post_render'),
  post_write: (item) => say(owner, 'post_write', item.path),
})
export default {
  name: 'p',
  said,
  generators: [{ name: 'g', generate: () => say('generate') }],
  hooks: {
    site: {
      after_init: (config) => say('after_init', config.data.get('index_pages')),
      after_reset: () => say('after_reset'),
      post_read: () => say('post_read'),
      pre_render: () => say('site pre_render'),
      post_render: () => say('site post_render'),
      post_write: ({ config }) => say('site post_write') ?? globalThis.process.emit('said', said),
    },
    pages: all('pages'),
    posts: all('posts'),
    documents: all('documents'),
    clean: { on_obsolete: (paths) => say('obsolete', paths.map((path) => path.split('/').pop())) },
  },
}`,
    })
    const heard = new Promise((done) => process.once('said' as 'exit', (said) => done(said)))
    await buildFolder(folder)
    const post = '_posts/2020-01-01-b.md'
    expect(await heard).toEqual([
      'after_init false',
      'after_reset',
      `posts post_init ${post}`,
      `documents post_init ${post}`,
      'pages post_init a.md',
      'post_read',
      'generate',
      'site pre_render',
      `posts pre_render ${post}`,
      `documents pre_render ${post}`,
      `posts post_convert ${post} "<p>b</p>\\n"`,
      `documents post_convert ${post} "<p>b</p>\\n"`,
      `posts post_render ${post} "(<p>b</p>\\n)"`,
      `documents post_render ${post} "(<p>b</p>\\n)"`,
      'pages pre_render a.md',
      'pages post_convert a.md "<p>a</p>\\n"',
      'pages post_render a.md "<p>a</p>\\n"',
      'site post_render',
      'obsolete old.txt',
      'pages post_write a.md',
      `posts post_write ${post}`,
      `documents post_write ${post}`,
      'site post_write',
    ])
  })

  test('items are met in the order of Jekyll: posts, pages, other collections', async () => {
    const note = `({ path }, site) =>
      site.data.set('met', (site.data.get('met') ?? '') + path + ' ')`
    const output = await build(
      `hooks: { pages: { post_init: ${note} }, documents: { post_init: ${note} } }`,
      {
        '_config.yml': 'collections: {pots: {output: true}}\n',
        '_pots/a.md': '---\n---\n',
        '_posts/2020-01-01-a.md': '---\n---\n',
        'a.txt': '---\n---\n{{ site.data.met }}',
      },
    )
    expect(output.get('a.txt')).toBe('_posts/2020-01-01-a.md a.txt _pots/a.md ')
  })

  test('an item may get another body before it is rendered', async () => {
    const output = await build(
      `hooks: { pages: { pre_render: (page) => { page.body = page.body.replace('tea', '*tea*') } } }`,
      { 'a.md': '---\n---\ntea' },
    )
    expect(output.get('a.html')).toBe('<p><em>tea</em></p>\n')
  })
})

describe('scripts in the plugins folder, as the same in Ruby', () => {
  test('a generator makes a page', async () => {
    const output = await build(
      `generators: [{ name: 'g', generate: (site, { virtualPage }) =>
        site.pages.push(virtualPage('made/up.md', '# Up {{ page.url }}')) }]`,
      { 'index.html': '---\n---\n{{ site.pages.size }}\n' },
    )
    expect(output.get('index.html')).toBe('2\n')
    expect(output.get('made/up.html')).toBe('<h1 id="up-madeuphtml">Up /made/up.html</h1>\n')
  })

  test('a tag, a block, a filter and a converter', async () => {
    const output = await build(
      `tags: {
        shout: { parse: (markup) => () => markup.trim().toUpperCase() },
        box: { block: true, parse: () => (_context, body) => '[' + body().trim() + ']' },
      },
      filters: { backwards: (_context, input) => [...String(input)].reverse().join('') },
      converters: [{
        name: 'up',
        priority: 'low',
        matches: (extension) => extension === '.upcase',
        outputExtension: () => '.html',
        convert: (text) => text.toUpperCase(),
      }]`,
      {
        'a.html':
          "---\n---\n{% shout hi there %} {% box %} in {{ 'abc' | backwards }} {% endbox %}\n",
        'b.upcase': '---\n---\nmake me big\n',
      },
    )
    expect(output.get('a.html')).toBe('HI THERE [in cba]\n')
    expect(output.get('b.html')).toBe('MAKE ME BIG\n')
  })

  test('several folders', async () => {
    const folder = await makeSite({
      '_config.yml': 'plugins_dir: [ext, more]\nexclude: [ext, more]\n',
      'ext/a.mjs': `export default { name: 'a', filters: { aa: (_context, input) => 'A' + input } }`,
      'more/b.mjs': `export default { name: 'b', filters: { bb: (_context, input) => 'B' + input } }`,
      'index.html': "---\n---\n{{ 'x' | aa | bb }}\n",
    })
    await buildFolder(folder)
    expect((await readFolder(`${folder}/_site`)).get('index.html')).toBe('BAx\n')
  })
})

test('defaults of a plugin count where the site is silent', async () => {
  const output = await build(`defaults: { cups: { size: 'big', colour: 'red' } }`, {
    '_config.yml': 'cups: {colour: blue}\n',
    'a.txt': '---\n---\n{{ site.cups.size }} {{ site.cups.colour }}',
  })
  expect(output.get('a.txt')).toBe('big blue')
})

test('a command of a plugin runs as one of newcomen', async () => {
  const site = makeFolder({
    '_config.yml': 'title: Tea\n',
    '_plugins/p.mjs': `export default { name: 'p', commands: { brew: {
      description: 'Make tea',
      run: (words, { config, print }) => print(config.data.get('title') + ': ' + words.join('+') + '\\n'),
    } } }`,
  })
  expect(await site.run(['brew', 'green', 'black'])).toMatchObject({
    status: 0,
    out: expect.stringContaining('Tea: green+black\n'),
  })
  expect(await site.run(['stir'])).toMatchObject({
    status: 1,
    err: expect.stringContaining("'jekyll stir' could not be found."),
  })
})

test.each([
  [
    'a generator',
    `generators: [{ name: 'g', generate: () => { throw new Error('no tea') } }]`,
    '_plugins/p.mjs',
    1,
  ],
  [
    'a hook',
    `hooks: { site: { post_read: async () => { throw new TypeError('no tea') } } }`,
    '_plugins/p.mjs',
    1,
  ],
  ['a filter', `filters: { brew: () => { throw new Error('no tea') } }`, 'a.html', 3],
  [
    'a tag',
    `filters: { brew: (_c, x) => x }, tags: { pour: { parse: () => () => { throw new Error('no tea') } } }`,
    'a.html',
    4,
  ],
])('a plugin that fails in %s is named', async (_what, parts, file, line) => {
  const pour = parts.includes('pour') ? '{% pour %}' : ''
  const failed = build(parts, { 'a.html': `---\n---\n{{ 1 | brew }}\n${pour}` })
  await expect(failed).rejects.toMatchObject({
    message: "The plugin 'p' failed: no tea",
    place: { file, line },
  })
})

test('the line of the script that failed is shown, or told where a template has the place', async () => {
  const script = `const brew = () => {
  throw new Error('no tea')
}
export default {
  name: 'p',
  filters: { brew },
  generators: [{ name: 'g', generate: ({ config }) => config.data.get('early') && brew() }],
}
`
  const files = { '_plugins/p.mjs': script, 'a.html': '---\n---\n{{ 1 | brew }}' }
  await expect(buildSite({ ...files, '_config.yml': 'early: true\n' })).rejects.toMatchObject({
    place: { file: '_plugins/p.mjs', line: 2, column: 9 },
    sourceLine: "  throw new Error('no tea')",
  })
  await expect(buildSite(files)).rejects.toMatchObject({
    place: { file: 'a.html', line: 3 },
    hint: 'That was at _plugins/p.mjs:2:9.',
  })
})

test.each([
  ['filter: {}', 'has a filter, where filters are meant'],
  ['tags: []', 'tags should be an object'],
  ['tags: { pour: () => 1 }', 'tags.pour should be an object'],
  ['tags: { pour: {} }', 'tags.pour has no parse'],
  ['filters: { brew: 1 }', 'filters.brew should be a function'],
  ['generators: { generate() {} }', 'generators should be a list'],
  ['generators: [{ name: "g" }]', 'generators[0] has no generate'],
  [
    'generators: [{ priority: "urgent", generate() {} }]',
    'generators[0].priority should be one of lowest, low, normal, high, highest',
  ],
  ['converters: [{ matches() {}, convert() {} }]', 'converters[0] has no outputExtension'],
  ['hooks: { page: {} }', 'hooks has a page, which is no part of it'],
  [
    'hooks: { posts: { after_render() {} } }',
    'hooks.posts has a after_render, which is no part of it',
  ],
  ['hooks: { site: { post_read: [1] } }', 'hooks.site.post_read[0] should be a function'],
  ['hooks: { clean: { on_obsolete: { priority: 1 } } }', 'hooks.clean.on_obsolete has no run'],
  ['commands: { brew: { description: "x" } }', 'commands.brew has no run'],
])('a plugin with %s is told what is wrong', async (parts, wrong) => {
  await expect(build(parts, {})).rejects.toMatchObject({
    message: `The plugin 'p' is not well made: ${wrong}.`,
    place: { file: '_plugins/p.mjs' },
  })
})

test('parts may be undefined, and of a class', async () => {
  const output = await buildSite({
    '_plugins/p.mjs': `class Pages {
  name = 'pages'
  generate(site, { virtualPage }) { site.pages.push(virtualPage(this.name + '.txt', 'x')) }
}
export default { name: 'p', tags: undefined, generators: [new Pages()], hooks: { pages: { post_render: undefined } } }`,
  })
  expect([...output]).toEqual([['pages.txt', 'x']])
})

test('a hook of a text that answers nothing leaves it as it is', async () => {
  const output = await build(
    'hooks: { pages: { post_convert() {}, post_render: [() => {}, (_page, text) => text + "!"] } }',
    { 'a.html': '---\n---\ntea' },
  )
  expect(output.get('a.html')).toBe('tea!')
})

test.each([
  [
    'tags: { pour: { parse: () => "x" } }',
    "The plugin 'p' does not render this tag.",
    'The function parse of a tag should answer a function that renders.',
  ],
  [
    'tags: { pour: { parse: () => () => "x" } }, converters: [{ matches: () => true, outputExtension: () => ".html", convert() {} }]',
    "The plugin 'p' made no text of a.html.",
    'The function convert of a converter should answer the text.',
  ],
])('what %s answers is looked at', async (parts, message, hint) => {
  const failed = build(parts, { 'a.html': '---\n---\n{% pour %}' })
  await expect(failed).rejects.toMatchObject({ message, hint })
})

test('the group jekyll_plugins of a Gemfile is used, unless the environment forbids it', async () => {
  const files = {
    Gemfile: 'group :jekyll_plugins do\n  gem "jekyll-sitemap"\nend\n',
    'index.html': '---\n---\nx',
  }
  expect([...(await buildSite(files)).keys()]).toEqual(['index.html', 'robots.txt', 'sitemap.xml'])
  const env = { JEKYLL_NO_BUNDLER_REQUIRE: 'true' }
  expect([...(await buildSite(files, { env })).keys()]).toEqual(['index.html'])
})
