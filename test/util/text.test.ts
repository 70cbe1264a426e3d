import { expect, test } from 'vitest'
import { lineOf } from '../../src/util/errors.ts'
import { className, inspect } from '../../src/util/inspect.ts'
import { nearest } from '../../src/util/nearest.ts'
import { deepMerge, toHash, WholeFloat } from '../../src/util/values.ts'
import { escapeHtml, escapeXml } from '../../src/util/xml.ts'

test('escapes markup, the apostrophe only for HTML', () => {
  expect(escapeXml(`<a href="x">Tom & 'Jerry'</a>`)).toBe(
    "&lt;a href=&quot;x&quot;&gt;Tom &amp; 'Jerry'&lt;/a&gt;",
  )
  expect(escapeHtml(`<b title='&'>`)).toBe('&lt;b title=&#39;&amp;&#39;&gt;')
})

test.each([
  ['hed.html', 'head.html'],
  ['head.htlm', 'head.html'],
  ['Footer.html', 'footer.html'],
  ['something-else', undefined],
  ['', undefined],
])('nearest to %j is %j', (name, expected) => {
  expect(nearest(name, ['head.html', 'footer.html', 'JB/setup'])).toBe(expected)
})

test('finds a line by its number, whatever ends it', () => {
  expect(lineOf('one\r\ntwo\nthree\rfour', 3)).toBe('three')
  expect(lineOf('one\n', 3)).toBeUndefined()
})

test('merges mappings at every depth; null changes nothing', () => {
  const under = toHash({ a: { x: 1, y: 2 }, list: [1, 2], kept: 'k', text: 't' })
  const over = toHash({ a: { y: 3, z: null }, list: [9], kept: null, text: { b: 1 }, fresh: null })
  expect(deepMerge(under, over)).toEqual(
    toHash({ a: { x: 1, y: 3, z: null }, list: [9], kept: 'k', text: { b: 1 }, fresh: null }),
  )
  expect(under).toEqual(toHash({ a: { x: 1, y: 2 }, list: [1, 2], kept: 'k', text: 't' }))
})

test('quotes values as Ruby writes them', () => {
  const value = toHash({ a: [1, 'two "2"', null], b: { c: new WholeFloat(2), d: 1.5, e: true } })
  expect(inspect(value)).toBe(
    '{"a"=>[1, "two \\"2\\"", nil], "b"=>{"c"=>2.0, "d"=>1.5, "e"=>true}}',
  )
})

test('knows the Ruby class of a value', () => {
  expect([null, true, 'a', 1, 1n, 1.5, new WholeFloat(1), [], new Map()].map(className)).toEqual([
    'NilClass',
    'TrueClass',
    'String',
    'Integer',
    'Integer',
    'Float',
    'Float',
    'Array',
    'Hash',
  ])
})
