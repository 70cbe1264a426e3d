import { expect, test } from 'vitest'
import { firstCharacters } from '../../src/highlight/first-characters.ts'

test.each([
  [/abc/, 'a'],
  [/a|b+|c?d/, 'abcd'],
  [/[x-z_]/, '_xyz'],
  [/\d+\.\d/, '0123456789'],
  [/(?:if|else)(?=\s)/, 'ei'],
  [/(?<!x)(a)\1/, 'a'],
  [/^\$\{/, '$'],
  [/b*[.c]/, '.bc'],
  [/ab/i, 'Aa'],
])('a match of %s begins with one of %j', (pattern, characters) => {
  const first = firstCharacters(pattern)
  const found = first.slice(0, 128).flatMap((flag, code) => (flag ? String.fromCharCode(code) : []))
  expect(found.join('')).toBe(characters)
})

test.each([/a*/, /(?=a)/, /\p{L}/u, /(?:)/, /./s])(
  'a match of %s may begin with anything',
  (pattern) => {
    expect(firstCharacters(pattern).every(Boolean)).toBe(true)
  },
)

test('characters beyond ASCII count as one', () => {
  expect(firstCharacters(/é/)[128]).toBe(true)
  expect(firstCharacters(/[^a]/)[128]).toBe(true)
  expect(firstCharacters(/[a-z]/)[128]).toBe(false)
})
