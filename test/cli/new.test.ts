import { join } from 'node:path'
import * as sass from 'sass'
import { expect, test } from 'vitest'
import { type Entry, makeCache, makeGem, serveGem } from '../themes/make-archive.ts'
import { makeFolder } from './make.ts'

const DAY = new Date().toISOString().slice(0, 10)

/** Of another kind than the real one, with its names. */
const STYLE =
  '$ink: #123456;\n.post { a { color: lighten($ink, 20%); } &:hover { color: $ink; } }\n'
const MINIMA: readonly Entry[] = [
  { path: '_layouts/default.html', text: '<m>{{ content }}</m>{% seo title=false %}' },
  ...['home', 'page', 'post'].map((name) => ({
    path: `_layouts/${name}.html`,
    text: `---\nlayout: default\n---\n<${name}>{{ page.title }}</${name}>{{ content }}`,
  })),
  { path: '_sass/minima.scss', text: STYLE },
  { path: 'assets/main.scss', text: '---\n---\n@import "minima";\n' },
]
const OPTIONS = { name: 'minima', version: '2.5.1', dependencies: ['jekyll-seo-tag'] }

async function serveMinima() {
  const server = await serveGem(makeGem(MINIMA, OPTIONS), OPTIONS)
  const cache = makeCache()
  const env = {
    NEWCOMEN_GEM_INDEX: server.address,
    NEWCOMEN_CACHE: cache,
    NEWCOMEN_GEMS: '',
    TZ: 'UTC',
  }
  return { env, asked: server.asked, root: join(cache, 'gems/minima-2.5.1') }
}

const OFFLINE = { NEWCOMEN_OFFLINE: '1', NEWCOMEN_GEMS: '', TZ: 'UTC' }

test('a new site has the theme minima, fetched once, and builds without a network', async () => {
  const { env, asked, root } = await serveMinima()
  const folder = makeFolder()
  const made = await folder.run(['new', 'blog'], env)
  expect(made).toEqual({
    status: 0,
    out: `             Theme: minima is not installed; fetching it from ${env.NEWCOMEN_GEM_INDEX}
                    New jekyll site installed in <SITE>/blog.
                    To see it: cd blog && npx newcomen serve
`,
    err: '',
  })
  expect(asked).toEqual(['/info/minima', '/gems/minima-2.5.1.gem'])
  expect(folder.files('blog')).toEqual([
    '.github/workflows/pages.yml',
    '.gitignore',
    '404.html',
    '_config.yml',
    `_posts/${DAY}-welcome-to-jekyll.markdown`,
    'about.markdown',
    'index.markdown',
    'package.json',
  ])

  const built = await folder.run(['build', '-s', 'blog', '-d', 'out'], {
    ...env,
    NEWCOMEN_OFFLINE: '1',
  })
  expect([built.status, built.err]).toEqual([0, ''])
  expect(folder.files('out')).toEqual([
    '404.html',
    'about/index.html',
    'assets/main.css',
    'assets/main.css.map',
    'categories/index.html',
    'categories/news/index.html',
    'feed.xml',
    'index.html',
    `news/${DAY.replaceAll('-', '/')}/welcome-to-jekyll.html`,
    'tags/first-steps/index.html',
    'tags/index.html',
  ])
  expect(folder.read('out/about/index.html')).toMatch(
    /^<m><page>About<\/page><p>.*<\/p>\n<\/m><!-- Begin Jekyll SEO tag/,
  )
  const { css } = sass.compile(join(root, '_sass/minima.scss'), { logger: sass.Logger.silent })
  const [ours] = folder.read('out/assets/main.css').split('\n\n/*# sourceMappingURL=')
  expect(ours?.replaceAll('\n\n', '\n')).toBe(css)
})

