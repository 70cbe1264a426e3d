import { describe, expect, test } from 'vitest'
import { createDefaults, type FrontMatterDefaults } from '../../src/config/front-matter-defaults.ts'
import { loadConfig } from '../../src/config/load.ts'
import { SiteError } from '../../src/util/errors.ts'
import { createLog } from '../../src/util/log.ts'
import { toHash } from '../../src/util/values.ts'
import { makeSite } from '../support/site.ts'

async function defaults(yaml: string, log = createLog()): Promise<FrontMatterDefaults> {
  const folder = await makeSite({ '_config.yml': yaml })
  return createDefaults(await loadConfig({ cwd: folder, env: {}, log }))
}

describe('precedence', () => {
  test('the longer path wins, wherever it stands', async () => {
    const { all } = await defaults(`
defaults:
  - scope: {path: shop/old}
    values: {k: oldest}
  - scope: {path: shop}
    values: {k: shop, only: here}
  - scope: {path: ''}
    values: {k: all}
`)
    expect(all('a.md', 'pages')).toEqual(toHash({ k: 'all' }))
    expect(all('shop/a.md', 'pages')).toEqual(toHash({ k: 'shop', only: 'here' }))
    expect(all('shop/old/a.md', 'pages')).toEqual(toHash({ k: 'oldest', only: 'here' }))
  })

  test('of equal paths the one with a type wins', async () => {
    const { all } = await defaults(`
defaults:
  - scope: {path: '', type: pages}
    values: {k: typed}
  - scope: {path: ''}
    values: {k: plain}
`)
    expect(all('a.md', 'pages')).toEqual(toHash({ k: 'typed' }))
    expect(all('_posts/a.md', 'posts')).toEqual(toHash({ k: 'plain' }))
  })

  test('of equal scopes the later wins; mappings merge, lists do not', async () => {
    const { all, find } = await defaults(`
defaults:
  - values: {k: first, map: {a: 1, b: 1}, list: [1, 2]}
  - scope: {path: ''}
    values: {k: second, map: {b: 2}, list: [3]}
`)
    expect(all('a.md', 'pages')).toEqual(toHash({ k: 'second', map: { a: 1, b: 2 }, list: [3] }))
    expect(find('a.md', 'pages', 'map')).toEqual(toHash({ b: 2 }))
    expect(find('a.md', 'pages', 'none')).toBeNull()
  })
})

describe('scopes', () => {
  async function fits(scope: string, path: string, type: string, more = ''): Promise<boolean> {
    const yaml = `${more}\ndefaults:\n  - scope: ${scope}\n    values: {hit: true}\n`
    const { find } = await defaults(yaml)
    return find(path, type, 'hit') === true
  }

  test.each([
    ["{path: ''}", 'a.md', 'pages', true],
    ['{type: posts}', '_posts/a.md', 'posts', true],
    ['{type: posts}', 'a.md', 'pages', false],
    ['{path: shop}', 'shopping.md', 'pages', true],
    ['{path: shop}', 'a/shop.md', 'pages', false],
    ['{path: /shop}', 'shop/a.md', 'pages', false],
    ['{path: img}', '/img/a.svg', 'pages', true],
    ["{path: '_tools/*/s*.md'}", '_tools/en/saw.md', 'tools', true],
    ["{path: '_tools/*'}", '_tools/en/deep/saw.md', 'tools', true],
    ["{path: '*.md'}", 'shop/a.md', 'pages', false],
    ["{path: '**/*.md'}", 'shop/old/a.md', 'pages', true],
    ["{path: '*/'}", 'a.md', 'pages', false],
    ["{path: '*/'}", 'shop/a.md', 'pages', true],
    ["{path: 'shop/**'}", 'shop/.hidden/a.md', 'pages', false],
    ["{path: '{shop,bar}/*.md'}", 'bar/a.md', 'pages', true],
  ])('%s for %s of %s: %s', async (scope, path, type, expected) => {
    expect(await fits(scope, path, type)).toBe(expected)
  })

  test.each([
    ['{path: gather/_tools}', true],
    ['{path: _tools}', true],
    ["{path: 'gather/_tools/*/*.md'}", true],
    ["{path: 'gather/_notes/*'}", false],
  ])('within collections_dir, %s: %s', async (scope, expected) => {
    const more = 'collections_dir: gather\ncollections: [tools]'
    expect(await fits(scope, '_tools/en/saw.md', 'tools', more)).toBe(expected)
  })
})

test('a date among the values becomes a moment in the zone of the site', async () => {
  const { find } = await defaults(`
timezone: Europe/Berlin
defaults:
  - values: {date: '2018-04-05'}
`)
  expect(String(find('_tools/a.md', 'tools', 'date'))).toBe('2018-04-05 00:00:00 +0200')
})

test('a date that is none stops the build', async () => {
  const reading = defaults('defaults:\n  - values: {date: someday}\n')
  await expect(reading).rejects.toThrow(SiteError)
  await expect(reading).rejects.toThrow(/^Invalid date 'someday': An invalid date format was found/)
})

test('sets without values, and old names of types, are warned of', async () => {
  const log = createLog()
  const { all } = await defaults(
    "defaults:\n  - scope: {path: ''}\n  - scope: {type: page}\n    values: {a: 1}\n",
    log,
  )
  expect(log.messages.slice(1).map(({ topic, text }) => `${topic} ${text}`)).toEqual([
    'Defaults: An invalid front-matter default set was found:',
    ' {"scope"=>{"path"=>""}}',
    "Defaults: The 'page' type has become 'pages'.",
    "Defaults: Please update your front-matter defaults to use 'type: pages'.",
  ])
  expect(all('a.md', 'pages')).toEqual(toHash({ a: 1 }))
})

test('defaults that are no list are passed over', async () => {
  const { all } = await defaults('defaults: nothing')
  expect(all('a.md', 'pages')).toEqual(new Map())
})
