import { expect, test } from 'vitest'
import { escapePath, unescapePath } from '../../src/urls/escape.ts'

test.each([
  ['plain/path-1.html', 'plain/path-1.html'],
  ['a b', 'a%20b'],
  ['é/☃', '%C3%A9/%E2%98%83'],
  ["~_!$&'()*+,;=:@?", "~_!$&'()*+,;=:@?"],
  ['100%', '100%25'],
  ['%20', '%2520'],
  ['#1 [x] "q"', '%231%20%5Bx%5D%20%22q%22'],
  ['back\\slash', 'back%5Cslash'],
  ['😀', '%F0%9F%98%80'],
])('escapes %s', (path, escaped) => {
  expect(escapePath(path)).toBe(escaped)
  expect(unescapePath(escaped)).toBe(path)
})

test('leaves what is no escape', () => {
  expect(unescapePath('100%/%zz/%2')).toBe('100%/%zz/%2')
})
