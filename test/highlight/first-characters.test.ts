import { expect, test } from 'vitest'
import { firstCharacters, isAmong, OTHERS } from '../../src/highlight/first-characters.ts'

const CODES = Array.from({ length: OTHERS + 1 }, (_, code) => code)

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
  const found = CODES.filter((code) => code !== OTHERS && isAmong(first, code))
  expect(String.fromCharCode(...found)).toBe(characters)
})

test.each([/a*/, /(?=a)/, /\p{L}/u, /(?:)/, /./s])(
  'a match of %s may begin with anything',
  (pattern) => {
    const first = firstCharacters(pattern)
    expect(CODES.every((code) => isAmong(first, code))).toBe(true)
  },
)

test('characters beyond ASCII count as one', () => {
  expect(isAmong(firstCharacters(/é/), OTHERS)).toBe(true)
  expect(isAmong(firstCharacters(/[^a]/), OTHERS)).toBe(true)
  expect(isAmong(firstCharacters(/[a-z]/), OTHERS)).toBe(false)
})
