import { describe, expect, test } from 'vitest'
import { withExcluded } from '../../src/cli/migrate/exclude.ts'
import { makeFolder } from './make.ts'

const SITE = {
  '_config.yml': '# mine\ntitle: T\nplugins: [jekyll-feed, jekyll-scholar]\nexclude: [vendor]\n',
  Gemfile: 'group :jekyll_plugins do\n  gem "jekyll-sitemap"\nend\n',
  '_plugins/up.rb': 'x',
  '.github/workflows/ci.yml': 'run: bundle exec jekyll build\n',
  'index.md': '---\n---\nx\n',
}

describe('migrate', () => {
  test('says what works and what to change, and touches nothing', async () => {
    const site = makeFolder(SITE)
    const before = site.list()
    const { out, status } = await site.run(['migrate'])
    expect(status).toBe(0)
    expect(out.slice(out.indexOf('Works'))).toBe(`Works as it is:
  jekyll-feed is built in
  jekyll-sitemap is built in

Needs a change:
  jekyll-scholar is not part of newcomen
    Remove jekyll-scholar: the site is built without the bibliographies.
  _plugins/up.rb is Ruby
    Write it anew as _plugins/up.mjs; see the manual, Plugins.
  .github/workflows/ci.yml builds with Ruby
    Install Node, then run \`npm ci\` and \`npx build\` in place of \`bundle exec jekyll build\`.

Would be written with --write:
  package.json
  _config.yml
  .github/workflows/pages.yml

No page, post, layout or include has to change for the build itself.
`)
    expect(site.list()).toEqual(before)
  })

  test('with --write adds the files, and does so once', async () => {
    const site = makeFolder(SITE)
    await site.run(['migrate', '--write'])
    expect(site.read('_config.yml')).toBe(
      '# mine\ntitle: T\nplugins: [jekyll-feed, jekyll-scholar]\nexclude: [vendor, package.json, package-lock.json]\n',
    )
    expect(JSON.parse(site.read('package.json'))).toMatchObject({
      scripts: { build: 'newcomen build' },
    })
    expect(site.read('index.md')).toBe(SITE['index.md'])
    expect((await site.run(['migrate', '--write'])).out).not.toContain('Written:')
  })
})

test.each([
  ['title: T', 'title: T\nexclude:\n  - a\n'],
  ['exclude: []\nb: 1\n', 'exclude: [a]\nb: 1\n'],
  ['exclude: # no\n- x\n', 'exclude: # no\n- a\n- x\n'],
  ['exclude:\n  - x\nb: 1\n', 'exclude:\n  - a\n  - x\nb: 1\n'],
  ['exclude: &list [x]\n', undefined],
])('exclude in %j', (before, after) => {
  expect(withExcluded(before, ['a'])).toBe(after)
})