test('with --skip-bundle the theme is left to the first build', async () => {
  const { env, asked } = await serveMinima()
  const folder = makeFolder()
  await folder.run(['new', 'blog', '--skip-bundle'], env)
  expect(folder.read('blog/_config.yml')).toContain('\ntheme: minima\n')
  expect(asked).toEqual([])
  expect((await folder.run(['build', '-s', 'blog', '-d', 'out'], env)).status).toBe(0)
  expect(asked).toEqual(['/info/minima', '/gems/minima-2.5.1.gem'])
})

test('a new site builds at once without a network, and npm files stay out of it', async () => {
  const folder = makeFolder()
  const env = { ...OFFLINE, NEWCOMEN_CACHE: makeCache() }
  const made = await folder.run(['new', 'my', 'blog'], env)
  expect(made).toEqual({
    status: 0,
    out: `                    New jekyll site installed in <SITE>/my blog.
                    To see it: cd "my blog" && npx newcomen serve
`,
    err: `             Theme: The minima theme could not be found. It is not installed, and NEWCOMEN_OFFLINE forbids to download it.
                    The site gets layouts of its own instead. To change to the theme later,
                    write 'theme: minima' into _config.yml and remove _layouts and assets/css.
`,
  })
  folder.put('my blog/package-lock.json', '{}')
  const built = await folder.run(['build', '-s', 'my blog', '-d', 'out'], env)
  expect([built.status, built.err]).toEqual([0, ''])
  expect(folder.files('out')).toEqual([
    '404.html',
    'about/index.html',
    'assets/css/main.css',
    'assets/css/main.css.map',
    'categories/index.html',
    'categories/news/index.html',
    'feed.xml',
    'index.html',
    `news/${DAY.replaceAll('-', '/')}/welcome-to-jekyll.html`,
    'tags/first-steps/index.html',
    'tags/index.html',
  ])
})

test('a blank site builds at once', async () => {
  const folder = makeFolder()
  await folder.run(['new', 'blog', '--blank'])
  expect(folder.files('blog')).toEqual([
    '.gitignore',
    '_config.yml',
    '_layouts/default.html',
    '_sass/base.scss',
    'assets/css/main.scss',
    'index.md',
  ])
  expect((await folder.run(['build', '-s', 'blog', '-d', 'out'])).status).toBe(0)
  expect(folder.read('out/index.html')).toBe(`<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Home</title>
  <link rel="stylesheet" href="/assets/css/main.css">
</head>
<body>
<h1 id="home">Home</h1>

</body>
</html>
`)
})

test('a folder with something in it is kept, unless forced', async () => {
  const folder = makeFolder({ 'blog/index.md': 'old', 'blog/keep.txt': 'kept' })
  expect(await folder.run(['new', 'blog', '--blank'])).toEqual({
    status: 1,
    out: '',
    err: `          Conflict: <SITE>/blog exists and is not empty.
                    Choose another path, or add --force: files of the same names are then overwritten.

                    Please append \`--trace\` to the \`new\` command 
                    for any additional information or backtrace.
`,
  })
  expect(folder.read('blog/index.md')).toBe('old')
  expect((await folder.run(['new', 'blog', '--blank', '--force'])).status).toBe(0)
  expect(folder.read('blog/index.md')).toMatch(/^---\nlayout: default\n/)
  expect(folder.read('blog/keep.txt')).toBe('kept')
})

test('a new theme has its folders, a gemspec, and a name without spaces', async () => {
  const folder = makeFolder()
  const { status } = await folder.run(['new-theme', 'Tea', 'House', '-c'])
  expect(status).toBe(0)
  expect(folder.files('Tea_House').filter((path) => !path.startsWith('.git/'))).toEqual([
    '.gitignore',
    'CODE_OF_CONDUCT.md',
    'Gemfile',
    'LICENSE.txt',
    'README.md',
    'Tea_House.gemspec',
    '_layouts/default.html',
    '_layouts/page.html',
    '_layouts/post.html',
  ])
  const again = await folder.run(['new-theme', 'Tea House'])
  expect([again.status, again.err.split('\n')[0]]).toEqual([
    1,
    '          Conflict: <SITE>/Tea_House already exists.',
  ])
})
