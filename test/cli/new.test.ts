import { expect, test } from 'vitest'
import { makeFolder } from './make.ts'

const DAY = new Date().toISOString().slice(0, 10)

test('a new site builds at once, and npm files stay out of it', async () => {
  const folder = makeFolder()
  const made = await folder.run(['new', 'my', 'blog'], { TZ: 'UTC' })
  expect(made).toEqual({
    status: 0,
    out: `                    New jekyll site installed in <SITE>/my blog.
                    To see it: cd "my blog" && npx newcomen serve
`,
    err: '',
  })
  folder.put('my blog/package-lock.json', '{}')
  const built = await folder.run(['build', '-s', 'my blog', '-d', 'out'], { TZ: 'UTC' })
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
