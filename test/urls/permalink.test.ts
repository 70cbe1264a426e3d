import { expect, test } from 'vitest'
import {
  collectionFileUrl,
  documentUrl,
  pageUrl,
  sanitizeUrl,
  styleTemplate,
} from '../../src/urls/permalink.ts'
import { findZone, Time } from '../../src/util/dates.ts'

const POST = {
  collection: 'posts',
  path: '/sub/2009-08-07-My_Fog',
  stem: '2009-08-07-My_Fog',
  slug: 'My_Fog',
  categories: ['Sea Air', 'x', 'sea air'],
  date: Time.local(findZone('UTC'), 2009, 8, 7, 4, 5, 6),
  outputExtension: '.html',
}

test.each([
  ['date', '/sea%20air/x/2009/08/07/My_Fog.html'],
  ['pretty', '/sea%20air/x/2009/08/07/My_Fog/'],
  ['ordinal', '/sea%20air/x/2009/219/My_Fog.html'],
  ['weekdate', '/sea%20air/x/2009/W32/Fri/My_Fog.html'],
  ['none', '/sea%20air/x/My_Fog.html'],
])('a post under the style %s', (style, url) => {
  expect(documentUrl(styleTemplate(style), POST, 'post.md')).toBe(url)
})

test.each([
  [':year/:short_year', '/2009/09'],
  [':month/:i_month/:short_month/:long_month', '/08/8/Aug/August'],
  [':day/:i_day/:y_day/:short_day/:long_day', '/07/7/219/Fri/Friday'],
  [':w_year/:week/:w_day', '/2009/32/5'],
  [':hour:minute:second', '/040506'],
  [':title-:slug-:name', '/My_Fog-my-fog-2009-08-07-my-fog'],
  [':collection/:path:output_ext', '/posts/sub/2009-08-07-My_Fog.html'],
  [':slugified_categories', '/sea-air/x'],
  [':month_:day', '/08_07'],
  ['W:week', '/W32'],
])('fills %s', (template, url) => {
  expect(documentUrl(template, POST, 'post.md')).toBe(url)
})

test('an unknown key fails and is named', () => {
  expect(() => documentUrl('/:yeer/:title', POST, 'post.md')).toThrow(
    "The URL template doesn't have yeer keys. Check your permalink template!",
  )
})

test('without a slug the whole name of the file stands in', () => {
  expect(documentUrl('/:title', { ...POST, slug: undefined }, 'post.md')).toBe('/2009-08-07-My_Fog')
})

test.each([
  ['date', '/docs/guide.html'],
  ['none', '/docs/guide.html'],
  ['pretty', '/docs/guide/'],
  ['weekdate', '/docs/guide'],
  ['/:categories/:title/', '/docs/guide/'],
  ['/:categories/:title:output_ext', '/docs/guide.html'],
  ['/:title', '/docs/guide'],
])('a page under the style %s', (style, url) => {
  const parts = { folder: '/docs', stem: 'guide', outputExtension: '.html' }
  expect(pageUrl(parts, undefined, style)).toBe(url)
})

test('index pages keep the URL of their folder', () => {
  expect(pageUrl({ folder: '', stem: 'index', outputExtension: '.html' }, undefined, 'date')).toBe(
    '/',
  )
  expect(pageUrl({ folder: '/a', stem: 'index', outputExtension: '.htm' }, undefined, 'date')).toBe(
    '/a/',
  )
})

test('what is not HTML keeps its name under every style', () => {
  const parts = { folder: '', stem: 'feed', outputExtension: '.xml' }
  expect(pageUrl(parts, undefined, 'pretty')).toBe('/feed.xml')
})

test('a page knows three keys and leaves other words alone', () => {
  const parts = { folder: '/a b', stem: 'c', outputExtension: '.html' }
  expect(pageUrl(parts, '/x/:path/:basename:output_ext/:title', 'date')).toBe(
    '/x/a%20b/c.html/:title',
  )
})

test('a file in a collection follows the permalink but has no title', () => {
  const parts = { collection: 'tools', path: '/hand/plan', stem: 'plan', extension: '.pdf' }
  expect(collectionFileUrl('/:collection/:path:output_ext', parts)).toBe('/tools/hand/plan.pdf')
  expect(collectionFileUrl('/:collection/:path/', parts)).toBe('/tools/hand/plan.pdf')
  expect(collectionFileUrl('/:title/:name', parts)).toBe('/plan.pdf')
})

test.each([
  ['x', '/x'],
  ['/../../up.html', '/up.html'],
  ['/x//y/./z.html', '/x/y/z.html'],
  ['x/..y/c.html', '/x/y/c.html'],
])('%s becomes a URL within the site', (url, clean) => {
  expect(sanitizeUrl(url)).toBe(clean)
})
